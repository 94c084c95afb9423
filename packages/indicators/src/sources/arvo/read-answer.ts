import type { Shown } from '../../findings/reporter.js';
import { shapeOf, shownNumber } from '../documents/fields.js';
import { fold } from '../tables/columns.js';
import { parseWholeNumber, parseYesNo } from '../tables/values.js';
import type { Given } from './given.js';
import type { QuestionOption, SurveyQuestion } from './question.js';

/** What an answer is worth: numbers, several for a choice of several options; or why it is none. */
export type ReadAnswer =
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | { readonly kind: 'cantSay' }
  | { readonly kind: 'freeText' }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'problem';
      readonly code: 'off-scale' | 'unexpected-answer' | 'unknown-option' | 'not-whole-number';
      readonly found: Shown;
    };

/** "Can't say" in the words of Arvo's forms and exports. Source: CSCfi/arvo b2a8a7fc, texts. */
const cantSayWords: ReadonlySet<string> = new Set([
  'eos',
  'en osaa sanoa',
  'en pysty arvioimaan',
  'kan inte säga',
  'jag kan inte svara',
  'jag kan inte svara / vet inte',
  "can't say",
  "i can't say",
  'i can’t say',
]);

const DIGIT = /^[\d+-]/;

export function isCantSay(text: string): boolean {
  return !DIGIT.test(text) && cantSayWords.has(fold(text));
}

const one = (value: number): ReadAnswer => ({ kind: 'values', values: [value] });

function codeNamed(options: readonly QuestionOption[], text: string): number | undefined {
  const folded = fold(text);
  return options.find(({ label }) => Object.values(label).some((name) => fold(name) === folded))?.code;
}

const SEPARATOR = ', ';

/**
 * The options whose labels stand in a text one after another, as Arvo's CSV joins them by commas; a label may hold commas itself.
 * `undefined` where the text cannot be divided into labels.
 */
export function chosenIn(options: readonly QuestionOption[], text: string): readonly number[] | undefined {
  const names = options.flatMap(({ code, label }) => Object.values(label).map((name) => [fold(name), code] as const));
  const longestFirst = names.filter(([name]) => name !== '').sort(([a], [b]) => b.length - a.length);
  function from(rest: string): readonly number[] | undefined {
    for (const [name, code] of longestFirst) {
      if (rest === name) return [code];
      if (!rest.startsWith(name + SEPARATOR)) continue;
      const others = from(rest.slice(name.length + SEPARATOR.length));
      if (others !== undefined) return [code, ...others];
    }
    return undefined;
  }
  return from(fold(text));
}

function numberRead({ range, cantSay }: SurveyQuestion, number: number): ReadAnswer {
  if (number === cantSay) return { kind: 'cantSay' };
  if (!Number.isSafeInteger(number)) return { kind: 'problem', code: 'not-whole-number', found: shownNumber(number) };
  if (range !== undefined && (number < range.from || number > range.to))
    return { kind: 'problem', code: 'off-scale', found: shownNumber(number) };
  return one(number);
}

function scaleRead(question: SurveyQuestion, { number, text }: Given): ReadAnswer {
  if (number !== undefined) return numberRead(question, number);
  if (text === undefined) return { kind: 'nothing' };
  const parsed = parseWholeNumber(text) ?? codeNamed(question.options ?? [], text);
  if (parsed !== undefined) return numberRead(question, parsed);
  return { kind: 'problem', code: 'unexpected-answer', found: shapeOf(text) };
}

function yesNoRead({ yes, number, text }: Given): ReadAnswer {
  const said = yes ?? (text === undefined ? undefined : parseYesNo(text));
  if (said !== undefined) return one(said ? 1 : 0);
  if (number === 0 || number === 1) return one(number);
  if (number === undefined && text === undefined) return { kind: 'nothing' };
  return { kind: 'problem', code: 'unexpected-answer', found: shapeOf(text ?? number) };
}

function choiceRead({ options = [] }: SurveyQuestion, { number, text }: Given): ReadAnswer {
  if (number !== undefined) {
    const known = options.length === 0 || options.some(({ code }) => code === number);
    if (!Number.isSafeInteger(number)) return { kind: 'problem', code: 'not-whole-number', found: shownNumber(number) };
    return known ? one(number) : { kind: 'problem', code: 'unknown-option', found: shownNumber(number) };
  }
  if (text === undefined) return { kind: 'nothing' };
  const chosen = chosenIn(options, text);
  if (chosen !== undefined) return { kind: 'values', values: [...new Set(chosen)] };
  return { kind: 'problem', code: 'unknown-option', found: shapeOf(text) };
}

/** What an answer to a question is worth. Never gives back a text: what was written freely is only known to have been there. */
export function readAnswer(question: SurveyQuestion, given: Given): ReadAnswer {
  const { text, cantSay = false, freeText = false } = given;
  if (question.type === 'heading') return { kind: 'nothing' };
  if (question.type === 'text') return text !== undefined || freeText ? { kind: 'freeText' } : { kind: 'nothing' };
  if (cantSay || (text !== undefined && isCantSay(text))) return { kind: 'cantSay' };
  switch (question.type) {
    case 'yesNo':
      return yesNoRead(given);
    case 'choice':
      return choiceRead(question, given);
    default:
      return scaleRead(question, given);
  }
}
