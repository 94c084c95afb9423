import type { FindingKind, Reporter } from '../../findings/reporter.js';
import { learnerFindings } from './findings-of-learners.js';
import { rightFindings } from './findings-of-rights.js';

/** Everything the KOSKI source can find, by code. */
export const koskiFindings = { ...learnerFindings, ...rightFindings } satisfies Readonly<Record<string, FindingKind>>;

export type KoskiFindingCode = keyof typeof koskiFindings;

export type KoskiReporter = Reporter<KoskiFindingCode>;
