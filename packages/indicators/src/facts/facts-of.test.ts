import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../days/calendar.js';
import { OPEN } from '../days/day.js';
import { factsOf } from './facts-of.js';
import type { PlainPerson } from './plain-facts.js';

const person = (key: string): PlainPerson => ({
  key,
  birthYear: 2005,
  gender: 'female',
  rights: [
    {
      key: `${key}-r1`,
      provider: { key: 'p', label: { fi: 'Järjestäjä' } },
      education: 'wholeQualification',
      julyRule: 'removed',
      periods: [
        { start: '2021-06-01', state: 'graduated', end: '2021-06-01' },
        { start: '2020-08-10', end: '2020-12-31', state: 'present', funding: 1 },
        { start: '2021-01-01', end: '2021-05-31', state: 'present', funding: 1, share: 500_000 },
      ],
    },
  ],
});

describe('factsOf', () => {
  it('orders the periods of a right by start and finds where each state began', () => {
    const [facts] = factsOf([person('a')]);
    expect(Array.from(facts?.periods.start ?? [])).toEqual(['2020-08-10', '2021-01-01', '2021-06-01'].map(dayFromIso));
    expect(Array.from(facts?.periods.stateBegan ?? [])).toEqual(
      ['2020-08-10', '2020-08-10', '2021-06-01'].map(dayFromIso),
    );
  });

  it('takes the start of a right from its first period and the end from its final state', () => {
    const [facts] = factsOf([person('a')]);
    expect(facts?.rights.start[0]).toBe(dayFromIso('2020-08-10'));
    expect(facts?.rights.end[0]).toBe(dayFromIso('2021-06-01'));
  });

  it('leaves a right without a final state open', () => {
    const [facts] = factsOf([{ ...person('a'), rights: [{ ...person('a').rights[0]!, periods: [] }] }]);
    expect(facts?.rights.end[0]).toBe(OPEN);
  });

  it('makes batches of whole persons that share their dictionaries', () => {
    const batches = factsOf(['a', 'b', 'c'].map(person), { personsPerBatch: 2 });
    expect(batches.map((batch) => batch.persons.count)).toEqual([2, 1]);
    expect(batches[1]?.dictionaries).toBe(batches[0]?.dictionaries);
    expect(batches[0]?.dictionaries.provider).toMatchObject({ keys: ['p'], labels: [{ fi: 'Järjestäjä' }] });
  });

  it('refuses a date that is not in the calendar', () => {
    const broken: PlainPerson = {
      key: 'a',
      rights: [{ ...person('a').rights[0]!, periods: [{ start: '2023-02-30', state: 'present' }] }],
    };
    expect(() => factsOf([broken])).toThrow('2023-02-30');
  });
});
