/** What a browser needs to read published tables and releases of them, without the engine. */
export { parsePublished } from './publication/parse.js';
export { parseFigures, type ParsedPublication } from './publication/parse-figures.js';
export type { CatalogueEntry, ReleaseCatalogue } from './release/catalogue.js';
export { findSlice, type SliceName, type SliceQuery, type SliceSearch } from './release/find-slice.js';
export { parseCatalogue, type ParsedCatalogue } from './release/parse-catalogue.js';
export {
  readCatalogue,
  readReleaseTable,
  type LoadFile,
  type ReadCatalogue,
  type ReadReleaseTable,
  type ReleaseProblem,
  type ReleaseProblemCode,
} from './release/read-release.js';
export type { ShapeProblem } from './shape/shape-problem.js';
export type {
  BenchmarkedCell,
  Cell,
  IndicatorTable,
  PublishedCount,
  Release,
  TableAnnotation,
  TableBenchmark,
  TableDimension,
  TableMember,
  TableTarget,
} from './publication/indicator-table.js';
export type { DimensionId, Source, Unit } from './definitions/definition.js';
