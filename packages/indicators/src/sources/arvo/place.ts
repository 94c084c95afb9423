import type { ArvoReporter } from './findings.js';

/** Where in the files something stands, for findings. */
export interface Place {
  readonly reporter: ArvoReporter;
  readonly record: number;
  readonly line: number | undefined;
  /** Tells the keys of persons without an identity apart from those of other files. */
  readonly localMark: string;
}
