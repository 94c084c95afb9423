import type { Facts } from '../facts/facts.js';

/** Our facts, in batches. */
export type FactBatches = Iterable<Facts> | AsyncIterable<Facts>;

/** A study right of ours, and what the other side has of it. */
export interface MatchedRight<Row> {
  readonly facts: Facts;
  /** Position in the batch's study rights. */
  readonly at: number;
  readonly key: string;
  /** Position in the dictionary of schools, -1 where missing. */
  readonly school: string | undefined;
  readonly row: Row | undefined;
}

/** Rows by the numbers of their study rights, and which of them have been met. */
export interface RowsByRight<Row> {
  /** The row of a right; `again` where it has been taken before. */
  readonly take: (key: string) => { readonly row: Row | undefined; readonly again: boolean };
  /** Rows that no right of ours has met, with the number of their right. */
  readonly left: () => readonly (readonly [rightOid: string, row: Row])[];
}

interface Numbered {
  readonly rightOid: string;
  readonly sourceKey?: string;
}

/**
 * @param join makes one row of two of the same right; without it the first row stays
 */
export function rowsByRight<Row extends Numbered>(
  rows: Iterable<Row>,
  join: (first: Row, second: Row) => Row = (first) => first,
): RowsByRight<Row> {
  const byOid = new Map<string, Row>();
  for (const row of rows) {
    const before = byOid.get(row.rightOid);
    byOid.set(row.rightOid, before === undefined ? row : join(before, row));
  }
  // A right that has no oid with us yet is known by the number of the student system.
  const oidOf = new Map<string, string>();
  for (const { rightOid, sourceKey } of byOid.values()) {
    oidOf.set(rightOid, rightOid);
    if (sourceKey !== undefined && !oidOf.has(sourceKey)) oidOf.set(sourceKey, rightOid);
  }
  const met = new Set<string>();
  return {
    take(key) {
      const oid = oidOf.get(key);
      if (oid === undefined) return { row: undefined, again: false };
      const again = met.has(oid);
      met.add(oid);
      return { row: byOid.get(oid), again };
    },
    left: () => [...byOid].filter(([oid]) => !met.has(oid)),
  };
}

/** Every study right of ours with its row. A right that the report has and we have twice is met once. */
export async function* matchedRights<Row>(
  ours: FactBatches,
  rows: RowsByRight<Row>,
): AsyncGenerator<MatchedRight<Row>> {
  for await (const facts of ours) {
    const { rights, dictionaries } = facts;
    for (let at = 0; at < rights.count; at++) {
      const key = rights.key[at] ?? '';
      const school = dictionaries.school.keys[rights.school[at] ?? -1];
      const { row, again } = rows.take(key);
      if (!again) yield { facts, at, key, school, row };
    }
  }
}

/** Schools that the other side speaks of: those it names, or, where it names none, those of the rights that both have. */
export function createSchools(named: readonly string[]) {
  const schools = new Set(named);
  return {
    metWith(school: string | undefined): void {
      if (named.length === 0 && school !== undefined) schools.add(school);
    },
    /** Whether the school is known to be another one. */
    isOther: (school: string | undefined): boolean => school !== undefined && schools.size > 0 && !schools.has(school),
  };
}
