export type ReleaseErrorCode = 'no-tables' | 'several-policies' | 'same-slice-twice';

/** Tables that are no release together. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
  constructor(
    readonly code: ReleaseErrorCode,
    /** Place in the tables, such as `tables[2].policy.id`. */
    readonly path: string,
    readonly expected: string,
    readonly found: string,
  ) {
    super(`${path}: expected ${expected}, found ${found}`);
  }
}
