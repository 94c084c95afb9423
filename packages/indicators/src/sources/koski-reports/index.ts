export { koskiReportFindings, type KoskiReportFindingCode } from './findings.js';
export { findingsOfRights, type RightFindings } from './findings-of-rights.js';
export { readKoskiReport, type ReadReportOptions, type ReadReportSummary } from './read.js';
export { readReportScope, reportScopeFromName, type ReportScope } from './scope.js';
export type {
  CreditRow,
  KoskiReportKind,
  KoskiReportRow,
  ShownCredits,
  ShownFigure,
  StudentYearRow,
} from './report.js';
