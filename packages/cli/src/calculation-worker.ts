import { parentPort } from 'node:worker_threads';
import { createCalculationServer } from '@strapetsi/indicators';
import type { ToWorker } from '@strapetsi/indicators';

const serve = createCalculationServer();

parentPort?.on('message', (message: ToWorker) => parentPort?.postMessage(serve(message)));
