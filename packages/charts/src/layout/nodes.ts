import type { SceneNode } from '../scene.js';
import type { Font } from './text-width.js';

type Attributes = SceneNode['attributes'];

/** A coordinate with at most two decimals. */
export function px(value: number): number {
  // Adding 0 turns −0, which prints as "0" but compares as another number, into 0.
  return Math.round(value * 100) / 100 + 0;
}

export function element(tag: SceneNode['tag'], attributes: Attributes, children?: readonly SceneNode[]): SceneNode {
  return children === undefined ? { tag, attributes } : { tag, attributes, children };
}

/** Drawn for the eye; who listens has the marks, the summary and the table. */
export function decoration(children: readonly SceneNode[], attributes: Attributes = {}): SceneNode {
  return element('g', { ...attributes, 'aria-hidden': 'true' }, children);
}

/** A group in a colour of the theme that style sheets may change by its class. */
export function coloured(className: string, colour: string, children: readonly SceneNode[]): SceneNode {
  return element('g', { class: className, color: colour, fill: 'currentColor' }, children);
}

export function rect(x: number, y: number, width: number, height: number, attributes: Attributes = {}): SceneNode {
  return element('rect', { x: px(x), y: px(y), width: px(width), height: px(height), ...attributes });
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes = {}): SceneNode {
  return element('line', { x1: px(x1), y1: px(y1), x2: px(x2), y2: px(y2), stroke: 'currentColor', ...attributes });
}

export function path(d: string, attributes: Attributes = {}): SceneNode {
  return element('path', { d, ...attributes });
}

export type Anchor = 'start' | 'middle' | 'end';

export function lineHeight({ size }: Font): number {
  return Math.round(size * 1.3);
}

/** From the top of a line to its baseline. */
function ascent(font: Font): number {
  return (lineHeight(font) + font.size * 0.72) / 2;
}

/** Lines of text under each other, the first one's top at `top`. */
export function textLines(
  lines: readonly string[],
  x: number,
  top: number,
  font: Font,
  anchor: Anchor = 'start',
): readonly SceneNode[] {
  return lines.map((text, index) => ({
    tag: 'text',
    attributes: {
      x: px(x),
      y: px(top + index * lineHeight(font) + ascent(font)),
      'font-size': font.size,
      ...(font.bold === true ? { 'font-weight': 600 } : {}),
      ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
    },
    text,
  }));
}
