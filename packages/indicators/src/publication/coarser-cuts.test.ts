import { describe, expect, it } from 'vitest';
import { students } from '../definitions/students.js';
import { aggregateOf } from '../../testing/tables.js';
import { coarserCuts } from './coarser-cuts.js';
import { minimumPolicy } from './policy.js';

const five = minimumPolicy(5);

describe('coarser cuts', () => {
  it('are ranked by the share of persons that they show', () => {
    // By school and gender 3 of 43 are withheld and 40 shown; by gender all 43 are; by school only the 10 of A and the 33 of B.
    const aggregate = aggregateOf(['school', 'gender'], {
      'A female': [7],
      'A male': [3],
      'B female': [13],
      'B male': [20],
    });
    expect(coarserCuts({ aggregate, definition: students }, five)).toEqual([
      { dimension: 'school', kept: 1 },
      { dimension: 'gender', kept: 1 },
    ]);
  });

  it('band neighbouring age groups until each band is large enough', () => {
    const aggregate = aggregateOf(['ageGroup'], {
      '15-19': [30],
      '20-24': [3],
      '25-29': [4],
      '30-39': [2],
      '40-': [9],
    });
    // 39 of 48 are shown as it is; 3 + 4 and 2 + 9 make groups of 7 and 11.
    expect(coarserCuts({ aggregate, definition: students }, five)).toEqual([
      { dimension: 'ageGroup', bands: [['15-19'], ['20-24', '25-29'], ['30-39', '40-']], kept: 1 },
      { dimension: 'ageGroup', kept: 1 },
    ]);
  });

  it('are none where nothing is withheld, and never put time together', () => {
    const fine = aggregateOf(['school'], { A: [7], B: [9] });
    expect(coarserCuts({ aggregate: fine, definition: students }, five)).toEqual([]);
    const months = aggregateOf(['month'], { '2024-01': [7], '2024-02': [3] });
    expect(coarserCuts({ aggregate: months, definition: students }, five)).toEqual([]);
  });
});
