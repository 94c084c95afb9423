import type { Expr } from '../definitions/definition.js';
import { NO_DAY } from '../days/day.js';
import { factColumn, ownerName } from './columns.js';
import { evaluate, leavesOf, partsOf, type Leaf } from './expression.js';

/** An expression over closed codes and flags alone, worked out for every combination of them. */
export interface Table {
  readonly columns: readonly {
    readonly leaf: Leaf;
    /** By raw code: its step in `values`. */ readonly steps: Int32Array;
  }[];
  readonly values: Float64Array;
}

const LARGEST_TABLE = 4096;
const RAW_CODES = 256;

/** How many different values a closed column has, "missing" among them; 0 where it is not closed. */
function sizeOf(leaf: Leaf): number {
  const column = factColumn(ownerName(leaf).name);
  if (column?.kind === 'flag') return 2;
  return column?.kind === 'code' && column.codes !== undefined ? column.codes.length + 1 : 0;
}

/** Tables by what they are made of: a definition is run again and again. Emptied when it is full. */
const tables = new Map<string, Table>();
const MOST_TABLES = 1024;

/** Classes are known in a run only, not by the definition. */
function asksForClasses(expr: Expr): boolean {
  return (typeof expr === 'object' && 'classify' in expr) || partsOf(expr).some(asksForClasses);
}

/**
 * The table of an expression, or `undefined` where it reads anything else than closed codes and flags, or too many.
 * `over` adds columns that the expression does not read, so that several tables share their positions.
 */
export function tabulate(expr: Expr, over: readonly Leaf[] = [...leavesOf(expr)]): Table | undefined {
  const sizes = over.map(sizeOf);
  const total = sizes.reduce((product, size) => product * size, 1);
  if (over.length === 0 || total === 0 || total > LARGEST_TABLE || asksForClasses(expr)) return undefined;
  const name = JSON.stringify([expr, over]);
  const known = tables.get(name);
  if (known !== undefined) return known;
  if (tables.size === MOST_TABLES) tables.clear();
  const table = makeTable(expr, over, sizes, total);
  tables.set(name, table);
  return table;
}

function makeTable(expr: Expr, over: readonly Leaf[], sizes: readonly number[], total: number): Table {
  const strides: number[] = [];
  let stride = 1;
  for (const size of sizes) {
    strides.push(stride);
    stride *= size;
  }
  const rawOf = (position: number, at: number): number => Math.floor(position / (strides[at] ?? 1)) % (sizes[at] ?? 1);
  const values = Float64Array.from({ length: total }, (_, position) =>
    evaluate(expr, (leaf) => {
      const at = over.indexOf(leaf);
      const code = rawOf(position, at);
      const column = factColumn(ownerName(leaf).name);
      return column?.kind === 'code' && code === column.codes?.length ? NO_DAY : code;
    }),
  );
  const columns = over.map((leaf, at) => {
    const size = sizes[at] ?? 1;
    // "Missing" (255) is the last of a code column's values.
    const steps = Int32Array.from({ length: RAW_CODES }, (_, raw) => Math.min(raw, size - 1) * (strides[at] ?? 1));
    return { leaf, steps };
  });
  return { columns, values };
}
