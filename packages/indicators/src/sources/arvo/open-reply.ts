import { shapeOf } from '../documents/fields.js';
import type { ArvoReporter } from './findings.js';
import type { Given } from './given.js';
import type { SurveyQuestion } from './question.js';
import { readAnswer } from './read-answer.js';
import type { WrittenAnswer } from './write.js';

/** Counts of answers: read = facts + refused + freeText. Cells with nothing in them are no answers. */
export interface AnswerCounts {
  read: number;
  facts: number;
  refused: number;
  /** Free text, which is never read. */
  freeText: number;
}

/** The answers of one respondent as they come in. */
export interface OpenReply {
  /** Reads an answer; what is none is said and counted. */
  add(question: SurveyQuestion, given: Given, reporter: ArvoReporter): void;
  /** Counts an answer to a question that is not known. */
  refuse(): void;
  readonly answers: readonly WrittenAnswer[];
}

export function createOpenReply(counts: AnswerCounts): OpenReply {
  const answers: WrittenAnswer[] = [];
  /** By key of the question: what was answered to it. */
  const met = new Map<string, Set<number | undefined>>();

  function take(question: SurveyQuestion, values: readonly (number | undefined)[], reporter: ArvoReporter): void {
    const before = met.get(question.key) ?? new Set();
    const more = question.type === 'choice' && question.several === true && !before.has(undefined);
    const fresh = values.filter((value) => !before.has(value));
    if (fresh.length === 0 || (before.size > 0 && (!more || values.includes(undefined)))) {
      counts.refused++;
      reporter.report('answer-again', pathOf(question), '2 ×');
      return;
    }
    counts.facts++;
    for (const value of fresh) {
      before.add(value);
      answers.push({ question, value });
    }
    met.set(question.key, before);
  }

  return {
    answers,
    refuse() {
      counts.read++;
      counts.refused++;
    },
    add(question, given, reporter) {
      const read = readAnswer(question, given);
      if (read.kind === 'nothing') return;
      counts.read++;
      switch (read.kind) {
        case 'freeText':
          counts.freeText++;
          return;
        case 'problem':
          counts.refused++;
          reporter.report(read.code, pathOf(question), read.found);
          return;
        case 'cantSay':
          take(question, [undefined], reporter);
          return;
        default:
          take(question, read.values, reporter);
      }
    },
  };
}

const LONGEST_KEY = 40;

/** Where in the survey: the question's key, or only its shape where it is a heading. */
export function pathOf({ key }: Pick<SurveyQuestion, 'key'>): string {
  return `kysymys ${key.length <= LONGEST_KEY ? key : shapeOf(key).notation}`;
}
