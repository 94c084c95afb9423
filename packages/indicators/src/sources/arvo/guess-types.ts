import type { Lang } from '@strapetsi/text';
import type { Description } from '../../findings/reporter.js';
import { createTypeGuess, type TypeGuess } from './infer.js';
import type { Questions } from './question.js';

/** Answers by the heading or text of their question. */
export type TextAnswers = readonly (readonly [name: string, text: string])[];

/**
 * Adds the questions of the answers that are not known yet, their types guessed.
 * @returns how many of each type, said for a finding; `undefined` where all were known
 */
export function guessTypes(
  questions: Questions,
  replies: readonly { readonly answers: TextAnswers; readonly language: Lang }[],
): Description | undefined {
  const guesses = new Map<string, { readonly guess: TypeGuess; readonly language: Lang }>();
  for (const { answers, language } of replies) {
    for (const [name, text] of answers) {
      if (questions.named(name) !== undefined) continue;
      const known = guesses.get(name) ?? { guess: createTypeGuess(), language };
      guesses.set(name, known);
      known.guess.add(text);
    }
  }
  if (guesses.size === 0) return undefined;
  const types = { scale: 0, yesNo: 0, text: 0 };
  for (const [name, { guess, language }] of guesses) {
    const type = guess.type();
    types[type]++;
    questions.add({ key: name, label: { [language]: name }, type });
  }
  return {
    notation: `scale ${types.scale}, yesNo ${types.yesNo}, text ${types.text}`,
    fi: `asteikkoja ${types.scale}, kyllä/ei ${types.yesNo}, sanallisia ${types.text}`,
    sv: `skalor ${types.scale}, ja/nej ${types.yesNo}, i ord ${types.text}`,
    en: `scales ${types.scale}, yes or no ${types.yesNo}, in words ${types.text}`,
  };
}
