/** An aggregate is to be published with a definition that it was not calculated with. */
export class WrongDefinitionError extends Error {
  override readonly name = 'WrongDefinitionError';
  readonly code = 'wrong-definition';
  constructor(
    readonly path: string,
    readonly expected: string,
    readonly found: string,
  ) {
    super(`The aggregate was not calculated with this definition: ${path} should be ${expected}, but is ${found}`);
  }
}

/** The definition has no figure of that id. */
export class NoSuchFigureError extends Error {
  override readonly name = 'NoSuchFigureError';
  readonly code = 'no-such-figure';
  readonly path = 'figure';
  readonly expected: string;
  constructor(
    known: readonly string[],
    readonly found: string,
  ) {
    super(`There is no figure ${found}; the definition has ${known.join(', ')}`);
    this.expected = known.join(', ');
  }
}

/**
 * Whatever were withheld of these tables, somebody could work out a small group from what has been released before. A coarser cut, or another time,
 * is the way out.
 */
export class CannotProtectError extends Error {
  override readonly name = 'CannotProtectError';
  readonly code = 'cannot-protect';
  readonly path = 'released';
  readonly expected = 'small groups that cannot be worked out';
  readonly found: string;
  constructor(
    /** Groups, by what their members have in common; no counts. */
    readonly groups: readonly string[],
  ) {
    super(
      `Together with what was released before, ${String(groups.length)} small groups could be worked out from these tables whatever is withheld`,
    );
    this.found = `${String(groups.length)} groups that could be worked out`;
  }
}
