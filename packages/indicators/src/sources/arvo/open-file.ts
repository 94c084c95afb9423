import type { Shown } from '../../findings/reporter.js';
import { bytesOf, type ByteSource } from '../documents/bytes.js';
import { asFields, shapeOf } from '../documents/fields.js';
import { documentForm } from '../documents/form.js';
import { readDocuments } from '../documents/read-documents.js';
import { readTable } from '../tables/read-table.js';
import type { ArvoFindingCode } from './findings.js';
import { isDescription, kindOf, type RecordKind } from './kind.js';
import { fieldOf } from './names.js';
import { createObjectRecords, createRowRecords, type ArvoRecord } from './record.js';

/** What a file holds, piece by piece. */
export type FileEvent =
  | {
      readonly type: 'record';
      readonly kind: RecordKind;
      readonly record: ArvoRecord;
      readonly line: number | undefined;
    }
  | { readonly type: 'description'; readonly value: unknown; readonly line: number | undefined }
  | {
      /** `lost`: a record that could not be read at all. */
      readonly type: 'lost' | 'remark';
      readonly code: ArvoFindingCode;
      readonly found: Shown;
      readonly line: number | undefined;
      readonly ofFile: boolean;
    };

export interface OpenOptions {
  readonly maxDocumentBytes: number;
  readonly onBytes: (bytes: number) => void;
}

const form = documentForm(
  ['vastausid', 'vastaajaid', 'vastaajatunnusid', 'vastaajatunnus', 'kysymysid', 'kyselykertaid', 'kyselyid'],
  /^\{\s*"data"\s*:\s*\[$/,
);

async function* eventsOfJson(source: ByteSource, options: OpenOptions): AsyncGenerator<readonly FileEvent[]> {
  let events: FileEvent[] = [];
  let line: number | undefined;
  const recordOf = createObjectRecords();
  const documents = readDocuments(
    source,
    {
      open(at) {
        line = at;
      },
      refuse(code, _path, found, at = line) {
        events.push({ type: 'lost', code, found, line: at, ofFile: false });
      },
      remark(code, found, ofFile) {
        events.push({ type: 'remark', code, found, line: ofFile ? undefined : line, ofFile });
      },
      read(value) {
        const object = asFields(value);
        const record = object === undefined ? undefined : recordOf(object);
        const kind = record === undefined ? undefined : kindOf(record);
        if (isDescription(value)) events.push({ type: 'description', value, line });
        else if (record === undefined || kind === undefined)
          events.push({ type: 'lost', code: 'unknown-record', found: shapeOf(value), line, ofFile: false });
        else events.push({ type: 'record', kind, record, line });
      },
    },
    form,
    options.maxDocumentBytes,
  );
  for await (const taken of documents) {
    options.onBytes(taken);
    if (events.length === 0) continue;
    const ready = events;
    events = [];
    yield ready;
  }
  yield events;
}

const isHead = (names: readonly string[]): boolean => {
  const known = names.filter((name) => fieldOf(name) !== undefined);
  return known.length >= 1 && kindOf(createRowRecords(names)(names.map(() => ''))) !== undefined;
};

/** The texts of questions in a second row of headings, below the groups of questions: as the predecessor of Arvo wrote them. */
function withSecondRow(names: readonly string[], cells: readonly string[]): readonly string[] | undefined {
  const code = names.findIndex((name) => fieldOf(name) === 'code');
  const isSecond = code >= 0 && cells[code] === '' && names.includes('') && cells.some((cell) => cell !== '');
  return isSecond ? names.map((name, at) => (cells[at] === '' ? name : (cells[at] ?? ''))) : undefined;
}

/** So many rows of a table go on together: handing each on by itself would take longer than reading it. */
const TOGETHER = 500;

async function* eventsOfTable(source: ByteSource, options: OpenOptions): AsyncGenerator<readonly FileEvent[]> {
  let events: FileEvent[] = [];
  let names: readonly string[] | undefined;
  let recordOf: ReturnType<typeof createRowRecords> | undefined;
  let kind: RecordKind | undefined;
  const parts = readTable(source, {
    isHead,
    onBytes: options.onBytes,
    onProblem({ code, record, line, found, rowLost }) {
      events.push({ type: rowLost ? 'lost' : 'remark', code, found, line, ofFile: record === undefined });
    },
  });
  for await (const part of parts) {
    if ('names' in part) {
      names = part.names;
      recordOf = createRowRecords(names);
      kind = kindOf(recordOf(names.map(() => '')));
      if (kind !== undefined) continue;
      yield [{ type: 'lost', code: 'unknown-table', found: `${names.length} × ?`, line: part.line, ofFile: true }];
      return;
    }
    const second = part.record === 1 ? withSecondRow(names ?? [], part.cells) : undefined;
    if (second !== undefined) recordOf = createRowRecords(second);
    else if (recordOf !== undefined && kind !== undefined)
      events.push({ type: 'record', kind, record: recordOf(part.cells), line: part.line });
    if (events.length < TOGETHER) continue;
    const ready = events;
    events = [];
    yield ready;
  }
  yield events;
}

/** The first piece, looked at already, and the others. */
async function* whole(
  first: IteratorResult<Uint8Array, unknown>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    if (first.done !== true) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

const SPACE = 32;
const OPEN_BRACE = 123;
const OPEN_BRACKET = 91;

/**
 * What a file holds: JSON (objects of Arvo's interface, or a description of ours) or a table, told by the first character.
 * Comes in pieces. Errors of the source itself are thrown on.
 */
export async function* openFile(source: ByteSource, options: OpenOptions): AsyncGenerator<readonly FileEvent[]> {
  let events: FileEvent[] = [];
  let taken = 0;
  const tell = (code: 'damaged-gzip' | 'utf-16', found: string): void => {
    events.push({ type: 'remark', code, found, line: undefined, ofFile: true });
  };
  const pieces = bytesOf(source, {
    taken(bytes) {
      taken = bytes;
    },
    damagedGzip: () => tell('damaged-gzip', 'gzip'),
    utf16: () => tell('utf-16', 'UTF-16'),
  });
  const first = await pieces.next();
  const mark = first.done === true ? undefined : first.value.find((byte) => byte > SPACE);
  // Bytes are counted as they come, so not by whoever reads what was unpacked here.
  const inner = { ...options, onBytes: () => options.onBytes(taken) };
  const open = mark === OPEN_BRACE || mark === OPEN_BRACKET ? eventsOfJson : eventsOfTable;
  for await (const piece of open(whole(first, pieces), inner)) {
    yield [...events, ...piece];
    events = [];
  }
  yield events;
}
