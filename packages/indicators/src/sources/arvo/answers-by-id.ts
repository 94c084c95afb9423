import { givenOf } from './given.js';
import { identityIn } from './identify.js';
import { learnOption, questionOf } from './learn-question.js';
import { pathOf } from './open-reply.js';
import type { Questions, SurveyQuestion } from './question.js';
import type { Place } from './place.js';
import { textOf, type ArvoRecord } from './record.js';
import type { BegunReply, Replies } from './replies.js';

/** Puts replies together from records that hold one answer each and name question and respondent by number. */
export interface AnswersById {
  /** Whether the record gave facts. */
  add(record: ArvoRecord, place: Place): boolean;
  /** Writes what has not been written. */
  end(): void;
}

/**
 * Answers of a respondent stand together in an export, or nearly so: while two thousand respondents are kept open, the one whose
 * last answer came longest ago is written first.
 */
const KEPT_OPEN = 2000;

export function createAnswersById(replies: Replies, questions: Questions): AnswersById {
  const open = new Map<string, BegunReply>();
  let last: string | undefined;

  function touch(identity: string, reply: BegunReply): void {
    if (identity === last) return;
    last = identity;
    open.delete(identity);
    open.set(identity, reply);
    if (open.size <= KEPT_OPEN) return;
    for (const [oldest, done] of open) {
      if (open.size <= KEPT_OPEN / 2) break;
      open.delete(oldest);
      replies.write(done);
    }
  }

  function questionFor(record: ArvoRecord, place: Place): SurveyQuestion | undefined {
    const key = textOf(record.fields.questionId) ?? '';
    const known = questions.byKey(key);
    if (known === undefined) {
      const learned = questionOf(record.fields, place.reporter);
      if (learned === undefined) return undefined;
      questions.add(learned);
    }
    learnOption(questions, record.fields);
    return questions.byKey(key);
  }

  return {
    add(record, place) {
      const identity = identityIn(record.fields);
      let reply = identity === undefined ? undefined : open.get(identity);
      if (reply === undefined) {
        const begun = replies.begin(record, place);
        if (begun === 'again') {
          place.reporter.report('reply-met-again', 'vastaajaid', '2 ×');
          return false;
        }
        reply = begun;
      }
      const question = questionFor(record, place);
      if (question === undefined) {
        reply.open.refuse();
        const key = textOf(record.fields.questionId) ?? '';
        place.reporter.report('unknown-question', pathOf({ key }), '–');
      } else reply.open.add(question, givenOf(record), place.reporter);
      if (identity === undefined) replies.write(reply);
      else touch(identity, reply);
      return true;
    },
    end() {
      for (const reply of open.values()) replies.write(reply);
      open.clear();
      last = undefined;
    },
  };
}
