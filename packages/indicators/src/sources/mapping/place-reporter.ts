import type { Finding } from '../../findings/finding.js';
import { createReporter, type Description } from '../../findings/reporter.js';
import { nearest } from '../tables/columns.js';
import type { MissingColumn } from './bound-table.js';
import { mappedFindings, type MappedReporter } from './findings.js';
import type { TellOfCell } from './row-cells.js';

/** A reporter of a file's findings, of which each may say what was expected at its place. */
export function createPlaceReporter(file: string | undefined, onFinding: ((finding: Finding) => void) | undefined) {
  let expectedHere: string | undefined;
  const reporter: MappedReporter = createReporter(
    mappedFindings,
    file,
    onFinding === undefined
      ? undefined
      : (finding) => onFinding(expectedHere === undefined ? finding : { ...finding, expected: expectedHere }),
  );
  const tell: TellOfCell = (code, path, found, expected) => {
    expectedHere = expected;
    reporter.report(code, path, found);
    expectedHere = undefined;
  };
  return { reporter, tell };
}

/** A column that a file lacks, with the name that is nearest to it. */
export function missingShown({ names }: MissingColumn, head: readonly string[]): Description {
  const near = nearest(head, names);
  const wanted = names.join(' | ');
  if (near === undefined) return { notation: wanted, fi: wanted, sv: wanted, en: wanted };
  return {
    notation: `${wanted} (${near})`,
    fi: `${wanted}; lähin on ”${near}”`,
    sv: `${wanted}; närmast är ”${near}”`,
    en: `${wanted}; the nearest is “${near}”`,
  };
}
