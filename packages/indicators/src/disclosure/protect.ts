import type { System } from './system.js';
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
  const withheld = system.quantities.map(() => false);
  const places = placesOf(system);
  const isWithheld = (at: number): boolean => withheld[at] ?? false;
  const open: Pattern = { system, places, isWithheld, mayWithhold: () => true };
  const closed: Pattern = { ...open, mayWithhold: () => false };
  const withhold = (at: number): void => {
    const { knownWithheld, takesAlong } = quantityAt(system, at);
    if (isWithheld(at) || knownWithheld === undefined) return;
    withheld[at] = true;
    for (const other of takesAlong) withhold(other);
  };
  const worlds: World[] = [];
  const tasks = tasksOf(system, places);

  const worldFor = (aim: Aim, pattern: Pattern): World | undefined =>
    worlds.find((world) => reaches(world, aim)) ??
    findWorld(
      aim.quantity,
      aim.difference,
      aim.knowsOwn === undefined ? pattern : { ...pattern, knowsOwn: aim.knowsOwn },
    );

  /** Worlds for a way, or nothing where one of its aims cannot be reached. */
  const reached = (way: readonly Aim[], pattern: Pattern): readonly World[] | undefined => {
    const found: World[] = [];
    for (const aim of way) {
      const world = worldFor(aim, pattern);
      if (world === undefined) return undefined;
      found.push(world);
      for (const at of neededFor(world, pattern)) withhold(at);
      if (!worlds.includes(world)) worlds.push(world);
    }
    return found;
  };

  const isReached = (ways: Task, pattern: Pattern): boolean => ways.some((way) => reached(way, pattern) !== undefined);
  const possible = tasks.filter((ways) => (ways.length > 1 && isReached(ways, closed)) || isReached(ways, open));
  showAgain();
  const impossible = tasks.filter((ways) => !possible.includes(ways));
  return { isWithheld: withheld, unguarded: [...new Set(impossible.flatMap((ways) => ways[0]?.[0]?.quantity ?? []))] };

  function showAgain(): void {
    const takers = system.quantities.map((): number[] => []);
    system.quantities.forEach(({ takesAlong }, at) => takesAlong.forEach((other) => takers[other]?.push(at)));
    const byWorth = withheld
      .flatMap((isOne, at) => (isOne ? [at] : []))
      .sort((a, b) => quantityAt(system, b).weight - quantityAt(system, a).weight || a - b);
    for (const at of byWorth) {
      if (!isWithheld(at)) continue;
      const together = [
        at,
        ...(takers[at] ?? []).filter((taker) => isWithheld(taker) && quantityAt(system, at).takesAlong.includes(taker)),
      ];
      if (takers[at]?.some((taker) => isWithheld(taker) && !together.includes(taker)) === true) continue;
      for (const one of together) withheld[one] = false;
      const before = [...worlds];
      worlds.splice(0, worlds.length, ...before.filter((world) => agrees(world, closed)));
      const isFine = possible.every((ways) => isReached(ways, closed));
      if (isFine) continue;
      for (const one of together) withheld[one] = true;
      worlds.splice(0, worlds.length, ...before);
    }
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

/** Withheld groups of one person in an equation with the quantity, which is not the same group by another name. */
function insidersNear(quantity: number, { quantities, equations }: System, places: Places): readonly number[] {
  const near = (places[quantity] ?? []).flatMap((equation) => {
    const terms = equations[equation]?.terms ?? [];
    return terms.length > 2 ? terms.map(([at]) => at) : [];
  });
  return [...new Set(near)].filter((at) => {
    const { value, isWhole, guarded } = quantities[at] ?? {};
    return at !== quantity && value === 1 && isWhole === true && guarded !== undefined && guarded.enough === undefined;
  });
}
