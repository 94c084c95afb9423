/** A definition or a cut that a dialect has no words for. Nothing was run. */
export class NotExpressibleInSqlError extends Error {
  override readonly name = 'NotExpressibleInSqlError';
  readonly code = 'not-expressible-in-sql';
  constructor(
    readonly dialect: string,
    /** Where in the definition or the request, such as `rules[0].steps[3]`. */
    readonly path: string,
    readonly found: string,
    readonly expected: string,
  ) {
    super(`${path}: ${found} cannot be said in ${dialect}. Expected ${expected}.`);
  }
}

/** The rows handed back are not those of the statement, such as a cell without its number of persons. */
export class UnexpectedSqlRowError extends Error {
  override readonly name = 'UnexpectedSqlRowError';
  readonly code = 'unexpected-sql-row';
  constructor(
    /** Which row, from 0, and which column of it. */
    readonly path: string,
    readonly found: string,
    readonly expected: string,
  ) {
    super(`${path} is ${found}. Expected ${expected}: the rows must be those of the statement that toSql made.`);
  }
}
