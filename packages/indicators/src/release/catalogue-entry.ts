import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Cell, IndicatorTable } from '../publication/indicator-table.js';
import type { CatalogueEntry } from './catalogue.js';
import { hashOfBytes } from './hash-of-bytes.js';
import { cutsOf } from './slice-key.js';

/** Digits of the hash that stand in a file's name. */
const DIGITS = 12;
/** What stands before them: with a folder of moderate depth the path stays below the 260 characters of Windows. */
const LONGEST_NAME = 100;
/** What Windows takes for a device, whatever its ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

function safe(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9_-]+/g, '-');
  return DEVICE.test(plain) ? `${plain}-` : plain;
}

/** `tables/student-years.years.year.school.0123456789ab.json` */
function fileOf(entry: Omit<CatalogueEntry, 'file'>): string {
  const parts = [entry.indicator.id, entry.figure, ...cutsOf(entry)].map(safe).join('.');
  const name = parts.slice(0, LONGEST_NAME).replace(/\.$/, '');
  return `tables/${name}.${entry.sha256.slice(0, DIGITS)}.json`;
}

function countOf(cells: readonly Cell[]): CatalogueEntry['cells'] {
  const counts = { value: 0, withheld: 0, immature: 0, notApplicable: 0, noData: 0 };
  for (const { status } of cells) counts[status] += 1;
  return counts;
}

/** A table as its file holds it. */
export function tableText(table: IndicatorTable): string {
  return `${JSON.stringify(table)}\n`;
}

/** What the catalogue says of a table. */
export function catalogueEntry(
  table: IndicatorTable,
  bytes: Uint8Array = utf8ToBytes(tableText(table)),
): CatalogueEntry {
  const { indicator, rule, parameters, period, asOf, asOfLatest } = table;
  const entry = {
    sha256: hashOfBytes(bytes),
    bytes: bytes.length,
    indicator: { id: indicator.id, version: indicator.version, hash: indicator.hash },
    figure: table.figure.id,
    ...(rule === undefined ? {} : { rule }),
    ...(parameters === undefined ? {} : { parameters }),
    dimensions: table.dimensions.map(({ id, members }) => ({ id, members: members.map((member) => member.id) })),
    only: table.only.map(({ dimension, members }) => ({ dimension, members: members.map(({ id }) => id) })),
    period: { from: period.from, to: period.to },
    asOf,
    ...(asOfLatest === undefined ? {} : { asOfLatest }),
    providers: table.providers.map(({ id }) => id),
    cells: countOf(table.cells),
  };
  return { file: fileOf(entry), ...entry };
}
