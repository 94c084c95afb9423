export type StatisticsErrorCode = 'number' | 'whole-number' | 'share' | 'length' | 'no-such-position';

/** Input that no estimate, interval or test can be made of. */
export class StatisticsInputError extends Error {
  override readonly name = 'StatisticsInputError';
  constructor(
    readonly code: StatisticsErrorCode,
    readonly path: string,
    readonly expected: string,
    readonly found: string,
  ) {
    super(`${path}: expected ${expected}, found ${found}`);
  }
}
