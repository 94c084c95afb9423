import { StatisticsInputError } from './errors.js';

/**
 * So many of so many: 65 of 100. Counts, or numbers of a weighted sample (share × effective size): from 0 up, the numerator at most the
 * denominator, the denominator above 0.
 */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** Throws `StatisticsInputError` where the value is not a finite number. */
export function assertNumber(value: number, path: string): void {
  if (!Number.isFinite(value)) throw new StatisticsInputError('number', path, 'a number', String(value));
}

/** Throws `StatisticsInputError` where the value is not a finite number from 0 up. */
export function assertNotNegative(value: number, path: string): void {
  if (!(value >= 0 && value < Infinity)) {
    throw new StatisticsInputError('number', path, 'a number from 0 up', String(value));
  }
}

/** Throws `StatisticsInputError` where the value is not a finite number above 0. */
export function assertPositive(value: number, path: string): void {
  if (!(value > 0 && value < Infinity)) {
    throw new StatisticsInputError('number', path, 'a number above 0', String(value));
  }
}

/** Throws `StatisticsInputError` where the value is not a whole number of at least `least`. */
export function assertWhole(value: number, path: string, least: number): void {
  if (!(Number.isSafeInteger(value) && value >= least)) {
    throw new StatisticsInputError('whole-number', path, `a whole number from ${String(least)} up`, String(value));
  }
}

/** Throws `StatisticsInputError` where the share is not one: a numerator from 0 to the denominator, a denominator above 0. */
export function assertShareOf({ numerator, denominator }: Share, path: string): void {
  assertPositive(denominator, `${path}.denominator`);
  if (!(numerator >= 0 && numerator <= denominator)) {
    const expected = `a number from 0 to the denominator ${String(denominator)}`;
    throw new StatisticsInputError('share', `${path}.numerator`, expected, String(numerator));
  }
}

/** Throws `StatisticsInputError` where a number of the list is not finite, or there are fewer than `least`. */
export function assertNumbers(values: readonly number[], path: string, least: number): void {
  if (values.length < least) {
    throw new StatisticsInputError('length', path, `${String(least)} or more numbers`, String(values.length));
  }
  for (const [position, value] of values.entries()) assertNumber(value, `${path}[${String(position)}]`);
}
