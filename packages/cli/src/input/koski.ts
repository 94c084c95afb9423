import { createReadStream } from 'node:fs';
import { readKoski } from '@strapetsi/indicators';
import type { ByteSource, Facts, Finding, ReadSummary } from '@strapetsi/indicators';
import type { Language } from '@strapetsi/text';
import { startProgress } from '../output/progress.js';
import { isSystemError } from '../output/write.js';
import type { Terminal } from '../terminal.js';
import { cannotRead, type InputFile } from './files.js';
import { isSmallJson, joinDocuments } from './joined-documents.js';

export interface KoskiReading {
  readonly files: readonly InputFile[];
  readonly pseudonymKey: Uint8Array;
  readonly onFinding: (finding: Finding) => void;
}

/** What was read of all files together; `read === facts + refused`. */
export type KoskiCounts = Pick<ReadSummary, 'read' | 'facts' | 'refused' | 'studyRights' | 'persons'>;

/** Several files with one progress bar and one account of what was read. */
export interface KoskiReader {
  /** The facts of each file (of all small ones together), batch by batch. Throws `CommandFailure` where the file cannot be read at all. */
  readonly facts: () => Generator<AsyncGenerator<Facts>>;
  /** Of what has been read so far. */
  readonly counts: () => KoskiCounts;
  /** To be called in the end, whatever came. */
  readonly close: () => void;
}

export function openKoskiFiles(
  { files, pseudonymKey, onFinding }: KoskiReading,
  terminal: Terminal,
  language: Language,
): KoskiReader {
  const { msg } = language;
  const bytes = files.every((file) => file.bytes > 0) ? files.reduce((sum, file) => sum + file.bytes, 0) : 0;
  const progress = startProgress(terminal, msg('Reading', { desc: 'Label of a progress bar' }), bytes);
  const counts = { read: 0, facts: 0, refused: 0, studyRights: { read: 0, facts: 0, refused: 0 }, persons: 0 };
  let before = 0;

  async function* factsOf(
    name: string,
    source: () => ByteSource,
    bytesOfSource: number,
    inFile = same,
  ): AsyncGenerator<Facts> {
    try {
      const summary = yield* readKoski(source(), {
        pseudonymKey,
        file: name,
        onFinding: (finding) => {
          const said = inFile(finding);
          if (said !== undefined) onFinding(said);
        },
        onProgress: (at) => progress.update(before + at.bytes),
      });
      before += bytesOfSource;
      for (const count of ['read', 'facts', 'refused'] as const) {
        counts[count] += summary[count];
        counts.studyRights[count] += summary.studyRights[count];
      }
      counts.persons += summary.persons;
    } catch (error) {
      throw isSystemError(error) ? cannotRead(error.path ?? name, error, language) : error;
    }
  }

  const factsOfFile = (file: InputFile): AsyncGenerator<Facts> =>
    factsOf(file.path, () => (file.path === '-' ? terminal.input : createReadStream(file.path)), file.bytes);

  return {
    *facts() {
      const small = files.filter(isSmallJson);
      const together = small.length > 1 ? small : [];
      for (const file of files) if (!together.includes(file)) yield factsOfFile(file);
      if (together.length === 0) return;
      const joined = joinDocuments(together);
      yield factsOf(together.map(({ path }) => path).join(' '), joined.lines, 0, joined.inFile);
      for (const file of joined.leftOut()) yield factsOfFile(file);
    },
    counts: () => counts,
    close: progress.stop,
  };
}

function same(finding: Finding): Finding | undefined {
  return finding;
}
