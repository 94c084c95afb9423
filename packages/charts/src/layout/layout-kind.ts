import type { Dataset } from '../dataset/dataset.js';
import { summarySentence } from '../dataset/summary-sentence.js';
import type { ChartKind, Kind } from '../kinds/kind.js';
import { classNames, seriesClass } from '../look/class-names.js';
import { themes, type ThemeName } from '../look/theme.js';
import type { Scene } from '../scene.js';
import { lookOf, type Frame, type Part } from './frame.js';
import { coloured, decoration, lineHeight, px, textLines } from './nodes.js';
import { wrap } from './text-width.js';

export interface LayoutOptions {
  /** The caller's key: a letter, then letters, digits, `-` and `_`. Ids in the drawing begin with it. */
  readonly id: string;
  /** Lines over time and checkpoints, else bars, where absent. */
  readonly kind?: ChartKind;
  /** The name of the chart; what the figures are where absent. Not drawn: it is the page's heading. */
  readonly heading?: string;
  /** px, 640 where absent; less than 220 is laid out as 220. */
  readonly width?: number;
  /** Size of the text around the chart in px, 16 where absent. Texts of the chart are 13/16 of it, and at least 12. */
  readonly fontSize?: number;
  /** Default colours, for strings that no style sheet reaches. */
  readonly theme?: ThemeName;
}

const NARROWEST = 220;
const SMALLEST_TEXT = 12;
const KEY_GAP = 10;

/** What the figures are, where the heading does not say it already. */
function subtitle({ dataset, font, theme, width }: Frame, title: string): Part {
  if (title.toLowerCase().includes(dataset.title.toLowerCase())) return { nodes: [], height: 0 };
  const { lines } = wrap(dataset.title, width, font, 3);
  const nodes = [decoration([coloured(classNames.quiet, theme.quiet, textLines(lines, 0, 0, font))])];
  return { nodes, height: lines.length * lineHeight(font) + 10 };
}

/**
 * The chart as shapes and texts with their places, of a kind that was loaded: for pages, which ask the kind's `refusal` before and have
 * an id of their own; `layoutChart` has all kinds and checks both.
 */
export function layoutKind(
  dataset: Dataset,
  kind: Kind,
  { id, heading, width = 640, fontSize = 16, theme = 'light' }: Omit<LayoutOptions, 'kind'>,
): Scene {
  const frame: Frame = {
    dataset,
    kind: kind.id,
    id,
    width: Math.max(NARROWEST, Math.round(width)),
    font: { size: Math.max(SMALLEST_TEXT, Math.round((fontSize * 13) / 16)) },
    theme: themes[theme],
  };
  const title = heading ?? dataset.title;
  const head = subtitle(frame, title);
  const { beside } = dataset;
  const top = head.height + (beside?.headroom(frame) ?? 0);
  const { nodes, marks, height, geometry } = kind.layout(frame, top);
  const bottom = top + height;
  const over = geometry && beside?.draw(frame, geometry, bottom + KEY_GAP);
  const overHeight = over === undefined || over.height === 0 ? 0 : KEY_GAP + over.height;
  return {
    id,
    lang: dataset.language.lang,
    kind: kind.id,
    width: frame.width,
    height: Math.ceil(px(bottom + overHeight)),
    title,
    summary: summarySentence(dataset, kind),
    nodes: [coloured(classNames.text, frame.theme.text, [...head.nodes, ...nodes, ...(over?.nodes ?? [])])],
    marks,
    series: dataset.series.map((series, index) => ({ ...series, className: seriesClass(lookOf(frame, index)) })),
  };
}
