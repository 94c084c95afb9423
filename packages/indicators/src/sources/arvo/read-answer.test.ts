import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementScale } from '../../definitions/feedback-distribution.js';
import { chosenIn, readAnswer } from './read-answer.js';
import type { SurveyQuestion } from './question.js';

const scale: SurveyQuestion = { key: 'q', label: {}, type: 'scale', range: { from: 2, to: 5 }, cantSay: 1 };
const of = (type: SurveyQuestion['type'], rest: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  key: 'q',
  label: {},
  type,
  ...rest,
});
const options = ['Työ', 'Työ, opiskelu', 'opiskelu', 'Muu'].map((fi, code) => ({ code, label: { fi } }));

describe('choices joined by commas', () => {
  test('are divided where labels end, also where labels hold commas', () => {
    expect(chosenIn(options, 'Työ')).toEqual([0]);
    expect(chosenIn(options, 'Muu, Työ')).toEqual([3, 0]);
    expect(chosenIn(options, 'Työ, opiskelu')).toEqual([1]);
    expect(chosenIn(options, 'Työ, opiskelu, opiskelu')).toEqual([1, 2]);
    expect(chosenIn(options, 'Muu, Työ, Muu')).toEqual([3, 0, 3]);
  });

  test('go back where the longest label leads nowhere', () => {
    const nested = ['a, b', 'a', 'b, c'].map((fi, code) => ({ code, label: { fi } }));
    expect(chosenIn(nested, 'a, b, c')).toEqual([1, 2]);
  });

  test('in another case or language are the same, and other words are no choice', () => {
    expect(chosenIn([{ code: 7, label: { fi: 'Työ', sv: 'Arbete' } }], 'ARBETE, työ')).toEqual([7, 7]);
    expect(chosenIn(options, 'Työ, jotain muuta')).toBeUndefined();
    expect(chosenIn(options, 'Työläs')).toBeUndefined();
    expect(chosenIn([], 'Työ')).toBeUndefined();
  });

  test('come back from their joined labels, whatever was chosen', () => {
    const plain = ['yksi', 'kaksi', 'kolme'].map((fi, code) => ({ code, label: { fi } }));
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 1 }), (codes) => {
        const text = codes.map((code) => plain[code]?.label.fi).join(', ');
        expect(chosenIn(plain, text)).toEqual(codes);
      }),
    );
  });
});

describe('an answer', () => {
  test('on a scale is its number; the number that stands for “can’t say” is none', () => {
    expect(readAnswer(scale, { number: 5 })).toEqual({ kind: 'values', values: [5] });
    expect(readAnswer(scale, { text: '2' })).toEqual({ kind: 'values', values: [2] });
    expect(readAnswer(scale, { number: 1 })).toEqual({ kind: 'cantSay' });
    expect(readAnswer(scale, { number: 0 })).toMatchObject({ kind: 'problem', code: 'off-scale' });
    expect(readAnswer(scale, {})).toEqual({ kind: 'nothing' });
  });

  test('of agreement may stand in words', () => {
    const agreement = of('scale', { range: { from: 1, to: 5 }, options: agreementScale });
    expect(readAnswer(agreement, { text: 'Täysin samaa mieltä' })).toEqual({ kind: 'values', values: [5] });
    expect(readAnswer(agreement, { text: 'helt av annan åsikt' })).toEqual({ kind: 'values', values: [1] });
  });

  test('of yes or no is 1 or 0, however it is written', () => {
    for (const given of [{ yes: true }, { text: 'kylla' }, { text: 'Ja' }, { number: 1 }])
      expect(readAnswer(of('yesNo'), given)).toEqual({ kind: 'values', values: [1] });
    for (const given of [{ yes: false }, { text: 'ei' }, { text: 'No' }, { number: 0 }])
      expect(readAnswer(of('yesNo'), given)).toEqual({ kind: 'values', values: [0] });
    expect(readAnswer(of('yesNo'), { number: 2 })).toMatchObject({
      code: 'unexpected-answer',
      found: { notation: 'number' },
    });
  });

  test('“can’t say” in the words of Arvo’s forms', () => {
    for (const text of ['eos', 'En osaa sanoa', 'En pysty arvioimaan', 'Jag kan inte svara / vet inte', "I can't say"])
      expect(readAnswer(scale, { text })).toEqual({ kind: 'cantSay' });
    expect(readAnswer(of('choice', { options }), { cantSay: true })).toEqual({ kind: 'cantSay' });
  });

  test('written freely is known to have been there and nothing more', () => {
    expect(readAnswer(of('text'), { text: 'Kiitos' })).toEqual({ kind: 'freeText' });
    expect(readAnswer(of('text'), { freeText: true })).toEqual({ kind: 'freeText' });
    expect(readAnswer(of('text'), { cantSay: true })).toEqual({ kind: 'nothing' });
    expect(readAnswer(of('heading'), { text: 'x' })).toEqual({ kind: 'nothing' });
  });

  test('of a choice by number is an option, where the options are known', () => {
    expect(readAnswer(of('choice', { options }), { number: 3 })).toEqual({ kind: 'values', values: [3] });
    expect(readAnswer(of('choice', { options }), { number: 4 })).toMatchObject({ code: 'unknown-option', found: '4' });
    expect(readAnswer(of('choice'), { number: 4 })).toEqual({ kind: 'values', values: [4] });
  });
});
