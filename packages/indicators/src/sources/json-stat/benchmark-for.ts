import type { DataText } from '@strapetsi/text';
import type { IsoDate } from '../../days/day.js';
import type { IndicatorTable } from '../../publication/indicator-table.js';
import type { Benchmark, BenchmarkCell, BenchmarkUnit } from './benchmark.js';

/** How the members of a dimension of one's own are found in the benchmark. */
export type DimensionMapping =
  /** The benchmark is the same for all of them: it is not cut by this. */
  | 'any'
  | {
      /** A dimension of the benchmark. */
      readonly to: string;
      /** Its codes by one's own; `same` where both use the same codes, such as years. A member without a code has no benchmark. */
      readonly members: 'same' | Readonly<Record<string, string>>;
    };

export interface BenchmarkMapping {
  /** For every dimension of the table, by its id. */
  readonly dimensions: Readonly<Record<string, DimensionMapping>>;
  /** The member of each further dimension of the benchmark; one that has a single member need not be named. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** What a value of the benchmark is divided by to be in the figure's unit: 100 where a share is given in per cent. 1 unless given. */
  readonly perUnit?: number;
}

/** A benchmark as a table's cells see it. */
export interface BenchmarkSeries {
  readonly id: string;
  readonly label: DataText;
  readonly source: DataText;
  readonly updated?: IsoDate;
  /** The publisher's own unit, before `perUnit`. */
  readonly unit?: BenchmarkUnit;
  /** One for each cell of the table, in the same order, in the figure's unit. */
  readonly cells: readonly BenchmarkCell[];
}

export type BenchmarkMappingCode =
  | 'dimension-not-mapped'
  | 'unknown-dimension'
  | 'dimension-not-fixed'
  | 'dimension-used-twice'
  | 'unknown-member'
  | 'not-a-unit'
  | 'not-a-share';

/** A mapping that does not fit the table or the benchmark. */
export class BenchmarkMappingError extends Error {
  override readonly name = 'BenchmarkMappingError';
  constructor(
    readonly code: BenchmarkMappingCode,
    /** Place in the mapping. */
    readonly path: string,
    readonly expected: string,
    readonly found: string,
  ) {
    super(`${path}: expected ${expected}, found ${found}`);
  }
}

const NO_DATA: BenchmarkCell = { status: 'noData' };

/** Codes of the benchmark by position of the table's member. */
function codesFor(
  table: IndicatorTable,
  benchmark: Benchmark,
  mapping: BenchmarkMapping,
): ReadonlyMap<string, readonly (string | undefined)[]> {
  const ids = table.dimensions.map(({ id }): string => id);
  const unknown = Object.keys(mapping.dimensions).find((id) => !ids.includes(id));
  if (unknown !== undefined)
    throw new BenchmarkMappingError('unknown-dimension', `dimensions.${unknown}`, ids.join(' | '), unknown);
  const codes = new Map<string, readonly (string | undefined)[]>();
  for (const { id, members } of table.dimensions) {
    const path = `dimensions.${id}`;
    const rule = mapping.dimensions[id];
    if (rule === undefined)
      throw new BenchmarkMappingError('dimension-not-mapped', path, '"any" or {to, members}', 'nothing');
    if (rule === 'any') continue;
    const { to } = rule;
    const dimension = benchmark.dimensions.find((one) => one.id === to);
    const known = benchmark.dimensions.map((one) => one.id).join(' | ');
    if (dimension === undefined) throw new BenchmarkMappingError('unknown-dimension', `${path}.to`, known, to);
    if (codes.has(to))
      throw new BenchmarkMappingError('dimension-used-twice', `${path}.to`, 'a dimension only once', to);
    const theirs = new Set(dimension.members.map((member) => member.id));
    if (rule.members === 'same') {
      codes.set(
        to,
        members.map((member) => (theirs.has(member.id) ? member.id : undefined)),
      );
      continue;
    }
    const ours = new Set(members.map((member) => member.id));
    for (const [own, code] of Object.entries(rule.members)) {
      const at = `${path}.members.${own}`;
      if (!ours.has(own)) throw new BenchmarkMappingError('unknown-member', at, 'a member of the table', own);
      if (!theirs.has(code)) throw new BenchmarkMappingError('unknown-member', at, `a member of ${to}`, code);
    }
    const byOwn = new Map(Object.entries(rule.members));
    codes.set(
      to,
      members.map((member) => byOwn.get(member.id)),
    );
  }
  return codes;
}

/** The one member of each dimension of the benchmark that the table is not cut by. */
function fixedMembers(
  benchmark: Benchmark,
  mapped: ReadonlySet<string>,
  fixed: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const known = benchmark.dimensions.map(({ id }) => id);
  for (const id of Object.keys(fixed)) {
    const path = `fixed.${id}`;
    if (!known.includes(id)) throw new BenchmarkMappingError('unknown-dimension', path, known.join(' | '), id);
    if (mapped.has(id)) throw new BenchmarkMappingError('dimension-used-twice', path, 'a dimension only once', id);
  }
  const members = new Map<string, string>();
  for (const { id, members: all } of benchmark.dimensions) {
    if (mapped.has(id)) continue;
    const chosen = fixed[id] ?? (all.length === 1 ? all[0]?.id : undefined);
    const expected = all.slice(0, 8).map((member) => member.id);
    if (all.length > expected.length) expected.push('…');
    if (chosen === undefined)
      throw new BenchmarkMappingError('dimension-not-fixed', `fixed.${id}`, expected.join(' | '), 'nothing');
    if (!all.some((member) => member.id === chosen))
      throw new BenchmarkMappingError('unknown-member', `fixed.${id}`, expected.join(' | '), chosen);
    members.set(id, chosen);
  }
  return members;
}

/** Position of each of the table's members in a dimension of the benchmark; -1 where it has none. */
function positionsOf(ids: readonly string[], codes: readonly (string | undefined)[]): readonly number[] {
  return codes.map((code) => (code === undefined ? -1 : ids.indexOf(code)));
}

/** The position of each member in the table's cell `at`, row-major. */
function membersAt(table: IndicatorTable, at: number): ReadonlyMap<string, number> {
  const members = new Map<string, number>();
  let rest = at;
  for (const { id, members: all } of [...table.dimensions].reverse()) {
    members.set(id, rest % all.length);
    rest = Math.floor(rest / all.length);
  }
  return members;
}

/** 2.6 / 100 as 26 / 1000, which is 0.026: publishers give decimal figures, and so should we. */
function divided(value: number, by: number): number {
  const [, decimals = ''] = String(value).split('.');
  const scale = 10 ** decimals.length;
  return /^\d{0,12}$/.test(decimals) ? Math.round(value * scale) / (by * scale) : value / by;
}

function inUnit(cell: BenchmarkCell, perUnit: number, table: IndicatorTable): BenchmarkCell {
  if (cell.status !== 'value') return cell;
  const value = divided(cell.value, perUnit);
  if (table.figure.unit === 'share' && (value < 0 || value > 1))
    throw new BenchmarkMappingError(
      'not-a-share',
      'perUnit',
      'shares from 0 to 1; 100 divides per cent',
      String(value),
    );
  return { ...cell, value };
}

/**
 * The benchmark for each cell of a table, by a mapping that names every dimension of both: nothing is guessed from names. A cell has no
 * data where its member has no code in the benchmark.
 * @throws {BenchmarkMappingError} where the mapping does not fit
 */
export function benchmarkFor(table: IndicatorTable, benchmark: Benchmark, mapping: BenchmarkMapping): BenchmarkSeries {
  const perUnit = mapping.perUnit ?? 1;
  if (!(perUnit > 0 && Number.isFinite(perUnit)))
    throw new BenchmarkMappingError('not-a-unit', 'perUnit', 'a number above 0', String(perUnit));
  const codes = codesFor(table, benchmark, mapping);
  const fixed = fixedMembers(benchmark, new Set(codes.keys()), mapping.fixed ?? {});
  const ownOf = new Map(
    table.dimensions.flatMap(({ id }) => {
      const rule = mapping.dimensions[id];
      return rule === undefined || rule === 'any' ? [] : [[rule.to, id] as const];
    }),
  );
  const axes = benchmark.dimensions.map(({ id, members }) => {
    const ids = members.map((member) => member.id);
    const own = ownOf.get(id);
    return { own, size: ids.length, positions: positionsOf(ids, codes.get(id) ?? [fixed.get(id)]) };
  });
  const cells = table.cells.map((_, at) => {
    const members = membersAt(table, at);
    let position = 0;
    for (const { own, size, positions } of axes) {
      const place = positions[own === undefined ? 0 : (members.get(own) ?? 0)] ?? -1;
      if (place < 0) return NO_DATA;
      position = position * size + place;
    }
    return inUnit(benchmark.cells[position] ?? NO_DATA, perUnit, table);
  });
  const metric = benchmark.dimensions.find(({ role }) => role === 'metric');
  const unit = metric?.members.find(({ id }) => id === fixed.get(metric.id))?.unit;
  const { id, label, source, updated } = benchmark;
  return {
    id,
    label,
    source,
    ...(updated === undefined ? {} : { updated }),
    ...(unit === undefined ? {} : { unit }),
    cells,
  };
}
