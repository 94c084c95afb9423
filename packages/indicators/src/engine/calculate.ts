import type { Aggregate } from '../aggregate/aggregate.js';
import type { Definition } from '../definitions/definition.js';
import type { Facts } from '../facts/facts.js';
import type { CalculateOptions } from './options.js';
import { newCalculation } from './calculation.js';

/** One indicator with what is asked of it. */
export interface CalculationRequest {
  readonly definition: Definition;
  readonly options: CalculateOptions;
}

/** Counts of what has been calculated so far. */
export interface CalculationProgress {
  readonly batches: number;
  readonly persons: number;
  readonly studyRights: number;
}

export interface CalculationControl {
  /** Stops between two batches; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each batch. */
  readonly onProgress?: (progress: CalculationProgress) => void;
}

/**
 * Calculates an indicator over facts: exact integers by cell, with what was left out and why. Batches may come in any
 * number and size, as long as a person's records are in one of them; the result is the same bit for bit.
 *
 * @throws CalculateOptionsError where the options ask for what the definition does not have
 * @throws InvalidDateError where a day of the options is none
 * @throws DefinitionError where the definition cannot be run
 * @throws AmountOverflowError where a sum would not be exact
 * @throws PersonTwiceError where the batches are of several readings, such as two files, and a person is in more than one
 * @throws the signal's reason where the calculation was stopped
 *
 * @example
 * const facts = readKoski('[]', { pseudonymKey: 'a key of this run and no other' });
 * const aggregate = await calculate(facts, studentYears, {
 *   by: ['school', 'year'],
 *   period: { from: '2023-01-01', to: '2025-12-31' },
 *   asOf: '2026-01-31',
 * });
 * aggregate.cells; // → []
 */
export async function calculate(
  facts: Iterable<Facts> | AsyncIterable<Facts>,
  definition: Definition,
  options: CalculateOptions,
  control?: CalculationControl,
): Promise<Aggregate> {
  const [aggregate] = await calculateAll(facts, [{ definition, options }], control);
  if (aggregate === undefined) throw new Error('one request gives one aggregate');
  return aggregate;
}

/**
 * Several indicators, or cuts of one, in one pass over the facts: the records are read once. Aggregates come in the order of the
 * requests. Throws the same errors as `calculate`, before anything is read where it is the request that is wrong.
 */
export async function calculateAll(
  facts: Iterable<Facts> | AsyncIterable<Facts>,
  requests: readonly CalculationRequest[],
  { signal, onProgress }: CalculationControl = {},
): Promise<readonly Aggregate[]> {
  const runs = requests.map(({ definition, options }) => newCalculation(definition, options));
  const done = { batches: 0, persons: 0, studyRights: 0 };
  for await (const batch of facts) {
    signal?.throwIfAborted();
    for (const run of runs) run.add(batch);
    done.batches++;
    done.persons += batch.persons.count;
    done.studyRights += batch.rights.count;
    onProgress?.({ ...done });
  }
  return runs.map((run) => run.finish());
}

/** `calculate` for facts that are in memory. Throws the same errors. */
export function calculateInMemory(
  facts: Iterable<Facts>,
  definition: Definition,
  options: CalculateOptions,
): Aggregate {
  const run = newCalculation(definition, options);
  for (const batch of facts) run.add(batch);
  return run.finish();
}
