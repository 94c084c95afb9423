import type { DataText } from '@strapetsi/text';
import type { Benchmark, BenchmarkCell } from '../sources/json-stat/benchmark.js';

/** So many are needed of a qualification or field: in each year, or in the one that is named. */
export interface ForeseenNeed {
  /** As the table of qualifications has it: the code of a qualification, or the id of a field. */
  readonly code: string;
  readonly label?: DataText;
  /** Calendar year; absent where the amount holds for every year, or for the whole time of a target. */
  readonly year?: number;
  readonly amount: number;
}

/** What somebody foresees: the need of working life, or a target that was set. Supplied by the user, never shipped. */
export interface Foresight {
  readonly kind: 'need' | 'target';
  /** As its user calls it. */
  readonly id: string;
  readonly label: DataText;
  /** Who foresees it. */
  readonly source: DataText;
  /** All with a year, or none. */
  readonly needs: readonly ForeseenNeed[];
}

/** Dimensions of a foresight table as a benchmark. */
export const CODE = 'code';
export const YEAR = 'year';

const codeLabel: DataText = { fi: 'Koodi', sv: 'Kod', en: 'Code' };
const yearLabel: DataText = { fi: 'Vuosi', sv: 'År', en: 'Year' };
const NO_DATA: BenchmarkCell = { status: 'noData' };

/** A foresight table as somebody else's statistics, so that it is paired with a published table as those are. */
export function foresightBenchmark({ id, label, source, needs }: Foresight): Benchmark {
  const codes = [...new Set(needs.map(({ code }) => code))];
  const years = [...new Set(needs.flatMap(({ year }) => (year === undefined ? [] : [year])))].sort((a, b) => a - b);
  const amounts = new Map(needs.map(({ code, year, amount }) => [JSON.stringify([code, year]), amount]));
  const cellOf = (code: string, year: number | undefined): BenchmarkCell => {
    const value = amounts.get(JSON.stringify([code, year]));
    return value === undefined ? NO_DATA : { status: 'value', value };
  };
  const ofCodes = {
    id: CODE,
    label: codeLabel,
    members: codes.map((code) => ({
      id: code,
      label: needs.find((need) => need.code === code && need.label !== undefined)?.label ?? {},
    })),
  };
  const ofYears = {
    id: YEAR,
    label: yearLabel,
    role: 'time' as const,
    members: years.map((year) => ({ id: String(year), label: {} })),
  };
  return {
    id,
    label,
    source,
    notes: [],
    dimensions: years.length === 0 ? [ofCodes] : [ofCodes, ofYears],
    cells: codes.flatMap((code) =>
      years.length === 0 ? [cellOf(code, undefined)] : years.map((year) => cellOf(code, year)),
    ),
  };
}
