import { expect, it } from 'vitest';
import { uniqueNames } from './unique-names.js';

it('a name that is there already is numbered', () => {
  expect(uniqueNames(['Osuus', 'osuus', 'Vuosi', 'Osuus', 'Osuus'])).toEqual([
    'Osuus',
    'osuus',
    'Vuosi',
    'Osuus (2)',
    'Osuus (3)',
  ]);
});

it('where case tells no names apart, neither does it here', () => {
  expect(uniqueNames(['Osuus', 'osuus', 'OSUUS'], { ignoresCase: true })).toEqual(['Osuus', 'osuus (2)', 'OSUUS (3)']);
});

it('a number that somebody else’s name has is passed over', () => {
  expect(uniqueNames(['A', 'A (2)', 'A'])).toEqual(['A', 'A (2)', 'A (3)']);
});

it('is cut to the longest that there may be, its number kept', () => {
  expect(uniqueNames(['Opiskelijavuodet', 'Opiskelijavuodet'], { longest: 10 })).toEqual(['Opiskelija', 'Opiske (2)']);
  // A character of two UTF-16 units goes as a whole, and so does the blank that would end the name.
  expect(uniqueNames(['abc😀', 'xyz w'], { longest: 4 })).toEqual(['abc', 'xyz']);
});
