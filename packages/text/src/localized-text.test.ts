import { describe, expect, test } from 'vitest';
import { notTranslatedMark, pick, textFor } from './localized-text.js';

describe('the text for a reader', () => {
  test('is the one in the reader’s own language', () => {
    const text = { fi: 'Läsnä', sv: 'Närvarande', en: 'Present' };
    expect(pick(text, 'fi')).toEqual({ text: 'Läsnä', lang: 'fi', translated: true });
    expect(pick(text, 'sv')).toEqual({ text: 'Närvarande', lang: 'sv', translated: true });
    expect(pick(text, 'en')).toEqual({ text: 'Present', lang: 'en', translated: true });
  });

  test('falls from Swedish to Finnish and from Finnish to Swedish before English', () => {
    expect(pick({ fi: 'Lukuvuosimaksu', en: 'Tuition fee' }, 'sv')).toEqual({
      text: 'Lukuvuosimaksu',
      lang: 'fi',
      translated: false,
    });
    expect(pick({ sv: 'Semester', en: 'Vacation' }, 'fi')?.lang).toBe('sv');
    expect(pick({ en: 'Vacation' }, 'fi')?.lang).toBe('en');
  });

  test('falls from English to Finnish before Swedish', () => {
    expect(pick({ fi: 'Loma', sv: 'Semester' }, 'en')?.lang).toBe('fi');
    expect(pick({ sv: 'Semester' }, 'en')?.lang).toBe('sv');
  });

  test('is not a blank string', () => {
    expect(pick({ fi: 'Loma', sv: ' ' }, 'sv')).toEqual({ text: 'Loma', lang: 'fi', translated: false });
  });

  test('is missing where no language has one', () => {
    expect(pick({}, 'fi')).toBeUndefined();
    expect(pick({ fi: '', sv: '' }, 'fi')).toBeUndefined();
    expect(textFor({}, 'fi', '(nimetön)')).toBe('(nimetön)');
  });

  test('carries the mark of the reader’s language when it is in another', () => {
    expect(textFor({ fi: 'Lukuvuosimaksu' }, 'sv')).toBe('Lukuvuosimaksu (inte på svenska)');
    expect(textFor({ sv: 'Semester' }, 'fi')).toBe('Semester (ei suomeksi)');
    expect(textFor({ fi: 'Loma' }, 'en')).toBe(`Loma (${notTranslatedMark('en')})`);
    expect(textFor({ fi: 'Loma' }, 'fi')).toBe('Loma');
  });
});
