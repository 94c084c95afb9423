import type { IndicatorTable } from '../publication/indicator-table.js';
import { parsePublished } from '../publication/parse.js';
import { catalogueEntry } from './catalogue-entry.js';
import { CATALOGUE_FILE, type CatalogueEntry, type ReleaseCatalogue } from './catalogue.js';
import { hashOfBytes } from './hash-of-bytes.js';
import { parseCatalogue } from './parse-catalogue.js';

/** Gets a file of a release by its name in the folder; `undefined` where there is none. */
export type LoadFile = (file: string) => Promise<Uint8Array | undefined>;

export type ReleaseProblemCode =
  /** There is no such file. */
  | 'missing'
  /** Its bytes are not those that were released. */
  | 'altered'
  /** It is not JSON, or not of the right shape. */
  | 'unreadable'
  /** The catalogue says something else of the table than the table does. */
  | 'catalogue-differs';

/** What is wrong with a file of a release. */
export interface ReleaseProblem {
  readonly code: ReleaseProblemCode;
  readonly file: string;
  /** Place inside the file; empty for the whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

export type ReadCatalogue =
  | { readonly ok: true; readonly catalogue: ReleaseCatalogue; /** SHA-256 of the file. */ readonly hash: string }
  | { readonly ok: false; readonly problems: readonly ReleaseProblem[] };

export type ReadReleaseTable =
  | { readonly ok: true; readonly table: IndicatorTable }
  | { readonly ok: false; readonly problems: readonly ReleaseProblem[] };

export type ReadRelease =
  | {
      readonly ok: true;
      readonly catalogue: ReleaseCatalogue;
      readonly hash: string;
      /** In the order of the catalogue. */
      readonly tables: readonly IndicatorTable[];
    }
  | { readonly ok: false; readonly problems: readonly ReleaseProblem[] };

function refused(code: ReleaseProblemCode, file: string, path: string, expected: string, found: string) {
  return { ok: false, problems: [{ code, file, path, expected, found }] } as const;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * The catalogue of the release in a folder.
 *
 * @example
 * const read = await readCatalogue(() => Promise.resolve(undefined));
 * read.ok || read.problems.map(({ code, file }) => `${file}: ${code}`); // → ['catalogue.json: missing']
 */
export async function readCatalogue(load: LoadFile): Promise<ReadCatalogue> {
  const bytes = await load(CATALOGUE_FILE);
  if (bytes === undefined) return refused('missing', CATALOGUE_FILE, '', 'a catalogue', 'nothing');
  const json = jsonOf(bytes);
  if (json === undefined) {
    const found = `${String(bytes.length)} bytes that are no JSON`;
    return refused('unreadable', CATALOGUE_FILE, '', 'whole JSON', found);
  }
  const parsed = parseCatalogue(json);
  if (parsed.ok) return { ok: true, catalogue: parsed.catalogue, hash: hashOfBytes(bytes) };
  const { path, expected, found } = parsed.problem;
  return refused('unreadable', CATALOGUE_FILE, path, expected, found);
}

/**
 * One table of a release, as it was released: its bytes have the hash of the catalogue, and it is what the catalogue says.
 *
 * @example
 * import { readFileSync } from 'node:fs';
 *
 * const published = parsePublished(JSON.parse(readFileSync('student-years.json', 'utf8')));
 * const release = releaseFiles(published.ok ? published.tables : [], { released: '2026-02-02' });
 * const texts = new Map(release.tables.map(({ file, text }) => [file, new TextEncoder().encode(text)]));
 * const search = findSlice(release.catalogue, { indicator: 'student-years' });
 * if (search.status !== 'found') throw new Error('no such slice');
 *
 * const read = await readReleaseTable((file) => Promise.resolve(texts.get(file)), search.entry);
 * read.ok && read.table.cells.length; // → 6
 * const altered = await readReleaseTable(() => Promise.resolve(new Uint8Array(3)), search.entry);
 * altered.ok || altered.problems.map(({ code }) => code); // → ['altered']
 */
export async function readReleaseTable(load: LoadFile, entry: CatalogueEntry): Promise<ReadReleaseTable> {
  const { file } = entry;
  const bytes = await load(file);
  if (bytes === undefined) return refused('missing', file, '', `${String(entry.bytes)} bytes`, 'nothing');
  const hash = hashOfBytes(bytes);
  if (hash !== entry.sha256) {
    const expected = `${String(entry.bytes)} bytes of hash ${entry.sha256}`;
    return refused('altered', file, '', expected, `${String(bytes.length)} bytes of hash ${hash}`);
  }
  const parsed = parsePublished(jsonOf(bytes));
  if (!parsed.ok)
    return refused('unreadable', file, parsed.problem.path, parsed.problem.expected, parsed.problem.found);
  const [table, ...others] = parsed.tables;
  if (table === undefined || others.length > 0)
    return refused('unreadable', file, 'type', '"strapetsi.indicator-table"', '"strapetsi.release"');
  const [name, said, found] = difference(entry, catalogueEntry(table, bytes)) ?? [];
  if (name === undefined || said === undefined || found === undefined) return { ok: true, table };
  return refused('catalogue-differs', CATALOGUE_FILE, `tables["${file}"].${name}`, found, said);
}

const told = [
  'file',
  'bytes',
  'indicator',
  'figure',
  'rule',
  'parameters',
  'dimensions',
  'only',
  'period',
  'asOf',
  'asOfLatest',
  'providers',
  'cells',
] as const;

/** Where the catalogue does not say what the table does, and both. */
function difference(
  said: CatalogueEntry,
  found: CatalogueEntry,
): readonly [path: string, said: string, found: string] | undefined {
  for (const name of told) {
    const [a = 'nothing', b = 'nothing'] = [JSON.stringify(said[name]), JSON.stringify(found[name])];
    if (a !== b) return [name, a, b];
  }
  return undefined;
}

/** How often a release that was replaced while it was read is read anew. */
const ATTEMPTS = 20;

/**
 * The whole release in a folder, every table checked against its hash: the old one or the new one while it is replaced, never a part of
 * both. Every file that is not as it was released is told. Reads from a disk or a web server.
 *
 * @example
 * import { readFile } from 'node:fs/promises';
 *
 * const read = await readRelease((file) => readFile(`no-such-folder/${file}`).catch(() => undefined));
 * read.ok || read.problems.map(({ file, expected }) => `${file}: ${expected}`); // → ['catalogue.json: a catalogue']
 */
export async function readRelease(load: LoadFile): Promise<ReadRelease> {
  let read = await readCatalogue(load);
  for (let attempt = 1; ; attempt += 1) {
    if (!read.ok) return read;
    const { catalogue, hash } = read;
    const results: ReadReleaseTable[] = [];
    for (const entry of catalogue.tables) results.push(await readReleaseTable(load, entry));
    const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
    if (problems.length === 0) {
      const tables = results.flatMap((result) => (result.ok ? [result.table] : []));
      return { ok: true, catalogue, hash, tables };
    }
    // Its files may have gone because another release has come since.
    read = await readCatalogue(load);
    if (attempt === ATTEMPTS || (read.ok && read.hash === hash)) return { ok: false, problems };
  }
}
