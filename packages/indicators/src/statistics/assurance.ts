import type { LocalizedText } from '@strapetsi/text';
import type { Direction } from './control-chart.js';
import { assertNumber } from './input.js';
import type { Interval } from './interval.js';

/** What the process will do about a target as long as it stays as it is. */
export type Assurance = 'consistentlyHit' | 'consistentlyMissed' | 'inconsistent';

/**
 * Whether a steady process meets a target: always where all its ordinary variation lies on the better side, never where all lies on the
 * worse, else sometimes; as NHSRplotthedots, a target at a limit is met sometimes. `undefined` where neither direction is better.
 * @param limits of the last phase of a `controlChart`
 * @throws {StatisticsInputError} where the target is no number
 *
 * @example
 * assuranceOf(80, { lower: 82, upper: 91 }, 'higherIsBetter'); // → 'consistentlyHit'
 * assuranceOf(80, { lower: 75, upper: 91 }, 'higherIsBetter'); // → 'inconsistent'
 */
export function assuranceOf(target: number, limits: Interval, direction: Direction): Assurance | undefined {
  assertNumber(target, 'target');
  if (direction === 'neither') return undefined;
  if (target > limits.upper) return direction === 'higherIsBetter' ? 'consistentlyMissed' : 'consistentlyHit';
  if (target < limits.lower) return direction === 'higherIsBetter' ? 'consistentlyHit' : 'consistentlyMissed';
  return 'inconsistent';
}

/**
 * The statement of assurance for a reader.
 *
 * @example
 * assuranceStatements.inconsistent.fi; // → 'Tavoite saavutetaan välillä ja välillä ei: se on tavanomaisen vaihtelun rajojen sisällä.'
 */
export const assuranceStatements: Readonly<Record<Assurance, Required<LocalizedText>>> = {
  consistentlyHit: {
    fi: 'Tavoite saavutetaan jatkuvasti: tavanomainen vaihtelu ei ulotu sen huonommalle puolelle.',
    sv: 'Målet nås stadigvarande: den normala variationen når inte över till den sämre sidan om det.',
    en: 'The target is met consistently: ordinary variation does not reach the worse side of it.',
  },
  consistentlyMissed: {
    fi: 'Tavoitetta ei saavuteta ilman muutosta toiminnassa: tavanomainen vaihtelu on kokonaan sen huonommalla puolella.',
    sv: 'Målet nås inte utan en förändring i verksamheten: hela den normala variationen ligger på den sämre sidan om det.',
    en: 'The target is not met unless something changes: all ordinary variation lies on the worse side of it.',
  },
  inconsistent: {
    fi: 'Tavoite saavutetaan välillä ja välillä ei: se on tavanomaisen vaihtelun rajojen sisällä.',
    sv: 'Målet nås ibland och ibland inte: det ligger inom gränserna för den normala variationen.',
    en: 'The target is met at times and at times not: it lies within the limits of ordinary variation.',
  },
};
