import { parseWholeNumber, parseYesNo } from '../tables/values.js';
import { isCantSay } from './read-answer.js';
import type { QuestionType } from './question.js';

/** Guesses how a question of a table is answered from its first answers, where nobody says it. */
export interface TypeGuess {
  add(text: string): void;
  /**
   * All of them yes or no: `yesNo`; all whole numbers: `scale`; else `text`, whose answers are not read: a choice cannot be told
   * from what was written freely.
   */
  type(): Extract<QuestionType, 'scale' | 'yesNo' | 'text'>;
}

const NUMBER = /^[+-]?\d{1,6}([.,]0+)?$/;

export function createTypeGuess(): TypeGuess {
  let answers = 0;
  let numbers = 0;
  let yesNo = 0;
  return {
    add(text) {
      if (isCantSay(text)) return;
      answers++;
      // "0" and "1" may be both; a scale is the safer reading.
      if (NUMBER.test(text.trim()) && parseWholeNumber(text) !== undefined) numbers++;
      else if (text.trim().length > 1 && parseYesNo(text) !== undefined) yesNo++;
    },
    type() {
      if (answers > 0 && numbers === answers) return 'scale';
      return answers > 0 && yesNo === answers ? 'yesNo' : 'text';
    },
  };
}
