import { statusWord } from '../dataset/point.js';
import { classNames } from '../look/class-names.js';
import type { SceneNode } from '../scene.js';
import { SYMBOL, inSeriesColour, symbol, type Frame, type Part } from './frame.js';
import { coloured, lineHeight, textLines } from './nodes.js';
import { wrap } from './text-width.js';

const APART = 16;

/** What the symbols among the lines mean: their very words where they all say the same, else what they have in common. */
export function statusKey(frame: Frame, top: number): Part {
  const { dataset, font, theme, width } = frame;
  const step = lineHeight(font);
  const nodes: SceneNode[] = [];
  let x = 0;
  let y = top;
  let rowHeight = 0;
  for (const status of ['withheld', 'immature', 'notApplicable', 'noData'] as const) {
    const series = dataset.points.findIndex((points) => points.some((point) => point.status === status));
    if (series < 0) continue;
    const said = new Set(dataset.points.flat().flatMap((point) => (point.status === status ? [point.text] : [])));
    const [only] = said;
    const text = wrap(
      said.size === 1 && only !== undefined ? only : statusWord(status, dataset.language),
      width - SYMBOL - 6,
      font,
      3,
    );
    const itemWidth = SYMBOL + 6 + text.width;
    if (x > 0 && x + itemWidth > width) {
      x = 0;
      y += rowHeight + 4;
      rowHeight = 0;
    }
    nodes.push(inSeriesColour(frame, series, [symbol(frame, series, status, x + SYMBOL / 2, y + step / 2)]));
    nodes.push(coloured(classNames.quiet, theme.quiet, textLines(text.lines, x + SYMBOL + 6, y, font)));
    x += itemWidth + APART;
    rowHeight = Math.max(rowHeight, text.lines.length * step);
  }
  if (nodes.length === 0) return { nodes, height: 0 };
  return { nodes, height: y + rowHeight - top };
}
