import type { AggregateCell, DimensionId, IsoDate } from '@strapetsi/indicators';
import { checkpoints, cohortOf, naiveSituation, naiveStarts, type State } from './naive-completion.js';
import {
  isCounted,
  isVocational,
  naiveStudentYears,
  type PersonDays,
  type StudentYearRule,
} from './naive-student-years.js';
import { daysLater, FOREVER, lastDayOfMonth, type Person, type Right } from './person.js';

/** What the naive programs find, put into the cells of an aggregate with a map and nothing clever. */
export interface NaiveFigures {
  readonly cells: readonly AggregateCell[];
  readonly population: number;
  readonly exclusions: Readonly<Record<string, number>>;
}

export interface NaiveRequest {
  readonly by: readonly DimensionId[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly asOf: IsoDate;
}

interface Row {
  readonly person: Person;
  readonly right: Right;
  /** The day whose year decides the age. */
  readonly ageOn: IsoDate;
  readonly members: Readonly<Partial<Record<DimensionId, string>>>;
}

const states: readonly State[] = [1, 2, 3, 4, 5, 6, 7, 8, 98];

export function naiveStudentYearFigures(
  persons: readonly Person[],
  { by, from, to, asOf, rule }: NaiveRequest & { readonly rule?: StudentYearRule },
): NaiveFigures {
  const amounts = new Map<string, number>();
  const people = new Map<string, Set<Person>>();
  const rulesUsed = new Set<StudentYearRule>();
  for (const window of windowsOf(from, to, by.includes('month'))) {
    const ruleOfWindow = rule ?? (window.from < '2026-01-01' ? 'until2025' : 'from2026');
    rulesUsed.add(ruleOfWindow);
    for (const days of naiveStudentYears(persons, ruleOfWindow, window.from, window.to, asOf)) {
      if (days.amount === 0) continue;
      const key = JSON.stringify(by.map((id) => memberOf(rowOf(days, window.from), id)));
      amounts.set(key, (amounts.get(key) ?? 0) + days.amount);
      people.set(key, (people.get(key) ?? new Set()).add(days.person));
    }
  }
  const rights = persons
    .flatMap((person) => person.rights)
    .filter((right) => isVocational(right) && inForce(right, from, to));
  return {
    cells: sorted(
      [...amounts].map(([key, amount]) => ({ key: keyOf(key), n: people.get(key)?.size ?? 0, amounts: [amount] })),
    ),
    population: rights.length,
    exclusions: {
      nested: rights.filter(({ nested }) => nested).length,
      noJulyRule: rulesUsed.has('from2026')
        ? rights.filter((right) => isCounted(right) && right.julyRule === 'noValue').length
        : 0,
    },
  };
}

export function naiveCompletionFigures(persons: readonly Person[], { by, from, to, asOf }: NaiveRequest): NaiveFigures {
  const { counted, leftOut } = naiveStarts(persons, from, to);
  const cells = new Map<string, AggregateCell>();
  for (const start of counted) {
    for (const checkpoint of checkpoints) {
      const situation = naiveSituation(start, checkpoint, asOf, by.includes('cohort') ? start.cohort : cohortOf(to));
      const members = { cohort: start.cohort, started: start.started, checkpoint: checkpointId(checkpoint) };
      const row: Row = { person: start.person, right: start.right, ageOn: start.day, members };
      const key = JSON.stringify(by.map((id) => memberOf(row, id)));
      if ('matures' in situation) {
        cells.set(key, { key: keyOf(key), matures: situation.matures });
        continue;
      }
      const before = cells.get(key);
      const amounts = before !== undefined && 'amounts' in before ? before.amounts : states.map(() => 0);
      const after = amounts.map((amount, i) => (states[i] === situation.state ? amount + 1 : amount));
      cells.set(key, { key: keyOf(key), n: after.reduce((sum, amount) => sum + amount, 0), amounts: after });
    }
  }
  const why = (reason: (typeof leftOut)[number]['why']): number => leftOut.filter((one) => one.why === reason).length;
  return {
    cells: sorted([...cells.values()]),
    population: counted.length + leftOut.length,
    exclusions: { nested: why('included'), presentInTuva: why('inTuva'), otherStart: why('otherStart') },
  };
}

/** Ids of the checkpoints: months in two digits, so that they sort as they come. */
export function checkpointId(checkpoint: (typeof checkpoints)[number]): string {
  return checkpoint === 'lastMonthEnd' ? 'latest' : String(checkpoint).padStart(2, '0');
}

function rowOf({ person, right, period }: PersonDays, window: IsoDate): Row {
  const known = period.funding !== undefined && period.funding <= 17 && period.funding !== 5;
  const funding = known ? String(period.funding).padStart(2, '0') : 'unknown';
  return { person, right, ageOn: window, members: { year: window.slice(0, 4), month: window.slice(0, 7), funding } };
}

function memberOf({ person, right, ageOn, members }: Row, id: DimensionId): string {
  switch (id) {
    case 'provider':
      return right.provider;
    case 'school':
      return right.school ?? 'unknown';
    case 'qualification':
      return right.qualification ?? 'unknown';
    case 'gender':
      return person.gender ?? 'unknown';
    case 'ageGroup':
      return person.birthYear === undefined ? 'unknown' : ageGroup(Number(ageOn.slice(0, 4)) - person.birthYear);
    default:
      return members[id] ?? 'unknown';
  }
}

function ageGroup(age: number): string {
  if (age < 0 || age > 150) return 'unknown';
  if (age < 15) return '00-14';
  if (age < 20) return '15-19';
  if (age < 25) return '20-24';
  if (age < 30) return '25-29';
  if (age < 40) return '30-39';
  if (age < 50) return '40-49';
  return '50-99';
}

function windowsOf(
  from: IsoDate,
  to: IsoDate,
  months: boolean,
): readonly { readonly from: IsoDate; readonly to: IsoDate }[] {
  const windows: { from: IsoDate; to: IsoDate }[] = [];
  for (let start = from; start <= to;) {
    const last = months ? lastDayOfMonth(start) : `${start.slice(0, 4)}-12-31`;
    const end = last < to ? last : to;
    windows.push({ from: start, to: end });
    start = daysLater(end, 1);
  }
  return windows;
}

/** Whether the right is in force on some day of the period: it begins with its first period and ends with its final state. */
function inForce(right: Right, from: IsoDate, to: IsoDate): boolean {
  const [first] = right.periods;
  const final = right.periods.find(({ state }) => !['present', 'holiday', 'interrupted'].includes(state));
  return first !== undefined && first.start <= to && (final?.start ?? FOREVER) >= from;
}

function keyOf(text: string): readonly string[] {
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? parsed.map(String) : [];
}

function sorted(cells: readonly AggregateCell[]): readonly AggregateCell[] {
  return [...cells].sort((a, b) => compare(a.key, b.key));
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}
