import type { Dataset } from '../dataset/dataset.js';
import { classNames } from '../look/class-names.js';
import type { Frame, Part } from './frame.js';
import { coloured, lineHeight, textLines } from './nodes.js';
import { textWidth, wrap } from './text-width.js';
import type { SceneNode } from '../scene.js';

const APART = 8;

/** Places of the categories from `start` to `end` px: by their days where all have them, else evenly. */
export function placesOf({ axis }: Dataset, start: number, end: number): readonly number[] {
  const { categories } = axis;
  const isTime = axis.scale === 'time' && categories.every(({ at }) => at !== undefined);
  const steps = categories.map(({ at }, index) => (isTime ? at : undefined) ?? index);
  const [first = 0, last = 0] = [Math.min(...steps), Math.max(...steps)];
  return steps.map((step) =>
    last === first ? (start + end) / 2 : start + ((step - first) / (last - first)) * (end - start),
  );
}

interface Label {
  readonly lines: readonly string[];
  readonly middle: number;
  readonly width: number;
}

function labelAt(text: string, place: number, most: number, lines: number, { font, width }: Frame): Label {
  const wrapped = wrap(text, Math.min(most, width), font, lines);
  const half = wrapped.width / 2;
  // The outermost ones move in rather than be cut by the edge.
  return { lines: wrapped.lines, width: wrapped.width, middle: Math.min(Math.max(place, half), width - half) };
}

function overlap(labels: readonly Label[]): boolean {
  return labels.some((label, index) => {
    const next = labels[index + 1];
    return next !== undefined && label.middle + label.width / 2 + APART > next.middle - next.width / 2;
  });
}

/** All labels, in two lines where they may and that helps, else every second, third … counted from the last one. */
function labelsOf(frame: Frame, places: readonly number[], mayBreak: boolean): readonly Label[] {
  const { dataset, font, width } = frame;
  const texts = dataset.axis.categories.map(({ label }) => label);
  const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
  const slot = Math.min(width, ...gaps) - APART;
  const isBreakable = mayBreak && texts.every((text) => !wrap(text, slot, font, 2).cut);
  if (isBreakable && texts.some((text) => textWidth(text, font) > slot)) {
    const broken = texts.map((text, index) => labelAt(text, places[index] ?? 0, slot, 2, frame));
    if (!overlap(broken)) return broken;
  }
  for (let step = 1; step < texts.length; step += 1) {
    const kept = texts.flatMap((text, index) =>
      (texts.length - 1 - index) % step === 0 ? [labelAt(text, places[index] ?? 0, width, 1, frame)] : [],
    );
    if (!overlap(kept)) return kept;
  }
  return texts.slice(-1).map((text) => labelAt(text, places.at(-1) ?? 0, width, 2, frame));
}

/** Room that the outermost labels want on each side of their places. */
export function overhang({ dataset, font }: Frame): { readonly start: number; readonly end: number } {
  const { categories } = dataset.axis;
  const half = (label: string | undefined): number => textWidth(label ?? '', font) / 2;
  return { start: half(categories[0]?.label), end: half(categories.at(-1)?.label) };
}

/**
 * Labels under the categories, and what they are by unless everyone sees it. `mayBreak`: in two lines rather than leave any out;
 * steps in time are read better with some left out than broken.
 */
export function categoryAxis(frame: Frame, places: readonly number[], top: number, mayBreak: boolean): Part {
  const { dataset, font, theme, width } = frame;
  const { axis } = dataset;
  const labels = labelsOf(frame, places, mayBreak);
  const nodes: SceneNode[] = labels.flatMap(({ lines, middle }) => textLines(lines, middle, top, font, 'middle'));
  let height = Math.max(0, ...labels.map(({ lines }) => lines.length)) * lineHeight(font);
  const isPlain = axis.scale === 'time' || axis.label === '';
  if (!isPlain) {
    const { lines } = wrap(axis.label, width, font, 2);
    const middle = ((places[0] ?? 0) + (places.at(-1) ?? width)) / 2;
    const half = Math.max(...lines.map((line) => textWidth(line, font))) / 2;
    const at = Math.min(Math.max(middle, half), width - half);
    nodes.push(...textLines(lines, at, top + height + 2, font, 'middle'));
    height += 2 + lines.length * lineHeight(font);
  }
  return { nodes: [coloured(classNames.quiet, theme.quiet, nodes)], height };
}
