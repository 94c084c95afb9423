/** What makes two names the same, and how long one may be. */
export interface NameRule {
  /** In UTF-16 units, as Excel counts. */
  readonly longest?: number;
  readonly ignoresCase?: boolean;
}

/** Names of which each is there once: "Arvo", "Arvo (2)". One that is too long is cut. */
export function uniqueNames(
  names: readonly string[],
  { longest = Number.POSITIVE_INFINITY, ignoresCase = false }: NameRule = {},
): readonly string[] {
  const taken = new Set<string>();
  const keyOf = (name: string): string => (ignoresCase ? name.toLowerCase() : name);
  return names.map((name) => {
    let unique = cut(name, longest);
    for (let number = 2; taken.has(keyOf(unique)); number++) {
      const ending = ` (${String(number)})`;
      unique = `${cut(name, longest - ending.length)}${ending}`;
    }
    taken.add(keyOf(unique));
    return unique;
  });
}

/** Whole characters only: half of a pair would be no text. */
function cut(name: string, longest: number): string {
  if (name.length <= longest) return name;
  return name
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
