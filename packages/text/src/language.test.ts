import { describe, expect, test } from 'vitest';
import { createLanguage, sentenceKey, str } from './language.js';

const templates = {
  [sentenceKey('Data table')]: 'Tietotaulukko',
  [sentenceKey('{0} of {1} values are withheld')]: 'Arvoja {1}, salattu {0}',
  own: 'Oma',
};

describe('a language', () => {
  test('speaks from its catalogue', () => {
    const { msg } = createLanguage('fi', templates);
    expect(msg('Data table')).toBe('Tietotaulukko');
    expect(msg('Data table', { desc: 'for translators only' })).toBe('Tietotaulukko');
  });

  test('fills values in where the translation wants them', () => {
    const { msg } = createLanguage('fi', templates);
    expect(msg(str`${3} of ${12} values are withheld`)).toBe('Arvoja 12, salattu 3');
  });

  test('needs no catalogue in English, the language of the source', () => {
    const { msg } = createLanguage('en');
    expect(msg('Data table')).toBe('Data table');
    expect(msg(str`${3} of ${12} values are withheld`)).toBe('3 of 12 values are withheld');
  });

  test('says in English what its catalogue lacks', () => {
    const { msg } = createLanguage('fi', templates);
    expect(msg(str`Highest: ${'81,4'}`)).toBe('Highest: 81,4');
  });

  test('fills a value in as it stands, also one that looks like a place for another', () => {
    expect(createLanguage('en').msg(str`${'{1}'} of ${'$& {0}'}`)).toBe('{1} of $& {0}');
  });

  test('finds a sentence by its own id where it has one', () => {
    expect(createLanguage('fi', templates).msg('Own', { id: 'own' })).toBe('Oma');
  });

  test('stands beside another without either hearing of the other', () => {
    const finnish = createLanguage('fi', templates);
    const swedish = createLanguage('sv', { [sentenceKey('Data table')]: 'Datatabell' });
    expect([finnish, swedish, finnish].map(({ msg }) => msg('Data table'))).toEqual([
      'Tietotaulukko',
      'Datatabell',
      'Tietotaulukko',
    ]);
  });
});

describe('the key of a sentence', () => {
  test('is FNV-1a of 32 bits', () => {
    // Test vectors of draft-eastlake-fnv, appendix C: "", "a", "foobar".
    expect(['', 'a', 'foobar'].map(sentenceKey)).toEqual(
      [0x811c9dc5, 0xe40c292c, 0xbf9cf968].map((hash) => `s${hash.toString(36)}`),
    );
  });
});
