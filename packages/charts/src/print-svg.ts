import { classNames } from './look/class-names.js';
import type { Scene, SceneNode } from './scene.js';

type Attributes = SceneNode['attributes'];

const fonts = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

function summaryId({ id }: Scene): string {
  return `${id}-summary`;
}

/**
 * The attributes of the `<svg>` around a scene. The name is an attribute and no `<title>`, which browsers would show as a tooltip
 * over the whole drawing.
 */
export function svgAttributes(scene: Scene): Attributes {
  const { lang, width, height, title } = scene;
  return {
    xmlns: 'http://www.w3.org/2000/svg',
    class: classNames.chart,
    role: 'graphics-document',
    'aria-label': title,
    'aria-describedby': summaryId(scene),
    lang,
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    // The tail of a j reaches out of its box at the edge.
    overflow: 'visible',
    'font-family': fonts,
  };
}

/** What is inside the `<svg>`: the summary as its description, then the drawing. */
export function svgNodes(scene: Scene): readonly SceneNode[] {
  return [{ tag: 'desc', attributes: { id: summaryId(scene) }, text: scene.summary }, ...scene.nodes];
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Also drops what XML 1.0 has no way to write. */
function escape(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

function open(tag: string, attributes: Attributes): string {
  return `<${tag}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('')}`;
}

function print({ tag, attributes, children, text }: SceneNode): string {
  const content = text === undefined ? (children ?? []).map(print).join('') : escape(text);
  return content === '' ? `${open(tag, attributes)}/>` : `${open(tag, attributes)}>${content}</${tag}>`;
}

/** The scene as an SVG document: one line, attributes in the scene's order, the same bytes wherever it is printed. */
export function printSvg(scene: Scene): string {
  return `${open('svg', svgAttributes(scene))}>${svgNodes(scene).map(print).join('')}</svg>`;
}
