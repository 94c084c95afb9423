import type { DataText } from '@strapetsi/text';
import { TOTAL } from '../aggregate/aggregate.js';
import type { IsoDate } from '../days/day.js';
import type { Unit } from '../definitions/definition.js';
import type { Cell, IndicatorTable, TableDimension } from '../publication/indicator-table.js';
import type { BenchmarkCell } from '../sources/json-stat/benchmark.js';
import { benchmarkFor, type DimensionMapping } from '../sources/json-stat/benchmark-for.js';
import { CODE, foresightBenchmark, type Foresight, YEAR } from './foresight.js';

/** A number worked out of two published ones, or why there is none, in the words of `IndicatorTable`. */
export type DerivedFigure =
  | { readonly status: 'value'; readonly value: number }
  /** Ours is withheld; `range` where the span that it lies in may be said. */
  | { readonly status: 'withheld'; readonly range?: { readonly from: number; readonly to: number } }
  | { readonly status: 'immature'; readonly matures: IsoDate }
  | { readonly status: 'notApplicable' }
  | { readonly status: 'noData' };

export interface ForesightRow {
  readonly code: string;
  readonly label: DataText;
  /** Where the table is cut by year. */
  readonly year?: string;
  /** As published. */
  readonly ours: Cell;
  readonly foreseen: BenchmarkCell;
  /** Ours less what is foreseen. */
  readonly difference: DerivedFigure;
  /** Ours / what is foreseen: 1 where they are the same; not applicable where nothing is needed. */
  readonly ratio: DerivedFigure;
  /** Of the codes on both sides, in the year, from 0 to 1: a provider fills only a part of a need, and may do so evenly. */
  readonly shareOfOurs: DerivedFigure;
  readonly shareOfForeseen: DerivedFigure;
}

interface CodeOfOneSide {
  readonly code: string;
  readonly label: DataText;
}

export interface ForesightComparison {
  readonly kind: Foresight['kind'];
  readonly id: string;
  readonly label: DataText;
  readonly source: DataText;
  /** Codes on both sides, in the order of the table. */
  readonly rows: readonly ForesightRow[];
  /** Codes of which nobody has foreseen anything. */
  readonly onlyOurs: readonly CodeOfOneSide[];
  /** Codes that are needed and not in the table. */
  readonly onlyForeseen: readonly CodeOfOneSide[];
}

export type ForesightFitCode =
  'not-counted' | 'no-code-dimension' | 'dimension-too-many' | 'period-not-whole-years' | 'several-years';

/** A table that a foresight table cannot be set beside. */
export class ForesightFitError extends Error {
  override readonly name = 'ForesightFitError';
  constructor(
    readonly code: ForesightFitCode,
    /** Place in the table. */
    readonly path: string,
    readonly expected: string,
    readonly found: string,
  ) {
    super(`${path}: expected ${expected}, found ${found}`);
  }
}

export interface CompareWithForesightOptions {
  /** Codes of the foresight table by those of ours; `same` (unless given) where both use the same. */
  readonly codes?: 'same' | Readonly<Record<string, string>>;
}

const counted: readonly Unit[] = [
  ...(['qualifications', 'studyRights', 'students', 'graduates', 'studentYears', 'competencePoints'] as const),
];

/**
 * Sets a published table of a count, such as qualifications by qualification or by field (and year), beside a foresight table. What is
 * withheld stays withheld, and what is worked out is made of published numbers only.
 *
 * @throws {ForesightFitError} where the table is of no count, is cut by anything else, or is not of whole years that are over
 * @throws {BenchmarkMappingError} where `codes` names a code that is not there, or the year is not foreseen
 */
export function compareWithForesight(
  table: IndicatorTable,
  foresight: Foresight,
  { codes = 'same' }: CompareWithForesightOptions = {},
): ForesightComparison {
  const { id, label, source, kind } = foresight;
  const ofCodes = codeDimension(table);
  const ofYears = table.dimensions.find((dimension) => dimension.id === 'year');
  const benchmark = foresightBenchmark(foresight);
  const isYearly = benchmark.dimensions.length > 1;
  expectWholeYears(table, isYearly, kind, ofYears !== undefined);
  const year: DimensionMapping = isYearly ? { to: YEAR, members: 'same' } : 'any';
  const { cells } = benchmarkFor(table, benchmark, {
    dimensions: { [ofCodes.id]: { to: CODE, members: codes }, ...(ofYears === undefined ? {} : { year }) },
    ...(isYearly && ofYears === undefined ? { fixed: { [YEAR]: table.period.from.slice(0, 4) } } : {}),
  });
  const foreseenCode = (own: string): string | undefined => (codes === 'same' ? own : codes[own]);
  const known = new Set(foresight.needs.map(({ code }) => code));
  const pairs = pairsOf(table, ofCodes, ofYears, cells);
  const paired = pairs.filter(({ code }) => known.has(foreseenCode(code) ?? ''));
  const members = ofCodes.members.filter((member) => member.id !== TOTAL);
  const met = new Set(members.flatMap((member) => foreseenCode(member.id) ?? []));
  return {
    kind,
    id,
    label,
    source,
    rows: paired.map((pair) => {
      const sameYear = paired.filter((other) => other.year === pair.year);
      return {
        ...pair,
        difference: ofOurs(pair, (value, needed) => value - needed),
        ratio: ofOurs(pair, (value, needed) => (needed === 0 ? undefined : value / needed)),
        shareOfOurs: shareOf(
          pair.ours,
          sameYear.map(({ ours }) => ours),
        ),
        shareOfForeseen: shareOf(
          pair.foreseen,
          sameYear.map(({ foreseen }) => foreseen),
        ),
      };
    }),
    onlyOurs: members
      .filter((member) => !known.has(foreseenCode(member.id) ?? ''))
      .map((member) => ({ code: member.id, label: member.label })),
    onlyForeseen: (benchmark.dimensions[0]?.members ?? [])
      .filter((member) => !met.has(member.id))
      .map((member) => ({ code: member.id, label: member.label })),
  };
}

function codeDimension({ figure, dimensions }: IndicatorTable): TableDimension {
  if (!counted.includes(figure.unit))
    throw new ForesightFitError('not-counted', 'figure.unit', counted.join(' | '), figure.unit);
  const [first, second] = dimensions.filter(({ id }) => id !== 'year');
  const expected = 'one dimension of codes, and year or no year';
  if (first === undefined)
    throw new ForesightFitError(
      'no-code-dimension',
      'dimensions',
      expected,
      dimensions.map(({ id }) => id).join(', ') || 'none',
    );
  if (second !== undefined)
    throw new ForesightFitError(
      'dimension-too-many',
      'dimensions',
      expected,
      dimensions.map(({ id }) => id).join(', '),
    );
  return first;
}

/** A need of a year is no measure of a part of it, and neither is a year that is not over. */
function expectWholeYears(
  { period: { from, to }, asOf }: IndicatorTable,
  isYearly: boolean,
  kind: string,
  byYear: boolean,
): void {
  if (kind === 'target' && !isYearly && !byYear) return;
  if (!from.endsWith('-01-01') || !to.endsWith('-12-31') || asOf < to)
    throw new ForesightFitError(
      'period-not-whole-years',
      'period',
      'calendar years that are over on the day of the data',
      `${from} – ${to}, data of ${asOf}`,
    );
  if (!byYear && from.slice(0, 4) !== to.slice(0, 4))
    throw new ForesightFitError('several-years', 'dimensions', 'year, or a period of one year', `${from} – ${to}`);
}

type Pair = Pick<ForesightRow, 'code' | 'label' | 'year' | 'ours' | 'foreseen'>;

/** Our cells with theirs, without totals. */
function pairsOf(
  table: IndicatorTable,
  ofCodes: TableDimension,
  ofYears: TableDimension | undefined,
  foreseen: readonly BenchmarkCell[],
): readonly Pair[] {
  const isCodeFirst = table.dimensions[0] === ofCodes;
  return table.cells.flatMap((ours, at): readonly Pair[] => {
    const years = ofYears?.members.length ?? 1;
    const [codeAt, yearAt] = isCodeFirst
      ? [Math.floor(at / years), at % years]
      : [at % ofCodes.members.length, Math.floor(at / ofCodes.members.length)];
    const [member, year, theirs] = [ofCodes.members[codeAt], ofYears?.members[yearAt]?.id, foreseen[at]];
    if (member === undefined || theirs === undefined || member.id === TOTAL || year === TOTAL) return [];
    return [{ code: member.id, label: member.label, ...(year === undefined ? {} : { year }), ours, foreseen: theirs }];
  });
}

/** What a function makes of ours and what is foreseen; of the ends of a span where ours is withheld and its span is said. */
function ofOurs({ ours, foreseen }: Pair, of: (value: number, foreseen: number) => number | undefined): DerivedFigure {
  if (foreseen.status !== 'value') return { status: foreseen.status };
  const needed = foreseen.value;
  if (ours.status === 'withheld') {
    const [from, to] = [of(ours.range?.from ?? 0, needed), of(ours.range?.to ?? 0, needed)];
    if (from === undefined || to === undefined) return { status: 'notApplicable' };
    return { status: 'withheld', ...(ours.range === undefined ? {} : { range: { from, to } }) };
  }
  if (ours.status !== 'value') return ours;
  const value = of(ours.value, needed);
  return value === undefined ? { status: 'notApplicable' } : { status: 'value', value };
}

/** A cell's share of all; there is one only where every one of them is known. */
function shareOf(cell: Cell | BenchmarkCell, all: readonly (Cell | BenchmarkCell)[]): DerivedFigure {
  if (cell.status !== 'value') return cell.status === 'withheld' ? { status: 'withheld' } : cell;
  let sum = 0;
  for (const other of all) {
    if (other.status === 'withheld') return { status: 'withheld' };
    if (other.status !== 'value') return other;
    sum += other.value;
  }
  return sum === 0 ? { status: 'notApplicable' } : { status: 'value', value: cell.value / sum };
}
