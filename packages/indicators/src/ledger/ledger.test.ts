import { describe, expect, it } from 'vitest';
import { students } from '../definitions/students.js';
import { studentYears } from '../definitions/student-years.js';
import { minimumPolicy } from '../publication/policy.js';
import type { ToPublish } from '../publication/prepared-table.js';
import { publishTogether } from '../publication/publish.js';
import { aggregateOf, shownCells } from '../../testing/tables.js';
import { UnknownDefinitionError } from './errors.js';
import { emptyLedger, releasedIn, withRelease, type Ledger } from './ledger.js';
import { parseLedger } from './parse.js';

const policy = minimumPolicy(5);

function schoolsOn(asOf: string, a: number): readonly ToPublish[] {
  return [{ aggregate: aggregateOf(['school'], { A: [a], B: [40] }, { asOf }), definition: students }];
}

/** The ledger after a release of these, published against all that it holds. */
function released(ledger: Ledger, releasedOn: string, published: readonly ToPublish[]): Ledger {
  const tables = publishTogether(published, { policy, released: releasedIn(ledger, [students]) });
  return withRelease(ledger, { releasedOn, policy, published, tables });
}

describe('ledger', () => {
  const january = released(emptyLedger, '2025-01-31', schoolsOn('2025-01-30', 20));
  const both = released(january, '2025-02-28', schoolsOn('2025-02-27', 22));

  it('keeps what was released, when, and of which day', () => {
    expect(both.entries.map(({ releasedOn, tables }) => [releasedOn, tables[0]?.table.asOf])).toEqual([
      ['2025-01-31', '2025-01-30'],
      ['2025-02-28', '2025-02-27'],
    ]);
  });

  it('has a later table withhold what could be subtracted from an earlier one', () => {
    expect(shownCells(january.entries[0]?.tables[0]?.table)).toEqual({ A: 20, B: 40 });
    expect(shownCells(both.entries[1]?.tables[0]?.table)).toEqual({ A: '(–)', B: 40 });
  });

  it('can be asked only since a day', () => {
    expect(releasedIn(both, [students], { since: '2025-02-01' })).toHaveLength(1);
    expect(releasedIn(both, [students])).toHaveLength(2);
  });

  it('says which definition is missing', () => {
    expect(() => releasedIn(both, [studentYears])).toThrow(UnknownDefinitionError);
    expect(() => releasedIn(both, [studentYears])).toThrow(/a table of students/);
  });

  it('refuses another number of tables than was to be published', () => {
    expect(() =>
      withRelease(both, { releasedOn: '2025-03-31', policy, published: schoolsOn('2025-03-30', 9), tables: [] }),
    ).toThrow(RangeError);
  });

  it('is read back from its file, and what is wrong in it is said with its place', () => {
    const json: unknown = JSON.parse(JSON.stringify(both));
    expect(parseLedger(json)).toEqual({ ok: true, ledger: both });
    const problemOf = (changed: object): unknown => {
      const parsed = parseLedger({ ...both, ...changed });
      return parsed.ok ? 'fine' : parsed.problem.path;
    };
    const [entry] = both.entries;
    expect(problemOf({ type: 'ledger' })).toBe('type');
    expect(problemOf({ entries: [{ ...entry, releasedOn: 'January' }] })).toBe('entries[0].releasedOn');
    expect(problemOf({ entries: [{ ...entry, policy: { ...policy, saysRange: 1 } }] })).toBe(
      'entries[0].policy.saysRange',
    );
    const table = { ...entry?.tables[0]?.table, cells: [] };
    expect(problemOf({ entries: [{ ...entry, tables: [{ ...entry?.tables[0], table }] }] })).toBe(
      'entries[0].tables[0].table.cells',
    );
    expect(problemOf({ entries: [{ ...entry, tables: [{ table: entry?.tables[0]?.table }] }] })).toBe(
      'entries[0].tables[0].aggregate',
    );
  });
});
