import { TOTAL, type Aggregate } from '../aggregate/aggregate.js';
import { addMonths, dayFromIso, isoFromDay } from '../days/calendar.js';
import { isAbove } from '../definitions/hierarchies.js';
import type { TableDimension } from './indicator-table.js';
import { memberSpan } from './member-span.js';
import type { CellPlace } from './publish-figure.js';

/** Every combination of members, row-major: the last dimension runs fastest. */
export function keysOf(dimensions: readonly TableDimension[]): readonly (readonly string[])[] {
  return dimensions.reduce<readonly (readonly string[])[]>(
    (keys, { members }) => keys.flatMap((key) => members.map(({ id }) => [...key, id])),
    [[]],
  );
}

/**
 * Whether a combination of members can occur: a school is not met with another provider than its own, nor a month in another year.
 * Members that nothing is above or below can stand with any.
 */
export function isPossible({ by, cells }: Aggregate): (key: readonly string[]) => boolean {
  const nested = by.flatMap((upper, above) =>
    by.flatMap((lower, below) => (isAbove(upper, lower) ? [{ above, below }] : [])),
  );
  const pair = (key: readonly string[], { above, below }: (typeof nested)[number]): string =>
    JSON.stringify([above, key[above], below, key[below]]);
  const met = new Set(cells.flatMap(({ key }) => nested.map((places) => pair(key, places))));
  return (key) =>
    nested.every((places) => {
      const [upper = '', lower = ''] = [key[places.above], key[places.below]];
      return upper === TOTAL || lower === TOTAL || met.has(pair(key, places)) || isWithin(lower, upper);
    });
}

/** Of years, half-years and months, where one without records is still one. */
function isWithin(lower: string, upper: string): boolean {
  const [inner, outer] = [memberSpan(lower), memberSpan(upper)];
  if (inner.from === undefined || outer.from === undefined) return false;
  return inner.from >= outer.from && (inner.to ?? '') <= (outer.to ?? '');
}

/**
 * Where a cell stands in time: the last day of the period that its windows and cohorts leave, and how many days of it there have
 * been on the day of the data.
 */
export function placeOf(
  key: readonly string[],
  dimensions: readonly TableDimension[],
  aggregate: Aggregate,
): CellPlace {
  let { from, to } = aggregate.period;
  key.forEach((id, at) => {
    const dimension = dimensions[at];
    if (dimension?.scale !== 'time') return;
    const span = memberSpan(id);
    if (span.from !== undefined && span.from > from) from = span.from;
    if (span.to !== undefined && span.to < to) to = span.to;
  });
  return {
    days: Math.max(0, dayFromIso(to < aggregate.asOf ? to : aggregate.asOf) - dayFromIso(from) + 1),
    followedFor: (months) => isoFromDay(addMonths(dayFromIso(to), months)),
  };
}
