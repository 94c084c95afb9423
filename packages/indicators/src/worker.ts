import type { ToWorker } from './workers/messages.js';
import { createCalculationServer } from './workers/serve.js';

/** The whole of a browser's calculation worker: serve it from the page's own origin and give its `Worker` to `calculateInWorkers`. */
const serve = createCalculationServer();

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  postMessage(serve(data));
});
