import { langs, type DataText } from '@strapetsi/text';
import type { Finding } from '../findings/finding.js';
import type { Cell, PublishedCount } from '../publication/indicator-table.js';
import { foundText, type ShapeProblem } from '../shape/shape-problem.js';
import { isoDate, list, number, object, optional, record, text } from '../shape/shape.js';
import { asFields, asList } from '../sources/documents/fields.js';
import type { Benchmark, BenchmarkDimension } from '../sources/json-stat/benchmark.js';
import { readJsonStat, type JsonStatDocuments } from '../sources/json-stat/read-json-stat.js';
import { FIGURE, type JsonStatOrigin } from './json-stat.js';

/** A cell as JSON-stat carries it: without the range of a withheld value, its reason, and the day on which one will be known. */
export type JsonStatCell =
  | (Omit<Extract<Cell, { readonly status: 'value' }>, 'n' | 'x'> & {
      readonly n?: JsonStatCount;
      readonly x?: JsonStatCount;
    })
  | { readonly status: 'withheld'; readonly n?: Extract<JsonStatCount, { readonly status: 'value' }> }
  | { readonly status: 'immature' | 'notApplicable' | 'noData' };

export type JsonStatCount = Extract<PublishedCount, { readonly status: 'value' }> | { readonly status: 'withheld' };

/** What a dataset of ours says: the figures of a published table, and in ids what they are. */
export interface JsonStatFigures extends Omit<JsonStatOrigin, 'figure'> {
  readonly figure: { readonly id: string; readonly label: DataText; readonly unit: string; readonly decimals: number };
  readonly dimensions: readonly {
    readonly id: string;
    readonly label: DataText;
    readonly isTime: boolean;
    readonly members: readonly { readonly id: string; readonly label: DataText }[];
  }[];
  /** Row-major over `dimensions`, dense. */
  readonly cells: readonly JsonStatCell[];
}

export type FiguresReading =
  { readonly ok: true; readonly figures: JsonStatFigures } | { readonly ok: false; readonly problem: ShapeProblem };

const origin = object<JsonStatOrigin>({
  indicator: object<JsonStatOrigin['indicator']>({ id: text, version: text, hash: text }),
  figure: text,
  rule: optional(text),
  parameters: optional(record(number)),
  period: object<JsonStatOrigin['period']>({ from: isoDate, to: isoDate }),
  asOf: isoDate,
  asOfLatest: optional(isoDate),
  policy: text,
  only: record(list(text)),
});

/** A value of the dataset, or why there is none: `immature` too, which a benchmark does not tell from `noData`. */
type Said =
  { readonly status: 'value'; readonly value: number } | { readonly status: Exclude<Cell['status'], 'value'> };

function saidIn({ cells }: Benchmark, document: unknown): readonly Said[] {
  const status = asFields(document)?.['status'];
  const statusAt = asFields(status) ?? asList(status) ?? [];
  return cells.map((cell, at): Said =>
    Reflect.get(statusAt, String(at)) === 'immature' ? { status: 'immature' } : cell,
  );
}

/** A count that stands with a figure: where there is none with a value, the cell has no such count. */
function countOf(said: Said | undefined): JsonStatCount | undefined {
  if (said?.status === 'value') return { status: 'value', value: said.value };
  return said?.status === 'withheld' ? { status: 'withheld' } : undefined;
}

/** The figure of a cell with what travels with it, by the id of the category. */
function cellOf(figure: Said, beside: ReadonlyMap<string, Said>): JsonStatCell {
  const [x, n] = [countOf(beside.get('x')), countOf(beside.get('n'))];
  if (figure.status === 'withheld') return { status: 'withheld', ...(n?.status === 'value' ? { n } : {}) };
  if (figure.status !== 'value') return { status: figure.status };
  const [from, to] = [beside.get('from'), beside.get('to')];
  return {
    status: 'value',
    value: figure.value,
    ...(from?.status === 'value' && to?.status === 'value' ? { interval: { from: from.value, to: to.value } } : {}),
    ...(n === undefined ? {} : { n }),
    ...(x === undefined ? {} : { x }),
  };
}

function cellsOf(said: readonly Said[], measures: readonly string[]): readonly JsonStatCell[] {
  return Array.from({ length: said.length / measures.length }, (_, at) => {
    const [figure = { status: 'noData' }, ...others] = said.slice(at * measures.length, (at + 1) * measures.length);
    return cellOf(figure, new Map(others.map((one, other) => [measures[other + 1] ?? '', one])));
  });
}

function figureIn({ members: [member] }: BenchmarkDimension, id: string): JsonStatFigures['figure'] | undefined {
  const { label: unit = {}, decimals } = member?.unit ?? {};
  const code = unit.fi ?? unit.sv ?? unit.en;
  if (member === undefined || code === undefined || decimals === undefined) return undefined;
  return { id, label: member.label, unit: code, decimals };
}

function refused(path: string, expected: string, found: unknown): FiguresReading {
  return { ok: false, problem: { path, expected, found: foundText(found) } };
}

/**
 * Reads figures back from datasets that `toJsonStat` made of one table, in one language or several, with every status. What the format does
 * not carry, and which language’s names are marked as not translated, is lost. Datasets of others are read by `readJsonStat`. Never throws.
 *
 * @example
 * import { readFileSync } from 'node:fs';
 *
 * const published = parsePublished(JSON.parse(readFileSync('student-years.json', 'utf8')));
 * const [table] = published.ok ? published.tables : [];
 * if (table === undefined) throw new Error('no table');
 * const read = fromJsonStat({ fi: toJsonStat(table, 'fi'), sv: toJsonStat(table, 'sv') });
 * if (!read.ok) throw new Error(read.problem.path);
 * read.figures.dimensions[0]?.label; // → { fi: 'Vuosi', sv: 'År' }
 * read.figures.cells[0]; // → { status: 'value', value: 6, n: { status: 'value', value: 6 } }
 */
export function fromJsonStat(documents: JsonStatDocuments): FiguresReading {
  const told: Finding[] = [];
  const reading = readJsonStat(documents, { id: 'own', onFinding: (finding) => told.push(finding) });
  if (!reading.ok) return reading;
  const [finding] = told;
  if (finding !== undefined) {
    const { where, expected, found } = finding;
    return { ok: false, problem: { path: where.path, expected, found } };
  }
  const document = langs.map((lang) => documents[lang]).find((one) => one !== undefined);
  const ours = asFields(asFields(document)?.['extension'])?.['strapetsi'];
  const problem = origin(ours, 'extension.strapetsi');
  if (problem !== undefined) return { ok: false, problem };
  const { figure: id, ...rest } = ours as JsonStatOrigin;
  const { benchmark } = reading;
  const measures = benchmark.dimensions.at(-1);
  if (measures?.id !== FIGURE) return refused('id', `"${FIGURE}" at the end`, measures?.id);
  const figure = figureIn(measures, id);
  if (figure === undefined)
    return refused(`dimension.${FIGURE}.category.unit`, 'base and decimals of the figure', undefined);
  return {
    ok: true,
    figures: {
      ...rest,
      figure,
      dimensions: benchmark.dimensions.slice(0, -1).map(({ id: dimension, label, role, members }) => ({
        id: dimension,
        label,
        isTime: role === 'time',
        members: members.map((member) => ({ id: member.id, label: member.label })),
      })),
      cells: cellsOf(
        saidIn(benchmark, document),
        measures.members.map((member) => member.id),
      ),
    },
  };
}
