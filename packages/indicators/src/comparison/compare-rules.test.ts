import { describe, expect, it } from 'vitest';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPeriod, PlainStudyRight } from '../facts/plain-facts.js';
import { compareStudentYearRules } from './compare-rules.js';

function rightOf(key: string, periods: readonly PlainPeriod[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return { key, provider: 'p', education: 'wholeQualification', julyRule: 'removed', periods, ...more };
}

describe('both national rules of student years side by side', () => {
  it('says how much each point in which they differ does, worked out on the calendar of 2025', async () => {
    const facts = factsOf([
      {
        key: 'a',
        rights: [
          // All year present: only July is left out, 31 days.
          rightOf('present', [{ start: '2025-01-01', state: 'present' }]),
          // A holiday of 61 days from 1 June: 28 days by the old rule, 30 (June) by the new one.
          rightOf('holiday', [{ start: '2025-06-01', end: '2025-07-31', state: 'holiday' }]),
          // July counts in units of a qualification: no difference.
          rightOf('units', [{ start: '2025-07-01', end: '2025-07-31', state: 'present' }], {
            education: 'qualificationUnits',
            julyRule: 'counted',
          }),
          // The rule from 2026 gives no value.
          rightOf('other', [{ start: '2025-01-01', end: '2025-01-10', state: 'present' }], {
            education: 'other',
            julyRule: 'noValue',
          }),
          rightOf('nested', [{ start: '2025-01-01', state: 'present' }], { nested: true }),
        ],
      },
    ]);
    const result = await compareStudentYearRules(facts, {
      period: { from: '2025-01-01', to: '2025-12-31' },
      asOf: '2026-01-31',
    });
    const days = (n: number): number => n * 1_000_000;
    expect(result).toMatchObject({ rights: 4, differing: 3 });
    expect(result.first).toMatchObject({ rule: 'until-2025', sum: days(365 + 28 + 31 + 10) });
    expect(result.second).toMatchObject({ rule: 'from-2026', sum: days(334 + 30 + 31) });
    // July is taken off the days that the old rule counts, and then the rest of the holiday is added: 2 days of June.
    expect(result.contributions.map(({ change, rights, difference }) => [change, rights, difference])).toEqual([
      ['july-left-out-by-education', 1, days(-31)],
      ['education-without-july-rule-left-out', 1, days(-10)],
      ['holidays-until-2025', 1, days(2)],
    ]);
    expect(result.contributions[0]?.examples).toEqual([{ right: 'present', first: days(365), second: days(334) }]);
  });

  it('names the day from which the new rule counts at all', async () => {
    const facts = factsOf([
      { key: 'a', rights: [rightOf('r', [{ start: '2023-06-20', end: '2023-08-10', state: 'present' }])] },
    ]);
    const period = { from: '2023-01-01', to: '2023-12-31' };
    const result = await compareStudentYearRules(facts, { period, asOf: '2024-01-01' });
    expect(result.contributions.map(({ change, difference }) => [change, difference])).toEqual([
      ['july-left-out-by-education', -31_000_000],
      ['nothing-before-july-2023', -11_000_000],
    ]);
    expect(result.second.sum).toBe(10_000_000);
  });
});
