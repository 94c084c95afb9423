import type { ChildRelation, ColumnName, Expr, Step } from '../definitions/definition.js';
import { addColumn, type Assembly, bind, countPopulation, lastPart, rootColumn } from './assembly.js';
import { canBeMissing, conditionSql, refuse, type Scope, valueSql } from './expression.js';
import { addRows, tieBreakers } from './multiply.js';
import { anyOtherRight, daysOfRights, lowestOverRights } from './other-rights.js';
import { rootOfChildren } from './relations.js';
import { scopeOf } from './scope.js';

/** Adds what one step is in SQL. */
export function addStep(assembly: Assembly, step: Step, path: string): void {
  const scope = scopeOf(assembly, path);
  if ('keep' in step) {
    assembly.rowsDropped = true;
    assembly.where = [...assembly.where, conditionSql(step.keep, scope)];
  } else if ('exclude' in step) {
    countPopulation(assembly);
    leaveOut(assembly, step.exclude.id, conditionSql(step.exclude.when, scope));
  } else if ('firstOf' in step) {
    countPopulation(assembly);
    firstOf(assembly, step, scope);
  } else if ('bind' in step) {
    checkName(assembly, step.bind, scope);
    if ('ofChildren' in step) ofChildren(assembly, step, path);
    else if ('anyOtherRight' in step) anyOtherRight(assembly, step, path);
    else if ('lowestOverRights' in step) lowestOverRights(assembly, step, path);
    else if ('daysOfRights' in step) daysOfRights(assembly, step, path);
    else {
      const nullable = canBeMissing(step.to, scope);
      addColumn(assembly, step.bind, valueSql(step.to, scope));
      bind(assembly, step.bind, nullable);
    }
  } else {
    countPopulation(assembly);
    addRows(assembly, step, scope);
  }
}

type StepOf<Name extends string> = Extract<Step, Readonly<Record<Name, unknown>>>;

const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/** Names of databases do not tell large letters from small ones. */
function checkName({ bound }: Assembly, name: ColumnName, scope: Scope): void {
  if (!NAME.test(name)) throw refuse(scope, `name ${JSON.stringify(name)}`, 'letters and digits');
  const again = [...bound.keys()].find((known) => known.toLowerCase() === name.toLowerCase());
  if (again !== undefined) throw refuse(scope, `name ${JSON.stringify(name)} beside ${again}`, 'each name once');
}

/** Rows are marked, not dropped: they are counted where they stand, and the next part keeps the others. */
function leaveOut(assembly: Assembly, id: string, condition: string): void {
  const mark = `left out ${String(assembly.exclusions.length + 1)}`;
  addColumn(assembly, mark, `CASE WHEN ${condition} THEN 1 ELSE 0 END`);
  const column = `r.${assembly.options.dialect.identifier(mark)}`;
  const left = { from: lastPart(assembly), where: [`${column} = 1`], repeated: assembly.made.length > 0 };
  assembly.exclusions.push({ id, ...left });
  assembly.rowsDropped = true;
  assembly.where = [`${column} = 0`];
}

function firstOf(assembly: Assembly, step: StepOf<'firstOf'>, scope: Scope): void {
  const { over } = assembly.options;
  const [person, ...group] = step.firstOf;
  if (person === undefined || !isColumn(person, `${over}.person`))
    throw refuse(scope, `groups of ${JSON.stringify(person)}`, `${over}.person first: groups are within a person`);
  const values = group.map((expr) => valueSql(expr, scope));
  // A missing day is smaller than every day.
  const order = step.orderBy.map((expr) => `${valueSql(expr, scope)} NULLS FIRST`);
  const place = `place ${String(assembly.exclusions.length + 1)}`;
  const groups = [rootColumn(assembly, 'person'), ...values].join(', ');
  const orders = [...order, ...tieBreakers(assembly)].join(', ');
  addColumn(assembly, place, `ROW_NUMBER() OVER (PARTITION BY ${groups} ORDER BY ${orders})`);
  leaveOut(assembly, step.otherwise.id, `r.${scope.dialect.identifier(place)} > 1`);
}

function isColumn(expr: Expr, name: string): boolean {
  return typeof expr === 'object' && 'column' in expr && expr.column === name;
}

function ofChildren(
  assembly: Assembly,
  { bind: name, ofChildren: relation, where, take }: StepOf<'ofChildren'>,
  path: string,
): void {
  const { dialect, over } = assembly.options;
  const q = dialect.identifier;
  const scope = scopeOf(assembly, path, [relation]);
  checkChild(relation, assembly, scope);
  const condition = conditionSql(where, scope);
  const value = take === 'any' ? '1' : valueSql('min' in take ? take.min : 'max' in take ? take.max : take.sum, scope);
  const child = q(relation);
  // An aggregate of the row's columns alone would be one of the rows, not of its children.
  const ofChild = value.includes(`${child}.`) ? value : `CASE WHEN ${child}.${q('id')} IS NOT NULL THEN ${value} END`;
  const belongs = `${child}.${q(over)} = ${rootColumn(assembly, 'id')}`;
  const from = `FROM ${assembly.relations.source(relation)} AS ${child} WHERE ${belongs} AND ${condition}`;
  if (take === 'any') {
    addColumn(assembly, name, `CASE WHEN EXISTS (SELECT 1 ${from}) THEN 1 ELSE 0 END`);
  } else if ('sum' in take) {
    addColumn(assembly, name, dialect.wide(`COALESCE((SELECT SUM(${ofChild}) ${from}), 0)`));
  } else {
    addColumn(assembly, name, `(SELECT ${'min' in take ? 'MIN' : 'MAX'}(${ofChild}) ${from})`);
  }
  bind(assembly, name, take !== 'any' && !('sum' in take));
}

function checkChild(relation: ChildRelation, { options: { over } }: Assembly, scope: Scope): void {
  const root = rootOfChildren[relation];
  if (root !== over) throw refuse(scope, `${relation} of ${root}`, `a child relation of ${over}`);
}
