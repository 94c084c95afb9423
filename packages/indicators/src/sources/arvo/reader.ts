import type { ArvoFindingCode, ArvoReporter } from './findings.js';
import type { Pseudonymise } from '../documents/pseudonyms.js';
import { createAnswersById } from './answers-by-id.js';
import { createDescribing } from './describing.js';
import { createIdentities } from './identify.js';
import type { RecordKind } from './kind.js';
import type { FileEvent } from './open-file.js';
import type { AnswerCounts } from './open-reply.js';
import type { Place } from './place.js';
import { createQuestions } from './question.js';
import type { ReadArvoOptions, ReadArvoSummary } from './options.js';
import { textOf, type ArvoRecord } from './record.js';
import { createReplies } from './replies.js';
import { createRepliesOfTables } from './replies-of-tables.js';
import { createSurveys } from './surveys.js';
import { createTargets, type Targets } from './targets.js';
import { writeTargets } from './write-targets.js';
import { createWriter, type Writer } from './write.js';

const BATCH_PERSONS = 1000;

/** Reads who was asked. Whether the record gave facts. */
function createTargetReader(targets: Targets) {
  return {
    link(record: ArvoRecord, place: Place): boolean {
      const added = targets.addLink(record, place);
      if (added === 'again') place.reporter.report('link-met-again', 'vastaajatunnus', '2 ×');
      else if (added === 'invalid') place.reporter.report('asked-invalid', 'kohteiden_lkm', '–');
      return typeof added === 'object';
    },
    group(record: ArvoRecord, place: Place): boolean {
      if (targets.links().length > 0) {
        place.reporter.report('targets-twice', 'tunnuksia', '–');
        return false;
      }
      const added = targets.addGroup(record, place);
      if (added === 'invalid') place.reporter.report('asked-invalid', 'kohteiden_lkm', '–');
      return added === 'added';
    },
  };
}

function findingsOf(reporters: readonly ArvoReporter[]): ReadArvoSummary['findings'] {
  const findings: Partial<Record<ArvoFindingCode, number>> = {};
  for (const { counts } of reporters)
    for (const [code, count] of counts) findings[code] = (findings[code] ?? 0) + count;
  return findings;
}

/** Turns what files hold into facts. */
export interface ArvoReader {
  readonly writer: Writer;
  read(event: FileEvent, place: Place): void;
  /** Writes what has waited, and who was asked. @param reporters of all files */
  finish(reporters: readonly ArvoReporter[]): ReadArvoSummary;
}

export function createArvoReader(options: ReadArvoOptions, pseudonymise: Pseudonymise): ArvoReader {
  const { description, provider, day = 'answer', own = [], batchPersons = BATCH_PERSONS } = options;
  const questions = createQuestions();
  const surveys = createSurveys();
  const targets = createTargets();
  const answers: AnswerCounts = { read: 0, facts: 0, refused: 0, freeText: 0 };
  const counts = { read: 0, facts: 0, refused: 0, described: 0 };
  const writer = createWriter({ surveys, day, own, batchPersons, ...(provider === undefined ? {} : { provider }) });
  const replies = createReplies(createIdentities(pseudonymise, targets), targets, writer, answers);
  const describing = createDescribing(questions, surveys);
  if (description !== undefined) describing.describe(description);
  const asked = createTargetReader(targets);
  const byId = createAnswersById(replies, questions);
  const ofTables = createRepliesOfTables(replies, {
    questions,
    described: describing.isDescribed,
    own: new Set(own.map(({ field }) => field)),
  });
  let placeOfReplies: Place | undefined;

  function gaveFacts(record: ArvoRecord, kind: RecordKind, place: Place): boolean {
    if (kind === 'link' || kind === 'group') return asked[kind](record, place);
    placeOfReplies ??= place;
    if (kind === 'reply') return ofTables.addReply(record, place);
    const isById = textOf(record.fields.questionId) !== undefined;
    return isById ? byId.add(record, place) : ofTables.addAnswer(record, place);
  }

  function readRecord(record: ArvoRecord, kind: RecordKind, place: Place): void {
    if (describing.readRecord(record, kind, place)) {
      counts.described++;
      return;
    }
    counts.read++;
    if (gaveFacts(record, kind, place)) counts.facts++;
    else counts.refused++;
  }

  return {
    writer,
    read(event, place) {
      if (event.type === 'record') readRecord(event.record, event.kind, place);
      else if (event.type === 'description') describing.readDescription(event.value, place);
      else {
        if (event.type === 'lost' && !event.ofFile) {
          counts.read++;
          counts.refused++;
        }
        place.reporter.report(event.code, '', event.found);
      }
    },
    finish(reporters) {
      byId.end();
      ofTables.end();
      const isAsked = targets.links().length + targets.groups().length > 0;
      if (placeOfReplies !== undefined && !isAsked) {
        placeOfReplies.reporter.at(0, undefined);
        placeOfReplies.reporter.report('targets-missing', '', '–');
      }
      writeTargets({ targets, writer, pseudonymise, repliesGiven: placeOfReplies !== undefined });
      writer.finish();
      const findings = findingsOf(reporters);
      return { ...counts, answers: { ...answers }, ...writer.counts, questions: questions.all(), findings };
    },
  };
}
