import { TOTAL } from '../aggregate/aggregate.js';
import type { DimensionId } from '../definitions/definition.js';
import { isAbove } from '../definitions/hierarchies.js';
import type { Cell, IndicatorTable, PublishedCount } from '../publication/indicator-table.js';
import type { Policy } from '../publication/policy.js';

/** What an outsider reads of one count in all tables: the lowest and highest that it can be. */
export interface ReadCount {
  readonly name: string;
  /** Persons, a numerator, or those who are not in it. */
  readonly role: 'n' | 'x' | 'rest';
  /** Which table and cell it was read from first. */
  readonly where: { readonly table: number; readonly cell: number };
  from: number;
  to: number;
  /** Whether some table withholds it. */
  isWithheld: boolean;
  /** Whether some table says that it is a small one. */
  isSaidSmall: boolean;
}

/** A group and those that make it up. */
export interface ReadSum {
  readonly whole: number;
  readonly parts: readonly number[];
}

export interface ReadTables {
  readonly counts: readonly ReadCount[];
  readonly sums: readonly ReadSum[];
}

type Where = ReadCount['where'];

/**
 * What tables say of counts, read from the tables alone: nothing here knows how they were made. A count is known by the group that it is of, so that
 * it is the same in every table; what it can be is what the policy's rounding and spans leave of all that is said of it.
 */
export function readTables(tables: readonly IndicatorTable[], policy: Policy): ReadTables {
  const reader = new Reader(policy);
  tables.forEach((table, at) => {
    reader.readCells(table, at);
  });
  tables.forEach((table) => {
    reader.addTotals(table);
  });
  return { counts: reader.counts, sums: reader.sums };
}

class Reader {
  readonly counts: ReadCount[] = [];
  readonly sums: ReadSum[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly seen = new Set<string>();

  constructor(private readonly policy: Policy) {}

  readCells(table: IndicatorTable, at: number): void {
    table.cells.forEach((cell, index) => {
      if (cell.status === 'notApplicable') return;
      const members = membersAt(table, index);
      const group = groupOf(table, members);
      const where = { table: at, cell: index };
      const whole = this.count(`${group} n`, 'n', where);
      const state = stateOf(table, members);
      const part = this.count(`${group} ${table.figure.id} ${state}`, 'x', where);
      const rest = this.count(`${group} but for ${table.figure.id} ${state}`, 'rest', where);
      if (cell.status === 'noData') this.narrow(whole, 0, 0);
      const n = cell.status === 'value' || cell.status === 'withheld' ? cell.n : undefined;
      if (n !== undefined) this.read(whole, n);
      if (isShare(table)) {
        this.addSum(whole, [part, rest]);
        this.readPart(part, rest, cell);
      } else if (table.figure.unit !== 'share' && isCount(cell)) {
        this.read(whole, { status: 'value', value: cell.value });
      }
    });
  }

  /** Numerator and the others of a share. */
  private readPart(part: number, rest: number, cell: Cell): void {
    if (cell.status === 'value' && cell.x !== undefined) this.read(part, cell.x);
    if (cell.status !== 'withheld') return;
    this.withhold(part);
    this.withhold(rest);
    const { range, n } = cell;
    if (range === undefined || n?.status !== 'value' || n.value === 0) return;
    const most = this.policy.minimum - 1;
    const isLow = range.to <= most / n.value + 1e-12;
    this.saySmall(isLow ? part : rest, 1, most);
  }

  addTotals(table: IndicatorTable): void {
    table.dimensions.forEach((dimension, at) => {
      if (dimension.scale === 'time') return;
      const isState = dimension.id === 'state';
      const parts = dimension.members.filter(({ id }) => id !== TOTAL).map(({ id }) => id);
      for (let index = 0; index < table.cells.length; index++) {
        const members = membersAt(table, index);
        if (members[at]?.id !== parts[0]) continue;
        const sibling = (id: string): readonly string[] =>
          members.map((member, place) => (place === at ? id : member.id));
        if (isState) this.addDistribution(table, members, parts, sibling);
        else this.addGroups(table, parts, sibling);
      }
    });
  }

  private addDistribution(
    table: IndicatorTable,
    members: readonly { readonly id: string }[],
    parts: readonly string[],
    sibling: (id: string) => readonly string[],
  ): void {
    const whole = this.numbers.get(`${groupOf(table, members)} n`);
    const states = parts.map((id) => {
      const keys = sibling(id).map((one) => ({ id: one }));
      return this.numbers.get(`${groupOf(table, keys)} ${table.figure.id} ${stateOf(table, keys)}`);
    });
    if (whole !== undefined)
      this.addSum(
        whole,
        states.flatMap((state) => state ?? []),
      );
  }

  private addGroups(table: IndicatorTable, parts: readonly string[], sibling: (id: string) => readonly string[]): void {
    const state = stateOf(
      table,
      sibling(TOTAL).map((id) => ({ id })),
    );
    for (const name of ['n', `${table.figure.id} ${state}`]) {
      const number = (id: string): number | undefined =>
        this.numbers.get(
          `${groupOf(
            table,
            sibling(id).map((one) => ({ id: one })),
          )} ${name}`,
        );
      const whole = number(TOTAL);
      if (whole === undefined) continue;
      const possible = parts.filter((id) => cellAt(table, sibling(id))?.status !== 'notApplicable');
      this.addSum(
        whole,
        possible.flatMap((id) => number(id) ?? []),
      );
    }
  }

  private count(name: string, role: ReadCount['role'], where: Where): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.counts.length);
    this.counts.push({ name, role, where, from: 0, to: Infinity, isWithheld: false, isSaidSmall: false });
    return this.counts.length - 1;
  }

  private read(at: number, count: PublishedCount): void {
    const { minimum, roundTo, hidesZero } = this.policy;
    if (count.status === 'withheld') {
      this.withhold(at);
      if (count.range !== undefined) this.saySmall(at, count.range.from, count.range.to);
      return;
    }
    if (count.value === 0) {
      this.narrow(at, 0, 0);
      return;
    }
    const rounds = (n: number): boolean =>
      roundTo * Math.round(n / roundTo) === count.value &&
      n >= (hidesZero === true ? minimum : Math.min(minimum, count.value));
    let [from, to] = [count.value, count.value];
    while (rounds(from - 1) && (from - 1 >= minimum || !this.withholdsSmall(at))) from--;
    while (rounds(to + 1)) to++;
    this.narrow(at, Math.max(from, 1), to);
  }

  /** Counts that the policy does not protect may be small. */
  private withholdsSmall(at: number): boolean {
    const role = this.counts[at]?.role;
    return role !== undefined && this.policy.protects.includes(role);
  }

  private withhold(at: number): void {
    const count = this.counts[at];
    if (count !== undefined) count.isWithheld = true;
  }

  private saySmall(at: number, from: number, to: number): void {
    const count = this.counts[at];
    if (count !== undefined) count.isSaidSmall = true;
    this.narrow(at, from, to);
  }

  private narrow(at: number, from: number, to: number): void {
    const count = this.counts[at];
    if (count === undefined) return;
    count.from = Math.max(count.from, from);
    count.to = Math.min(count.to, to);
  }

  private addSum(whole: number, parts: readonly number[]): void {
    const name = JSON.stringify([whole, [...parts].sort((a, b) => a - b)]);
    if (this.seen.has(name) || parts.length === 0 || (parts.length === 1 && parts[0] === whole)) return;
    this.seen.add(name);
    this.sums.push({ whole, parts });
  }
}

function isShare({ figure, cells }: IndicatorTable): boolean {
  return (
    figure.unit === 'share' &&
    (cells.some((cell) => cell.status === 'value' && cell.x !== undefined) ||
      cells.every(({ status }) => status !== 'value'))
  );
}

function isCount(cell: Cell): cell is Extract<Cell, { readonly status: 'value' }> {
  return cell.status === 'value' && cell.n?.status === 'value' && cell.n.value === cell.value;
}

function membersAt({ dimensions }: IndicatorTable, index: number): readonly { readonly id: string }[] {
  let left = index;
  const places = dimensions.map(({ members }) => members.length);
  const found = places.map((_, at) => {
    const after = places.slice(at + 1).reduce((product, size) => product * size, 1);
    const place = Math.floor(left / after);
    left %= after;
    return place;
  });
  return found.map((place, at) => dimensions[at]?.members[place] ?? { id: '' });
}

function cellAt({ dimensions, cells }: IndicatorTable, ids: readonly string[]): Cell | undefined {
  const index = dimensions.reduce(
    (sum, { members }, at) => sum * members.length + members.findIndex(({ id }) => id === ids[at]),
    0,
  );
  return cells[index];
}

function stateOf({ dimensions }: IndicatorTable, members: readonly { readonly id: string }[]): string {
  const at = dimensions.findIndex(({ id }) => id === 'state');
  return at < 0 ? '' : (members[at]?.id ?? '');
}

/** The group of a cell, whatever table it stands in. */
function groupOf(table: IndicatorTable, members: readonly { readonly id: string }[]): string {
  const { indicator, period, asOf, providers, only, dimensions } = table;
  const limits = new Map<string, readonly string[]>();
  if (providers.length > 0) limits.set('provider', providers.map(({ id }) => id).sort());
  for (const { dimension, members: chosen } of only) limits.set(dimension, chosen.map(({ id }) => id).sort());
  dimensions.forEach(({ id }, at) => {
    const member = members[at]?.id;
    if (id !== 'state' && member !== undefined && member !== TOTAL) limits.set(id, [member]);
  });
  for (const upper of [...limits.keys()]) {
    const isImplied = [...limits].some(
      ([lower, chosen]) => chosen.length === 1 && isAbove(upper as DimensionId, lower as DimensionId),
    );
    if (isImplied) limits.delete(upper);
  }
  const sorted = [...limits].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([indicator.hash, period, asOf, sorted]);
}
