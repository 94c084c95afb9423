import type { DataText } from '@strapetsi/text';
import { byCodeUnits, byKey } from '../aggregate/add.js';
import type { Aggregate, AggregateCell, Member } from '../aggregate/aggregate.js';
import { isoFromDay } from '../days/calendar.js';
import type { Definition, DimensionId, Measure } from '../definitions/definition.js';
import { hashOf } from '../definitions/hash.js';
import { DefinitionError } from '../engine/errors.js';
import { dimensionOf, onlyEntries, parametersOf } from '../engine/options.js';
import { UnexpectedSqlRowError } from './errors.js';
import { membersMet } from './members-met.js';
import { classificationsOf, type RuleOfRun, rulesOfRun, type SqlRequest } from './run.js';
import { keyColumn } from './to-sql.js';

/** A row as a database client gives it: whole numbers as number or bigint, NULL as null. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** What an aggregate says that the tables do not hold. */
export interface BesideTheRows {
  /** Names of codes, by dimension and id; a code without a name has an empty label. */
  readonly labels?: Readonly<Partial<Record<DimensionId, Readonly<Record<string, DataText>>>>>;
  /** Names of the provider's own columns, by id such as `own.team`. */
  readonly own?: Readonly<Record<string, DataText>>;
  readonly providers: readonly Member[];
  readonly records: Aggregate['records'];
  readonly findings?: Aggregate['findings'];
}

/**
 * The aggregate in the rows of the statement that `toSql` made of the same definition and request: the bytes that the engine
 * would give for the same facts.
 *
 * @throws {UnexpectedSqlRowError} where a row is not one of that statement
 * @throws {DefinitionError} where rows have a code that is in no category of the measure, or a cause that is none of its causes
 */
export function aggregateFromRows(
  rows: readonly SqlRow[],
  definition: Definition,
  request: SqlRequest,
  { labels = {}, own = {}, providers, records, findings = [] }: BesideTheRows,
): Aggregate {
  const { by, rule, period, asOf, only = {} } = request;
  const rules = rulesOfRun(definition, request);
  const { cells, population, excluded } = figuresOf(rows, by, rules[0]?.rule.measure);
  const classifications = classificationsOf(definition, request);
  const met = by.map((id, at): [DimensionId, readonly Member[]] => {
    const ids = new Set(cells.map(({ key }) => key[at] ?? ''));
    const names = { rules, classifications, labels: labels[id] ?? {} };
    return [id, membersMet(dimensionOf(definition, id, `by[${String(at)}]`), ids, names)];
  });
  const asked: readonly string[] = [...by, ...onlyEntries(only).map(([id]) => id)];
  const ownNames = Object.entries(own)
    .filter(([id]) => asked.includes(id))
    .sort(([a], [b]) => byCodeUnits(a, b));
  return {
    type: 'strapetsi.aggregate',
    schemaVersion: 1,
    indicator: { id: definition.id, version: definition.version, hash: hashOf(definition) },
    ...(rule === undefined ? {} : { rule }),
    period: { from: period.from, to: period.to },
    asOf,
    ...(definition.parameters === undefined ? {} : { parameters: parametersOf(definition, request) }),
    ...(classifications.length === 0
      ? {}
      : { classifications: classifications.map(({ id, version }) => ({ id, version })) }),
    ...(ownNames.length === 0 ? {} : { own: Object.fromEntries(ownNames) }),
    only: Object.fromEntries(onlyEntries(only).map(([id, members]) => [id, [...new Set(members)].sort()])),
    by: [...by],
    members: Object.fromEntries(met),
    providers,
    cells,
    population,
    exclusions: exclusionIds(rules).map((id) => ({ id, count: excluded.get(id) ?? 0 })),
    findings,
    records,
  };
}

interface Figures {
  readonly cells: readonly AggregateCell[];
  readonly population: number;
  readonly excluded: ReadonlyMap<string, number>;
}

function figuresOf(rows: readonly SqlRow[], by: readonly DimensionId[], measure: Measure | undefined): Figures {
  const cells: AggregateCell[] = [];
  const codes = new Map<string, string[]>();
  const excluded = new Map<string, number>();
  let population: number | undefined;
  rows.forEach((row, index) => {
    const path = `rows[${String(index)}]`;
    const key = (): string[] => by.map((id, at) => textOf(row, keyColumn(id, at), path));
    const part = textOf(row, 'part', path);
    if (part === 'cell') cells.push(cellOf(row, key(), measure, path));
    else if (part === 'code') {
      const name = JSON.stringify(key());
      codes.set(name, [...(codes.get(name) ?? []), textOf(row, 'code', path)]);
    } else if (part === 'immature') cells.push({ key: key(), matures: isoFromDay(wholeOf(row, 'matures', path)) });
    else if (part === 'population') population = wholeOf(row, 'n', path);
    else if (part === 'excluded') excluded.set(textOf(row, 'exclusion', path), wholeOf(row, 'n', path));
    else {
      const expected = 'cell, code, immature, population or excluded';
      throw new UnexpectedSqlRowError(`${path}.part`, JSON.stringify(part), expected);
    }
  });
  if (population === undefined) throw new UnexpectedSqlRowError('rows', 'without a population', 'a row of population');
  const withCodes = cells.map((cell): AggregateCell => {
    const met = codes.get(JSON.stringify(cell.key));
    return 'matures' in cell || met === undefined ? cell : { ...cell, codes: met.sort(byCodeUnits) };
  });
  return { cells: withCodes.sort(byKey), population, excluded };
}

function cellOf(row: SqlRow, key: readonly string[], measure: Measure | undefined, path: string): AggregateCell {
  const cell = { key, n: wholeOf(row, 'n', path), amounts: amountsOf(row, path) };
  if (measure?.kind !== 'distribution' && measure?.kind !== 'timeToEvent') return cell;
  const counted = cell.amounts.reduce((sum, amount) => sum + amount, 0);
  if (counted === cell.n) return cell;
  const found = `${String(cell.n - counted)} rows with another value`;
  if (measure.kind === 'timeToEvent')
    throw new DefinitionError('measure.cause', found, `0 or one of ${codesOf(measure.causes)}`);
  throw new DefinitionError('measure.of', found, `one of the categories ${codesOf(measure.categories)}`);
}

function codesOf(list: readonly { readonly code: number }[]): string {
  return list.map(({ code }) => String(code)).join(', ');
}

function amountsOf(row: SqlRow, path: string): readonly number[] {
  const amounts: number[] = [];
  for (let name = 'amount_1'; name in row; name = `amount_${String(amounts.length + 1)}`) {
    amounts.push(wholeOf(row, name, path));
  }
  return amounts;
}

function exclusionIds(rules: readonly RuleOfRun[]): readonly string[] {
  const steps = rules.flatMap(({ rule }) => rule.steps);
  const ids = steps.flatMap((step) =>
    'exclude' in step ? [step.exclude.id] : 'firstOf' in step ? [step.otherwise.id] : [],
  );
  return [...new Set(ids)];
}

function textOf(row: SqlRow, name: string, path: string): string {
  const value = row[name];
  if (typeof value === 'string') return value;
  throw new UnexpectedSqlRowError(`${path}.${name}`, kindOf(value), 'text');
}

function wholeOf(row: SqlRow, name: string, path: string): number {
  const value = row[name];
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw new UnexpectedSqlRowError(`${path}.${name}`, kindOf(value), 'a whole number of at most 9007199254740991');
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'missing';
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : `of type ${typeof value}`;
}
