import { codesHead, repliesHead, sampleCodes, sampleReplies } from './feedback.js';
import { fieldsHead, sampleFields } from './fields.js';
import { outcomesHead, sampleOutcomes } from './outcomes.js';
import { samplePlans } from './plans.js';
import type { SampleOptions } from './sample.js';
import { surveyDescription } from './survey.js';

/** A file that a sample has beside the KOSKI documents. */
export interface SampleFile {
  readonly name: string;
  readonly head: string;
  readonly lines: (options: SampleOptions) => Generator<string>;
}

/** What the documents of a folder are called. */
export const documentsName = 'koski.ndjson.gz';

function* plansOnLines(options: SampleOptions): Generator<string> {
  for (const plan of samplePlans(options)) yield `${plan}\n`;
}

function* nothing(): Generator<string> {}

/** All of the same learners, so that every indicator can be tried. */
export const sampleFiles: readonly SampleFile[] = [
  { name: 'plans.ndjson.gz', head: '', lines: plansOnLines },
  { name: 'outcomes.csv', head: outcomesHead, lines: sampleOutcomes },
  { name: 'replies.csv', head: repliesHead, lines: sampleReplies },
  { name: 'codes.csv', head: codesHead, lines: sampleCodes },
  ...([1, 2, 3] as const).map((level) => ({
    name: `fieldLevel${level}.csv`,
    head: fieldsHead + [...sampleFields(level)].join(''),
    lines: nothing,
  })),
  { name: 'survey.json', head: `${JSON.stringify(surveyDescription, undefined, 2)}\n`, lines: nothing },
];
