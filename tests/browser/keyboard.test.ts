import '@strapetsi/components/indicator-chart';
import { aTimeout, expect, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  completionByGender,
  completionOverCheckpoints,
  studentYearsByYear,
} from '../../packages/charts/src/sample-tables.js';
import { chartOf, chartsOf, has, part, textIn } from './chart.js';

type Key = 'Tab' | 'Escape' | 'Home' | 'End' | 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

async function press(...keys: readonly Key[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await nextFrame();
}

async function pressShiftTab(): Promise<void> {
  if (/Chrome|Firefox/.test(navigator.userAgent)) {
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
  } else {
    // WebDriver holds the keys of one call together: Shift and Tab by their WebDriver code points.
    await sendKeys({ type: '\uE008\uE004' });
  }
  await nextFrame();
}

/** What has the focus, inside the chart too. */
function focused(): Element | null {
  return document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
}

function before(): HTMLElement {
  const button = document.querySelector<HTMLElement>('#before');
  if (button === null) throw new Error('The page has no button before the chart.');
  return button;
}

const page = (charts: unknown) =>
  html`<div lang="fi"><button id="before">a</button>${charts}<button id="after">b</button></div>`;
const lines = html`<strapetsi-indicator-chart .table=${completionOverCheckpoints}></strapetsi-indicator-chart>`;

describe('With the keyboard', () => {
  it('C5: the plot is one tab stop, and the table’s button, the table and the notes come after it', async () => {
    const chart = await chartOf(page(lines));
    before().focus();
    await press('Tab');
    expect(focused()).to.equal(part(chart, '.plot'));
    await press('Tab');
    expect(focused()).to.equal(part(chart, 'button'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => has(chart, 'table'));
    await press('Tab');
    expect(focused()).to.equal(part(chart, '.scroll'));
    await press('Tab');
    expect(focused()).to.equal(part(chart, 'summary'));
    await sendKeys({ press: 'Enter' });
    expect(part(chart, 'details').hasAttribute('open')).to.equal(true);
    await press('Tab');
    expect(focused()?.id).to.equal('after');
  });

  it('C5: arrows go along the categories and between series, Home and End to the ends', async () => {
    const chart = await chartOf(
      page(html`<strapetsi-indicator-chart .table=${completionByGender}></strapetsi-indicator-chart>`),
    );
    before().focus();
    await press('Tab');
    const at = (): string => textIn(chart, '.tooltip');
    const first = at();
    expect(first).to.contain('Mies').and.contain('Koivurannan ammattiopisto');
    await press('ArrowRight');
    expect(at()).to.contain('Nainen').and.contain('Koivurannan ammattiopisto');
    await press('ArrowDown');
    expect(at()).to.contain('Nainen').and.contain('Kuusikon aikuisopisto');
    await press('End');
    expect(at()).to.contain('Muu').and.contain('Kuusikon aikuisopisto');
    await press('ArrowUp');
    expect(at()).to.contain('Muu').and.contain('Koivurannan ammattiopisto');
    await press('Home');
    expect(at()).to.equal(first);
    await press('ArrowLeft', 'ArrowUp');
    expect(at()).to.equal(first);
  });

  it('C4: every mark of the drawing is a stop, withheld and immature ones too', async () => {
    const chart = await chartOf(page(lines));
    before().focus();
    await press('Tab');
    const stops = new Set([textIn(chart, '.tooltip')]);
    for (let series = 0; series < 3; series++) {
      for (let step = 0; step < 10; step++) {
        await press('ArrowRight');
        stops.add(textIn(chart, '.tooltip'));
      }
      await press('Home', 'ArrowDown');
      stops.add(textIn(chart, '.tooltip'));
    }
    expect(stops.size).to.equal(completionOverCheckpoints.cells.length);
  });

  it('C6: the tooltip is the name of the mark in focus, as the drawing names it', async () => {
    const chart = await chartOf(page(lines));
    const names = [...part(chart, 'svg').querySelectorAll('[aria-label]')].map((mark) =>
      mark.getAttribute('aria-label'),
    );
    before().focus();
    await press('Tab', 'ArrowRight');
    expect(names).to.include(textIn(chart, '.tooltip'));
    expect(textIn(chart, '.tooltip')).to.equal(textIn(chart, '[aria-live]'));
  });

  it('C7: Tab and Shift+Tab leave from every state', async () => {
    const chart = await chartOf(page(lines));
    const plot = part(chart, '.plot');
    for (const keys of [
      [],
      ['ArrowRight'],
      ['ArrowRight', 'Escape'],
      ['End', 'ArrowDown'],
      ['Home', 'Escape', 'Escape'],
    ] as Key[][]) {
      before().focus();
      await press('Tab', ...keys);
      expect(focused()).to.equal(plot);
      await press('Tab');
      expect(focused()).to.equal(part(chart, 'button'));
      await pressShiftTab();
      expect(focused()).to.equal(plot);
      await press(...keys);
      await pressShiftTab();
      expect(focused()?.id).to.equal('before');
    }
  });

  it('C8: no key does anything outside the chart in focus, and no letter in it', async () => {
    const [first, second] = await chartsOf(page([lines, lines]));
    if (first === undefined || second === undefined) throw new Error('Two charts were wanted.');
    const taken: string[] = [];
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) taken.push(event.key);
    };
    window.addEventListener('keydown', listen);
    before().focus();
    await sendKeys({ press: 'ArrowRight' });
    for (const letter of 'abct1?') await sendKeys({ press: letter });
    expect(has(first, '.tooltip')).to.equal(false);
    await press('Tab');
    for (const letter of 'abct1?') await sendKeys({ press: letter });
    const name = textIn(first, '.tooltip');
    await press('ArrowRight');
    window.removeEventListener('keydown', listen);
    expect(textIn(first, '.tooltip')).not.to.equal(name);
    expect(has(second, '.tooltip')).to.equal(false);
    expect(taken).to.deep.equal(['ArrowRight']);
  });

  it('C9: the live region is there and empty on load, and speaks once for a move', async () => {
    const chart = await chartOf(page(lines));
    const region = part(chart, '[aria-live]');
    expect(region.getAttribute('aria-live')).to.equal('polite');
    expect(region.textContent.trim()).to.equal('');
    before().focus();
    await press('Tab');

    const spoken: string[] = [];
    const observer = new MutationObserver(() => spoken.push(textIn(chart, '[aria-live]')));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await press('ArrowRight');
    await press('ArrowRight');
    await press('End', 'End');
    await aTimeout(50);
    observer.disconnect();
    expect(spoken.length).to.equal(3);
    expect(new Set(spoken).size).to.equal(3);
    expect(part(chart, '[aria-live]')).to.equal(region);
  });

  it('C9: while a key is held the live region waits, then speaks of where it stopped', async () => {
    const chart = await chartOf(page(lines));
    before().focus();
    await press('Tab');
    const start = textIn(chart, '[aria-live]');
    const plot = part(chart, '.plot');
    // A driver sends no auto-repeat of its own in all engines.
    for (let repeat = 0; repeat < 5; repeat++) {
      plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', repeat: true, cancelable: true }));
    }
    await nextFrame();
    expect(textIn(chart, '[aria-live]')).to.equal(start);
    expect(textIn(chart, '.tooltip')).not.to.equal(start);
    await waitUntil(() => textIn(chart, '[aria-live]') === textIn(chart, '.tooltip'));
  });

  it('C9: new data is told, at most once in five seconds', async () => {
    const chart = await chartOf(
      page(html`<strapetsi-indicator-chart .table=${studentYearsByYear}></strapetsi-indicator-chart>`),
    );
    const spoken: string[] = [];
    const observer = new MutationObserver(() => spoken.push(textIn(chart, '[aria-live]')));
    observer.observe(part(chart, '[aria-live]'), { childList: true, characterData: true, subtree: true });
    for (const value of [1_600, 1_700, 1_800]) {
      const cells = studentYearsByYear.cells.with(-1, { status: 'value', value });
      chart.table = { ...studentYearsByYear, cells };
      await chart.updateComplete;
      await aTimeout(50);
    }
    expect(spoken.length).to.equal(1);
    observer.disconnect();
    expect(textIn(chart, '.summary')).to.contain('1\u00a0800,0');
  });

  it('C10: the focus returns to the mark it left, with a ring that nothing clips', async () => {
    const chart = await chartOf(page(lines));
    before().focus();
    await press('Tab', 'ArrowRight', 'ArrowRight');
    const name = textIn(chart, '.tooltip');
    await press('Tab');
    expect(has(chart, '.tooltip')).to.equal(false);
    await pressShiftTab();
    expect(textIn(chart, '.tooltip')).to.equal(name);
    const ring = getComputedStyle(part(chart, '.ring'));
    expect(parseFloat(ring.outlineWidth)).to.be.at.least(2);
    expect(ring.display).to.equal('block');
    for (let at: Element | null = part(chart, '.plot'); at !== null; at = at.parentElement) {
      expect(getComputedStyle(at).overflow).to.equal('visible');
    }
  });

  it('C11: the mark in focus is scrolled into view', async () => {
    const chart = await chartOf(page([lines, Array.from({ length: 200 }, () => html`<br />`)]));
    before().focus();
    await press('Tab');
    window.scrollTo(0, 2_000);
    await press('ArrowRight');
    const ring = part(chart, '.ring').getBoundingClientRect();
    expect(ring.top).to.be.at.least(0);
    expect(ring.bottom).to.be.at.most(window.innerHeight);
  });

  it('C17: Esc closes the tooltip and keeps the focus; the next move brings it back', async () => {
    const chart = await chartOf(page(lines));
    before().focus();
    await press('Tab', 'Escape');
    expect(has(chart, '.tooltip')).to.equal(false);
    expect(focused()).to.equal(part(chart, '.plot'));
    await press('ArrowRight');
    expect(has(chart, '.tooltip')).to.equal(true);
  });
});
