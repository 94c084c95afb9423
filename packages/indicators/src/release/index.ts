export { CATALOGUE_FILE, type CatalogueEntry, type ReleaseCatalogue } from './catalogue.js';
export {
  parseBenchmarkDescription,
  type BenchmarkDescription,
  type ParsedBenchmarkDescription,
} from './context/benchmark-description.js';
export type { ContextProblem, ContextProblemCode } from './context/context-problem.js';
export { joinContext, type ReleaseContext } from './context/join-context.js';
export type { JoinedContext } from './context/join-targets.js';
export type { NetworkBenchmark } from './context/network-benchmark.js';
export type { StatisticsBenchmark } from './context/statistics-benchmark.js';
export { parseTargets, type ParsedTargets, type Target, type TargetEvent, type TargetList } from './context/targets.js';
export { ReleaseError, type ReleaseErrorCode } from './errors.js';
export { findSlice, type SliceName, type SliceQuery, type SliceSearch } from './find-slice.js';
export { parseCatalogue, type ParsedCatalogue } from './parse-catalogue.js';
export {
  readCatalogue,
  readRelease,
  readReleaseTable,
  type LoadFile,
  type ReadCatalogue,
  type ReadRelease,
  type ReadReleaseTable,
  type ReleaseProblem,
  type ReleaseProblemCode,
} from './read-release.js';
export {
  releaseChanges,
  type CellChange,
  type CellMembers,
  type ReleaseChanges,
  type TableChange,
} from './release-changes.js';
export { releaseFiles, type ReleaseFiles, type ReleaseOptions } from './release-files.js';
