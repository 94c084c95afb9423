import { describe, expect, it } from 'vitest';
import { dayFromIso, isoFromDay } from '../days/calendar.js';
import { factsOf } from './facts-of.js';
import type { PlainPerson } from './plain-facts.js';

const person: PlainPerson = {
  key: 'a',
  rights: [
    {
      key: 'r1',
      provider: 'p',
      education: 'wholeQualification',
      julyRule: 'removed',
      periods: [
        { start: '2024-01-01', end: '2024-01-07', state: 'present' },
        { start: '2024-01-08', end: '2024-01-10', state: 'interrupted' },
        { start: '2024-01-11', end: '2024-01-14', state: 'holiday' },
        { start: '2024-01-15', state: 'present' },
      ],
      workplaces: [{ kind: 'apprenticeship', start: '2024-01-01', end: '2024-01-20' }],
    },
    {
      key: 'r2',
      provider: 'p',
      education: 'wholeQualification',
      julyRule: 'removed',
      periods: [{ start: '2024-01-01', state: 'present' }],
      workplaces: [{ kind: 'trainingAgreement', start: '2024-01-06', end: '2024-01-12' }],
    },
  ],
};

describe('days on which a study right is interrupted', () => {
  it('are not days of learning at work, and another right’s period has them alone; holidays go on', () => {
    // As in Opetushallitus/ehoks, palaute/tyoelama/kesto.clj: the state valiaikaisestikeskeytynyt interrupts, loma does not.
    const [facts] = factsOf([person]);
    if (facts === undefined) throw new Error('no batch');
    const { workplaces } = facts;
    const pieces = Array.from({ length: workplaces.count }, (_, at) => [
      workplaces.right[at],
      isoFromDay(workplaces.start[at] ?? 0),
      isoFromDay(workplaces.end[at] ?? 0),
      workplaces.share[at],
      workplaces.first[at],
    ]);
    expect(pieces).toEqual([
      [0, '2024-01-01', '2024-01-05', 1_000_000, 1],
      [0, '2024-01-06', '2024-01-07', 500_000, 0],
      [0, '2024-01-11', '2024-01-12', 500_000, 0],
      [0, '2024-01-13', '2024-01-20', 1_000_000, 0],
      [1, '2024-01-06', '2024-01-07', 500_000, 1],
      [1, '2024-01-08', '2024-01-10', 1_000_000, 0],
      [1, '2024-01-11', '2024-01-12', 500_000, 0],
    ]);
  });

  it('are all days of an invalidated right: its learning at work is none, and takes no part of others’', () => {
    const [whole, half] = person.rights;
    if (whole === undefined || half === undefined) throw new Error('two rights');
    const invalidated = [...whole.periods, { start: '2024-02-01', end: '2024-02-01', state: 'invalidated' as const }];
    const [facts] = factsOf([{ ...person, rights: [{ ...whole, periods: invalidated }, half] }]);
    const { right, start, end, share } = facts?.workplaces ?? {};
    expect([right, start, end, share].map((column) => [...(column ?? [])])).toEqual([
      [1],
      [dayFromIso('2024-01-06')],
      [dayFromIso('2024-01-12')],
      [1_000_000],
    ]);
  });
});
