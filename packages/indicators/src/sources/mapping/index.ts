export { parseMapping, type ParsedMapping } from './parse-mapping.js';
export type { Mapping, MappedTable } from './mapping.js';
export type { MappingProblem, MappingProblemCode } from './mapping-problem.js';
export { readMapped, type MappedSource, type MappedSummary, type ReadMappedOptions } from './read-mapped.js';
export { dryRun, type DryRun, type DryRunFile } from './dry-run.js';
export type { PreviewField, PreviewRow } from './preview.js';
export { mappedFindings, type MappedFindingCode } from './findings.js';
