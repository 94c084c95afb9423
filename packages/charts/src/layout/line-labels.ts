import { dashOf, markerOf } from '../look/line-styles.js';
import type { SceneNode } from '../scene.js';
import { inSeriesColour, type Frame, type Part, drawKey } from './frame.js';
import { line, lineHeight, path, px, textLines } from './nodes.js';
import { wrap, type Wrapped } from './text-width.js';

const SAMPLE = 26;
/** Below this a column of labels would leave the lines too little. */
const WIDE_ENOUGH = 520;

/** A marker where a point is; its path is written from its own middle. */
export function marker(series: number, x: number, y: number, radius: number): SceneNode {
  const scale = px(radius / 4);
  const size = scale === 1 ? '' : ` scale(${scale})`;
  return path(markerOf(series), { transform: `translate(${px(x)},${px(y)})${size}` });
}

export function strokeOf(series: number): Readonly<Record<string, string | number>> {
  const dash = dashOf(series);
  return { 'stroke-width': 2.25, ...(dash === '' ? {} : { 'stroke-dasharray': dash }) };
}

/** A key over the lines, for narrow pages. */
export function lineKey(frame: Frame, top: number): Part {
  const items = frame.dataset.series.map(({ label }, series) => ({
    text: label,
    sample: (x: number, y: number) =>
      inSeriesColour(frame, series, [
        line(x, y, x + SAMPLE, y, strokeOf(series)),
        marker(series, x + SAMPLE / 2, y, 4),
      ]),
  }));
  return drawKey(frame, items, SAMPLE, top);
}

export interface EndLabels {
  readonly texts: readonly Wrapped[];
  /** px, with the marker before the text. */
  readonly width: number;
  /** px, of all of them under each other. */
  readonly height: number;
}

const END_MARKER = 16;

/** Names at the ends of their lines, where there is room for a column of them. */
export function endLabels({ dataset, font, width }: Frame): EndLabels | undefined {
  if (width < WIDE_ENOUGH) return undefined;
  const texts = dataset.series.map(({ label }) => wrap(label, width * 0.26, font, 3));
  if (texts.some(({ cut }) => cut)) return undefined;
  const height = texts.reduce((sum, { lines }) => sum + lines.length * lineHeight(font) + 4, 0);
  return { texts, width: END_MARKER + Math.max(...texts.map((text) => text.width)), height };
}

interface Placed {
  readonly series: number;
  readonly height: number;
  top: number;
}

/** Each label as near to the end of its line as the others let it, between `top` and `bottom`. */
function spread(placed: readonly Placed[], top: number, bottom: number): void {
  const inOrder = [...placed].sort((a, b) => a.top + a.height / 2 - b.top - b.height / 2 || a.series - b.series);
  let free = top;
  for (const label of inOrder) {
    label.top = Math.max(label.top, free);
    free = label.top + label.height;
  }
  let limit = bottom;
  for (const label of inOrder.reverse()) {
    label.top = Math.min(label.top, limit - label.height);
    limit = label.top;
  }
}

/** Where a line ends: px from the top, and whether that is at the last category, beside its label. */
export interface LineEnd {
  readonly y: number;
  readonly isAtEdge: boolean;
}

/** A label that stands right beside the end of its line needs no marker of its own. */
const BESIDE = 2;

export function drawEndLabels(
  frame: Frame,
  { texts }: EndLabels,
  ends: readonly LineEnd[],
  x: number,
  top: number,
  bottom: number,
): readonly SceneNode[] {
  const step = lineHeight(frame.font);
  const wanted = ends.map(({ y }) => y - step / 2 - 2);
  const placed: Placed[] = texts.map(({ lines }, series) => {
    const height = lines.length * step + 4;
    return { series, height, top: wanted[series] ?? bottom };
  });
  spread(placed, top, bottom);
  return placed.flatMap(({ series, top: at }) => {
    const isBeside = ends[series]?.isAtEdge === true && Math.abs(at - (wanted[series] ?? 0)) <= BESIDE;
    return [
      ...(isBeside ? [] : [inSeriesColour(frame, series, [marker(series, x + 5, at + 2 + step / 2, 4)])]),
      ...textLines(texts[series]?.lines ?? [], isBeside ? x : x + END_MARKER, at + 2, frame.font),
    ];
  });
}
