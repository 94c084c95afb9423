import type { LocalizedText } from '@strapetsi/text';

/**
 * `refused`: the record gave no facts. `error`: a part of it gave none. `warning`: read, but probably not what was meant.
 * `note`: worth knowing.
 */
export type Severity = 'refused' | 'error' | 'warning' | 'note';

/** Something a source could not take as it stood. A finding never holds personal data. */
export interface Finding {
  readonly severity: Severity;
  /** Stable, machine readable, kebab-case: `unknown-state`, `end-before-start`, … */
  readonly code: string;
  /**
   * Where, for a person: file, record number (from 1), line and code of the school where they are known, and the path
   * inside the document.
   */
  readonly where: {
    readonly file?: string;
    readonly record?: number;
    readonly line?: number;
    readonly school?: string;
    readonly path: string;
  };
  /** What stood there, in a notation without language. Under `henkilö` and in free text: its type and length, never its value. */
  readonly found: string;
  /** What would have been right, in a notation without language: a form, a range, field names, codes. */
  readonly expected: string;
  readonly message: Required<LocalizedText>;
}
