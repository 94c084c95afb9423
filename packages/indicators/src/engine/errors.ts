/** A run asks for something that is not there or not in order: a cut, a member, a rule, a period. */
export class CalculateOptionsError extends Error {
  override readonly name = 'CalculateOptionsError';
  constructor(
    readonly code:
      | 'unknown-dimension'
      | 'dimension-twice'
      | 'unknown-rule'
      | 'no-rule-in-force'
      | 'period-order'
      | 'period-too-long'
      | 'checkpoint-needed'
      | 'no-total'
      | 'total-taken'
      | 'dimension-needed'
      | 'no-member'
      | 'unknown-parameter'
      | 'bad-parameter'
      | 'classification-missing',
    /** Which option: `by[1]`, `period`, `only.checkpoint` … */
    readonly path: string,
    readonly found: string,
    readonly expected: string,
  ) {
    super(`${path}: found ${found}, expected ${expected}`);
  }
}

/** A definition that cannot be run: an unknown column or code, a value outside the categories. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  readonly code = 'definition';
  constructor(
    /** Where in the definition, such as `rules[0].steps[3]` or a column's name. */
    readonly path: string,
    readonly found: string,
    readonly expected: string,
  ) {
    super(`${path}: found ${found}, expected ${expected}`);
  }
}

/** A sum grew past the integers that a number holds exactly (2^53 − 1). */
export class AmountOverflowError extends Error {
  override readonly name = 'AmountOverflowError';
  readonly code = 'amount-overflow';
  readonly path = 'cells';
  readonly expected = `an amount of at most ${String(Number.MAX_SAFE_INTEGER)}`;
  constructor(readonly found: string) {
    super(`An amount of ${found} is too large to be counted exactly. Calculate shorter periods or smaller groups.`);
  }
}
