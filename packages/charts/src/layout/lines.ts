import { isSequence } from '../dataset/dataset.js';
import { formatValue, type Point } from '../dataset/point.js';
import { classNames } from '../look/class-names.js';
import type { SceneNode } from '../scene.js';
import { categoryAxis, overhang, placesOf } from './category-axis.js';
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
import { drawEndLabels, endLabels, lineKey, marker, strokeOf } from './line-labels.js';
import { numberAxis } from './number-axis.js';
import { coloured, decoration, line, lineHeight, path, px, textLines } from './nodes.js';
import { statusKey } from './status-key.js';
import { textWidth } from './text-width.js';

/** Room for a marker at the edge of the plot. */
const EDGE = 8;
/** Closer points than this get smaller markers. */
const CROWDED = 16;
const NO_SIZE_STEP = 15;

interface Scales {
  readonly places: readonly number[];
  readonly heightOf: (value: number) => number;
  readonly bottom: number;
}

function highestOf(points: readonly (readonly Point[])[]): number {
  return Math.max(0, ...points.flat().map(reachOf));
}

/** The line through the values of a series. Over anything else than a value it breaks: nothing is guessed between. */
function linePath(points: readonly Point[], { places, heightOf }: Scales): string {
  return points
    .map(({ value }, index) => {
      if (value === undefined) return '';
      const command = points[index - 1]?.value === undefined ? 'M' : 'L';
      return `${command}${px(places[index] ?? 0)},${px(heightOf(value))}`;
    })
    .join('');
}

/** A drawn shape and its middle, px. */
interface Shape {
  readonly node: SceneNode;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Points without a value stand at the axis, beside each other where several series have one at the same place. */
function withoutValue(frame: Frame, series: number, category: number, { places, heightOf, bottom }: Scales): Shape {
  const { points } = frame.dataset;
  const point = points[series]?.[category];
  const others = points.flatMap((ofSeries, index) => (ofSeries[category]?.value === undefined ? [index] : []));
  const gap = places.length > 1 ? Math.abs((places[1] ?? 0) - (places[0] ?? 0)) : frame.width;
  const step = Math.min(NO_SIZE_STEP, gap / others.length);
  const x = (places[category] ?? 0) + (others.indexOf(series) - (others.length - 1) / 2) * step;
  if (point?.range === undefined) {
    const y = bottom - SYMBOL / 2 - 1;
    return { node: symbol(frame, series, point?.status ?? 'noData', x, y), x, y, height: SYMBOL };
  }
  const { from, to } = stub(point.range, bottom - heightOf(1));
  const node = hatched(frame, series, x - SYMBOL / 2, bottom - to, SYMBOL, to - from);
  return { node, x, y: bottom - (from + to) / 2, height: to - from };
}

function drawPoint(frame: Frame, series: number, category: number, scales: Scales, radius: number): DrawnPoint {
  const value = frame.dataset.points[series]?.[category]?.value;
  const place = scales.places[category] ?? 0;
  const level = scales.heightOf(value ?? 0);
  const { node, x, y, height } =
    value === undefined
      ? withoutValue(frame, series, category, scales)
      : { node: marker(series, place, level, radius), x: place, y: level, height: 0 };
  const hitHeight = Math.max(SMALLEST_TARGET, height + 4);
  return {
    series,
    category,
    nodes: [node],
    hit: {
      x: Math.min(Math.max(0, x - SMALLEST_TARGET / 2), frame.width - SMALLEST_TARGET),
      y: Math.max(0, y - hitHeight / 2),
      width: SMALLEST_TARGET,
      height: hitHeight,
    },
  };
}

/** Lines over an ordered axis, from zero, named at their ends or, on narrow pages, in a key over them. */
export function layoutLines(frame: Frame, top: number): Plot {
  const { dataset, font, theme, width } = frame;
  const { points, series, form } = dataset;
  const step = lineHeight(font);
  const isSeveral = series.length > 1;
  const names = isSeveral ? endLabels(frame) : undefined;
  const head = isSeveral && names === undefined ? lineKey(frame, top) : { nodes: [], height: 0 };
  const headHeight = head.height === 0 ? 0 : head.height + 10;

  const plotTop = top + headHeight + step / 2;
  const plotHeight = Math.max(200, Math.min(320, width * 0.45), step * 8, names?.height ?? 0);
  const bottom = plotTop + plotHeight;
  const axis = numberAxis(highestOf(points), form, Math.min(6, Math.floor(plotHeight / (step * 2.2))));
  const tickTexts = axis.ticks.map((tick) => formatValue(tick, axis.form, dataset.language.lang));
  const ticksWidth = Math.max(...tickTexts.map((text) => textWidth(text, font))) + 8;
  const hang = overhang(frame);
  const end = width - (names === undefined ? EDGE : names.width + EDGE + 4);
  const lastPlace = names === undefined ? width - Math.min(Math.max(EDGE, hang.end), width * 0.12) : end - EDGE;
  const scales: Scales = {
    places: placesOf(dataset, ticksWidth + EDGE, lastPlace),
    heightOf: (value) => bottom - (value / axis.top) * plotHeight,
    bottom,
  };

  const grid = axis.ticks.slice(1).map((tick) => line(ticksWidth, scales.heightOf(tick), end, scales.heightOf(tick)));
  const tickNodes = axis.ticks.flatMap((tick, index) =>
    textLines([tickTexts[index] ?? ''], ticksWidth - 8, scales.heightOf(tick) - step / 2, font, 'end'),
  );
  const categoriesTop = bottom + Math.max(6, font.size * 0.4);
  const categories = categoryAxis(frame, scales.places, categoriesTop, !isSequence(dataset));
  const categoriesBottom = categoriesTop + categories.height;
  const statuses = statusKey(frame, categoriesBottom + 10);

  const distance = (lastPlace - ticksWidth - EDGE) / Math.max(1, dataset.axis.categories.length - 1);
  const radius = distance < CROWDED ? 2.5 : 4;
  const drawn = series.flatMap((_, index) =>
    dataset.axis.categories.map((__, category) => drawPoint(frame, index, category, scales, radius)),
  );
  const groups = seriesGroups(frame, drawn, (index) => {
    const d = linePath(points[index] ?? [], scales);
    const attributes = { fill: 'none', stroke: 'currentColor', ...strokeOf(index), 'stroke-linejoin': 'round' };
    return d === '' ? [] : [decoration([path(d, attributes)])];
  });
  const ends = points.map((ofSeries) => {
    const last = ofSeries.findLast(({ value }) => value !== undefined)?.value;
    return {
      y: last === undefined ? bottom : scales.heightOf(last),
      isAtEdge: ofSeries.at(-1)?.value !== undefined,
    };
  });
  return {
    marks: groups.marks,
    geometry: {
      grows: 'up',
      valueAt: scales.heightOf,
      placeOf: (_, category) => ({ middle: scales.places[category] ?? 0, breadth: distance }),
      box: { left: ticksWidth, top: plotTop, right: end, bottom },
    },
    height: categoriesBottom - top + (statuses.height === 0 ? 0 : 10 + statuses.height) + 2,
    nodes: [
      decoration([
        ...head.nodes,
        coloured(classNames.grid, theme.grid, grid),
        coloured(classNames.axis, theme.axis, [line(ticksWidth, bottom, end, bottom)]),
        coloured(classNames.quiet, theme.quiet, tickNodes),
        ...categories.nodes,
        ...statuses.nodes,
      ]),
      ...groups.nodes,
      ...(names === undefined
        ? []
        : [decoration(drawEndLabels(frame, names, ends, end + 4, plotTop - step / 2, bottom + step / 2))]),
    ],
  };
}
