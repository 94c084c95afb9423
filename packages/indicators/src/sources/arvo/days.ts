import { endOfMonth, parseDay } from '../../days/calendar.js';
import { NO_DAY, type Day } from '../../days/day.js';
import { shownDate } from '../documents/fields.js';
import { parseTableDay } from '../tables/values.js';
import type { ArvoReporter } from './findings.js';
import { fieldNames, type Field } from './names.js';
import { textOf, type ArvoRecord } from './record.js';

/**
 * Which day a reply belongs to. `answer`: the day of the answer, and of persons who did not answer the last day of their time.
 * `funding`: the day by which it counts for funding: that of the trigger (heratepvm), else the first day of the code; in
 * working-life feedback the last day of the workplace period.
 */
export type ReplyDay = 'answer' | 'funding';

const wanted: Readonly<Record<ReplyDay, readonly Field[]>> = {
  answer: ['answered', 'linkTo', 'linkFrom', 'trigger'],
  funding: ['workEnd', 'trigger', 'linkFrom', 'answered', 'linkTo'],
};

const MONTH = /^\d{4}-\d{2}$/;

/** The first day that a record has, in the order that is wanted; of a month its last day. NO_DAY where it has none. */
export function dayOfReply({ fields }: Pick<ArvoRecord, 'fields'>, by: ReplyDay, reporter: ArvoReporter): Day {
  for (const field of wanted[by]) {
    const text = textOf(fields[field]);
    if (text === undefined) continue;
    const day = parseTableDay(text);
    if (day !== undefined) return day;
    reporter.report('invalid-date', fieldNames[field][0], shownDate(text));
  }
  const month = textOf(fields.month);
  if (month === undefined) return NO_DAY;
  const first = parseDay(MONTH.test(month) ? `${month}-01` : month);
  if (first !== undefined) return endOfMonth(first);
  reporter.report('invalid-date', fieldNames.month[0], shownDate(month));
  return NO_DAY;
}

/** Whether a record has a day by which it counts for funding. */
export function hasFundingDay({ fields }: Pick<ArvoRecord, 'fields'>): boolean {
  return [fields.workEnd, fields.trigger, fields.linkFrom, fields.month].some((value) => textOf(value) !== undefined);
}
