import type { DataText } from '@strapetsi/text';
import type { Classification } from '../definitions/classification.js';
import type { Definition, DimensionId } from '../definitions/definition.js';
import type { Facts } from '../facts/facts.js';
import { factColumn } from './columns.js';
import type { RunDimension } from './dimensions.js';
import type { KeyRun } from './keys.js';
import type { Checkpoint } from './maturity.js';
import {
  checkpointId,
  checkpointLabel,
  memberNumber,
  namedMembers,
  newMembers,
  takeLateNames,
  windowMembers,
} from './members.js';
import { dimensionOf, onlyEntries, type CalculateOptions } from './options.js';
import { isWindowDimension, type Window } from './windows.js';
import type { Work } from './work.js';

export function runDimension(
  definition: Definition,
  id: DimensionId,
  windows: readonly Window[],
  checkpoints: readonly Checkpoint[],
  classifications: ReadonlyMap<string, Classification>,
): RunDimension {
  const rule = dimensionOf(definition, id, id);
  const members = newMembers();
  for (const member of namedMembers(rule, classifications)) memberNumber(members, member.id, member.label);
  if (isWindowDimension(id)) windowMembers(members, id, windows);
  if (rule.from === 'checkpoints')
    for (const one of checkpoints) memberNumber(members, checkpointId(one), checkpointLabel(one));
  return { id, rule, members };
}

export function keyRunOf(
  work: Work,
  values: KeyRun['values'],
  { by, only = {} }: CalculateOptions,
  dimensions: ReadonlyMap<DimensionId, RunDimension>,
  windows: readonly Window[],
  checkpoints: readonly Checkpoint[],
): KeyRun {
  const known = (id: DimensionId): readonly RunDimension[] => {
    const dimension = dimensions.get(id);
    return dimension === undefined ? [] : [dimension];
  };
  const windowTables = new Map<DimensionId, Float64Array>(
    [...dimensions.values()].flatMap(({ id, members }): (readonly [DimensionId, Float64Array])[] =>
      isWindowDimension(id) ? [[id, Float64Array.from(windowMembers(members, id, windows))]] : [],
    ),
  );
  const checkpointTable = Float64Array.from(checkpoints, (_, at) => at + 1);
  return {
    work,
    values,
    by: by.flatMap(known),
    only: onlyEntries(only).flatMap(([id, ids]) =>
      known(id).map((dimension) => ({ dimension, wanted: () => wantedNumbers(dimension, ids) })),
    ),
    windowNumbers: (id) => windowTables.get(id),
    checkpointNumbers: (id) => (id === 'checkpoint' ? checkpointTable : undefined),
  };
}

/** Members come up as dictionaries grow, so the numbers are looked up anew. */
function wantedNumbers({ members }: RunDimension, ids: readonly string[]): ReadonlySet<number> {
  return new Set(ids.flatMap((id) => members.numbers.get(id) ?? []));
}

/** Takes in names that came up for codes after these had been met. */
export function nameMembers({ rule, members }: RunDimension, facts: Facts): void {
  const { from } = rule;
  if (typeof from !== 'object' || !('dictionary' in from)) return;
  const dictionary = factColumn(from.dictionary)?.dictionary;
  if (dictionary !== undefined) takeLateNames(members, dictionary(facts));
}

/** The names of a provider's own columns in a batch. */
export function ownLabelsIn(facts: Facts, names: readonly string[]): Readonly<Record<string, DataText>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const column = facts.own[name.slice('own.'.length)];
      return column === undefined ? [] : [[name, column.label]];
    }),
  );
}
