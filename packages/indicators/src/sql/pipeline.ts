import type { ColumnName, Param, Step } from '../definitions/definition.js';
import type { Dialect } from './dialect.js';
import {
  bindInteger,
  canBeMissing,
  conditionSql,
  refuse,
  type Parameters,
  type Scope,
  type ScopedColumn,
  valueSql,
} from './expression.js';
import type { Window } from './run.js';
import { tables, type TableName } from './tables.js';

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
}

export interface Pipeline {
  readonly ctes: readonly Cte[];
  /** The last part: one row for each row of the definition. */
  readonly rows: string;
  /** Which of its rows are left. */
  readonly where: readonly string[];
  readonly exclusions: readonly RightsQuery[];
  readonly population: RightsQuery;
  /** Where the rows whose half-year has not had its time are found, with `matures`. */
  readonly immature?: string;
  readonly scope: Scope;
}

export interface PipelineOptions {
  readonly dialect: Dialect;
  readonly parameters: Parameters;
  readonly path: string;
  /** Names of the parts begin with it: two rules stand in one statement. */
  readonly prefix: string;
  param(param: Param): string | undefined;
  readonly windows: readonly Window[];
  /** The last day of the half-year that decides whether a checkpoint exists; absent where each row's own half-year does. */
  cohortEnd(): string | undefined;
}

type Checkpoints = Extract<Step, { readonly checkpoints: unknown }>['checkpoints'];

const NAME = /^[A-Za-z][A-Za-z0-9.]*$/;

/** The parts that steps become, one for each step, each reading the one before it. */
export function pipelineOf(steps: readonly Step[], options: PipelineOptions): Pipeline {
  const { dialect, prefix } = options;
  const q = dialect.identifier;
  const used: Record<TableName, Set<string>> = {
    person: new Set(['id']),
    study_right: new Set(['id', 'person']),
    period: new Set(),
  };
  const bound = new Map<ColumnName, { readonly nullable: boolean }>();
  const runtime = new Map<Param, string>();
  const ctes: Cte[] = [{ name: `${prefix}rights`, body: () => baseRights(q, used) }];
  const exclusions: RightsQuery[] = [];
  let immature: string | undefined;
  // other.* is any right of the person, with what was bound to every right before the first of them was dropped
  let everyRight = { name: ctes[0]?.name ?? '', bound: new Set<ColumnName>() };
  let dropped = false;
  let eachPeriod = false;
  let where: string[] = [];
  let population: RightsQuery | undefined;
  const current = (): string => ctes.at(-1)?.name ?? '';

  const scopeAt = (path: string, inner: readonly ('period' | 'other' | 'otherPeriod')[] = []): Scope => ({
    dialect,
    parameters: options.parameters,
    path,
    param: (param) => runtime.get(param) ?? options.param(param),
    column(name): ScopedColumn | undefined {
      if (!NAME.test(name))
        throw refuse({ dialect, path }, `column ${JSON.stringify(name)}`, 'letters, digits and dots');
      const known = bound.get(name);
      if (known !== undefined) return { sql: `r.${q(name)}`, nullable: known.nullable };
      const [alias = '', field = ''] = name.split('.');
      if (inner.some((one) => one === alias)) {
        if (alias !== 'other') return tableColumn('period', field, `${q(alias)}.${q(field)}`);
        if (everyRight.bound.has(field))
          return { sql: `other.${q(field)}`, nullable: bound.get(field)?.nullable ?? true };
        used.study_right.add(field);
        return tableColumn('study_right', field, `other.${q(`right.${field}`)}`);
      }
      const table =
        alias === 'right'
          ? 'study_right'
          : alias === 'person' || (alias === 'period' && eachPeriod)
            ? alias
            : undefined;
      if (table === undefined) return undefined;
      used[table].add(field);
      return tableColumn(table, field, `r.${q(name)}`);
    },
  });

  const source = (): string =>
    `FROM ${q(current())} AS r${where.length === 0 ? '' : `\n  WHERE ${where.join(' AND ')}`}`;
  const add = (name: string, body: () => string): void => {
    ctes.push({ name: `${prefix}${String(ctes.length)}_${name}`, body });
    where = [];
  };
  const addColumn = (name: ColumnName, sql: string, nullable: boolean): void => {
    const from = source();
    add(name, () => `SELECT r.*, ${sql} AS ${q(name)}\n  ${from}`);
    bound.set(name, { nullable });
    if (!dropped) everyRight = { name: current(), bound: new Set(bound.keys()) };
  };
  const leaveOut = (id: string, name: string, condition: string): void => {
    dropped = true;
    const column = `left out ${String(exclusions.length + 1)}`;
    const from = source();
    add(name, () => `SELECT r.*, CASE WHEN ${condition} THEN 1 ELSE 0 END AS ${q(column)}\n  ${from}`);
    exclusions.push({ id, from: current(), where: [`r.${q(column)} = 1`] });
    where = [`r.${q(column)} = 0`];
  };
  const countPopulation = (): void => {
    population ??= { id: 'population', from: current(), where: [...where] };
  };

  steps.forEach((step, index) => {
    const path = `${options.path}.steps[${String(index)}]`;
    const scope = scopeAt(path);
    if ('keep' in step) {
      dropped = true;
      where.push(conditionSql(step.keep, scope));
    } else if ('exclude' in step) {
      countPopulation();
      leaveOut(step.exclude.id, 'exclude', conditionSql(step.exclude.when, scope));
    } else if ('firstOf' in step) {
      countPopulation();
      const group = step.firstOf.map((expr) => valueSql(expr, scope)).join(', ');
      const order = step.orderBy.map((expr) => `${valueSql(expr, scope)} NULLS FIRST`).join(', ');
      addColumn('place', `ROW_NUMBER() OVER (PARTITION BY ${group} ORDER BY ${order})`, false);
      leaveOut(step.otherwise.id, 'first', `r.${q('place')} > 1`);
      bound.delete('place');
    } else if ('ofChildren' in step) {
      const inner = scopeAt(path, ['period']);
      const from = `FROM ${q('period')} AS ${q('period')} WHERE ${q('period')}.${q('right')} = r.${q('right.id')} AND ${conditionSql(step.where, inner)}`;
      if (step.take === 'any') addColumn(step.bind, `CASE WHEN EXISTS (SELECT 1 ${from}) THEN 1 ELSE 0 END`, false);
      else if ('min' in step.take)
        addColumn(step.bind, `(SELECT MIN(${valueSql(step.take.min, inner)}) ${from})`, true);
      else addColumn(step.bind, `(SELECT MAX(${valueSql(step.take.max, inner)}) ${from})`, true);
    } else if ('anyOtherRight' in step) {
      const inner = scopeAt(path, ['other', 'otherPeriod']);
      const from = `${otherRights(q, everyRight.name)} AND other.${q('right.id')} <> r.${q('right.id')}`;
      addColumn(
        step.bind,
        `CASE WHEN EXISTS (SELECT 1 ${from} AND ${conditionSql(step.anyOtherRight, inner)}) THEN 1 ELSE 0 END`,
        false,
      );
    } else if ('lowestOverRights' in step) {
      const { where: fits, value, otherwise } = step.lowestOverRights;
      const inner = scopeAt(path, ['other', 'otherPeriod']);
      const lowest = `SELECT MIN(${valueSql(value, inner)}) ${otherRights(q, everyRight.name)} AND ${conditionSql(fits, inner)}`;
      addColumn(step.bind, `COALESCE((${lowest}), ${valueSql(otherwise, scope)})`, false);
    } else if ('bind' in step) {
      addColumn(step.bind, valueSql(step.to, scope), canBeMissing(step.to, scope));
    } else if ('each' in step) {
      countPopulation();
      const kept = where;
      const before = current();
      add('each', () => eachPeriodSql(q, before, kept, used.period));
      eachPeriod = true;
    } else if ('slice' in step) {
      countPopulation();
      const a = valueSql(step.slice[0], scope);
      const b = valueSql(step.slice[1], scope);
      const kept = [...where, `${a} <= w.${q('end')}`, `${b} >= w.${q('start')}`, `${a} <= ${b}`];
      const before = current();
      const columns = [
        `w.${q('id')} AS ${q('window.id')}`,
        `w.${q('start')} AS ${q('window.start')}`,
        `w.${q('end')} AS ${q('window.end')}`,
        `GREATEST(${a}, w.${q('start')}) AS ${q('row.start')}`,
        `LEAST(${b}, w.${q('end')}) AS ${q('row.end')}`,
      ];
      add(
        'slice',
        () =>
          `SELECT r.*, ${columns.join(', ')}\n  FROM ${q(before)} AS r JOIN ${windowsSql(options)} ON ${kept.join(' AND ')}`,
      );
      for (const name of ['row.start', 'row.end', 'window.id']) bound.set(name, { nullable: false });
      runtime.set('window.start', `r.${q('window.start')}`);
      runtime.set('window.end', `r.${q('window.end')}`);
    } else {
      countPopulation();
      const kept = where.length === 0 ? '' : `\n  WHERE ${where.join(' AND ')}`;
      const before = current();
      add('checkpoints', checkpointsSql(step.checkpoints, before, kept, scope, options));
      immature = current();
      where = [`r.${q('matures')} IS NULL`];
      bound.set('checkpoint.id', { nullable: false });
      runtime.set('checkpoint.day', `r.${q('checkpoint.day')}`);
    }
  });
  countPopulation();
  return {
    ctes,
    rows: current(),
    where,
    exclusions,
    population: population ?? { id: 'population', from: current(), where },
    ...(immature === undefined ? {} : { immature }),
    scope: scopeAt(options.path),
  };
}

/** A row for each checkpoint, with `matures` where it has not had its time: rows B1–B3 of the decision table. */
function checkpointsSql(
  { after, months, lastMonthEnd }: Checkpoints,
  before: string,
  kept: string,
  scope: Scope,
  { dialect, cohortEnd, param }: PipelineOptions,
): () => string {
  const q = dialect.identifier;
  const start = valueSql(after, scope);
  const monthEnd = param('lastMonthEnd') ?? 'NULL';
  const halfYearEnd = cohortEnd() ?? dialect.endOfHalfYear(start);
  const points = months.map((n) => ({
    id: checkpointId(n),
    months: wholeMonths(n, scope),
    days: Math.ceil((n * 1461) / 48),
  }));
  const all = lastMonthEnd ? [...points, { id: checkpointId('lastMonthEnd'), months: 'NULL', days: 0 }] : points;
  const values = all.map((point) => `('${point.id}', ${point.months}, ${String(point.days)})`);
  // n months exist from the month end on which 48 (m - L) >= 1461 n, the last month end from m = L
  const reached = `(${halfYearEnd} + c.${q('days')})`;
  const day = `COALESCE(${dialect.addMonths(start, `c.${q('months')}`)}, ${monthEnd})`;
  return () =>
    `SELECT r.*, c.${q('id')} AS ${q('checkpoint.id')}, ${day} AS ${q('checkpoint.day')},\n` +
    `    CASE WHEN ${reached} > ${monthEnd} THEN ${dialect.endOfMonth(reached)} + 1 END AS ${q('matures')}\n` +
    `  FROM ${q(before)} AS r CROSS JOIN (VALUES ${values.join(', ')}) AS c(${['id', 'months', 'days'].map(q).join(', ')})${kept}`;
}

/** Ids of members of the dimension `checkpoint`. */
function checkpointId(months: number | 'lastMonthEnd'): string {
  return String(months);
}

function wholeMonths(months: number, scope: Scope): string {
  if (!Number.isSafeInteger(months)) throw refuse(scope, `checkpoint at ${String(months)} months`, 'whole months');
  return String(months);
}

function tableColumn(table: TableName, field: string, sql: string): ScopedColumn | undefined {
  const of = tables[table].find(({ name }) => name === field);
  return of === undefined ? undefined : { sql, nullable: of.nullable, of };
}

function baseRights(q: Dialect['identifier'], used: Readonly<Record<TableName, ReadonlySet<string>>>): string {
  const columns = [...used.study_right].map((name) => `s.${q(name)} AS ${q(`right.${name}`)}`);
  const ofPerson = [...used.person]
    .filter((name) => name !== 'id')
    .map((name) => `p.${q(name)} AS ${q(`person.${name}`)}`);
  const join = ofPerson.length === 0 ? '' : ` JOIN ${q('person')} AS p ON p.${q('id')} = s.${q('person')}`;
  return `SELECT ${[...columns, ...ofPerson].join(', ')}\n  FROM ${q('study_right')} AS s${join}`;
}

function eachPeriodSql(
  q: Dialect['identifier'],
  before: string,
  kept: readonly string[],
  columns: ReadonlySet<string>,
): string {
  const selected = [...columns].map((name) => `, p.${q(name)} AS ${q(`period.${name}`)}`).join('');
  const where = kept.length === 0 ? '' : `\n  WHERE ${kept.join(' AND ')}`;
  return `SELECT r.*${selected}\n  FROM ${q(before)} AS r JOIN ${q('period')} AS p ON p.${q('right')} = r.${q('right.id')}${where}`;
}

function windowsSql({ dialect, parameters, windows }: PipelineOptions): string {
  const q = dialect.identifier;
  const integer = (value: number): string => bindInteger({ dialect, parameters }, value);
  const rows = windows.map(({ id, start, end }) => `('${id}', ${integer(start)}, ${integer(end)})`);
  return `(VALUES ${rows.join(', ')}) AS w(${q('id')}, ${q('start')}, ${q('end')})`;
}

function otherRights(q: Dialect['identifier'], everyRight: string): string {
  return (
    `FROM ${q(everyRight)} AS other JOIN ${q('period')} AS ${q('otherPeriod')} ` +
    `ON ${q('otherPeriod')}.${q('right')} = other.${q('right.id')} WHERE other.${q('right.person')} = r.${q('right.person')}`
  );
}
