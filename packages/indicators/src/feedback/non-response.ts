import { fundingPeriod } from './funding-period.js';
import { inverseOf, isAtLeast, minus, plus, rational, times, toNumber, type Rational } from './rational.js';
import type { Targets } from './response-rate.js';

/** How the factor of non-response is made of the response rate v, in the funding periods from `first` to `last`. */
export interface NonResponseRule {
  readonly id: string;
  readonly first: string;
  /** Absent: still in use, as far as the source knows. */
  readonly last?: string;
  /** In a notation without language. */
  readonly formula: string;
  readonly factor: (rate: Rational) => Rational;
}

/** 1 / v, or at lower rates the value at the joint and a line up from it. */
function lineBelow(rate: Rational, joint: Rational, slope: Rational): Rational {
  return isAtLeast(rate, joint) ? inverseOf(rate) : plus(inverseOf(joint), times(slope, minus(joint, rate)));
}

function factorOf2018(rate: Rational): Rational {
  if (isAtLeast(rate, rational(8, 10))) return inverseOf(rate);
  return minus(plus(rational(1), times(rational(15, 16), rate)), times(rational(25, 32), times(rate, rate)));
}

function factorOf2019(rate: Rational): Rational {
  if (isAtLeast(rational(2, 10), rate)) return rational(857, 350);
  return lineBelow(rate, rational(7, 10), rational(204, 100));
}

/**
 * The correction of non-response (katokorjauskerroin) by funding period.
 * Source: CSCfi/antero e14a7bf3, p_lataa_f_amos_opiskelijapalaute_vastausosuudet_kertoimet.
 */
export const nonResponseRules: readonly [NonResponseRule, ...NonResponseRule[]] = [
  {
    id: '2018-2019',
    first: '2018-2019',
    last: '2018-2019',
    formula: 'v ≥ 0.8: 1 / v; v < 0.8: 1 + 15/16 · v − 25/32 · v²',
    factor: factorOf2018,
  },
  {
    id: '2019-2024',
    first: '2019-2020',
    last: '2023-2024',
    formula: 'v ≥ 0.7: 1 / v; 0.2 < v < 0.7: 1 / 0.7 + 2.04 · (0.7 − v); v ≤ 0.2: 857 / 350',
    factor: factorOf2019,
  },
  {
    id: 'from-2024',
    first: '2024-2025',
    formula: 'v ≥ 0.6: 1 / v; v < 0.6: 1 / 0.6 + 2 · (0.6 − v)',
    factor: (rate) => lineBelow(rate, rational(6, 10), rational(2)),
  },
];

/**
 * The rule of a funding period, such as `2024-2025`.
 * @throws {FundingPeriodError}
 *
 * @example
 * nonResponseRuleOf('2024-2025').id; // → 'from-2024'
 */
export function nonResponseRuleOf(period: string): NonResponseRule {
  const { id } = fundingPeriod(period);
  return nonResponseRules.reduce((rule, later) => (later.first <= id ? later : rule));
}

/** The factor as a fraction; `undefined` where nobody was asked. */
export function exactNonResponseFactor(period: string, { asked, answered }: Targets): Rational | undefined {
  const rule = nonResponseRuleOf(period);
  return asked <= 0 ? undefined : rule.factor(rational(answered, asked));
}

/**
 * What points are multiplied by because not everybody answered. Limits are compared in whole numbers (7 of 10 is 0.7); the source
 * rounds rate and factor to 14 decimals, which shows in no figure.
 * @param period `YYYY-YYYY`
 * @returns `undefined` where nobody was asked
 * @throws {FundingPeriodError}
 *
 * @example
 * // Eight of ten: 1 / 0.8.
 * nonResponseFactor('2024-2025', { asked: 10, answered: 8 }); // → 1.25
 */
export function nonResponseFactor(period: string, targets: Targets): number | undefined {
  const factor = exactNonResponseFactor(period, targets);
  return factor === undefined ? undefined : toNumber(factor);
}
