import { expect } from '@open-wc/testing';
import type { SceneNode } from '@strapetsi/charts';
import { drawNodes } from './live-svg.js';

function drawing(): SVGElement {
  return document.createElementNS('http://www.w3.org/2000/svg', 'svg');
}

const bar = (height: number): SceneNode => ({ tag: 'rect', attributes: { class: 'bar', x: 0, height } });

describe('The live drawing', () => {
  it('has exactly the nodes of the scene, as SVG', () => {
    const svg = drawing();
    drawNodes(svg, [
      { tag: 'g', attributes: { class: 'a' }, children: [bar(3), { tag: 'text', attributes: {}, text: '<b>' }] },
    ]);
    expect(svg.innerHTML).to.equal('<g class="a"><rect class="bar" x="0" height="3"></rect><text>&lt;b&gt;</text></g>');
    expect(svg.querySelector('text')?.namespaceURI).to.equal('http://www.w3.org/2000/svg');
  });

  it('keeps the nodes that an update still has, and drops what the scene no longer says', () => {
    const svg = drawing();
    drawNodes(svg, [bar(3), bar(4), { tag: 'text', attributes: { x: 1, role: 'img' }, text: 'a' }]);
    const [first, second] = [...svg.children];
    drawNodes(svg, [bar(5), { tag: 'text', attributes: { x: 2 }, text: 'b' }]);
    expect(svg.innerHTML).to.equal('<rect class="bar" x="0" height="5"></rect><text x="2">b</text>');
    expect(svg.children[0]).to.equal(first);
    expect(second?.isConnected).to.equal(false);
  });
});
