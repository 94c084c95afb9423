import { addAggregates } from './add.js';
import type { Aggregate } from './aggregate.js';
import { ProviderTwiceError } from './errors.js';

/**
 * Joins the aggregates of different providers into one network, exactly: in any order and grouping the same bytes.
 * Persons who study with two providers count in both ("before national deduction").
 * @throws ProviderTwiceError where a provider stands in two of them.
 * @throws IncompatibleAggregatesError where they do not count the same thing.
 */
export function merge(first: Aggregate, ...others: readonly Aggregate[]): Aggregate {
  return others.reduce((network, aggregate) => {
    const known = new Set(network.providers.map(({ id }) => id));
    const twice = aggregate.providers.find(({ id }) => known.has(id));
    if (twice !== undefined) throw new ProviderTwiceError(twice.id);
    return addAggregates(network, aggregate);
  }, first);
}
