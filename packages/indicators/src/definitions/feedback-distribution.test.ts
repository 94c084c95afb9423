import { describe, expect, test } from 'vitest';
import { sharesOf } from '../feedback/shares.js';
import { reply, run } from '../../../../tests/oracle/respondent.js';
import {
  CANT_SAY,
  feedbackDistribution,
  feedbackDistributionOfOpinions,
  feedbackDistributionOfOpinionsOver,
  feedbackDistributionOver,
} from './feedback-distribution.js';

const text = (en: string) => ({ fi: en, sv: en, en });

describe('distribution of answers', () => {
  test('1, 1, 4, 5 and two who can’t say: 2 0 0 1 1 and 2, shares of six or of four', () => {
    const persons = [1, 1, 4, 5, 'eos', 'eos'].map((q) => reply({ q: q === 'eos' ? 'eos' : Number(q) }));
    const all = run(feedbackDistribution, persons);
    expect(all.cells).toEqual({ '': [2, 0, 0, 1, 1, 2] });
    expect(all.n).toEqual({ '': 6 });
    const opinions = run(feedbackDistributionOfOpinions, persons);
    expect(opinions.cells).toEqual({ '': [2, 0, 0, 1, 1] });
    expect(opinions.n).toEqual({ '': 4 });
    expect(opinions.excluded).toMatchObject({ cantSay: 2 });
    // 2/6, 1/6, 1/6, 2/6 and 2/4, 1/4, 1/4
    expect(sharesOf({ options: [2, 0, 0, 1, 1], cantSay: 2 })).toMatchObject({
      options: [33, 0, 0, 17, 17],
      cantSay: 33,
    });
    expect(sharesOf({ options: [2, 0, 0, 1, 1], cantSay: 2 }, 'leftOut')).toMatchObject({
      options: [50, 0, 0, 25, 25],
    });
  });

  test('a number that is not on the scale is left out and counted, once for a reply', () => {
    const persons = [reply({ a: 0, b: 10 }), reply({ a: 5, b: 6 }), reply({ a: 3 })];
    const { cells, excluded, population } = run(feedbackDistribution, persons);
    expect(cells).toEqual({ '': [0, 0, 1, 0, 1, 0] });
    expect(excluded).toEqual({ otherScale: 2 });
    expect(population).toBe(3);
  });

  test('by question', () => {
    const persons = [reply({ a: 1, b: 2 }), reply({ a: 1, b: 'eos' })];
    expect(run(feedbackDistribution, persons, { by: ['question'] }).cells).toEqual({
      a: [2, 0, 0, 0, 0, 0],
      b: [0, 1, 0, 0, 0, 1],
    });
  });

  test('of a multiple choice the whole is selections', () => {
    const options = [
      { code: 0, label: text('at work') },
      { code: 1, label: text('studying') },
      { code: 2, label: text('elsewhere') },
    ];
    const chosen = (...values: readonly number[]) =>
      reply({}, { answers: values.map((value) => ({ question: 'where', value })) });
    const persons = [chosen(0, 1), chosen(0), chosen(0, 2), reply({ where: 'eos' })];
    const { cells, n } = run(feedbackDistributionOver(options), persons);
    expect(cells).toEqual({ '': [3, 1, 1, 1] });
    expect(n).toEqual({ '': 6 });
    expect(run(feedbackDistributionOfOpinionsOver(options), persons).cells).toEqual({ '': [3, 1, 1] });
  });

  test('yes and no, by school', () => {
    const yesNo = feedbackDistributionOver([
      { code: 1, label: text('yes') },
      { code: 0, label: text('no') },
    ]);
    const persons = [
      reply({ q: 1 }, { school: 'A' }),
      reply({ q: 0 }, { school: 'A' }),
      reply({ q: 1 }, { school: 'B' }),
      reply({ q: 'eos' }, { school: 'B' }),
    ];
    expect(run(yesNo, persons, { by: ['school'] }).cells).toEqual({ A: [1, 1, 0], B: [1, 0, 1] });
  });

  test('“can’t say” has a number that no option has', () => {
    const codes = feedbackDistribution.rules.flatMap(({ measure }) =>
      measure.kind === 'distribution' ? measure.categories.map(({ code }) => code) : [],
    );
    expect(codes).toEqual([1, 2, 3, 4, 5, CANT_SAY]);
  });
});
