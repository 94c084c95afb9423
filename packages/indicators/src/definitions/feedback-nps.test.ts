import { describe, expect, test } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import { factsOf } from '../facts/facts-of.js';
import { netPromoterScore } from '../feedback/net-promoter-score.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { reply, run } from '../../../../tests/oracle/respondent.js';
import { feedbackNps } from './feedback-nps.js';

const answersOf = (...values: readonly (number | 'eos')[]) => values.map((recommend) => reply({ recommend }));

describe('net promoter score', () => {
  test('the borders: 6 detracts, 7 and 8 are passive, 9 promotes', () => {
    expect(run(feedbackNps, answersOf(0, 6, 7, 8, 9, 10)).cells).toEqual({ '': [2, 2, 2] });
  });

  test('“can’t say” and numbers over 10 are left out and counted', () => {
    const { cells, excluded } = run(feedbackNps, answersOf(10, 'eos', 11, -1));
    expect(cells).toEqual({ '': [0, 0, 1] });
    expect(excluded).toEqual({ cantSay: 1, otherScale: 2 });
  });

  test('only the question that is chosen', () => {
    const persons = [reply({ recommend: 9, grade: 5 }), reply({ recommend: 3, grade: 4 })];
    expect(run(feedbackNps, persons, { only: { question: ['recommend'] } }).cells).toEqual({ '': [1, 0, 1] });
    expect(run(feedbackNps, persons, { by: ['question'] }).cells).toEqual({ grade: [2, 0, 0], recommend: [1, 0, 1] });
  });

  test('by year', () => {
    const persons = [
      reply({ q: 10 }, { day: '2024-05-01' }),
      reply({ q: 2 }, { day: '2024-05-02' }),
      reply({ q: 9 }, { day: '2025-05-01' }),
    ];
    const period = { from: '2024-01-01', to: '2025-12-31' };
    expect(run(feedbackNps, persons, { by: ['year'], period }).cells).toEqual({ 2024: [1, 0, 1], 2025: [0, 0, 1] });
  });

  test('published, it is rounded as in Arvo: 3 promoters, 4 detractors of 8 give −12', () => {
    const facts = factsOf(answersOf(9, 9, 10, 7, 1, 2, 3, 4));
    const options = { by: [], period: { from: '2025-01-01', to: '2025-12-31' }, asOf: '2026-01-31' };
    const aggregate = calculateInMemory(facts, feedbackNps, options);
    const table = publish(aggregate, { definition: feedbackNps, policy: minimumPolicy(2), figure: 'score' });
    expect(netPromoterScore({ promoters: 3, detractors: 4, n: 8 })).toBe(-12);
    expect(table.cells[0]).toMatchObject({ status: 'value', value: -12 });
  });
});
