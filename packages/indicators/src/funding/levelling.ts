/** A provider's share by the model, and that of the year before: both 0 or more, in the same unit for all. */
export interface ShareToLevel {
  readonly unlimited: number;
  readonly previous: number;
}

export interface ChangeLimits {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * The levelling coefficient, or why there is none: the smallest shares together are more than the whole, or the largest less. `total` is
 * what they are together.
 */
export type Levelling =
  | { readonly status: 'solved'; readonly coefficient: number }
  | { readonly status: 'minimaAboveWhole' | 'maximaBelowWhole'; readonly total: number };

/** Of the whole: shares of euros are not written as finely. */
const ROUNDING = 1e-12;

interface Limits {
  readonly from: number;
  readonly to: number;
}

function limitsOf({ previous }: ShareToLevel, { minimum, maximum }: ChangeLimits): Limits {
  // Who had nothing the year before is new: nothing to hold the share to.
  return previous === 0 ? { from: 0, to: Infinity } : { from: minimum * previous, to: maximum * previous };
}

/** coefficient × share by the model, held between the limits against the year before; a new provider has none. */
export function levelledShare(share: ShareToLevel, limits: ChangeLimits, coefficient: number): number {
  return heightAt(pieceOf(share, limits), coefficient);
}

/** A share as a function of the coefficient: `from` up to the lower turn, `to` from the upper one, and rising in between. */
interface Piece extends Limits {
  readonly unlimited: number;
  readonly lowerTurn: number;
  readonly upperTurn: number;
}

function pieceOf(share: ShareToLevel, limits: ChangeLimits): Piece {
  const { from, to } = limitsOf(share, limits);
  const { unlimited } = share;
  if (unlimited === 0) return { from, to, unlimited, lowerTurn: Infinity, upperTurn: Infinity };
  return { from, to, unlimited, lowerTurn: from / unlimited, upperTurn: to / unlimited };
}

function heightAt({ from, to, unlimited, lowerTurn, upperTurn }: Piece, coefficient: number): number {
  if (coefficient <= lowerTurn) return from;
  return coefficient >= upperTurn ? to : coefficient * unlimited;
}

/**
 * The coefficient t with which the shares are one whole: Σ clamp(t · unlimited, minimum · previous, maximum · previous) = 1. The sum is
 * piecewise linear in t and never falls, so t is solved in the piece where it reaches 1: nothing is iterated. Where the sum
 * is 1 in a whole piece, every t of it gives the same shares, and the smallest is told.
 * Source: CSCfi/antero e14a7bf3, p_lataa_f_amos_koonti_rahoitusperusteet.
 */
export function levellingCoefficient(shares: readonly ShareToLevel[], limits: ChangeLimits): Levelling {
  const pieces = shares.map((share) => pieceOf(share, limits));
  const totalAt = (coefficient: number): number =>
    pieces.reduce((total, piece) => total + heightAt(piece, coefficient), 0);
  const least = totalAt(0);
  if (least > 1 + ROUNDING) return { status: 'minimaAboveWhole', total: least };
  if (least >= 1 - ROUNDING) return { status: 'solved', coefficient: 0 };
  const turns = pieces
    .flatMap(({ lowerTurn, upperTurn }) => [lowerTurn, upperTurn])
    .filter((turn) => turn < Infinity)
    .sort((a, b) => a - b);
  const reaching = turns.findIndex((turn) => totalAt(turn) >= 1 - ROUNDING);
  const before = reaching < 0 ? (turns.at(-1) ?? 0) : (turns[reaching - 1] ?? 0);
  const isRising = ({ lowerTurn, upperTurn }: Piece): boolean => lowerTurn <= before && before < upperTurn;
  const slope = pieces.filter(isRising).reduce((total, { unlimited }) => total + unlimited, 0);
  if (slope === 0) return { status: 'maximaBelowWhole', total: totalAt(before) };
  const held = pieces.filter((piece) => !isRising(piece)).reduce((total, piece) => total + heightAt(piece, before), 0);
  return { status: 'solved', coefficient: (1 - held) / slope };
}
