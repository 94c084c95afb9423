import type { Aggregate } from './aggregate.js';

/**
 * Whose records an aggregate was calculated from, so that a person met again in another part of the same run is detected.
 * It stands under a symbol and is not enumerable: it never reaches JSON, a copy by spreading, or a log.
 */
export const personKeys: unique symbol = Symbol('strapetsi.personKeys');

interface WithPersons {
  readonly [personKeys]?: () => ReadonlySet<string>;
}

/** Keys that are local to a file say nothing of who the person is, so two files may hold the same one. */
const FILE_LOCAL = 'file:';

/**
 * The same aggregate, carrying the keys of its persons in memory: a set, or the lists of the batches as they came,
 * of which no key is copied or looked at until `personsOf` is asked for them.
 */
export function withPersons(
  aggregate: Aggregate,
  keys: ReadonlySet<string> | readonly (readonly string[])[],
): Aggregate {
  let made: ReadonlySet<string> | undefined;
  const carried = { ...aggregate };
  Object.defineProperty(carried, personKeys, {
    enumerable: false,
    value: () => (made ??= 'has' in keys ? keys : setOf(keys)),
  });
  return carried;
}

/**
 * The keys of the persons an aggregate was calculated from (pseudonyms; file-local keys are left out).
 * `undefined` where the aggregate came from somewhere else, such as a file.
 */
export function personsOf(aggregate: Aggregate & WithPersons): ReadonlySet<string> | undefined {
  return aggregate[personKeys]?.();
}

function setOf(lists: readonly (readonly string[])[]): ReadonlySet<string> {
  const set = new Set<string>();
  for (const list of lists) for (const key of list) if (!key.startsWith(FILE_LOCAL)) set.add(key);
  return set;
}

/** How many persons stand in more than one of the lists, or twice in one. */
export function repeatedPersons(lists: readonly (readonly string[])[]): number {
  const met = new Set<string>();
  const repeated = new Set<string>();
  for (const list of lists) {
    for (const key of list) {
      if (key.startsWith(FILE_LOCAL)) continue;
      if (met.has(key)) repeated.add(key);
      met.add(key);
    }
  }
  return repeated.size;
}
