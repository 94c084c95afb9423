import type { DataText } from '@strapetsi/text';
import { fold } from '../tables/columns.js';
import type { DateForm } from '../tables/values.js';
import { fieldNames, tablePlans, type FieldName } from './fields.js';
import { columnOf, foundColumn, namesOf, positionsOf, type FoundColumn, type Positions } from './mapped-columns.js';
import { codeText } from './mapping-meaning.js';
import type { CodeSource, ColumnSource, MappedTable, Mapping, OwnSource, QuestionSource } from './mapping.js';

/** A translated cell: its code, or nothing, and a name where the mapping gives one. */
export interface Translated {
  readonly code: string | undefined;
  readonly label?: DataText;
}

/** Where a value comes from, once the columns of a file are known. */
export interface BoundSource {
  /** Of the field, for findings: `Tila → period.state`. */
  readonly path: string;
  /** Name of the column as the mapping has it; `undefined` for a constant. */
  readonly column: string | undefined;
  /** Position of the cell, -1 for a constant. */
  readonly at: number;
  readonly constant?: Translated;
  readonly codes?: ReadonlyMap<string, Translated>;
  readonly otherwise?: Translated;
  /** For an empty cell. */
  readonly standard?: Translated;
  /** Folded texts that mean that there is nothing. */
  readonly missing: ReadonlySet<string>;
  readonly dates?: DateForm;
  readonly prefix: string;
  /** Positions of the columns with the name of the code. */
  readonly labelsAt: Readonly<Partial<Record<keyof DataText, number>>>;
}

export interface BoundQuestion extends BoundSource {
  readonly key: string;
  readonly label: DataText | undefined;
  /** Folded texts that stand for "can't say". */
  readonly cantSay: ReadonlySet<string>;
  readonly forFunding: boolean;
}

/** A column of the mapping that a file lacks. */
export interface MissingColumn {
  readonly path: string;
  readonly names: readonly string[];
}

/** A table of the mapping with the columns of a file. */
export interface BoundTable {
  readonly fields: ReadonlyMap<FieldName, BoundSource>;
  readonly own: ReadonlyMap<string, BoundSource>;
  readonly questions: readonly BoundQuestion[];
  /** Without these the file cannot be read. */
  readonly needed: readonly MissingColumn[];
  readonly leftOut: readonly MissingColumn[];
  /** Paths of columns that the file has more than once. */
  readonly twice: readonly string[];
}

const foldedSet = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.map(fold));

function translated(code: CodeSource): Translated {
  const label = typeof code === 'object' && code !== null ? code.label : undefined;
  return { code: codeText(code), ...(label === undefined ? {} : { label }) };
}

const translations = (codes: Readonly<Record<string, CodeSource>>): ReadonlyMap<string, Translated> =>
  new Map(Object.entries(codes).map(([text, code]) => [fold(text), translated(code)]));

/** What columns, own columns and questions have in common. */
function boundColumn(
  source: Pick<ColumnSource, 'codes' | 'missing'>,
  { name, at }: FoundColumn,
  field: string,
  mapping: Mapping,
): BoundSource {
  return {
    path: `${name} → ${field}`,
    column: name,
    at,
    ...(source.codes === undefined ? {} : { codes: translations(source.codes) }),
    missing: foldedSet([...(mapping.missing ?? []), ...(source.missing ?? [])]),
    prefix: '',
    labelsAt: {},
  };
}

function boundField(
  source: ColumnSource | OwnSource,
  column: FoundColumn,
  field: string,
  mapping: Mapping,
  positions: Positions,
): BoundSource {
  const dates = source.dates ?? mapping.dates;
  const labelsAt: Partial<Record<keyof DataText, number>> = {};
  for (const lang of ['fi', 'sv', 'en'] as const) {
    const names = source.labels?.[lang];
    const at = names === undefined ? undefined : foundColumn(names, positions)?.at;
    if (at !== undefined) labelsAt[lang] = at;
  }
  return {
    ...boundColumn(source, column, field, mapping),
    ...(source.otherwise === undefined ? {} : { otherwise: translated(source.otherwise) }),
    ...(source.default === undefined ? {} : { standard: translated(source.default) }),
    ...(dates === undefined ? {} : { dates }),
    prefix: source.prefix ?? '',
    labelsAt,
  };
}

const NO_TEXTS: ReadonlySet<string> = new Set();

const constantSource = (path: string, constant: Translated): BoundSource => ({
  path,
  column: undefined,
  at: -1,
  constant,
  missing: NO_TEXTS,
  prefix: '',
  labelsAt: {},
});

const boundQuestion = (key: string, source: QuestionSource, column: FoundColumn, mapping: Mapping): BoundQuestion => ({
  ...boundColumn(source, column, `questions.${key}`, mapping),
  key,
  label: source.label,
  cantSay: foldedSet(source.cantSay ?? []),
  forFunding: source.forFunding === true,
});

/** Of fields of which a table needs one or another, what a file lacks altogether. */
function missingAlternatives(table: MappedTable, fields: ReadonlyMap<FieldName, BoundSource>): MissingColumn[] {
  const missing = (...alternatives: readonly FieldName[]): MissingColumn => ({
    path: alternatives.join(' | '),
    names: alternatives.flatMap((field) => {
      const source = table.fields[field];
      const column = source === undefined ? undefined : columnOf(source);
      return column === undefined ? [] : namesOf(column);
    }),
  });
  const lacking = tablePlans[table.of].neededOneOf.filter((each) => !each.some((field) => fields.has(field)));
  const lacksYears = fields.has('outcome.activity') && !fields.has('outcome.yearsAfter');
  return [...lacking.map((each) => missing(...each)), ...(lacksYears ? [missing('outcome.yearsAfter')] : [])];
}

/** Finds the columns of a table of the mapping among the names of a file. */
export function bindTable(table: MappedTable, mapping: Mapping, names: readonly string[]): BoundTable {
  const positions = positionsOf(names);
  const needed: MissingColumn[] = [];
  const leftOut: MissingColumn[] = [];
  const twice: string[] = [];

  /** The column of a field; `undefined`, noted, where the file has none. */
  function locate(column: ColumnSource['column'], field: string, isNeeded: boolean): FoundColumn | undefined {
    const found = foundColumn(column, positions);
    const path = `${found?.name ?? namesOf(column)[0] ?? ''} → ${field}`;
    if (found === undefined) (isNeeded ? needed : leftOut).push({ path, names: namesOf(column) });
    else if (found.isTwice) twice.push(path);
    return found;
  }

  function bind(source: ColumnSource | OwnSource, field: string, isNeeded: boolean): BoundSource | undefined {
    if (source.default !== undefined && foundColumn(source.column, positions) === undefined)
      return constantSource(field, translated(source.default));
    const column = locate(source.column, field, isNeeded);
    return column === undefined ? undefined : boundField(source, column, field, mapping, positions);
  }

  const fields = new Map<FieldName, BoundSource>();
  for (const field of fieldNames) {
    const source = table.fields[field];
    if (source === undefined) continue;
    if (typeof source === 'object' && 'value' in source) {
      const label = source.label === undefined ? {} : { label: source.label };
      fields.set(field, constantSource(field, { code: String(source.value), ...label }));
      continue;
    }
    const column = typeof source === 'string' ? { column: source } : source;
    const bound = bind(column, field, tablePlans[table.of].needed.includes(field));
    if (bound !== undefined) fields.set(field, bound);
  }
  const own = new Map<string, BoundSource>();
  for (const [name, source] of Object.entries(table.own ?? {})) {
    const bound = bind(source, `own.${name}`, false);
    if (bound !== undefined) own.set(name, bound);
  }
  const questions: BoundQuestion[] = [];
  for (const [key, source] of Object.entries(table.questions ?? {})) {
    const column = locate(source.column, `questions.${key}`, false);
    if (column !== undefined) questions.push(boundQuestion(key, source, column, mapping));
  }
  needed.push(...missingAlternatives(table, fields));
  return { fields, own, questions, needed, leftOut, twice };
}
