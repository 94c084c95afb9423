import type { Cell, PublishedCount } from './indicator-table.js';
import type { Policy } from './policy.js';

type Range = { readonly from: number; readonly to: number };

/** A group, but too small a one to be shown. */
export function isSmall(count: number, policy: Policy): boolean {
  return count < policy.minimum && (count > 0 || policy.hidesZero === true);
}

function smallRange(policy: Policy): { readonly range?: Range } {
  return policy.saysRange ? { range: { from: policy.hidesZero === true ? 0 : 1, to: policy.minimum - 1 } } : {};
}

/** A count of persons as the policy lets it be seen. */
export function publishCount(count: number, policy: Policy): PublishedCount {
  if (isSmall(count, policy)) return { status: 'withheld', ...smallRange(policy) };
  return { status: 'value', value: roundedCount(count, policy) };
}

function roundedCount(count: number, { roundTo }: Policy): number {
  return roundTo * Math.round(count / roundTo);
}

/** A magnitude, such as student years: shown where enough persons stand behind it, in the figure's decimals. */
export function publishAmount(n: number, amount: number, decimals: number, policy: Policy): Cell {
  const published = publishCount(n, policy);
  if (published.status === 'withheld') return { status: 'withheld', reason: 'primary', n: published };
  return { status: 'value', value: Number(amount.toFixed(decimals)), n: published };
}

/**
 * The share x / n of the published counts. A numerator or a whole that is withheld leaves the span that Vipunen shows:
 * 1/n – 4/n, or 25–100 % where the whole itself is 1–4.
 */
export function publishShare(n: number, x: number, policy: Policy): Cell {
  if (n === 0 && policy.hidesZero !== true) return { status: 'noData' };
  const whole = publishCount(n, policy);
  if (whole.status === 'withheld') {
    const range =
      policy.saysRange && policy.roundTo > 1 && x > 0 ? { range: { from: 1 / (policy.minimum - 1), to: 1 } } : {};
    return { status: 'withheld', reason: 'primary', ...range, n: whole };
  }
  const hidesPart = policy.protects.includes('x') && isSmall(x, policy);
  const hidesRest = policy.protects.includes('rest') && isSmall(n - x, policy);
  if (hidesPart || hidesRest) {
    return { status: 'withheld', reason: 'primary', ...shareRange(whole.value, x, policy), n: whole };
  }
  const part = roundedCount(x, policy);
  return { status: 'value', value: part / whole.value, n: whole, x: { status: 'value', value: part } };
}

function shareRange(whole: number, x: number, policy: Policy): { readonly range?: Range } {
  if (!policy.saysRange) return {};
  const most = policy.minimum - 1;
  const low: Range = { from: 1 / whole, to: Math.min(1, most / whole) };
  return { range: isSmall(x, policy) ? low : { from: 1 - low.to, to: 1 - low.from } };
}
