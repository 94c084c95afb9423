import { describe, expect, it } from 'vitest';
import { employed } from '../definitions/outcomes.js';
import { students } from '../definitions/students.js';
import type { IndicatorTable } from '../publication/indicator-table.js';
import { minimumPolicy, vipunen } from '../publication/policy.js';
import { publish, publishTogether } from '../publication/publish.js';
import { aggregateOf } from '../../testing/tables.js';
import { audit } from './audit.js';

const five = minimumPolicy(5);

/** A table as it would be if each cell were judged by itself. */
function cellByCell(table: IndicatorTable, shown: Readonly<Record<number, number>>): IndicatorTable {
  const cells = table.cells.map((cell, at) => {
    const value = shown[at];
    return value === undefined ? cell : ({ status: 'value', value, n: { status: 'value', value } } as const);
  });
  return { ...table, cells };
}

describe('audit', () => {
  const table = publish(aggregateOf(['school'], { A: [10], B: [3] }, { totals: ['school'] }), {
    definition: students,
    policy: five,
  });

  it('finds what a total gives away where nothing else is withheld: 13 less 10', async () => {
    const { tooClose } = await audit([cellByCell(table, { 0: 10 })], five);
    expect(tooClose).toEqual([{ table: 0, cell: 1, from: 3, to: 3 }]);
  });

  it('finds nothing in what was published, and says what can be inferred', async () => {
    expect(await audit([table], five)).toEqual({
      withheld: 2,
      tooClose: [],
      inferred: [
        { table: 0, cell: 0, from: 9, to: 12 },
        { table: 0, cell: 1, from: 1, to: 4 },
      ],
    });
  });

  it('holds two tables together: the same group is the same count in both', async () => {
    const [bySchool, byGender] = publishTogether(
      [
        { aggregate: aggregateOf(['school'], { A: [10], B: [3] }, { totals: ['school'] }), definition: students },
        {
          aggregate: aggregateOf(['gender'], { female: [6], male: [7] }, { totals: ['gender'] }),
          definition: students,
        },
      ],
      { policy: five },
    );
    if (bySchool === undefined || byGender === undefined) throw new Error('No table');
    expect((await audit([bySchool, byGender], five)).tooClose).toEqual([]);
    // With the total only in the second table, the first gives it away all the same.
    const withoutTotal = {
      ...bySchool,
      cells: bySchool.cells.map((cell, at) =>
        at === 2 ? ({ status: 'withheld', reason: 'complementary', n: { status: 'withheld' } } as const) : cell,
      ),
    };
    expect((await audit([cellByCell(withoutTotal, { 0: 10 }), byGender], five)).tooClose).toEqual([
      { table: 0, cell: 1, from: 3, to: 3 },
    ]);
  });

  it('knows how counts were rounded: 30 less 27 leaves from 1 to 4 open', async () => {
    const rounded = publish(aggregateOf(['school'], { A: [28], B: [3] }, { totals: ['school'] }), {
      definition: students,
      policy: vipunen,
    });
    expect((await audit([rounded], vipunen)).tooClose).toEqual([]);
  });

  it('looks at numerators too', async () => {
    const leaves = { 'A 1': [20, 20, 3], 'B 1': [60, 60, 40] } as const;
    const shares = publish(aggregateOf(['school', 'yearsAfter'], leaves, { totals: ['school'] }, employed), {
      definition: employed,
      policy: five,
    });
    expect((await audit([shares], five)).tooClose).toEqual([]);
    const open = {
      ...shares,
      cells: shares.cells.map((cell, at) =>
        at === 1
          ? ({
              status: 'value',
              value: 40 / 60,
              n: { status: 'value', value: 60 },
              x: { status: 'value', value: 40 },
            } as const)
          : cell,
      ),
    };
    expect((await audit([open], five)).tooClose).toEqual([{ table: 0, cell: 0, from: 3, to: 3 }]);
  });
});
