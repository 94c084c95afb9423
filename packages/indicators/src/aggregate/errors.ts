/** What aggregates that are to be joined say differently of themselves. */
export interface AggregateDifference {
  /** Which field, such as `indicator.hash`. */
  readonly path: string;
  /** What most of them say; the first of them where there are as many others. */
  readonly expected: string;
  /** What the others say, and the ids of their providers. */
  readonly others: readonly { readonly found: string; readonly providers: readonly string[] }[];
}

/** Aggregates that do not count the same thing the same way, such as of different definitions, cuts or days. */
export class IncompatibleAggregatesError extends Error {
  override readonly name = 'IncompatibleAggregatesError';
  readonly code = 'incompatible-aggregates';
  constructor(
    /** Which field differs, such as `indicator.hash`; of several the first. */
    readonly path: string,
    readonly expected: string,
    readonly found: string,
    /** All that differs, and whose; empty where two are added. */
    readonly differences: readonly AggregateDifference[] = [],
  ) {
    const told =
      differences.length === 0
        ? `${path} is ${expected} in the first and ${found} in another`
        : differences.map(differenceText).join('; ');
    super(`The aggregates do not count the same thing: ${told}`);
  }
}

function differenceText({ path, expected, others }: AggregateDifference): string {
  const told = others.map(({ found, providers }) => `${found} of ${providers.join(', ')}`);
  return `${path} is ${expected}, but ${told.join(' and ')}`;
}

/** Providers that stand in several of the aggregates to be merged. Parts of one provider's run are joined with `combine`. */
export class ProviderTwiceError extends Error {
  override readonly name = 'ProviderTwiceError';
  readonly code = 'provider-twice';
  readonly path = 'providers';
  readonly expected = 'each provider in one aggregate only';
  readonly found: string;
  constructor(/** Ids of all of them. */ readonly providers: readonly string[]) {
    super(`In several of the aggregates: ${providers.join(', ')}; merge takes each provider once`);
    this.found = providers.join(', ');
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
