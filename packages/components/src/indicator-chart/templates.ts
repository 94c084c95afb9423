import type { DataTable } from '@strapetsi/charts';
import { html, type TemplateResult } from 'lit';
import type { HeadingLevel } from './chart-view.js';

/** The title as the figure's caption, and as a heading where the page wants one. */
export function titleTemplate(title: string, level: HeadingLevel | undefined): TemplateResult {
  const heading = (): TemplateResult => {
    switch (level) {
      case 1:
        return html`<h1>${title}</h1>`;
      case 2:
        return html`<h2>${title}</h2>`;
      case 3:
        return html`<h3>${title}</h3>`;
      case 4:
        return html`<h4>${title}</h4>`;
      case 5:
        return html`<h5>${title}</h5>`;
      case 6:
        return html`<h6>${title}</h6>`;
      case undefined:
        return html`${title}`;
    }
  };
  return html`<figcaption class="title" part="title" id="title">${heading()}</figcaption>`;
}

/** The figures of a chart as a table; wide ones scroll by themselves, with the keyboard too. */
export function dataTableTemplate({ columns, rows }: DataTable, caption: string): TemplateResult {
  return html`<div class="scroll" id="table" role="group" aria-labelledby="table-caption" tabindex="0">
    <table part="table">
      <caption id="table-caption">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => (column === '' ? html`<td></td>` : html`<th scope="col">${column}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(({ text, header }) => (header === true ? html`<th scope="row">${text}</th>` : html`<td>${text}</td>`))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
