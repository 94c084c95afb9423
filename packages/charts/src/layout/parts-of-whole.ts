import { formatValue, statusWord, type Point } from '../dataset/point.js';
import { classNames } from '../look/class-names.js';
import type { SceneNode } from '../scene.js';
import {
  SMALLEST_TARGET,
  drawKey,
  inSeriesColour,
  seriesGroups,
  symbol,
  SYMBOL,
  type DrawnPoint,
  type Frame,
  type Part,
  type Plot,
} from './frame.js';
import { coloured, decoration, element, line, lineHeight, rect, textLines } from './nodes.js';
import { textWidth, wrap, type Font } from './text-width.js';
import { textureOf, texturedBox } from './textures.js';

const GAP = 8;
const SWATCH = 18;
const LABEL_LINES = 2;
/** Between parts, so that two of a like colour do not run together. */
const SEAM = 1.5;
const PLATE = 3;
/** The middle last: it is left out where the others leave it no room. */
const ticks = [0, 1, 0.5];
/** What is left of a whole and less than this is rounding. */
const LEAST_REST = 0.005;

interface Segment {
  readonly series: number;
  readonly from: number;
  readonly to: number;
}

/** The parts of one whole that are known, one after another, and where they end. */
function segmentsOf(points: readonly (readonly Point[])[], category: number): readonly Segment[] {
  let end = 0;
  return points.flatMap((ofSeries, series) => {
    const value = ofSeries[category]?.value;
    if (value === undefined) return [];
    const from = end;
    end += Math.max(0, value);
    return [{ series, from, to: end }];
  });
}

/** Where all parts of a category have no value for one reason, that is said once, in words. */
function onlyWords(points: readonly (readonly Point[])[], category: number): Point | undefined {
  const all = points.flatMap((ofSeries) => ofSeries[category] ?? []);
  return all.some(({ value }) => value !== undefined) ? undefined : all[0];
}

function key(frame: Frame, top: number) {
  const items = frame.dataset.series.map(({ label }, series) => ({
    text: label,
    sample: (x: number, y: number): SceneNode =>
      inSeriesColour(frame, series, texturedBox(frame, series, { x, y: y - 7, width: SWATCH, height: 14 })),
  }));
  return drawKey(frame, items, SWATCH, top);
}

/**
 * One lying bar for each whole, its parts in their order. What is withheld is not spread over the others: the known parts keep their size, and what is
 * left of the whole is hatched. Values stand in the parts that have room for them.
 */
export function layoutPartsOfWhole(frame: Frame, top: number): Plot {
  const { dataset, font, theme, width } = frame;
  const { axis, points, series, form } = dataset;
  const { lang } = dataset.language;
  const step = lineHeight(font);
  const thickness = Math.max(SMALLEST_TARGET, Math.round(font.size * 1.7));
  const head = key(frame, top);

  const beside = axis.categories.map(({ label }) => wrap(label, width * 0.3, font, LABEL_LINES));
  const isBeside = beside.every(({ cut }) => !cut);
  const labels = isBeside ? beside : axis.categories.map(({ label }) => wrap(label, width, font, LABEL_LINES));
  const start = isBeside ? Math.max(...labels.map((label) => label.width)) + GAP : 0;
  const segments = axis.categories.map((_, category) => segmentsOf(points, category));
  // Rounded parts may add up to more than their rounded whole.
  const whole = Math.max(1, ...segments.map((parts) => parts.at(-1)?.to ?? 0));
  const end = width - textWidth(formatValue(1, { ...form, decimals: 0 }, lang), font) / 2;
  const placeOf = (value: number): number => start + (value / whole) * (end - start);

  const texts: SceneNode[] = [];
  const quiet: SceneNode[] = [];
  const rests: SceneNode[] = [];
  const drawn: DrawnPoint[] = [];
  let hasRests = false;
  const barsTop = top + head.height + step;
  let y = barsTop;

  axis.categories.forEach((_, category) => {
    const label = labels[category];
    const lines = label?.lines ?? [];
    const labelHeight = lines.length * step;
    const rowHeight = isBeside ? Math.max(thickness, labelHeight) : thickness;
    if (isBeside) texts.push(...textLines(lines, start - GAP, y + rowHeight / 2 - labelHeight / 2, font, 'end'));
    else {
      texts.push(...textLines(lines, 0, y, font));
      y += labelHeight;
    }
    const barTop = y + (rowHeight - thickness) / 2;
    const parts = segments[category] ?? [];
    const known = parts.at(-1)?.to ?? 0;
    const words = onlyWords(points, category);
    const hasRest = words === undefined && parts.length < series.length && known < 1 - LEAST_REST;
    if (words !== undefined) {
      const said = wrap(words.text, end - start - SYMBOL - GAP, font, 1);
      rests.push(symbol(frame, 0, words.status, start + SYMBOL / 2 + 2, barTop + thickness / 2));
      quiet.push(...textLines(said.lines, start + SYMBOL + GAP, barTop + (thickness - step) / 2, font));
    } else if (hasRest) {
      hasRests = true;
      rests.push(
        rect(placeOf(known) + SEAM, barTop, placeOf(1) - placeOf(known) - SEAM, thickness, {
          fill: `url(#${frame.id}-rest)`,
          stroke: 'currentColor',
          'stroke-dasharray': '3 2',
        }),
      );
    }
    series.forEach((__, index) => {
      const point = points[index]?.[category];
      if (point === undefined) return;
      const part = parts.find((one) => one.series === index);
      const [from, to] = part === undefined ? [known, hasRest ? 1 : known] : [part.from, part.to];
      const x = placeOf(from);
      const length = Math.max(0, placeOf(to) - x - SEAM);
      const hitWidth = Math.max(SMALLEST_TARGET, length);
      drawn.push({
        series: index,
        category,
        hit: { x: Math.min(x, width - hitWidth), y: barTop, width: hitWidth, height: thickness },
        nodes:
          part === undefined || length === 0
            ? []
            : [
                ...texturedBox(frame, index, { x, y: barTop, width: length, height: thickness }),
                ...valueIn(frame, point, x, barTop, length, thickness),
              ],
      });
    });
    y += rowHeight + Math.round(font.size * (isBeside ? 0.5 : 0.8));
  });

  const bottom = y - Math.round(font.size * 0.3);
  const tickNodes = apart(
    ticks.map((tick) => tickAt(formatValue(tick, { ...form, decimals: 0 }, lang), placeOf(tick), font)),
  ).flatMap(({ text, middle }) => textLines([text], middle, bottom + 4, font, 'middle'));
  const statuses = hasRests ? restKey(frame, bottom + 4 + step + GAP) : { nodes: [], height: 0 };
  const groups = seriesGroups(frame, drawn, (index) => textureOf(frame, index));
  return {
    marks: groups.marks,
    height: bottom + 4 + step + (statuses.height === 0 ? 0 : GAP + statuses.height) + 2 - top,
    nodes: [
      decoration([
        coloured(
          classNames.grid,
          theme.grid,
          ticks.map((tick) => line(placeOf(tick), barsTop, placeOf(tick), bottom)),
        ),
      ]),
      ...groups.nodes,
      decoration([
        ...head.nodes,
        coloured(classNames.quiet, theme.quiet, [
          restPattern(frame),
          ...rests,
          ...quiet,
          ...tickNodes,
          ...statuses.nodes,
        ]),
        ...texts,
      ]),
    ],
  };
}

interface Tick {
  readonly text: string;
  readonly middle: number;
  readonly width: number;
}

function tickAt(text: string, place: number, font: Font): Tick {
  const width = textWidth(text, font);
  return { text, middle: Math.max(place, width / 2), width };
}

/** Each that does not come near one before it in the list. */
function apart(all: readonly Tick[]): readonly Tick[] {
  return all.reduce<readonly Tick[]>(
    (kept, tick) =>
      kept.every((other) => Math.abs(other.middle - tick.middle) >= (other.width + tick.width) / 2 + GAP)
        ? [...kept, tick]
        : kept,
    [],
  );
}

/** What the hatched rests mean. */
function restKey(frame: Frame, top: number): Part {
  const sample = (x: number, y: number): SceneNode =>
    rect(x, y - 7, SWATCH, 14, { fill: `url(#${frame.id}-rest)`, stroke: 'currentColor', 'stroke-dasharray': '3 2' });
  return drawKey(frame, [{ text: statusWord('withheld', frame.dataset.language), sample }], SWATCH, top);
}

function restPattern({ id }: Frame): SceneNode {
  const stripes = element('path', { d: 'M-1,1L1,-1M0,6L6,0M5,7L7,5', stroke: 'currentColor', 'stroke-width': 1 });
  const attributes = { id: `${id}-rest`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  return element('defs', {}, [element('pattern', attributes, [stripes])]);
}

/** The value in the middle of its part, on a plate of the part's own colour, where there is room. */
function valueIn(
  frame: Frame,
  { text }: Point,
  x: number,
  top: number,
  width: number,
  height: number,
): readonly SceneNode[] {
  const { font, theme } = frame;
  const room = textWidth(text, font) + 2 * PLATE;
  const step = lineHeight(font);
  if (room + 2 > width) return [];
  const middle = x + width / 2;
  return [
    rect(middle - room / 2, top + (height - step) / 2, room, step),
    decoration([
      coloured(classNames.halo, theme.surface, textLines([text], middle, top + (height - step) / 2, font, 'middle')),
    ]),
  ];
}
