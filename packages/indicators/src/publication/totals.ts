import { TOTAL, type Aggregate } from '../aggregate/aggregate.js';
import type { DimensionId, Figure, Measure } from '../definitions/definition.js';
import { isAbove } from '../definitions/hierarchies.js';
import type { Cell } from './indicator-table.js';
import type { Policy } from './policy.js';
import { isSmall, publishCount } from './publish-cell.js';
import { publishFigure, sharesIn, type CellPlace, type ExactCell } from './publish-figure.js';

/** What is published of one key: a cell, or one for each category of a distribution. */
export interface PublishedKey {
  readonly key: readonly string[];
  readonly exact: ExactCell;
  readonly cells: readonly Cell[];
  readonly place: CellPlace;
}

/** How the figures of this table are made. */
export interface Making {
  readonly figure: Figure;
  readonly measure: Measure;
  readonly policy: Policy;
}

/**
 * Takes totals back from which a withheld cell could be worked out. What is left when everything shown is subtracted from a total must
 * itself be fit for showing, and must leave every withheld count its whole span (two of 1–4 that are 8 together are both 4). Where
 * totals cross, such as those of genders and of age groups, one that holds anything withheld is not shown, since several could be
 * subtracted from each other; in a hierarchy they cannot. Cells that are no totals stay as they were published.
 */
export function protectTotals(
  keys: readonly PublishedKey[],
  { by, totals = [] }: Pick<Aggregate, 'by' | 'totals'>,
  making: Making,
): readonly PublishedKey[] {
  const published = new Map(keys.map((one) => [nameOf(one.key), one]));
  const places = placesFromAbove(by, totals);
  const members = by.map((_, at) =>
    [...new Set(keys.flatMap(({ key }) => key[at] ?? []))].filter((id) => id !== TOTAL),
  );
  const partsOf: PartsOf = (key) => {
    const at = places.find((place) => key[place] === TOTAL);
    if (at === undefined) return [];
    return (members[at] ?? []).flatMap((id) => published.get(nameOf(key.with(at, id))) ?? []);
  };
  const isNested = nested(places.flatMap((place) => by[place] ?? []));
  const fromBelow = keys.filter(({ key }) => levelOf(key) > 0).sort((a, b) => levelOf(a.key) - levelOf(b.key));
  for (const total of fromBelow) {
    const isSubtotal = isNested && putsLowerTogether(total.key, places);
    published.set(nameOf(total.key), protectedTotal(total, partsOf, isSubtotal, making));
  }
  return keys.map((one) => published.get(nameOf(one.key)) ?? one);
}

type PartsOf = (key: readonly string[]) => readonly PublishedKey[];

function nameOf(key: readonly string[]): string {
  return JSON.stringify(key);
}

/** How many dimensions a key puts together. */
function levelOf(key: readonly string[]): number {
  return key.filter((id) => id === TOTAL).length;
}

/** Positions in a key of the dimensions with totals, the uppermost of a hierarchy first. */
function placesFromAbove(by: readonly DimensionId[], totals: readonly DimensionId[]): readonly number[] {
  return [...totals].sort((a, b) => Number(isAbove(b, a)) - Number(isAbove(a, b))).map((id) => by.indexOf(id));
}

/** Whether each lies within the one before. */
function nested(ids: readonly DimensionId[]): boolean {
  return ids.slice(1).every((id, at) => isAbove(ids[at] ?? id, id));
}

/** As the subtotals of a hierarchy do: all schools of one provider, never one school of all providers. */
function putsLowerTogether(key: readonly string[], places: readonly number[]): boolean {
  const first = places.findIndex((place) => key[place] === TOTAL);
  return places.slice(first).every((place) => key[place] === TOTAL);
}

/** What may be said of a total: all; of whom there is, but not the figure; nothing. */
type Verdict = 'shown' | 'withoutFigure' | 'withoutPersons';

function protectedTotal(total: PublishedKey, partsOf: PartsOf, isSubtotal: boolean, making: Making): PublishedKey {
  const verdicts = total.cells.map(({ status }, at) =>
    status === 'value' ? verdictOf(total, at, partsOf, isSubtotal, making) : 'shown',
  );
  const isHidden = verdicts.includes('withoutPersons');
  const cells = total.cells.map((cell, at): Cell => {
    if (cell.status !== 'value' || (!isHidden && verdicts[at] === 'shown')) return cell;
    const whole = sharesIn(total.exact, making.figure, making.measure)?.[at]?.whole ?? total.exact.n;
    const n = isHidden ? ({ status: 'withheld' } as const) : publishCount(whole, making.policy);
    return { status: 'withheld', reason: 'complementary', n };
  });
  return { ...total, cells };
}

function verdictOf(
  total: PublishedKey,
  at: number,
  partsOf: PartsOf,
  isSubtotal: boolean,
  { figure, measure, policy }: Making,
): Verdict {
  const { shown, withheld } = contentsOf(total, at, partsOf);
  if (withheld.length === 0) return 'shown';
  const open = withheld.filter((one) => showsPersons(one, at));
  if (!isSubtotal) return open.length === withheld.length ? 'withoutFigure' : 'withoutPersons';
  const rest = shown.reduce((left, { exact }) => subtracted(left, exact), total.exact);
  const { whole, part } = sharesIn(rest, figure, measure)?.[at] ?? { whole: rest.n, part: undefined };
  const isFit = publishFigure(rest, figure, measure, policy, total.place)[at]?.status === 'value';
  if (open.length === 0) {
    if (whole < policy.minimum || !leavesSpan(whole, withheld.length, policy)) return 'withoutPersons';
    return isFit ? 'shown' : 'withoutFigure';
  }
  if (open.length < withheld.length) return 'withoutPersons';
  if (part === undefined || !isFit) return 'withoutFigure';
  const small = withheld.flatMap(({ exact }) => sharesIn(exact, figure, measure)?.[at] ?? []);
  const ofParts = small.every((one) => isSmall(one.part, policy)) && leavesSpan(part, small.length, policy);
  const ofRests = small.every((one) => !isSmall(one.part, policy)) && leavesSpan(whole - part, small.length, policy);
  return ofParts || ofRests ? 'shown' : 'withoutFigure';
}

interface Contents {
  readonly shown: readonly PublishedKey[];
  readonly withheld: readonly PublishedKey[];
}

/** What a total is made of: parts that are shown, and below those that are not, the cells that are withheld. */
function contentsOf(total: PublishedKey, at: number, partsOf: PartsOf): Contents {
  const parts = partsOf(total.key).map((part): Contents => {
    if (part.cells[at]?.status !== 'withheld') return { shown: [part], withheld: [] };
    return levelOf(part.key) === 0 ? { shown: [], withheld: [part] } : contentsOf(part, at, partsOf);
  });
  return { shown: parts.flatMap(({ shown }) => shown), withheld: parts.flatMap(({ withheld }) => withheld) };
}

function showsPersons({ cells }: PublishedKey, at: number): boolean {
  const cell = cells[at];
  return cell?.status === 'withheld' && cell.n?.status === 'value';
}

/** Whether so many counts of 1 … minimum − 1 with this sum can each still be the lowest and the highest of them. */
function leavesSpan(sum: number, counts: number, { minimum }: Policy): boolean {
  const highest = minimum - 1;
  return sum <= 1 + (counts - 1) * highest && sum >= highest + (counts - 1);
}

function subtracted(whole: ExactCell, part: ExactCell): ExactCell {
  return {
    n: Math.max(0, whole.n - part.n),
    amounts: whole.amounts.map((amount, at) => Math.max(0, amount - (part.amounts[at] ?? 0))),
    ...(whole.codes === undefined ? {} : { codes: whole.codes.filter((code) => part.codes?.includes(code) !== true) }),
  };
}
