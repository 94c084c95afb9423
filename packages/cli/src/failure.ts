/**
 * What the command line could not do, said to the person at it: the sentence says what was found, the hint what to do.
 * The program ends with exit code 2. Everything else that is thrown is a fault of the program itself.
 */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  constructor(
    /** Stable, kebab-case, for machines. */
    readonly code: string,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}
