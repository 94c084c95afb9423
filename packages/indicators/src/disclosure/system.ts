import type { Span } from './span.js';

/**
 * A number that an outsider may know something of: how many persons a group has, how many of them a numerator counts, how many days they have
 * together. `value` is what it is; the rest is what is known of it.
 */
export interface Quantity {
  readonly name: string;
  readonly value: number;
  /** Counts are whole numbers; sums, such as days, are taken as any number. */
  readonly isWhole: boolean;
  /** What is known of it by itself: of a published one how it was rounded, of a withheld one that it is 1–4, of others that it is not negative. */
  readonly known: Span;
  /** What would be known of it were it withheld for others' sake. Absent where it cannot be withheld. */
  readonly knownWithheld?: Span;
  /** How much is lost with it. */
  readonly weight: number;
  /** What is withheld with it, by number. */
  readonly takesAlong: readonly number[];
  /** What an outsider must not be able to leave out. */
  readonly guarded?: Guarded;
}

/** An outsider must find the lowest and the highest of `reach` possible; or, where that is enough, what `enough` names. */
export interface Guarded {
  readonly reach: Span;
  readonly enough?: number;
}

/** Σ coefficient × quantity is the same in every world that agrees with what is published. */
export interface Equation {
  readonly terms: readonly (readonly [quantity: number, coefficient: number])[];
  /** Whether it is about several groups, and not about one and its parts. */
  readonly acrossGroups?: true;
}

/** Everything that an outsider can reckon with. */
export interface System {
  readonly quantities: readonly Quantity[];
  readonly equations: readonly Equation[];
}
