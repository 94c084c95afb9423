import type { Aggregate } from '../aggregate/aggregate.js';
import type { Definition } from '../definitions/definition.js';
import type { Facts } from '../facts/facts.js';
import type { CalculateOptions } from './options.js';
import { newRun } from './run.js';

/**
 * Calculates an indicator over facts: exact integers by cell, with what was left out and why. Batches may come in any
 * number and size, as long as a person's records are in one of them; the result is the same bit for bit.
 *
 * @throws CalculateOptionsError where the options ask for what the definition does not have
 * @throws InvalidDateError where a day of the options is none
 * @throws DefinitionError where the definition cannot be run
 * @throws AmountOverflowError where a sum would not be exact
 * @throws PersonTwiceError where the batches are of several readings, such as two files, and a person is in more than one
 *
 * @example
 * const aggregate = await calculate(facts, studentYears, {
 *   by: ['school', 'year'],
 *   period: { from: '2023-01-01', to: '2025-12-31' },
 *   asOf: '2026-01-31',
 * });
 */
export async function calculate(
  facts: Iterable<Facts> | AsyncIterable<Facts>,
  definition: Definition,
  options: CalculateOptions,
): Promise<Aggregate> {
  const run = newRun(definition, options);
  for await (const batch of facts) run.add(batch);
  return run.finish();
}

/** `calculate` for facts that are in memory. Throws the same errors. */
export function calculateInMemory(
  facts: Iterable<Facts>,
  definition: Definition,
  options: CalculateOptions,
): Aggregate {
  const run = newRun(definition, options);
  for (const batch of facts) run.add(batch);
  return run.finish();
}
