import type { Facts } from '../../facts/facts.js';
import { createReporter } from '../../findings/reporter.js';
import { createPseudonyms, type Pseudonymise } from '../documents/pseudonyms.js';
import { MAX_DOCUMENT_BYTES } from '../documents/read-documents.js';
import { arvoFindings, type ArvoFindingCode, type ArvoReporter } from './findings.js';
import { ranks } from './kind.js';
import { openFile, type FileEvent } from './open-file.js';
import type { ArvoFile, ReadArvoOptions, ReadArvoSummary } from './options.js';
import { createArvoReader } from './reader.js';

/** A file whose first events were looked at. */
interface OpenedFile {
  readonly reporter: ArvoReporter;
  readonly localMark: string;
  readonly events: AsyncGenerator<readonly FileEvent[]>;
  readonly first: readonly FileEvent[];
  readonly rank: number;
}

/** Opens a file up to the first record, which tells what it is about. */
async function opened(
  events: AsyncGenerator<readonly FileEvent[]>,
  reporter: ArvoReporter,
  localMark: string,
): Promise<OpenedFile> {
  const first: FileEvent[] = [];
  for (;;) {
    const next = await events.next();
    if (next.done === true) return { reporter, localMark, events, first, rank: 0 };
    first.push(...next.value);
    const telling = next.value.find(({ type }) => type === 'description' || type === 'record');
    if (telling === undefined) continue;
    return { reporter, localMark, events, first, rank: telling.type === 'record' ? ranks[telling.kind] : 0 };
  }
}

/** The number of the record that an event is about: a remark comes before its record. */
function placeOf(event: FileEvent, record: number): number {
  if (event.type !== 'remark') return record;
  return event.ofFile ? 0 : record + 1;
}

async function* readFiles(
  files: readonly ArvoFile[],
  options: ReadArvoOptions,
  pseudonymise: Pseudonymise,
): AsyncGenerator<Facts, ReadArvoSummary> {
  const reader = createArvoReader(options, pseudonymise);
  const all: OpenedFile[] = [];
  let records = 0;
  let bytes = 0;
  const open = {
    maxDocumentBytes: options.maxDocumentBytes ?? MAX_DOCUMENT_BYTES,
    onBytes(taken: number) {
      bytes = taken;
    },
  };

  /** Reads a piece of a file; `met` records of it came before. How many have come now. */
  function read({ reporter, localMark }: OpenedFile, piece: readonly FileEvent[], met: number): number {
    let record = met;
    for (const event of piece) {
      const isRecord = event.type !== 'remark' && !(event.type === 'lost' && event.ofFile);
      if (isRecord) record++;
      reporter.at(placeOf(event, record), event.line);
      reader.read(event, { reporter, record, line: event.line, localMark });
    }
    records += record - met;
    options.onProgress?.({ bytes, records });
    return record;
  }

  try {
    for (const [at, { name, content }] of files.entries()) {
      const reporter = createReporter<ArvoFindingCode>(arvoFindings, name, options.onFinding);
      // Two files of one run must not share the keys of persons without an identity.
      const localMark = `${name === undefined ? '' : `:${pseudonymise('file', name).slice(0, 8)}`}${at === 0 ? '' : `:${at}`}`;
      all.push(await opened(openFile(content, open), reporter, localMark));
    }
    for (const file of [...all].sort((a, b) => a.rank - b.rank)) {
      let met = read(file, file.first, 0);
      yield* reader.writer.take();
      for await (const piece of file.events) {
        met = read(file, piece, met);
        yield* reader.writer.take();
      }
    }
  } finally {
    // Whoever stops early must not leave a file open.
    for (const { events } of all) await events.return(undefined);
  }
  const summary = reader.finish(all.map(({ reporter }) => reporter));
  options.onProgress?.({ bytes, records });
  yield* reader.writer.take();
  options.onSummary?.(summary);
  return summary;
}

/**
 * Reads feedback as the national service Arvo exports it, and whatever is like it, as facts: replies with their answers, and who
 * was asked. Files are told by their content, in any order:
 *
 * - replies: CSV or XLSX with a row for each respondent or for each answer, JSON or CSV of answers by number of question;
 * - who was asked: lists of codes (vastaajatunnukset, kohteet), or numbers by group (luodut_tunnukset);
 * - what describes them: kysymykset, monivalintavaihtoehdot, kyselykerrat of Arvo's interface, or a description of ours.
 *
 * Codes and numbers of respondents become pseudonyms, and free text is counted and never read. What cannot be read becomes a
 * finding and never stops the reading. Each reply is a person of its own: feedback is anonymous.
 * @throws {PseudonymKeyError} at once, where the key has fewer than 16 bytes
 */
export function readArvo(files: readonly ArvoFile[], options: ReadArvoOptions): AsyncGenerator<Facts, ReadArvoSummary> {
  return readFiles(files, options, createPseudonyms(options.pseudonymKey));
}
