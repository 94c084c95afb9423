import type { DimensionRule, Expr, Rule } from '../definitions/definition.js';
import { isWindowDimension } from '../engine/windows.js';
import { bindInteger, bindText, refuse, type Scope, valueSql } from './expression.js';
import type { Run, RuleOfRun } from './run.js';

/** The windows of a run as something to join to rows. */
export interface WindowRelation {
  /** The windows of a rule, under the alias `w`. */
  of(rule: RuleOfRun): string;
  /** Whether windows say in `matures` from which day their cells can be looked at, where that day has not come. */
  readonly mature: boolean;
  /** Parts that it reads, once it has been asked for. */
  parts(): readonly { readonly name: string; readonly body: string }[];
}

const columns = ['year', 'halfYear', 'month', 'start', 'end'] as const;
const SPANS = 'spans';
const PART = 'windows';

/** Windows of rules by the day on which they are mature, where a rule says so. */
export function windowRelation(run: Omit<Run, 'windows'>): WindowRelation {
  const { dialect, rules } = run;
  const q = dialect.identifier;
  const mature = rules.some(({ rule }) => maturityIn(rule) !== undefined);
  let asked = false;
  return {
    mature,
    of(rule) {
      asked = true;
      if (!mature) return `(VALUES ${rowsOf(run, rule).join(', ')}) AS w(${columns.map(q).join(', ')})`;
      return `(SELECT * FROM ${q(PART)} WHERE ${q('rule')} = ${String(rule.index)}) AS w`;
    },
    parts: () => (mature && asked ? matureWindows(run) : []),
  };
}

function maturityIn({ steps }: Rule): Expr | undefined {
  return steps.flatMap((step) => ('slice' in step && step.matureOn !== undefined ? [step.matureOn] : []))[0];
}

function rowsOf(run: Omit<Run, 'windows'>, { windows }: RuleOfRun, first = ''): readonly string[] {
  return windows.map(
    ({ year, halfYear, month, start, end }) =>
      `(${first}'${year}', '${halfYear}', '${month}', ${bindInteger(run, start)}, ${bindInteger(run, end)})`,
  );
}

/**
 * A cell that holds several windows waits for the last of those that `only` wants. The last is a group joined to its windows and no window
 * function: DuckDB 1.5.5 makes a self join of that, and then now and then stops with `unordered_map::at`.
 */
function matureWindows(run: Omit<Run, 'windows'>): readonly { readonly name: string; readonly body: string }[] {
  const { dialect, rules, by, only, param } = run;
  const q = dialect.identifier;
  const scopeOf = ({ index }: RuleOfRun): Scope => {
    const at = { dialect, path: `rules[${String(index)}].matureOn` };
    return {
      ...at,
      parameters: run.parameters,
      param: (name) =>
        name === 'window.start' ? `w.${q('start')}` : name === 'window.end' ? `w.${q('end')}` : param(name),
      column: () => undefined,
      classOf(name) {
        throw refuse(at, `column ${JSON.stringify(name)}`, 'windows and parameters');
      },
    };
  };
  const days = rules.flatMap((rule) => {
    const expr = maturityIn(rule.rule);
    return expr === undefined ? [] : [`WHEN ${String(rule.index)} THEN ${valueSql(expr, scopeOf(rule))}`];
  });
  const day = `CASE w.${q('rule')} ${days.join(' ')} END`;
  const wanted = only
    .filter(({ dimension }) => isWindowDimension(dimension.id))
    .map(({ dimension, members }) => `w.${q(dimension.id)} IN (${members.map((id) => bindText(run, id)).join(', ')})`);
  const ofWanted = wanted.length === 0 ? day : `CASE WHEN ${wanted.join(' AND ')} THEN ${day} END`;
  const cell = by.filter(isWindow).map(({ id }) => q(id));
  const rows = rules.flatMap((rule) => rowsOf(run, rule, `${String(rule.index)}, `));
  const names = ['rule', ...columns].map(q).join(', ');
  const asOf = param('asOf') ?? 'NULL';
  const group = cell.map((name) => `w.${name}`).join(', ');
  const lasts = `SELECT ${[...cell.map((name) => `w.${name}`), `MAX(${ofWanted}) AS last`].join(', ')} FROM ${q(SPANS)} AS w`;
  const join =
    cell.length === 0
      ? `CROSS JOIN (${lasts}) AS l`
      : `JOIN (${lasts} GROUP BY ${group}) AS l ON ${cell.map((name) => `l.${name} = w.${name}`).join(' AND ')}`;
  return [
    { name: SPANS, body: `SELECT * FROM (VALUES ${rows.join(', ')}) AS w(${names})` },
    {
      name: PART,
      body: `SELECT w.*, CASE WHEN l.last > ${asOf} THEN l.last END AS ${q('matures')}\n  FROM ${q(SPANS)} AS w ${join}`,
    },
  ];
}

function isWindow({ id }: DimensionRule): boolean {
  return isWindowDimension(id);
}
