import { TOTAL } from '../aggregate/aggregate.js';
import { categoriesIn } from './figure-parts.js';
import { changesOf } from './changes.js';
import { Drafts } from './drafts.js';
import { linesOf } from './lines.js';
import { Names } from './names.js';
import { knownBy, type Known, type KnownParts } from './quantities.js';
import type { Statement, TableStatements } from './statement.js';
import type { Quantity, System } from './system.js';

/** Which quantities a statement is made of. */
export interface Places {
  readonly whole: number;
  readonly part?: number;
  readonly rest?: number;
  readonly rows?: number;
  readonly sums: readonly number[];
}

export interface BuiltSystem {
  readonly system: System;
  /** By table, key and cell. */
  readonly places: readonly (readonly (readonly Places[] | undefined)[])[];
  /** Number of a count that a table says beside its cells, such as `population`. */
  readonly countOf: (table: TableStatements, name: string) => number | undefined;
}

/** Everything that an outsider can reckon with who has all these tables. */
export function buildSystem(tables: readonly TableStatements[]): BuiltSystem {
  const drafts = new Drafts();
  const names = new Names(tables);
  const places = tables.map((table) =>
    table.keys.map(({ key, statements }) => {
      const level = levelOf(key);
      return statements?.map((statement) => addStatement(drafts, names, table, statement, level));
    }),
  );
  tables.forEach((table, at) => {
    addWithinCells(drafts, names, table, places[at] ?? []);
  });
  linesOf(drafts, names, tables);
  for (const table of tables) addLeftOut(drafts, names, table);
  changesOf(drafts, names, tables);
  const quantities = drafts.list.map(({ knownWithheld, guarded, takesAlong, ...rest }): Quantity => ({
    ...rest,
    ...(knownWithheld === undefined ? {} : { knownWithheld }),
    ...(guarded === undefined ? {} : { guarded }),
    takesAlong: [...takesAlong],
  }));
  const countOf = (table: TableStatements, name: string): number | undefined =>
    drafts.numberOf(nameBeside(names, table, name));
  return { system: { quantities, equations: drafts.equations }, places, countOf };
}

/** A total is worth more than one of its parts. */
const WORTH_OF_A_TOTAL = 3;

function levelOf(key: readonly string[]): number {
  return WORTH_OF_A_TOTAL ** key.filter((id) => id === TOTAL).length;
}

/** The name of a count that stands beside the cells, of a run whose cells may be cut otherwise. */
function nameBeside(names: Names, table: TableStatements, name: string): string {
  return `${names.plain(table.common, names.countedIn(table, name))} on ${table.aggregate.asOf}`;
}

function addStatement(
  drafts: Drafts,
  names: Names,
  table: TableStatements,
  { slice, parts, isDominated, said }: Statement,
  worth: number,
): Places {
  const { policy } = table;
  const weight = worth * (1 + 0.1 * Math.log2(1 + parts.whole.count));
  const known = knownBy(parts, policy, weight, isDominated);
  const settled = said === undefined ? known : asSaid(known, said);
  const add = (one: Known): number => drafts.add(names.said(table, slice, one.name, one.value), one);
  const whole = add(settled.whole);
  const part = settled.part === undefined ? undefined : add(settled.part);
  const rows = settled.rows === undefined ? undefined : add(settled.rows);
  const sums = settled.sums.map(add);
  for (const other of [part, rows, ...sums]) if (other !== undefined) drafts.takeAlong(whole, other);
  if (rows !== undefined) drafts.takeAlong(rows, whole);
  for (const one of sums) for (const other of sums) drafts.takeAlong(one, other);
  if (part === undefined || settled.rest === undefined)
    return { whole, sums, ...(part === undefined ? {} : { part }), ...(rows === undefined ? {} : { rows }) };
  const rest = add(settled.rest);
  drafts.equal([
    [whole, 1],
    [part, -1],
    [rest, -1],
  ]);
  return { whole, part, rest, sums };
}

/** What an earlier release said stays said: it can be withheld no more, and what it withheld is known as it was withheld. */
function asSaid(known: KnownParts, said: NonNullable<Statement['said']>): KnownParts {
  const saysFigure = said.status === 'value';
  const counts = said.status === 'value' || said.status === 'withheld' ? said.n : undefined;
  const saysWhole = saysFigure ? true : counts?.status === 'value' || counts?.range !== undefined;
  const saysPart = saysFigure || (said.status === 'withheld' && said.reason === 'primary');
  const { whole, part, rest, rows, sums } = known;
  return {
    whole: settled(whole, saysWhole),
    ...(part === undefined ? {} : { part: settled(part, saysPart) }),
    ...(rest === undefined ? {} : { rest: settled(rest, saysPart) }),
    ...(rows === undefined ? {} : { rows: settled(rows, saysPart) }),
    sums: sums.map((sum) => settled(sum, saysFigure)),
  };
}

/** Of a quantity that was said, what was said; of one that was withheld, what its reason gave away, to which nothing can be added. */
function settled({ knownWithheld, ...known }: Known, isSaid: boolean): Known {
  if (isSaid || knownWithheld === undefined) return known;
  return { ...known, known: knownWithheld, knownWithheld };
}

/** Categories of one cell add up to it, and sets of categories to their single ones. */
function addWithinCells(
  drafts: Drafts,
  names: Names,
  table: TableStatements,
  places: readonly (readonly Places[] | undefined)[],
): void {
  table.keys.forEach(({ statements = [] }, at) => {
    const [first] = statements;
    if (first === undefined) return;
    const own = places[at] ?? [];
    if (table.figure.kind === 'distribution') {
      const [whole] = own;
      if (whole === undefined) return;
      drafts.equal([[whole.whole, 1], ...own.flatMap(({ part }) => (part === undefined ? [] : [[part, -1] as const]))]);
      return;
    }
    for (const { parts, slice } of statements) {
      for (const one of [parts.whole, parts.part]) {
        if (one === undefined) continue;
        const codes = categoriesIn(one.name);
        const single = codes.flatMap(
          (code) => drafts.numberOf(names.plain(slice, names.countedIn(table, `of:${String(code)}`))) ?? [],
        );
        const all = drafts.numberOf(names.said(table, slice, one.name, one.count));
        if (codes.length > 1 && single.length === codes.length && all !== undefined)
          drafts.equal([[all, 1], ...single.map((code) => [code, -1] as const)]);
      }
    }
  });
}

/**
 * Population less what was left out is what the cells count, or nearly so where some have two study rights. Where rows stand for several persons
 * it is not, and nobody can subtract.
 */
function addLeftOut(drafts: Drafts, names: Names, table: TableStatements): void {
  const { aggregate, policy, keys, isWindow, saidCounts } = table;
  if (aggregate.by.some((id) => isWindow(id))) return;
  const counted = (name: string, count: number, weight: number): number => {
    const known = knownBy({ whole: { name, count }, sums: [] }, policy, weight).whole;
    const said = saidCounts?.get(name);
    const isSaid = said?.status === 'value' || said?.range !== undefined;
    return drafts.add(nameBeside(names, table, name), saidCounts === undefined ? known : settled(known, isSaid));
  };
  const population = counted('population', aggregate.population, 0.5);
  const leftOut = aggregate.exclusions.map(({ id, count }) => counted(`excluded ${id}`, count, 0.3));
  const cells = keys.flatMap(({ key, statements }) => (key.includes(TOTAL) ? [] : (statements?.[0] ?? [])));
  const wholes = cells.flatMap(
    ({ slice, parts }) => drafts.numberOf(names.said(table, slice, parts.whole.name, parts.whole.count)) ?? [],
  );
  const parts = [...leftOut, ...wholes];
  const doubles = drafts.valueOf(population) - parts.reduce((sum, at) => sum + drafts.valueOf(at), 0);
  if (doubles < 0 || doubles >= policy.minimum) return;
  drafts.equalGroups(population, parts);
}
