import { addAggregates } from '../aggregate/add.js';
import type { Aggregate } from '../aggregate/aggregate.js';
import { PersonTwiceError } from '../aggregate/errors.js';
import { repeatedPersons, withPersons } from '../aggregate/persons.js';
import type { CalculationControl, CalculationRequest } from '../engine/calculate.js';
import { recordsOf } from '../engine/finish.js';
import { newCalculation } from '../engine/calculation.js';
import { personKeysOf } from '../engine/work.js';
import type { Dictionaries, Facts } from '../facts/facts.js';
import { createBatchSender } from './dictionaries.js';
import type { FromWorker, SentError, ToWorker } from './messages.js';

/** A worker as this module needs it: a browser's `Worker` and Node's are adapted in a line, see docs/sdk.md. */
export interface WorkerPort {
  post(message: ToWorker): void;
  /** The one that listens: called for each answer. */
  listen(answer: (message: FromWorker) => void, failed: (error: unknown) => void): void;
  close(): void;
}

/** A worker could not calculate: `reason` is the name of the error that stopped it, its message is this error's. */
export class WorkerCalculationError extends Error {
  override readonly name = 'WorkerCalculationError';
  readonly code = 'worker-calculation';
  constructor(
    readonly reason: string,
    message: string,
    readonly fields: Readonly<Record<string, unknown>>,
  ) {
    super(message);
  }
}

/** One question at a time, each answered before the next. */
function conversation(port: WorkerPort): (message: ToWorker) => Promise<FromWorker> {
  let waiting:
    { readonly resolve: (message: FromWorker) => void; readonly reject: (error: unknown) => void } | undefined;
  port.listen(
    (message) => waiting?.resolve(message),
    (error) => waiting?.reject(error),
  );
  return async (message) => {
    const answer = await new Promise<FromWorker>((resolve, reject) => {
      waiting = { resolve, reject };
      port.post(message);
    });
    if (answer.type === 'failed') throw errorOf(answer.error);
    return answer;
  };
}

function errorOf({ name, message, fields }: SentError): Error {
  return new WorkerCalculationError(name, message, fields);
}

interface Colleague {
  readonly ask: (message: ToWorker) => Promise<FromWorker>;
  readonly batchFor: (facts: Facts) => ToWorker;
  /** Settles when the worker is free again. */
  free: Promise<Colleague>;
}

/**
 * `calculateAll` spread over workers by batches of persons: the same aggregates, bit for bit. The source is read here, and a batch
 * goes to whichever worker is free, so that memory holds about one batch a worker. Workers are closed in the end, whatever came.
 *
 * @param workers ports to workers that run `createCalculationServer`, at least one
 * @throws WorkerCalculationError with the name of the error that `calculate` would have thrown for a batch; what is wrong with a
 * request is thrown here, as by `calculate`, before anything is read
 */
export async function calculateInWorkers(
  facts: Iterable<Facts> | AsyncIterable<Facts>,
  requests: readonly CalculationRequest[],
  workers: readonly WorkerPort[],
  { signal, onProgress }: CalculationControl = {},
): Promise<readonly Aggregate[]> {
  try {
    if (workers.length === 0) throw new RangeError('calculateInWorkers needs at least one worker');
    for (const { definition, options } of requests) newCalculation(definition, options);
    const sent = requests.map(({ definition, options: { records: _records, findings: _findings, ...options } }) => ({
      definition,
      options,
    }));
    const colleagues = await Promise.all(
      workers.map(async (port): Promise<Colleague> => {
        const ask = conversation(port);
        await ask({ type: 'start', requests: sent });
        const send = createBatchSender();
        const colleague: Colleague = {
          ask,
          batchFor: (batch) => ({ type: 'batch', batch: send(batch) }),
          free: new Promise(() => undefined),
        };
        colleague.free = Promise.resolve(colleague);
        return colleague;
      }),
    );
    const met = requests.map(({ definition }) => ({
      over: definition.over ?? 'right',
      keys: [] as (readonly string[])[],
      readings: new Set<Dictionaries>(),
    }));
    const done = { batches: 0, persons: 0, studyRights: 0 };
    for await (const batch of facts) {
      signal?.throwIfAborted();
      for (const { over, keys, readings } of met) {
        const ofRun = personKeysOf(batch, over);
        if (ofRun.length === 0) continue;
        keys.push(ofRun);
        readings.add(batch.dictionaries);
      }
      const next = await Promise.race(colleagues.map(({ free }) => free));
      const message = next.batchFor(batch);
      next.free = next.ask(message).then(() => next);
      // Whoever fails is noticed where a worker is waited for next.
      next.free.catch(() => undefined);
      done.batches++;
      done.persons += batch.persons.count;
      done.studyRights += batch.rights.count;
      onProgress?.({ ...done });
    }
    await Promise.all(colleagues.map(({ free }) => free));
    signal?.throwIfAborted();
    for (const { keys, readings } of met) {
      const repeated = readings.size > 1 ? repeatedPersons(keys) : 0;
      if (repeated > 0) throw new PersonTwiceError(repeated);
    }
    const answers = await Promise.all(colleagues.map(({ ask }) => ask({ type: 'finish' })));
    const parts = answers.map((answer) => (answer.type === 'aggregates' ? answer.aggregates : []));
    return requests.map(({ options }, at) => {
      const [first, ...others] = parts.flatMap((aggregates) => aggregates[at] ?? []);
      if (first === undefined) throw new RangeError('a worker gave no aggregate');
      const whole = others.reduce(addAggregates, first);
      const keys = met[at]?.keys ?? [];
      const persons = keys.reduce((sum, ofBatch) => sum + ofBatch.length, 0);
      return withPersons({ ...whole, ...recordsOf(options, persons) }, keys);
    });
  } finally {
    for (const worker of workers) worker.close();
  }
}
