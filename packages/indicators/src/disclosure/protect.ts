import type { Quantity, System } from './system.js';
import { agrees, findWorld, neededFor, placesOf, quantityAt, type Pattern, type Places, type World } from './worlds.js';

/** What is withheld for others' sake, and what could not be guarded whatever is withheld. */
export interface Protection {
  /** By quantity: whether it is withheld for others' sake. */
  readonly isWithheld: readonly boolean[];
  /** Numbers of quantities that an outsider can know more closely than the policy allows. */
  readonly unguarded: readonly number[];
}

/** A quantity that an outsider must find possible to be this much more, or less. */
interface Aim {
  readonly quantity: number;
  readonly difference: number;
  /** Also to whoever knows this quantity, being the only person in it. */
  readonly knowsOwn?: number;
}

/** All aims of one of the ways must be reached. */
type Task = readonly (readonly Aim[])[];

/**
 * Withholds as little more as it can find, until for every guarded quantity there is a world that agrees with everything published in which it
 * is the lowest that the policy wants to be possible, and one in which it is the highest. Then shows again what was withheld without
 * need.
 *
 * Nothing is taken on trust from the solver: a world counts when adding up shows that it agrees. The same system gives the same pattern.
 */
export function protect(system: System): Protection {
  const tasks = tasksOf(system, placesOf(system));
  const orders =
    system.quantities.length <= TRIED_IN_SEVERAL_ORDERS ? [tasks, [...tasks].reverse(), byNeed(tasks)] : [tasks];
  const [first, ...others] = orders.map((ofThem) => protectInOrder(system, ofThem));
  if (first === undefined) throw new RangeError('No order');
  const worse = (a: Protection, b: Protection): boolean =>
    a.unguarded.length > b.unguarded.length ||
    (a.unguarded.length === b.unguarded.length && lossOf(system, a.isWithheld) > lossOf(system, b.isWithheld));
  return others.reduce((best, other) => (worse(best, other) ? other : best), first);
}

/** Up to so many quantities the tasks are done in several orders, and what loses least is taken. */
const TRIED_IN_SEVERAL_ORDERS = 400;

function byNeed(tasks: readonly Task[]): readonly Task[] {
  const need = (ways: Task): number => Math.max(...(ways[0] ?? []).map(({ difference }) => Math.abs(difference)));
  return [...tasks].sort((a, b) => need(b) - need(a));
}

function protectInOrder(system: System, tasks: readonly Task[]): Protection {
  const withheld = system.quantities.map(() => false);
  const places = placesOf(system);
  const isWithheld = (at: number): boolean => withheld[at] ?? false;
  const strict = { system, places, isWithheld, reasonIsTold: true } as const;
  const lenient = { ...strict, reasonIsTold: false } as const;

  const withhold = (at: number): void => {
    const { knownWithheld, takesAlong } = quantityAt(system, at);
    if (isWithheld(at) || knownWithheld === undefined) return;
    withheld[at] = true;
    for (const other of takesAlong) withhold(other);
  };
  const fixed = new Set<number>();
  const mayWithhold = (at: number): boolean => !fixed.has(at);
  const first = new Round({ ...strict, mayWithhold }, withhold);
  const possible = tasks.filter((ways) => first.isDone(ways));
  const others = new Set(tasks);
  for (const ways of possible) others.delete(ways);
  const second = new Round({ ...lenient, mayWithhold }, withhold);
  const rounds = [
    { round: first, tasks: possible },
    { round: second, tasks: [...others].filter((ways) => second.isDone(ways)) },
  ];
  for (const ways of rounds[1]?.tasks ?? []) others.delete(ways);
  const takers = takersIn(system);
  showAgain(([round, ofRound]) => round.areDoneAsItIs(ofRound));
  // Once more, where others may be withheld instead: if that loses less.
  showAgain(([round, ofRound]) => round.areDone(ofRound));
  // The one person of a group knows it anyway; where that gives away another, nothing can be done that would not be done already.
  const ofOutsiders = [...others].filter((ways) => ways[0]?.[0]?.knowsOwn === undefined);
  const unguarded = ofOutsiders.flatMap((ways) => ways[0]?.[0]?.quantity ?? []);
  return { isWithheld: withheld, unguarded: [...new Set(unguarded)] };

  /** Shows what can be shown again, what is worth most first. */
  function showAgain(areDone: (round: readonly [Round, readonly Task[]]) => boolean): void {
    const byWorth = withheld
      .flatMap((isOne, at) => (isOne ? [at] : []))
      .sort((a, b) => quantityAt(system, b).weight - quantityAt(system, a).weight || a - b);
    for (const at of byWorth) {
      if (!isWithheld(at)) continue;
      const asking = (takers[at] ?? []).filter(isWithheld);
      // Those that take each other along, such as the sums of a mean, are shown together.
      if (!asking.every((taker) => quantityAt(system, at).takesAlong.includes(taker))) continue;
      const together = [at, ...asking];
      const before = [...withheld];
      const lostBefore = lossOf(system, withheld);
      for (const one of together) withheld[one] = false;
      for (const one of together) fixed.add(one);
      for (const { round } of rounds) round.tryWithout(together);
      const isFine = rounds.every((one) => areDone([one.round, one.tasks])) && lossOf(system, withheld) < lostBefore;
      fixed.clear();
      for (const { round } of rounds) round.endTrial(isFine);
      if (!isFine) withheld.splice(0, withheld.length, ...before);
    }
  }
}

/** By quantity: those that take it along. */
function takersIn({ quantities }: System): readonly (readonly number[])[] {
  const takers = quantities.map((): number[] => []);
  quantities.forEach(({ takesAlong }, at) => {
    for (const other of takesAlong) takers[other]?.push(at);
  });
  return takers;
}

function lossOf({ quantities }: System, withheld: readonly boolean[]): number {
  return quantities.reduce((sum, { weight }, at) => sum + (withheld[at] === true ? weight : 0), 0);
}

/**
 * Whether everything is guarded where just these are withheld for others' sake, from outsiders who take the reason at its word: what `protect` looks
 * for first, asked of any pattern.
 */
export function isGuarded(system: System, isWithheld: (quantity: number) => boolean): boolean {
  const places = placesOf(system);
  const round = new Round(
    { system, places, isWithheld, mayWithhold: () => false, reasonIsTold: true },
    () => undefined,
  );
  return round.areDoneAsItIs(tasksOf(system, places));
}

/** Worlds that agree, for outsiders who think alike, and which of them reaches what. */
class Round {
  private readonly closed: Pattern;
  private readonly moving = new Map<number, Set<World>>();
  private readonly reaching = new Map<Aim, World>();
  private readonly gone = new Set<World>();
  private lost: readonly World[] = [];
  private added: World[] = [];

  constructor(
    private readonly open: Pattern,
    private readonly withhold: (quantity: number) => void,
  ) {
    this.closed = { ...open, mayWithhold: () => false };
  }

  /** Whether all aims of one way are reached, withholding what it takes; where there are several ways, rather nothing. */
  isDone(ways: Task): boolean {
    return (ways.length > 1 && this.isDoneIn(ways, this.closed)) || this.isDoneIn(ways, this.open);
  }

  /** Whether all of these tasks are done without more being withheld. */
  areDoneAsItIs(tasks: readonly Task[]): boolean {
    return this.lostOf(tasks).every((ways) => this.isDoneIn(ways, this.closed));
  }

  /** The same, withholding what it takes. */
  areDone(tasks: readonly Task[]): boolean {
    return this.lostOf(tasks).every((ways) => this.isDone(ways));
  }

  /** Leaves out the worlds that do not agree now that some quantities are shown, until the trial ends. */
  tryWithout(quantities: readonly number[]): void {
    this.lost = quantities
      .flatMap((at) => [...(this.moving.get(at) ?? [])])
      .filter((world) => !this.gone.has(world) && !agrees(world, this.closed));
    for (const world of this.lost) this.gone.add(world);
    this.added = [];
  }

  /** Keeps what the trial has found, or goes back to what was before. */
  endTrial(isKept: boolean): void {
    if (isKept) return;
    for (const world of this.lost) this.gone.delete(world);
    for (const world of this.added) this.gone.add(world);
  }

  private lostOf(tasks: readonly Task[]): readonly Task[] {
    return tasks.filter((ways) => ways.every((way) => way.some((aim) => this.isLost(aim))));
  }

  private isDoneIn(ways: Task, pattern: Pattern): boolean {
    return ways.some((way) => way.every((aim) => this.isReached(aim, pattern)));
  }

  private isReached(aim: Aim, pattern: Pattern): boolean {
    if (!this.isLost(aim) || this.isReachedByOther(aim)) return true;
    const ofThem = aim.knowsOwn === undefined ? pattern : { ...pattern, knowsOwn: aim.knowsOwn };
    const world = findWorld(aim.quantity, aim.difference, ofThem);
    if (world === undefined) return false;
    for (const at of neededFor(world, pattern)) this.withhold(at);
    this.reaching.set(aim, world);
    this.added.push(world);
    for (const at of world.keys()) {
      const others = this.moving.get(at);
      if (others === undefined) this.moving.set(at, new Set([world]));
      else others.add(world);
    }
    return true;
  }

  private isReachedByOther(aim: Aim): boolean {
    for (const world of this.moving.get(aim.quantity) ?? []) {
      if (this.gone.has(world) || !reaches(world, aim)) continue;
      this.reaching.set(aim, world);
      return true;
    }
    return false;
  }

  private isLost(aim: Aim): boolean {
    const world = this.reaching.get(aim);
    return world === undefined || this.gone.has(world);
  }
}

function reaches(world: World, { quantity, difference, knowsOwn }: Aim): boolean {
  if (knowsOwn !== undefined && world.has(knowsOwn)) return false;
  const moved = world.get(quantity) ?? 0;
  return difference > 0 ? moved >= difference : moved <= difference;
}

function tasksOf(system: System, places: Places): readonly Task[] {
  const { quantities } = system;
  const ofOutsiders = quantities.flatMap(({ guarded, value }, quantity): readonly Task[] => {
    if (guarded === undefined) return [];
    const { reach, enough } = guarded;
    const aims = [reach.to - value, reach.from - value]
      .filter((difference) => difference !== 0)
      .map((difference) => ({ quantity, difference }));
    if (aims.length === 0) return [];
    return [enough === undefined ? [aims] : [[{ quantity, difference: enough - value }], aims]];
  });
  const ofInsiders = ofOutsiders.flatMap((ways) =>
    insidersNear(ways[0]?.[0]?.quantity ?? 0, system, places).map((knowsOwn) =>
      ways.map((aims) => aims.map((aim) => ({ ...aim, knowsOwn }))),
    ),
  );
  return [...ofOutsiders, ...ofInsiders];
}

/** Whether it is not known exactly, or could be withheld. */
function isOpen(quantity: Quantity | undefined): boolean {
  return quantity !== undefined && (quantity.known.from !== quantity.known.to || quantity.knownWithheld !== undefined);
}

/** Withheld groups of one person in an equation with the quantity, which is not the same group by another name. */
function insidersNear(quantity: number, { quantities, equations }: System, places: Places): readonly number[] {
  const near = (places[quantity] ?? []).flatMap((equation) => {
    const { terms = [], acrossGroups } = equations[equation] ?? {};
    const open = terms.map(([at]) => at).filter((at) => isOpen(quantities[at]));
    return acrossGroups === true && open.length > 2 ? open : [];
  });
  return [...new Set(near)].filter((at) => {
    const { value, isWhole, guarded } = quantities[at] ?? {};
    return at !== quantity && value === 1 && isWhole === true && guarded !== undefined && guarded.enough === undefined;
  });
}
