/** Where the first row is that belongs to `wanted` or a later one, in a column ordered by owner. */
function firstFrom(owners: Int32Array, wanted: number): number {
  let low = 0;
  let high = owners.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((owners[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows of an owner in a column ordered by owner: the first, and the one after the last. */
export function rowsOf(owners: Int32Array, owner: number): readonly [first: number, end: number] {
  return [firstFrom(owners, owner), firstFrom(owners, owner + 1)];
}
