/** What a browser needs to read a published table, without the engine. */
export { parsePublished, type ParsedPublication } from './publication/parse.js';
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
