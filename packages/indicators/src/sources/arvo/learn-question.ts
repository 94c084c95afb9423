import { asFields, shownText } from '../documents/fields.js';
import { parseYesNo } from '../tables/values.js';
import type { ArvoReporter } from './findings.js';
import { pathOf } from './open-reply.js';
import { kindOfArvoType, labelOf, type Questions, type QuestionType, type SurveyQuestion } from './question.js';
import { textOf, type ArvoRecord } from './record.js';

type Fields = ArvoRecord['fields'];

const isTrue = (value: unknown): boolean => value === true || parseYesNo(textOf(value) ?? '') === true;

/** How a question is answered, by where an answer to it stands. */
function typeByAnswer(fields: Fields): QuestionType | undefined {
  const has = (...values: readonly unknown[]) => values.some((value) => textOf(value) !== undefined);
  if (has(fields.yesNo)) return 'yesNo';
  if (has(fields.optionFi, fields.optionSv, fields.optionEn)) return 'choice';
  if (has(fields.number)) return 'scale';
  if (has(fields.figure)) return 'number';
  return has(fields.freeText) ? 'text' : undefined;
}

/**
 * The question that a record of Arvo's interface describes, or answers. `undefined` where neither its type nor its answer says how
 * it is answered.
 */
export function questionOf(fields: Fields, reporter: ArvoReporter): SurveyQuestion | undefined {
  const key = textOf(fields.questionId);
  if (key === undefined) return undefined;
  const type = textOf(fields.type);
  const known = type === undefined ? undefined : kindOfArvoType(type);
  const guessed = known === undefined ? typeByAnswer(fields) : undefined;
  if (known === undefined && guessed === undefined) return undefined;
  if (type !== undefined && known === undefined) reporter.report('unknown-type', pathOf({ key }), shownText(type));
  const forFunding = isTrue(fields.forFunding) || isTrue(asFields(fields.category)?.['rahoitusmallikysymys']);
  return {
    key,
    label: labelOf(textOf(fields.questionFi), textOf(fields.questionSv), textOf(fields.questionEn)),
    ...(known ?? { type: guessed ?? 'text', ...(guessed === 'choice' ? { several: true } : {}) }),
    ...(forFunding ? { forFunding } : {}),
  };
}

/** Takes an option of a multiple choice from a record that describes it, or from an answer that names it. */
export function learnOption(questions: Questions, fields: Fields): void {
  const key = textOf(fields.questionId);
  const code = Number(textOf(fields.number) ?? textOf(fields.order));
  const label = labelOf(
    textOf(fields.textFi) ?? textOf(fields.optionFi),
    textOf(fields.textSv) ?? textOf(fields.optionSv),
    textOf(fields.textEn) ?? textOf(fields.optionEn),
  );
  if (key === undefined || !Number.isInteger(code) || Object.keys(label).length === 0) return;
  questions.addOption(key, { code, label });
}
