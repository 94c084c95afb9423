import { chartDataset, dataTable } from '@strapetsi/charts';
import { finnish } from '@strapetsi/charts/languages/fi';
import { swedish } from '@strapetsi/charts/languages/sv';
import type { Cell, DimensionId, IndicatorTable, PublishedCount, Release } from '@strapetsi/indicators';
import { formatNumber, formatShare, pick, type Language } from '@strapetsi/text';
import { html, type Html } from './html.js';
import { pageTexts, type ChartTexts, type PageLang, type PageTexts, type Subject } from './texts.js';

export interface PageInput {
  readonly lang: PageLang;
  readonly subject: Subject;
  /** Student years by year, completion by checkpoint, completion by school. */
  readonly release: Release;
  /** Whether the figures are of sample data. */
  readonly fictional: boolean;
}

interface Chart {
  readonly id: string;
  readonly table: IndicatorTable;
  readonly by: DimensionId;
  readonly kind: 'bar' | 'line';
  readonly texts: ChartTexts;
}

const languages: Readonly<Record<PageLang, Language>> = { fi: finnish, sv: swedish };
/** The checkpoint of the key figure, in months. */
const fourYears = '48';

/** The page as it is served: everything is in it, the figures as tables for a browser that runs no script. */
export function renderPage({ lang, subject, release, fictional }: PageInput): string {
  const texts = pageTexts(lang, subject);
  const [studentYears, completion, schools] = release.tables;
  if (studentYears === undefined || completion === undefined || schools === undefined) {
    throw new RangeError(`The page needs three tables, not ${String(release.tables.length)}.`);
  }
  const charts: readonly Chart[] = [
    { id: 'student-years', table: studentYears, by: 'year', kind: 'bar', texts: texts.studentYears },
    { id: 'completion', table: completion, by: 'checkpoint', kind: 'line', texts: texts.completion },
    { id: 'schools', table: schools, by: 'school', kind: 'bar', texts: texts.schools },
  ];
  const names = studentYears.providers.map(
    ({ label, id }) => pick(label, lang) ?? { text: id, lang, translated: true },
  );
  const college =
    names.length === 0
      ? html`Strapetsi`
      : html`${names.map(({ text, lang: of }, position) => html`${position === 0 ? '' : ', '}<span lang="${of}">${text}</span>`)}`;
  const root = lang === 'fi' ? './' : '../';
  return `<!doctype html>\n${
    html`<html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${texts.title} – ${names.map(({ text }) => text).join(', ') || 'Strapetsi'}</title>
        <meta name="description" content="${texts.intro}" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" type="image/svg+xml" href="${root}mark.svg" />
        <link rel="stylesheet" href="${root}intranet.css" />
        <script type="module" src="${root}intranet.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">${texts.skip}</a>
        ${masthead(lang, college, texts, charts, root)}
        <main id="main">
          <div class="wrap">
            ${keyFigures(texts, studentYears, completion, lang)}
            <div class="cards">${charts.map((chart, position) => card(chart, lang, root, position === 2))}</div>
          </div>
          ${about(texts, release, lang, root)}
        </main>
        <footer>
          <div class="wrap">
            <p>${fictional ? texts.fictional : texts.ownData}</p>
            <p>${texts.madeWith}</p>
          </div>
        </footer>
      </body>
    </html>`.markup
  }\n`;
}

function masthead(lang: PageLang, college: Html, texts: PageTexts, charts: readonly Chart[], root: string): Html {
  const other: Html =
    lang === 'fi'
      ? html`<li><span lang="fi" aria-current="true">Suomi</span></li>
          <li><a href="${root}sv/" lang="sv" hreflang="sv">Svenska</a></li>`
      : html`<li><a href="${root}" lang="fi" hreflang="fi">Suomi</a></li>
          <li><span lang="sv" aria-current="true">Svenska</span></li>`;
  return html`<header class="masthead">
    <div class="wrap">
      <div class="bar">
        <p class="college">${mark} <span>${college}</span></p>
        <nav class="languages" aria-label="${texts.language}">
          <ul>
            ${other}
          </ul>
        </nav>
      </div>
      <div class="hero">
        <div>
          <p class="kicker">${texts.kicker}</p>
          <h1>${texts.title}</h1>
          <p class="lead">${texts.intro}</p>
        </div>
        <nav class="sections" aria-label="${texts.sections}">
          <ul>
            ${charts.map((chart) => html`<li><a href="#${chart.id}">${chart.texts.heading}</a></li>`)}
            <li><a href="#about">${texts.about}</a></li>
          </ul>
        </nav>
      </div>
    </div>
  </header>`;
}

const mark = html`<svg viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="7" fill="#f2f7f1" />
  <path d="M6 20 11.5 9 17 20Z" fill="#6fb596" />
  <path d="M14 20 20.5 6 27 20Z" fill="#0f5148" />
  <path
    d="M5 24c3-2.4 5.5-2.4 8 0s5 2.4 8 0 4-2.2 6 0"
    fill="none"
    stroke="#d9930d"
    stroke-width="2.2"
    stroke-linecap="round"
  />
</svg>`;

/** A few figures in large type, out of the published tables alone; one that was withheld is not there. */
function keyFigures(texts: PageTexts, studentYears: IndicatorTable, completion: IndicatorTable, lang: PageLang): Html {
  const year = studentYears.dimensions[0]?.members.at(-1)?.id ?? '';
  const latest = studentYears.cells.at(-1);
  const position = completion.dimensions[0]?.members.findIndex(({ id }) => id === fourYears) ?? -1;
  const completed = completion.cells[position];
  const figures = [
    latest?.status === 'value'
      ? { value: formatNumber(latest.value, lang), label: texts.studentYearsIn(year) }
      : undefined,
    ...startersFigure(completed, texts, lang),
    completed?.status === 'value' ? { value: formatShare(completed.value, lang), label: texts.completed } : undefined,
  ].filter((figure) => figure !== undefined);
  if (figures.length === 0) return html``;
  return html`<dl class="key-figures" aria-label="${texts.keyFigures}">
    ${figures.map(
      ({ value, label }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function startersFigure(
  cell: Cell | undefined,
  texts: PageTexts,
  lang: PageLang,
): readonly { readonly value: string; readonly label: string }[] {
  const n: PublishedCount | undefined = cell !== undefined && 'n' in cell ? cell.n : undefined;
  return n?.status === 'value' ? [{ value: formatNumber(n.value, lang), label: texts.starters }] : [];
}

function card({ id, table, by, kind, texts }: Chart, lang: PageLang, root: string, wide: boolean): Html {
  return html`<section class="card${wide ? ' wide' : ''}" id="${id}" aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${texts.heading}</h2>
    <p>${texts.explanation}</p>
    <strapetsi-indicator-chart
      src="${root}indicators.json"
      indicator="${table.indicator.id}"
      by="${by}"
      kind="${kind}"
      heading="${texts.title}"
      heading-level="3"
    >
      ${figuresAsTable(table, by, lang, texts.title)}
    </strapetsi-indicator-chart>
  </section>`;
}

/** The very words of the chart's own data table. */
function figuresAsTable(table: IndicatorTable, by: DimensionId, lang: PageLang, caption: string): Html {
  const { columns, rows } = dataTable(chartDataset(table, { language: languages[lang], by }));
  if (rows.length === 0) return html``;
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => (cell.header ? html`<th scope="row">${cell.text}</th>` : html`<td>${cell.text}</td>`))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function about(texts: PageTexts, { tables }: Release, lang: PageLang, root: string): Html {
  const policies = new Map(tables.map(({ policy }) => [policy.id, policy.label[lang]]));
  const sources = new Map(
    tables.flatMap(({ indicator }) =>
      indicator.sources.map((source) => [source.reference, source.title[lang]] as const),
    ),
  );
  return html`<section class="about" id="about" aria-labelledby="about-heading">
    <div class="wrap">
      <h2 id="about-heading">${texts.about}</h2>
      <dl>
        <div>
          <dt>${texts.source}</dt>
          <dd>${texts.sourceText}</dd>
        </div>
        <div>
          <dt>${texts.privacy}</dt>
          <dd>${texts.privacyText} ${[...policies.values()].join('; ')}.</dd>
        </div>
        <div>
          <dt>${texts.files}</dt>
          <dd>${texts.filesText} <a href="${root}indicators.json">indicators.json</a></dd>
        </div>
        <div class="methods">
          <dt>${texts.method}</dt>
          <dd>
            <ul>
              ${[...sources].map(([reference, title]) => html`<li>${title} <small>${reference}</small></li>`)}
            </ul>
          </dd>
        </div>
      </dl>
    </div>
  </section>`;
}
