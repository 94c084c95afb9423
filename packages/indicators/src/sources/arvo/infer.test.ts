import { describe, expect, test } from 'vitest';
import { createTypeGuess } from './infer.js';

function typeOf(...texts: readonly string[]) {
  const guess = createTypeGuess();
  for (const text of texts) guess.add(text);
  return guess.type();
}

describe('how a question is answered, guessed from its answers', () => {
  test('whole numbers are a scale, with “can’t say” among them', () => {
    expect(typeOf('1', '5', 'eos', '3,0', '10')).toBe('scale');
    expect(typeOf('0', '1')).toBe('scale');
  });

  test('yes and no are yes and no', () => {
    expect(typeOf('kylla', 'ei', 'eos')).toBe('yesNo');
    expect(typeOf('Ja', 'Nej')).toBe('yesNo');
  });

  test('one answer in other words makes all of them words', () => {
    expect(typeOf('1', '5', 'hyvä')).toBe('text');
    expect(typeOf('kylla', 'ei', 'ehkä')).toBe('text');
    expect(typeOf('1', 'kylla')).toBe('text');
    expect(typeOf('2,5')).toBe('text');
    expect(typeOf('0401234567')).toBe('text');
  });

  test('nothing but “can’t say” says nothing', () => {
    expect(typeOf()).toBe('text');
    expect(typeOf('eos', 'eos')).toBe('text');
  });
});
