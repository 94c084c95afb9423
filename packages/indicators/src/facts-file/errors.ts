/** Bytes that are no facts file, or one that is damaged. Nothing of the block that is damaged was used. */
export class FactsFileError extends Error {
  override readonly name = 'FactsFileError';
  constructor(
    readonly code: 'not-a-facts-file' | 'other-version' | 'damaged' | 'cut-off',
    /** `head`, or the number of the block from 1. */
    readonly path: string,
    readonly found: string,
    readonly expected: string,
  ) {
    super(`${path}: found ${found}, expected ${expected}`);
  }
}
