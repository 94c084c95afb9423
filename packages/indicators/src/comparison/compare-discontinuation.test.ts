import { describe, expect, it } from 'vitest';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPeriod, PlainStudyRight } from '../facts/plain-facts.js';
import {
  compareDiscontinuationRules,
  NotYetKnownError,
  type DiscontinuationComparison,
} from './compare-discontinuation.js';

function rightOf(key: string, periods: readonly PlainPeriod[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return {
    key,
    provider: 'p',
    qualification: '361902',
    performanceType: 'ammatillinentutkinto',
    education: 'wholeQualification',
    julyRule: 'removed',
    periods,
    ...more,
  };
}

const present = (start: string, end?: string): PlainPeriod => ({
  start,
  state: 'present',
  ...(end === undefined ? {} : { end }),
});
const on = (day: string, state: 'graduated' | 'resigned'): PlainPeriod => ({ start: day, end: day, state });

/** Each list of rights is a person's. */
function compare(...persons: readonly (readonly PlainStudyRight[])[]): Promise<DiscontinuationComparison> {
  const facts = factsOf(
    persons.map((rights, at) => ({ key: `person ${at}`, rights })),
    { personsPerBatch: 2 },
  );
  return compareDiscontinuationRules(facts, { year: 2023, asOf: '2025-01-31' });
}

/** Who is in which group, with the figures by KOSKI data and by Statistics Finland. */
function outcome({ explained, notExplained }: DiscontinuationComparison) {
  return [
    ...explained.map(({ changes, examples }) => [changes, examples] as const),
    ['not explained', notExplained.examples] as const,
  ].flatMap(([why, examples]) => examples.map(({ right, ours, theirs }) => [why, right, ours, theirs]));
}

// All start in August 2023 or before; the days of statistics are 20 September 2023 and 2024.
const left = [present('2023-08-07', '2024-02-29'), on('2024-03-01', 'resigned')];

describe('both rules of discontinuation side by side', () => {
  it('agree on who left and is nowhere, who goes on, and who graduated', async () => {
    const result = await compare(
      [rightOf('left', left)],
      [rightOf('goes on', [present('2023-08-07')])],
      [rightOf('graduated', [present('2022-08-07', '2024-05-31'), on('2024-06-01', 'graduated')])],
    );
    expect(result.agree).toEqual({ rights: 3, ours: 1, theirs: 1 });
    expect(result.first).toEqual({ rights: 3, sum: 1 });
    expect(result.second).toEqual({ rights: 3, sum: 1 });
    expect(outcome(result)).toEqual([]);
    expect(result.period).toEqual({ from: '2023-09-20', to: '2024-09-19' });
    expect(result.labels.second.en).toContain('Statistics Finland');
  });

  it.each<[string, readonly PlainStudyRight[], number, number, readonly string[]]>([
    [
      'who starts after 20 September and leaves',
      [rightOf('late', [present('2023-10-02', '2024-02-29'), on('2024-03-01', 'resigned')])],
      1,
      0,
      ['on-20-september'],
    ],
    [
      'who studies for units',
      [rightOf('units', left, { education: 'qualificationUnits', performanceType: 'ammatillinentutkintoosittainen' })],
      1,
      0,
      ['on-20-september'],
    ],
    [
      'who is back after five months',
      [rightOf('first', left), rightOf('second', [present('2024-08-05')])],
      1,
      0,
      ['followed-to-september'],
    ],
    [
      'who is interrupted on 20 September',
      [rightOf('interrupted', [present('2023-08-07', '2024-04-30'), { start: '2024-05-01', state: 'interrupted' }])],
      0,
      1,
      ['absent-in-september'],
    ],
  ])('name why they differ on %s', async (_, rights, koski, statistics, changes) => {
    expect(outcome(await compare(rights))).toEqual([[changes, rights[0]?.key, koski, statistics]]);
  });

  it('count persons, not study rights', async () => {
    const second = rightOf('also left', [present('2023-09-01', '2024-03-31'), on('2024-04-01', 'resigned')]);
    const result = await compare([rightOf('left', left), second]);
    expect(result.agree).toEqual({ rights: 1, ours: 1, theirs: 1 });
  });

  it('are not known before the follow-up is over', async () => {
    const facts = factsOf([{ key: 'a', rights: [rightOf('left', left)] }]);
    const early = compareDiscontinuationRules(facts, { year: 2023, asOf: '2024-12-18' });
    await expect(early).rejects.toThrow(NotYetKnownError);
    await expect(early).rejects.toMatchObject({ code: 'not-yet-known', expected: '2024-12-19' });
    expect((await compareDiscontinuationRules(facts, { year: 2023, asOf: '2024-12-19' })).agree.rights).toBe(1);
  });
});
