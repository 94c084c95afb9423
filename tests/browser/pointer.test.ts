import '@strapetsi/components/indicator-chart';
import { aTimeout, expect, html, nextFrame, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { completionBySchool } from '../../packages/charts/src/sample-tables.js';
import { chartOf, has, part, textIn } from './chart.js';

function middleOf(element: Element): [number, number] {
  const box = element.getBoundingClientRect();
  return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
}

async function moveTo(position: [number, number]): Promise<void> {
  await sendMouse({ type: 'move', position });
  await nextFrame();
}

const bars = html`<div lang="sv">
  <strapetsi-indicator-chart .table=${completionBySchool}></strapetsi-indicator-chart>
</div>`;

describe('With a pointer', () => {
  afterEach(() => resetMouse());

  it('C17: the tooltip can be hovered, stays, and leaves with the pointer', async () => {
    const chart = await chartOf(bars);
    const mark = part(chart, 'svg [aria-label]');
    await moveTo(middleOf(mark));
    await waitUntil(() => has(chart, '.tooltip'));
    expect(textIn(chart, '.tooltip')).to.equal(mark.getAttribute('aria-label'));
    await moveTo(middleOf(part(chart, '.tooltip')));
    await aTimeout(600);
    expect(textIn(chart, '.tooltip')).to.equal(mark.getAttribute('aria-label'));
    await moveTo(middleOf(part(chart, 'button')));
    await waitUntil(() => !has(chart, '.tooltip'));
  });

  it('C17: Esc closes the tooltip of a pointer wherever the focus is', async () => {
    const chart = await chartOf(bars);
    await moveTo(middleOf(part(chart, 'svg [aria-label]')));
    await waitUntil(() => has(chart, '.tooltip'));
    await sendKeys({ press: 'Escape' });
    await nextFrame();
    expect(has(chart, '.tooltip')).to.equal(false);
  });

  it('C6: a click puts the keyboard at the mark', async () => {
    const chart = await chartOf(bars);
    const marks = part(chart, 'svg').querySelectorAll('[aria-label]');
    const [first, second] = [marks[0], marks[1]];
    if (first === undefined || second === undefined) throw new Error('The chart has too few marks.');
    await sendMouse({ type: 'click', position: middleOf(second) });
    expect(chart.shadowRoot?.activeElement).to.equal(part(chart, '.plot'));
    await sendKeys({ press: 'ArrowLeft' });
    await nextFrame();
    expect(textIn(chart, '.tooltip')).to.equal(first.getAttribute('aria-label'));
  });

  it('C6: the button shows the table to a pointer and hides it again', async () => {
    const chart = await chartOf(bars);
    const position = middleOf(part(chart, 'button'));
    await sendMouse({ type: 'click', position });
    await waitUntil(() => has(chart, 'table'));
    expect(part(chart, 'button').getAttribute('aria-expanded')).to.equal('true');
    await sendMouse({ type: 'click', position: middleOf(part(chart, 'button')) });
    await waitUntil(() => !has(chart, 'table'));
  });
});
