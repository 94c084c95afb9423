import { asFields } from '../documents/fields.js';
import { DESCRIPTION_TYPE } from './description.js';
import type { ArvoRecord } from './record.js';

/**
 * What a record is about. `answer`: one answer of a respondent. `reply`: all answers of one. `link`: a code with which one or more
 * were asked. `group`: how many were asked of a group. The others describe: `question`, `option` of a multiple choice, `round` of a
 * survey; `relation` says only what belongs together.
 */
export type RecordKind = 'answer' | 'reply' | 'link' | 'group' | 'question' | 'option' | 'round' | 'relation';

/** Told by which fields there are, not by their values: of a table all rows are of one kind. */
export function kindOf({ fields, rest }: Pick<ArvoRecord, 'fields' | 'rest'>): RecordKind | undefined {
  const has = (...names: readonly (keyof typeof fields)[]) => names.some((name) => name in fields);
  const hasCode = has('code', 'linkId', 'respondentId');
  const hasQuestion = has('questionId', 'questionFi', 'questionSv', 'questionEn');
  if (hasQuestion && hasCode && has('answerText', 'number', 'yesNo', 'freeText', 'figure', 'cantSay')) return 'answer';
  if (has('questionId')) {
    if (has('textFi', 'textSv', 'textEn')) return 'option';
    return has('type') ? 'question' : undefined;
  }
  if (hasCode) {
    if (has('answered')) return 'reply';
    if (has('asked', 'answers', 'linkFrom', 'background')) return 'link';
    return rest.length > 0 ? 'reply' : undefined;
  }
  if (has('asked', 'links')) return 'group';
  if (has('roundId') || (has('surveyId') && has('surveyFi', 'surveyType'))) return 'round';
  return has('surveyId') && has('questionGroupId') ? 'relation' : undefined;
}

/** Whether an object is a description of ours. */
export function isDescription(value: unknown): boolean {
  return asFields(value)?.['type'] === DESCRIPTION_TYPE;
}

/** Descriptions are read first, then who was asked, then replies. */
export const ranks: Readonly<Record<RecordKind, number>> = {
  round: 0,
  question: 0,
  option: 1,
  relation: 1,
  link: 2,
  group: 3,
  reply: 4,
  answer: 4,
};
