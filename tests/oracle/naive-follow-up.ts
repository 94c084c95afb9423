import type { AggregateCell, DimensionId, IsoDate } from '@strapetsi/indicators';
import { daysLater, FOREVER, lastDayOfMonth, type Period } from './person.js';
import type { FollowedPerson, FollowedRight } from './seeded-networks.js';

/** What the naive programs of the follow-up share: words of the rules as plain questions, and cells made with a map. */
export interface Request {
  readonly by: readonly DimensionId[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly asOf: IsoDate;
}

export interface Figures {
  readonly cells: readonly AggregateCell[];
  readonly population: number;
  readonly exclusions: Readonly<Record<string, number>>;
}

export interface Row {
  readonly person: FollowedPerson;
  readonly right: FollowedRight;
  readonly members: Readonly<Partial<Record<DimensionId, string>>>;
  /** The day whose year decides the age. */
  readonly ageOn: IsoDate;
}

export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
export const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

export function endOf(period: Period): IsoDate {
  return period.end ?? FOREVER;
}

/** Present or on holiday. */
export function isStudying({ state }: Period): boolean {
  return state === 'present' || state === 'holiday';
}

/** The period has a day in common with the span. */
export function touches(period: Period, { from, to }: Span): boolean {
  return later(period.start, from) <= earlier(endOf(period), to);
}

export function isOfVocationalEducation({ education, performanceType, tuva }: FollowedRight): boolean {
  return (
    education === 'wholeQualification' ||
    education === 'qualificationUnits' ||
    tuva ||
    [
      'valma',
      'telma',
      'muuammatillinenkoulutus',
      'nayttotutkintoonvalmistavakoulutus',
      'tutkinnonosaapienemmistäkokonaisuuksistakoostuvasuoritus',
    ].includes(performanceType)
  );
}

export function isInvalidated({ periods }: FollowedRight): boolean {
  return periods.some(({ state }) => state === 'invalidated');
}

/** From its first period to the first day of its final state, on some day of the span. */
export function isInForce(right: FollowedRight, { from, to }: Span): boolean {
  const start = right.periods[0]?.start;
  return start !== undefined && start <= to && from <= lastDayOfRight(right);
}

export function lastDayOfRight({ periods }: FollowedRight): IsoDate {
  return periods.find(({ state }) => !['present', 'holiday', 'interrupted'].includes(state))?.start ?? FOREVER;
}

/** TUVA periods of presence or holiday in rights of the person other than this one. */
export function tuvaBeside(person: FollowedPerson, right: FollowedRight): readonly Period[] {
  return person.rights
    .filter((other) => other !== right && other.tuva && !isInvalidated(other))
    .flatMap(({ periods }) => periods.filter(isStudying))
    .filter((period) => period.start <= endOf(period));
}

export function monthsOf({ from, to }: Span): readonly Span[] {
  return spansOf({ from, to }, lastDayOfMonth);
}

/** Months, half-years or years of the span, as the cut asks. */
export function windowsOf({ from, to }: Span, by: readonly DimensionId[]): readonly Span[] {
  if (by.includes('month')) return monthsOf({ from, to });
  return spansOf({ from, to }, (day) =>
    by.includes('halfYear') && day.slice(5, 7) <= '06' ? `${day.slice(0, 4)}-06-30` : `${day.slice(0, 4)}-12-31`,
  );
}

function spansOf({ from, to }: Span, endOfSpan: (day: IsoDate) => IsoDate): readonly Span[] {
  const spans: Span[] = [];
  for (let start = from; start <= to;) {
    const end = earlier(endOfSpan(start), to);
    spans.push({ from: start, to: end });
    start = daysLater(end, 1);
  }
  return spans;
}

/** Members of the dimensions that windows make. */
export function membersOfWindow({ from }: Span): Row['members'] {
  const half = from.slice(5, 7) <= '06' ? 'H1' : 'H2';
  return { year: from.slice(0, 4), halfYear: `${from.slice(0, 4)}-${half}`, month: from.slice(0, 7) };
}

export function fundingMember(code: number | undefined): string {
  const known = code !== undefined && code >= 1 && code <= 17 && code !== 5;
  return known ? String(code).padStart(2, '0') : 'unknown';
}

/** Funding of the periods that cover a day: the largest code of several. */
export function fundingOn({ periods }: FollowedRight, day: IsoDate): string {
  const codes = periods
    .filter((period) => touches(period, { from: day, to: day }))
    .flatMap(({ funding }) => funding ?? []);
  return fundingMember(codes.length === 0 ? undefined : Math.max(...codes));
}

const languages: Readonly<Record<string, string>> = { FI: 'fi', SV: 'sv', SE: 'se' };

function memberOf({ person, right, ageOn, members }: Row, id: DimensionId): string {
  switch (id) {
    case 'provider':
      return right.provider;
    case 'school':
    case 'location':
    case 'language':
    case 'method':
    case 'qualification':
      return right[id] ?? 'unknown';
    case 'education':
      return members.education ?? right.education;
    case 'gender':
      return person.gender ?? 'unknown';
    case 'motherTongue':
      return person.motherTongue === undefined ? 'unknown' : (languages[person.motherTongue] ?? 'other');
    case 'ageGroup':
      return person.birthYear === undefined ? 'unknown' : ageGroup(Number(ageOn.slice(0, 4)) - person.birthYear);
    default:
      return members[id] ?? 'unknown';
  }
}

const upperLimits = [
  [14, '00-14'],
  [19, '15-19'],
  [24, '20-24'],
  [29, '25-29'],
  [39, '30-39'],
  [49, '40-49'],
  [150, '50-99'],
] as const;

function ageGroup(age: number): string {
  return age < 0 ? 'unknown' : (upperLimits.find(([limit]) => age <= limit)?.[1] ?? 'unknown');
}

export function keyOf(row: Row, by: readonly DimensionId[]): readonly string[] {
  return by.map((id) => memberOf(row, id));
}

/** Cells of rows with a number each: the sum, and the persons with a number above zero. */
export function cellsOfSums(
  rows: readonly (Row & { readonly amount: number })[],
  by: readonly DimensionId[],
): readonly AggregateCell[] {
  const cells = new Map<string, { key: readonly string[]; persons: Set<FollowedPerson>; sum: number }>();
  for (const row of rows) {
    const key = keyOf(row, by);
    const cell = cells.get(JSON.stringify(key)) ?? { key, persons: new Set(), sum: 0 };
    cell.sum += row.amount;
    if (row.amount > 0) cell.persons.add(row.person);
    cells.set(JSON.stringify(key), cell);
  }
  return inOrder(
    [...cells.values()]
      .map(({ key, persons, sum }) => ({ key, n: persons.size, amounts: [sum] }))
      .filter(({ n, amounts }) => n > 0 || amounts[0] !== 0),
  );
}

/** Cells of rows with a code each, or a day before which they cannot be looked at. */
export function cellsOfCodes(
  rows: readonly (Row & ({ readonly code: number } | { readonly matures: IsoDate }))[],
  codes: readonly number[],
  by: readonly DimensionId[],
): readonly AggregateCell[] {
  const cells = new Map<string, AggregateCell>();
  for (const row of rows) {
    const key = keyOf(row, by);
    const name = JSON.stringify(key);
    const cell = cells.get(name) ?? { key, n: 0, amounts: codes.map(() => 0) };
    if ('matures' in row) cells.set(name, { key, matures: row.matures });
    else if ('amounts' in cell) {
      const amounts = cell.amounts.map((amount, at) => (codes[at] === row.code ? amount + 1 : amount));
      cells.set(name, { key, n: cell.n + 1, amounts });
    }
  }
  return inOrder([...cells.values()]);
}

export function inOrder(cells: readonly AggregateCell[]): readonly AggregateCell[] {
  return [...cells].sort((a, b) => {
    const at = a.key.findIndex((part, i) => part !== b.key[i]);
    return at < 0 ? 0 : (a.key[at] ?? '') < (b.key[at] ?? '') ? -1 : 1;
  });
}

/** Cells of rows with a whole and a part of it: both sums, and the persons with a whole above zero. */
export function cellsOfShares(
  rows: readonly (Row & { readonly whole: number; readonly part: number })[],
  by: readonly DimensionId[],
): readonly AggregateCell[] {
  const wholes = new Map(
    cellsByKey(
      rows.map((row) => ({ ...row, amount: row.whole })),
      by,
    ),
  );
  const parts = new Map(
    cellsByKey(
      rows.map((row) => ({ ...row, amount: row.part })),
      by,
    ),
  );
  const names = new Set([...wholes.keys(), ...parts.keys()]);
  return inOrder(
    [...names].map((name) => {
      const [whole, part] = [wholes.get(name), parts.get(name)];
      return {
        key: whole?.key ?? part?.key ?? [],
        n: whole?.n ?? 0,
        amounts: [whole?.amounts[0] ?? 0, part?.amounts[0] ?? 0],
      };
    }),
  );
}

function cellsByKey(rows: Parameters<typeof cellsOfSums>[0], by: readonly DimensionId[]) {
  return cellsOfSums(rows, by).flatMap((cell) =>
    'amounts' in cell ? [[JSON.stringify(cell.key), cell] as const] : [],
  );
}

/** Sorts rights into those that are counted and those that are left out, by the first ground that holds. */
export function leaveOut<R extends FollowedRight>(
  rights: readonly R[],
  grounds: Readonly<Record<string, (right: R) => boolean>>,
): { readonly kept: ReadonlySet<R>; readonly exclusions: Readonly<Record<string, number>> } {
  const exclusions: Record<string, number> = Object.fromEntries(Object.keys(grounds).map((id) => [id, 0]));
  const kept = new Set<R>();
  for (const right of rights) {
    const ground = Object.keys(grounds).find((id) => grounds[id]?.(right) === true);
    if (ground === undefined) kept.add(right);
    else exclusions[ground] = (exclusions[ground] ?? 0) + 1;
  }
  return { kept, exclusions };
}
