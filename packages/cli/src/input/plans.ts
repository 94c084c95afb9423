import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { constants, gunzipSync } from 'node:zlib';
import { looksLikePlans, readPlans } from '@strapetsi/indicators';
import type { Finding, IsoDate, PlanRecord, PlanSummary } from '@strapetsi/indicators';
import type { Language } from '@strapetsi/text';
import { startProgress } from '../output/progress.js';
import { isSystemError } from '../output/write.js';
import type { Terminal } from '../terminal.js';
import { cannotRead, type InputFile } from './files.js';

export interface PlanReading {
  readonly files: readonly InputFile[];
  readonly pseudonymKey: Uint8Array;
  /** The day of the export, where it is known. */
  readonly asOf?: IsoDate;
  readonly onFinding: (finding: Finding) => void;
}

/** What was read of all files together; `read === facts + deleted + refused`. */
export type PlanCounts = Omit<PlanSummary, 'findings'>;

/** Several files of personal plans (eHOKS) with one progress bar and one account of what was read. */
export interface PlanReader {
  /** The plans of all files. Throws `CommandFailure` where a file cannot be read at all. */
  readonly plans: () => AsyncGenerator<PlanRecord>;
  /** Of what has been read so far. */
  readonly counts: () => PlanCounts;
  /** To be called in the end, whatever came. */
  readonly close: () => void;
}

export function openPlanFiles(
  { files, pseudonymKey, asOf, onFinding }: PlanReading,
  terminal: Terminal,
  language: Language,
): PlanReader {
  const { msg } = language;
  const bytes = files.every((file) => file.bytes > 0) ? files.reduce((sum, file) => sum + file.bytes, 0) : 0;
  const progress = startProgress(terminal, msg('Reading', { desc: 'Label of a progress bar' }), bytes);
  const counts = { read: 0, facts: 0, deleted: 0, refused: 0, workplacePeriods: 0 };
  let before = 0;

  async function* plansOf(file: InputFile): AsyncGenerator<PlanRecord> {
    try {
      const summary = yield* readPlans(file.path === '-' ? terminal.input : createReadStream(file.path), {
        pseudonymKey,
        file: file.path,
        onFinding,
        onProgress: (at) => progress.update(before + at.bytes),
        ...(asOf === undefined ? {} : { asOf }),
      });
      before += file.bytes;
      for (const count of ['read', 'facts', 'deleted', 'refused', 'workplacePeriods'] as const)
        counts[count] += summary[count];
    } catch (error) {
      throw isSystemError(error) ? cannotRead(error.path ?? file.path, error, language) : error;
    }
  }

  return {
    async *plans() {
      for (const file of files) yield* plansOf(file);
    },
    counts: () => counts,
    close: progress.stop,
  };
}

/** Enough to tell plans from other documents. */
const HEAD_BYTES = 64 * 1024;

function holdsPlans(head: Uint8Array): boolean {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return looksLikePlans(head);
  try {
    return looksLikePlans(gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }));
  } catch {
    // Damaged: the reader will tell.
    return false;
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The first bytes of a stream, and one that has them still. */
async function peeked(input: Readable): Promise<{ readonly head: Uint8Array; readonly input: Readable }> {
  const chunks: Buffer[] = [];
  const iterator = input[Symbol.asyncIterator]() as AsyncIterator<unknown>;
  let size = 0;
  while (size < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done === true) break;
    const chunk = Buffer.isBuffer(next.value) ? next.value : Buffer.from(String(next.value));
    chunks.push(chunk);
    size += chunk.length;
  }
  async function* whole(): AsyncGenerator<unknown> {
    yield* chunks;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: Buffer.concat(chunks), input: Readable.from(whole()) };
}

/** Files of personal plans, told from others by their content. */
export interface SortedFiles {
  readonly plans: readonly InputFile[];
  readonly others: readonly InputFile[];
  /** With standard input as it was, though its beginning was looked at. */
  readonly terminal: Terminal;
}

/** Throws `CommandFailure` where a file cannot be read. */
export async function sortOutPlans(
  files: readonly InputFile[],
  terminal: Terminal,
  language: Language,
): Promise<SortedFiles> {
  const plans: InputFile[] = [];
  const others: InputFile[] = [];
  let { input } = terminal;
  for (const file of files) {
    let head: Uint8Array;
    if (file.path === '-') ({ head, input } = await peeked(input));
    else {
      head = await headOf(file.path).catch((error: unknown) => {
        throw isSystemError(error) ? cannotRead(file.path, error, language) : error;
      });
    }
    (holdsPlans(head) ? plans : others).push(file);
  }
  return { plans, others, terminal: { ...terminal, input } };
}
