import { langs, type DataText, type Lang } from '@strapetsi/text';
import type { Aggregate, AggregateCell, Member } from './aggregate.js';
import { IncompatibleAggregatesError } from './errors.js';

/** Order by UTF-16 code units: the same on every machine and in every language. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order of cell keys: member by member. */
export function byKey(a: { readonly key: readonly string[] }, b: { readonly key: readonly string[] }): number {
  for (const [index, part] of a.key.entries()) {
    const order = byCodeUnits(part, b.key[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function smaller(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a <= b ? a : b;
}

/** Of two spellings the smaller one, language by language: the only choice that does not depend on the order of merging. */
function joinLabels(a: DataText, b: DataText): DataText {
  const joined: Partial<Record<Lang, string>> = {};
  for (const lang of langs) {
    const text = smaller(a[lang], b[lang]);
    if (text !== undefined) joined[lang] = text;
  }
  return joined;
}

/** Names of own columns, by id. */
export function joinOwn(
  a: Readonly<Record<string, DataText>>,
  b: Readonly<Record<string, DataText>>,
): Readonly<Record<string, DataText>> {
  const ids = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort(byCodeUnits);
  return Object.fromEntries(ids.map((id) => [id, joinLabels(a[id] ?? {}, b[id] ?? {})]));
}

export function joinMembers(a: readonly Member[], b: readonly Member[]): readonly Member[] {
  const joined = new Map(a.map((member) => [member.id, member]));
  for (const member of b) {
    const other = joined.get(member.id);
    joined.set(
      member.id,
      other === undefined ? member : { id: member.id, label: joinLabels(other.label, member.label) },
    );
  }
  return [...joined.values()].sort((x, y) => byCodeUnits(x.id, y.id));
}

function addCells(a: AggregateCell, b: AggregateCell): AggregateCell {
  if ('matures' in a || 'matures' in b) {
    const [first, second] = [a, b].map((cell) => ('matures' in cell ? `immature until ${cell.matures}` : 'figures'));
    if (first !== second)
      throw new IncompatibleAggregatesError(`cells[${a.key.join(', ')}]`, first ?? '', second ?? '');
    return a;
  }
  const sums = {
    key: a.key,
    n: a.n + b.n,
    amounts: a.amounts.map((amount, index) => amount + (b.amounts[index] ?? 0)),
  };
  if (a.codes === undefined && b.codes === undefined) return sums;
  return { ...sums, codes: [...new Set([...(a.codes ?? []), ...(b.codes ?? [])])].sort(byCodeUnits) };
}

function joinCells(a: readonly AggregateCell[], b: readonly AggregateCell[]): readonly AggregateCell[] {
  const name = ({ key }: AggregateCell): string => JSON.stringify(key);
  const joined = new Map(a.map((cell) => [name(cell), cell]));
  for (const cell of b) {
    const other = joined.get(name(cell));
    joined.set(name(cell), other === undefined ? cell : addCells(other, cell));
  }
  return [...joined.values()].sort(byKey);
}

function mustBeEqual(path: string, a: unknown, b: unknown): void {
  const [expected, found] = [JSON.stringify(a) ?? 'nothing', JSON.stringify(b) ?? 'nothing'];
  if (expected !== found) throw new IncompatibleAggregatesError(path, expected, found);
}

function addFindings(a: Aggregate['findings'], b: Aggregate['findings']): Aggregate['findings'] {
  const joined = new Map(a.map((finding) => [`${finding.code}/${finding.severity}`, finding]));
  for (const finding of b) {
    const name = `${finding.code}/${finding.severity}`;
    joined.set(name, { ...finding, count: finding.count + (joined.get(name)?.count ?? 0) });
  }
  return [...joined.entries()].sort(([x], [y]) => byCodeUnits(x, y)).map(([, finding]) => finding);
}

/**
 * Adds two aggregates that count different persons. Associative and commutative, bit for bit.
 * @throws IncompatibleAggregatesError where definition, rule, period, day, cut or exclusions differ.
 */
export function addAggregates(a: Aggregate, b: Aggregate): Aggregate {
  mustBeEqual('indicator.id', a.indicator.id, b.indicator.id);
  mustBeEqual('indicator.hash', a.indicator.hash, b.indicator.hash);
  mustBeEqual('rule', a.rule, b.rule);
  mustBeEqual('period', a.period, b.period);
  mustBeEqual('asOf', a.asOf, b.asOf);
  mustBeEqual('parameters', a.parameters, b.parameters);
  mustBeEqual('classifications', a.classifications, b.classifications);
  mustBeEqual('only', a.only, b.only);
  mustBeEqual('by', a.by, b.by);
  mustBeEqual('totals', a.totals, b.totals);
  const names = (aggregate: Aggregate): readonly string[] => aggregate.exclusions.map(({ id }) => id);
  mustBeEqual('exclusions', names(a), names(b));
  // Equal contents are equal bytes: where only the second has names of own columns they stand in their place.
  const { own, only, by, totals, members, providers, cells, population, exclusions, findings, records, ...head } = a;
  return {
    ...head,
    ...(own === undefined && b.own === undefined ? {} : { own: joinOwn(own ?? {}, b.own ?? {}) }),
    only,
    by,
    ...(totals === undefined ? {} : { totals }),
    members: Object.fromEntries(by.map((id) => [id, joinMembers(members[id] ?? [], b.members[id] ?? [])])),
    providers: joinMembers(providers, b.providers),
    cells: joinCells(cells, b.cells),
    population: population + b.population,
    exclusions: exclusions.map(({ id, count }, index) => ({ id, count: count + (b.exclusions[index]?.count ?? 0) })),
    findings: addFindings(findings, b.findings),
    records: {
      read: records.read + b.records.read,
      facts: records.facts + b.records.facts,
      refused: records.refused + b.records.refused,
    },
  };
}
