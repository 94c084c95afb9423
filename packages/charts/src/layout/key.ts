import type { SceneNode } from '../scene.js';
import type { Frame, Part } from './frame.js';
import { lineHeight, textLines } from './nodes.js';
import { wrap } from './text-width.js';

const GAP = 6;
const APART = 16;
const MOST_LINES = 3;

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
    const indent = sampleWidth + GAP;
    const { lines, width: textWidth } = wrap(text, width - indent, font, MOST_LINES);
    if (x > 0 && x + indent + textWidth > width) {
      x = 0;
      y += rowHeight + 4;
      rowHeight = 0;
    }
    nodes.push(sample(x, y + step / 2), ...textLines(lines, x + indent, y, font));
    x += indent + textWidth + APART;
    rowHeight = Math.max(rowHeight, lines.length * step);
  }
  return { nodes, height: y + rowHeight - top };
}
