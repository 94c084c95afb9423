import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { nearestLang, watchLang } from './nearest-lang.js';

function inShadow(host: Element): HTMLElement {
  const inner = document.createElement('p');
  host.attachShadow({ mode: 'open' }).append(inner);
  return inner;
}

describe('The language of an element', () => {
  it('is that of the nearest lang, through shadow roots', async () => {
    const page = await fixture<HTMLElement>(
      html`<main lang="fi">
        <section lang="sv-FI"><div></div></section>
        <p></p>
      </main>`,
    );
    const host = page.querySelector('div');
    const paragraph = page.querySelector('p');
    if (host === null || paragraph === null) throw new Error('no host');
    const inner = inShadow(host);
    expect(nearestLang(inner)).to.equal('sv');
    expect(nearestLang(paragraph)).to.equal('fi');
    inner.setAttribute('lang', 'EN-gb');
    expect(nearestLang(inner)).to.equal('en');
  });

  it('is English for a language that is not ours, and Finnish where nobody says', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="de"><p lang=""></p></div>`);
    expect(nearestLang(page)).to.equal('en');
    const paragraph = page.querySelector('p');
    expect(paragraph && nearestLang(paragraph)).to.equal('fi');
    expect(nearestLang(document.createElement('p'))).to.equal('fi');
  });

  it('is watched in every tree around it', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const inner = inShadow(host);
    let changes = 0;
    const stop = watchLang(inner, () => changes++);
    host.lang = 'sv';
    await nextFrame();
    expect(changes).to.equal(1);
    inner.lang = 'fi';
    await nextFrame();
    expect(changes).to.equal(2);
    stop();
    host.lang = 'en';
    await nextFrame();
    expect(changes).to.equal(2);
  });
});
