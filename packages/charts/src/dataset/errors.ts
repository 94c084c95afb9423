/** The table has no such dimension to put on the axis. */
export class NoSuchDimensionError extends Error {
  override readonly name = 'NoSuchDimensionError';
  readonly code = 'no-such-dimension';
  readonly path = 'by';
  readonly expected: string;
  constructor(
    known: readonly string[],
    readonly found: string,
  ) {
    super(`The table has no dimension ${found}; it has ${known.length === 0 ? 'none' : known.join(', ')}`);
    this.expected = known.join(', ');
  }
}
