import { createFactsBuilder } from '../../facts/builder.js';
import { createDictionaries } from '../../facts/dictionary.js';
import type { Facts } from '../../facts/facts.js';
import type { Finding } from '../../findings/finding.js';
import { createReporter, type Shown } from '../../findings/reporter.js';
import type { ByteSource } from '../documents/bytes.js';
import { asFields, asList, shapeOf, type Fields } from '../documents/fields.js';
import { documentForm } from '../documents/form.js';
import { createPseudonyms } from '../documents/pseudonyms.js';
import { recordsOf, type DocumentHandler, type RecordReader } from '../documents/read-documents.js';
import { koskiFindings, type KoskiFindingCode } from './findings.js';
import { createPersonReader, personOf } from './person.js';
import { createRightReader, onlySchoolOf } from './right.js';
import { createSeenKeys } from './seen.js';

export interface ReadProgress {
  /** Bytes taken from the source, before unpacking. */
  readonly bytes: number;
  /** Documents met so far. */
  readonly records: number;
}

export interface ReadOptions {
  /**
   * Secret from which pseudonyms of persons are made, at least 16 bytes, the same for all files that belong together. It is
   * never stored with the facts: who has it and a list of identity codes can undo the pseudonyms.
   */
  readonly pseudonymKey: string | Uint8Array;
  /** The file's name, for findings. */
  readonly file?: string;
  readonly onFinding?: (finding: Finding) => void;
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Called once, at the end: what the generator returns and `for await` drops. */
  readonly onSummary?: (summary: ReadSummary) => void;
  /** Persons in one batch of facts, 1,000 unless given. A person's documents are joined within a batch only. */
  readonly batchPersons?: number;
  /** Larger documents are skipped while scanning; 16 MiB unless given. */
  readonly maxDocumentBytes?: number;
}

/** Counts of one reading. `read === facts + refused`, for documents and for study rights. */
export interface ReadSummary {
  /** Documents, and runs of text that are none. */
  readonly read: number;
  readonly facts: number;
  readonly refused: number;
  /** Study rights of the documents that could be parsed. */
  readonly studyRights: { readonly read: number; readonly facts: number; readonly refused: number };
  readonly persons: number;
  /** How many findings of each code. */
  readonly findings: Readonly<Partial<Record<KoskiFindingCode, number>>>;
}

const BATCH_PERSONS = 1000;
const koskiForm = documentForm(['henkilö', 'opiskeluoikeudet']);

/** Whether a document is a study right by itself, as KOSKI gives a single one: it does not say whose it is. */
function isStudyRight(document: Fields): boolean {
  return document['opiskeluoikeudet'] === undefined && 'tila' in document && 'suoritukset' in document;
}

/** Turns documents into batches of facts. */
function createDocumentReader(options: ReadOptions): RecordReader<Facts, ReadSummary> {
  const pseudonymise = createPseudonyms(options.pseudonymKey);
  const batchPersons = options.batchPersons ?? BATCH_PERSONS;
  const dictionaries = createDictionaries();
  const reporter = createReporter<KoskiFindingCode>(koskiFindings, options.file, options.onFinding);
  // Two files of one run must not share the keys of persons without an identity.
  const localMark = options.file === undefined ? '' : `:${pseudonymise('file', options.file).slice(0, 8)}`;
  const persons = createPersonReader(pseudonymise, dictionaries.language, reporter, localMark);
  const seen = createSeenKeys();
  const batches: Facts[] = [];
  const builder = createFactsBuilder(dictionaries);
  let inBatch = new Map<string, number>();
  let knownRights = new Set<string>();
  const rights = createRightReader(builder, dictionaries, pseudonymise, reporter);
  const documents = { read: 0, facts: 0, refused: 0 };
  const studyRights = { read: 0, facts: 0, refused: 0 };
  let personCount = 0;

  function flush(): void {
    if (builder.personCount > 0) batches.push(builder.finish());
    inBatch = new Map();
    knownRights = new Set();
  }

  function refuse(code: KoskiFindingCode, path: string, found: Shown, line?: number): void {
    documents.refused++;
    reporter.report(code, path, found, line);
  }

  function readDocument(value: unknown): void {
    const document = asFields(value);
    const list = asList(document?.['opiskeluoikeudet']);
    if (document === undefined || list === undefined) {
      refuse('not-koski-document', document === undefined ? '' : 'opiskeluoikeudet', shapeOf(value));
      return;
    }
    const alone = isStudyRight(document);
    if (!alone && document['opiskeluoikeudet'] === undefined) {
      refuse('not-koski-document', 'opiskeluoikeudet', shapeOf(value));
      return;
    }
    const given = alone ? [document] : list;
    studyRights.read += given.length;
    if (given.length === 0) {
      refuse('no-study-rights', 'opiskeluoikeudet', shapeOf(list));
      return;
    }
    const school = onlySchoolOf(given);
    reporter.ofSchool(school);
    const row = persons.read(personOf(document), documents.read);
    const met = inBatch.get(row.key);
    if (met === undefined && seen.has(row.key)) {
      studyRights.refused += given.length;
      refuse('person-met-again', 'henkilö', '2 × henkilö');
      return;
    }
    if (met === undefined && builder.personCount >= batchPersons) flush();
    let position = met;
    const owner = { key: row.key, record: documents.read, position: () => (position ??= builder.person(row)) };
    let facts = 0;
    for (let i = 0; i < given.length; i++) {
      const path = alone ? '$' : `opiskeluoikeudet[${i}]`;
      if (rights.read(given[i], path, i, owner, knownRights)) facts++;
    }
    reporter.ofSchool(school);
    studyRights.facts += facts;
    studyRights.refused += given.length - facts;
    if (facts === 0) {
      refuse('no-usable-study-right', alone ? '$' : 'opiskeluoikeudet', shapeOf(given));
      return;
    }
    documents.facts++;
    if (met !== undefined) builder.completePerson(met, row);
    else {
      personCount++;
      seen.add(row.key);
      inBatch.set(row.key, owner.position());
    }
  }

  const handler: DocumentHandler = {
    open(line) {
      documents.read++;
      reporter.at(documents.read, line);
    },
    refuse,
    remark(code, found, ofFile) {
      if (ofFile) reporter.at(0, undefined);
      reporter.report(code, '', found);
    },
    read: readDocument,
  };

  return {
    handler,
    get records() {
      return documents.read;
    },
    /** Batches that are complete. */
    take: (): Facts[] => batches.splice(0),
    finish(): ReadSummary {
      if (documents.read === 0 && reporter.counts.get('damaged-gzip') === undefined) {
        reporter.at(0, undefined);
        reporter.report('empty-file', '', shapeOf(undefined));
      }
      flush();
      const findings: Readonly<Partial<Record<KoskiFindingCode, number>>> = Object.fromEntries(reporter.counts);
      return { ...documents, studyRights, persons: personCount, findings };
    },
  };
}

/**
 * Reads KOSKI documents `{henkilö, opiskeluoikeudet[]}`: one, an array of them, one on each line (NDJSON), or one after another;
 * plain or gzip, with or without a byte-order mark. A study right by itself is read as one of a person that is not known. Memory does not grow with the source. What cannot be read becomes a finding
 * and never stops the reading; `henkilö` is reduced to a pseudonym, birth year, gender and mother tongue.
 *
 * Batches are person-complete: documents of one person are joined within a batch (the first stays where a study right comes
 * twice). A person met again in a later batch is refused, with a finding, so that nobody counts twice.
 * @throws {PseudonymKeyError} at once, where the key has fewer than 16 bytes
 */
export function readKoski(source: ByteSource, options: ReadOptions): AsyncGenerator<Facts, ReadSummary> {
  return recordsOf(source, koskiForm, createDocumentReader(options), options);
}
