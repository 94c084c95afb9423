import type { Definition, DimensionId, DimensionRule, Measure } from '../definitions/definition.js';
import { haveTheSameCells } from '../engine/measure.js';
import { bindText, refuse } from './expression.js';
import { amountCount, cellColumns, CODE, rowColumns } from './measure.js';
import { columnsOf, isOfFacts, memberIdSql, UNKNOWN_MEMBER } from './member-id.js';
import { type RootsQuery, whereSql } from './assembly.js';
import { type Pipeline, pipelineOf } from './pipeline.js';
import { type RuleOfRun, type Run, runOf, type SqlRequest } from './run.js';

export interface SqlStatement {
  readonly text: string;
  /** What `$1`, `$2`, … stand for. */
  readonly parameters: readonly (string | number)[];
}

/** What a row of the result says. */
export type ResultPart = 'cell' | 'code' | 'immature' | 'population' | 'excluded';

/** The column of the result that has the members of a dimension. What a provider named itself stands by its place in `by`. */
export function keyColumn(id: DimensionId, at: number): string {
  return id.startsWith('own.') ? `own_${String(at + 1)}` : id;
}

/**
 * One statement over the tables of `createTables` that gives the cells of the definition, and how many study rights (outcomes,
 * responses) were looked at and left out; `aggregateFromRows` makes an aggregate of its rows. Columns: `part`, `exclusion`, one for
 * each dimension of `by` (`own_1` … for own columns, by their place in `by`), `n`, `amount_1` …, of a measure of distinct codes
 * `code`, and `matures` (a day number).
 *
 * Nothing but the definition's numbers and the names of columns stands in the text; what somebody can choose is bound. A column that a
 * provider added and that is not in the data is taken to be missing everywhere: only the data knows.
 *
 * @throws {NotExpressibleInSqlError} where the dialect has no words for the definition or the cut
 * @throws {CalculateOptionsError} where the request asks for what the definition does not have
 * @throws {InvalidDateError} where a date of the request is not a day
 */
export function toSql(definition: Definition, request: SqlRequest): SqlStatement {
  const run = runOf(definition, request);
  const q = run.dialect.identifier;
  const parts = run.rules.map((rule, i) => partOf(run, rule, i === 0 ? '' : `rule${String(i + 1)}_`));
  const measure = measureOf(run);
  const rows = parts.map(({ name }) => name);
  const selects = [
    resultSql(run, measure, { part: 'cell', from: `${q('cells')} AS c`, where: notEmpty(run, measure) }),
    ...(measure.kind === 'distinct' ? [resultSql(run, measure, { part: 'code', from: codesSql(run, rows) })] : []),
    ...parts.flatMap(({ immature }) =>
      immature === undefined ? [] : [resultSql(run, measure, { part: 'immature', from: `(${immature}) AS c` })],
    ),
    ...(run.windows.mature ? [resultSql(run, measure, { part: 'immature', from: lateSql(run, rows) })] : []),
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
  const steps = parts.flatMap(({ pipeline }) => pipeline.ctes().map(({ name, body }) => ({ name, body: body() })));
  const ctes = [
    ...run.classes.parts(),
    ...run.windows.parts(),
    ...steps,
    ...parts.map((one) => ({ name: one.name, body: one.rows })),
    { name: 'cells', body: cellsSql(run, measure, rows) },
  ];
  const text = `WITH ${ctes.map(({ name, body }) => `${q(name)} AS (\n  ${body}\n)`).join(',\n')}\n${selects.join('\nUNION ALL\n')}`;
  return { text, parameters: run.parameters.values };
}

interface Part {
  readonly name: string;
  readonly pipeline: Pipeline;
  readonly rows: string;
  readonly immature?: string;
  readonly population: RootsQuery;
  readonly exclusions: readonly RootsQuery[];
}

/** The steps of one rule, and its last rows with the ids of their members. */
function partOf(run: Run, ofRun: RuleOfRun, prefix: string): Part {
  const { dialect, parameters, windows } = run;
  const { rule, index } = ofRun;
  const q = dialect.identifier;
  const pipeline = pipelineOf(rule.steps, {
    ...run,
    path: `rules[${String(index)}]`,
    prefix,
    windowsOfRule: () => windows.of(ofRun),
    windowsMature: windows.mature,
  });
  const { scope } = pipeline;
  const members = run.by.map((dimension, at) => ({
    of: dimension,
    name: q(keyColumn(dimension.id, at)),
    sql: memberIdSql(dimension, scope, run.classes),
  }));
  const kept = run.only.map(({ dimension, members: ids }) => ({
    of: dimension,
    condition:
      ids.length === 0
        ? 'FALSE'
        : `${memberIdSql(dimension, scope, run.classes)} IN (${ids.map((id) => bindText({ dialect, parameters }, id)).join(', ')})`,
  }));
  const conditions = (wanted: (dimension: DimensionRule) => boolean): readonly string[] =>
    kept.filter(({ of }) => wanted(of)).map(({ condition }) => condition);
  const within = (query: RootsQuery): RootsQuery => ({
    ...query,
    where: [...query.where, ...conditions((dimension) => isOfFacts(dimension, run.over))],
  });
  const known = (dimension: DimensionRule): boolean => isKnownBefore(dimension, pipeline);
  const columns = [
    ...members.map(({ sql, name }) => `${sql} AS ${name}`),
    `${pipeline.person} AS ${q('person')}`,
    ...rowColumns(rule.measure, scope).map(({ name, sql }) => `${sql} AS ${q(name)}`),
    ...(windows.mature ? [`${pipeline.matures ?? 'CAST(NULL AS INTEGER)'} AS ${q('matures')}`] : []),
  ];
  const matures = `r.${q('checkpoint.matures')}`;
  const notYet = [
    ...members.map(({ of, sql, name }) => `${known(of) ? sql : `'${UNKNOWN_MEMBER}'`} AS ${name}`),
    `${matures} AS ${q('matures')}`,
  ];
  return {
    name: `${prefix}rows`,
    pipeline,
    rows: `SELECT ${columns.join(', ')}\n  FROM ${q(pipeline.rows)} AS r${whereSql([...pipeline.where, ...conditions(() => true)])}`,
    ...(pipeline.immature === undefined
      ? {}
      : {
          immature: `SELECT DISTINCT ${notYet.join(', ')} FROM ${q(pipeline.immature)} AS r${whereSql([`${matures} IS NOT NULL`, ...conditions(known)])}`,
        }),
    population: within(pipeline.population),
    exclusions: pipeline.exclusions.map(within),
  };
}

/** Whether the member is known of a row that has not had its time: it is the checkpoint, or the same in all rows of a root. */
function isKnownBefore(dimension: DimensionRule, { isOfRoots }: Pipeline): boolean {
  return dimension.from === 'checkpoints' || columnsOf(dimension).every(isOfRoots);
}

function measureOf({ rules, dialect }: Run): Measure {
  const [first, ...others] = rules.map(({ rule }) => rule.measure);
  if (first !== undefined && others.every((other) => haveTheSameCells(first, other))) return first;
  throw refuse({ dialect, path: 'rules' }, 'rules of different measures', 'one measure in all rules');
}

function keysOf({ by, dialect }: Run): readonly string[] {
  return by.map(({ id }, at) => `r.${dialect.identifier(keyColumn(id, at))}`);
}

function allRows({ dialect }: Run, names: readonly string[]): string {
  const q = dialect.identifier;
  const [first = ''] = names;
  return names.length === 1 ? q(first) : `(${names.map((name) => `SELECT * FROM ${q(name)}`).join(' UNION ALL ')})`;
}

const amountColumn = (at: number): string => `amount_${String(at + 1)}`;

function cellsSql(run: Run, measure: Measure, names: readonly string[]): string {
  const q = run.dialect.identifier;
  const { n, amounts } = cellColumns(measure, q);
  const keys = keysOf(run);
  const figures = [`${n} AS ${q('n')}`, ...amounts.map((amount, at) => `${amount} AS ${q(amountColumn(at))}`)];
  const groupBy = keys.length === 0 ? '' : `\n  GROUP BY ${keys.join(', ')}`;
  return `SELECT ${[...keys, ...figures].join(', ')}\n  FROM ${allRows(run, names)} AS r${whereSql(onTime(run))}${groupBy}`;
}

/** Leaves out rows of windows that have not had their time. */
function onTime({ dialect, windows }: Run): readonly string[] {
  return windows.mature ? [`r.${dialect.identifier('matures')} IS NULL`] : [];
}

function lateSql(run: Run, names: readonly string[]): string {
  const matures = `r.${run.dialect.identifier('matures')}`;
  return `(SELECT DISTINCT ${[...keysOf(run), matures].join(', ')} FROM ${allRows(run, names)} AS r WHERE ${matures} IS NOT NULL) AS c`;
}

function codesSql(run: Run, names: readonly string[]): string {
  const code = `r.${run.dialect.identifier(CODE)}`;
  const where = whereSql([`${code} IS NOT NULL`, ...onTime(run)]);
  return `(SELECT DISTINCT ${[...keysOf(run), code].join(', ')} FROM ${allRows(run, names)} AS r${where}) AS c`;
}

function notEmpty({ dialect }: Run, measure: Measure): string {
  const q = dialect.identifier;
  const counted = `c.${q('n')} > 0`;
  // Of these `n` counts whatever the amounts count.
  if (measure.kind === 'distribution' || measure.kind === 'timeToEvent' || measure.kind === 'distinct') return counted;
  const amounts = Array.from({ length: amountCount(measure) }, (_, at) => `c.${q(amountColumn(at))} <> 0`);
  return `(${[counted, ...amounts].join(' OR ')})`;
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
  const keyed = part === 'cell' || part === 'code' || part === 'immature';
  const orNull = (has: boolean, name: string, type: string): string =>
    `${has ? `CAST(c.${q(name)} AS ${type})` : `CAST(NULL AS ${type})`} AS ${q(name)}`;
  const amounts = Array.from({ length: amountCount(measure) }, (_, at) => amountColumn(at));
  const columns = [
    `'${part}' AS ${q('part')}`,
    `${exclusion ?? 'CAST(NULL AS VARCHAR)'} AS ${q('exclusion')}`,
    ...run.by.map(({ id }, at) => orNull(keyed, keyColumn(id, at), 'VARCHAR')),
    orNull(part !== 'immature' && part !== 'code', 'n', 'BIGINT'),
    ...amounts.map((name) => orNull(part === 'cell', name, 'BIGINT')),
    ...(measure.kind === 'distinct' ? [orNull(part === 'code', CODE, 'VARCHAR')] : []),
    orNull(part === 'immature', 'matures', 'INTEGER'),
  ];
  return `SELECT ${columns.join(', ')}\nFROM ${from}${where === undefined ? '' : ` WHERE ${where}`}`;
}

/** Counts rows of the root, each once, in whichever rules they stand. */
function countSql({ dialect, over }: Run, queries: readonly RootsQuery[]): string {
  const q = dialect.identifier;
  const roots = queries.map(({ from, where, repeated }) => {
    const select = repeated ? 'SELECT DISTINCT' : 'SELECT';
    return `${select} r.${q(`${over}.id`)} FROM ${q(from)} AS r${whereSql(where)}`;
  });
  return `(SELECT COUNT(*) AS ${q('n')} FROM (${roots.join(' UNION ')}) AS d) AS c`;
}

function exclusionsOf(
  parts: readonly Part[],
): readonly { readonly id: string; readonly queries: readonly RootsQuery[] }[] {
  const all = parts.flatMap((part) => part.exclusions);
  return [...new Set(all.map(({ id }) => id))].map((id) => ({ id, queries: all.filter((query) => query.id === id) }));
}
