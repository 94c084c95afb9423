import { brokenAt, kindOfBytes } from './broken.js';
import { bytesOf, type ByteSource } from './bytes.js';
import { decodeDocument } from './decode.js';
import type { DocumentFindingCode } from './findings.js';
import type { DocumentForm } from './form.js';
import { createSplitter } from './layout.js';
import type { SplitEvents } from './split.js';
import type { Shown } from '../../findings/reporter.js';

/** What a source does with what it is fed. */
export interface DocumentHandler {
  /** A record begins at the line: a document, or a run of text that is none. */
  open(line: number | undefined): void;
  /** The record cannot be read at all. */
  refuse(code: DocumentFindingCode, path: string, found: Shown, line?: number): void;
  /** Something about a record, or (`ofFile`) about the whole file. */
  remark(code: DocumentFindingCode, found: Shown, ofFile: boolean): void;
  /** The value of a document. */
  read(value: unknown): void;
}

function splitEvents(handler: DocumentHandler): SplitEvents {
  function open(line: number | undefined, utf8: boolean): void {
    handler.open(line);
    if (!utf8) handler.remark('not-utf-8', 'Latin-1, Windows-1252', false);
  }
  return {
    document(bytes, line) {
      const decoded = decodeDocument(bytes);
      // A line may hold a list of documents.
      const values = decoded.ok && Array.isArray(decoded.value) && decoded.value.length > 0 ? decoded.value : undefined;
      if (values !== undefined) {
        for (const value of values) {
          open(line, decoded.utf8);
          handler.read(value);
        }
        return true;
      }
      open(line, decoded.utf8);
      if (decoded.ok) handler.read(decoded.value);
      else {
        const at = line === undefined ? undefined : line + decoded.error.line - 1;
        handler.refuse(decoded.error.cutOff ? 'cut-off' : 'invalid-json', '', brokenAt(decoded.error), at);
      }
      return decoded.ok;
    },
    tooLarge(size, line) {
      handler.open(line);
      handler.refuse('document-too-large', '', `${(size / 1_048_576).toFixed(1)} MiB`);
    },
    junk(sample, line) {
      handler.open(line);
      handler.refuse('not-json', '', kindOfBytes(sample));
    },
  };
}

/**
 * Feeds a handler with the documents of a source: one, an array of them, one on each line, one after another, or wrapped in a
 * reply; plain or gzip. Memory does not grow with the source.
 * @param limit bytes of the largest document that is read
 * @returns after each piece of the source, how many of its bytes were taken so far, before unpacking
 */
export async function* readDocuments(
  source: ByteSource,
  handler: DocumentHandler,
  form: DocumentForm,
  limit: number,
): AsyncGenerator<number> {
  const splitter = createSplitter(splitEvents(handler), limit, form);
  let taken = 0;
  const pieces = bytesOf(source, {
    taken(bytes) {
      taken = bytes;
    },
    damagedGzip: () => handler.remark('damaged-gzip', 'gzip', true),
    utf16: () => handler.remark('utf-16', 'UTF-16', true),
  });
  for await (const piece of pieces) {
    splitter.push(piece);
    yield taken;
  }
  splitter.end();
}

/** What a reader makes of documents: items that are complete so far, and counts in the end. */
export interface RecordReader<Item, Summary> {
  readonly handler: DocumentHandler;
  /** Records met so far. */
  readonly records: number;
  /** Items that are complete; each is given once. */
  take(): readonly Item[];
  finish(): Summary;
}

export interface RecordOptions<Summary> {
  readonly onProgress?: (progress: { readonly bytes: number; readonly records: number }) => void;
  readonly onSummary?: (summary: Summary) => void;
  readonly maxDocumentBytes?: number;
}

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** What a reader makes of the documents of a source, as they come; in the end its summary, also to `onSummary`. */
export async function* recordsOf<Item, Summary>(
  source: ByteSource,
  form: DocumentForm,
  reader: RecordReader<Item, Summary>,
  { onProgress, onSummary, maxDocumentBytes = MAX_DOCUMENT_BYTES }: RecordOptions<Summary>,
): AsyncGenerator<Item, Summary> {
  let bytes = 0;
  for await (bytes of readDocuments(source, reader.handler, form, maxDocumentBytes)) {
    onProgress?.({ bytes, records: reader.records });
    yield* reader.take();
  }
  const summary = reader.finish();
  onProgress?.({ bytes, records: reader.records });
  yield* reader.take();
  onSummary?.(summary);
  return summary;
}
