import type { Refusal } from '@strapetsi/charts';
import type { ShapeProblem } from '@strapetsi/indicators/table';

/** What is wrong with what the page gave, as data; `problem-text.ts` words it. */
export type Problem =
  | { readonly code: 'kind'; readonly found: string; readonly known: readonly string[] }
  | { readonly code: 'headingLevel'; readonly found: string }
  /** A kind was asked for that would mislead. */
  | { readonly code: Refusal }
  | { readonly code: 'noSource' }
  | { readonly code: 'otherOrigin'; readonly url: string }
  | { readonly code: 'httpStatus'; readonly url: string; readonly status: number }
  | { readonly code: 'unreachable'; readonly url: string }
  | { readonly code: 'notJson'; readonly url: string }
  /** `url` is missing where the `table` property was set. */
  | { readonly code: 'notPublished'; readonly url?: string; readonly problem: ShapeProblem }
  | { readonly code: 'noIndicator'; readonly found: string; readonly known: readonly string[] }
  | { readonly code: 'noDimension'; readonly found: string; readonly known: readonly string[] }
  | { readonly code: 'pageTable'; readonly fault: PageTableFault }
  | { readonly code: 'notDrawn'; readonly detail: string };

/** What is wrong with a `<table>` of the page. Rows and columns are counted from 1 with the headers, as an editor sees them. */
export type PageTableFault =
  | { readonly code: 'caption' | 'columnHeaders' | 'unit' }
  | { readonly code: 'rowHeader' | 'span'; readonly row: number }
  | { readonly code: 'cellCount'; readonly row: number; readonly found: number; readonly expected: number }
  | { readonly code: 'otherUnit'; readonly row: number; readonly column: number }
  | { readonly code: 'status' | 'number'; readonly row: number; readonly column: number; readonly found: string };

/** For the one line in the console of a developer, in English. */
export function consoleText(problem: Problem): string {
  const { code, ...details } = problem;
  return `<strapetsi-indicator-chart> ${code}: ${JSON.stringify(details)}`;
}
