import { utf8ToBytes } from '@noble/hashes/utils.js';
import { byCodeUnits } from '../aggregate/add.js';
import type { IsoDate } from '../days/day.js';
import type { IndicatorTable } from '../publication/indicator-table.js';
import { catalogueEntry, tableText } from './catalogue-entry.js';
import type { ReleaseCatalogue } from './catalogue.js';
import { ReleaseError } from './errors.js';
import { hashOfBytes } from './hash-of-bytes.js';
import { exactKey } from './slice-key.js';

export interface ReleaseOptions {
  /** The day of the release. */
  readonly released: IsoDate;
  /** SHA-256 of the catalogue of the release before, where there is one. */
  readonly previous?: string;
}

/** A release as files, the catalogue apart: it is written when all the others are. */
export interface ReleaseFiles {
  readonly catalogue: ReleaseCatalogue;
  /** What `catalogue.json` holds. */
  readonly text: string;
  /** SHA-256 of `text`. */
  readonly hash: string;
  readonly tables: readonly { readonly file: string; readonly text: string }[];
}

/**
 * Tables as the files of a release with its catalogue, in canonical order: equal tables are equal bytes.
 * @throws ReleaseError where there is no table, where policies differ, or where a slice is there twice.
 *
 * @example
 * import { readFileSync } from 'node:fs';
 *
 * const published = parsePublished(JSON.parse(readFileSync('student-years.json', 'utf8')));
 * const release = releaseFiles(published.ok ? published.tables : [], { released: '2026-02-02' });
 * release.catalogue.tables.map(({ indicator, figure }) => `${indicator.id} ${figure}`); // → ['student-years years']
 * release.catalogue.snapshot; // → { from: '2026-01-31', to: '2026-01-31' }
 */
export function releaseFiles(tables: readonly IndicatorTable[], options: ReleaseOptions): ReleaseFiles {
  const [first] = tables;
  if (first === undefined) throw new ReleaseError('no-tables', 'tables', 'at least one table', 'none');
  const { policy } = first;
  const other = tables.findIndex((table) => table.policy.id !== policy.id);
  if (other >= 0) {
    const found = tables[other]?.policy.id ?? '';
    throw new ReleaseError('several-policies', `tables[${String(other)}].policy.id`, policy.id, found);
  }
  const entries = tables.map((table) => catalogueEntry(table));
  mustBeDifferent(entries.map(exactKey));
  const days = entries.flatMap(({ asOf, asOfLatest = asOf }) => [asOf, asOfLatest]).sort(byCodeUnits);
  const catalogue: ReleaseCatalogue = {
    type: 'strapetsi.catalogue',
    schemaVersion: 1,
    released: options.released,
    snapshot: { from: days[0] ?? '', to: days.at(-1) ?? '' },
    policy,
    ...(options.previous === undefined ? {} : { previous: options.previous }),
    tables: [...entries].sort((a, b) => byCodeUnits(exactKey(a), exactKey(b))),
  };
  const text = `${JSON.stringify(catalogue)}\n`;
  const texts = tables.map((table, at) => ({ file: entries[at]?.file ?? '', text: tableText(table) }));
  return { catalogue, text, hash: hashOfBytes(utf8ToBytes(text)), tables: texts };
}

function mustBeDifferent(keys: readonly string[]): void {
  const at = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (at < 0) return;
  const earlier = keys.indexOf(keys[at] ?? '');
  const found = `the same as tables[${String(earlier)}]`;
  throw new ReleaseError('same-slice-twice', `tables[${String(at)}]`, 'each slice once', found);
}
