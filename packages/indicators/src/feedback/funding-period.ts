import { dayFromIso, monthOf, yearOf } from '../days/calendar.js';
import type { IsoDate } from '../days/day.js';

/** A funding period of feedback (rahoituskausi): from 1 July to 30 June. */
export interface FundingPeriod {
  /** The two years: `2024-2025`. */
  readonly id: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A text that should name a funding period and does not. */
export class FundingPeriodError extends Error {
  override readonly name = 'FundingPeriodError';
  readonly code = 'funding-period';
  readonly expected = 'two years that follow each other, from 2018-2019 on';
  constructor(readonly found: string) {
    super(`"${found}" is not a funding period. Expected two years that follow each other, from 2018-2019 on.`);
  }
}

/** The feedback of vocational students counts for funding from this July on. */
const FIRST_YEAR = 2018;
const JULY = 7;
const FORM = /^(\d{4})-(\d{4})$/;

function beginningIn(year: number): FundingPeriod {
  return { id: `${year}-${year + 1}`, from: `${year}-07-01`, to: `${year + 1}-06-30` };
}

/**
 * @throws {FundingPeriodError} where the text is not `YYYY-YYYY` of two years that follow each other, from 2018 on
 *
 * @example
 * fundingPeriod('2024-2025'); // → { id: '2024-2025', from: '2024-07-01', to: '2025-06-30' }
 */
export function fundingPeriod(id: string): FundingPeriod {
  const [, first = '', second = ''] = FORM.exec(id) ?? [];
  const year = Number(first);
  if (year < FIRST_YEAR || Number(second) !== year + 1) throw new FundingPeriodError(id);
  return beginningIn(year);
}

/**
 * The period that a day is in.
 * @throws {InvalidDateError} where the text is not a day
 * @throws {FundingPeriodError} where the day is before 1 July 2018
 *
 * @example
 * fundingPeriodOf('2025-06-30').id; // → '2024-2025'
 */
export function fundingPeriodOf(day: IsoDate): FundingPeriod {
  const number = dayFromIso(day);
  const year = monthOf(number) < JULY ? yearOf(number) - 1 : yearOf(number);
  if (year < FIRST_YEAR) throw new FundingPeriodError(day);
  return beginningIn(year);
}
