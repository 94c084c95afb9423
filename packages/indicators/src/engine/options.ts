import type { Aggregate } from '../aggregate/aggregate.js';
import { dimensionIds, type Definition, type DimensionId, type DimensionRule } from '../definitions/definition.js';
import type { IsoDate } from '../days/day.js';
import type { Finding } from '../findings/finding.js';
import { CalculateOptionsError } from './errors.js';

export interface CalculateOptions {
  /** The cuts of the cells, in this order. None: one cell. */
  readonly by: readonly DimensionId[];
  /** First and last day, both counted: of the days that count, or of the starting days of cohorts. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  /** The day of the data: nothing after it has happened. */
  readonly asOf: IsoDate;
  /** A rule of the definition for the whole period. Absent: for each window the rule in force on its first day. */
  readonly rule?: string;
  /** Only these members (ids) of a dimension, whether or not it is in `by`. */
  readonly only?: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  /** Records of the sources; a function is asked when all facts have been read. Absent: persons in the facts, none refused. */
  readonly records?: Aggregate['records'] | (() => Aggregate['records']);
  /** What the sources found; they are only counted. A function is asked when all facts have been read. */
  readonly findings?: Iterable<Finding> | (() => Iterable<Finding>);
}

export function dimensionOf(definition: Definition, id: DimensionId, path: string): DimensionRule {
  const rule = definition.dimensions.find((dimension) => dimension.id === id);
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
export function checkOptions(definition: Definition, { by, only = {} }: CalculateOptions): void {
  by.forEach((id, at) => {
    const path = `by[${String(at)}]`;
    dimensionOf(definition, id, path);
    if (by.indexOf(id) !== at) throw new CalculateOptionsError('dimension-twice', path, id, 'each dimension once');
  });
  for (const [id, members] of onlyEntries(only)) {
    dimensionOf(definition, id, `only.${id}`);
    if (members.length === 0)
      throw new CalculateOptionsError('no-member', `only.${id}`, 'no members', 'at least one member');
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

export function onlyEntries(
  only: Readonly<Partial<Record<DimensionId, readonly string[]>>>,
): readonly (readonly [DimensionId, readonly string[]])[] {
  return dimensionIds.flatMap((id) => {
    const members = only[id];
    return members === undefined ? [] : [[id, members] as const];
  });
}
