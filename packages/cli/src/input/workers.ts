import { Worker } from 'node:worker_threads';
import type { FromWorker, WorkerPort } from '@strapetsi/indicators';

/** So many workers of this program, ready to calculate. */
export function startWorkers(count: number): readonly WorkerPort[] {
  return Array.from({ length: count }, () => {
    const worker = new Worker(new URL('../calculation-worker.js', import.meta.url));
    return {
      post: (message) => worker.postMessage(message),
      listen(answer, failed) {
        worker.on('message', (message: FromWorker) => answer(message));
        worker.on('error', failed);
      },
      close: () => void worker.terminate(),
    };
  });
}
