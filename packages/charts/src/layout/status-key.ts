import { statusWord } from '../dataset/point.js';
import { classNames } from '../look/class-names.js';
import { SYMBOL, inSeriesColour, symbol, type Frame, type Part, drawKey, type KeyItem } from './frame.js';
import { coloured } from './nodes.js';

/** What the symbols among the lines mean: their very words where they all say the same, else what they have in common. */
export function statusKey(frame: Frame, top: number): Part {
  const { language, points } = frame.dataset;
  const items = (['withheld', 'immature', 'notApplicable', 'noData'] as const).flatMap((status): readonly KeyItem[] => {
    const series = points.findIndex((ofSeries) => ofSeries.some((point) => point.status === status));
    if (series < 0) return [];
    const said = new Set(points.flat().flatMap((point) => (point.status === status ? [point.text] : [])));
    const [only] = said;
    return [
      {
        text: said.size === 1 && only !== undefined ? only : statusWord(status, language),
        sample: (x, y) => inSeriesColour(frame, series, [symbol(frame, series, status, x + SYMBOL / 2, y)]),
      },
    ];
  });
  if (items.length === 0) return { nodes: [], height: 0 };
  const { nodes, height } = drawKey(frame, items, SYMBOL, top);
  return { nodes: [coloured(classNames.quiet, frame.theme.quiet, nodes)], height };
}
