/** A table of the ledger was calculated with a definition, or a version of one, that is not at hand. */
export class UnknownDefinitionError extends Error {
  override readonly name = 'UnknownDefinitionError';
  readonly code = 'unknown-definition';
  readonly path = 'definitions';
  readonly expected: string;
  constructor(
    readonly indicator: string,
    hash: string,
    readonly found = 'none with this hash',
  ) {
    super(
      `The ledger has a table of ${indicator} by a version of its definition that is not at hand (hash ${hash.slice(0, 12)})`,
    );
    this.expected = `${indicator} with the hash ${hash}`;
  }
}
