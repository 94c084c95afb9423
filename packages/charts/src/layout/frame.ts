import type { ChartKind } from '../kinds/kind.js';
import type { Dataset } from '../dataset/dataset.js';
import { pointName } from '../dataset/dataset.js';
import type { Point } from '../dataset/point.js';
import { seriesClass } from '../look/class-names.js';
import type { Theme } from '../look/theme.js';
import type { Mark, SceneNode } from '../scene.js';
import { coloured, element, lineHeight, path, px, rect, textLines } from './nodes.js';
import { wrap, type Font } from './text-width.js';

/** What every part of a layout is given. */
export interface Frame {
  readonly dataset: Dataset;
  readonly kind: ChartKind;
  readonly id: string;
  /** px */
  readonly width: number;
  readonly font: Font;
  readonly theme: Theme;
}

/** A drawn part with its height, from y = 0 of where it was asked to stand. */
export interface Part {
  readonly nodes: readonly SceneNode[];
  readonly height: number;
}

/** Where a plot puts values: what is drawn over it (intervals, targets, benchmarks, events) goes by this. */
export interface Geometry {
  /** The way in which values grow. */
  readonly grows: 'up' | 'right';
  /** px along that way, of a value in the figure's unit: y where it grows up, x where it grows to the right. */
  readonly valueAt: (value: number) => number;
  /** px across: the middle of a point's place, and how much of it the point may take. */
  readonly placeOf: (series: number, category: number) => { readonly middle: number; readonly breadth: number };
  /** Where values are drawn, px. */
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/** A part with points in it. */
export interface Plot extends Part {
  readonly marks: readonly Mark[];
  /** Absent where nothing can be drawn over it, such as over shares of a whole. */
  readonly geometry?: Geometry;
}

/** Draws the points of a frame from `top` down. */
export type LayoutPlot = (frame: Frame, top: number) => Plot;

export interface DrawnPoint {
  readonly series: number;
  readonly category: number;
  readonly hit: Mark['hit'];
  readonly nodes: readonly SceneNode[];
}

/** Beyond this a line chart is a tangle: there are as many colours, dashes and marker shapes. */
export const MOST_LINES = 8;
/** As many parts of a whole can be told apart without colour, the plain one included. */
export const MOST_TEXTURES = 12;
/** Above this many points marks would be a maze for the keyboard: summary and table remain. */
export const MOST_MARKS = 200;
/** WCAG 2.5.8 */
export const SMALLEST_TARGET = 24;
/** Side of the mark that stands for a value that has no size. */
export const SYMBOL = 12;
/** Less than this of a known range would not be seen. */
export const SHORTEST_STUB = 10;

/** More bars side by side than this would be a rainbow; each has its name beside it, so one colour does. */
const MOST_BAR_COLOURS = 4;

/** Which of the eight looks a series has. */
export function lookOf({ dataset, kind }: Frame, series: number): number {
  return kind === 'bar' && dataset.series.length > MOST_BAR_COLOURS ? 0 : series % 8;
}

/** A group in the colour of a series. */
export function inSeriesColour(frame: Frame, series: number, nodes: readonly SceneNode[]): SceneNode {
  const look = lookOf(frame, series);
  return coloured(seriesClass(look), frame.theme.series[look] ?? frame.theme.text, nodes);
}

function hatchId({ id }: Frame, series: number): string {
  return `${id}-hatch-${series + 1}`;
}

function hatch(frame: Frame, series: number): SceneNode {
  const stripes = path('M-1,1L1,-1M0,6L6,0M5,7L7,5', { stroke: 'currentColor', 'stroke-width': 1.5 });
  const attributes = { id: hatchId(frame, series), width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  return element('defs', {}, [element('pattern', attributes, [stripes])]);
}

/** A hatched box: what is withheld lies somewhere in it. */
export function hatched(frame: Frame, series: number, x: number, y: number, width: number, height: number): SceneNode {
  return rect(x, y, width, height, {
    fill: `url(#${hatchId(frame, series)})`,
    stroke: 'currentColor',
    'stroke-dasharray': '3 2',
  });
}

/** Less than any figure is told with; as a divisor it would only make infinities. */
export const NOTHING = 1e-9;

/** Where the mark of a point ends, in the figure's unit; 0 where it has no size. */
export function endOf({ value, range }: Point): number {
  const end = value ?? range?.to ?? 0;
  return end < NOTHING ? 0 : end;
}

/** Where all that belongs to a point ends, what is drawn over it included. */
export function reachOf(point: Point): number {
  return Math.max(endOf(point), point.reach ?? 0);
}

/** The ends of the mark of a range in px from zero, where a unit is `unit` px: never too short to be seen. */
export function stub(
  range: { readonly from: number; readonly to: number },
  unit: number,
): { readonly from: number; readonly to: number } {
  const from = range.from * unit;
  return { from, to: Math.max(range.to * unit, from + SHORTEST_STUB) };
}

/** The mark of a value that has no size, in a square of `SYMBOL` px around a middle. */
export function symbol(frame: Frame, series: number, status: string, x: number, y: number): SceneNode {
  const half = SYMBOL / 2;
  const stroke = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 };
  switch (status) {
    case 'withheld':
      return hatched(frame, series, x - half, y - half, SYMBOL, SYMBOL);
    case 'immature':
      return element('circle', { cx: px(x), cy: px(y), r: 5, ...stroke, 'stroke-dasharray': '2.5 2' });
    case 'notApplicable':
      return path(`M${px(x - 4)},${px(y - 4)}l8,8m0,-8l-8,8`, stroke);
    default:
      return path(`M${px(x - half)},${px(y)}h${SYMBOL}`, stroke);
  }
}

/** Series by series: its own drawing, then its points as named marks, or as mere drawing where there are too many. */
export function seriesGroups(
  frame: Frame,
  drawn: readonly DrawnPoint[],
  own: (series: number) => readonly SceneNode[] = () => [],
): { readonly nodes: readonly SceneNode[]; readonly marks: readonly Mark[] } {
  const { dataset } = frame;
  const isMarked = drawn.length <= MOST_MARKS;
  const marks: Mark[] = [];
  const nodes = dataset.series.map((series, index) => {
    const points = drawn.filter((point) => point.series === index);
    const children = points.map(({ category, hit, nodes: shape }) => {
      const name = pointName(dataset, index, category);
      if (!isMarked) return element('g', { 'aria-hidden': 'true' }, shape);
      const key = `${series.id}/${dataset.axis.categories[category]?.id ?? ''}`;
      const value = dataset.points[index]?.[category]?.text ?? '';
      marks.push({
        key,
        series: index,
        category,
        name,
        value,
        hit: { x: px(hit.x), y: px(hit.y), width: px(hit.width), height: px(hit.height) },
      });
      return element('g', { role: 'graphics-symbol', 'aria-label': name }, shape);
    });
    const isHatched = dataset.points[index]?.some(({ status }) => status === 'withheld') === true;
    return inSeriesColour(frame, index, [...(isHatched ? [hatch(frame, index)] : []), ...own(index), ...children]);
  });
  return { nodes, marks };
}

const KEY_GAP = 6;
const KEY_APART = 16;
const KEY_LINES = 3;

/** A drawn sample with what it stands for. */
export interface KeyItem {
  readonly text: string;
  /** The sample with its left end at `x` and its middle at `y`. */
  readonly sample: (x: number, y: number) => SceneNode;
}

/** Samples of one width with their texts, as many in a row as fit. */
export function drawKey({ font, width }: Frame, items: readonly KeyItem[], sampleWidth: number, top: number): Part {
  const step = lineHeight(font);
  const nodes: SceneNode[] = [];
  let x = 0;
  let y = top;
  let rowHeight = 0;
  for (const { text, sample } of items) {
    const indent = sampleWidth + KEY_GAP;
    const { lines, width: textWidth } = wrap(text, width - indent, font, KEY_LINES);
    if (x > 0 && x + indent + textWidth > width) {
      x = 0;
      y += rowHeight + 4;
      rowHeight = 0;
    }
    nodes.push(sample(x, y + step / 2), ...textLines(lines, x + indent, y, font));
    x += indent + textWidth + KEY_APART;
    rowHeight = Math.max(rowHeight, lines.length * step);
  }
  return { nodes, height: y + rowHeight - top };
}
