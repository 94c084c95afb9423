import { describe, expect, test } from 'vitest';
import { fieldNames, fieldOf } from './names.js';

describe('names of fields and headings', () => {
  test('mean one thing each', () => {
    const names = Object.values(fieldNames).flat();
    expect(new Set(names).size).toBe(names.length);
  });

  test('are known in any case, as Arvo writes them in three languages', () => {
    expect(['Vastaajatunnus', 'Svarskod', 'Answer identifier'].map(fieldOf)).toEqual(['code', 'code', 'code']);
    expect(['Kohteiden lkm', 'Svarsantal', 'ResponseCount'].map(fieldOf)).toEqual(['asked', 'asked', 'asked']);
    expect(['Tutkinnon nimi', 'Namn på examen', 'Name of degree'].map(fieldOf)).toEqual([
      'qualificationFi',
      'qualificationSv',
      'qualificationEn',
    ]);
  });

  test('of addresses and of what else is not needed are no questions', () => {
    // In Swedish the address of a code is called "Svararkod", the code itself "Svarskod".
    for (const name of ['Vastauslinkki', 'Svararkod', 'Credential', 'Työnantaja', 'taustakysymys_ika'])
      expect(fieldOf(name)).toBe('other');
    expect(fieldOf('Sain ohjausta riittävästi.')).toBeUndefined();
  });
});
