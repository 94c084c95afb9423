import type { ColumnName, DimensionRule, RootRelation } from '../definitions/definition.js';
import { leavesOf } from '../engine/expression.js';
import type { ClassRelations } from './classes.js';
import { bindText, codeSql, refuse, type Scope, type ScopedColumn, valueSql } from './expression.js';

/** The id of a member where the value is missing or in no group. */
export const UNKNOWN_MEMBER = 'unknown';

/** The id of the row's member of a dimension. Ids that somebody wrote are bound. */
export function memberIdSql(rule: DimensionRule, scope: Scope, classes: ClassRelations): string {
  const { dialect } = scope;
  const { from } = rule;
  const column = (name: ColumnName): ScopedColumn => columnOf(name, rule, scope);
  const text = (id: string): string => textOf(id, scope);
  if (from === 'windows') return column(`window.${rule.id}`).sql;
  if (from === 'checkpoints') return column('checkpoint.id').sql;
  if ('dictionary' in from) return `COALESCE(${column(from.dictionary).sql}, '${UNKNOWN_MEMBER}')`;
  if ('codes' in from) {
    const code = column(from.codes);
    const cases = from.members.flatMap(({ codes, id }) => {
      const listed = codes.map((one) => codeSql(code, from.codes, one, scope)).join(', ');
      return codes.length === 0 ? [] : [`WHEN ${code.sql} IN (${listed}) THEN ${text(id)}`];
    });
    const others = from.others === undefined ? [] : [`WHEN ${code.sql} IS NOT NULL THEN ${text(from.others.id)}`];
    return casesSql([...cases, ...others]);
  }
  if ('classified' in from) {
    const number = scope.classOf(from.classified, from.by);
    const list = classes.find(from.by)?.classification.classes ?? [];
    return casesSql(list.map(({ id }, at) => `WHEN ${number} = ${String(at + 1)} THEN ${text(id)}`));
  }
  if ('number' in from) {
    const number = valueSql(from.number, scope);
    return casesSql(from.members.map(({ value, id }) => `WHEN ${number} = ${whole(value, scope)} THEN ${text(id)}`));
  }
  if ('halfYearOf' in from) {
    const day = valueSql(from.halfYearOf, scope);
    const half = `CASE WHEN ${dialect.monthOf(day)} > 6 THEN '-H2' ELSE '-H1' END`;
    return `COALESCE(${dialect.text(dialect.yearOf(day))} || ${half}, '${UNKNOWN_MEMBER}')`;
  }
  const age = `(${dialect.yearOf(valueSql(from.ageInYearOf, scope))} - ${column('person.birthYear').sql})`;
  return casesSql(
    from.groups.map(
      (group) => `WHEN ${age} BETWEEN ${whole(group.from, scope)} AND ${whole(group.to, scope)} THEN ${text(group.id)}`,
    ),
  );
}

/** Columns and names that the members of a dimension are found by. */
export function columnsOf({ id, from }: DimensionRule): readonly ColumnName[] {
  if (from === 'windows') return [`window.${id}`];
  if (from === 'checkpoints') return ['checkpoint.id'];
  if ('dictionary' in from) return [from.dictionary];
  if ('codes' in from) return [from.codes];
  if ('classified' in from) return [from.classified];
  if ('number' in from) return [...leavesOf(from.number)];
  if ('halfYearOf' in from) return [...leavesOf(from.halfYearOf)];
  return ['person.birthYear', ...leavesOf(from.ageInYearOf)];
}

/**
 * Whether the dimension is a column of the root or of its person, as the facts have it: then counts of rights are counted within it
 * too.
 */
export function isOfFacts({ from }: DimensionRule, over: RootRelation): boolean {
  if (typeof from === 'string') return false;
  const name = nameIn(from);
  return name !== undefined && [`${over}.`, 'person.', 'own.'].some((relation) => name.startsWith(relation));
}

/** The column that a dimension is, where it is one. */
function nameIn(from: Exclude<DimensionRule['from'], string>): ColumnName | undefined {
  if ('dictionary' in from) return from.dictionary;
  if ('codes' in from) return from.codes;
  if ('classified' in from) return from.classified;
  return 'number' in from && typeof from.number === 'object' && 'column' in from.number
    ? from.number.column
    : undefined;
}

function casesSql(cases: readonly string[]): string {
  return cases.length === 0 ? `'${UNKNOWN_MEMBER}'` : `CASE ${cases.join(' ')} ELSE '${UNKNOWN_MEMBER}' END`;
}

function columnOf(name: ColumnName, rule: DimensionRule, scope: Scope): ScopedColumn {
  const found = scope.column(name);
  if (found !== undefined) return found;
  throw refuse(scope, `dimension ${rule.id} of ${name}`, 'a column that the last step has');
}

// A parameter alone has no type in a CASE.
function textOf(id: string, scope: Scope): string {
  return scope.dialect.text(bindText(scope, id));
}

function whole(value: number, scope: Scope): string {
  if (!Number.isSafeInteger(value)) throw refuse(scope, `number ${String(value)}`, 'a whole number');
  return String(value);
}
