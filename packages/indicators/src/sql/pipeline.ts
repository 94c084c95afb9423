import type { ColumnName, Step } from '../definitions/definition.js';
import {
  countPopulation,
  type Cte,
  lastPart,
  newAssembly,
  type PipelineOptions,
  rootColumn,
  type RootsQuery,
} from './assembly.js';
import type { Scope } from './expression.js';
import { scopeOf } from './scope.js';
import { addStep } from './steps.js';

/** The steps of a rule as parts of a statement, each reading the one before it. */
export interface Pipeline {
  /** All parts, once everything that reads them has been written. */
  ctes(): readonly Cte[];
  /** The last part: one row for each row of the definition. */
  readonly rows: string;
  /** Which of its rows are left. */
  readonly where: readonly string[];
  /** The row's person, and its root. */
  readonly person: string;
  readonly root: string;
  readonly exclusions: readonly RootsQuery[];
  readonly population: RootsQuery;
  /** Of a row in a window that has not had its time: from which day it has. */
  readonly matures?: string;
  /** The part where the rows are found whose half-year has not had its time, with `checkpoint.matures`. */
  readonly immature?: string;
  /** What an expression over the last rows can name. */
  readonly scope: Scope;
  /** Whether every row of a root has the same value of a column. */
  isOfRoots(name: ColumnName): boolean;
}

/** @throws {NotExpressibleInSqlError} where a step asks for what is not there */
export function pipelineOf(steps: readonly Step[], options: PipelineOptions): Pipeline {
  const assembly = newAssembly(options);
  steps.forEach((step, index) => {
    addStep(assembly, step, `${options.path}.steps[${String(index)}]`);
  });
  countPopulation(assembly);
  const { ctes, where, exclusions, population, immature, bound, relations, made } = assembly;
  const waits = options.windowsMature && made.includes('slice');
  return {
    ctes: () => [...relations.parts().map(({ name, body }) => ({ name, body: () => body })), ...ctes],
    rows: lastPart(assembly),
    where,
    person: rootColumn(assembly, 'person'),
    root: rootColumn(assembly, 'id'),
    exclusions,
    population: population ?? { id: 'population', from: lastPart(assembly), where, repeated: false },
    ...(waits ? { matures: `r.${options.dialect.identifier('window.matures')}` } : {}),
    ...(immature === undefined ? {} : { immature }),
    scope: scopeOf(assembly, options.path),
    isOfRoots: (name) => bound.get(name)?.ofRoots ?? isRootColumn(name, options),
  };
}

function isRootColumn(name: ColumnName, { over }: PipelineOptions): boolean {
  const [relation = ''] = name.split('.');
  return relation === 'person' || relation === 'own' || relation === over;
}
