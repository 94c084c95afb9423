import { classNames } from '../look/class-names.js';
import { inSeriesColour, type Frame, type Geometry, type Part, drawKey, type KeyItem } from '../layout/frame.js';
import { coloured, decoration, element, line, lineHeight, path, px, rect, textLines } from '../layout/nodes.js';
import { textWidth } from '../layout/text-width.js';
import type { SceneNode } from '../scene.js';
import type { Arranged, Span } from './arranged.js';
import { eventText, intervalWord, targetWord } from './words.js';

const BAND = 0.18;
const CAP = 4;
const WHISKER = 1.5;
const SAMPLE = 22;
/** How far a target reaches over the breadth of its bar, at each side. */
const OVER = 4;
const DIAMOND = 5;
const TARGET = { 'stroke-width': 2.5 };
const TARGET_DASH = '6 4';
const HALO = 3;
const EVENT = { 'stroke-dasharray': '2 3' };

/** A point of the drawing from its place across and its value. */
function at({ grows, valueAt }: Geometry, across: number, value: number): readonly [number, number] {
  return grows === 'up' ? [across, valueAt(value)] : [valueAt(value), across];
}

function stroke(
  geometry: Geometry,
  from: readonly [number, number],
  to: readonly [number, number],
  look = {},
): SceneNode {
  const [x1, y1] = at(geometry, ...from);
  const [x2, y2] = at(geometry, ...to);
  return line(x1, y1, x2, y2, look);
}

function pathThrough(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${px(x)},${px(y)}`).join('L')}`;
}

/** An interval with an end at each side of it. */
function whisker(geometry: Geometry, across: number, { from, to }: Span, width = WHISKER): readonly SceneNode[] {
  const look = { 'stroke-width': width };
  return [
    stroke(geometry, [across, from], [across, to], look),
    ...[from, to].map((end) => stroke(geometry, [across - CAP, end], [across + CAP, end], look)),
  ];
}

/** Runs of neighbours that have something, as their positions. */
function runsOf(has: readonly boolean[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  has.forEach((is, index) => {
    if (!is) return;
    if (has[index - 1] === true) runs.at(-1)?.push(index);
    else runs.push([index]);
  });
  return runs;
}

/** Intervals along a line as a band; one that has no neighbour as a whisker. */
function bands(geometry: Geometry, spans: readonly (Span | undefined)[], series: number): readonly SceneNode[] {
  return runsOf(spans.map((span) => span !== undefined)).flatMap((run) => {
    const points = run.flatMap((category) => {
      const span = spans[category];
      return span === undefined ? [] : [{ across: geometry.placeOf(series, category).middle, span }];
    });
    const [only] = points;
    if (points.length === 1 && only !== undefined) return whisker(geometry, only.across, only.span);
    const ends = [
      ...points.map(({ across, span }) => at(geometry, across, span.to)),
      ...[...points].reverse().map(({ across, span }) => at(geometry, across, span.from)),
    ];
    return [path(`${pathThrough(ends)}Z`, { fill: 'currentColor', 'fill-opacity': BAND })];
  });
}

function intervalNodes(
  frame: Frame,
  geometry: Geometry,
  { intervals }: Arranged,
  width?: number,
): readonly SceneNode[] {
  return intervals.flatMap((spans, series) => {
    if (spans.every((span) => span === undefined)) return [];
    const nodes =
      frame.kind === 'line'
        ? bands(geometry, spans, series)
        : spans.flatMap((span, category) =>
            span === undefined ? [] : whisker(geometry, geometry.placeOf(series, category).middle, span, width),
          );
    return frame.kind === 'line' ? [inSeriesColour(frame, series, nodes)] : nodes;
  });
}

/** Each target across its bar; along a line the targets of neighbours are joined. */
function targetNodes(
  frame: Frame,
  geometry: Geometry,
  { targets }: Arranged,
  width = TARGET['stroke-width'],
): readonly SceneNode[] {
  const look = { 'stroke-width': width };
  return targets.flatMap((ofSeries, series) => {
    const places = ofSeries.map((target, category) => ({
      value: target?.value,
      ...geometry.placeOf(series, category),
    }));
    if (frame.kind !== 'line') {
      return places.flatMap(({ value, middle, breadth }) => {
        const half = breadth / 2 + OVER;
        return value === undefined ? [] : [stroke(geometry, [middle - half, value], [middle + half, value], look)];
      });
    }
    return runsOf(places.map(({ value }) => value !== undefined)).map((run) => {
      const ends = run.map((category) => at(geometry, places[category]?.middle ?? 0, places[category]?.value ?? 0));
      const [only] = ends;
      if (ends.length === 1 && only !== undefined) return line(only[0] - 10, only[1], only[0] + 10, only[1], look);
      return path(pathThrough(ends), {
        fill: 'none',
        stroke: 'currentColor',
        ...look,
        'stroke-dasharray': TARGET_DASH,
      });
    });
  });
}

/** What tells others apart: a diamond, a square, a triangle, none of them filled. */
const shapes = [
  `M0,-${DIAMOND}l${DIAMOND},${DIAMOND}l-${DIAMOND},${DIAMOND}l-${DIAMOND},-${DIAMOND}z`,
  'M-4,-4h8v8h-8z',
  'M0,-5l5,9h-10z',
] as const;

function othersMark(index: number, x: number, y: number, width = 2): SceneNode {
  return path(shapes[index % shapes.length] ?? shapes[0], {
    transform: `translate(${px(x)},${px(y)})`,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': width,
  });
}

function othersNodes(geometry: Geometry, { others }: Arranged, width?: number): readonly SceneNode[] {
  return others.flatMap(({ points }, index) =>
    points.flatMap((ofSeries, series) =>
      ofSeries.flatMap(({ value }, category) => {
        if (value === undefined) return [];
        return [othersMark(index, ...at(geometry, geometry.placeOf(series, category).middle, value), width)];
      }),
    ),
  );
}

/** Others' figures along a line, joined where they are neighbours. */
function othersLines(geometry: Geometry, { others }: Arranged): readonly SceneNode[] {
  return others.flatMap(({ points }) =>
    points.flatMap((ofSeries, series) =>
      runsOf(ofSeries.map(({ value }) => value !== undefined)).map((run) => {
        const ends = run.map((category) =>
          at(geometry, geometry.placeOf(series, category).middle, ofSeries[category]?.value ?? 0),
        );
        return path(pathThrough(ends), { fill: 'none', stroke: 'currentColor', 'stroke-dasharray': '2 2' });
      }),
    ),
  );
}

/** Where on a time axis a day is, px; nothing where the axis does not reach it. */
function acrossOf({ dataset }: Frame, geometry: Geometry, day: number): number | undefined {
  const { categories } = dataset.axis;
  const known = categories.flatMap(({ at: year }, category) =>
    year === undefined ? [] : [{ year, place: geometry.placeOf(0, category).middle }],
  );
  const after = known.findIndex(({ year }) => year >= day);
  const [first, second] = after <= 0 ? [known[0], known[1]] : [known[after - 1], known[after]];
  const [a, b] = after < 0 ? [known.at(-2), known.at(-1)] : [first, second];
  if (a === undefined || b === undefined) return undefined;
  const place = a.place + ((day - a.year) / (b.year - a.year)) * (b.place - a.place);
  return place < geometry.box.left || place > geometry.box.right ? undefined : place;
}

interface Placed {
  readonly x: number;
  readonly numbers: readonly number[];
}

/** Numbers of events over the plot; those that would overlap stand together. */
function placedEvents(frame: Frame, geometry: Geometry, { events }: Arranged): readonly Placed[] {
  if (geometry.grows !== 'up') return [];
  const placed: Placed[] = [];
  for (const [index, event] of events.entries()) {
    const x = acrossOf(frame, geometry, event.at);
    if (x === undefined) continue;
    const last = placed.at(-1);
    const isApart = last === undefined || x - last.x >= textWidth(`${last.numbers.join(', ')} 0`, frame.font);
    if (isApart) placed.push({ x, numbers: [index + 1] });
    else placed[placed.length - 1] = { x: last.x, numbers: [...last.numbers, index + 1] };
  }
  return placed;
}

function eventNodes(frame: Frame, geometry: Geometry, beside: Arranged): readonly SceneNode[] {
  const { font } = frame;
  const { top, bottom } = geometry.box;
  // Over bars a line would cross their words.
  const hasLines = frame.kind === 'line';
  return placedEvents(frame, geometry, beside).flatMap(({ x, numbers }) => [
    ...(hasLines ? [line(x, top, x, bottom, EVENT)] : []),
    ...textLines([numbers.join(', ')], x, top - lineHeight(font), font, 'middle'),
  ]);
}

/** Room for the numbers of events. */
export function headroom({ font }: Frame, { events }: Arranged): number {
  return events.length === 0 ? 0 : lineHeight(font);
}

function keyItems(frame: Frame, beside: Arranged): readonly KeyItem[] {
  const { language } = frame.dataset;
  const items: KeyItem[] = [];
  if (beside.intervals.flat().some((span) => span !== undefined)) {
    items.push({
      text: intervalWord(language),
      sample: (x, y) => {
        if (frame.kind === 'line') return rect(x, y - 6, SAMPLE, 12, { 'fill-opacity': BAND });
        return element('g', {}, [
          line(x, y, x + SAMPLE, y, { 'stroke-width': WHISKER }),
          line(x, y - CAP, x, y + CAP, { 'stroke-width': WHISKER }),
          line(x + SAMPLE, y - CAP, x + SAMPLE, y + CAP, { 'stroke-width': WHISKER }),
        ]);
      },
    });
  }
  if (beside.targets.flat().some((target) => target !== undefined)) {
    const look = frame.kind === 'line' ? { ...TARGET, 'stroke-dasharray': TARGET_DASH } : TARGET;
    items.push({ text: targetWord(language), sample: (x, y) => line(x, y, x + SAMPLE, y, look) });
  }
  beside.others.forEach(({ label }, index) => {
    items.push({ text: label, sample: (x, y) => othersMark(index, x + SAMPLE / 2, y) });
  });
  beside.events.forEach((event, index) => {
    const number = String(index + 1);
    items.push({
      text: eventText(event, language),
      sample: (x, y) =>
        element('g', {}, textLines([number], x + SAMPLE / 2, y - lineHeight(frame.font) / 2, frame.font, 'middle')),
    });
  });
  return items;
}

/** What stands beside the figures, over the plot, and its key from `top` down. */
export function drawBeside(frame: Frame, geometry: Geometry, beside: Arranged, top: number): Part {
  const { theme } = frame;
  const key = drawKey(frame, keyItems(frame, beside), SAMPLE, top);
  const nodes = [
    coloured(classNames.quiet, theme.quiet, eventNodes(frame, geometry, beside)),
    ...(frame.kind === 'line' ? intervalNodes(frame, geometry, beside) : []),
    // Along a line a halo would hide the points themselves.
    ...(frame.kind === 'line'
      ? [coloured(classNames.quiet, theme.quiet, othersLines(geometry, beside))]
      : [
          coloured(classNames.halo, theme.surface, [
            ...intervalNodes(frame, geometry, beside, WHISKER + 2),
            ...targetNodes(frame, geometry, beside, TARGET['stroke-width'] + HALO),
            ...othersNodes(geometry, beside, 2 + HALO),
          ]),
        ]),
    coloured(classNames.text, theme.text, [
      ...(frame.kind === 'line' ? [] : intervalNodes(frame, geometry, beside)),
      ...targetNodes(frame, geometry, beside),
      ...othersNodes(geometry, beside),
    ]),
    coloured(classNames.quiet, theme.quiet, key.nodes),
  ];
  return { nodes: [decoration(nodes)], height: key.height };
}
