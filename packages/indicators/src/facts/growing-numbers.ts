/** A column that grows. Memory is kept from one batch to the next, and numbers are never boxed. */
export interface GrowingNumbers {
  readonly length: number;
  push(value: number): void;
  get(at: number): number;
  set(at: number, value: number): void;
  /** A copy of the numbers so far; the column is empty afterwards. */
  take(): Int32Array;
}

const FIRST_CAPACITY = 1024;

export function growingNumbers(): GrowingNumbers {
  let data = new Int32Array(FIRST_CAPACITY);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === data.length) {
        const larger = new Int32Array(length * 2);
        larger.set(data);
        data = larger;
      }
      data[length++] = value;
    },
    get: (at) => data[at] ?? 0,
    set(at, value) {
      data[at] = value;
    },
    take() {
      const taken = data.slice(0, length);
      length = 0;
      return taken;
    },
  };
}

/** New position → old position, ordered by `of`; rows with the same value keep their order. Nothing where it is ordered already. */
export function orderBy(of: GrowingNumbers): Int32Array | undefined {
  let ordered = true;
  for (let i = 1; i < of.length && ordered; i++) ordered = of.get(i - 1) <= of.get(i);
  if (ordered) return undefined;
  return Int32Array.from({ length: of.length }, (_, at) => at).sort((a, b) => of.get(a) - of.get(b) || a - b);
}

/** Old position → new position. */
export function inverse(order: Int32Array): Int32Array {
  const positions = new Int32Array(order.length);
  order.forEach((old, position) => {
    positions[old] = position;
  });
  return positions;
}

export function reorder(columns: Readonly<Record<string, GrowingNumbers>>, order: Int32Array): void {
  for (const column of Object.values(columns)) {
    const before = order.map((old) => column.get(old));
    before.forEach((value, position) => column.set(position, value));
  }
}

/** Puts the rows in the order of one of their columns. */
export function orderRows<Name extends string>(
  columns: Readonly<Record<Name, GrowingNumbers>>,
  by: Name,
): Int32Array | undefined {
  const order = orderBy(columns[by]);
  if (order !== undefined) reorder(columns, order);
  return order;
}

/** Positions that a column holds become those that their rows have now; -1 stays. */
export function renumber(column: GrowingNumbers, positions: Int32Array): void {
  for (let i = 0; i < column.length; i++) {
    const position = column.get(i);
    if (position >= 0) column.set(i, positions[position] ?? -1);
  }
}
