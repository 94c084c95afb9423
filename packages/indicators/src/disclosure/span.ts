/** Numbers from the first to the last, both included; either may be infinite. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const anyCount: Span = { from: 0, to: Infinity };

export function covers(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}

export function overlap(a: Span, b: Span): Span {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}
