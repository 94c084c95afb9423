import { parseSurveyDescription, type SurveyDescription } from './description.js';
import type { RecordKind } from './kind.js';
import { learnOption, questionOf } from './learn-question.js';
import type { Place } from './place.js';
import type { Questions } from './question.js';
import type { ArvoRecord } from './record.js';
import type { Surveys } from './surveys.js';

/** Takes in what describes surveys and their questions. */
export interface Describing {
  /** Whether anybody has said how questions are answered. */
  readonly isDescribed: () => boolean;
  describe(description: SurveyDescription): void;
  readDescription(value: unknown, place: Place): void;
  /** A record of Arvo's interface. Whether it was one that describes. */
  readRecord(record: ArvoRecord, kind: RecordKind, place: Place): boolean;
}

export function createDescribing(questions: Questions, surveys: Surveys): Describing {
  let isDescribed = false;

  function describe({ surveys: described = [], questions: known }: SurveyDescription): void {
    surveys.describe(described);
    for (const question of known) questions.add(question);
    isDescribed ||= known.length > 0;
  }

  function readQuestion(record: ArvoRecord, { reporter }: Place): void {
    const question = questionOf(record.fields, reporter);
    if (question === undefined) {
      reporter.report('unknown-type', 'vastaustyyppi', '–');
      return;
    }
    questions.add(question);
    isDescribed = true;
  }

  return {
    isDescribed: () => isDescribed,
    describe,
    readDescription(value, { reporter }) {
      const parsed = parseSurveyDescription(value);
      if (parsed.ok) describe(parsed.description);
      else {
        const { path, expected, found } = parsed.problem;
        reporter.report('invalid-description', path, `${found} ≠ ${expected}`);
      }
    },
    readRecord(record, kind, place) {
      switch (kind) {
        case 'round':
          surveys.addRound(record.fields);
          return true;
        case 'option':
          learnOption(questions, record.fields);
          return true;
        case 'question':
          readQuestion(record, place);
          return true;
        default:
          return kind === 'relation';
      }
    },
  };
}
