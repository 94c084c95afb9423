export type { CsvDialect } from './csv-line.js';
export { toCsv, type CsvOptions } from './csv.js';
export { NoSuchDimensionError } from './errors.js';
export { toJsonStat, type JsonStatDataset } from './json-stat.js';
