export { CATALOGUE_FILE, type CatalogueEntry, type ReleaseCatalogue } from './catalogue.js';
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
