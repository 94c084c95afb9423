import type { DataText } from '@strapetsi/text';
import { TOTAL } from '../../aggregate/aggregate.js';
import type {
  BenchmarkedCell,
  IndicatorTable,
  TableBenchmark,
  TableDimension,
} from '../../publication/indicator-table.js';
import { onlyKey } from '../slice-key.js';
import { cellAt, isTime, positionsOf, type Window } from './window-of.js';

/** Tables that a network of providers published, to stand beside one’s own. */
export interface NetworkBenchmark {
  readonly id: string;
  readonly label: DataText;
  readonly tables: readonly IndicatorTable[];
}

/** What a network has as a whole only: its figure is the same beside every school. */
function isOrganisation(id: string): boolean {
  return id === 'provider' || id === 'school' || id === 'location' || id.startsWith('own.');
}

const onlyOf = ({ only }: IndicatorTable): string =>
  onlyKey(only.map(({ dimension, members }) => ({ dimension, members: members.map(({ id }) => id) })));

const totalIn = ({ members }: TableDimension): number => members.findIndex(({ id }) => id === TOTAL);

/** Whether a network’s table of the same figure has cells to set beside those of a table. */
function fits(table: IndicatorTable, other: IndicatorTable): boolean {
  const theirs = new Map(other.dimensions.map((dimension) => [dimension.id, dimension]));
  const ours = new Set(table.dimensions.map(({ id }) => id));
  const samePeriod = table.period.from === other.period.from && table.period.to === other.period.to;
  return (
    table.indicator.hash === other.indicator.hash &&
    table.rule === other.rule &&
    JSON.stringify(table.parameters) === JSON.stringify(other.parameters) &&
    onlyOf(table) === onlyOf(other) &&
    // Figures of another time are set beside only where time is told.
    (samePeriod || table.dimensions.some((one) => isTime(one) && theirs.has(one.id))) &&
    table.dimensions.every(({ id }) => theirs.has(id) || isOrganisation(id)) &&
    other.dimensions.every((one) => (ours.has(one.id) && !isOrganisation(one.id)) || totalIn(one) >= 0)
  );
}

const isWithin = ({ from, to }: Window, period: Window): boolean => period.from <= from && to <= period.to;

/** The position in a dimension of the network of what a cell of ours is about; -1 where it has none. */
function positionIn(
  dimension: TableDimension,
  table: IndicatorTable,
  positions: readonly number[],
  period: Window,
): number {
  if (isOrganisation(dimension.id)) return totalIn(dimension);
  const at = table.dimensions.findIndex(({ id }) => id === dimension.id);
  const own = table.dimensions[at]?.members[positions[at] ?? 0];
  if (own === undefined) return totalIn(dimension);
  const samePeriod = table.period.from === period.from && table.period.to === period.to;
  if (!samePeriod && isTime(dimension)) {
    const { from, to } = own;
    // Of a year that only one of them has whole, the figures cannot be compared.
    if (from === undefined || to === undefined) return -1;
    if (!isWithin({ from, to }, table.period) || !isWithin({ from, to }, period)) return -1;
  }
  return dimension.members.findIndex(({ id }) => id === own.id);
}

function benchmarked(cell: IndicatorTable['cells'][number] | undefined): BenchmarkedCell {
  if (cell?.status === 'value') return { status: 'value', value: cell.value };
  return { status: cell?.status ?? 'noData' };
}

function cellsBeside(table: IndicatorTable, other: IndicatorTable): readonly BenchmarkedCell[] {
  return table.cells.map((_, cell) => {
    const own = positionsOf(table, cell);
    const positions = other.dimensions.map((dimension) => positionIn(dimension, table, own, other.period));
    return positions.includes(-1) ? { status: 'noData' } : benchmarked(other.cells[cellAt(other, positions)]);
  });
}

/** How many providers, by name where it is one. */
function sourceOf({ providers }: IndicatorTable): DataText {
  const [first] = providers;
  if (first !== undefined && providers.length === 1) return first.label;
  const count = String(providers.length);
  return {
    fi: `${count} koulutuksen järjestäjää`,
    sv: `${count} utbildningsanordnare`,
    en: `${count} education providers`,
  };
}

/**
 * A network’s figures beside the cells of a table: of the same figure, definition, rule and slice, member by member; of the network as a
 * whole where ours is of a school. Only what was published is taken, and what was withheld stays so. Nothing where no table of the network
 * fits; of several the one that is cut least.
 */
export function networkBeside(
  table: IndicatorTable,
  { id, label, tables }: NetworkBenchmark,
): TableBenchmark | undefined {
  const [other] = tables
    .filter((one) => one.indicator.id === table.indicator.id && one.figure.id === table.figure.id && fits(table, one))
    .sort((a, b) => a.dimensions.length - b.dimensions.length);
  if (other === undefined) return undefined;
  return { id, kind: 'network', label, source: sourceOf(other), asOf: other.asOf, cells: cellsBeside(table, other) };
}
