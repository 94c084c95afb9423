import type { FindingKind, Reporter } from '../../findings/reporter.js';
import { tableFindings } from '../tables/problems.js';
import { cellFindings } from './findings-of-cells.js';
import { joinFindings } from './findings-of-joins.js';

/** Everything that reading mapped tables and tables of outcomes can find, by code. */
export const mappedFindings = { ...tableFindings, ...cellFindings, ...joinFindings } satisfies Readonly<
  Record<string, FindingKind>
>;

export type MappedFindingCode = keyof typeof mappedFindings;

export type MappedReporter = Reporter<MappedFindingCode>;
