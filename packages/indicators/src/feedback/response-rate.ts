import { rational, toNumber } from './rational.js';

/**
 * How many were asked and how many of them answered. In working-life feedback both are days: of the workplace periods that were
 * asked about, and of those about which someone answered (CSCfi/antero e14a7bf3, p_lataa_f_amos_tyoelamapalaute).
 */
export interface Targets {
  readonly asked: number;
  readonly answered: number;
}

/**
 * answered / asked; `undefined` where nobody was asked, or it is not known who was. Above 1 where targets are missing.
 *
 * @example
 * responseRate({ asked: 10, answered: 6 }); // → 0.6
 */
export function responseRate({ asked, answered }: Targets): number | undefined {
  return asked <= 0 ? undefined : toNumber(rational(answered, asked));
}
