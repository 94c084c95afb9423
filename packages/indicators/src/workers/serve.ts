import { newCalculation } from '../engine/calculation.js';
import type { Run } from '../engine/run.js';
import { createBatchTaker } from './dictionaries.js';
import type { FromWorker, SentError, ToWorker } from './messages.js';

/** The worker's end of a conversation: what it answers a message with. */
export type CalculationServer = (message: ToWorker) => FromWorker;

/**
 * What a calculation worker does with the messages of `calculateInWorkers`. In a browser `@strapetsi/indicators/worker` is the whole
 * worker; in Node a file of one's own connects it.
 *
 * @example
 * import { parentPort } from 'node:worker_threads';
 *
 * const serve = createCalculationServer();
 * parentPort?.on('message', (message) => parentPort?.postMessage(serve(message)));
 */
export function createCalculationServer(): CalculationServer {
  const take = createBatchTaker();
  let runs: readonly Run[] = [];
  const answer = (message: ToWorker): FromWorker => {
    switch (message.type) {
      case 'start':
        runs = message.requests.map(({ definition, options }) => newCalculation(definition, options));
        return { type: 'taken' };
      case 'batch': {
        const facts = take(message.batch);
        for (const run of runs) run.add(facts);
        return { type: 'taken' };
      }
      case 'finish':
        return { type: 'aggregates', aggregates: runs.map((run) => ({ ...run.finish() })) };
    }
  };
  return (message) => {
    try {
      return answer(message);
    } catch (error) {
      return { type: 'failed', error: sentError(error) };
    }
  };
}

function sentError(error: unknown): SentError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), fields: {} };
  const { name, message, stack: _stack, ...fields } = error;
  return { name, message, fields };
}
