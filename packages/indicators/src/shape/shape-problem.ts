/** Where a JSON file of ours is not what it should be. */
export interface ShapeProblem {
  /** Path inside the JSON, such as `tables[0].cells[3].status`; empty for the whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** The type of a value and, where it is short, the value: aggregates and published tables hold no person's data. */
export function foundText(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array of ${String(value.length)}`;
  if (typeof value === 'string')
    return value.length <= 40 ? `"${value}"` : `a text of ${String(value.length)} characters`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return 'an object';
}
