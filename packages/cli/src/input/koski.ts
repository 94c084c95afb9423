import { createReadStream } from 'node:fs';
import { readKoski } from '@strapetsi/indicators';
import type { Facts, Finding, ReadSummary } from '@strapetsi/indicators';
import type { Language } from '@strapetsi/text';
import { startProgress } from '../output/progress.js';
import { isSystemError } from '../output/write.js';
import type { Terminal } from '../terminal.js';
import { cannotRead, type InputFile } from './files.js';

export interface KoskiReading {
  readonly files: readonly InputFile[];
  readonly pseudonymKey: Uint8Array;
  readonly onFinding: (finding: Finding) => void;
}

/** What was read of all files together; `read === facts + refused`. */
export type KoskiCounts = Pick<ReadSummary, 'read' | 'facts' | 'refused' | 'studyRights' | 'persons'>;

/**
 * The facts of all files, batch by batch, with progress on the screen; returns the counts.
 * Throws `CommandFailure` where a file cannot be read at all.
 */
export async function* readKoskiFiles(
  { files, pseudonymKey, onFinding }: KoskiReading,
  terminal: Terminal,
  language: Language,
): AsyncGenerator<Facts, KoskiCounts> {
  const { msg } = language;
  const bytes = files.every((file) => file.bytes > 0) ? files.reduce((sum, file) => sum + file.bytes, 0) : 0;
  const progress = startProgress(terminal, msg('Reading', { desc: 'Label of a progress bar' }), bytes);
  const counts = { read: 0, facts: 0, refused: 0, studyRights: { read: 0, facts: 0, refused: 0 }, persons: 0 };
  let before = 0;
  try {
    for (const file of files) {
      const summary = yield* readKoski(file.path === '-' ? terminal.input : createReadStream(file.path), {
        pseudonymKey,
        file: file.path,
        onFinding,
        onProgress: (at) => progress.update(before + at.bytes),
      });
      before += file.bytes;
      for (const name of ['read', 'facts', 'refused'] as const) {
        counts[name] += summary[name];
        counts.studyRights[name] += summary.studyRights[name];
      }
      counts.persons += summary.persons;
    }
  } catch (error) {
    if (isSystemError(error)) throw cannotRead(error.path ?? files.map(({ path }) => path).join(', '), error, language);
    throw error;
  } finally {
    progress.stop();
  }
  return counts;
}
