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
