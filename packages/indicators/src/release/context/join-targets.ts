import type { IndicatorTable, TableAnnotation, TableTarget } from '../../publication/indicator-table.js';
import { choices, contextProblemOf, type ContextProblem } from './context-problem.js';
import { placeTarget, type PlacedTarget } from './place-target.js';
import type { Target, TargetList } from './targets.js';

export interface JoinedContext {
  readonly tables: readonly IndicatorTable[];
  /** What could not be put beside any figure. */
  readonly problems: readonly ContextProblem[];
}

const SOURCE = 'targets';

/** How near a table came to having the cell: the problem of the nearest is told. */
const nearness = ['no-slice', 'no-member', 'no-period'] as const;

/** Whether a published value is as good as a target; nothing where there is none, or neither direction is better. */
function isReached({ indicator, cells }: IndicatorTable, cell: number, value: number): boolean | undefined {
  const published = cells[cell];
  if (published?.status !== 'value' || indicator.direction === 'neither') return undefined;
  return indicator.direction === 'higherIsBetter' ? published.value >= value : published.value <= value;
}

function tableTarget(table: IndicatorTable, cell: number, { value, source, decidedBy }: Target): TableTarget {
  const reached = isReached(table, cell, value);
  return { cell, value, ...(reached === undefined ? {} : { reached }), source, decidedBy };
}

/** Tables with the targets of their cells and the events of their time, and what belongs to none of them. */
export function joinTargets(tables: readonly IndicatorTable[], { targets, events = [] }: TargetList): JoinedContext {
  const placed = new Map<IndicatorTable, Map<number, TableTarget>>(tables.map((table) => [table, new Map()]));
  const problems = targets.flatMap((target, at): readonly ContextProblem[] => {
    const path = `targets[${String(at)}]`;
    const of = tables.filter(({ indicator }) => indicator.id === target.indicator);
    const fitting = of.filter(({ figure }) => figure.id === target.figure);
    const [first] = fitting;
    if (first === undefined) return [absent(tables, of, target, path)];
    if (first.figure.unit === 'share' && (target.value < 0 || target.value > 1))
      return [contextProblemOf('not-a-share', SOURCE, `${path}.value`, String(target.value), '0–1')];
    const places = fitting.map((table) => [table, placeTarget(table, target)] as const);
    let isThere = false;
    let isTwice = false;
    for (const [table, place] of places) {
      if (!('cell' in place)) continue;
      isThere = true;
      if (placed.get(table)?.has(place.cell) === true) isTwice = true;
      else placed.get(table)?.set(place.cell, tableTarget(table, place.cell, target));
    }
    if (!isThere)
      return [
        notPlaced(
          places.map(([, place]) => place),
          path,
        ),
      ];
    return isTwice ? [contextProblemOf('target-twice', SOURCE, path, 'another target', 'one target of a cell')] : [];
  });
  const annotated = tables.map((table) =>
    withContext(table, [...(placed.get(table)?.values() ?? [])], eventsOf(table, events)),
  );
  return { tables: annotated, problems: [...problems, ...eventProblems(tables, events)] };
}

function withContext(
  table: IndicatorTable,
  targets: readonly TableTarget[],
  annotations: readonly TableAnnotation[],
): IndicatorTable {
  return {
    ...table,
    ...(targets.length === 0 ? {} : { targets: [...targets].sort((a, b) => a.cell - b.cell) }),
    ...(annotations.length === 0 ? {} : { annotations }),
  };
}

function absent(
  tables: readonly IndicatorTable[],
  of: readonly IndicatorTable[],
  { indicator, figure }: Target,
  path: string,
): ContextProblem {
  if (of.length > 0)
    return contextProblemOf('no-figure', SOURCE, `${path}.figure`, figure, choices(of.map((table) => table.figure.id)));
  const known = choices(tables.map((table) => table.indicator.id));
  return contextProblemOf('no-indicator', SOURCE, `${path}.indicator`, indicator, known);
}

function notPlaced(places: readonly PlacedTarget[], path: string): ContextProblem {
  const failures = places.flatMap((place) => ('cell' in place ? [] : [place]));
  const nearest = Math.max(...failures.map(({ code }) => nearness.indexOf(code)));
  const ofNearest = failures.filter(({ code }) => nearness.indexOf(code) === nearest);
  const { code = 'no-slice', path: part = '', found = '' } = ofNearest[0] ?? {};
  const expected = choices(ofNearest.flatMap((one) => (one.path === part ? one.expected.split(' | ') : [])));
  return contextProblemOf(code, SOURCE, `${path}.${part}`, found, expected);
}

type Events = NonNullable<TargetList['events']>;

function isAbout({ indicator, period }: IndicatorTable, { date, indicators }: Events[number]): boolean {
  return (indicators?.includes(indicator.id) ?? true) && period.from <= date && date <= period.to;
}

function eventsOf(table: IndicatorTable, events: Events): readonly TableAnnotation[] {
  return events
    .filter((event) => isAbout(table, event))
    .map(({ date, text }) => ({ date, text }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function eventProblems(tables: readonly IndicatorTable[], events: Events): readonly ContextProblem[] {
  const ids = new Set(tables.map(({ indicator }) => indicator.id));
  return events.flatMap((event, at) => {
    const path = `events[${String(at)}]`;
    const unknown = (event.indicators ?? []).flatMap((id, number) =>
      ids.has(id)
        ? []
        : [contextProblemOf('no-indicator', SOURCE, `${path}.indicators[${String(number)}]`, id, choices(ids))],
    );
    if (unknown.length > 0 || tables.some((table) => isAbout(table, event))) return unknown;
    const periods = choices(tables.map(({ period }) => `${period.from}–${period.to}`));
    return [contextProblemOf('no-time', SOURCE, `${path}.date`, event.date, periods)];
  });
}
