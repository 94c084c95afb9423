import { expect, it } from 'vitest';
import { countsOf, persons, right } from '../../testing/timelines.js';
import { students } from './students.js';

/** The population: study rights with a day in the period that is not after the day of the data. Each case is worked out by hand. */
const spring = { from: '2024-01-01', to: '2024-05-31' };

it.each([
  ['ends on the first day of the period', '2023-08-07 present, 2024-01-01 graduated', '2025-01-01', 1],
  ['ended the day before', '2023-08-07 present, 2023-12-31 graduated', '2025-01-01', 0],
  ['starts on its last day', '2024-05-31 present', '2025-01-01', 1],
  ['starts the day after', '2024-06-01 present', '2025-01-01', 0],
  ['starts on the day of the data', '2024-03-15 present', '2024-03-15', 1],
  ['starts after the day of the data', '2024-03-16 present', '2024-03-15', 0],
])('a right that %s', (_what, timeline, asOf, population) => {
  const counts = countsOf(persons([right(timeline)]), students, { by: [], period: spring, asOf });
  expect(counts).toMatchObject({ population });
});
