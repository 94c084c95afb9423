import { parseWholeNumber, parseYesNo } from '../tables/values.js';
import { textOf, type ArvoRecord } from './record.js';

/** What stands as an answer, before it is known what was asked. */
export interface Given {
  /** A text of a table's cell, or of a field. */
  readonly text?: string;
  readonly number?: number;
  readonly yes?: boolean;
  /** "Can't say" was said, or nothing else can be meant: Arvo's interface leaves its field out. */
  readonly cantSay?: boolean;
  /** Whether free text was written. */
  readonly freeText?: boolean;
}

function yesOf(value: unknown): boolean | undefined {
  if (value === 1 || value === '1' || value === 'kylla') return true;
  return value === 0 || value === '0' || value === 'ei' ? false : undefined;
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? parseWholeNumber(value) : undefined;
}

/** Databases write truth as one letter. */
const isTrue = (text: string): boolean => text.trim() === 't' || parseYesNo(text) === true;

/** The answer of a record for one answer: in Arvo's interface by kind of answer, in its CSV as one text. */
export function givenOf({ fields }: ArvoRecord): Given {
  if ('answerText' in fields) {
    const text = textOf(fields.answerText);
    return text === undefined ? {} : { text };
  }
  const number = numberOf(fields.number) ?? numberOf(fields.figure);
  const yes = yesOf(fields.yesNo);
  const freeText = textOf(fields.freeText) !== undefined;
  const said = fields.cantSay === true || (typeof fields.cantSay === 'string' && isTrue(fields.cantSay));
  const nothing = number === undefined && yes === undefined && !freeText;
  return {
    ...(number === undefined ? {} : { number }),
    ...(yes === undefined ? {} : { yes }),
    ...(freeText ? { freeText } : {}),
    ...(said || (nothing && !('cantSay' in fields)) ? { cantSay: true } : {}),
  };
}

/** The answer in a cell of a row that holds all of a respondent's answers. */
export function givenIn(value: unknown): Given {
  const text = textOf(value);
  return text === undefined ? {} : { text };
}
