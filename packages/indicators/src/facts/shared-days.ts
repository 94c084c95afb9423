import { OPEN, type Day } from '../days/day.js';

/** From the first day to the last, inclusive; OPEN where it has not ended. */
export interface DaySpan {
  readonly start: Day;
  readonly end: Day;
}

/** A period of learning at work as it was agreed. */
export interface WorkplacePeriod extends DaySpan {
  /** Part-time share in millionths. */
  readonly share: number;
  /** When it was interrupted: these days do not count, nor take a part of what others share. */
  readonly interruptions?: readonly DaySpan[];
}

/** A piece of a period: the same periods of the person share all of its days. */
export interface SharedPiece extends DaySpan {
  /** Position of its period in the given list. */
  readonly period: number;
  /** Of each day, in millionths. */
  readonly share: number;
  readonly first: boolean;
}

/** What is left of a period without its interruptions, by start. */
function activeSpans({ start, end, interruptions = [] }: WorkplacePeriod): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  let from = start;
  for (const gap of [...interruptions].sort((a, b) => a.start - b.start)) {
    if (gap.end < from || gap.end < gap.start) continue;
    if (gap.start > end) break;
    if (gap.start > from) spans.push({ start: from, end: gap.start - 1 });
    if (gap.end >= end) return spans;
    from = gap.end + 1;
  }
  if (from <= end) spans.push({ start: from, end });
  return spans;
}

/**
 * What each of some periods has of a day that they share: its part-time share divided by how many they are, in whole millionths.
 * Together they have the sum of the shares divided likewise, rounded; what division leaves over goes to those from whom it took
 * most, one millionth each, in the given order among equals. Full-time periods have exactly a day.
 */
function partsOfDay(shares: readonly number[]): readonly number[] {
  const count = shares.length;
  const parts = shares.map((share) => Math.floor(share / count));
  const whole = Math.round(shares.reduce((sum, share) => sum + share, 0) / count);
  const over = whole - parts.reduce((sum, part) => sum + part, 0);
  const mostTaken = shares.map((share, at) => ({ at, taken: share % count })).sort((a, b) => b.taken - a.taken);
  const lucky = new Set(mostTaken.slice(0, over).map(({ at }) => at));
  return parts.map((part, at) => (lucky.has(at) ? part + 1 : part));
}

/**
 * Divides the days that workplace periods of one person share: of a day with k periods each has 1/k, times its part-time share,
 * and a period that is interrupted on the day is none of the k (Opetushallitus/ehoks, doc/tyopaikkajaksojen-kestojen-laskenta.md
 * and palaute/tyoelama/kesto.clj). There the days of a period are fractions and only their sum is rounded, to whole days, halves up;
 * here a day's part is in whole millionths, less than one away from the fraction, so that the sum of a period is less than a
 * millionth a day away from theirs. A period that ends before it starts, or is interrupted all the time, gives no piece.
 *
 * @returns pieces in the order of the periods, those of a period by start; no piece overlaps only a part of another
 */
export function sharedPieces(periods: readonly WorkplacePeriod[]): readonly SharedPiece[] {
  const active = periods.flatMap((period, at) => activeSpans(period).map((span) => ({ ...span, at })));
  const cuts = [...new Set(active.flatMap(({ start, end }) => (end === OPEN ? [start] : [start, end + 1])))].sort(
    (a, b) => a - b,
  );
  const pieces: SharedPiece[][] = periods.map(() => []);
  cuts.forEach((start, i) => {
    const next = cuts[i + 1];
    const end = next === undefined ? OPEN : next - 1;
    const sharing = active.filter((span) => span.start <= start && start <= span.end);
    const parts = partsOfDay(sharing.map(({ at }) => periods[at]?.share ?? 0));
    sharing.forEach(({ at }, order) => {
      const ofPeriod = pieces[at];
      ofPeriod?.push({ period: at, start, end, share: parts[order] ?? 0, first: ofPeriod.length === 0 });
    });
  });
  return pieces.flat();
}

const PER_CENT = 10_000;

/**
 * The part-time share of the period that a piece is of, where its days are shared by `count` periods: the whole per cent that
 * gives such a piece, as national records have it, else the nearest.
 */
export function agreedShare(piece: number, count: number): number {
  const nearest = Math.round((piece * count) / PER_CENT) * PER_CENT;
  const gives = nearest / count;
  return Math.abs(gives - piece) < 1 ? nearest : piece * count;
}

/** What share of full time the period of a piece was agreed to have. @param ofPerson all pieces of the person, the piece among them */
export function shareBeforeDivision(
  { start, share }: DaySpan & { readonly share: number },
  ofPerson: readonly DaySpan[],
): number {
  return agreedShare(share, ofPerson.filter((other) => other.start <= start && start <= other.end).length);
}
