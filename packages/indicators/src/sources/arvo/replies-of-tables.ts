import type { ArvoFindingCode, ArvoReporter } from './findings.js';
import { givenIn } from './given.js';
import { guessTypes, type TextAnswers } from './guess-types.js';
import { identityIn } from './identify.js';
import { pathOf } from './open-reply.js';
import type { Questions } from './question.js';
import type { Place } from './place.js';
import { textOf, type ArvoRecord } from './record.js';
import type { BegunReply, Replies } from './replies.js';

interface Waiting {
  readonly reply: BegunReply;
  readonly answers: TextAnswers;
}

/** Reads replies whose answers name their questions by text. */
export interface RepliesOfTables {
  /** A row for each respondent, a column for each question. Whether it gave facts. */
  addReply(record: ArvoRecord, place: Place): boolean;
  /** A row for each answer; those of a respondent follow each other. Whether it gave facts. */
  addAnswer(record: ArvoRecord, place: Place): boolean;
  /** Reads what is left. */
  end(): void;
}

interface OpenRows {
  readonly identity: string | undefined;
  /** `undefined` where the respondent had replied already. */
  readonly reply: BegunReply | undefined;
  readonly answers: [name: string, text: string][];
  readonly names: Set<string>;
}

/** So many replies are looked at together, so that it can be guessed how questions are answered where nobody says it. */
const TOGETHER = 1000;

export interface TableQuestions {
  readonly questions: Questions;
  /** Whether somebody says how questions are answered: then none is guessed. */
  readonly described: () => boolean;
  /** Headings of columns that are taken as they stand: no questions. */
  readonly own: ReadonlySet<string>;
}

/** Texts of questions with the group they stand in: the same text in a second group is another question. */
function createQuestionNames(): (fields: ArvoRecord['fields']) => string {
  const groups = new Map<string, string>();
  return ({ questionFi, questionSv, questionEn, groupFi, groupSv, groupEn }) => {
    const name = textOf(questionFi) ?? textOf(questionSv) ?? textOf(questionEn) ?? '';
    const group = textOf(groupFi) ?? textOf(groupSv) ?? textOf(groupEn) ?? '';
    const first = groups.get(name);
    if (first === undefined) groups.set(name, group);
    return first === undefined || first === group ? name : `${name} (${group})`;
  };
}

export function createRepliesOfTables(
  replies: Replies,
  { questions, described, own }: TableQuestions,
): RepliesOfTables {
  let waiting: Waiting[] = [];
  let rows: OpenRows | undefined;
  const nameOf = createQuestionNames();
  const told = new WeakMap<ArvoReporter, Set<string>>();

  function tellOnce(code: ArvoFindingCode, name: string, reporter: ArvoReporter): void {
    const names = told.get(reporter) ?? new Set();
    told.set(reporter, names);
    const path = pathOf({ key: name });
    if (!names.has(name)) reporter.report(code, path, path);
    names.add(name);
  }

  function read({ reply, answers }: Waiting): void {
    const { reporter, record, line } = reply.place;
    reporter.at(record, line);
    for (const [name, text] of answers) {
      const question = questions.named(name);
      if (question !== undefined) {
        reply.open.add(question, givenIn(text), reporter);
        continue;
      }
      reply.open.refuse();
      tellOnce('unknown-question', name, reporter);
    }
    replies.write(reply);
  }

  function readWaiting(): void {
    const ready = waiting;
    waiting = [];
    const first = ready[0];
    if (first === undefined) return;
    if (!described()) {
      const { reporter } = first.reply.place;
      const guessed = guessTypes(
        questions,
        ready.map(({ reply, answers }) => ({ answers, language: reply.record.language })),
      );
      reporter.at(0, undefined);
      if (guessed !== undefined) reporter.report('types-inferred', '', guessed);
    }
    for (const each of ready) read(each);
  }

  function wait(reply: BegunReply, answers: TextAnswers): void {
    waiting.push({ reply, answers });
    if (waiting.length >= TOGETHER) readWaiting();
  }

  function endRows(): void {
    if (rows?.reply !== undefined) wait(rows.reply, rows.answers);
    rows = undefined;
  }

  function begin(record: ArvoRecord, place: Place): BegunReply | undefined {
    const begun = replies.begin(record, place);
    if (begun !== 'again') return begun;
    place.reporter.report('reply-met-again', 'vastaajatunnus', '2 ×');
    return undefined;
  }

  return {
    addReply(record, place) {
      const reply = begin(record, place);
      if (reply === undefined) return false;
      const answers: [string, string][] = [];
      for (const [name, value] of record.rest) {
        const text = textOf(value);
        if (own.has(name)) continue;
        if (described() && questions.named(name) === undefined) tellOnce('column-not-described', name, place.reporter);
        else if (text !== undefined) answers.push([name, text]);
      }
      wait(reply, answers);
      return true;
    },
    addAnswer(record, place) {
      const name = nameOf(record.fields);
      const day = textOf(record.fields.answered) ?? '';
      const identity = `${identityIn(record.fields) ?? ''} ${day}`;
      // A question that comes again begins the reply of another who had the same code.
      if (rows === undefined || rows.identity !== identity || rows.names.has(name)) {
        endRows();
        rows = { identity, reply: begin(record, place), answers: [], names: new Set() };
      }
      rows.names.add(name);
      const text = textOf(record.fields.answerText);
      if (text !== undefined) rows.answers.push([name, text]);
      return rows.reply !== undefined;
    },
    end() {
      endRows();
      readWaiting();
    },
  };
}
