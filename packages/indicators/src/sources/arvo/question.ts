import type { DataText } from '@strapetsi/text';
import { agreementScale } from '../../definitions/feedback-distribution.js';
import { fold } from '../tables/columns.js';

/** How a question is answered. Free text is never read; a heading is no question. */
export const questionTypes = [
  'scale', // arvosana, likert_asteikko, asteikko …
  'netPromoterScore', // nps: 0–10
  'yesNo', // kylla_ei_valinta
  'choice', // monivalinta, alasvetovalikko
  'number', // luku
  'text', // vapaateksti
  'heading', // valiotsikko
] as const;
export type QuestionType = (typeof questionTypes)[number];

/** An option of a choice or a step of a scale: its number in the facts, and what it is called. */
export interface QuestionOption {
  readonly code: number;
  readonly label: DataText;
}

/** A question of a survey. */
export interface SurveyQuestion {
  /** Arvo's `kysymysid`, or a key of the author's. */
  readonly key: string;
  readonly label: DataText;
  /** Other headings under which its answers may stand. */
  readonly names?: readonly string[];
  readonly type: QuestionType;
  /** The numbers that may be chosen; any where absent. */
  readonly range?: { readonly from: number; readonly to: number };
  /** The number that stands for "can't say", where one does. */
  readonly cantSay?: number;
  readonly options?: readonly QuestionOption[];
  /** Whether several options may be chosen. */
  readonly several?: boolean;
  /** Whether the question counts for funding (rahoitusmallikysymys). */
  readonly forFunding?: boolean;
}

type Kind = Pick<SurveyQuestion, 'type' | 'range' | 'cantSay' | 'options' | 'several'>;

const scale = (from: number, to: number): Kind => ({ type: 'scale', range: { from, to } });

/**
 * Arvo's types of questions. Sources: CSCfi/arvo b2a8a7fc, schema/export.clj; which number stands for "can't say":
 * CSCfi/antero e14a7bf3, vastaustyyppi_keskiarvo.
 */
const arvoTypes: ReadonlyMap<string, Kind> = new Map([
  ['arvosana', scale(1, 5)],
  ['arvosana4_ja_eos', { ...scale(2, 5), cantSay: 1 }],
  ['arvosana6', scale(1, 6)],
  ['arvosana6_ja_eos', { ...scale(0, 5), cantSay: 6 }],
  ['arvosana7', scale(1, 7)],
  ['asteikko', scale(1, 5)],
  ['asteikko5_1', scale(1, 5)],
  ['likert_asteikko', { ...scale(1, 5), options: agreementScale }],
  ['nps', { type: 'netPromoterScore', range: { from: 0, to: 10 } }],
  ['kylla_ei_valinta', { type: 'yesNo' }],
  ['monivalinta', { type: 'choice', several: true }],
  ['alasvetovalikko', { type: 'choice' }],
  ['luku', { type: 'number' }],
  ['vapaateksti', { type: 'text' }],
  ['valiotsikko', { type: 'heading' }],
]);

/** How a question of an Arvo type is answered; `undefined` for a type that is not known. */
export function kindOfArvoType(type: string): Kind | undefined {
  return arvoTypes.get(fold(type));
}

export interface Questions {
  /** By key. A question that is known already keeps what it has and gains what it lacked. */
  add(question: SurveyQuestion): SurveyQuestion;
  /** An option that a question gained; nothing where the question is not known. */
  addOption(key: string, option: QuestionOption): void;
  byKey(key: string): SurveyQuestion | undefined;
  /** By key, label in any language or other name, case and spaces apart. */
  named(name: string): SurveyQuestion | undefined;
  readonly all: () => readonly SurveyQuestion[];
}

/** A label without the languages that have no text. */
export function labelOf(fi: string | undefined, sv: string | undefined, en: string | undefined): DataText {
  return {
    ...(fi === undefined ? {} : { fi }),
    ...(sv === undefined ? {} : { sv }),
    ...(en === undefined ? {} : { en }),
  };
}

export function createQuestions(): Questions {
  const byKey = new Map<string, SurveyQuestion>();
  const byName = new Map<string, string>();
  /** Names as they stood, so that each is folded once: every answer of a table is looked up. */
  const asked = new Map<string, string | undefined>();

  function name(question: SurveyQuestion): void {
    for (const text of [question.key, ...Object.values(question.label), ...(question.names ?? [])]) {
      const folded = fold(text);
      if (folded !== '' && !byName.has(folded)) byName.set(folded, question.key);
    }
  }

  return {
    add(question) {
      const before = byKey.get(question.key);
      const whole =
        before === undefined ? question : { ...question, ...before, label: { ...question.label, ...before.label } };
      byKey.set(question.key, whole);
      name(whole);
      asked.clear();
      return whole;
    },
    addOption(key, option) {
      const question = byKey.get(key);
      if (question === undefined || question.options?.some(({ code }) => code === option.code)) return;
      byKey.set(key, { ...question, options: [...(question.options ?? []), option] });
    },
    byKey: (key) => byKey.get(key),
    named(text) {
      if (!asked.has(text)) asked.set(text, byName.get(fold(text)));
      return byKey.get(asked.get(text) ?? '');
    },
    all: () => [...byKey.values()],
  };
}
