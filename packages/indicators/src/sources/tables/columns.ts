/** A name without what does not tell names apart: case, kinds and number of spaces, a mark of the byte order. */
export function fold(name: string): string {
  return name
    .normalize('NFC')
    .replace(/^\ufeff/, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();
}

export interface FoundColumns<Key extends string> {
  /** Position of each column that was found. */
  readonly at: Readonly<Partial<Record<Key, number>>>;
  /** Keys of which no column was found. */
  readonly missing: readonly Key[];
  /** Keys of which there are several columns; the first one is taken. */
  readonly twice: readonly Key[];
}

/**
 * Finds columns by their names, whatever their order. Of a key's several names (Finnish, Swedish, English) the first that the
 * table has is taken.
 */
export function columnsOf<Key extends string>(
  names: readonly string[],
  wanted: Readonly<Record<Key, readonly string[]>>,
): FoundColumns<Key> {
  const positions = new Map<string, number[]>();
  names.forEach((name, at) => {
    const folded = fold(name);
    positions.set(folded, [...(positions.get(folded) ?? []), at]);
  });
  const at: Partial<Record<Key, number>> = {};
  const missing: Key[] = [];
  const twice: Key[] = [];
  for (const key in wanted) {
    const found = wanted[key].map((name) => positions.get(fold(name))).find((each) => each !== undefined);
    if (found?.[0] === undefined) missing.push(key);
    else {
      at[key] = found[0];
      if (found.length > 1) twice.push(key);
    }
  }
  return { at, missing, twice };
}

/** Letters to put in, leave out or change to make one text of the other (Levenshtein 1965). */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (before[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      row.push(Math.min(change, (before[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}

/**
 * The name of a table that is nearest to one of the wanted ones, for whoever must say what a missing column may be called.
 * `undefined` where none is near (a third of its letters at most): where a table has no head, its first row is taken for one, and
 * what stands there must not be shown.
 */
export function nearest(names: readonly string[], wanted: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const name of names) {
    for (const want of wanted) {
      if (Math.abs(name.length - want.length) * 3 > want.length) continue;
      const away = distance(fold(name), fold(want));
      if (away < least && away * 3 <= want.length) [best, least] = [name, away];
    }
  }
  return best;
}
