import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sheetNames } from './sheet-names.js';

it.each([
  ['Opiskelijavuodet', 'Opiskelijavuodet'],
  ['Läpäisy: 2023/2024 [kaikki]', 'Läpäisy 2023 2024 kaikki'],
  ["'Osuus'", 'Osuus'],
  ['Mitä? Kuka* \\ missä', 'Mitä Kuka missä'],
  ['History', 'Taulukko'],
  [' \t', 'Taulukko'],
  // 31 characters, the last of which would be a blank.
  ['Opiskeluoikeuksien kulku vuosin tilanteen mukaan', 'Opiskeluoikeuksien kulku vuosin'],
  ['Ajantasainen tutkinnon läpäisy arviona', 'Ajantasainen tutkinnon läpäisy'],
])('%j is called %j', (name, expected) => {
  expect(sheetNames([name], 'Taulukko')).toEqual([expected]);
});

it('of the same name each is numbered, however long it is', () => {
  const long = 'Opiskeluoikeuksien kulku vuosin tilanteen mukaan';
  expect(sheetNames([long, long.toUpperCase(), ''], 'Taulukko')).toEqual([
    'Opiskeluoikeuksien kulku vuosin',
    'OPISKELUOIKEUKSIEN KULKU VU (2)',
    'Taulukko',
  ]);
});

it('Excel takes any of them', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 45 }), { maxLength: 12 }), (names) => {
      const given = sheetNames(names, 'Taulukko');
      expect(given).toHaveLength(names.length);
      expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of given) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\\p{Cc}]|^'|'$/u);
        expect(name).not.toMatch(/\p{Cs}/u);
      }
    }),
  );
});
