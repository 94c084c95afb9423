const FIRST = 1880 * 2;
const LAST = 2199 * 2 + 1;

/** Remembers what was made for each half-year (year × 2, plus 1 from July), in a table: it is asked for every row. */
export function byHalfYear<T>(make: (halfYear: number) => T): (halfYear: number) => T {
  const made = new Array<T | undefined>(LAST - FIRST + 1).fill(undefined);
  return (halfYear) => {
    const at = halfYear - FIRST;
    if (!(at >= 0 && at < made.length)) return make(halfYear);
    return (made[at] ??= make(halfYear));
  };
}
