import type { IndicatorTable } from '@strapetsi/indicators/table';
import type { Language } from '@strapetsi/text';
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LanguageController } from '../languages/language-controller.js';
import { ChartSource } from './chart-source.js';
import { ChartView, type View } from './chart-view.js';
import { styles } from './indicator-chart.styles.js';
import { MeasuredSize } from './measured-size.js';
import { Plot } from './plot.js';
import { problemWords } from './problem-words.js';
import { dataTableTemplate, titleTemplate } from './templates.js';

/**
 * @summary A published indicator as a chart, with its summary sentence, keyboard, data table and sources, in the language
 * of the nearest `lang` attribute.
 *
 * The data comes from the `table` property, else from the file in `src`, else from a `<table>` among the element's children. That
 * table is also what a reader sees without script, before the element is defined, and when something is wrong with the data.
 * What is wrong is said in the element; it never throws at the page.
 *
 * A `<table>` needs a caption (the title), one row of `th` in `thead` (a corner, then the series), a `th` in front of each row, and
 * cells with text as one writes it in the page's language ("1 234,5", "81,4 %", "1–4" for a withheld figure), or with `data-value`
 * (shares as 0–1), or with `data-status` (`withheld`, `noData`, `notApplicable`, `immature` with `data-matures`). Unless the
 * figures are percentages, `data-unit` of the table says the unit: `studentYears`, `days`, `share` or `students`.
 *
 * @slot - A `<table>` with the same figures, or any text that says what the chart would.
 *
 * @csspart base - The frame around everything.
 * @csspart title - The title, a heading where `heading-level` is given.
 * @csspart summary - The generated sentences about the chart: its description, not shown.
 * @csspart plot - The drawing, which is one tab stop.
 * @csspart tooltip - What the mark under the pointer or in focus says.
 * @csspart origin - Whose data it is and from when.
 * @csspart notes - What the figures leave out, small groups and method; closed until a reader opens it.
 * @csspart table-button - The button that shows the data table.
 * @csspart table - The data table.
 *
 * @cssproperty --strapetsi-font - Font family. Default: that of the page.
 * @cssproperty --strapetsi-text - Colour of text.
 * @cssproperty --strapetsi-quiet-text - Colour of summary, axis labels and notes; 4.5:1 or more against the surface.
 * @cssproperty --strapetsi-surface - Colour behind everything.
 * @cssproperty --strapetsi-line - Colour of the frame, gridlines and rules.
 * @cssproperty --strapetsi-axis - Colour of axes; 3:1 or more against the surface.
 * @cssproperty --strapetsi-series-1 - Colour of the first series, and so on to `--strapetsi-series-8`; 3:1 or more against the surface.
 * @cssproperty --strapetsi-accent - Colour of the button and of its focus ring.
 * @cssproperty --strapetsi-fault - Colour beside an error or notice.
 */
export class IndicatorChart extends LitElement {
  static override readonly styles = styles;

  // Written out: the decorators would be a twentieth of the whole element.
  static override readonly properties: PropertyDeclarations = {
    src: {},
    table: { attribute: false },
    indicator: {},
    by: {},
    kind: {},
    heading: {},
    headingLevel: { attribute: 'heading-level' },
  };

  /** Address of an indicator table or a release (JSON) on the page's own web server, relative to the page. */
  src?: string;

  /** The table itself, for developers who already have it. Goes before `src`. */
  table?: IndicatorTable;

  /** Which indicator of a release, by its id such as `student-years`. Default: the first. */
  indicator?: string;

  /** Which dimension goes on the axis, such as `year` or `school`; also chooses the table that has it. Default: the table's first. */
  by?: string;

  /** `bar`, `line` or `stacked-100`. Default: parts of a whole stacked, a line along time, bars otherwise. */
  kind?: string;

  /** The title. Default: made of the indicator and its figure. */
  heading?: string;

  /** 1–6 makes the title a heading of that level. Default: a caption that is no heading. */
  headingLevel?: string | number;

  readonly #language = new LanguageController(this);
  readonly #source = new ChartSource(this);
  readonly #size = new MeasuredSize(this);
  readonly #view = new ChartView(this);
  readonly #plot = new Plot(this);
  #shown: View = { status: 'loading', notices: [] };
  #tableOpen = false;
  #isPrinted = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#onBeforePrint);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('beforeprint', this.#onBeforePrint);
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    this.#source.follow({ table: this.table, src: this.src, lang: this.#language.wanted });
    const language = this.#language.current;
    if (language === undefined) return;
    const before = this.#shown;
    const view = this.#view.of(this.#source.state, this, this.#size, language);
    this.#shown = view;
    if (view.status === 'drawn') {
      this.#plot.scene = view.scene;
      const isNews =
        before.status === 'drawn' && before.table !== view.table && before.scene.summary !== view.scene.summary;
      if (isNews) this.#plot.news(view.scene.summary);
    }
  }

  readonly #onBeforePrint = (): void => {
    this.#tableOpen = true;
    this.#isPrinted = true;
    this.requestUpdate();
    // The printer does not wait for a microtask.
    this.performUpdate();
  };

  readonly #onTableButton = (): void => {
    this.#tableOpen = !this.#tableOpen;
    this.requestUpdate();
  };

  protected override render(): TemplateResult {
    const view = this.#shown;
    const language = this.#language.current;
    const isDrawn = view.status === 'drawn';
    const title = this.heading ?? (isDrawn ? view.scene.title : '');
    const state = language === undefined ? undefined : this.#stateText(view, language);
    const isWaiting = view.status === 'loading' && this.childElementCount === 0;
    return html`<figure
      part="base"
      lang=${language?.lang ?? nothing}
      aria-busy=${view.status === 'loading' || state === undefined}
      aria-labelledby=${title === '' ? nothing : 'title'}
    >
      ${title === '' ? nothing : titleTemplate(title, view.headingLevel)}
      ${isDrawn ? html`<p class="summary unseen" part="summary" id="summary">${view.scene.summary}</p>` : nothing}
      <div class=${isWaiting ? 'frame waiting' : 'frame'}>
        <p class=${view.status === 'failed' ? 'state fault' : 'state'} role="status">${state}</p>
        ${isDrawn ? this.#plot.render() : nothing}
      </div>
      <slot ?hidden=${isDrawn}></slot>
      ${language === undefined || view.status === 'failed' ? nothing : this.#renderNotices(view, language)}
      ${isDrawn && language !== undefined ? this.#renderFoot(view, language) : nothing}
      <div class="unseen" aria-live="polite">${this.#plot.spoken}</div>
      <span class="em"></span>
    </figure>`;
  }

  /** What stands in place of a drawing; `undefined` while the words are on their way. */
  #stateText(view: View, language: Language): string | undefined {
    const { msg } = language;
    switch (view.status) {
      case 'loading':
        return msg('Loading the figures…', { desc: 'In place of a chart while its data is on the way' });
      case 'empty':
        return msg('There are no figures to show.', { desc: 'In place of a chart whose data has no figures' });
      case 'failed':
        return problemWords(language, view.problem, this);
      case 'drawn':
        return '';
    }
  }

  #renderNotices({ notices }: View, language: Language): readonly TemplateResult[] {
    return notices.map((problem) => html`<p class="notice">${problemWords(language, problem, this)}</p>`);
  }

  #renderFoot(view: View & { status: 'drawn' }, language: Language): TemplateResult {
    const { msg } = language;
    return html`
      <button
        part="table-button"
        type="button"
        aria-expanded=${this.#tableOpen}
        aria-controls=${this.#tableOpen ? 'table' : nothing}
        @click=${this.#onTableButton}
      >
        ${msg('Show as a table', { desc: 'Button under a chart: shows the same figures as a table, or hides them again' })}
      </button>
      ${this.#tableOpen ? dataTableTemplate(view.data, view.scene.title) : nothing}
      ${view.origin === '' ? nothing : html`<p class="small" part="origin">${view.origin}</p>`}
      ${
        view.notes.length === 0
          ? nothing
          : html`<details class="small" part="notes" ?open=${this.#isPrinted}>
              <summary>
                ${msg('About these figures', { desc: 'Under a chart: opens notes on what the figures leave out and how they are made' })}
              </summary>
              <ul>
                ${view.notes.map((note) => html`<li>${note}</li>`)}
              </ul>
            </details>`
      }
    `;
  }
}
