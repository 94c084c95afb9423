import { createDictionaries, createDictionary } from '../../facts/dictionary.js';
import type { Facts } from '../../facts/facts.js';
import type { OwnColumnPlan } from '../../facts/own-columns.js';
import type { Finding } from '../../findings/finding.js';
import type { ByteSource } from '../documents/bytes.js';
import { createPseudonyms } from '../documents/pseudonyms.js';
import { createSeenKeys } from '../koski/seen.js';
import { readTable } from '../tables/read-table.js';
import type { TableProblem } from '../tables/table.js';
import { chooseTable, isHeadOfAny, tablesFor } from './choose-table.js';
import { createCollected, type Place } from './collected.js';
import { emit } from './emit.js';
import { ownerOf } from './fields.js';
import { createFileReader, type FileReader } from './file-reader.js';
import type { MappedFindingCode } from './findings.js';
import type { MappedTable, Mapping } from './mapping.js';
import { createPlaceReporter } from './place-reporter.js';
import type { PreviewRow } from './preview.js';
import type { MappedFile, MappedRun } from './run.js';

/** A file that is read with others. */
export interface MappedSource {
  readonly source: ByteSource;
  /** The file's name, for findings and for the patterns of the mapping. */
  readonly file?: string;
}

export interface ReadMappedOptions {
  /**
   * Secret from which pseudonyms of persons are made, at least 16 bytes, the same for all files that belong together, KOSKI's
   * among them: see `ReadOptions`.
   */
  readonly pseudonymKey: string | Uint8Array;
  readonly onFinding?: (finding: Finding) => void;
  /** Bytes taken from all sources so far, before unpacking, and rows met. */
  readonly onProgress?: (progress: { readonly bytes: number; readonly records: number }) => void;
  /** Called once, at the end: what the generator returns and `for await` drops. */
  readonly onSummary?: (summary: MappedSummary) => void;
  /** Persons in one batch of facts, 1,000 unless given. */
  readonly batchPersons?: number;
  /**
   * Rows that are held in memory to be put together by person and study right, 2,000,000 unless given. Further ones are
   * refused. Where the mapping says `"rows": "together"` only those of one batch are held.
   */
  readonly maxRows?: number;
  /** The first rows of each file, as they are read. */
  readonly preview?: { readonly rows: number; readonly onRow: (row: PreviewRow) => void };
}

interface Counted {
  readonly read: number;
  readonly facts: number;
  readonly refused: number;
}

/** Counts of rows below the heads, in all and of each file: `read === facts + refused`. */
export interface MappedSummary extends Counted {
  readonly persons: number;
  readonly files: readonly (Counted & {
    readonly file?: string;
    /** Which of the mapping's tables it was taken for; absent where for none. */
    readonly of?: MappedTable['of'];
  })[];
  /** How many findings of each code. */
  readonly findings: Readonly<Partial<Record<MappedFindingCode, number>>>;
}

const BATCH_PERSONS = 1000;
const MAX_ROWS = 2_000_000;

function ownPlans(mapping: Mapping): readonly OwnColumnPlan[] {
  const plans = new Map<string, OwnColumnPlan>();
  for (const table of mapping.tables) {
    for (const [name, { label }] of Object.entries(table.own ?? {})) {
      if (!plans.has(name)) plans.set(name, { name, of: ownerOf(table.of), label, dictionary: createDictionary() });
    }
  }
  return [...plans.values()];
}

function createRun(mapping: Mapping, options: ReadMappedOptions, mayLackColumns: boolean): MappedRun {
  const own = ownPlans(mapping);
  return {
    mapping,
    pseudonymise: createPseudonyms(options.pseudonymKey),
    dictionaries: createDictionaries(),
    own,
    ownDictionaries: new Map(own.map(({ name, dictionary }) => [name, dictionary])),
    collected: createCollected(),
    gone: createSeenKeys(),
    batchPersons: options.batchPersons ?? BATCH_PERSONS,
    maxRows: options.maxRows ?? MAX_ROWS,
    mayLackColumns,
    held: 0,
  };
}

function summaryOf(files: readonly MappedFile[], persons: number): MappedSummary {
  const findings: Partial<Record<MappedFindingCode, number>> = {};
  const total = { read: 0, facts: 0, refused: 0 };
  for (const { reporter, counts } of files) {
    for (const [code, count] of reporter.counts) findings[code] = (findings[code] ?? 0) + count;
    total.read += counts.read;
    total.facts += counts.facts;
    total.refused += counts.refused;
  }
  return {
    ...total,
    persons,
    files: files.map(({ name, of, counts }) => ({
      ...(name === undefined ? {} : { file: name }),
      ...(of === undefined ? {} : { of }),
      ...counts,
    })),
    findings,
  };
}

async function* readFiles(
  sources: readonly MappedSource[],
  run: MappedRun,
  options: ReadMappedOptions,
): AsyncGenerator<Facts, MappedSummary> {
  const files: MappedFile[] = [];
  let persons = 0;
  let bytesBefore = 0;
  let records = 0;

  function* emitted(): Generator<Facts> {
    yield* emit(run.collected, {
      dictionaries: run.dictionaries,
      own: run.own,
      batchPersons: run.batchPersons,
      tell(place: Place, code, path, found) {
        const reporter = files[place.file]?.reporter;
        reporter?.at(place.record, place.line);
        reporter?.ofSchool(place.school);
        reporter?.report(code, path, found);
      },
      lose(place: Place) {
        const counts = files[place.file]?.counts;
        if (counts === undefined) return;
        counts.facts--;
        counts.refused++;
      },
      emitted(key) {
        persons++;
        run.gone.add(key);
      },
    });
    run.held = 0;
  }

  function opened(name: string | undefined): MappedFile {
    const counts = { read: 0, facts: 0, refused: 0 };
    const file = { at: files.length, name, counts, of: undefined, ...createPlaceReporter(name, options.onFinding) };
    files.push(file);
    return file;
  }

  async function* readFile({ source, file: name }: MappedSource): AsyncGenerator<Facts> {
    const file = opened(name);
    const tables = tablesFor(run.mapping, name);
    const form = tables.length === 1 ? tables[0] : undefined;
    let bytes = 0;
    let previewed = 0;
    let reader: FileReader | undefined;
    const parts = readTable(source, {
      ...(form?.sheet === undefined ? {} : { sheet: form.sheet }),
      ...(form?.separator === undefined ? {} : { separator: form.separator }),
      isHead: (names) => isHeadOfAny(tables, names),
      onBytes: (taken) => (bytes = taken),
      onProblem(problem: TableProblem) {
        if (problem.rowLost) {
          file.counts.read++;
          file.counts.refused++;
        }
        file.reporter.at(problem.record ?? 0, problem.line);
        file.reporter.report(problem.code, '', problem.found);
      },
    });
    for await (const part of parts) {
      if ('names' in part) {
        file.reporter.at(0, part.line);
        const table = chooseTable(tables, part.names);
        if (table === undefined)
          file.tell('table-not-recognised', '', `${part.names.length} ×`, tables.map(({ of }) => of).join(' | '));
        else {
          file.of = table.of;
          reader = createFileReader(run, file, table, part.names);
        }
        continue;
      }
      records++;
      if (reader === undefined) {
        file.counts.read++;
        file.counts.refused++;
        continue;
      }
      if (reader.begins(part) && run.collected.persons.size >= run.batchPersons) yield* emitted();
      const taken = reader.take(part);
      if (options.preview !== undefined && previewed++ < options.preview.rows) {
        const { record, line } = part;
        options.preview.onRow({
          file: file.at,
          ...(name === undefined ? {} : { name }),
          record,
          line,
          refused: !taken,
          fields: reader.preview(),
        });
      }
      if (records % 1000 === 0) options.onProgress?.({ bytes: bytesBefore + bytes, records });
    }
    bytesBefore += bytes;
  }

  for (const source of sources) yield* readFile(source);
  yield* emitted();
  options.onProgress?.({ bytes: bytesBefore, records });
  const summary = summaryOf(files, persons);
  options.onSummary?.(summary);
  return summary;
}

const isList = (sources: readonly MappedSource[] | MappedSource): sources is readonly MappedSource[] =>
  Array.isArray(sources);

/** Reads a table whose mapping is ours: its columns are possible names, of which a file has some. */
export function readKnownTable(
  source: MappedSource,
  mapping: Mapping,
  options: ReadMappedOptions,
): AsyncGenerator<Facts, MappedSummary> {
  return readFiles([source], createRun(mapping, options, true), options);
}

/**
 * Reads tables of a provider's own student system, CSV or XLSX, as a mapping says: which column is what, and what its texts stand
 * for. Files that are given together are joined by the key of the study right (and of the reply), in whatever order they and their
 * rows stand. What cannot be read becomes a finding and never stops the reading; persons become pseudonyms, the same as from
 * KOSKI's documents where the learner number or identity code is the same.
 *
 * @param mapping checked by `parseMapping`
 * @throws {PseudonymKeyError} at once, where the key has fewer than 16 bytes
 */
export function readMapped(
  sources: readonly MappedSource[] | MappedSource,
  mapping: Mapping,
  options: ReadMappedOptions,
): AsyncGenerator<Facts, MappedSummary> {
  return readFiles(isList(sources) ? sources : [sources], createRun(mapping, options, false), options);
}
