import type { Step } from '../definitions/definition.js';
import { addColumn, addPart, type Assembly, bind, lastPart, rootColumn, whereSql } from './assembly.js';
import { conditionSql, refuse, valueSql } from './expression.js';
import { scopeOf } from './scope.js';

type StepOf<Name extends string> = Extract<Step, Readonly<Record<Name, unknown>>>;

export function anyOtherRight(assembly: Assembly, step: StepOf<'anyOtherRight'>, path: string): void {
  checkRights(assembly, path);
  const fits = conditionSql(step.anyOtherRight, scopeOf(assembly, path, ['other', 'otherPeriod']));
  const exists = `EXISTS (SELECT 1 FROM ${otherRights(assembly)} WHERE ${samePerson(assembly)} AND ${isAnother(assembly)} AND ${fits})`;
  addColumn(assembly, step.bind, `CASE WHEN ${exists} THEN 1 ELSE 0 END`);
  bind(assembly, step.bind, false);
}

/** Joined and grouped by the row rather than asked for each row: the database then hashes one number. */
export function lowestOverRights(assembly: Assembly, step: StepOf<'lowestOverRights'>, path: string): void {
  checkRights(assembly, path);
  const { where, value, otherwise, othersOnly } = step.lowestOverRights;
  const row = rowOf(assembly);
  const scope = scopeOf(assembly, path, ['other', 'otherPeriod']);
  const q = assembly.options.dialect.identifier;
  const fits = [
    samePerson(assembly),
    ...(othersOnly === true ? [isAnother(assembly)] : []),
    conditionSql(where, scope),
    ...assembly.where,
  ];
  const lowest = `SELECT ${row} AS ${q('row')}, MIN(${valueSql(value, scope)}) AS ${q('value')}`;
  const pairs = `\n  FROM ${lastRows(assembly)} AS r, ${otherRights(assembly)}${whereSql(fits)}`;
  addByRow(assembly, step.bind, row, `${lowest}${pairs}\n  GROUP BY ${row}`, valueSql(otherwise, scope));
}

/** Each interval adds the days that no earlier one has. */
export function daysOfRights(assembly: Assembly, step: StepOf<'daysOfRights'>, path: string): void {
  checkRights(assembly, path);
  const { where, from, to } = step.daysOfRights;
  const row = rowOf(assembly);
  const rowScope = scopeOf(assembly, path);
  const [first, last] = [valueSql(from, rowScope), valueSql(to, rowScope)];
  const q = assembly.options.dialect.identifier;
  const period = (name: string): string => `${q('otherPeriod')}.${q(name)}`;
  const start = `GREATEST(${first}, ${period('start')})`;
  const end = `LEAST(${last}, ${period('end')})`;
  const fits = [
    samePerson(assembly),
    conditionSql(where, scopeOf(assembly, path, ['other', 'otherPeriod'])),
    // GREATEST and LEAST pass over NULL
    `${first} <= ${period('end')} AND ${period('start')} <= ${last} AND ${first} <= ${last}`,
    ...assembly.where,
  ];
  const pairs = `FROM ${lastRows(assembly)} AS r, ${otherRights(assembly)}${whereSql(fits)}`;
  const spans = `SELECT ${row} AS ${q('row')}, ${start} AS a, ${end} AS b\n  ${pairs}`;
  const before = `MAX(s.b) OVER (PARTITION BY s.${q('row')} ORDER BY s.a, s.b ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
  const covered = `SELECT s.*, ${before} AS covered FROM (${spans}) AS s`;
  const days = `SUM(GREATEST(0, c.b - GREATEST(c.a, c.covered + 1) + 1))`;
  const byRow = `SELECT c.${q('row')}, ${assembly.options.dialect.wide(days)} AS ${q('value')}\n  FROM (${covered}) AS c GROUP BY c.${q('row')}`;
  addByRow(assembly, step.bind, row, byRow, '0');
}

/** Binds a name to a value by row of a query; rows that it does not have get another. */
function addByRow(assembly: Assembly, name: string, row: string, query: string, otherwise: string): void {
  const q = assembly.options.dialect.identifier;
  const [rows, kept] = [lastRows(assembly), assembly.where];
  addPart(assembly, `of_${name}`, () => query);
  const found = `${lastRows(assembly)} AS l ON l.${q('row')} = ${row}`;
  const column = `COALESCE(l.${q('value')}, ${otherwise}) AS ${q(name)}`;
  addPart(assembly, name, () => `SELECT r.*, ${column}\n  FROM ${rows} AS r LEFT JOIN ${found}${whereSql(kept)}`);
  bind(assembly, name, false);
}

function lastRows(assembly: Assembly): string {
  return assembly.options.dialect.identifier(lastPart(assembly));
}

/** What tells one row from another: the right while rows are whole rights, after that a number. */
function rowOf(assembly: Assembly): string {
  if (assembly.made.length === 0) return rootColumn(assembly, 'id');
  if (assembly.rowNumber === undefined) {
    assembly.rowNumber = `row ${String(assembly.ctes.length)}`;
    addColumn(assembly, assembly.rowNumber, 'ROW_NUMBER() OVER ()');
  }
  return `r.${assembly.options.dialect.identifier(assembly.rowNumber)}`;
}

function checkRights({ options: { dialect, over } }: Assembly, path: string): void {
  if (over !== 'right') throw refuse({ dialect, path }, `rights beside rows of ${over}`, 'a definition over rights');
}

function otherRights({ everyRight, options, relations }: Assembly): string {
  const q = options.dialect.identifier;
  const periods = `${relations.source('period')} AS ${q('otherPeriod')}`;
  return `${q(everyRight.name)} AS other JOIN ${periods} ON ${q('otherPeriod')}.${q('right')} = other.${q('right.id')}`;
}

function samePerson(assembly: Assembly): string {
  return `${rootColumn(assembly, 'person', 'other')} = ${rootColumn(assembly, 'person')}`;
}

function isAnother(assembly: Assembly): string {
  return `${rootColumn(assembly, 'id', 'other')} <> ${rootColumn(assembly, 'id')}`;
}
