import type { DataText } from '@strapetsi/text';
import * as z from 'zod/mini';
import { educations, type Education } from '../../facts/codes.js';
import { schemaProblem, type SchemaIssue } from '../../shape/schema-problem.js';
import { foundText, type ShapeProblem } from '../../shape/shape-problem.js';
import { questionTypes, type SurveyQuestion } from './question.js';

export const DESCRIPTION_TYPE = 'strapetsi.survey-description';

/** A survey as indicators show it: several surveys of Arvo, such as one for each year, may be one here. */
export interface DescribedSurvey {
  readonly key: string;
  readonly label: DataText;
  /** Numbers (kyselyid, kyselykertaid) and names under which its replies stand in exports. */
  readonly names?: readonly string[];
  /** What its respondents study, where all study the same. */
  readonly education?: Education;
}

/** What a file of replies does not say of itself: questions with type, scale and labels, and surveys. */
export interface SurveyDescription {
  readonly type: typeof DESCRIPTION_TYPE;
  readonly schemaVersion: 1;
  /** Where replies name no survey and one is described, they are of that one. */
  readonly surveys?: readonly DescribedSurvey[];
  readonly questions: readonly SurveyQuestion[];
}

export type ParsedSurveyDescription =
  | { readonly ok: true; readonly description: SurveyDescription }
  | { readonly ok: false; readonly problem: ShapeProblem };

const filled = z.string().check(z.minLength(1));
const label = z.object({
  fi: z.exactOptional(z.string()),
  sv: z.exactOptional(z.string()),
  en: z.exactOptional(z.string()),
});
const option = z.object({ code: z.int().check(z.gte(0), z.lte(200)), label });
const range = z
  .object({ from: z.int(), to: z.int() })
  .check(z.refine(({ from, to }) => from <= to, { error: 'order', path: ['to'] }));
const question = z.object({
  key: filled,
  label,
  names: z.exactOptional(z.array(filled)),
  type: z.enum(questionTypes),
  range: z.exactOptional(range),
  cantSay: z.exactOptional(z.int()),
  options: z.exactOptional(z.array(option)),
  several: z.exactOptional(z.boolean()),
  forFunding: z.exactOptional(z.boolean()),
});
const survey = z.object({
  key: filled,
  label,
  names: z.exactOptional(z.array(filled)),
  education: z.exactOptional(z.enum(educations)),
});
const description = z.object({
  type: z.literal(DESCRIPTION_TYPE),
  schemaVersion: z.literal(1),
  surveys: z.exactOptional(z.array(survey)),
  questions: z.array(question),
});

function expectedText(issue: SchemaIssue): string {
  if (issue.code !== 'too_small') return 'a number not below from';
  return issue.origin === 'string' ? 'a text that is not empty' : `at least ${String(issue.minimum)}`;
}

/** Two questions or surveys of one key: the second would never be met. */
function keyTwice({ questions, surveys = [] }: SurveyDescription): ShapeProblem | undefined {
  for (const [list, items] of [['questions', questions] as const, ['surveys', surveys] as const]) {
    const at = items.findIndex(({ key }, place) => items.findIndex((item) => item.key === key) < place);
    if (at >= 0) {
      return { path: `${list}[${at}].key`, expected: 'a key of its own', found: foundText(items[at]?.key) };
    }
  }
  return undefined;
}

/** Reads a description of surveys, every shape checked; unknown fields are dropped. Never throws. */
export function parseSurveyDescription(json: unknown): ParsedSurveyDescription {
  const read = z.safeParse(description, json);
  if (read.success) {
    const problem = keyTwice(read.data);
    return problem === undefined ? { ok: true, description: read.data } : { ok: false, problem };
  }
  return { ok: false, problem: schemaProblem(json, read.error, 'an object', expectedText) };
}
