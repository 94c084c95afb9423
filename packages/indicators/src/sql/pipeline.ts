import type { Step } from '../definitions/definition.js';
import {
  countPopulation,
  type Cte,
  lastPart,
  newAssembly,
  type PipelineOptions,
  type RightsQuery,
  scopeOf,
} from './assembly.js';
import type { Scope } from './expression.js';
import { addStep } from './steps.js';

/** The steps of a rule as parts of a statement, each reading the one before it. */
export interface Pipeline {
  readonly ctes: readonly Cte[];
  /** The last part: one row for each row of the definition. */
  readonly rows: string;
  /** Which of its rows are left. */
  readonly where: readonly string[];
  readonly exclusions: readonly RightsQuery[];
  readonly population: RightsQuery;
  /** The part where the rows are found whose half-year has not had its time, with `matures`. */
  readonly immature?: string;
  /** What an expression over the last rows can name. */
  readonly scope: Scope;
}

/** @throws {NotExpressibleInSqlError} where a step asks for what is not there */
export function pipelineOf(steps: readonly Step[], options: PipelineOptions): Pipeline {
  const assembly = newAssembly(options);
  steps.forEach((step, index) => {
    addStep(assembly, step, `${options.path}.steps[${String(index)}]`);
  });
  countPopulation(assembly);
  const { ctes, where, exclusions, population, immature } = assembly;
  return {
    ctes,
    rows: lastPart(assembly),
    where,
    exclusions,
    population: population ?? { id: 'population', from: lastPart(assembly), where, repeated: false },
    ...(immature === undefined ? {} : { immature }),
    scope: scopeOf(assembly, options.path),
  };
}
