import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { CalculateOptionsError } from '../engine/errors.js';
import { calculateAll } from '../engine/calculate.js';
import { studentYears } from '../definitions/student-years.js';
import { employed } from '../definitions/outcomes.js';
import { completionByCohort } from '../definitions/completion-by-cohort.js';
import { createDictionaries } from '../facts/dictionary.js';
import { factsOf } from '../facts/facts-of.js';
import type { Facts } from '../facts/facts.js';
import type { PlainPerson } from '../facts/plain-facts.js';
import { calculateInWorkers, WorkerCalculationError, type WorkerPort } from './calculate-in-workers.js';
import { createBatchSender, createBatchTaker } from './dictionaries.js';
import type { FromWorker, ToWorker } from './messages.js';
import { createCalculationServer } from './serve.js';

/** Both ends in one thread, with what a real worker has between them: a channel that copies what crosses. */
function portInThread(closed: string[], name: string): WorkerPort {
  const { port1, port2 } = new MessageChannel();
  const serve = createCalculationServer();
  port2.on('message', (message: ToWorker) => port2.postMessage(serve(message)));
  return {
    post: (message) => port1.postMessage(message),
    listen: (answer) => port1.on('message', (message: FromWorker) => answer(message)),
    close() {
      closed.push(name);
      port1.close();
    },
  };
}

const people: readonly PlainPerson[] = Array.from({ length: 60 }, (_, i) => ({
  key: i.toString(16).padStart(32, '0'),
  birthYear: 1990 + (i % 18),
  rights: [
    {
      key: `1.2.246.562.15.${String(i)}`,
      provider: { key: `p${String(i % 3)}`, label: { fi: `Järjestäjä ${String(i % 3)}` } },
      school: i % 7 === 0 ? `s${String(i % 5)}` : { key: `s${String(i % 5)}`, label: { fi: `Koulu ${String(i % 5)}` } },
      education: 'wholeQualification' as const,
      julyRule: 'removed' as const,
      periods: [
        { start: `202${String(i % 4)}-08-0${String(1 + (i % 9))}`, end: '2025-05-31', state: 'present' as const },
        { start: '2025-06-01', end: '2025-06-01', state: i % 4 === 0 ? ('resigned' as const) : ('graduated' as const) },
      ],
    },
  ],
  // Every other one has been told of since: they alone are the persons of an indicator of outcomes.
  outcomes:
    i % 2 === 0 ? [{ provider: 'p0', graduated: '2024-05-31', yearsAfter: 1, activity: 'employed' as const }] : [],
}));

const requests = [
  {
    definition: studentYears,
    options: {
      by: ['year', 'school'] as const,
      period: { from: '2020-01-01', to: '2025-12-31' },
      asOf: '2026-01-31',
    },
  },
  {
    definition: completionByCohort,
    options: {
      by: ['cohort', 'checkpoint', 'provider'] as const,
      period: { from: '2020-01-01', to: '2025-12-31' },
      asOf: '2026-01-31',
    },
  },
  {
    definition: employed,
    options: {
      by: ['provider', 'yearsAfter'] as const,
      period: { from: '2024-01-01', to: '2024-12-31' },
      asOf: '2026-01-31',
    },
  },
];

describe('calculating in workers', () => {
  it.each([1, 2, 3])('gives the aggregates of one thread, byte for byte, with %i workers', async (count) => {
    const alone = await calculateAll(factsOf(people, { personsPerBatch: 7 }), requests);
    const closed: string[] = [];
    const workers = Array.from({ length: count }, (_, i) => portInThread(closed, `worker ${String(i)}`));
    const together = await calculateInWorkers(factsOf(people, { personsPerBatch: 7 }), requests, workers);
    expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
    expect(closed).toHaveLength(count);
  });

  it('says how far it is, and stops with the signal’s reason', async () => {
    const seen: number[] = [];
    const stop = new AbortController();
    const stopped = calculateInWorkers(factsOf(people, { personsPerBatch: 10 }), requests, [portInThread([], 'one')], {
      signal: stop.signal,
      onProgress({ persons }) {
        seen.push(persons);
        if (persons === 20) stop.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(seen).toEqual([10, 20]);
  });

  it('refuses a wrong request before anything is read, as one thread does', async () => {
    let read = 0;
    function* facts(): Generator<Facts> {
      read++;
      yield* factsOf(people);
    }
    const closed: string[] = [];
    const asked = [{ definition: studentYears, options: { ...requests[0]!.options, by: ['checkpoint' as const] } }];
    await expect(calculateInWorkers(facts(), asked, [portInThread(closed, 'one')])).rejects.toThrow(
      CalculateOptionsError,
    );
    expect([read, closed]).toEqual([0, ['one']]);
  });

  it('passes on what went wrong in a worker, with the error’s name and path', async () => {
    const asked = [{ definition: studentYears, options: { ...requests[0]!.options, by: ['own.group' as const] } }];
    const failed = calculateInWorkers(factsOf(people), asked, [portInThread([], 'one')]);
    await expect(failed).rejects.toBeInstanceOf(WorkerCalculationError);
    await expect(failed).rejects.toMatchObject({ reason: 'DefinitionError', fields: { path: 'own.group' } });
  });

  it('finds a person of two readings, who went to two workers', async () => {
    const facts = [...factsOf(people.slice(0, 3)), ...factsOf(people.slice(2, 5))];
    const workers = [portInThread([], 'one'), portInThread([], 'two')];
    await expect(calculateInWorkers(facts, requests, workers)).rejects.toMatchObject({ name: 'PersonTwiceError' });
  });
});

describe('dictionaries that cross', () => {
  it('are sent once, and a name that comes up later is sent when it does', () => {
    const send = createBatchSender();
    const take = createBatchTaker();
    const dictionaries = createDictionaries();
    const [empty] = factsOf([]);
    if (empty === undefined) throw new Error('one batch');
    const batch: Facts = { ...empty, dictionaries };
    dictionaries.school.add('a');
    dictionaries.school.add('b', { fi: 'B' });
    const first = send(batch);
    expect(first.gains.school).toEqual({ keys: ['a', 'b'], labels: [{}, { fi: 'B' }], named: [] });
    expect(take(first).dictionaries.school.keys).toEqual(['a', 'b']);
    dictionaries.school.add('a', { sv: 'A' });
    dictionaries.school.add('c');
    const second = send(batch);
    expect(second.gains.school).toEqual({ keys: ['c'], labels: [{}], named: [{ at: 0, label: { sv: 'A' } }] });
    const { school } = take(second).dictionaries;
    expect([school.keys, school.labels]).toEqual([
      ['a', 'b', 'c'],
      [{ sv: 'A' }, { fi: 'B' }, {}],
    ]);
    expect(send(batch).gains.school).toEqual({ keys: [], labels: [], named: [] });
  });
});
