import type { LocalizedText } from '@strapetsi/text';
import type { Finding, Severity } from './finding.js';

/** What something is, without its value: in words, and in a notation without language. */
export interface Description extends Required<LocalizedText> {
  readonly notation: string;
}

/** What stood somewhere, fit to be shown: a value that tells nothing of a person, or a description. */
export type Shown = string | Description;

/** What can be found, by code: how bad it is, what would have been right, and how a person is told. */
export interface FindingKind {
  readonly severity: Severity;
  readonly expected: string;
  /** @param found what stood there, fit to be shown */
  readonly message: (found: Required<LocalizedText>) => Required<LocalizedText>;
}

/** Takes down what a source finds. `Code` are the codes that source knows. */
export interface Reporter<Code extends string> {
  /** Where the findings that follow are. */
  at(record: number, line: number | undefined): void;
  /** Whose the findings that follow are, until the next record: the school's code (in KOSKI its oid), where it is known. */
  ofSchool(school: string | undefined): void;
  /** @param path inside the document, of the format's own field names and positions, never of names found in the document */
  report(code: Code, path: string, found: Shown, line?: number): void;
  /** How many findings of each code there were. */
  readonly counts: ReadonlyMap<Code, number>;
}

export function createReporter<Code extends string>(
  kinds: Readonly<Record<Code, FindingKind>>,
  file: string | undefined,
  onFinding: ((finding: Finding) => void) | undefined,
): Reporter<Code> {
  const counts = new Map<Code, number>();
  let record: number | undefined;
  let recordLine: number | undefined;
  let ofSchool: string | undefined;
  return {
    counts,
    at(nextRecord, line) {
      record = nextRecord > 0 ? nextRecord : undefined;
      recordLine = line;
      ofSchool = undefined;
    },
    ofSchool(school) {
      ofSchool = school;
    },
    report(code, path, found, line = recordLine) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
      if (onFinding === undefined) return;
      const { severity, expected, message } = kinds[code];
      const where = {
        path,
        ...(file === undefined ? {} : { file }),
        ...(record === undefined ? {} : { record }),
        ...(line === undefined ? {} : { line }),
        ...(ofSchool === undefined ? {} : { school: ofSchool }),
      };
      const shown = typeof found === 'string' ? { fi: found, sv: found, en: found } : found;
      const notation = typeof found === 'string' ? found : found.notation;
      onFinding({ severity, code, where, found: notation, expected, message: message(shown) });
    },
  };
}
