import { readFile } from 'node:fs/promises';
import type { Finding } from '@strapetsi/indicators';
import { isSystemError } from '../output/write.js';
import type { InputFile } from './files.js';

/** Larger files hold many learners and are read by themselves, as a stream. */
const largest = 16 * 1024 * 1024;

/** Whether a file is one of many small ones: a learner may have a document in several of them. */
export function isSmallJson({ path, bytes }: InputFile): boolean {
  return path !== '-' && bytes <= largest && !/\.(gz|ndjson|jsonl)$/i.test(path);
}

export interface JoinedDocuments {
  /** Every document of the files on a line of its own. */
  readonly lines: () => AsyncGenerator<string>;
  /** A finding about a line, said of the file that it came from; nothing where there was no line at all. */
  readonly inFile: (finding: Finding) => Finding | undefined;
  /** Once the lines have been read: the files that are not JSON, and tell best by themselves what is wrong with them. */
  readonly leftOut: () => readonly InputFile[];
}

/** Joins small files, so that those of one learner are read together and he or she counts once. */
export function joinDocuments(files: readonly InputFile[]): JoinedDocuments {
  const origins: { readonly file: string; readonly record: number }[] = [];
  const leftOut: InputFile[] = [];
  return {
    async *lines() {
      for (const file of files) {
        const documents = await parseFile(file.path);
        if (documents === undefined) leftOut.push(file);
        for (const [position, document] of (documents ?? []).entries()) {
          origins.push({ file: file.path, record: position + 1 });
          yield `${JSON.stringify(document)}\n`;
        }
      }
    },
    inFile: (finding) => {
      // Each file that was left out will tell what is wrong with it.
      if (origins.length === 0) return undefined;
      const { line, path, school } = finding.where;
      const origin = origins[(line ?? 0) - 1];
      if (origin === undefined) return finding;
      return { ...finding, where: { ...origin, ...(school === undefined ? {} : { school }), path } };
    },
    leftOut: () => leftOut,
  };
}

async function parseFile(path: string): Promise<readonly unknown[] | undefined> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)));
    const documents: readonly unknown[] = Array.isArray(value) ? value : [value];
    return documents.length === 0 ? undefined : documents;
  } catch (error) {
    if (isSystemError(error)) throw error;
    return undefined;
  }
}
