import type { Point } from '../dataset/point.js';
import { classNames } from '../look/class-names.js';
import { BESIDE, mostPerUnit } from './bar-room.js';
import {
  SMALLEST_TARGET,
  SYMBOL,
  hatched,
  reachOf,
  seriesGroups,
  stub,
  symbol,
  type DrawnPoint,
  type Frame,
  type Plot,
} from './frame.js';
import { coloured, decoration, line, lineHeight, rect, textLines } from './nodes.js';
import type { SceneNode } from '../scene.js';
import { wrap, type Wrapped } from './text-width.js';

const GAP = 8;
const LABEL_LINES = 3;

/**
 * Where texts stand. `beside`: labels in a column before the bars, values after them. `above`: labels over their bars.
 * `stacked`: values over their bars too, for narrow pages and large text.
 */
type Arrangement = 'beside' | 'above' | 'stacked';

interface Row {
  readonly point: Point;
  readonly series: number;
  readonly category: number;
  readonly label: Wrapped;
  readonly words: Wrapped;
}

interface Rows {
  readonly arrangement: Arrangement;
  readonly rows: readonly Row[];
  /** Where bars begin, px. */
  readonly start: number;
  /** Px of one unit of the figure. */
  readonly unit: number;
}

function labelOf({ dataset }: Frame, series: number, category: number): string {
  return dataset.series.length > 1
    ? (dataset.series[series]?.label ?? '')
    : (dataset.axis.categories[category]?.label ?? '');
}

/** Category by category, so that what is compared stands together. */
function rowsOf(frame: Frame, labelWidth: number): readonly Row[] {
  const { dataset, font, width } = frame;
  return dataset.axis.categories.flatMap((_, category) =>
    dataset.series.flatMap((__, series) => {
      const point = dataset.points[series]?.[category];
      if (point === undefined) return [];
      const label = wrap(labelOf(frame, series, category), labelWidth, font, LABEL_LINES);
      return [{ point, series, category, label, words: wrap(point.text, width, font, LABEL_LINES) }];
    }),
  );
}

/** The largest unit with which every bar and the words after it fit in `room`; 0 where they cannot. */
function unitFor(rows: readonly Row[], room: number): number {
  return Math.min(...rows.map(({ point, words }) => mostPerUnit(point, room - GAP - words.width)));
}

/** The first arrangement in which the words fit and the longest bar keeps a fair share of the width. */
function arrange(frame: Frame): Rows {
  const { width } = frame;
  const beside = rowsOf(frame, width * 0.38);
  const longest = Math.max(0, ...beside.map(({ point }) => reachOf(point)));
  const isFair = (unit: number, share: number): boolean => (longest === 0 ? unit > 0 : unit * longest >= width * share);

  const start = Math.max(0, ...beside.map(({ label }) => label.width)) + GAP;
  const unitBeside = unitFor(beside, width - start);
  const areNamesCalm = beside.every(({ label }) => !label.cut && label.lines.length <= 2);
  if (areNamesCalm && isFair(unitBeside, 0.3)) {
    return { arrangement: 'beside', rows: beside, start, unit: finite(unitBeside) };
  }
  const above = rowsOf(frame, width);
  const unitAbove = unitFor(above, width);
  if (isFair(unitAbove, 0.4)) return { arrangement: 'above', rows: above, start: 0, unit: finite(unitAbove) };
  const unitStacked = Math.min(...above.map(({ point }) => mostPerUnit(point, width)));
  return { arrangement: 'stacked', rows: above, start: 0, unit: finite(unitStacked) };
}

/** Where no mark has a size any unit will do. */
function finite(unit: number): number {
  return Number.isFinite(unit) ? unit : 1;
}

/** One bar for each point, lying: room for long names at any width. Values are printed, so there is no axis of numbers. */
export function layoutBarRows(frame: Frame, top: number): Plot {
  const { dataset, font, theme, width } = frame;
  const { arrangement, rows, start, unit } = arrange(frame);
  const isGrouped = dataset.series.length > 1;
  const step = lineHeight(font);
  const thickness = Math.max(16, Math.round(font.size * 1.3));
  const rowGap = Math.round(font.size * 0.6);
  const labels: SceneNode[] = [];
  const words: SceneNode[] = [];
  const quietWords: SceneNode[] = [];
  const zeroLines: SceneNode[] = [];
  const places = new Map<string, { readonly middle: number; readonly breadth: number }>();
  const drawn: DrawnPoint[] = [];
  let y = top;
  let category = -1;

  for (const row of rows) {
    const { point } = row;
    if (isGrouped && row.category !== category) {
      if (category >= 0) y += rowGap * 2;
      const heading = wrap(
        dataset.axis.categories[row.category]?.label ?? '',
        width,
        { ...font, bold: true },
        LABEL_LINES,
      );
      labels.push(...textLines(heading.lines, 0, y, { ...font, bold: true }));
      y += heading.lines.length * step + 4;
    }
    category = row.category;

    const labelHeight = row.label.lines.length * step;
    const wordsHeight = row.words.lines.length * step;
    const rowTop = y;
    let middle: number;
    if (arrangement === 'beside') {
      const height = Math.max(SMALLEST_TARGET, thickness, labelHeight, wordsHeight) + rowGap;
      middle = rowTop + height / 2;
      labels.push(...textLines(row.label.lines, start - GAP, middle - labelHeight / 2, font, 'end'));
      zeroLines.push(line(start, rowTop, start, rowTop + height));
      y += height;
    } else {
      labels.push(...textLines(row.label.lines, 0, y, font));
      y += labelHeight;
      if (arrangement === 'stacked') y += wordsHeight;
      const height = Math.max(SMALLEST_TARGET, thickness + 4, arrangement === 'above' ? wordsHeight : 0);
      middle = y + height / 2;
      y += height + rowGap;
    }

    const barTop = middle - thickness / 2;
    const { shape, end: barEnd } = barShape(frame, row, start, unit, barTop, thickness);
    const end = point.reach === undefined ? barEnd : Math.max(barEnd, start + point.reach * unit + BESIDE);
    places.set(placeKey(row.series, row.category), { middle, breadth: thickness });
    const target = point.status === 'value' ? words : quietWords;
    const wordsTop = arrangement === 'stacked' ? barTop - wordsHeight - 2 : middle - wordsHeight / 2;
    const wordsStart = arrangement === 'stacked' ? 0 : end + GAP;
    target.push(...textLines(row.words.lines, wordsStart, wordsTop, font));

    const hitTop = arrangement === 'stacked' ? wordsTop : middle - Math.max(SMALLEST_TARGET, thickness + 4) / 2;
    const hitBottom = middle + Math.max(SMALLEST_TARGET, thickness + 4) / 2;
    const hitEnd = Math.min(width, Math.max(end, wordsStart + row.words.width) + 4);
    drawn.push({
      series: row.series,
      category: row.category,
      hit: { x: start, y: hitTop, width: Math.max(SMALLEST_TARGET, hitEnd - start), height: hitBottom - hitTop },
      nodes: [shape],
    });
  }

  const groups = seriesGroups(frame, drawn);
  return {
    marks: groups.marks,
    geometry: {
      grows: 'right',
      valueAt: (value) => start + value * unit,
      placeOf: (series, at) => places.get(placeKey(series, at)) ?? { middle: top, breadth: 0 },
      box: { left: start, top, right: width, bottom: y },
    },
    height: y - top - (arrangement === 'beside' ? 0 : rowGap - 2),
    nodes: [
      ...groups.nodes,
      decoration([
        coloured(classNames.axis, theme.axis, zeroLines),
        ...labels,
        ...words,
        coloured(classNames.quiet, theme.quiet, quietWords),
      ]),
    ],
  };
}

function placeKey(series: number, category: number): string {
  return `${String(series)}/${String(category)}`;
}

function barShape(
  frame: Frame,
  { point, series }: Row,
  start: number,
  unit: number,
  top: number,
  thickness: number,
): { readonly shape: SceneNode; readonly end: number } {
  if (point.value !== undefined) {
    const length = Math.max(0, point.value * unit);
    return { shape: rect(start, top, length, thickness), end: start + length };
  }
  if (point.range !== undefined) {
    const { from, to } = stub(point.range, unit);
    return { shape: hatched(frame, series, start + from, top, to - from, thickness), end: start + to };
  }
  const middle = start + SYMBOL / 2 + 2;
  return { shape: symbol(frame, series, point.status, middle, top + thickness / 2), end: start + SYMBOL + 2 };
}
