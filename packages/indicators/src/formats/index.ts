export type { CsvDialect } from './csv-line.js';
export { toCsv, type CsvOptions } from './csv.js';
export { NoSuchDimensionError } from './errors.js';
export { toJsonStat, type JsonStatDataset, type JsonStatOrigin } from './json-stat.js';
export {
  fromJsonStat,
  type FiguresReading,
  type JsonStatCell,
  type JsonStatCount,
  type JsonStatFigures,
} from './from-json-stat.js';
