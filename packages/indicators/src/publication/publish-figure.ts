import type { IsoDate } from '../days/day.js';
import type { Figure, Measure } from '../definitions/definition.js';
import type { Cell } from './indicator-table.js';
import type { Policy } from './policy.js';
import { publishAmount, publishCount, publishShare } from './publish-cell.js';
import { publishIncidence, publishTimeQuantile } from './publish-time-to-event.js';

const MICRO_DAYS = 1_000_000;

/** The figures of one aggregate cell. */
export interface ExactCell {
  readonly n: number;
  readonly amounts: readonly number[];
  readonly codes?: readonly string[];
}

/** What a cell's place in the table says. */
export interface CellPlace {
  /** Days of the cell's window. */
  readonly days: number;
  /** The day from which everyone of the cell has been followed so many months. */
  readonly followedFor: (months: number) => IsoDate;
}

/** A cell for each category of a distribution, else one. */
export function publishFigure(
  cell: ExactCell,
  figure: Figure,
  measure: Measure,
  policy: Policy,
  place: CellPlace,
): readonly Cell[] {
  if (isShareFigure(figure))
    return sharesOf(cell, figure, measure).map(({ whole, part }) => publishShare(whole, part, policy));
  return [publishOther(cell, figure, measure, policy, place)];
}

type ShareFigure = Extract<Figure, { kind: 'partOfWhole' | 'share' | 'distribution' }>;

export function isShareFigure(figure: Figure): figure is ShareFigure {
  return figure.kind === 'partOfWhole' || figure.kind === 'share' || figure.kind === 'distribution';
}

function publishOther(
  cell: ExactCell,
  figure: Exclude<Figure, ShareFigure>,
  measure: Measure,
  policy: Policy,
  place: CellPlace,
): Cell {
  const { n, amounts } = cell;
  const [first = 0, second = 0] = amounts;
  if (n === 0 && policy.hidesZero === true) return publishAmount(n, 0, 0, policy);
  if (isDominated(cell, figure, measure, policy, place)) return withheldSum(n, policy);
  switch (figure.kind) {
    case 'amount':
      if (figure.perDay && place.days === 0) return { status: 'noData' };
      return publishAmount(n, first / (figure.perUnit * (figure.perDay ? place.days : 1)), figure.decimals, policy);
    case 'count':
      return publishRows(n, first, policy);
    case 'persons':
      return publishRows(n, n, policy);
    case 'quotient':
      return quotient(cell, (second / first) * figure.per, shareDecimals(figure), policy);
    case 'mean':
      return quotient(cell, second / first / figure.perUnit, figure.decimals, policy);
    case 'standardDeviation':
      return standardDeviation(cell, figure, policy);
    case 'balance':
      return balance(cell, figure, categoriesOf(measure), policy);
    case 'incidence':
      return publishIncidence(cell, figure, measure, policy, place.followedFor(figure.withinMonths));
    case 'timeQuantile':
      return publishTimeQuantile(cell, figure, measure, policy);
    case 'distinct':
      return publishAmount(n, cell.codes?.length ?? 0, 0, policy);
  }
}

/** Whether one person can make up more of a sum than the policy lets be shown. */
function isDominated(
  { amounts }: ExactCell,
  figure: Figure,
  measure: Measure,
  { dominance }: Policy,
  place: CellPlace,
): boolean {
  const isOfSums = ['amount', 'quotient', 'mean', 'standardDeviation'].includes(figure.kind);
  if (dominance === undefined || !isOfSums) return false;
  const most = measure.kind === 'personDays' ? place.days * MICRO_DAYS : Infinity;
  return most > dominance * (amounts[0] ?? 0);
}

function withheldSum(n: number, policy: Policy): Cell {
  return { status: 'withheld', reason: 'primary', n: publishCount(n, policy) };
}

/** Numerator and denominator of a share, or of the share of each category. */
interface Share {
  readonly whole: number;
  readonly part: number;
}

/** Numerators and denominators of a cell, where the figure is made of them. */
export function sharesIn(cell: ExactCell, figure: Figure, measure: Measure): readonly Share[] | undefined {
  return isShareFigure(figure) ? sharesOf(cell, figure, measure) : undefined;
}

function sharesOf({ n, amounts }: ExactCell, figure: ShareFigure, measure: Measure): readonly Share[] {
  const codes = categoriesOf(measure);
  switch (figure.kind) {
    case 'partOfWhole':
      return [{ whole: amounts[0] ?? 0, part: amounts[1] ?? 0 }];
    case 'share': {
      const whole = figure.outOf === undefined ? n : sumOf(amounts, codes, figure.outOf);
      return [{ whole, part: sumOf(amounts, codes, figure.of) }];
    }
    case 'distribution':
      return codes.map((_, at) => ({ whole: n, part: amounts[at] ?? 0 }));
  }
}

/** Codes of a distribution's categories, in its order. */
export function categoriesOf(measure: Measure): readonly number[] {
  return measure.kind === 'distribution' ? measure.categories.map(({ code }) => code) : [];
}

/** A number of rows, such as qualifications: shown where enough persons stand behind it, and rounded as a count is. */
function publishRows(n: number, rows: number, policy: Policy): Cell {
  const persons = publishCount(n, policy);
  const counted = publishCount(rows, policy);
  if (persons.status === 'withheld' || counted.status === 'withheld') {
    const range = counted.status === 'withheld' ? counted.range : undefined;
    return { status: 'withheld', reason: 'primary', ...(range === undefined ? {} : { range }), n: persons };
  }
  return { status: 'value', value: counted.value, n: persons };
}

function sumOf(amounts: readonly number[], codes: readonly number[], wanted: readonly number[]): number {
  return wanted.reduce((sum, code) => sum + (amounts[codes.indexOf(code)] ?? 0), 0);
}

/** A number that is not counted but computed of sums: shown where enough persons stand behind them. */
function quotient({ n, amounts }: ExactCell, value: number, decimals: number, policy: Policy): Cell {
  if (n === 0 || !(amounts[0] ?? 0)) return { status: 'noData' };
  return publishAmount(n, value, decimals, policy);
}

/** √((n Σx² − (Σx)²) / (n (n − 1))) of a sample, √(n Σx² − (Σx)²) / n of a population. */
function standardDeviation(
  cell: ExactCell,
  { of, perUnit, decimals }: Extract<Figure, { kind: 'standardDeviation' }>,
  policy: Policy,
): Cell {
  const [count = 0, sum = 0, squares = 0] = cell.amounts;
  const below = of === 'sample' ? count * (count - 1) : count * count;
  if (below === 0) return { status: 'noData' };
  return quotient(cell, Math.sqrt(Math.max(0, count * squares - sum * sum) / below) / perUnit, decimals, policy);
}

/** A share is written in per cent, which takes two decimals off. */
function shareDecimals({ unit, decimals }: Figure): number {
  return unit === 'share' ? decimals + 2 : decimals;
}

/** Rounded half up, as the national feedback service does. */
function balance(
  cell: ExactCell,
  { plus, minus, per, decimals }: Extract<Figure, { kind: 'balance' }>,
  codes: readonly number[],
  policy: Policy,
): Cell {
  const { n, amounts } = cell;
  if (n === 0) return { status: 'noData' };
  const scale = 10 ** decimals;
  const difference = sumOf(amounts, codes, plus) - sumOf(amounts, codes, minus);
  return publishAmount(n, Math.floor((per * scale * difference) / n + 0.5) / scale, decimals, policy);
}
