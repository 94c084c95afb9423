import { describe, expect, it } from 'vitest';
import { cellsOf, persons, right } from '../../testing/timelines.js';
import { fundings } from './funding.js';
import { fundingSetIds, fundingSets, membersOfFundingSet, onlyFundedBy } from './funding-sets.js';
import { studentYears } from './student-years.js';

const DAY = 1_000_000;

describe('funding sets', () => {
  it('hold members of the dimension, each once', () => {
    const known = fundings.map(({ id }) => id);
    for (const { members } of fundingSets) {
      expect(members.filter((id) => !known.includes(id))).toEqual([]);
      expect(new Set(members).size).toBe(members.length);
    }
    expect(fundingSets.map(({ id }) => id)).toEqual([...fundingSetIds]);
  });

  it('overlap: what is labour market training of the ministry is in all of them', () => {
    expect(fundingSetIds.map((id) => membersOfFundingSet(id).includes('10'))).toEqual([true, true, true]);
  });

  it('choose student years: ten days of each funding, of which some are in a set', () => {
    // codes 1, 2, 10, 14 and 16: basic funding has 1 and 10, performance funding 2 too, labour market training 2 and 10
    const people = persons(
      ...[1, 2, 10, 14, 16].map((funding) => [
        right('2024-01-01 present, 2024-01-11 resigned', { period: { funding } }),
      ]),
    );
    const options = { by: [], period: { from: '2024-01-01', to: '2024-12-31' }, asOf: '2025-01-01' };
    const days = (id: (typeof fundingSetIds)[number]) =>
      cellsOf(people, studentYears, { ...options, only: onlyFundedBy(id) })[''];
    expect(days('basic')).toEqual([2, 20 * DAY]);
    expect(days('performance')).toEqual([3, 30 * DAY]);
    expect(days('labourMarketTraining')).toEqual([2, 20 * DAY]);
  });
});
