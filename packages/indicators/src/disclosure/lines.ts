import { dayFromIso } from '../days/calendar.js';
import { TOTAL } from '../aggregate/aggregate.js';
import type { DimensionId } from '../definitions/definition.js';
import { smallSpan } from './knowledge.js';
import { quantityName, type Drafts } from './drafts.js';
import { nameOfSlice, sliceOf, windowOf, WINDOW, type Slice } from './slices.js';
import { anyCount } from './span.js';
import type { TableStatements } from './statement.js';

/** The finest cells of a table that a coarser group is made of. */
interface Line {
  readonly whole: Slice;
  readonly parts: Slice[];
  readonly crossesTime: boolean;
}

/**
 * How the tables of one indicator and day hang together: groups that are put together of others, in the same table or in another. Persons in two
 * of the parts count once in the whole; how many they are is taken as known to the outsider, which gives him more than he has.
 */
export function linesOf(drafts: Drafts, family: string, tables: readonly TableStatements[]): void {
  const published = new Map<string, Slice>();
  for (const { keys } of tables)
    for (const { statements } of keys)
      for (const { slice } of statements ?? []) published.set(nameOfSlice(slice), slice);
  const lines = tables.map((table) => linesOfTable(table, tables));
  const uses = new Map<string, number>();
  for (const ofTable of lines) for (const name of ofTable.keys()) uses.set(name, (uses.get(name) ?? 0) + 1);
  const names = namesIn(tables);
  lines.forEach((ofTable, at) => {
    const table = tables[at];
    if (table === undefined) return;
    for (const [name, line] of ofTable) {
      if (!published.has(name) && (uses.get(name) ?? 0) < 2) continue;
      for (const quantity of names) addLine(drafts, family, line, quantity, table);
    }
  });
  addDifferences(drafts, family, [...published.values()], names, tables);
}

/** Names of quantities that are in these tables. */
function namesIn(tables: readonly TableStatements[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { keys } of tables)
    for (const { statements } of keys)
      for (const { parts } of statements ?? [])
        for (const one of [parts.whole, parts.part, parts.rows, ...parts.sums])
          if (one !== undefined) names.add(one.name);
  return names;
}

/** What persons of a stock, such as students, are not in twice although they are there in two months. */
function isStock({ rule }: TableStatements): boolean {
  return rule.steps.some((step) => 'slice' in step && JSON.stringify(step.slice[0]) !== JSON.stringify(step.slice[1]));
}

/** Dimensions whose members a person is in one after the other, so that nothing adds up over them. */
function addsUp({ definition, isWindow }: TableStatements, id: DimensionId): boolean {
  if (definition.apart?.includes(id) === true) return false;
  return isWindow(id) || definition.dimensions.find((one) => one.id === id)?.from !== 'checkpoints';
}

function linesOfTable(table: TableStatements, all: readonly TableStatements[]): ReadonlyMap<string, Line> {
  const { aggregate, keys, common, isWindow } = table;
  const { by } = aggregate;
  const finest = keys.filter(({ key }) => !key.includes(TOTAL));
  const free = by.filter((id) => addsUp(table, id));
  const lines = new Map<string, Line>();
  const broken = new Set<string>();
  for (const leftOut of subsetsOf(free)) {
    const crossesTime = leftOut.some(isWindow);
    const windows = crossesTime ? windowsOf(all, common) : [undefined];
    for (const { key, statements } of finest) {
      const coarse = key.map((id, at) => ((leftOut as readonly (string | undefined)[]).includes(by[at]) ? TOTAL : id));
      const own = sliceOf(key, by, common, isWindow);
      for (const window of windows) {
        if (window !== undefined && !isProperlyInside(windowOf(own), window)) continue;
        const whole = withWindow(sliceOf(coarse, by, common, isWindow), window);
        const name = nameOfSlice(whole);
        if (name === nameOfSlice(own)) continue;
        if (statements === undefined) broken.add(name);
        else if (statements.length > 0) {
          const line = lines.get(name) ?? { whole, parts: [], crossesTime };
          if (!lines.has(name)) lines.set(name, line);
          line.parts.push(own);
        }
      }
    }
  }
  for (const name of broken) lines.delete(name);
  for (const [name, line] of lines) if (line.crossesTime && !isTiled(line)) lines.delete(name);
  return lines;
}

function withWindow(slice: Slice, window: { readonly from: string; readonly to: string } | undefined): Slice {
  return window === undefined ? slice : new Map(slice).set(WINDOW, [`${window.from}–${window.to}`]);
}

/** All windows that tables of the family have, and a table's whole period. */
function windowsOf(
  tables: readonly TableStatements[],
  common: Slice,
): readonly { readonly from: string; readonly to: string }[] {
  const names = new Set([common.get(WINDOW)?.[0] ?? '']);
  for (const { keys } of tables)
    for (const { statements } of keys)
      for (const { slice } of statements ?? []) names.add(slice.get(WINDOW)?.[0] ?? '');
  return [...names].sort().map((name) => windowOf(new Map([[WINDOW, [name]]])));
}

function isInside(inner: { readonly from: string; readonly to: string }, outer: typeof inner): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function isProperlyInside(inner: { readonly from: string; readonly to: string }, outer: typeof inner): boolean {
  return isInside(inner, outer) && (inner.from !== outer.from || inner.to !== outer.to);
}

/** Whether the windows of the parts cover the whole without a gap. */
function isTiled({ whole, parts }: Line): boolean {
  const { from, to } = windowOf(whole);
  const spans = [...new Set(parts.map((part) => part.get(WINDOW)?.[0] ?? ''))]
    .map((name) => windowOf(new Map([[WINDOW, [name]]])))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined || first.from !== from || last.to !== to) return false;
  return spans.every((span, at) => at === 0 || isNextDay(spans[at - 1]?.to ?? '', span.from));
}

function isNextDay(a: string, b: string): boolean {
  return dayFromIso(b) - dayFromIso(a) === 1;
}

function subsetsOf(ids: readonly DimensionId[]): readonly (readonly DimensionId[])[] {
  return ids
    .reduce<readonly (readonly DimensionId[])[]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]])
    .slice(1);
}

function addLine(drafts: Drafts, family: string, line: Line, name: string, table: TableStatements): void {
  const parts = line.parts.flatMap((slice) => drafts.numberOf(quantityName(family, slice, name)) ?? []);
  if (parts.length === 0) return;
  const sum = parts.reduce((all, at) => all + drafts.valueOf(at), 0);
  const wholeName = quantityName(family, line.whole, name);
  const known = drafts.numberOf(wholeName);
  if (line.crossesTime && isStock(table) && (known === undefined || drafts.valueOf(known) !== sum)) return;
  const isWhole = drafts.list[parts[0] ?? 0]?.isWhole ?? true;
  const whole = known ?? drafts.add(wholeName, { value: sum, isWhole, known: anyCount, weight: 0 });
  drafts.equalGroups(whole, parts);
}

/**
 * A group within another of which the rest is not published: with the rest of it, it makes the other. A rest that is a small group is guarded as
 * one that is published would be. Of students, who stay, months beside their year are no such groups within one release; what came later is.
 */
function addDifferences(
  drafts: Drafts,
  family: string,
  slices: readonly Slice[],
  names: ReadonlySet<string>,
  tables: readonly TableStatements[],
): void {
  const policy = tables[0]?.policy;
  if (policy === undefined) return;
  const areStock = tables.some(isStock);
  const before = namesOfSlices(tables.filter(({ saidCounts }) => saidCounts !== undefined));
  const now = namesOfSlices(tables.filter(({ saidCounts }) => saidCounts === undefined));
  const cameApart = (a: Slice, b: Slice): boolean => {
    const [x, y] = [nameOfSlice(a), nameOfSlice(b)];
    return (!now.has(x) && !before.has(y)) || (!before.has(x) && !now.has(y));
  };
  const groups = new Map<string, { readonly dimension: string; readonly slices: Slice[] }>();
  for (const dimension of new Set(slices.flatMap((slice) => [...slice.keys()]))) {
    for (const slice of slices) {
      const others = new Map(slice);
      others.delete(dimension);
      const name = `${dimension} ${nameOfSlice(others)}`;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, { dimension, slices: [slice] });
      else group.slices.push(slice);
    }
  }
  for (const { dimension, slices: ofGroup } of groups.values()) {
    for (const outer of ofGroup) {
      const inner = largestWithin(outer, ofGroup, dimension).filter(
        (slice) => dimension !== WINDOW || !areStock || cameApart(outer, slice),
      );
      if (inner.length === 0) continue;
      for (const quantity of names) addRest(drafts, family, outer, inner, quantity, smallSpan(policy));
    }
  }
}

function namesOfSlices(tables: readonly TableStatements[]): ReadonlySet<string> {
  const statements = tables.flatMap(({ keys }) => keys.flatMap((key) => key.statements ?? []));
  return new Set(statements.map(({ slice }) => nameOfSlice(slice)));
}

/** Groups within another that are within no other of them. */
function largestWithin(outer: Slice, slices: readonly Slice[], dimension: string): readonly Slice[] {
  const within = slices.filter((slice) => slice !== outer && isProperPart(slice, outer, dimension));
  const large = within.filter((slice) => dimension === WINDOW || (slice.get(dimension)?.length ?? 0) > 1);
  return within.filter((slice) => !large.some((other) => other !== slice && isProperPart(slice, other, dimension)));
}

function isProperPart(inner: Slice, outer: Slice, dimension: string): boolean {
  const [a, b] = [inner.get(dimension), outer.get(dimension)];
  if (dimension === WINDOW) {
    return isProperlyInside(windowOf(inner), windowOf(outer));
  }
  if (a === undefined) return false;
  if (b === undefined) return true;
  return a.length < b.length && a.every((member) => b.includes(member));
}

function addRest(
  drafts: Drafts,
  family: string,
  outer: Slice,
  inner: readonly Slice[],
  name: string,
  small: { readonly from: number; readonly to: number },
): void {
  const whole = drafts.numberOf(quantityName(family, outer, name));
  const parts = inner.flatMap((slice) => drafts.numberOf(quantityName(family, slice, name)) ?? []);
  const isWhole = drafts.list[whole ?? 0]?.isWhole ?? false;
  if (whole === undefined || parts.length !== inner.length || !isWhole) return;
  const value = drafts.valueOf(whole) - parts.reduce((sum, at) => sum + drafts.valueOf(at), 0);
  if (value <= 0) {
    // Together they are all of it; some persons may be in two of them.
    if (outer.get(WINDOW)?.[0] === inner[0]?.get(WINDOW)?.[0]) drafts.equalGroups(whole, parts);
    return;
  }
  const isFew = value <= small.to && value >= small.from;
  const rest = drafts.add(quantityName(family, outer, `${name} but for ${JSON.stringify(inner.map(nameOfSlice))}`), {
    value,
    isWhole,
    known: anyCount,
    weight: 0,
    ...(isFew ? { guarded: { reach: small } } : {}),
  });
  drafts.equalGroups(whole, [...parts, rest]);
}
