import type { Definition, Measure } from '../definitions/definition.js';
import { bindText, refuse, valueSql } from './expression.js';
import { isOfTheRight, memberIdSql } from './member-id.js';
import { type RightsQuery, whereSql } from './assembly.js';
import { type Pipeline, pipelineOf } from './pipeline.js';
import { type RuleOfRun, type Run, runOf, type SqlRequest } from './run.js';

export interface SqlStatement {
  readonly text: string;
  /** What `$1`, `$2`, … stand for. */
  readonly parameters: readonly (string | number)[];
}

/** Columns of the result, beside one for each dimension of `by`. Amounts are `amount_1`, `amount_2`, … */
export type ResultPart = 'cell' | 'immature' | 'population' | 'excluded';

/**
 * One statement over the tables of `createTables` that gives the cells of the definition, and how many study rights were looked at
 * and left out; `aggregateFromRows` makes an aggregate of its rows. Columns: `part`, `exclusion`, one for each dimension of
 * `by`, `n`, `amount_1` …, `matures` (a day number).
 *
 * Nothing but the definition's numbers and the names of columns stands in the text; what somebody can choose is bound.
 *
 * @throws {NotExpressibleInSqlError} where the dialect has no words for the definition or the cut
 * @throws {InvalidDateError} where a date of the request is not a day
 */
export function toSql(definition: Definition, request: SqlRequest): SqlStatement {
  const run = runOf(definition, request);
  const q = run.dialect.identifier;
  const parts = run.rules.map((rule, i) => partOf(run, rule, i === 0 ? '' : `rule${String(i + 1)}_`));
  const measure = measureOf(run);
  const ctes = [
    ...parts.flatMap(({ pipeline }) => pipeline.ctes.map(({ name, body }) => ({ name, body: body() }))),
    ...parts.map(({ name, rows }) => ({ name, body: rows })),
    {
      name: 'cells',
      body: cellsSql(
        run,
        measure,
        parts.map(({ name }) => name),
      ),
    },
  ];
  const selects = [
    resultSql(run, measure, { part: 'cell', from: `${q('cells')} AS c`, where: notEmpty(run, measure) }),
    ...parts.flatMap(({ immature }) =>
      immature === undefined ? [] : [resultSql(run, measure, { part: 'immature', from: `(${immature}) AS c` })],
    ),
    resultSql(run, measure, {
      part: 'population',
      from: countSql(
        run,
        parts.map((one) => one.population),
      ),
    }),
    ...exclusionsOf(parts).map(({ id, queries }) =>
      resultSql(run, measure, {
        part: 'excluded',
        exclusion: run.dialect.text(bindText(run, id)),
        from: countSql(run, queries),
      }),
    ),
  ];
  const text = `WITH ${ctes.map(({ name, body }) => `${q(name)} AS (\n  ${body}\n)`).join(',\n')}\n${selects.join('\nUNION ALL\n')}`;
  return { text, parameters: run.parameters.values };
}

interface Part {
  readonly name: string;
  readonly pipeline: Pipeline;
  readonly rows: string;
  readonly immature?: string;
  readonly population: RightsQuery;
  readonly exclusions: readonly RightsQuery[];
}

/** The steps of one rule, and its last rows with the ids of their members. */
function partOf(run: Run, { rule, index, windows }: RuleOfRun, prefix: string): Part {
  const { dialect, parameters } = run;
  const q = dialect.identifier;
  const pipeline = pipelineOf(rule.steps, {
    dialect,
    parameters,
    path: `rules[${String(index)}]`,
    prefix,
    windows,
    param: run.param,
    cohortEnd: run.cohortEnd,
  });
  const { scope } = pipeline;
  const members = run.by.map((dimension) => `${memberIdSql(dimension, scope)} AS ${q(dimension.id)}`);
  const kept = run.only.map(({ dimension, members: ids }) => ({
    ofTheRight: isOfTheRight(dimension),
    condition:
      ids.length === 0
        ? 'FALSE'
        : `${memberIdSql(dimension, scope)} IN (${ids.map((id) => bindText(run, id)).join(', ')})`,
  }));
  const everywhere = kept.map(({ condition }) => condition);
  const ofTheRight = kept.filter((one) => one.ofTheRight).map(({ condition }) => condition);
  const within = (query: RightsQuery): RightsQuery => ({ ...query, where: [...query.where, ...ofTheRight] });
  const figure = valueSql(rule.measure.kind === 'personDays' ? rule.measure.amount : rule.measure.of, scope);
  const columns = [...members, `r.${q('right.person')} AS ${q('person')}`, `${figure} AS ${q('figure')}`];
  return {
    name: `${prefix}rows`,
    pipeline,
    rows: `SELECT ${columns.join(', ')}\n  FROM ${q(pipeline.rows)} AS r${whereSql([...pipeline.where, ...everywhere])}`,
    ...(pipeline.immature === undefined
      ? {}
      : {
          immature: `SELECT DISTINCT ${[...members, `r.${q('matures')} AS ${q('matures')}`].join(', ')} FROM ${q(pipeline.immature)} AS r${whereSql([`r.${q('matures')} IS NOT NULL`, ...everywhere])}`,
        }),
    population: within(pipeline.population),
    exclusions: pipeline.exclusions.map(within),
  };
}

function measureOf({ rules, dialect }: Run): Measure {
  const [first, ...others] = rules.map(({ rule }) => rule.measure);
  if (
    first === undefined ||
    others.some((other) => other.kind !== first.kind || amountNames(other).length !== amountNames(first).length)
  ) {
    throw refuse({ dialect, path: 'rules' }, 'rules of different measures', 'one measure in all rules');
  }
  return first;
}

function amountNames(measure: Measure): readonly string[] {
  return measure.kind === 'personDays' ? ['amount_1'] : measure.categories.map((_, i) => `amount_${String(i + 1)}`);
}

function cellsSql(run: Run, measure: Measure, names: readonly string[]): string {
  const q = run.dialect.identifier;
  const keys = run.by.map(({ id }) => `r.${q(id)}`);
  const amounts = amountNames(measure);
  const figures =
    measure.kind === 'personDays'
      ? [
          `COUNT(DISTINCT r.${q('person')}) FILTER (WHERE r.${q('figure')} > 0) AS ${q('n')}`,
          `SUM(r.${q('figure')}) AS ${q('amount_1')}`,
        ]
      : [
          `COUNT(*) AS ${q('n')}`,
          ...measure.categories.map(
            ({ code }, i) =>
              `COUNT(*) FILTER (WHERE r.${q('figure')} = ${String(Math.trunc(code))}) AS ${q(amounts[i] ?? '')}`,
          ),
        ];
  const from =
    names.length === 1 ? q(names[0] ?? '') : `(${names.map((name) => `SELECT * FROM ${q(name)}`).join(' UNION ALL ')})`;
  const groupBy = keys.length === 0 ? '' : `\n  GROUP BY ${keys.join(', ')}`;
  return `SELECT ${[...keys, ...figures].join(', ')}\n  FROM ${from} AS r${groupBy}`;
}

function notEmpty({ dialect }: Run, measure: Measure): string {
  const q = dialect.identifier;
  return measure.kind === 'personDays' ? `(c.${q('n')} > 0 OR c.${q('amount_1')} <> 0)` : `c.${q('n')} > 0`;
}

/** One of the parts of the result: every part has the same columns, NULL where it has nothing to say. */
function resultSql(
  run: Run,
  measure: Measure,
  {
    part,
    exclusion,
    from,
    where,
  }: { readonly part: ResultPart; readonly exclusion?: string; readonly from: string; readonly where?: string },
): string {
  const q = run.dialect.identifier;
  const keyed = part === 'cell' || part === 'immature';
  const orNull = (has: boolean, name: string, type: string): string =>
    `${has ? `CAST(c.${q(name)} AS ${type})` : `CAST(NULL AS ${type})`} AS ${q(name)}`;
  const columns = [
    `'${part}' AS ${q('part')}`,
    `${exclusion ?? 'CAST(NULL AS VARCHAR)'} AS ${q('exclusion')}`,
    ...run.by.map(({ id }) => orNull(keyed, id, 'VARCHAR')),
    orNull(part !== 'immature', 'n', 'BIGINT'),
    ...amountNames(measure).map((name) => orNull(part === 'cell', name, 'BIGINT')),
    orNull(part === 'immature', 'matures', 'INTEGER'),
  ];
  return `SELECT ${columns.join(', ')}\nFROM ${from}${where === undefined ? '' : ` WHERE ${where}`}`;
}

/** Counts study rights, each once, in whichever rules they stand. */
function countSql({ dialect }: Run, queries: readonly RightsQuery[]): string {
  const q = dialect.identifier;
  const rights = queries.map(({ from, where, repeated }) => {
    const select = repeated ? 'SELECT DISTINCT' : 'SELECT';
    return `${select} r.${q('right.id')} FROM ${q(from)} AS r${whereSql(where)}`;
  });
  return `(SELECT COUNT(*) AS ${q('n')} FROM (${rights.join(' UNION ')}) AS d) AS c`;
}

function exclusionsOf(
  parts: readonly Part[],
): readonly { readonly id: string; readonly queries: readonly RightsQuery[] }[] {
  const all = parts.flatMap((part) => part.exclusions);
  return [...new Set(all.map(({ id }) => id))].map((id) => ({ id, queries: all.filter((query) => query.id === id) }));
}
