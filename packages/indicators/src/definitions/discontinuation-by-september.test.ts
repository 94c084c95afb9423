import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainStudyRight } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf, persons, right, units } from '../../testing/timelines.js';
import { discontinuationBySeptember } from './discontinuation-by-september.js';

/** Each case is worked out by hand: students of 20 September 2022 looked at on 20 September 2023. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2022-01-01', to: '2022-12-31' },
  asOf: '2023-12-01',
};

const situations = ['completed', 'studies', 'completed general', 'studies general', 'discontinued'];

function situation(rights: readonly PlainStudyRight[], asked: Partial<CalculateOptions> = {}): unknown {
  const cell = cellsOf(persons(rights), discontinuationBySeptember, { ...options, ...asked })['2022'];
  return Array.isArray(cell) ? situations[cell.slice(1).indexOf(1)] : cell;
}

const general = { education: 'generalUpperSecondary', performanceType: 'lukionoppimaara' } as const;

describe('discontinuation from September to September', () => {
  it('students are those present or on holiday on 20 September in a whole qualification', () => {
    expect(situation([right('2022-09-20 present, 2022-09-21 resigned')])).toBe('discontinued');
    expect(situation([right('2022-08-01 present, 2022-09-20 resigned')])).toBeUndefined();
    expect(situation([right('2022-09-21 present')])).toBeUndefined();
    expect(situation([right('2022-08-01 present, 2022-09-20 interrupted')])).toBeUndefined();
    expect(situation([units('2022-08-01 present')])).toBeUndefined();
    expect(situation([right('2022-08-01 present', { nested: true })])).toBeUndefined();
  });

  it('whoever is present on the next 20 September studies, be it in another right', () => {
    expect(situation([right('2022-08-01 present, 2023-09-21 resigned')])).toBe('studies');
    expect(situation([right('2022-08-01 present, 2023-09-20 resigned')])).toBe('discontinued');
    const changed = [right('2022-08-01 present, 2022-10-01 resigned'), right('2023-09-20 holiday', { provider: 'Q' })];
    expect(situation(changed)).toBe('studies');
    expect(situation([changed[0]!, units('2023-08-01 present')])).toBe('discontinued');
  });

  it('completing comes before studying: from 21 September to 20 September', () => {
    expect(situation([right('2022-08-01 present, 2023-09-20 graduated')])).toBe('completed');
    expect(situation([right('2022-08-01 present, 2023-09-21 graduated')])).toBe('studies');
    const next = right('2023-08-01 present', { key: 'next' });
    expect(situation([right('2022-08-01 present, 2023-05-31 graduated'), next])).toBe('completed');
    // graduated from another right on the first 20 September itself: not in the year that is looked at
    const before = right('2021-08-01 present, 2022-09-20 graduated', { key: 'before' });
    expect(situation([right('2022-09-01 present, 2022-10-01 resigned', { key: 'z' }), before])).toBe('discontinued');
  });

  it('who has moved to general upper secondary education has left vocational education, not all of it', () => {
    const leaves = right('2022-08-01 present, 2022-10-01 resigned');
    expect(situation([leaves, right('2022-10-10 present', general)])).toBe('studies general');
    expect(situation([leaves, right('2020-08-01 present, 2023-05-31 graduated', general)])).toBe('completed general');
    // but who completes both has completed a vocational qualification
    const both = [
      right('2022-08-01 present, 2023-05-31 graduated'),
      right('2020-08-01 present, 2023-05-31 graduated', general),
    ];
    expect(situation(both)).toBe('completed');
  });

  it('a person with two rights is one student, by the right that began first', () => {
    const two = [right('2022-09-01 present', { school: 'T' }), right('2022-08-01 present, 2022-10-01 resigned')];
    expect(cellsOf(persons(two), discontinuationBySeptember, { ...options, by: ['year', 'school'] })).toEqual({
      '2022 S': [1, 0, 1, 0, 0, 0],
    });
    expect(countsOf(persons(two), discontinuationBySeptember, options)).toMatchObject({ population: 2, otherRight: 1 });
  });

  it('is not known before the next 20 September', () => {
    const student = [right('2022-08-01 present, 2022-10-01 resigned')];
    expect(situation(student, { asOf: '2023-09-19' })).toBe('from 2023-09-20');
    expect(situation(student, { asOf: '2023-09-20' })).toBe('discontinued');
  });

  it('shares: of ten students four completed, three study, one moved to general, two discontinued', () => {
    const completed = [right('2022-08-01 present, 2023-05-31 graduated')];
    const studying = [right('2022-08-01 present')];
    const gone = right('2022-08-01 present, 2022-10-01 resigned');
    const moved = [gone, right('2022-10-10 present', general)];
    const people = persons(
      completed,
      completed,
      completed,
      completed,
      studying,
      studying,
      studying,
      moved,
      [gone],
      [gone],
    );
    const aggregate = calculateInMemory(factsOf(people), discontinuationBySeptember, options);
    const shown = (figure: string) =>
      publish(aggregate, { definition: discontinuationBySeptember, policy: minimumPolicy(2), figure }).cells[0];
    expect(shown('discontinuedVocational')).toMatchObject({ value: 0.3 });
    expect(shown('discontinuedAll')).toMatchObject({ value: 0.2 });
    expect(shown('completed')).toMatchObject({ value: 0.4 });
    // Statistics Finland's limit: groups under 45 are not shown
    const hidden = publish(aggregate, { definition: discontinuationBySeptember, policy: minimumPolicy(45) }).cells[0];
    expect(hidden).toMatchObject({ status: 'withheld' });
  });
});
