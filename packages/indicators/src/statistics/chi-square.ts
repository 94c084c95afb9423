import { gammaTails } from './incomplete-gamma.js';

/** How much of χ² of so many degrees of freedom lies above: the p of a test. */
export function chiSquareAbove(chiSquare: number, degreesOfFreedom: number): number {
  return gammaTails(degreesOfFreedom / 2, chiSquare / 2).upper;
}

/** How much of a standard normal variable lies beyond ±z: the p of a two-sided test. */
export function normalBeyond(z: number): number {
  return chiSquareAbove(z * z, 1);
}
