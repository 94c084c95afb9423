/** An export was asked to be cut by a dimension that the table does not have. */
export class NoSuchDimensionError extends Error {
  override readonly name = 'NoSuchDimensionError';
  constructor(
    readonly expected: readonly string[],
    readonly found: string,
  ) {
    super(`across: expected ${expected.join(', ') || 'no dimension'}, found ${found}`);
  }
}
