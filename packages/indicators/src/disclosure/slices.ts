import { TOTAL, type Aggregate } from '../aggregate/aggregate.js';
import type { DimensionId } from '../definitions/definition.js';
import { isAbove } from '../definitions/hierarchies.js';
import { onlyEntries } from '../engine/options.js';
import { memberSpan } from '../publication/member-span.js';

/**
 * A group of persons or rows, told by what its members have in common: by dimension the members that they may have. `window` has the
 * days; `provider` is there even where nobody asked for it. The same group has the same slice in every table.
 */
export type Slice = ReadonlyMap<string, readonly string[]>;

export const WINDOW = 'window';

/** The name of a slice: equal slices have equal names. */
export function nameOfSlice(slice: Slice): string {
  return JSON.stringify([...slice].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, members]) => [id, ...members]));
}

/** What a table's every cell has in common. */
export function commonSlice(aggregate: Aggregate): Slice {
  const { period, providers } = aggregate;
  const slice = new Map<string, readonly string[]>([[WINDOW, [windowName(period.from, period.to)]]]);
  if (providers.length > 0) slice.set('provider', providers.map(({ id }) => id).sort());
  for (const [id, members] of onlyEntries(aggregate.only)) slice.set(id, [...members].sort());
  return slice;
}

function windowName(from: string, to: string): string {
  return `${from}–${to}`;
}

/** First and last day of a slice's window. */
export function windowOf(slice: Slice): { readonly from: string; readonly to: string } {
  const [from = '', to = ''] = (slice.get(WINDOW)?.[0] ?? '').split('–');
  return { from, to };
}

/** The slice of a cell, of which some dimensions may be put together. */
export function sliceOf(
  key: readonly string[],
  by: readonly DimensionId[],
  common: Slice,
  isWindow: (id: DimensionId) => boolean,
): Slice {
  const slice = new Map(common);
  by.forEach((id, at) => {
    const member = key[at];
    if (member === undefined || member === TOTAL) return;
    if (isWindow(id)) slice.set(WINDOW, [shortened(member, windowOf(slice))]);
    else slice.set(id, [member]);
  });
  return withoutImplied(slice);
}

function shortened(member: string, { from, to }: { readonly from: string; readonly to: string }): string {
  const span = memberSpan(member);
  if (span.from === undefined || span.to === undefined) return member;
  return windowName(span.from > from ? span.from : from, span.to < to ? span.to : to);
}

/** A school is of one provider, which need not be said besides. */
function withoutImplied(slice: Map<string, readonly string[]>): Slice {
  for (const upper of [...slice.keys()]) {
    const isImplied = [...slice].some(
      ([lower, members]) => members.length === 1 && isAbove(upper as DimensionId, lower as DimensionId),
    );
    if (isImplied) slice.delete(upper);
  }
  return slice;
}
