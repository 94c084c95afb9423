/** Two aggregates that do not count the same thing the same way, such as different definitions, cuts or days. */
export class IncompatibleAggregatesError extends Error {
  override readonly name = 'IncompatibleAggregatesError';
  readonly code = 'incompatible-aggregates';
  constructor(
    /** Which field differs, such as `indicator.hash`. */
    readonly path: string,
    readonly expected: string,
    readonly found: string,
  ) {
    super(`The aggregates do not count the same thing: ${path} is ${expected} in the first and ${found} in another`);
  }
}

/** One provider stands in two of the aggregates to be merged. Parts of one provider's run are joined with `combine`. */
export class ProviderTwiceError extends Error {
  override readonly name = 'ProviderTwiceError';
  readonly code = 'provider-twice';
  readonly path = 'providers';
  readonly expected = 'each provider in one aggregate only';
  constructor(readonly found: string) {
    super(`Provider ${found} is in two of the aggregates: merge takes each provider once`);
  }
}

/** A person counted in two parts of one run. The message does not say who. */
export class PersonTwiceError extends Error {
  override readonly name = 'PersonTwiceError';
  readonly code = 'person-twice';
  readonly path = 'persons';
  readonly expected = 'each person in one part only';
  readonly found: string;
  constructor(count: number) {
    super(`${String(count)} persons are in two of the parts: the records of one person must be calculated together`);
    this.found = `${String(count)} persons in two parts`;
  }
}

/** `combine` was given an aggregate that is no part of a run in this process, such as one read from a file. */
export class NoPartError extends Error {
  override readonly name = 'NoPartError';
  readonly code = 'no-part';
  readonly path = 'persons';
  readonly expected = 'parts made by calculate in this process';
  readonly found = 'an aggregate whose persons are not known any more';
  constructor() {
    super('combine joins parts that calculate made in this process; aggregates read from files are joined by merge');
  }
}
