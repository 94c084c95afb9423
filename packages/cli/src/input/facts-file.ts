import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { FactsFileError, isFactsFile, readFacts, rootRelations } from '@strapetsi/indicators';
import type { Aggregate, Facts, FactsFileOrigin } from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { isSystemError } from '../output/write.js';
import { cannotRead } from './files.js';

export interface FactsFile {
  /** Throws `CommandFailure` where the file is none, or damaged. */
  readonly facts: () => AsyncGenerator<Facts>;
  /** Once the facts have been read. */
  readonly origin: () => FactsFileOrigin;
}

export function openFactsFile(path: string, language: Language): FactsFile {
  const { msg } = language;
  let origin: FactsFileOrigin = {};
  return {
    async *facts() {
      try {
        origin = yield* readFacts(createReadStream(path));
      } catch (error) {
        if (isSystemError(error)) throw cannotRead(path, error, language);
        if (!(error instanceof FactsFileError)) throw error;
        throw new CommandFailure(
          error.code,
          msg(str`${path} cannot be used: ${error.path}: found ${error.found}, expected ${error.expected}.`, {
            desc: 'Command line error. Name of a file; where; what was found and expected (in English)',
          }),
          msg('Write it again from the sources: strapetsi facts.', { desc: 'Command line hint with a command' }),
        );
      }
    },
    origin: () => origin,
  };
}

const HEAD_BYTES = 16;

/** Whether a file begins as a facts file does; false where it cannot be read, which whoever reads it will say. */
export async function isFactsFileAt(path: string): Promise<boolean> {
  if (path === '-') return false;
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return false;
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return isFactsFile(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Counts of the same finding added up, in the order that aggregates have. */
export function joinFindings(all: Aggregate['findings']): Aggregate['findings'] {
  const joined = new Map<string, Aggregate['findings'][number]>();
  for (const one of all) {
    const name = `${one.code}/${one.severity}`;
    joined.set(name, { ...one, count: one.count + (joined.get(name)?.count ?? 0) });
  }
  return [...joined.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** What two files say of the records they come from, together. */
export function joinOrigins(a: FactsFileOrigin, b: FactsFileOrigin): FactsFileOrigin {
  const joined = rootRelations.flatMap((of) => {
    const both = [a[of], b[of]].flatMap((one) => one ?? []);
    if (both.length === 0) return [];
    const sum = (count: keyof Aggregate['records']): number => both.reduce((all, one) => all + one.records[count], 0);
    const records = { read: sum('read'), facts: sum('facts'), refused: sum('refused') };
    return [[of, { records, findings: joinFindings(both.flatMap(({ findings }) => findings)) }] as const];
  });
  return Object.fromEntries(joined);
}
