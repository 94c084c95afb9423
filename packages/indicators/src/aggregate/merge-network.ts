import { dayFromIso } from '../days/calendar.js';
import { addAggregates, byCodeUnits } from './add.js';
import type { Aggregate, Member } from './aggregate.js';
import { IncompatibleAggregatesError, ProviderTwiceError, type AggregateDifference } from './errors.js';
import { differencesOf, saidByMost } from './merge-differences.js';

export interface MergeOptions {
  /** How many days there may be between the earliest and the latest day of the records. 0 unless given: all of one day. */
  readonly maxDaysApart?: number;
  /** Ids of the providers that the network consists of. */
  readonly expected?: readonly string[];
}

export interface MergedNetwork {
  readonly network: Aggregate;
  /** Ids of providers that were expected and are not there. */
  readonly missing: readonly string[];
  /** Providers that are there and were not expected, where any were. */
  readonly unexpected: readonly Member[];
}

/**
 * Joins the aggregates of different providers into one network, exactly, and says who is missing. Where the days of their records may
 * differ, the network is as of the earliest, `asOf`, and says the latest as well, `asOfLatest`.
 * @throws ProviderTwiceError where providers stand in several of them.
 * @throws IncompatibleAggregatesError where they do not count the same thing, or their days are further apart: with all that differs, and
 * whose.
 *
 * @example
 * import { readFileSync } from 'node:fs';
 *
 * const aggregates = ['west.aggregate.json', 'east.aggregate.json'].flatMap((file) => {
 *   const parsed = parseAggregate(JSON.parse(readFileSync(file, 'utf8')));
 *   return parsed.ok ? [parsed.aggregate] : [];
 * });
 * const { network, missing } = mergeNetwork(aggregates, { expected: ['east', 'north', 'west'] });
 * network.providers.map(({ id }) => id); // → ['east', 'west']
 * missing; // → ['north']
 */
export function mergeNetwork(aggregates: readonly Aggregate[], options: MergeOptions = {}): MergedNetwork {
  const { maxDaysApart = 0, expected } = options;
  mustStandOnce(aggregates);
  mustAgree([...differencesOf(aggregates), ...daysApart(aggregates, maxDaysApart)]);
  const days = aggregates.flatMap(({ asOf, asOfLatest = asOf }) => [asOf, asOfLatest]).sort(byCodeUnits);
  const [earliest = '', latest = ''] = [days[0], days.at(-1)];
  const sum = sumOf(aggregates.map(({ asOfLatest: _, ...aggregate }) => ({ ...aggregate, asOf: earliest })));
  const there = new Set(sum.providers.map(({ id }) => id));
  return {
    network: earliest === latest ? sum : withLatest(sum, latest),
    missing: [...new Set(expected)].filter((id) => !there.has(id)).sort(byCodeUnits),
    unexpected: expected === undefined ? [] : sum.providers.filter(({ id }) => !expected.includes(id)),
  };
}

function mustStandOnce(aggregates: readonly Aggregate[]): void {
  const met = new Set<string>();
  const twice = new Set<string>();
  for (const { providers } of aggregates) {
    for (const { id } of providers) (met.has(id) ? twice : met).add(id);
  }
  if (twice.size > 0) throw new ProviderTwiceError([...twice].sort(byCodeUnits));
}

function mustAgree(differences: readonly AggregateDifference[]): void {
  const [first] = differences;
  if (first === undefined) return;
  throw new IncompatibleAggregatesError(first.path, first.expected, first.others[0]?.found ?? '', differences);
}

/** The days of the records, where they are too far from each other: that of most, and all others. */
function daysApart(aggregates: readonly Aggregate[], limit: number): readonly AggregateDifference[] {
  const days = aggregates.flatMap(({ asOf, asOfLatest = asOf }) => [dayFromIso(asOf), dayFromIso(asOfLatest)]);
  const apart = Math.max(...days) - Math.min(...days);
  if (days.length === 0 || apart <= limit) return [];
  const said = ({ asOf, asOfLatest = asOf }: Aggregate): string =>
    asOf === asOfLatest ? asOf : `${asOf}–${asOfLatest}`;
  const difference = saidByMost('asOf', aggregates, said);
  if (difference === undefined) return [];
  const expected = limit === 0 ? difference.expected : `${difference.expected} (≤ ${String(limit)} d)`;
  return [{ ...difference, expected }];
}

/** Two and two, and their sums two and two: adding one after the other would sort the sum so far each time. */
function sumOf(aggregates: readonly Aggregate[]): Aggregate {
  const [first, second] = aggregates;
  if (first === undefined) throw new RangeError('There is nothing to merge');
  if (second === undefined) return first;
  const half = Math.ceil(aggregates.length / 2);
  return addAggregates(sumOf(aggregates.slice(0, half)), sumOf(aggregates.slice(half)));
}

/** In its place: equal contents are equal bytes. */
function withLatest(network: Aggregate, asOfLatest: string): Aggregate {
  const { type, schemaVersion, indicator, rule, period, asOf, ...rest } = network;
  return {
    type,
    schemaVersion,
    indicator,
    ...(rule === undefined ? {} : { rule }),
    period,
    asOf,
    asOfLatest,
    ...rest,
  };
}
