import { parseDay } from '../../days/calendar.js';
import type { Day } from '../../days/day.js';
import type { ByteSource } from '../documents/bytes.js';
import { readTable } from '../tables/read-table.js';
import { parseTableDay } from '../tables/values.js';

/** What a report is about: its period, first and last day counted, and its school. */
export interface ReportScope {
  readonly window?: { readonly from: Day; readonly to: Day };
  /** Oid of the school (oppilaitos) that the report was made for. */
  readonly school?: string;
}

const ORGANISATION = /1\.2\.246\.562\.(?:10|99)\.\d+/;
/** `opiskelijavuositiedot_1.2.246.562.10.…_20250101-20251231.xlsx` */
const DAYS_IN_NAME = /(?:^|_)(\d{4})(\d\d)(\d\d)-(\d{4})(\d\d)(\d\d)(?=\D|$)/;
/** "Aikajakso: 1.1.2025 - 31.12.2025", of the sheet of instructions. */
const DAYS_IN_TEXT = /(\d{1,2}\.\d{1,2}\.\d{4})\s*[-–]\s*(\d{1,2}\.\d{1,2}\.\d{4})/;

function windowOf(from: Day | undefined, to: Day | undefined): Pick<ReportScope, 'window'> {
  return from === undefined || to === undefined || from > to ? {} : { window: { from, to } };
}

function schoolIn(text: string): Pick<ReportScope, 'school'> {
  const school = ORGANISATION.exec(text)?.[0];
  return school === undefined ? {} : { school };
}

/** The period and school in the name that KOSKI gives to a report's file; what is not there is absent. */
export function reportScopeFromName(file: string): ReportScope {
  const [, y1, m1, d1, y2, m2, d2] = DAYS_IN_NAME.exec(file) ?? [];
  return { ...windowOf(parseDay(`${y1}-${m1}-${d1}`), parseDay(`${y2}-${m2}-${d2}`)), ...schoolIn(file) };
}

const INSTRUCTIONS = 2;

/**
 * The period and school as the report's sheet of instructions (Ohjeet, Anvisningar) has them. A CSV has no such sheet, and gives
 * nothing. Days of a period are written in the Finnish way in both languages.
 */
export async function readReportScope(source: ByteSource): Promise<ReportScope> {
  let text = '';
  for await (const part of readTable(source, { sheet: INSTRUCTIONS })) {
    text = 'names' in part ? [...part.above.flat(), ...part.names].join('\n') : '';
    break;
  }
  const [, from, to] = DAYS_IN_TEXT.exec(text) ?? [];
  return { ...windowOf(dayOf(from), dayOf(to)), ...schoolIn(text) };
}

function dayOf(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : parseTableDay(text);
}
