import { svgAttributes, svgNodes, type Scene, type SceneNode } from '@strapetsi/charts';

const SVG = 'http://www.w3.org/2000/svg';

function setAttributes(element: Element, attributes: SceneNode['attributes']): void {
  for (const name of element.getAttributeNames()) {
    if (!(name in attributes)) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    // A namespace is no attribute in the DOM: the element has it from its making.
    if (name === 'xmlns') continue;
    const text = String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

function isDrawing(element: Element | undefined, tag: string): element is SVGElement {
  return element instanceof SVGElement && element.localName === tag;
}

/**
 * Makes `element` show exactly `attributes` and `nodes`. What already fits stays the same DOM node, so that an update neither
 * loses a hover nor builds again what it can move. Only SVG elements of the scene's closed list are made: no markup is parsed.
 */
export function drawNodes(element: SVGElement, nodes: readonly SceneNode[]): void {
  const old = [...element.children];
  nodes.forEach((node, index) => {
    const existing = old[index];
    const child = isDrawing(existing, node.tag) ? existing : document.createElementNS(SVG, node.tag);
    if (child !== existing) {
      if (existing === undefined) element.append(child);
      else existing.replaceWith(child);
    }
    drawNode(child, node);
  });
  for (const extra of old.slice(nodes.length)) extra.remove();
}

export function drawNode(element: SVGElement, node: Pick<SceneNode, 'attributes' | 'children' | 'text'>): void {
  setAttributes(element, node.attributes);
  if (node.text === undefined) {
    drawNodes(element, node.children ?? []);
  } else if (element.textContent !== node.text) {
    element.textContent = node.text;
  }
}

export function emptyDrawing(): SVGElement {
  return document.createElementNS(SVG, 'svg');
}

/** The drawing that `printSvg` prints, in `svg`. */
export function drawScene(svg: SVGElement, scene: Scene): void {
  drawNode(svg, { attributes: svgAttributes(scene), children: svgNodes(scene) });
}
