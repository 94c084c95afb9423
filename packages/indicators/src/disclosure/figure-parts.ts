import type { Figure, Measure } from '../definitions/definition.js';
import { categoriesOf, isShareFigure, type ExactCell } from '../publication/publish-figure.js';

/** A count of persons or rows that a figure is made of, by a name that is the same in every figure of an indicator. */
export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

/** A number that is no count: what an outsider can know it to from the figure is half a unit of its last decimal. */
export interface NamedSum {
  readonly name: string;
  readonly sum: number;
  /** Half of the last decimal, in the units of the sum. */
  readonly rounding: number;
}

/** What one cell of a table gives away: how many there are, how many of them a numerator counts, and sums. */
export interface FigureParts {
  readonly whole: NamedCount;
  readonly part?: NamedCount;
  readonly sums: readonly NamedSum[];
  /** Rows of persons, such as qualifications, which stand for the persons and are withheld with them. */
  readonly rows?: NamedCount;
}

/** One for each category of a distribution, else one; in the order of the table's cells. */
export function partsOfFigure(cell: ExactCell, figure: Figure, measure: Measure, days: number): readonly FigureParts[] {
  if (isShareFigure(figure)) return partsOfShare(cell, figure, measure);
  return [{ sums: [], whole: persons(cell), ...partsOfOther(cell, figure, measure, days) }];
}

function persons({ n }: ExactCell): NamedCount {
  return { name: 'n', count: n };
}

/** A set of categories together; its name is that of the set, however a figure calls it. */
function together(amounts: readonly number[], codes: readonly number[], wanted: readonly number[]): NamedCount {
  const met = [...new Set(wanted)].filter((code) => codes.includes(code)).sort((a, b) => a - b);
  return {
    name: `of:${met.join(',')}`,
    count: met.reduce((sum, code) => sum + (amounts[codes.indexOf(code)] ?? 0), 0),
  };
}

/** Single categories that a name of `together` puts together; none where it is another. */
export function categoriesIn(name: string): readonly number[] {
  return name.startsWith('of:') && name !== 'of:' ? name.slice('of:'.length).split(',').map(Number) : [];
}

type ShareFigure = Extract<Figure, { kind: 'partOfWhole' | 'share' | 'distribution' }>;

function partsOfShare(cell: ExactCell, figure: ShareFigure, measure: Measure): readonly FigureParts[] {
  const { amounts } = cell;
  const codes = categoriesOf(measure);
  switch (figure.kind) {
    case 'partOfWhole': {
      const [whole = 0, part = 0] = amounts;
      return [{ whole: { name: 'whole', count: whole }, part: { name: 'part', count: part }, sums: [] }];
    }
    case 'share': {
      const whole = figure.outOf === undefined ? persons(cell) : together(amounts, codes, figure.outOf);
      return [{ whole, part: together(amounts, codes, figure.of), sums: [] }];
    }
    case 'distribution':
      return codes.map((code) => ({ whole: persons(cell), part: together(amounts, codes, [code]), sums: [] }));
  }
}

function partsOfOther(
  cell: ExactCell,
  figure: Exclude<Figure, ShareFigure>,
  measure: Measure,
  days: number,
): Partial<FigureParts> {
  const { amounts } = cell;
  const half = 0.5 * 10 ** -figure.decimals;
  const sum = (at: number, rounding: number): NamedSum => ({
    name: `sum${String(at)}`,
    sum: amounts[at] ?? 0,
    rounding,
  });
  switch (figure.kind) {
    case 'persons':
      return {};
    case 'count':
      return { rows: { name: 'rows', count: amounts[0] ?? 0 } };
    case 'amount':
      return { sums: [sum(0, half * figure.perUnit * (figure.perDay ? Math.max(1, days) : 1))] };
    // Of a quotient an outsider may know what stands below the line from elsewhere, so both are taken as shown.
    case 'quotient':
      return { sums: [sum(0, 0), sum(1, ((amounts[0] ?? 0) * half) / figure.per)] };
    case 'mean':
      return { sums: [sum(0, 0), sum(1, (amounts[0] ?? 0) * half * figure.perUnit)] };
    case 'standardDeviation':
      return { sums: [0, 1, 2].map((at) => sum(at, 0)) };
    case 'balance': {
      const codes = categoriesOf(measure);
      const sums = [figure.plus, figure.minus].map((wanted) => together(amounts, codes, wanted));
      return { sums: sums.map(({ name, count }) => ({ name: `sum of ${name}`, sum: count, rounding: 0 })) };
    }
    case 'incidence':
    case 'timeQuantile':
      return { sums: [eventsOf(cell, figure, measure)] };
    case 'distinct':
      return {};
  }
}

/** Those who have met the cause, which a share of a curve at its end comes near to. */
function eventsOf(
  { amounts }: ExactCell,
  figure: Extract<Figure, { kind: 'incidence' | 'timeQuantile' }>,
  measure: Measure,
): NamedSum {
  if (measure.kind !== 'timeToEvent') return { name: 'events', sum: 0, rounding: 0 };
  const width = measure.causes.length + 1;
  const at = measure.causes.findIndex(({ code }) => code === figure.cause) + 1;
  const months = figure.kind === 'incidence' ? figure.withinMonths : measure.upToMonths + 1;
  let events = 0;
  for (let month = 0; month < months; month++) events += amounts[month * width + at] ?? 0;
  return { name: `events ${String(figure.cause)} within ${String(months)}`, sum: events, rounding: 0 };
}
