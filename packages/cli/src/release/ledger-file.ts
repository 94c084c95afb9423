import { access } from 'node:fs/promises';
import { emptyLedger, parseLedger, withRelease } from '@strapetsi/indicators';
import type { IndicatorTable, IsoDate, Ledger, Policy, ToPublish } from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { readJson } from '../input/json.js';
import { isSystemError } from '../output/write.js';
import { writeWhole } from './write-whole.js';

/** A ledger holds exact counts: nobody but its owner reads it. */
const OWNER_ONLY = 0o600;

/** What was released before; nothing where no file is named, or there is none yet. Throws `CommandFailure` where it is no ledger. */
export async function readLedger(file: string | undefined, language: Language): Promise<Ledger> {
  if (file === undefined || !(await isThere(file))) return emptyLedger;
  const { msg } = language;
  const parsed = parseLedger(await readJson(file, language, process.stdin));
  if (parsed.ok) return parsed.ledger;
  const { path, expected, found } = parsed.problem;
  throw new CommandFailure(
    'no-ledger',
    msg(str`${file} is not a ledger: at ${path} there should be ${expected}, but there is ${found}.`, {
      desc: 'Command line error. File, place in it, what was expected, what was found (both in English)',
    }),
    msg('Nothing was published. Put the file right or back, or name another.', { desc: 'Command line hint' }),
  );
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
}

export interface NewRelease {
  readonly releasedOn: IsoDate;
  readonly policy: Policy;
  readonly published: readonly ToPublish[];
  readonly tables: readonly IndicatorTable[];
}

/** Adds a release to a ledger's file; one that it has already is not added again. */
export async function writeLedger(file: string, ledger: Ledger, release: NewRelease): Promise<void> {
  const grown = withRelease(ledger, release);
  const added = contentOf(grown.entries.at(-1));
  if (ledger.entries.some((entry) => contentOf(entry) === added)) return;
  await writeWhole(file, `${JSON.stringify(grown)}\n`, OWNER_ONLY);
}

/** All of a release but its day. */
function contentOf(entry: Ledger['entries'][number] | undefined): string {
  return JSON.stringify([entry?.policy, entry?.tables]);
}
