const MOST_STEPS = 200;
const PRECISION = 2 ** -51;

/** A function that rises, with its slope. */
export interface Rising {
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
}

/**
 * Where a rising function above 0 is 0, by Newton's steps; a step that would leave what is known to hold the root is halved instead.
 * @param start above 0
 */
export function rootAbove0({ value, slope }: Rising, start: number): number {
  let lower = 0;
  let upper = start;
  for (let step = 0; step < MOST_STEPS && value(upper) < 0; step += 1) {
    lower = upper;
    upper *= 2;
  }
  let x = upper;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const y = value(x);
    if (y < 0) lower = x;
    else upper = x;
    const newton = x - y / slope(x);
    const next = newton > lower && newton < upper ? newton : (lower + upper) / 2;
    if (Math.abs(next - x) <= PRECISION * next) return next;
    x = next;
  }
  return x;
}
