import type { ColumnName, Param } from '../definitions/definition.js';
import type { Dialect } from './dialect.js';
import { type Parameters, refuse, type Scope, type ScopedColumn } from './expression.js';
import type { Window } from '../engine/windows.js';
import { type TableName, tables } from './tables.js';

/** A named part of the statement. The body is written last, when it is known which columns are asked for. */
export interface Cte {
  readonly name: string;
  readonly body: () => string;
}

/** Study rights as a query that gives their ids: those left out at a step, or those looked at. */
export interface RightsQuery {
  /** The exclusion's name. */
  readonly id: string;
  readonly from: string;
  readonly where: readonly string[];
  /** A right may stand in several rows. */
  readonly repeated: boolean;
}

export interface PipelineOptions {
  readonly dialect: Dialect;
  readonly parameters: Parameters;
  /** The rule's place in the definition, for errors. */
  readonly path: string;
  /** Names of the parts begin with it: two rules stand in one statement. */
  readonly prefix: string;
  param(param: Param): string | undefined;
  readonly windows: readonly Window[];
  /** The last day of the half-year that decides whether a checkpoint exists; `undefined` where each row's own half-year does. */
  cohortEnd(): string | undefined;
}

/** The parts of one rule while they are put together. Rows are always read under the alias `r`. */
export interface Assembly {
  readonly options: PipelineOptions;
  readonly ctes: Cte[];
  /** Conditions that the next part keeps rows by. */
  where: readonly string[];
  readonly bound: Map<ColumnName, { readonly nullable: boolean }>;
  /** What `other.*` is: any right of the person, with what was bound to every right before the first was dropped. */
  everyRight: { readonly name: string; readonly bound: ReadonlySet<ColumnName> };
  readonly used: Readonly<Record<TableName, Set<string>>>;
  readonly runtime: Map<Param, string>;
  readonly exclusions: RightsQuery[];
  population: RightsQuery | undefined;
  immature: string | undefined;
  rightsDropped: boolean;
  rowsMultiplied: boolean;
  eachPeriod: boolean;
}

/** Relations that an expression can see beside the row. */
export type InnerRelation = 'period' | 'other' | 'otherPeriod';

const NAME = /^[A-Za-z][A-Za-z0-9.]*$/;

export function newAssembly(options: PipelineOptions): Assembly {
  const first = `${options.prefix}rights`;
  const used = { person: new Set<string>(), study_right: new Set(['id', 'person']), period: new Set<string>() };
  return {
    options,
    ctes: [{ name: first, body: () => rightsSql(options.dialect, used) }],
    where: [],
    bound: new Map(),
    everyRight: { name: first, bound: new Set() },
    used,
    runtime: new Map(),
    exclusions: [],
    population: undefined,
    immature: undefined,
    rightsDropped: false,
    rowsMultiplied: false,
    eachPeriod: false,
  };
}

/** The part that the next one reads. */
export function lastPart({ ctes }: Assembly): string {
  return ctes.at(-1)?.name ?? '';
}

/** Adds a part; what it kept rows by is done with. */
export function addPart(assembly: Assembly, name: string, body: () => string): void {
  const { ctes, options } = assembly;
  ctes.push({ name: `${options.prefix}${String(ctes.length)}_${name}`, body });
  assembly.where = [];
}

/** Adds a part that is the rows with one more column. */
export function addColumn(assembly: Assembly, name: ColumnName, sql: string, nullable: boolean): void {
  const q = assembly.options.dialect.identifier;
  const from = `FROM ${q(lastPart(assembly))} AS r${whereSql(assembly.where)}`;
  addPart(assembly, name, () => `SELECT r.*, ${sql} AS ${q(name)}\n  ${from}`);
  bind(assembly, name, nullable);
}

export function bind(assembly: Assembly, name: ColumnName, nullable: boolean): void {
  assembly.bound.set(name, { nullable });
  if (assembly.rightsDropped || assembly.rowsMultiplied) return;
  assembly.everyRight = { name: lastPart(assembly), bound: new Set(assembly.bound.keys()) };
}

/** The rights that are left when the first step that is not `keep` or `bind` begins. */
export function countPopulation(assembly: Assembly): void {
  assembly.population ??= { id: 'population', from: lastPart(assembly), where: assembly.where, repeated: false };
}

export function whereSql(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `\n  WHERE ${conditions.join(' AND ')}`;
}

/** What an expression of a step can name. */
export function scopeOf(assembly: Assembly, path: string, inner: readonly InnerRelation[] = []): Scope {
  const { options, runtime } = assembly;
  return {
    dialect: options.dialect,
    parameters: options.parameters,
    path,
    param: (param) => runtime.get(param) ?? options.param(param),
    column(name) {
      if (NAME.test(name)) return columnOf(assembly, name, inner);
      throw refuse({ dialect: options.dialect, path }, `column ${JSON.stringify(name)}`, 'letters, digits and dots');
    },
  };
}

function columnOf(assembly: Assembly, name: ColumnName, inner: readonly InnerRelation[]): ScopedColumn | undefined {
  const q = assembly.options.dialect.identifier;
  const [relation = '', field = ''] = name.split('.');
  if (relation === 'other' && inner.includes('other')) return otherColumn(assembly, field);
  if (inner.some((one) => one === relation)) return tableColumn('period', field, `${q(relation)}.${q(field)}`);
  const known = assembly.bound.get(name);
  if (known !== undefined) return { sql: `r.${q(name)}`, nullable: known.nullable };
  if (relation === 'period' && !assembly.eachPeriod) return undefined;
  const table = relation === 'right' ? 'study_right' : relation;
  if (table !== 'study_right' && table !== 'person' && table !== 'period') return undefined;
  const found = tableColumn(table, field, `r.${q(name)}`);
  if (found !== undefined) assembly.used[table].add(field);
  return found;
}

function otherColumn({ everyRight, bound, used, options }: Assembly, field: string): ScopedColumn | undefined {
  const q = options.dialect.identifier;
  if (everyRight.bound.has(field)) return { sql: `other.${q(field)}`, nullable: bound.get(field)?.nullable ?? true };
  const found = tableColumn('study_right', field, `other.${q(`right.${field}`)}`);
  if (found !== undefined) used.study_right.add(field);
  return found;
}

function tableColumn(table: TableName, field: string, sql: string): ScopedColumn | undefined {
  const of = tables[table].find(({ name }) => name === field);
  return of === undefined ? undefined : { sql, nullable: of.nullable, of };
}

function rightsSql({ identifier: q }: Dialect, used: Readonly<Record<TableName, ReadonlySet<string>>>): string {
  const ofRight = [...used.study_right].map((name) => `s.${q(name)} AS ${q(`right.${name}`)}`);
  const ofPerson = [...used.person].map((name) => `p.${q(name)} AS ${q(`person.${name}`)}`);
  const join = ofPerson.length === 0 ? '' : ` JOIN ${q('person')} AS p ON p.${q('id')} = s.${q('person')}`;
  return `SELECT ${[...ofRight, ...ofPerson].join(', ')}\n  FROM ${q('study_right')} AS s${join}`;
}
