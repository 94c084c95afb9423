import { asFields, shapeOf, type Fields } from '../documents/fields.js';
import type { BenchmarkCell } from './benchmark.js';
import type { JsonStatReporter } from './findings.js';
import { good, problem, type Checked } from './structure.js';
import type { MissingStatus } from './symbols.js';

type At = (cell: number) => unknown;

/** Positions of a sparse object, which must lie in the dataset. */
function outside(fields: Fields, size: number): string | undefined {
  return Object.keys(fields).find((key) => !/^(?:0|[1-9]\d*)$/.test(key) || Number(key) >= size);
}

/** Values as a list of all cells, or sparse: by position. */
function valuesOf(value: unknown, size: number): Checked<At> {
  if (Array.isArray(value)) {
    const values: readonly unknown[] = value;
    return values.length === size ? good((cell) => values[cell]) : problem('value', `${size} values`, value);
  }
  const sparse = asFields(value);
  if (sparse === undefined) return problem('value', 'a list or an object', value);
  const wrong = outside(sparse, size);
  return wrong === undefined
    ? good((cell) => sparse[cell])
    : problem('value', `positions from 0 to ${size - 1}`, wrong);
}

/** Status as one for all cells, a list of one or of all, or by position. */
function statusOf(status: unknown, size: number): Checked<At> {
  if (status === undefined || status === null) return good(() => undefined);
  if (typeof status === 'string') return good(() => status);
  if (Array.isArray(status)) {
    const list: readonly unknown[] = status;
    if (list.length === 1) return good(() => list[0]);
    return list.length === size ? good((cell) => list[cell]) : problem('status', `1 or ${size}`, status);
  }
  const sparse = asFields(status);
  if (sparse === undefined) return problem('status', 'a text, a list or an object', status);
  const wrong = outside(sparse, size);
  return wrong === undefined
    ? good((cell) => sparse[cell])
    : problem('status', `positions from 0 to ${size - 1}`, wrong);
}

/** The cells of a dataset, row-major. A mark that stands for a missing value counts whatever stands beside it. */
export function cellsOf(
  dataset: Fields,
  size: number,
  symbols: ReadonlyMap<string, MissingStatus>,
  reporter: JsonStatReporter,
): Checked<readonly BenchmarkCell[]> {
  const values = valuesOf(dataset['value'], size);
  if (!values.ok) return values;
  const statuses = statusOf(dataset['status'], size);
  if (!statuses.ok) return statuses;
  const unknown = new Set<string>();
  return good(
    Array.from({ length: size }, (_, at): BenchmarkCell => {
      const [value, given] = [values.value(at), statuses.value(at)];
      const mark = typeof given === 'string' && given !== '' ? given : undefined;
      const missing = symbols.get(mark ?? '') ?? (typeof value === 'string' ? symbols.get(value) : undefined);
      if (missing !== undefined) return { status: missing };
      if (typeof value === 'number' && Number.isFinite(value))
        return { status: 'value', value, ...(mark === undefined ? {} : { mark }) };
      if (value !== null && value !== undefined) reporter.report('value-not-a-number', `value[${at}]`, shapeOf(value));
      else if (mark !== undefined && !unknown.has(mark)) {
        unknown.add(mark);
        reporter.report('status-unknown', `status[${at}]`, mark.length <= 20 ? mark : shapeOf(mark));
      }
      return { status: 'noData' };
    }),
  );
}
