import type { Known } from './quantities.js';
import { anyCount, overlap, type Span } from './span.js';
import type { Equation, Guarded } from './system.js';

/** A quantity while the system is put together. */
export interface Draft {
  readonly name: string;
  readonly value: number;
  readonly isWhole: boolean;
  known: Span;
  knownWithheld: Span | undefined;
  weight: number;
  guarded: Guarded | undefined;
  readonly takesAlong: Set<number>;
}

/** Quantities by name, numbered as they come. */
export class Drafts {
  readonly list: Draft[] = [];
  readonly equations: Equation[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(name: string): number | undefined {
    return this.numbers.get(name);
  }

  /** Adds what is known of a quantity to what was known of it; what is shown in one table cannot be withheld in another. */
  add(name: string, known: Omit<Known, 'name'>): number {
    const at = this.numbers.get(name);
    if (at === undefined) {
      const { value, isWhole, weight, guarded } = known;
      const knownWithheld = known.knownWithheld;
      this.numbers.set(name, this.list.length);
      this.list.push({
        name,
        value,
        isWhole,
        known: known.known,
        knownWithheld,
        weight,
        guarded,
        takesAlong: new Set(),
      });
      return this.list.length - 1;
    }
    const draft = this.list[at];
    if (draft === undefined) throw new RangeError(name);
    const isFixed = draft.knownWithheld === undefined || known.knownWithheld === undefined;
    draft.knownWithheld = isFixed
      ? undefined
      : overlap(draft.knownWithheld ?? anyCount, known.knownWithheld ?? anyCount);
    draft.known = overlap(draft.known, known.known);
    draft.weight = Math.max(draft.weight, known.weight);
    draft.guarded ??= known.guarded;
    return at;
  }

  /** Of one group and its parts. */
  equal(terms: Equation['terms']): void {
    if (terms.length > 1) this.equations.push({ terms });
  }

  /** Of a group and those that it is put together of. */
  equalGroups(whole: number, parts: readonly number[]): void {
    if (parts.length > 0)
      this.equations.push({ terms: [[whole, 1], ...parts.map((at) => [at, -1] as const)], acrossGroups: true });
  }

  takeAlong(at: number, other: number): void {
    if (at !== other) this.list[at]?.takesAlong.add(other);
  }

  valueOf(at: number): number {
    return this.list[at]?.value ?? 0;
  }
}
