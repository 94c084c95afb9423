import type { ChildRelation, Step } from '../definitions/definition.js';
import { checkpointId } from '../engine/members.js';
import { addPart, type Assembly, bind, lastPart, rootColumn, whereSql } from './assembly.js';
import { canBeMissing, refuse, type Scope, valueSql } from './expression.js';
import { rootOfChildren } from './relations.js';

type StepOf<Name extends string> = Extract<Step, Readonly<Record<Name, unknown>>>;

/**
 * Makes several rows of one.
 * @throws {NotExpressibleInSqlError} where rows have been made that this cannot be made of
 */
export function addRows(
  assembly: Assembly,
  step: StepOf<'each'> | StepOf<'slice'> | StepOf<'checkpoints'>,
  scope: Scope,
): void {
  const { made } = assembly;
  const kind = 'each' in step ? 'each' : 'slice' in step ? 'slice' : 'checkpoints';
  const fits = made.length === 0 || (kind === 'slice' && made.length === 1 && made[0] === 'each');
  if (!fits) throw refuse(scope, `${kind} of rows made by ${made.join(' and ')}`, `${kind} before other rows are made`);
  made.push(kind);
  if ('each' in step) each(assembly, step.each, scope);
  else if ('slice' in step) slice(assembly, step, scope);
  else checkpoints(assembly, step.checkpoints, scope);
  assembly.rowNumber = undefined;
}

/** The order of the facts, for rows that are equal in the order that is asked for. */
export function tieBreakers(assembly: Assembly): readonly string[] {
  const { made, each: child, options, relations } = assembly;
  const q = options.dialect.identifier;
  if (child !== undefined) relations.used[child].add('id');
  return [
    rootColumn(assembly, 'id'),
    ...(child === undefined ? [] : [`r.${q(`${child}.id`)}`]),
    ...(made.includes('slice') ? [`r.${q('window.start')}`] : []),
    ...(made.includes('checkpoints') ? [`r.${q('checkpoint.place')}`] : []),
  ];
}

function each(assembly: Assembly, relation: ChildRelation, scope: Scope): void {
  const { options, relations } = assembly;
  const { dialect, over } = options;
  const q = dialect.identifier;
  const root = rootOfChildren[relation];
  if (root !== over) throw refuse(scope, `${relation} of ${root}`, `a child relation of ${over}`);
  const rows = `FROM ${q(lastPart(assembly))} AS r`;
  const belongs = `ON p.${q(over)} = ${rootColumn(assembly, 'id')}`;
  const where = whereSql(assembly.where);
  addPart(assembly, 'each', () => {
    const columns = [...relations.used[relation]].map((name) => `, p.${q(name)} AS ${q(`${relation}.${name}`)}`);
    return `SELECT r.*${columns.join('')}\n  ${rows} JOIN ${relations.source(relation)} AS p ${belongs}${where}`;
  });
  assembly.each = relation;
}

const windowColumns = ['year', 'halfYear', 'month', 'start', 'end'];

function slice(assembly: Assembly, step: StepOf<'slice'>, scope: Scope): void {
  const { dialect, windowsOfRule, windowsMature } = assembly.options;
  const q = dialect.identifier;
  const a = valueSql(step.slice[0], scope);
  const b = valueSql(step.slice[1], scope);
  const touched = `${a} <= ${b} AND ${a} <= w.${q('end')} AND ${b} >= w.${q('start')}`;
  const columns = [
    ...[...windowColumns, ...(windowsMature ? ['matures'] : [])].map(
      (name) => `w.${q(name)} AS ${q(`window.${name}`)}`,
    ),
    `GREATEST(${a}, w.${q('start')}) AS ${q('row.start')}`,
    `LEAST(${b}, w.${q('end')}) AS ${q('row.end')}`,
  ];
  const source = `FROM ${q(lastPart(assembly))} AS r JOIN ${windowsOfRule()}`;
  const where = whereSql(assembly.where);
  addPart(assembly, 'slice', () => `SELECT r.*, ${columns.join(', ')}\n  ${source} ON ${touched}${where}`);
  for (const name of ['window.year', 'window.halfYear', 'window.month', 'row.start', 'row.end'])
    bind(assembly, name, false);
  assembly.runtime.set('window.start', `r.${q('window.start')}`);
  assembly.runtime.set('window.end', `r.${q('window.end')}`);
}

/** A row for each checkpoint, with `checkpoint.matures` where it has not had its time: rows B1–B3 of the decision table. */
function checkpoints(
  assembly: Assembly,
  { after, months, lastMonthEnd }: StepOf<'checkpoints'>['checkpoints'],
  scope: Scope,
): void {
  const { dialect, param, cohortEnd } = assembly.options;
  const q = dialect.identifier;
  const start = valueSql(after, scope);
  const monthEnd = param('lastMonthEnd') ?? 'NULL';
  // n months exist from the month end m on which 48 (m - L) >= 1461 n, L the last day of the half-year; the last month end from m = L
  const points = months.map((n) => `'${checkpointId(n)}', ${whole(n, scope)}, ${String(Math.ceil((n * 1461) / 48))}`);
  const all = lastMonthEnd ? [...points, `'${checkpointId('lastMonthEnd')}', NULL, 0`] : points;
  const rows = all.map((point, place) => `(${String(place)}, ${point})`).join(', ');
  const reached = `(${cohortEnd() ?? dialect.endOfHalfYear(start)} + c.${q('days')})`;
  const columns = [
    `c.${q('id')} AS ${q('checkpoint.id')}`,
    `c.${q('place')} AS ${q('checkpoint.place')}`,
    `COALESCE(${dialect.addMonths(start, `c.${q('months')}`)}, ${monthEnd}) AS ${q('checkpoint.day')}`,
    `CASE WHEN ${reached} > ${monthEnd} THEN ${dialect.endOfMonth(reached)} + 1 END AS ${q('checkpoint.matures')}`,
  ];
  const names = ['place', 'id', 'months', 'days'].map(q).join(', ');
  const from = `FROM ${q(lastPart(assembly))} AS r CROSS JOIN (VALUES ${rows}) AS c(${names})`;
  const started = canBeMissing(after, scope) ? [`${start} IS NOT NULL`] : [];
  const where = whereSql([...assembly.where, ...started]);
  addPart(assembly, 'checkpoints', () => `SELECT r.*, ${columns.join(',\n    ')}\n  ${from}${where}`);
  bind(assembly, 'checkpoint.id', false);
  assembly.immature = lastPart(assembly);
  assembly.where = [`r.${q('checkpoint.matures')} IS NULL`];
  assembly.runtime.set('checkpoint.day', `r.${q('checkpoint.day')}`);
}

function whole(months: number, scope: Scope): string {
  if (!Number.isSafeInteger(months)) throw refuse(scope, `checkpoint at ${String(months)} months`, 'whole months');
  return String(months);
}
