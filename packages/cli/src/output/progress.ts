import { SingleBar } from 'cli-progress';
import type { Terminal } from '../terminal.js';

/** How far long work has come. Nothing is written where nobody looks at a screen. */
export interface Progress {
  readonly update: (done: number) => void;
  readonly stop: () => void;
}

/** `total` in the unit of `label`: bytes, documents. */
export function startProgress(terminal: Terminal, label: string, total: number): Progress {
  if (!terminal.interactive || total <= 0) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    stream: terminal.errors as NodeJS.WriteStream,
    format: `${label} {bar} {percentage} %`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 1,
  });
  bar.start(total, 0);
  return { update: (done) => bar.update(Math.min(done, total)), stop: () => bar.stop() };
}
