import type { Point } from '../dataset/point.js';
import { classNames } from '../look/class-names.js';
import { BESIDE, mostPerUnit } from './bar-room.js';
import type { SceneNode } from '../scene.js';
import { categoryAxis } from './category-axis.js';
import {
  SMALLEST_TARGET,
  SYMBOL,
  hatched,
  seriesGroups,
  stub,
  symbol,
  type DrawnPoint,
  type Frame,
  type Plot,
} from './frame.js';
import { coloured, decoration, line, lineHeight, rect, textLines } from './nodes.js';
import { wrap, type Wrapped } from './text-width.js';

const WIDEST_SLOT = 110;
const WIDEST_BAR = 64;
const WORD_LINES = 4;
const APART = 8;
const WORDS_GAP = 4;

/** px above the axis that a point's shape takes. */
function sizeOf({ value, range }: Point, unit: number): number {
  if (value !== undefined) return Math.max(0, value * unit);
  return range === undefined ? SYMBOL + 2 : stub(range, unit).to;
}

/** The largest px per unit with which every bar and the words over it fit; nothing where they cannot. */
function unitFor(points: readonly Point[], words: readonly Wrapped[], room: number, step: number): number | undefined {
  const units = points.map((point, index) =>
    mostPerUnit(point, room - WORDS_GAP - (words[index]?.lines.length ?? 1) * step),
  );
  const unit = Math.min(...units);
  if (unit === 0) return undefined;
  return Number.isFinite(unit) ? unit : 1;
}

function shapeOf(frame: Frame, point: Point, unit: number, x: number, bottom: number, width: number): SceneNode {
  const size = sizeOf(point, unit);
  if (point.value !== undefined) return rect(x - width / 2, bottom - size, width, size);
  if (point.range === undefined) return symbol(frame, 0, point.status, x, bottom - SYMBOL / 2 - 1);
  const { from, to } = stub(point.range, unit);
  return hatched(frame, 0, x - width / 2, bottom - to, width, to - from);
}

/**
 * One standing bar for each point of a single series over an ordered axis, with its value over it; nothing where names or values
 * would not fit, and then bars lie.
 */
export function layoutBarColumns(frame: Frame, top: number): Plot | undefined {
  const { dataset, font, theme, width } = frame;
  const { axis, series } = dataset;
  const [points, ...others] = dataset.points;
  if (points === undefined || points.length === 0 || others.length > 0 || series.length > 1) return undefined;
  if (axis.scale === 'nominal') return undefined;

  const slot = Math.min(WIDEST_SLOT, width / points.length);
  const words = points.map(({ text }) => wrap(text, slot - APART, font, WORD_LINES));
  const labels = axis.categories.map(({ label }) => wrap(label, slot - APART, font, 2));
  const isCut = [...words, ...labels].some(({ cut }) => cut);
  const isBrokenValue = points.some(({ status }, index) => status === 'value' && (words[index]?.lines.length ?? 0) > 1);
  if (slot < SMALLEST_TARGET || isCut || isBrokenValue) return undefined;

  const step = lineHeight(font);
  const room = Math.max(180, Math.min(300, width * 0.42), step * 8);
  const bottom = top + room;
  const unit = unitFor(points, words, room, step);
  if (unit === undefined) return undefined;
  const barWidth = Math.min(WIDEST_BAR, slot * 0.64);
  const places = points.map((_, index) => slot * (index + 0.5));

  const drawn: DrawnPoint[] = [];
  const valueTexts: SceneNode[] = [];
  const quietTexts: SceneNode[] = [];
  points.forEach((point, index) => {
    const x = places[index] ?? 0;
    const lines = words[index]?.lines ?? [];
    const size = Math.max(sizeOf(point, unit), point.reach === undefined ? 0 : point.reach * unit + BESIDE);
    const wordsTop = bottom - size - WORDS_GAP - lines.length * step;
    const texts = point.status === 'value' ? valueTexts : quietTexts;
    texts.push(...textLines(lines, x, wordsTop, font, 'middle'));
    drawn.push({
      series: 0,
      category: index,
      nodes: [shapeOf(frame, point, unit, x, bottom, barWidth)],
      hit: { x: x - slot / 2, y: wordsTop, width: slot, height: Math.max(SMALLEST_TARGET, bottom - wordsTop) },
    });
  });

  const groups = seriesGroups(frame, drawn);
  const categories = categoryAxis({ ...frame, width: slot * points.length }, places, bottom + 6, true);
  return {
    marks: groups.marks,
    geometry: {
      grows: 'up',
      valueAt: (value) => bottom - value * unit,
      placeOf: (_, category) => ({ middle: places[category] ?? 0, breadth: barWidth }),
      box: { left: 0, top, right: slot * points.length, bottom },
    },
    height: room + 6 + categories.height + 2,
    nodes: [
      ...groups.nodes,
      decoration([
        coloured(classNames.axis, theme.axis, [line(0, bottom, slot * points.length, bottom)]),
        ...valueTexts,
        coloured(classNames.quiet, theme.quiet, quietTexts),
        ...categories.nodes,
      ]),
    ],
  };
}
