import { solve, type Constraint, type Coefficients } from 'yalps';
import { anyCount, overlap, type Span } from './span.js';
import type { Quantity, System } from './system.js';

/**
 * Another way things could be, as differences from how they are, by quantity. It agrees with everything published: no equation changes, and
 * no quantity leaves what is known of it.
 */
export type World = ReadonlyMap<number, number>;

/** Equations that each quantity stands in. */
export type Places = readonly (readonly number[])[];

export function placesOf({ quantities, equations }: System): Places {
  const places = quantities.map((): number[] => []);
  equations.forEach(({ terms }, at) => {
    for (const [quantity] of terms) places[quantity]?.push(at);
  });
  return places;
}

/** What an outsider knows of each quantity, and what more could be withheld. */
export interface Pattern {
  readonly system: System;
  readonly places: Places;
  readonly isWithheld: (quantity: number) => boolean;
  /** Whether it may be withheld to make a world possible. */
  readonly mayWithhold: (quantity: number) => boolean;
  /**
   * Whether an outsider takes the reason at its word, that what is withheld for others' sake is not small; else he knows nothing of it, because a
   * small group may be withheld so as well.
   */
  readonly reasonIsTold: boolean;
  /** A quantity that this outsider knows from elsewhere: the one person of a group of one knows that there is no other. */
  readonly knowsOwn?: number;
}

/** Of sums: how far one may be off in a world that is taken to agree, relative to what it is. */
const TOLERANCE = 1e-7;

export function knownOf(pattern: Pattern, at: number): Span {
  const quantity = quantityAt(pattern.system, at);
  if (quantity.knownWithheld === undefined || !pattern.isWithheld(at)) return quantity.known;
  return knownIfWithheld(pattern, quantity.knownWithheld);
}

function knownIfWithheld({ reasonIsTold }: Pattern, knownWithheld: Span): Span {
  return reasonIsTold ? knownWithheld : anyCount;
}

export function quantityAt({ quantities }: System, at: number): Quantity {
  const quantity = quantities[at];
  if (quantity === undefined) throw new RangeError(`No quantity ${String(at)}`);
  return quantity;
}

/** Whether a world agrees with everything that is known, checked by adding up: nothing here depends on how it was found. */
export function agrees(world: World, pattern: Pattern): boolean {
  const { system, places } = pattern;
  const touched = new Set<number>();
  for (const [at, difference] of world) {
    const { value, isWhole } = quantityAt(system, at);
    if (isWhole && !Number.isInteger(difference)) return false;
    const { from, to } = knownOf(pattern, at);
    const slack = isWhole ? 0 : TOLERANCE * Math.abs(value);
    if (value + difference < from - slack || value + difference > to + slack) return false;
    for (const equation of places[at] ?? []) touched.add(equation);
  }
  return [...touched].every((at) => {
    const { terms } = system.equations[at] ?? { terms: [] };
    let sum = 0;
    let size = 0;
    let isWhole = true;
    for (const [quantity, coefficient] of terms) {
      const difference = world.get(quantity);
      if (difference === undefined) continue;
      sum += coefficient * difference;
      size += Math.abs(coefficient * quantityAt(system, quantity).value);
      isWhole &&= quantityAt(system, quantity).isWhole;
    }
    return isWhole ? sum === 0 : Math.abs(sum) <= TOLERANCE * size;
  });
}

/** How many quantities are looked at together: first a few near ones, then more. */
const SIZES = [16, 60, 200, 600];
/** Where nothing more may be withheld, so that there is little that moves. */
const SIZES_AS_IT_IS = [16, 200];

/**
 * A world in which a quantity is off by `difference`, that asks for as little more to be withheld as it can find; undefined where it finds
 * none. A world that is found agrees for certain; that none is found says nothing for certain.
 */
export function findWorld(target: number, difference: number, pattern: Pattern): World | undefined {
  let before = -1;
  for (const size of pattern.mayWithhold(target) ? SIZES : SIZES_AS_IT_IS) {
    const near = neighbours(target, size, pattern);
    if (near.length === before) return undefined;
    before = near.length;
    const world = solved(target, difference, near, pattern);
    if (world !== undefined) return world;
  }
  return undefined;
}

/** How far a quantity may be from what it is: for nothing, and at the price of withholding it. */
interface Freedom {
  readonly free: Span;
  readonly priced?: Span;
}

function freedomOf(pattern: Pattern, at: number): Freedom {
  if (at === pattern.knowsOwn) return { free: { from: 0, to: 0 } };
  const { value, knownWithheld } = quantityAt(pattern.system, at);
  const known = knownOf(pattern, at);
  const free = { from: known.from - value, to: known.to - value };
  if (knownWithheld === undefined || pattern.isWithheld(at) || !pattern.mayWithhold(at)) return { free };
  const withheld = knownIfWithheld(pattern, knownWithheld);
  return { free, priced: { from: withheld.from - value, to: withheld.to - value } };
}

function priceOf({ system, isWithheld }: Pattern, at: number): number {
  const { weight, takesAlong } = quantityAt(system, at);
  return takesAlong.reduce((sum, other) => sum + (isWithheld(other) ? 0 : quantityAt(system, other).weight), weight);
}

/** Of each equation that has been reached, the quantities that can move at the lowest price, so many of each. */
const OF_EACH = 4;

function neighbours(target: number, size: number, pattern: Pattern): readonly number[] {
  const { system, places } = pattern;
  const found = new Set([target]);
  const seen = new Set<number>();
  for (const at of found) {
    for (const equation of places[at] ?? []) {
      if (seen.has(equation)) continue;
      seen.add(equation);
      const others = (system.equations[equation]?.terms ?? [])
        .map(([quantity]) => quantity)
        .filter((quantity) => quantity !== at && isMovable(freedomOf(pattern, quantity)))
        .map((quantity) => ({ quantity, rank: rankOf(pattern, quantity) }))
        .sort((a, b) => a.rank - b.rank || a.quantity - b.quantity);
      for (const { quantity } of others.slice(0, OF_EACH)) found.add(quantity);
    }
    if (found.size >= size) break;
  }
  found.delete(target);
  return [...found];
}

function isMovable({ free, priced }: Freedom): boolean {
  return free.from < 0 || free.to > 0 || priced !== undefined;
}

/** What moves for nothing first: the more it can, the earlier. */
function rankOf(pattern: Pattern, at: number): number {
  const { free, priced } = freedomOf(pattern, at);
  const room = free.to - free.from;
  if (room >= 3) return 0;
  return (priced === undefined ? 1 : Math.min(1, priceOf(pattern, at))) + (room > 0 ? 0 : priceOf(pattern, at));
}

/** A hair's price for every move, so that what need not move does not. */
const EPSILON = 1e-4;

function solved(target: number, difference: number, near: readonly number[], pattern: Pattern): World | undefined {
  const { system, places } = pattern;
  const constraints = new Map<string, Constraint>();
  const needed = new Map<number, number>();
  for (const at of [target, ...near]) for (const equation of places[at] ?? []) needed.set(equation, 0);
  for (const equation of needed.keys()) {
    const own = system.equations[equation]?.terms.find(([quantity]) => quantity === target)?.[1] ?? 0;
    // Subtracting nothing from 0 would give −0.
    constraints.set(`e${String(equation)}`, { equal: own === 0 ? 0 : -own * difference });
  }
  const scale = Math.abs(difference);
  const variables: [string, Coefficients][] = [];
  const whole = new Set<string>();
  const add = (at: number, way: string, sign: number, most: number, price: number): void => {
    if (most <= 0) return;
    const key = `${way}${String(at)}`;
    const coefficients: [string, number][] = (places[at] ?? []).map((equation) => [
      `e${String(equation)}`,
      sign * (system.equations[equation]?.terms.find(([quantity]) => quantity === at)?.[1] ?? 0),
    ]);
    if (most < Infinity) {
      constraints.set(key, { max: most });
      coefficients.push([key, 1]);
    }
    coefficients.push(['price', price / Math.min(most, scale) + EPSILON / scale]);
    variables.push([key, coefficients]);
    if (quantityAt(system, at).isWhole) whole.add(key);
  };
  for (const at of near) {
    const { free, priced } = freedomOf(pattern, at);
    add(at, '+', 1, free.to, 0);
    add(at, '-', -1, -free.from, 0);
    if (priced === undefined) continue;
    const price = priceOf(pattern, at);
    add(at, 'p', 1, priced.to - Math.max(0, free.to), price);
    add(at, 'm', -1, -priced.from - Math.max(0, -free.from), price);
  }
  const options = { maxIterations: 200, maxPivots: 4000, includeZeroVariables: false } as const;
  const model = { direction: 'minimize', objective: 'price', constraints, variables } as const;
  const solution = solve({ ...model, integers: whole }, options);
  if (solution.status !== 'optimal' && !(solution.status === 'timedout' && !Number.isNaN(solution.result)))
    return undefined;
  return worldFrom(solution.variables, target, difference, pattern);
}

/** The differences of a solution, as a world that agrees once what it needs is withheld. */
function worldFrom(
  solution: readonly (readonly [string, number])[],
  target: number,
  difference: number,
  pattern: Pattern,
): World | undefined {
  const world = new Map([[target, difference]]);
  for (const [key, amount] of solution) {
    const at = Number(key.slice(1));
    const sign = key.startsWith('+') || key.startsWith('p') ? 1 : -1;
    const moved = (world.get(at) ?? 0) + sign * amount;
    world.set(at, quantityAt(pattern.system, at).isWhole ? Math.round(moved) : moved);
  }
  for (const [at, moved] of world) if (moved === 0) world.delete(at);
  const withheld = new Set(neededFor(world, pattern));
  const more: Pattern = { ...pattern, isWithheld: (at) => withheld.has(at) || pattern.isWithheld(at) };
  return agrees(world, more) ? world : undefined;
}

/** What must be withheld besides for a world to agree. */
export function neededFor(world: World, pattern: Pattern): readonly number[] {
  return [...world].flatMap(([at, difference]) => {
    const { value } = quantityAt(pattern.system, at);
    const known = knownOf(pattern, at);
    const room = overlap(known, { from: value + difference, to: value + difference });
    return room.from <= room.to ? [] : [at];
  });
}
