/** The first child that belongs to a root at a position or to a later one. @param parents ascending, as in all child tables */
export function firstChildOf(parents: Int32Array, root: number): number {
  let low = 0;
  let high = parents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parents[middle] ?? 0) < root) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Positions of a root's children, from the first to before the last. */
export function childrenOf(parents: Int32Array, root: number): readonly number[] {
  const from = firstChildOf(parents, root);
  return Array.from({ length: firstChildOf(parents, root + 1) - from }, (_, at) => from + at);
}
