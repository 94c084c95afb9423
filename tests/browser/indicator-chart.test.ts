import '@strapetsi/components/indicator-chart';
import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { IndicatorTable } from '@strapetsi/indicators/table';
import { chartDataset, renderChart } from '@strapetsi/charts';
import { english } from '@strapetsi/charts/languages/en';
import { finnish } from '@strapetsi/charts/languages/fi';
import { swedish } from '@strapetsi/charts/languages/sv';
import {
  completionByGender,
  completionBySchool,
  completionOverCheckpoints,
  studentYearsByYear,
  studentYearsByYearAndSchool,
} from '../../packages/charts/src/sample-tables.js';
import { kinds } from '../../packages/charts/src/kinds/kinds.js';
import { completionBesideTargets, estimatedCompletionByYear } from '../../packages/charts/src/sample-tables-beside.js';
import { situationsAtCheckpoints } from '../../packages/charts/src/sample-tables-parts.js';
import { chartOf, chartsOf, drawn, has, part, textIn } from './chart.js';

const tables = [
  completionByGender,
  completionBySchool,
  completionOverCheckpoints,
  studentYearsByYear,
  studentYearsByYearAndSchool,
  completionBesideTargets,
  estimatedCompletionByYear,
  situationsAtCheckpoints,
];

/** Attributes in the order of their names, no white space between elements: what two writers of the same drawing share. */
function canonical(element: Element): string {
  const attributes = element
    .getAttributeNames()
    .filter((name) => name !== 'xmlns')
    .sort()
    .map((name) => ` ${name}="${element.getAttribute(name) ?? ''}"`)
    .join('');
  const content = element.children.length > 0 ? [...element.children].map(canonical).join('') : element.textContent;
  return `<${element.localName}${attributes}>${content}</${element.localName}>`;
}

function parsed(svg: string): Element {
  return new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
}

/** The address of a published file of the page's own origin. */
function published(...members: readonly IndicatorTable[]): string {
  const release = { type: 'strapetsi.release', schemaVersion: 1, tables: members };
  return URL.createObjectURL(new Blob([JSON.stringify(release)], { type: 'application/json' }));
}

describe('The chart element', () => {
  for (const language of [finnish, swedish, english]) {
    it(`draws exactly what renderChart prints (${language.lang})`, async () => {
      for (const table of tables) {
        for (const { id: kind, refusal } of Object.values(kinds)) {
          if (refusal(chartDataset(table, { language })) !== undefined) continue;
          const chart = await chartOf(
            html`<div lang=${language.lang}>
              <strapetsi-indicator-chart kind=${kind} .table=${table}></strapetsi-indicator-chart>
            </div>`,
          );
          const svg = part(chart, 'svg');
          const width = Number(svg.getAttribute('width'));
          const fontSize = parseFloat(getComputedStyle(chart).fontSize);
          const printed = renderChart(table, { id: 'chart', language, kind, width, fontSize });
          expect(canonical(svg)).to.equal(canonical(parsed(printed)));
        }
      }
    });
  }

  it('draws exactly what renderChart prints after its table has changed', async () => {
    const chart = await chartOf(
      html`<div lang="fi"><strapetsi-indicator-chart .table=${tables[0]}></strapetsi-indicator-chart></div>`,
    );
    const width = Number(part(chart, 'svg').getAttribute('width'));
    const fontSize = parseFloat(getComputedStyle(chart).fontSize);
    for (const table of [...tables, ...tables.toReversed()]) {
      chart.table = table;
      await chart.updateComplete;
      const printed = renderChart(table, { id: 'chart', language: finnish, width, fontSize });
      expect(canonical(part(chart, 'svg'))).to.equal(canonical(parsed(printed)));
    }
  });

  it('is laid out for its own width, again when that changes, and not for a few pixels', async () => {
    const chart = await chartOf(
      html`<div lang="fi"><strapetsi-indicator-chart .table=${completionBySchool}></strapetsi-indicator-chart></div>`,
    );
    const page = chart.parentElement;
    if (page === null) throw new Error('no page');
    const width = (): number => Number(part(chart, 'svg').getAttribute('width'));
    page.style.width = '600px';
    await waitUntil(() => width() === 560);
    page.style.width = '604px';
    await nextFrame();
    await nextFrame();
    expect(width()).to.equal(560);
    page.style.width = '300px';
    await waitUntil(() => width() === 260);
  });

  it('reads a release from its own web server and shows the indicator by the dimension that was asked for', async () => {
    const src = published(studentYearsByYear, completionBySchool, completionOverCheckpoints);
    const [first, bySchool, byCohort] = await chartsOf(
      html`<div lang="fi">
        <strapetsi-indicator-chart src=${src}></strapetsi-indicator-chart>
        <strapetsi-indicator-chart src=${src} indicator="completion-by-cohort"></strapetsi-indicator-chart>
        <strapetsi-indicator-chart
          src=${src}
          indicator="completion-by-cohort"
          by="cohort"
          kind="bar"
        ></strapetsi-indicator-chart>
      </div>`,
    );
    if (first === undefined || bySchool === undefined || byCohort === undefined)
      throw new Error('Three charts were wanted.');
    expect(textIn(first, '.title')).to.equal('Opiskelijavuodet');
    expect(part(bySchool, 'svg [role="graphics-symbol"]').getAttribute('aria-label')).to.contain(
      'Koivurannan ammattiopisto',
    );
    const printed = renderChart(completionOverCheckpoints, {
      id: 'chart',
      language: finnish,
      by: 'cohort',
      kind: 'bar',
      width: Number(part(byCohort, 'svg').getAttribute('width')),
    });
    expect(canonical(part(byCohort, 'svg'))).to.equal(canonical(parsed(printed)));
  });

  it('follows its attributes', async () => {
    const chart = await chartOf(
      html`<strapetsi-indicator-chart
        lang="fi"
        src=${published(studentYearsByYear, completionBySchool)}
      ></strapetsi-indicator-chart>`,
    );
    chart.indicator = 'completion-by-cohort';
    await chart.updateComplete;
    expect(textIn(chart, '.title')).to.contain('Koko tutkinnon suorittaneiden osuus');
    chart.heading = 'Valmistuneet oppilaitoksittain';
    await chart.updateComplete;
    expect(textIn(chart, '.title')).to.equal('Valmistuneet oppilaitoksittain');
    chart.src = published(completionByGender);
    await waitUntil(() => part(chart, 'svg').textContent.includes('Nainen'));
  });

  it('says why it shows bars where lines would mislead', async () => {
    const chart = await chartOf(
      html`<strapetsi-indicator-chart lang="fi" kind="line" .table=${completionBySchool}></strapetsi-indicator-chart>`,
    );
    await waitUntil(() => textIn(chart, '.notice') !== '');
    expect(textIn(chart, '.notice')).to.contain('viiva');
    expect(has(chart, 'svg rect')).to.equal(true);
  });

  it('draws again when it comes back to the page', async () => {
    const chart = await chartOf(
      html`<strapetsi-indicator-chart lang="fi" src=${published(completionBySchool)}></strapetsi-indicator-chart>`,
    );
    const page = chart.parentElement;
    chart.remove();
    page?.append(chart);
    chart.lang = 'sv';
    await waitUntil(() => textIn(chart, 'button') === 'Visa som tabell');
    expect(textIn(chart, '.title')).to.contain('Andel som avlagt hel examen');
  });

  it('shows its table on paper', async () => {
    const chart = await chartOf(
      html`<strapetsi-indicator-chart lang="fi" .table=${completionBySchool}></strapetsi-indicator-chart>`,
    );
    window.dispatchEvent(new Event('beforeprint'));
    expect(has(chart, 'table')).to.equal(true);
  });

  it('warns where its tag has been taken by another copy, and does not throw', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="another page"></iframe>`);
    const { contentDocument: page, contentWindow: view } = frame;
    if (page === null || view === null) throw new Error('no page');
    const warnings: unknown[] = [];
    (view as Window & typeof globalThis).console.warn = (text: unknown) => warnings.push(text);
    const script = page.createElement('script');
    script.type = 'module';
    script.textContent = `
      customElements.define('strapetsi-indicator-chart', class extends HTMLElement {});
      await import('/packages/components/src/indicator-chart/indicator-chart.ts');
      document.title = 'imported';`;
    page.body.append(script);
    await waitUntil(() => page.title === 'imported', 'not imported', { timeout: 10_000 });
    expect(warnings.filter((text) => String(text).includes('already defined'))).to.have.length(1);
  });
});

describe('A chart in a language', () => {
  it('C20: speaks that of its nearest lang, two on one page, and follows a change', async () => {
    const [inFinnish, inSwedish] = await chartsOf(
      html`<div lang="fi">
        <strapetsi-indicator-chart .table=${completionBySchool}></strapetsi-indicator-chart>
        <section lang="sv-FI">
          <strapetsi-indicator-chart .table=${completionBySchool}></strapetsi-indicator-chart>
        </section>
      </div>`,
    );
    if (inFinnish === undefined || inSwedish === undefined) throw new Error('Two charts were wanted.');
    expect([textIn(inFinnish, 'button'), textIn(inSwedish, 'button')]).to.deep.equal([
      'Näytä taulukkona',
      'Visa som tabell',
    ]);
    expect([part(inFinnish, 'figure').lang, part(inSwedish, 'figure').lang]).to.deep.equal(['fi', 'sv']);
    inFinnish.lang = 'sv';
    await waitUntil(() => textIn(inFinnish, 'button') === 'Visa som tabell');
    expect(canonical(part(inFinnish, 'svg'))).to.equal(canonical(part(inSwedish, 'svg')));
  });

  it('C20: says nothing in English in Finnish or Swedish, in text or in attributes', async () => {
    const said = async (lang: string, table: IndicatorTable): Promise<readonly string[]> => {
      const chart = await chartOf(
        html`<div lang=${lang}>
          <strapetsi-indicator-chart kind="pie" .table=${table}></strapetsi-indicator-chart>
        </div>`,
      );
      part(chart, 'button').click();
      part(chart, '.plot').focus();
      await waitUntil(() => has(chart, 'table'));
      return [...(chart.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((element) => [
        ...element
          .getAttributeNames()
          .filter((name) => /^(aria-(label|description|roledescription|valuetext)|title|alt)$/.test(name))
          .map((name) => element.getAttribute(name) ?? ''),
        ...[...element.childNodes].filter((node) => node instanceof Text).map((node) => node.data.trim()),
      ]);
    };
    for (const table of tables) {
      const inEnglish = new Set(await said('en', table));
      for (const lang of ['fi', 'sv']) {
        const same = (await said(lang, table)).filter(
          // A name that the data has in one language only is shown in that language.
          (text) => /\p{L}{2}/u.test(text) && inEnglish.has(text) && !JSON.stringify(table).includes(text),
        );
        expect(same).to.deep.equal([]);
      }
    }
  });
});

describe('A chart without a drawing', () => {
  it('C27: says that it is loading, and is busy', async () => {
    const chart = await fixture(
      html`<strapetsi-indicator-chart lang="fi" src=${published(completionBySchool)}></strapetsi-indicator-chart>`,
    );
    const seen: string[] = [];
    const observer = new MutationObserver(() => {
      seen.push(`${part(chart, 'figure').getAttribute('aria-busy') ?? ''} ${textIn(chart, '[role="status"]')}`);
    });
    observer.observe(chart.shadowRoot ?? chart, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    expect(part(chart, 'figure').getAttribute('aria-busy')).to.equal('true');
    await drawn(chart);
    observer.disconnect();
    expect(part(chart, 'figure').getAttribute('aria-busy')).to.equal('false');
    expect(textIn(chart, '[role="status"]')).to.equal('');
    // The sentence itself is proved where the answer can be held back, in the end-to-end tests.
    expect(seen.at(-1)).to.equal('false ');
  });

  it('C27: says that there is nothing to show', async () => {
    const chart = await fixture(
      html`<strapetsi-indicator-chart lang="sv" src=${published()}></strapetsi-indicator-chart>`,
    );
    await waitUntil(() => has(chart, '[role="status"]') && textIn(chart, '[role="status"]') !== '');
    await waitUntil(() => part(chart, 'figure').getAttribute('aria-busy') === 'false');
    expect(textIn(chart, '[role="status"]')).to.equal('Det finns inga siffror att visa.');
    expect(has(chart, 'svg')).to.equal(false);
  });

  it('C27: says what is wrong, in the reader’s language, and never throws at the page', async () => {
    const errors: string[] = [];
    const listen = (event: ErrorEvent | PromiseRejectionEvent): void => void errors.push(event.type);
    window.addEventListener('error', listen);
    window.addEventListener('unhandledrejection', listen);
    const wrong = [
      html`<strapetsi-indicator-chart></strapetsi-indicator-chart>`,
      html`<strapetsi-indicator-chart src="/no-such-release.json"></strapetsi-indicator-chart>`,
      html`<strapetsi-indicator-chart src="https://example.org/release.json"></strapetsi-indicator-chart>`,
      html`<strapetsi-indicator-chart src="https://:no"></strapetsi-indicator-chart>`,
      html`<strapetsi-indicator-chart src="/LICENSE"></strapetsi-indicator-chart>`,
      html`<strapetsi-indicator-chart
        src=${published(completionBySchool)}
        indicator="no-such"
      ></strapetsi-indicator-chart>`,
      html`<strapetsi-indicator-chart src=${published(completionBySchool)} by="moon"></strapetsi-indicator-chart>`,
      html`<strapetsi-indicator-chart .table=${{ ...completionBySchool, cells: [] }}></strapetsi-indicator-chart>`,
      html`<strapetsi-indicator-chart
        .table=${{ type: 'nothing' } as unknown as IndicatorTable}
      ></strapetsi-indicator-chart>`,
      html`<strapetsi-indicator-chart><table></table></strapetsi-indicator-chart>`,
    ];
    const page = await fixture(html`<div lang="fi">${wrong}</div>`);
    const charts = [...page.querySelectorAll('strapetsi-indicator-chart')];
    await waitUntil(
      () => charts.every((chart) => part(chart, 'figure').getAttribute('aria-busy') === 'false'),
      'busy',
      { timeout: 10_000 },
    );
    await nextFrame();
    window.removeEventListener('error', listen);
    window.removeEventListener('unhandledrejection', listen);
    expect(errors).to.deep.equal([]);
    const texts = charts.map((chart) => textIn(chart, '.fault'));
    expect(new Set(texts).size).to.equal(wrong.length);
    expect(texts[5]).to.contain('no-such').and.contain('completion-by-cohort');
    expect(texts[6]).to.contain('moon').and.contain('school');
    expect(texts[7]).to.contain('cells');
  });
});

describe('A table on the page', () => {
  const pageTable = html`<table data-unit="students">
    <caption>
      Opiskelijat yksiköittäin
    </caption>
    <thead>
      <tr>
        <th scope="col">Yksikkö</th>
        <th scope="col">Aloittaneet</th>
        <th scope="col">Valmistuneet</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row">Turku</th>
        <td>1 234</td>
        <td>870</td>
      </tr>
      <tr>
        <th scope="row">Salo</th>
        <td>210</td>
        <td>1–4</td>
      </tr>
    </tbody>
  </table>`;

  it('C30: is drawn, and gives way to the chart', async () => {
    const chart = await chartOf(html`<strapetsi-indicator-chart lang="fi">${pageTable}</strapetsi-indicator-chart>`);
    expect(textIn(chart, '.title')).to.equal('Opiskelijat yksiköittäin');
    const marks = [...part(chart, 'svg').querySelectorAll('[role="graphics-symbol"]')].map((mark) =>
      mark.getAttribute('aria-label'),
    );
    expect(marks).to.include('Turku, Aloittaneet: 1\u00a0234');
    expect(marks.length).to.equal(4);
    expect(chart.querySelector('table')?.getBoundingClientRect().height).to.equal(0);
    expect(has(chart, 'details')).to.equal(false);
    expect(has(chart, '.small')).to.equal(false);
  });

  it('C30: is what the reader sees where it cannot be drawn or the file cannot be had', async () => {
    const chart = await fixture(
      html`<strapetsi-indicator-chart lang="fi" src="/no-such-release.json">${pageTable}</strapetsi-indicator-chart>`,
    );
    const isSeen = (): boolean => (chart.querySelector('table')?.getBoundingClientRect().height ?? 0) > 50;
    expect(isSeen()).to.equal(true);
    await waitUntil(() => has(chart, '.fault'));
    expect(isSeen()).to.equal(true);
  });

  it('is drawn again when the page changes it', async () => {
    const chart = await chartOf(html`<strapetsi-indicator-chart lang="fi">${pageTable}</strapetsi-indicator-chart>`);
    const cell = chart.querySelector('td');
    if (cell === null) throw new Error('no cell');
    cell.textContent = '1 300';
    await waitUntil(() => part(chart, 'svg').textContent.includes('1\u00a0300'));
    cell.textContent = 'noin 1 300';
    await waitUntil(() => has(chart, '.fault'));
    expect(textIn(chart, '.fault')).to.contain('noin 1 300');
  });
});
