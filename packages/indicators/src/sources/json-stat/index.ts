export type { Benchmark, BenchmarkCell, BenchmarkDimension, BenchmarkMember, BenchmarkUnit } from './benchmark.js';
export {
  benchmarkFor,
  BenchmarkMappingError,
  type BenchmarkMapping,
  type BenchmarkMappingCode,
  type BenchmarkSeries,
  type DimensionMapping,
} from './benchmark-for.js';
export { jsonStatFindings, type JsonStatFindingCode } from './findings.js';
export {
  readJsonStat,
  type JsonStatDocuments,
  type JsonStatReading,
  type JsonStatReadOptions,
} from './read-json-stat.js';
export type { MissingStatus, StatusSymbols } from './symbols.js';
