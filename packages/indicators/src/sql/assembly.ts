import type { ChildRelation, ColumnName, Param, RootRelation } from '../definitions/definition.js';
import type { ClassRelations } from './classes.js';
import type { Dialect } from './dialect.js';
import type { Parameters } from './expression.js';
import { newRelations, type Relations, rootTables } from './relations.js';

/** A named part of the statement. The body is written last, when it is known which columns are asked for. */
export interface Cte {
  readonly name: string;
  readonly body: () => string;
}

/** Rows of the root as a query that gives their ids: those left out at a step, or those looked at. */
export interface RootsQuery {
  /** The exclusion's name. */
  readonly id: string;
  readonly from: string;
  readonly where: readonly string[];
  /** A root may stand in several rows. */
  readonly repeated: boolean;
}

export interface PipelineOptions {
  readonly dialect: Dialect;
  readonly parameters: Parameters;
  readonly over: RootRelation;
  readonly classes: ClassRelations;
  /** The rule's place in the definition, for errors. */
  readonly path: string;
  /** Names of the parts begin with it: two rules stand in one statement. */
  readonly prefix: string;
  param(param: Param): string | undefined;
  /** The rule's windows, under the alias `w`; asked for where it slices. */
  windowsOfRule(): string;
  /** Whether they say in `matures` from which day their cells can be looked at. */
  readonly windowsMature: boolean;
  /** The last day of the half-year that decides whether a checkpoint exists; `undefined` where each row's own half-year does. */
  cohortEnd(): string | undefined;
}

/** The parts of one rule while they are put together. Rows are always read under the alias `r`. */
export interface Assembly {
  readonly options: PipelineOptions;
  readonly relations: Relations;
  readonly ctes: Cte[];
  /** Conditions that the next part keeps rows by. */
  where: readonly string[];
  readonly bound: Map<ColumnName, { readonly nullable: boolean; readonly ofRoots: boolean }>;
  /** What `other.*` is: any right of the person, with what was bound to every right before the first was dropped. */
  everyRight: { readonly name: string; readonly bound: ReadonlySet<ColumnName> };
  readonly runtime: Map<Param, string>;
  readonly exclusions: RootsQuery[];
  population: RootsQuery | undefined;
  immature: string | undefined;
  rowsDropped: boolean;
  /** What rows have been made of roots, in order. */
  readonly made: ('each' | 'slice' | 'checkpoints')[];
  /** The child relation that each row is a child of. */
  each: ChildRelation | undefined;
  /** A column that tells rows apart, where one was needed since they were made. */
  rowNumber: string | undefined;
}

/** Relations that an expression can see beside the row. */
export type InnerRelation = ChildRelation | 'other' | 'otherPeriod';

export function newAssembly(options: PipelineOptions): Assembly {
  const { dialect, prefix, over, classes } = options;
  const first = `${prefix}roots`;
  const relations = newRelations(dialect, prefix, classes);
  for (const name of ['id', 'person']) relations.used[rootTables[over]].add(name);
  return {
    options,
    relations,
    ctes: [{ name: first, body: () => rootsSql(options, relations) }],
    where: [],
    bound: new Map(),
    everyRight: { name: first, bound: new Set() },
    runtime: new Map(),
    exclusions: [],
    population: undefined,
    immature: undefined,
    rowsDropped: false,
    made: [],
    each: undefined,
    rowNumber: undefined,
  };
}

/** A column of the row's root. */
export function rootColumn({ options: { dialect, over } }: Assembly, name: 'id' | 'person', of = 'r'): string {
  return `${of}.${dialect.identifier(`${over}.${name}`)}`;
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
export function addColumn(assembly: Assembly, name: string, sql: string): void {
  const q = assembly.options.dialect.identifier;
  const from = `FROM ${q(lastPart(assembly))} AS r${whereSql(assembly.where)}`;
  addPart(assembly, name, () => `SELECT r.*, ${sql} AS ${q(name)}\n  ${from}`);
}

export function bind(assembly: Assembly, name: ColumnName, nullable: boolean): void {
  const ofRoots = assembly.made.length === 0;
  assembly.bound.set(name, { nullable, ofRoots });
  if (assembly.rowsDropped || !ofRoots) return;
  assembly.everyRight = { name: lastPart(assembly), bound: new Set(assembly.bound.keys()) };
}

/** The roots that are left when the first step that is not `keep` or `bind` begins. */
export function countPopulation(assembly: Assembly): void {
  assembly.population ??= { id: 'population', from: lastPart(assembly), where: assembly.where, repeated: false };
}

export function whereSql(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `\n  WHERE ${conditions.join(' AND ')}`;
}

function rootsSql({ dialect: { identifier: q }, over }: PipelineOptions, { used, source }: Relations): string {
  const table = rootTables[over];
  const ofRoot = [...used[table]].map((name) => `s.${q(name)} AS ${q(`${over}.${name}`)}`);
  const ofPerson = [...used.person].map((name) => `p.${q(name)} AS ${q(`person.${name}`)}`);
  const join = ofPerson.length === 0 ? '' : ` JOIN ${source('person')} AS p ON p.${q('id')} = s.${q('person')}`;
  return `SELECT ${[...ofRoot, ...ofPerson].join(', ')}\n  FROM ${source(table)} AS s${join}`;
}
