import type { Aggregate } from '../aggregate/aggregate.js';
import type { Classification } from '../definitions/classification.js';
import {
  dimensionIds,
  type Definition,
  type DimensionId,
  type DimensionRule,
  type Rule,
} from '../definitions/definition.js';
import type { IsoDate } from '../days/day.js';
import type { Finding } from '../findings/finding.js';
import { CalculateOptionsError } from './errors.js';

export interface CalculateOptions {
  /** The cuts of the cells, in this order. None: one cell. */
  readonly by: readonly DimensionId[];
  /**
   * Dimensions of `by` that are also put together: each total is the same calculation without that cut. With a dimension and the one
   * below it, such as provider and school, it gives a hierarchy with subtotals. Not for time: years are added by a run without them.
   */
  readonly totals?: readonly DimensionId[];
  /** First and last day, both counted: of the days that count, or of the starting days of cohorts. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  /** The day of the data: nothing after it has happened. */
  readonly asOf: IsoDate;
  /** A rule of the definition for the whole period. Absent: for each window the rule in force on its first day. */
  readonly rule?: string;
  /** Only these members (ids) of a dimension, whether or not it is in `by`. */
  readonly only?: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  /** Values for the definition's own parameters, by name without `own.`; its standard where absent. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Lists that put codes into classes, for definitions and dimensions that ask for them. */
  readonly classifications?: readonly Classification[];
  /** Records of the sources; a function is asked when all facts have been read. Absent: persons in the facts, none refused. */
  readonly records?: Aggregate['records'] | (() => Aggregate['records']);
  /** What the sources found; they are only counted. A function is asked when all facts have been read. */
  readonly findings?: Iterable<Finding> | (() => Iterable<Finding>);
}

/** A column of the provider's own is a dimension of every definition. */
function ownDimension(id: DimensionId): DimensionRule | undefined {
  if (!id.startsWith('own.')) return undefined;
  const name = id.slice('own.'.length);
  return { id, label: { fi: name, sv: name, en: name }, from: { dictionary: id } };
}

/** The steps of a run's rules: those of the definition, and then the names that the dimensions asked for need. */
export function stepsWith(
  definition: Definition,
  dimensions: ReadonlySet<DimensionId>,
): (steps: Rule['steps']) => Rule['steps'] {
  const binds = definition.dimensions.flatMap(({ id, bind }) =>
    dimensions.has(id) && bind !== undefined ? [bind] : [],
  );
  return (steps) => (binds.length === 0 ? steps : [...steps, ...binds]);
}

export function dimensionOf(definition: Definition, id: DimensionId, path: string): DimensionRule {
  const rule = definition.dimensions.find((dimension) => dimension.id === id) ?? ownDimension(id);
  if (rule === undefined) {
    const known = definition.dimensions.map((dimension) => dimension.id).join(', ');
    throw new CalculateOptionsError('unknown-dimension', path, id, `one of ${known}`);
  }
  return rule;
}

/**
 * Checks what a run asks for against its definition.
 * @throws CalculateOptionsError for a dimension that is unknown or given twice, an empty `only`, or checkpoints that would be added up
 */
export function checkOptions(definition: Definition, options: CalculateOptions): void {
  const { by, totals = [], only = {} } = options;
  parametersOf(definition, options);
  by.forEach((id, at) => {
    const path = `by[${String(at)}]`;
    dimensionOf(definition, id, path);
    if (by.indexOf(id) !== at) throw new CalculateOptionsError('dimension-twice', path, id, 'each dimension once');
  });
  totals.forEach((id, at) => {
    const path = `totals[${String(at)}]`;
    checkTotal(definition, id, by, path);
    if (totals.indexOf(id) !== at) throw new CalculateOptionsError('dimension-twice', path, id, 'each dimension once');
  });
  for (const [id, members] of onlyEntries(only)) {
    dimensionOf(definition, id, `only.${id}`);
    if (members.length === 0)
      throw new CalculateOptionsError('no-member', `only.${id}`, 'no members', 'at least one member');
  }
  for (const id of definition.apart ?? []) {
    if (!by.includes(id) && only[id]?.length !== 1)
      throw new CalculateOptionsError('dimension-needed', 'by', by.join(', '), `${id}, or one member of it in only`);
  }
  const hasCheckpoints = definition.dimensions.some(({ from }) => from === 'checkpoints');
  if (hasCheckpoints && !by.includes('checkpoint') && only.checkpoint?.length !== 1) {
    throw new CalculateOptionsError(
      'checkpoint-needed',
      'by',
      by.join(', '),
      'checkpoint among the dimensions, or one checkpoint in only: a person is in a situation at each of them',
    );
  }
}

function checkTotal(definition: Definition, id: DimensionId, by: readonly DimensionId[], path: string): void {
  if (!by.includes(id)) throw new CalculateOptionsError('no-total', path, id, `one of ${by.join(', ')}`);
  const { from } = dimensionOf(definition, id, path);
  const isTime = from === 'windows' || from === 'checkpoints' || 'halfYearOf' in from;
  if (isTime) throw new CalculateOptionsError('no-total', path, id, 'a dimension that is not time');
}

export function onlyEntries(
  only: Readonly<Partial<Record<DimensionId, readonly string[]>>>,
): readonly (readonly [DimensionId, readonly string[]])[] {
  const entry = (id: DimensionId): readonly (readonly [DimensionId, readonly string[]])[] => {
    const members = only[id];
    return members === undefined ? [] : [[id, members]];
  };
  const own = Object.keys(only).filter(isOwn).sort();
  return [...dimensionIds, ...own].flatMap(entry);
}

function isOwn(id: string): id is `own.${string}` {
  return id.startsWith('own.');
}

/**
 * The values of a definition's own parameters.
 * @throws CalculateOptionsError for a parameter that the definition does not have, or a value that is no whole number
 */
export function parametersOf(
  { parameters = [] }: Definition,
  { parameters: given = {} }: Pick<CalculateOptions, 'parameters'>,
): Readonly<Record<string, number>> {
  for (const [id, value] of Object.entries(given)) {
    const path = `parameters.${id}`;
    if (!parameters.some((known) => known.id === id)) {
      const expected = parameters.map((known) => known.id).join(', ');
      throw new CalculateOptionsError('unknown-parameter', path, id, `one of ${expected || 'none'}`);
    }
    if (!Number.isSafeInteger(value))
      throw new CalculateOptionsError('bad-parameter', path, String(value), 'a whole number');
  }
  return Object.fromEntries(parameters.map(({ id, standard }) => [id, given[id] ?? standard]));
}

/** Ids of the classifications that expressions anywhere in a part of a definition ask for. */
function classificationsIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const here = 'classify' in part && 'by' in part && typeof part.by === 'string' ? [part.by] : [];
  return [...here, ...Object.values(part).flatMap(classificationsIn)];
}

/**
 * The classifications that a run needs, by id.
 * @throws CalculateOptionsError where one is not given
 */
export function usedClassifications(
  definition: Definition,
  dimensions: ReadonlySet<DimensionId>,
  given: readonly Classification[],
): readonly Classification[] {
  const ofDimensions = [...dimensions].flatMap((id) => {
    const { from } = dimensionOf(definition, id, id);
    return typeof from === 'object' && 'classified' in from ? [from.by] : classificationsIn(from);
  });
  const ofRules = classificationsIn(definition.rules);
  return [...new Set([...ofDimensions, ...ofRules])].sort().map((id) => {
    const found = given.find((one) => one.id === id);
    if (found !== undefined) return found;
    const known = given.map((one) => one.id).join(', ');
    throw new CalculateOptionsError('classification-missing', 'classifications', known || 'none', `one with id ${id}`);
  });
}
