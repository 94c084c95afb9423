import type { Step } from '../definitions/definition.js';
import { checkpointId } from '../engine/members.js';
import { addColumn, addPart, type Assembly, bind, countPopulation, lastPart, scopeOf, whereSql } from './assembly.js';
import { bindInteger, canBeMissing, conditionSql, refuse, type Scope, valueSql } from './expression.js';

/** Adds what one step is in SQL. */
export function addStep(assembly: Assembly, step: Step, path: string): void {
  const scope = scopeOf(assembly, path);
  if ('keep' in step) {
    assembly.rightsDropped = true;
    assembly.where = [...assembly.where, conditionSql(step.keep, scope)];
  } else if ('exclude' in step) {
    countPopulation(assembly);
    leaveOut(assembly, step.exclude.id, 'exclude', conditionSql(step.exclude.when, scope));
  } else if ('firstOf' in step) {
    countPopulation(assembly);
    firstOf(assembly, step, scope);
  } else if ('ofChildren' in step) {
    ofChildren(assembly, step, path);
  } else if ('anyOtherRight' in step) {
    anyOtherRight(assembly, step, path);
  } else if ('lowestOverRights' in step) {
    lowestOverRights(assembly, step, path);
  } else if ('bind' in step) {
    addColumn(assembly, step.bind, valueSql(step.to, scope), canBeMissing(step.to, scope));
  } else {
    countPopulation(assembly);
    assembly.rowsMultiplied = true;
    if ('each' in step) eachPeriod(assembly);
    else if ('slice' in step) slice(assembly, step, scope);
    else checkpoints(assembly, step.checkpoints, scope);
  }
}

type StepOf<Name extends string> = Extract<Step, Readonly<Record<Name, unknown>>>;

/** Rows are marked, not dropped: they are counted where they stand, and the next part keeps the others. */
function leaveOut(assembly: Assembly, id: string, name: string, condition: string): void {
  const q = assembly.options.dialect.identifier;
  const mark = q(`left out ${String(assembly.exclusions.length + 1)}`);
  const from = `FROM ${q(lastPart(assembly))} AS r${whereSql(assembly.where)}`;
  addPart(assembly, name, () => `SELECT r.*, CASE WHEN ${condition} THEN 1 ELSE 0 END AS ${mark}\n  ${from}`);
  const left = { from: lastPart(assembly), where: [`r.${mark} = 1`], repeated: assembly.rowsMultiplied };
  assembly.exclusions.push({ id, ...left });
  assembly.rightsDropped = true;
  assembly.where = [`r.${mark} = 0`];
}

function firstOf(assembly: Assembly, step: StepOf<'firstOf'>, scope: Scope): void {
  const group = step.firstOf.map((expr) => valueSql(expr, scope)).join(', ');
  // a missing day is smaller than every day
  const order = step.orderBy.map((expr) => `${valueSql(expr, scope)} NULLS FIRST`).join(', ');
  const place = `place ${String(assembly.exclusions.length + 1)}`;
  addColumn(assembly, place, `ROW_NUMBER() OVER (PARTITION BY ${group} ORDER BY ${order})`, false);
  leaveOut(assembly, step.otherwise.id, 'firstOf', `r.${scope.dialect.identifier(place)} > 1`);
}

function ofChildren(assembly: Assembly, { bind: name, where, take }: StepOf<'ofChildren'>, path: string): void {
  const q = assembly.options.dialect.identifier;
  const scope = scopeOf(assembly, path, ['period']);
  const period = q('period');
  const from = `FROM ${period} WHERE ${period}.${q('right')} = r.${q('right.id')} AND ${conditionSql(where, scope)}`;
  if (take === 'any') {
    addColumn(assembly, name, `CASE WHEN EXISTS (SELECT 1 ${from}) THEN 1 ELSE 0 END`, false);
  } else {
    const picked = 'min' in take ? `MIN(${valueSql(take.min, scope)})` : `MAX(${valueSql(take.max, scope)})`;
    addColumn(assembly, name, `(SELECT ${picked} ${from})`, true);
  }
}

function anyOtherRight(assembly: Assembly, step: StepOf<'anyOtherRight'>, path: string): void {
  const q = assembly.options.dialect.identifier;
  const fits = conditionSql(step.anyOtherRight, scopeOf(assembly, path, ['other', 'otherPeriod']));
  const another = `other.${q('right.id')} <> r.${q('right.id')}`;
  const exists = `EXISTS (SELECT 1 FROM ${otherRights(assembly)} WHERE ${samePerson(assembly)} AND ${another} AND ${fits})`;
  addColumn(assembly, step.bind, `CASE WHEN ${exists} THEN 1 ELSE 0 END`, false);
}

/** Joined and grouped by the row rather than asked for each row: the database then hashes one number. */
function lowestOverRights(assembly: Assembly, step: StepOf<'lowestOverRights'>, path: string): void {
  const q = assembly.options.dialect.identifier;
  const { where, value, otherwise } = step.lowestOverRights;
  if (assembly.rowsMultiplied && !assembly.bound.has('row number'))
    addColumn(assembly, 'row number', 'ROW_NUMBER() OVER ()', false);
  const row = `r.${q(assembly.rowsMultiplied ? 'row number' : 'right.id')}`;
  const scope = scopeOf(assembly, path, ['other', 'otherPeriod']);
  const [rows, kept] = [q(lastPart(assembly)), assembly.where];
  const fits = [samePerson(assembly), conditionSql(where, scope), ...kept];
  const lowest = `SELECT ${row} AS ${q('row')}, MIN(${valueSql(value, scope)}) AS ${q('lowest')}`;
  const from = `FROM ${rows} AS r, ${otherRights(assembly)}`;
  addPart(assembly, `lowest_${step.bind}`, () => `${lowest}\n  ${from}${whereSql(fits)}\n  GROUP BY ${row}`);
  const found = `${q(lastPart(assembly))} AS l ON l.${q('row')} = ${row}`;
  const column = `COALESCE(l.${q('lowest')}, ${valueSql(otherwise, scope)}) AS ${q(step.bind)}`;
  addPart(assembly, step.bind, () => `SELECT r.*, ${column}\n  FROM ${rows} AS r LEFT JOIN ${found}${whereSql(kept)}`);
  bind(assembly, step.bind, false);
}

function otherRights({ everyRight, options }: Assembly): string {
  const q = options.dialect.identifier;
  const periods = `${q('period')} AS ${q('otherPeriod')}`;
  return `${q(everyRight.name)} AS other JOIN ${periods} ON ${q('otherPeriod')}.${q('right')} = other.${q('right.id')}`;
}

function samePerson({ options }: Assembly): string {
  const person = options.dialect.identifier('right.person');
  return `other.${person} = r.${person}`;
}

function eachPeriod(assembly: Assembly): void {
  const { options, used } = assembly;
  const q = options.dialect.identifier;
  const from = `FROM ${q(lastPart(assembly))} AS r JOIN ${q('period')} AS p ON p.${q('right')} = r.${q('right.id')}`;
  const where = whereSql(assembly.where);
  addPart(assembly, 'each', () => {
    const columns = [...used.period].map((name) => `, p.${q(name)} AS ${q(`period.${name}`)}`);
    return `SELECT r.*${columns.join('')}\n  ${from}${where}`;
  });
  assembly.eachPeriod = true;
}

const windowColumns = ['year', 'month', 'start', 'end'];

function slice(assembly: Assembly, step: StepOf<'slice'>, scope: Scope): void {
  const { dialect, windows } = assembly.options;
  const q = dialect.identifier;
  const a = valueSql(step.slice[0], scope);
  const b = valueSql(step.slice[1], scope);
  const rows = windows.map(
    ({ year, month, start, end }) =>
      `('${year}', '${month}', ${bindInteger(scope, start)}, ${bindInteger(scope, end)})`,
  );
  const touched = `${a} <= ${b} AND ${a} <= w.${q('end')} AND ${b} >= w.${q('start')}`;
  const columns = [
    ...windowColumns.map((name) => `w.${q(name)} AS ${q(`window.${name}`)}`),
    `GREATEST(${a}, w.${q('start')}) AS ${q('row.start')}`,
    `LEAST(${b}, w.${q('end')}) AS ${q('row.end')}`,
  ];
  const source = `FROM ${q(lastPart(assembly))} AS r JOIN (VALUES ${rows.join(', ')}) AS w(${windowColumns.map(q).join(', ')})`;
  const where = whereSql(assembly.where);
  addPart(assembly, 'slice', () => `SELECT r.*, ${columns.join(', ')}\n  ${source} ON ${touched}${where}`);
  for (const name of ['window.year', 'window.month', 'row.start', 'row.end']) bind(assembly, name, false);
  assembly.runtime.set('window.start', `r.${q('window.start')}`);
  assembly.runtime.set('window.end', `r.${q('window.end')}`);
}

/** A row for each checkpoint, with `matures` where it has not had its time: rows B1–B3 of the decision table. */
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
  const points = months.map((n) => `('${checkpointId(n)}', ${whole(n, scope)}, ${String(Math.ceil((n * 1461) / 48))})`);
  const all = lastMonthEnd ? [...points, `('${checkpointId('lastMonthEnd')}', NULL, 0)`] : points;
  const reached = `(${cohortEnd() ?? dialect.endOfHalfYear(start)} + c.${q('days')})`;
  const columns = [
    `c.${q('id')} AS ${q('checkpoint.id')}`,
    `COALESCE(${dialect.addMonths(start, `c.${q('months')}`)}, ${monthEnd}) AS ${q('checkpoint.day')}`,
    `CASE WHEN ${reached} > ${monthEnd} THEN ${dialect.endOfMonth(reached)} + 1 END AS ${q('matures')}`,
  ];
  const from = `FROM ${q(lastPart(assembly))} AS r CROSS JOIN (VALUES ${all.join(', ')}) AS c(${['id', 'months', 'days'].map(q).join(', ')})`;
  const where = whereSql(assembly.where);
  addPart(assembly, 'checkpoints', () => `SELECT r.*, ${columns.join(',\n    ')}\n  ${from}${where}`);
  bind(assembly, 'checkpoint.id', false);
  assembly.immature = lastPart(assembly);
  assembly.where = [`r.${q('matures')} IS NULL`];
  assembly.runtime.set('checkpoint.day', `r.${q('checkpoint.day')}`);
}

function whole(months: number, scope: Scope): string {
  if (!Number.isSafeInteger(months)) throw refuse(scope, `checkpoint at ${String(months)} months`, 'whole months');
  return String(months);
}
