import type { NumberForm } from '../dataset/point.js';

export interface NumberAxis {
  /** From 0 to `top`. */
  readonly ticks: readonly number[];
  readonly top: number;
  /** How a tick is written. */
  readonly form: NumberForm;
}

const ROUNDING = 1e-9;

/** The smallest of 1, 2 and 5 times a power of ten that reaches `highest` in at most `count` steps. */
function roundStep(highest: number, count: number): { readonly step: number; readonly decimals: number } {
  const power = Math.floor(Math.log10(highest / count) + ROUNDING);
  const steps = [
    [1, power],
    [2, power],
    [5, power],
    [1, power + 1],
  ] as const;
  for (const [multiple, exponent] of steps) {
    // Dividing by a whole power of ten rounds once, so that 0.2 is 0.2; multiplying by 0.1 would not.
    const step = exponent < 0 ? multiple / 10 ** -exponent : multiple * 10 ** exponent;
    if (step * count >= highest * (1 - ROUNDING)) return { step, decimals: Math.max(0, -exponent) };
  }
  throw new RangeError(`No step takes 0 to ${highest} in ${count}`);
}

/** An axis from 0 to a round number at or above the highest value, of at most `count` steps. */
export function numberAxis(highest: number, form: NumberForm, count: number): NumberAxis {
  // Without a value any axis will do, as long as it can be read.
  const max = highest > 0 ? highest : 1;
  const round = roundStep(max, count);
  const countsWhole = form.unit === 'days' || form.unit === 'students';
  const { step, decimals } = countsWhole && round.step < 1 ? { step: 1, decimals: 0 } : round;
  const steps = Math.max(1, Math.ceil((max / step) * (1 - ROUNDING)));
  const ticks = Array.from({ length: steps + 1 }, (_, index) => index * step);
  // Shares are written in per cent, which takes two decimals off.
  const written = form.unit === 'share' ? Math.max(0, decimals - 2) : decimals;
  return { ticks, top: steps * step, form: { unit: form.unit, decimals: written } };
}
