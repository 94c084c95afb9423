import { describe, expect, test } from 'vitest';
import { generateMsgId } from '@lit/localize/internal/id-generation.js';
import { createLanguage, str } from './language.js';

const templates = {
  [generateMsgId('Data table', false)]: 'Tietotaulukko',
  [generateMsgId(['', ' of ', ' values are withheld'], false)]: str`Arvoja ${1}, salattu ${0}`,
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

  test('finds a sentence by its own id where it has one', () => {
    expect(createLanguage('fi', templates).msg('Own', { id: 'own' })).toBe('Oma');
  });

  test('stands beside another without either hearing of the other', () => {
    const finnish = createLanguage('fi', templates);
    const swedish = createLanguage('sv', { [generateMsgId('Data table', false)]: 'Datatabell' });
    expect([finnish, swedish, finnish].map(({ msg }) => msg('Data table'))).toEqual([
      'Tietotaulukko',
      'Datatabell',
      'Tietotaulukko',
    ]);
  });
});
