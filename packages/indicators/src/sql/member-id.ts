import type { DimensionRule } from '../definitions/definition.js';
import { bindText, codeSql, refuse, type Scope, valueSql } from './expression.js';

/** The id of a member where the value is missing or in no group. */
export const UNKNOWN_MEMBER = 'unknown';

/** The id of the row's member of a dimension. Ids that somebody wrote are bound. */
export function memberIdSql(rule: DimensionRule, scope: Scope): string {
  const { dialect } = scope;
  const { from } = rule;
  if (from === 'windows') return column(`window.${rule.id}`, rule, scope);
  if (from === 'checkpoints') return column('checkpoint.id', rule, scope);
  if ('dictionary' in from) return `COALESCE(${column(from.dictionary, rule, scope)}, '${UNKNOWN_MEMBER}')`;
  if ('codes' in from) {
    const code = scope.column(from.codes);
    if (code === undefined) throw notHere(rule, from.codes, scope);
    const cases = from.members.map(({ codes, id }) => {
      const listed = codes.map((one) => codeSql(code, from.codes, one, scope)).join(', ');
      return `WHEN ${code.sql} IN (${listed}) THEN ${text(id, scope)}`;
    });
    return `CASE ${cases.join(' ')} ELSE '${UNKNOWN_MEMBER}' END`;
  }
  if ('halfYearOf' in from) {
    const day = valueSql(from.halfYearOf, scope);
    const half = `CASE WHEN ${dialect.monthOf(day)} > 6 THEN '-H2' ELSE '-H1' END`;
    return `COALESCE(${dialect.text(dialect.yearOf(day))} || ${half}, '${UNKNOWN_MEMBER}')`;
  }
  const age = `(${dialect.yearOf(valueSql(from.ageInYearOf, scope))} - ${column('person.birthYear', rule, scope)})`;
  const groups = from.groups.map(
    (group) =>
      `WHEN ${age} BETWEEN ${whole(group.from, scope)} AND ${whole(group.to, scope)} THEN ${text(group.id, scope)}`,
  );
  return `CASE ${groups.join(' ')} ELSE '${UNKNOWN_MEMBER}' END`;
}

/** Whether the dimension is a column of the right or of its person: then counts of rights are counted within it too. */
export function isOfTheRight({ from }: DimensionRule): boolean {
  if (typeof from === 'string') return false;
  const name = 'dictionary' in from ? from.dictionary : 'codes' in from ? from.codes : '';
  return name.startsWith('right.') || name.startsWith('person.');
}

function column(name: string, rule: DimensionRule, scope: Scope): string {
  const found = scope.column(name);
  if (found === undefined) throw notHere(rule, name, scope);
  return found.sql;
}

function notHere(rule: DimensionRule, name: string, scope: Scope): Error {
  return refuse(scope, `dimension ${rule.id} of ${name}`, 'a column that the last step has');
}

// A parameter alone has no type in a CASE.
function text(id: string, scope: Scope): string {
  return scope.dialect.text(bindText(scope, id));
}

function whole(value: number, scope: Scope): string {
  if (!Number.isSafeInteger(value)) throw refuse(scope, `age ${String(value)}`, 'a whole number');
  return String(value);
}
