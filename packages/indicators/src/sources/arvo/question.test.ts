import { describe, expect, test } from 'vitest';
import { createQuestions, kindOfArvoType } from './question.js';

describe('Arvo’s types of questions', () => {
  test('have the scales of its forms', () => {
    const ranges = ['arvosana', 'arvosana6', 'arvosana7', 'asteikko', 'asteikko5_1', 'likert_asteikko', 'nps'].map(
      (type) => kindOfArvoType(type)?.range,
    );
    expect(ranges.map((range) => `${range?.from}–${range?.to}`)).toEqual([
      '1–5',
      '1–6',
      '1–7',
      '1–5',
      '1–5',
      '1–5',
      '0–10',
    ]);
  });

  test('say which number stands for “can’t say”: 1 of 2–5, 6 of 0–5', () => {
    expect(kindOfArvoType('arvosana4_ja_eos')).toEqual({ type: 'scale', range: { from: 2, to: 5 }, cantSay: 1 });
    expect(kindOfArvoType('arvosana6_ja_eos')).toEqual({ type: 'scale', range: { from: 0, to: 5 }, cantSay: 6 });
  });

  test('that are not known have none', () => {
    expect(kindOfArvoType('matriisi')).toBeUndefined();
  });
});

describe('the questions of a reading', () => {
  const first = { key: '1', label: { fi: 'Hyvä?' }, type: 'scale' } as const;

  test('are found by key, by label in any language and by other names', () => {
    const questions = createQuestions();
    questions.add({ ...first, label: { fi: 'Hyvä?', sv: 'Bra?' }, names: ['q1'] });
    for (const name of ['1', 'hyvä?', ' Bra? ', 'Q1']) expect(questions.named(name)?.key).toBe('1');
    expect(questions.named('2')).toBeUndefined();
  });

  test('keep what was said first and gain what was not', () => {
    const questions = createQuestions();
    questions.add(first);
    questions.add({ key: '1', label: { fi: 'Muu', en: 'Good?' }, type: 'text', forFunding: true });
    expect(questions.byKey('1')).toEqual({
      key: '1',
      label: { fi: 'Hyvä?', en: 'Good?' },
      type: 'scale',
      forFunding: true,
    });
  });

  test('gain options one by one, each once', () => {
    const questions = createQuestions();
    questions.add({ key: '1', label: {}, type: 'choice' });
    questions.addOption('1', { code: 0, label: { fi: 'a' } });
    questions.addOption('1', { code: 0, label: { fi: 'b' } });
    questions.addOption('2', { code: 0, label: { fi: 'c' } });
    expect(questions.all()).toEqual([
      { key: '1', label: {}, type: 'choice', options: [{ code: 0, label: { fi: 'a' } }] },
    ]);
  });
});
