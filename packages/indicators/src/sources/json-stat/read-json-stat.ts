import { langs, type DataText, type Lang } from '@strapetsi/text';
import { isoFromDay, parseDay } from '../../days/calendar.js';
import type { IsoDate } from '../../days/day.js';
import { helsinkiDay } from '../../days/helsinki.js';
import type { Finding } from '../../findings/finding.js';
import { createReporter } from '../../findings/reporter.js';
import type { ShapeProblem } from '../../shape/shape-problem.js';
import { asFields, asList, shownDate, type Fields } from '../documents/fields.js';
import type { Benchmark, BenchmarkDimension, BenchmarkMember, BenchmarkUnit } from './benchmark.js';
import { cellsOf } from './cells.js';
import { jsonStatFindings, type JsonStatFindingCode, type JsonStatReporter } from './findings.js';
import {
  datasetOf,
  structureOf,
  textOf,
  type Category,
  type Checked,
  type DatasetStructure,
  type DimensionStructure,
} from './structure.js';
import { symbolsOf, type StatusSymbols } from './symbols.js';

export interface JsonStatReadOptions {
  /** What the benchmark is called in mappings and charts. */
  readonly id: string;
  /** What marks of missing values mean, where the publisher means something else than PxWeb and does not say so in the table. */
  readonly symbols?: StatusSymbols;
  /** The file's name, for findings. */
  readonly file?: string;
  readonly onFinding?: (finding: Finding) => void;
}

export type JsonStatReading =
  | {
      readonly ok: true;
      readonly benchmark: Benchmark;
      readonly findings: Readonly<Partial<Record<JsonStatFindingCode, number>>>;
    }
  | { readonly ok: false; readonly problem: ShapeProblem };

/** Responses by the language they are in: JSON-stat does not say it. */
export type JsonStatDocuments = Readonly<Partial<Record<Lang, unknown>>>;

/** One dataset in several languages: what each language calls the same thing. */
type InLanguages<T> = readonly (readonly [Lang, T])[];

function textIn<T>(all: InLanguages<T>, text: (one: T) => string | undefined): DataText {
  const entries = all.flatMap(([lang, one]) => {
    const found = text(one);
    return found === undefined ? [] : [[lang, found] as const];
  });
  return Object.fromEntries(entries);
}

/** What a dimension or a category is called; by its id where no language has a name for it. */
function nameIn<T extends Category | DimensionStructure>(all: InLanguages<T>): DataText {
  const named = textIn(all, ({ label }) => label);
  return Object.keys(named).length > 0 ? named : textIn(all, ({ id }) => id);
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

/** Name of a unit: PxWeb gives it as `base`, others as `label` or `symbol`. */
function unitIn(all: InLanguages<Category>): BenchmarkUnit | undefined {
  const [first] = all;
  const unit = first?.[1].unit;
  if (unit === undefined) return undefined;
  const name = ({ unit: fields }: Category): string | undefined =>
    textOf(fields?.['label']) ?? textOf(fields?.['base']) ?? textOf(fields?.['symbol']);
  const [decimals, multiplier] = [numberOf(unit['decimals']), numberOf(unit['multiplier'])];
  return {
    label: textIn(all, name),
    ...(decimals === undefined ? {} : { decimals }),
    ...(multiplier === undefined ? {} : { multiplier }),
  };
}

function each<T, U>(all: InLanguages<T>, part: (one: T) => U | undefined): InLanguages<U> {
  return all.flatMap(([lang, one]) => {
    const found = part(one);
    return found === undefined ? [] : [[lang, found] as const];
  });
}

function dimensionOf(
  all: InLanguages<DimensionStructure>,
  first: DimensionStructure,
  role: BenchmarkDimension['role'],
  reporter: JsonStatReporter,
): BenchmarkDimension {
  const ids = new Set(first.categories.map(({ id }) => id));
  const partsOf = new Map<string, readonly string[]>();
  for (const [whole, parts] of first.parts) {
    const known = parts.filter((part) => ids.has(whole) && ids.has(part));
    if (known.length > 0) partsOf.set(whole, known);
    for (const part of parts) {
      if (known.includes(part)) continue;
      reporter.report('part-unknown', `dimension.${first.id}.category.child`, `${whole} → ${part}`);
    }
  }
  const members = first.categories.map(({ id }, at): BenchmarkMember => {
    const category = each(all, ({ categories }) => categories[at]);
    const [unit, parts] = [unitIn(category), partsOf.get(id)];
    return {
      id,
      label: nameIn(category),
      ...(parts === undefined ? {} : { parts }),
      ...(unit === undefined ? {} : { unit }),
    };
  });
  return { id: first.id, label: nameIn(all), ...(role === undefined ? {} : { role }), members };
}

function updatedIn(dataset: Fields, reporter: JsonStatReporter): IsoDate | undefined {
  const given = dataset['updated'];
  if (given === undefined || given === null || given === '') return undefined;
  // Some versions of PxWeb write points in the time: 2022-12-21T06.00.00Z.
  const text = typeof given === 'string' ? given.replace(/T(\d{2})\.(\d{2})\.(\d{2})/, 'T$1:$2:$3') : '';
  const day = parseDay(text) ?? helsinkiDay(text);
  if (day === undefined) reporter.report('updated-unreadable', 'updated', shownDate(given));
  return day === undefined ? undefined : isoFromDay(day);
}

function notesIn(dataset: Fields): readonly string[] {
  const { note } = dataset;
  return (typeof note === 'string' ? [note] : (asList(note) ?? [])).flatMap((one) => textOf(one) ?? []);
}

/** The publisher's number of the table (PxWeb), else the address of the document. */
function referenceOf(dataset: Fields): string | undefined {
  return textOf(asFields(asFields(dataset['extension'])?.['px'])?.['tableid']) ?? textOf(dataset['href']);
}

/** Where the dataset in another language is not the same dataset. */
function difference(first: DatasetStructure, other: DatasetStructure, lang: Lang): ShapeProblem | undefined {
  const shape = ({ dimensions }: DatasetStructure): string =>
    JSON.stringify(dimensions.map(({ id, categories }) => [id, ...categories.map((category) => category.id)]));
  if (shape(first) !== shape(other))
    return { path: `${lang}.dimension`, expected: 'the same dimensions and categories', found: 'others' };
  const values = ({ fields }: DatasetStructure): string => JSON.stringify(fields['value']);
  if (values(first) !== values(other)) return { path: `${lang}.value`, expected: 'the same values', found: 'others' };
  return undefined;
}

function structuresOf(documents: JsonStatDocuments): Checked<InLanguages<DatasetStructure>> {
  const all: (readonly [Lang, DatasetStructure])[] = [];
  for (const lang of langs) {
    const json = documents[lang];
    if (json === undefined) continue;
    const dataset = datasetOf(json);
    const read = dataset.ok ? structureOf(dataset.value) : dataset;
    if (!read.ok) return read;
    const [first] = all;
    const problem = first === undefined ? undefined : difference(first[1], read.value, lang);
    if (problem !== undefined) return { ok: false, problem };
    all.push([lang, read.value]);
  }
  return { ok: true, value: all };
}

/**
 * Reads a dataset in JSON-stat 1 or 2 as a benchmark, such as PxWeb of Statistics Finland gives it; the same table in several
 * languages becomes one benchmark. Values may be sparse. What stands for a missing value (`...`) becomes a status, never 0. Collections,
 * dimensions and bundles of several datasets are refused, as is a dataset that is not whole. Never throws.
 */
export function readJsonStat(documents: JsonStatDocuments, options: JsonStatReadOptions): JsonStatReading {
  const reporter = createReporter<JsonStatFindingCode>(jsonStatFindings, options.file, options.onFinding);
  const structures = structuresOf(documents);
  if (!structures.ok) return structures;
  const all = structures.value;
  const first = all[0]?.[1];
  if (first === undefined) return { ok: false, problem: { path: '', expected: 'fi, sv or en', found: 'nothing' } };
  const { fields, dimensions, roles, size } = first;
  const cells = cellsOf(fields, size, symbolsOf(fields, options.symbols ?? {}), reporter);
  if (!cells.ok) return cells;
  const notes = notesIn(fields).map((_, at) => textIn(all, (one) => notesIn(one.fields)[at]));
  const [updated, reference] = [updatedIn(fields, reporter), referenceOf(fields)];
  const benchmark: Benchmark = {
    id: options.id,
    label: textIn(all, (one) => textOf(one.fields['label'])),
    source: textIn(all, (one) => textOf(one.fields['source'])),
    ...(reference === undefined ? {} : { reference }),
    ...(updated === undefined ? {} : { updated }),
    notes,
    dimensions: dimensions.map((dimension, at) => {
      const named = each(all, (one) => one.dimensions[at]);
      return dimensionOf(named, dimension, roles.get(dimension.id), reporter);
    }),
    cells: cells.value,
  };
  return { ok: true, benchmark, findings: Object.fromEntries(reporter.counts) };
}
