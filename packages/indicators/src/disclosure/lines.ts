import { dayFromIso } from '../days/calendar.js';
import { TOTAL } from '../aggregate/aggregate.js';
import type { DimensionId } from '../definitions/definition.js';
import { smallSpan } from './knowledge.js';
import type { Drafts } from './drafts.js';
import { statementsOf, valuesOf, type Counted, type Names } from './names.js';
import { nameOfSlice, sliceOf, windowOf, WINDOW, type Slice } from './slices.js';
import { anyCount } from './span.js';
import type { TableStatements } from './statement.js';

/** The finest cells of a table that a coarser group is made of. */
interface Line {
  readonly whole: Slice;
  readonly parts: Slice[];
  readonly crossesTime: boolean;
}

/** The finest cells of a table: their slices, and by the name of the slice what they say. */
type Said = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * How tables hang together: groups that are put together of others, in the same table or in another. Persons in two of the parts count once in the
 * whole; how many they are is taken as known to the outsider, which gives him more than he has.
 */
export function linesOf(drafts: Drafts, names: Names, tables: readonly TableStatements[]): void {
  const published = new Map<string, Slice>();
  for (const table of tables) for (const { slice } of statementsOf(table)) published.set(nameOfSlice(slice), slice);
  const lines = tables.map((table) => linesOfTable(table, tables));
  const uses = new Map<string, number>();
  for (const ofTable of lines) for (const name of ofTable.keys()) uses.set(name, (uses.get(name) ?? 0) + 1);
  lines.forEach((ofTable, at) => {
    const table = tables[at];
    if (table === undefined) return;
    const said = saidIn(table);
    const own = new Set([...said.values()].flatMap((values) => [...values.keys()]));
    for (const [name, line] of ofTable) {
      const isPublished = published.has(name);
      if (!isPublished && (uses.get(name) ?? 0) < 2) continue;
      for (const quantity of own) addLine(drafts, names, line, quantity, table, said, isPublished);
    }
  });
  addDifferences(drafts, names, [...published.values()], tables);
}

function saidIn(table: TableStatements): Said {
  const said = new Map<string, Map<string, number>>();
  for (const { slice, parts } of statementsOf(table)) {
    const name = nameOfSlice(slice);
    const values = said.get(name) ?? new Map<string, number>();
    said.set(name, values);
    for (const [quantity, value] of valuesOf(parts)) values.set(quantity, value);
  }
  return said;
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

function addLine(
  drafts: Drafts,
  names: Names,
  line: Line,
  name: string,
  table: TableStatements,
  said: Said,
  isPublished: boolean,
): void {
  const counted = names.countedIn(table, name);
  const nameIn = (slice: Slice): string => {
    const value = said.get(nameOfSlice(slice))?.get(name);
    return value === undefined ? names.plain(slice, counted) : names.said(table, slice, name, value);
  };
  const parts = line.parts.flatMap((slice) => drafts.numberOf(nameIn(slice)) ?? []);
  if (parts.length === 0) return;
  const sum = parts.reduce((all, at) => all + drafts.valueOf(at), 0);
  const plainName = nameIn(line.whole);
  const ofAnyDay = drafts.numberOf(plainName);
  // What nobody has published may be another number on another day.
  const isOther = !isPublished && ofAnyDay !== undefined && drafts.valueOf(ofAnyDay) !== sum;
  const wholeName = isOther ? `${plainName} on ${table.aggregate.asOf}` : plainName;
  const known = drafts.numberOf(wholeName);
  if (line.crossesTime && isStock(table) && (known === undefined || drafts.valueOf(known) !== sum)) return;
  const isWhole = drafts.list[parts[0] ?? 0]?.isWhole ?? true;
  const whole = known ?? drafts.add(wholeName, { value: sum, isWhole, known: anyCount, weight: 0 });
  drafts.equalGroups(whole, parts);
}

/** How often rests of rests are looked at: the men of a school are what all, the women, the school and its women leave. */
const DEPTH = 2;

/**
 * A group within another of which the rest is not published: with the rest of it, it makes the other. A rest that is a small group is guarded as
 * one that is published would be. Of students, who stay, months beside their year are no such groups within one release; what came later is.
 */
function addDifferences(
  drafts: Drafts,
  names: Names,
  published: readonly Slice[],
  tables: readonly TableStatements[],
): void {
  const policy = tables.at(-1)?.policy;
  if (policy === undefined) return;
  const counted = countedIn(tables, names);
  const stocks = new Set([...countedIn(tables.filter(isStock), names)].map(({ id }) => id));
  const before = namesOfSlices(tables.filter(({ saidCounts }) => saidCounts !== undefined));
  const now = namesOfSlices(tables.filter(({ saidCounts }) => saidCounts === undefined));
  const cameApart = (a: Slice, b: Slice): boolean => {
    const [x, y] = [nameOfSlice(a), nameOfSlice(b)];
    return (!now.has(x) && !before.has(y)) || (!before.has(x) && !now.has(y));
  };
  let slices = published;
  for (let depth = 0; depth < DEPTH; depth++) {
    const rests = new Map<string, Slice>();
    for (const { dimension, slices: ofGroup } of groupsOf(slices)) {
      for (const one of counted) {
        const isHere = ofGroup.filter((slice) => drafts.numberOf(names.plain(slice, one)) !== undefined);
        if (dimension !== WINDOW) addClasses(drafts, names, isHere, dimension, one, smallSpan(policy));
        for (const outer of isHere) {
          const inner = largestWithin(outer, isHere, dimension).filter(
            (slice) => dimension !== WINDOW || !stocks.has(one.id) || cameApart(outer, slice),
          );
          if (inner.length === 0 || !areApart(inner, dimension)) continue;
          const rest = addRest(drafts, names, outer, inner, dimension, one, smallSpan(policy));
          if (rest !== undefined) rests.set(nameOfSlice(rest), rest);
        }
      }
    }
    if (rests.size === 0) return;
    slices = [...new Map([...slices.map((slice) => [nameOfSlice(slice), slice] as const), ...rests]).values()];
  }
}

interface Group {
  readonly dimension: string;
  readonly slices: readonly Slice[];
}

/** Slices that differ in one dimension only. */
function groupsOf(slices: readonly Slice[]): readonly Group[] {
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
  return [...groups.values()].filter((group) => group.slices.length > 1);
}

/** What the tables count, each once. */
function countedIn(tables: readonly TableStatements[], names: Names): readonly Counted[] {
  const found = new Map<string, Counted>();
  for (const table of tables) {
    for (const { parts } of statementsOf(table)) {
      for (const [name] of valuesOf(parts)) {
        const counted = names.countedIn(table, name);
        found.set(`${counted.id} ${name}`, counted);
      }
    }
  }
  return [...found.values()];
}

function namesOfSlices(tables: readonly TableStatements[]): ReadonlySet<string> {
  return new Set(tables.flatMap(statementsOf).map(({ slice }) => nameOfSlice(slice)));
}

/** Whether no member is in two of them. */
function areApart(slices: readonly Slice[], dimension: string): boolean {
  if (dimension === WINDOW) return true;
  const members = slices.flatMap((slice) => slice.get(dimension) ?? []);
  return new Set(members).size === members.length;
}

/**
 * Sets of members that overlap: each is put together of the classes that they tell apart, such as the one member that two sets share. What a class
 * counts follows from the sets as far as they say it.
 */
function addClasses(
  drafts: Drafts,
  names: Names,
  slices: readonly Slice[],
  dimension: string,
  counted: Counted,
  small: Small,
): void {
  const sets = slices.flatMap((slice) => {
    const members = slice.get(dimension);
    return members === undefined || members.length === 0 ? [] : [{ slice, members }];
  });
  if (sets.every(({ members }) => members.length === 1)) return;
  const isOverlapping = sets.some((a) =>
    sets.some(
      (b) =>
        a !== b && shares(a.members, b.members) && !includes(a.members, b.members) && !includes(b.members, a.members),
    ),
  );
  if (!isOverlapping) return;
  const classes = new Map<string, string[]>();
  for (const member of new Set(sets.flatMap(({ members }) => members))) {
    const signature = sets.map(({ members }) => Number(members.includes(member))).join('');
    classes.set(signature, [...(classes.get(signature) ?? []), member]);
  }
  const values = new Map<string, number>();
  const of = (members: readonly string[]): readonly (readonly string[])[] =>
    [...classes.values()].filter((one) => members.includes(one[0] ?? ''));
  for (let round = 0; round < sets.length; round++) {
    for (const { slice, members } of sets) {
      const unknown = of(members).filter((one) => !values.has(one.join()));
      const [only] = unknown;
      if (unknown.length !== 1 || only === undefined) continue;
      const all = drafts.valueOf(drafts.numberOf(names.plain(slice, counted)) ?? -1);
      const others = of(members).reduce((sum, one) => sum + (values.get(one.join()) ?? 0), 0);
      values.set(only.join(), all - others);
    }
  }
  const isWhole = drafts.list[drafts.numberOf(names.plain(slices[0] ?? new Map(), counted)) ?? -1]?.isWhole ?? false;
  if (!isWhole || [...classes.values()].some((one) => (values.get(one.join()) ?? -1) < 0)) return;
  const [first] = sets;
  const numbers = new Map(
    [...classes.values()].map((members) => {
      const slice = new Map(first?.slice ?? []).set(dimension, [...members].sort());
      const name = names.plain(slice, counted);
      const value = values.get(members.join()) ?? 0;
      const guarded = value >= small.from && value <= small.to ? { guarded: { reach: small } } : {};
      return [
        members.join(),
        drafts.numberOf(name) ?? drafts.add(name, { value, isWhole, known: anyCount, weight: 0, ...guarded }),
      ];
    }),
  );
  for (const { slice, members } of sets) {
    const whole = drafts.numberOf(names.plain(slice, counted));
    const parts = of(members).flatMap((one) => numbers.get(one.join()) ?? []);
    if (whole !== undefined && parts.length > 1) drafts.equalGroups(whole, parts);
  }
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((member) => b.includes(member));
}

function includes(a: readonly string[], b: readonly string[]): boolean {
  return b.every((member) => a.includes(member));
}

interface Small {
  readonly from: number;
  readonly to: number;
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

/** The rest of a group, as a slice of its own; nothing where there is none. */
function addRest(
  drafts: Drafts,
  names: Names,
  outer: Slice,
  inner: readonly Slice[],
  dimension: string,
  counted: Counted,
  small: Small,
): Slice | undefined {
  const whole = drafts.numberOf(names.plain(outer, counted));
  const parts = inner.flatMap((slice) => drafts.numberOf(names.plain(slice, counted)) ?? []);
  const isWhole = drafts.list[whole ?? -1]?.isWhole ?? false;
  if (whole === undefined || parts.length !== inner.length || !isWhole) return undefined;
  const value = drafts.valueOf(whole) - parts.reduce((sum, at) => sum + drafts.valueOf(at), 0);
  if (value <= 0) {
    // Together they are all of it; some persons may be in two of them.
    if (dimension !== WINDOW) drafts.equalGroups(whole, parts);
    return undefined;
  }
  const left = inner.flatMap((slice) => slice.get(dimension) ?? []).sort();
  const slice = new Map(outer).set(dimension, [`all of ${(outer.get(dimension) ?? []).join()} but ${left.join()}`]);
  const name = names.plain(slice, counted);
  const isFew = value <= small.to && value >= small.from;
  const guarded = isFew ? { guarded: { reach: small } } : {};
  const rest = drafts.numberOf(name) ?? drafts.add(name, { value, isWhole, known: anyCount, weight: 0, ...guarded });
  drafts.equalGroups(whole, [...parts, rest]);
  return dimension === WINDOW ? undefined : slice;
}
