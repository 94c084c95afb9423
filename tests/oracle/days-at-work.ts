import type { IsoDate } from '@strapetsi/indicators';
import { lastDayOfRight, touches } from './naive-follow-up.js';
import { daysLater, FOREVER } from './person.js';
import type { Workplace, WorkingPerson, WorkingRight } from './working-networks.js';

/** A day of a workplace period on which its right is not interrupted; an invalidated right has none. */
export interface DayAtWork {
  readonly right: WorkingRight;
  readonly workplace: Workplace;
  readonly day: IsoDate;
  /** What of the day is the period's, in millionths. */
  readonly part: number;
  /** The first of the period. */
  readonly isFirst: boolean;
}

/** No network is asked about a later day. */
const LAST_DAY = '2025-12-31';
const WHOLE_DAY = 1_000_000;

/**
 * Every day at work of a person, from the account of eHOKS (doc/tyopaikkajaksojen-kestojen-laskenta.md): a day on which k periods run is
 * divided by k, and each has its part-time share of its part. Parts are whole millionths that add up to the exact sum, rounded: what the
 * division leaves over goes, one each, to those that lost most by it, the earlier before the later.
 */
function daysAtWork(person: WorkingPerson): readonly DayAtWork[] {
  const known = found.get(person);
  if (known !== undefined) return known;
  const byDay = new Map<IsoDate, Omit<DayAtWork, 'part'>[]>();
  for (const right of person.rights) {
    if (right.periods.some(({ state }) => state === 'invalidated')) continue;
    const interruptions = right.periods.filter(({ state }) => state === 'interrupted');
    for (const workplace of right.workplaces) {
      let isFirst = true;
      for (let day = workplace.start; day <= (workplace.end ?? FOREVER) && day <= LAST_DAY; day = daysLater(day, 1)) {
        if (interruptions.some((period) => touches(period, { from: day, to: day }))) continue;
        const running = byDay.get(day) ?? [];
        running.push({ right, workplace, day, isFirst });
        byDay.set(day, running);
        isFirst = false;
      }
    }
  }
  const days = [...byDay.values()].flatMap(divided);
  found.set(person, days);
  return days;
}

const found = new Map<WorkingPerson, readonly DayAtWork[]>();

function divided(running: readonly Omit<DayAtWork, 'part'>[]): readonly DayAtWork[] {
  const k = running.length;
  const shares = running.map(({ workplace }) => workplace.share ?? WHOLE_DAY);
  const parts = shares.map((share) => (share - (share % k)) / k);
  const exact = shares.reduce((sum, share) => sum + share, 0) / k;
  let over = Math.round(exact) - parts.reduce((sum, part) => sum + part, 0);
  for (let lost = k - 1; lost > 0; lost--) {
    shares.forEach((share, at) => {
      if (over > 0 && share % k === lost) {
        parts[at] = (parts[at] ?? 0) + 1;
        over--;
      }
    });
  }
  return running.map((one, at) => ({ ...one, part: parts[at] ?? 0 }));
}

/** Days at work of one right. */
export function daysAtWorkIn(person: WorkingPerson, right: WorkingRight): readonly DayAtWork[] {
  return daysAtWork(person).filter((one) => one.right === right);
}

/** Days at work of one right while it is in force, as far as they are known. */
export function daysWithin(person: WorkingPerson, right: WorkingRight, asOf: IsoDate): readonly DayAtWork[] {
  const start = right.periods[0]?.start ?? FOREVER;
  const last = lastDayOfRight(right);
  return daysAtWorkIn(person, right).filter(({ day }) => start <= day && day <= last && day <= asOf);
}
