import { ticks } from 'd3-array';
import type { NumberForm } from '../dataset/point.js';

export interface NumberAxis {
  /** From 0 to `top`. */
  readonly ticks: readonly number[];
  readonly top: number;
  /** What a tick is written with. */
  readonly form: NumberForm;
}

/** Shares are written in per cent, so that 0.05 needs no decimals. */
function decimalsOf(step: number, { unit }: NumberForm): number {
  const shown = unit === 'share' ? step * 100 : step;
  return Math.max(0, -Math.floor(Math.log10(shown) + 1e-9));
}

/** An axis from 0 to a round number at or above the highest value. `count`: about how many ticks there is room for. */
export function numberAxis(highest: number, form: NumberForm, count: number): NumberAxis {
  // Without a value any axis will do, as long as it can be read.
  const max = highest > 0 ? highest : 1;
  const [first = 0, second = max] = ticks(0, max, Math.max(2, count));
  const countsWhole = form.unit === 'days' || form.unit === 'students';
  const step = countsWhole ? Math.max(1, second - first) : second - first;
  const steps = Math.max(1, Math.ceil(max / step - 1e-9));
  const top = steps * step;
  return { ticks: ticks(0, top, steps), top, form: { unit: form.unit, decimals: decimalsOf(step, form) } };
}
