import { TOTAL, type Aggregate, type AggregateCell } from '../src/aggregate/aggregate.js';
import type { Definition, DimensionId } from '../src/definitions/definition.js';
import { hashOf } from '../src/definitions/hash.js';
import { students } from '../src/definitions/students.js';
import type { Cell, IndicatorTable } from '../src/publication/indicator-table.js';

/** By the members of a key with a space between them: persons, and the amounts of the measure. */
export type Leaves = Readonly<Record<string, readonly [n: number, ...amounts: number[]]>>;

/** An aggregate of these cells, with every total that `totals` of `over` asks for, added up. */
export function aggregateOf(
  by: readonly DimensionId[],
  leaves: Leaves,
  over: Partial<Aggregate> = {},
  definition: Definition = students,
): Aggregate {
  const totals = over.totals ?? [];
  const cells = new Map<string, Extract<AggregateCell, { readonly n: number }>>();
  for (const [name, [n, ...amounts]] of Object.entries(leaves)) {
    const leaf = by.length === 0 ? [] : name.split(' ');
    const keys = totals.reduce<readonly (readonly string[])[]>(
      (found, id) => found.flatMap((key) => [key, key.with(by.indexOf(id), TOTAL)]),
      [leaf],
    );
    for (const key of keys) {
      const known = cells.get(key.join(' '));
      const sums = amounts.map((amount, at) => amount + (known?.amounts[at] ?? 0));
      cells.set(key.join(' '), { key, n: n + (known?.n ?? 0), amounts: sums });
    }
  }
  const members = by.map((id, at) => {
    const ids = [...new Set(Object.keys(leaves).map((name) => name.split(' ')[at] ?? ''))].sort();
    return [id, ids.map((one) => ({ id: one, label: { fi: one } }))] as const;
  });
  return {
    type: 'strapetsi.aggregate',
    schemaVersion: 1,
    indicator: { id: definition.id, version: definition.version, hash: hashOf(definition) },
    period: { from: '2024-01-01', to: '2024-12-31' },
    asOf: '2025-01-31',
    only: {},
    by,
    members: Object.fromEntries(members),
    providers: [],
    cells: [...cells.values()],
    population: 0,
    exclusions: [],
    findings: [],
    records: { read: 0, facts: 0, refused: 0 },
    ...over,
  };
}

/** The cells of a table by their keys: a value, `–` where withheld, `(–)` where withheld for others’ sake, blank where there can be none. */
export function shownCells(table: IndicatorTable | undefined): Readonly<Record<string, unknown>> {
  const keys = (table?.dimensions ?? []).reduce<readonly string[]>(
    (names, { members }) => names.flatMap((name) => members.map(({ id }) => `${name} ${id}`.trim())),
    [''],
  );
  return Object.fromEntries(keys.map((key, at) => [key, textOf(table?.cells[at])]));
}

function textOf(cell: Cell | undefined): unknown {
  if (cell?.status === 'value') return cell.value;
  if (cell?.status === 'withheld') return cell.reason === 'primary' ? '–' : '(–)';
  return cell?.status === 'notApplicable' ? '' : cell?.status;
}
