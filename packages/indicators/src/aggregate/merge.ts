import type { Aggregate } from './aggregate.js';
import { mergeNetwork } from './merge-network.js';

/**
 * Joins the aggregates of different providers into one network, exactly: in any order and grouping the same bytes.
 * Persons who study with two providers count in both ("before national deduction").
 * @throws ProviderTwiceError where providers stand in several of them.
 * @throws IncompatibleAggregatesError where they do not count the same thing, of the same day: with all that differs, and whose.
 */
export function merge(first: Aggregate, ...others: readonly Aggregate[]): Aggregate {
  return mergeNetwork([first, ...others]).network;
}
