import { OPEN, type Day } from '../days/day.js';

/** A period of learning at work as it was agreed. */
export interface WorkplacePeriod {
  readonly start: Day;
  /** Last day, inclusive; OPEN where it has not ended. */
  readonly end: Day;
  /** Part-time share in millionths. */
  readonly share: number;
}

/** A piece of a period: the same other periods of the person share all of its days. */
export interface SharedPiece {
  /** Position of its period in the given list. */
  readonly period: number;
  readonly start: Day;
  readonly end: Day;
  /** Of each day, in millionths. */
  readonly share: number;
  readonly first: boolean;
}

const WHOLE = 1_000_000;

/**
 * Divides the days that workplace periods of one person share: a day with k periods gives each 1/k of it, weighted by the
 * period's part-time share (EHOKS, doc/tyopaikkajaksojen-kestojen-laskenta.md). In millionths the k parts of a day add up to
 * exactly 1,000,000: what division leaves over goes to the first of them in the given order, one millionth each. The part-time
 * share is taken of that and rounded down. A period that ends before it starts shares nothing and gives no piece.
 *
 * @returns pieces in the order of the periods, those of a period by start
 */
export function sharedPieces(periods: readonly WorkplacePeriod[]): readonly SharedPiece[] {
  const real = periods.map((period, at) => ({ ...period, at })).filter(({ start, end }) => start <= end);
  const cuts = [...new Set(real.flatMap(({ start, end }) => (end === OPEN ? [start] : [start, end + 1])))].sort(
    (a, b) => a - b,
  );
  const pieces: SharedPiece[][] = periods.map(() => []);
  cuts.forEach((start, i) => {
    const next = cuts[i + 1];
    const end = next === undefined ? OPEN : next - 1;
    const sharing = real.filter((period) => period.start <= start && start <= period.end);
    const part = Math.floor(WHOLE / Math.max(1, sharing.length));
    const over = WHOLE - part * sharing.length;
    sharing.forEach(({ at, share }, order) => {
      const own = Math.floor(((part + (order < over ? 1 : 0)) * share) / WHOLE);
      const ofPeriod = pieces[at] ?? [];
      const before = ofPeriod.at(-1);
      if (before !== undefined && before.share === own && before.end === start - 1) {
        ofPeriod[ofPeriod.length - 1] = { ...before, end };
      } else {
        ofPeriod.push({ period: at, start, end, share: own, first: before === undefined });
      }
    });
  });
  return pieces.flat();
}
