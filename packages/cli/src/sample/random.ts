/**
 * A small deterministic generator: sfc32 (Chris Doty-Humphrey's PractRand, public domain), 128 bits of state.
 * The same parts give the same numbers on every machine. Not for secrets.
 */
export interface Random {
  /** In [0, 1), in steps of 2⁻³². */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number;
  /** True with the probability `share` (0–1). */
  chance(share: number): boolean;
  /** One of the list. Throws `RangeError` where it is empty. */
  pick<T>(list: readonly T[]): T;
  /** One of the list, by its weight. Throws `RangeError` where it is empty. */
  weighted<T>(list: readonly (readonly [weight: number, value: T])[]): T;
}

export function createRandom(...parts: readonly number[]): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let counter = 1;

  const next32 = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };

  for (const part of parts) {
    a ^= part >>> 0;
    b ^= Math.floor(part / 2 ** 32) >>> 0;
    // Twelve rounds, as the author's own seeding does, so that neighbouring seeds share nothing.
    for (let round = 0; round < 12; round += 1) next32();
  }

  const next = (): number => next32() / 2 ** 32;
  return {
    next,
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (share) => next() < share,
    pick: (list) => at(list, Math.floor(next() * list.length)),
    weighted: (list) => {
      let rest = next() * list.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of list) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return at(list, list.length - 1)[1];
    },
  };
}

function at<T>(list: readonly T[], position: number): T {
  const found = list[position];
  if (found === undefined) throw new RangeError('Nothing to choose from.');
  return found;
}
