/** Shares that cannot be computed of what was given: not what is missing, which the result says, but what contradicts itself. */
export class FundingInputError extends Error {
  override readonly name = 'FundingInputError';
  constructor(
    readonly code: 'not-in-force' | 'provider-twice',
    readonly path: string,
    readonly expected: string,
    readonly found: string,
  ) {
    super(`${path}: expected ${expected}, found ${found}`);
  }
}
