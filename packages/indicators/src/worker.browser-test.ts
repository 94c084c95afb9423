import { expect } from '@open-wc/testing';
import { calculateAll } from './engine/calculate.js';
import { studentYears } from './definitions/student-years.js';
import { factsOf } from './facts/facts-of.js';
import { calculateInWorkers, type WorkerPort } from './workers/calculate-in-workers.js';

function port(): WorkerPort {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message) => worker.postMessage(message),
    listen(answer, failed) {
      worker.addEventListener('message', ({ data }) => answer(data));
      worker.addEventListener('error', failed);
    },
    close: () => worker.terminate(),
  };
}

it('calculates in two workers of the browser what it calculates alone', async () => {
  const facts = factsOf(
    Array.from({ length: 40 }, (_, i) => ({
      key: i.toString(16).padStart(32, '0'),
      rights: [
        {
          key: String(i),
          provider: 'p',
          school: { key: `s${String(i % 3)}`, label: { fi: `Koulu ${String(i % 3)}` } },
          education: 'wholeQualification' as const,
          julyRule: 'removed' as const,
          periods: [{ start: `2024-0${String(1 + (i % 9))}-01`, state: 'present' as const }],
        },
      ],
    })),
    { personsPerBatch: 6 },
  );
  const options = { by: ['school'] as const, period: { from: '2024-01-01', to: '2025-12-31' }, asOf: '2026-01-31' };
  const requests = [{ definition: studentYears, options }];
  const alone = await calculateAll(facts, requests);
  const together = await calculateInWorkers(facts, requests, [port(), port()]);
  expect(JSON.stringify(together)).to.equal(JSON.stringify(alone));
});
