import type { Readable, Writable } from 'node:stream';

/** What a command reads from and speaks to: the process, or a test. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  /** Progress, summaries beside data, and what went wrong. */
  readonly errors: Writable;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether `errors` is a screen: progress is shown only there. */
  readonly interactive: boolean;
}
