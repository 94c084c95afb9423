import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../days/calendar.js';
import type { Definition } from '../definitions/definition.js';
import { studentYears } from '../definitions/student-years.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPeriod, PlainPerson, PlainStudyRight } from '../facts/plain-facts.js';
import { compareDefinitions, figuresByRight, type RightMeasure } from './compare-definitions.js';
import { nationalStudentDayRules, studentDaysOfRight } from './student-days.js';

function rightOf(key: string, periods: readonly PlainPeriod[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return { key, provider: 'p', education: 'wholeQualification', julyRule: 'removed', periods, ...more };
}

const options = { period: { from: '2025-01-01', to: '2025-12-31' }, asOf: '2026-01-31' };
const days: RightMeasure['figureOf'] = ([amount = 0]) => amount;
const persons: readonly PlainPerson[] = [
  {
    key: 'a',
    rights: [
      rightOf('year', [{ start: '2025-01-01', state: 'present' }]),
      rightOf('half', [{ start: '2025-03-01', end: '2025-05-31', state: 'present', share: 500_000 }]),
    ],
  },
  { key: 'b', rights: [rightOf('nested', [{ start: '2025-09-01', state: 'present' }], { nested: true })] },
  { key: 'c', rights: [rightOf('july', [{ start: '2025-07-01', end: '2025-07-10', state: 'present' }])] },
];

describe('indicators as a figure of each study right', () => {
  it('are, for student years, what the function of one right says', async () => {
    const facts = factsOf(persons, { personsPerBatch: 1 });
    const measures = (['until-2025', 'from-2026'] as const).map((rule) => ({
      definition: studentYears,
      options: { rule },
      figureOf: days,
    }));
    const [old, now] = await figuresByRight(facts, measures, options);
    // Worked out on the calendar: 365, and 92 days by half; without July 334, and nothing of the last one.
    expect(Object.fromEntries(old ?? [])).toEqual({ year: 365_000_000, half: 46_000_000, july: 10_000_000 });
    expect(Object.fromEntries(now ?? [])).toEqual({ year: 334_000_000, half: 46_000_000 });
    const window = { from: dayFromIso('2025-01-01'), to: dayFromIso('2025-12-31'), asOf: dayFromIso('2026-01-31') };
    for (const batch of facts) {
      batch.rights.key.forEach((key, at) => {
        const one = studentDaysOfRight(batch, at, window, nationalStudentDayRules['until-2025']);
        expect(one).toBe(old?.get(key) ?? 0);
      });
    }
  });
});

/** The rule until 2025 with rights included in others, as a definition of its own. */
const withNested: Definition = {
  ...studentYears,
  rules: studentYears.rules.map((rule) => ({
    ...rule,
    steps: rule.steps.filter((step) => !('exclude' in step && step.exclude.id === 'nested')),
  })),
};

describe('two indicators side by side', () => {
  it('agree, are explained by a variant, or are not', async () => {
    const text = { fi: 'a', sv: 'b', en: 'c' };
    const until2025 = { rule: 'until-2025' };
    const result = await compareDefinitions(
      factsOf(persons),
      { definition: studentYears, options: until2025, figureOf: days },
      // From 2026, with rights included in others.
      { definition: withNested, options: { rule: 'from-2026' }, figureOf: days },
      [{ changes: ['nested'], definition: withNested, options: until2025, figureOf: days }],
      { nested: text },
      options,
    );
    const nested = 122_000_000;
    expect(result).toMatchObject({
      first: { rights: 3, sum: 421_000_000 },
      second: { rights: 3, sum: 334_000_000 + 46_000_000 + nested },
      agree: { rights: 1, ours: 46_000_000 },
      explained: [{ changes: ['nested'], texts: [text], rights: 1, ours: 0, theirs: nested }],
      notExplained: { rights: 2, ours: 375_000_000, theirs: 334_000_000 },
    });
    expect(result.notExplained.examples.map(({ right }) => right)).toEqual(['july', 'year']);
  });
});
