import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { Cell, IndicatorTable } from '@strapetsi/indicators/table';
import type { Lang } from '@strapetsi/text';
import { readPageTable } from './page-table.js';
import type { PageTableFault } from './problem.js';

async function read(template: TemplateResult, lang: Lang = 'fi'): Promise<IndicatorTable> {
  const result = readPageTable(await fixture<HTMLTableElement>(template), lang);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.table;
}

async function faultIn(template: TemplateResult, lang: Lang = 'fi'): Promise<PageTableFault | undefined> {
  const result = readPageTable(await fixture<HTMLTableElement>(template), lang);
  return result.ok ? undefined : result.fault;
}

/** A table of one series with the given cells, in rows A, B, C … */
function column(cells: readonly TemplateResult[], unit: string | null = 'students'): TemplateResult {
  const rows = cells.map(
    (cell, index) =>
      html`<tr>
        <th scope="row">${String.fromCharCode(65 + index)}</th>
        ${cell}
      </tr>`,
  );
  const head = html`<caption>
      Opiskelijat
    </caption>
    <thead>
      <tr>
        <th>Yksikkö</th>
        <th scope="col">Opiskelijat</th>
      </tr>
    </thead>`;
  return unit === null
    ? html`<table>
        ${head}
        <tbody>
          ${rows}
        </tbody>
      </table>`
    : html`<table data-unit=${unit}>
        ${head}
        <tbody>
          ${rows}
        </tbody>
      </table>`;
}

async function cellsOf(cells: readonly TemplateResult[], lang: Lang = 'fi', unit?: string): Promise<readonly Cell[]> {
  return (await read(column(cells, unit ?? 'students'), lang)).cells;
}

describe('A table written on the page', () => {
  it('gives its caption, headers and figures, row by row', async () => {
    const table = await read(
      html`<table data-unit="studentYears">
        <caption>
          Opiskelijavuodet
        </caption>
        <thead>
          <tr>
            <th scope="col">Vuosi</th>
            <th scope="col">Turku</th>
            <th scope="col">Salo</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">2023</th>
            <td>1 234,5</td>
            <td>310,0</td>
          </tr>
          <tr>
            <th scope="row">2024</th>
            <td>1 301,2</td>
            <td>298,5</td>
          </tr>
        </tbody>
      </table>`,
    );
    expect(table.indicator.name.sv).to.equal('Opiskelijavuodet');
    expect(table.figure).to.deep.include({ unit: 'studentYears', decimals: 1 });
    expect(table.dimensions.map(({ scale, members }) => [scale, members.map(({ label }) => label.fi)])).to.deep.equal([
      ['time', ['2023', '2024']],
      ['ordinal', ['Turku', 'Salo']],
    ]);
    expect(table.dimensions[0]?.members[0]).to.include({ from: '2023-01-01', to: '2023-12-31' });
    expect(table.cells.map((cell) => (cell.status === 'value' ? cell.value : cell.status))).to.deep.equal([
      1234.5, 310, 1301.2, 298.5,
    ]);
  });

  it('is of shares where its figures are percentages', async () => {
    const table = await read(column([html`<td>81,4 %</td>`, html`<td>7,0%</td>`], null));
    expect(table.figure).to.deep.include({ unit: 'share', decimals: 1 });
    expect(table.cells).to.deep.equal([
      { status: 'value', value: 81.4 / 100 },
      { status: 'value', value: 7 / 100 },
    ]);
  });

  it('may group its digits by any space, and by a comma in English', async () => {
    const spaces = [' ', '\u00a0', '\u2009', '\u202f'].map((space) => html`<td>${`12${space}345,5`}</td>`);
    for (const cell of await cellsOf(spaces, 'sv')) expect(cell).to.deep.equal({ status: 'value', value: 12345.5 });
    expect(await cellsOf([html`<td>12,345.5</td>`], 'en')).to.deep.equal([{ status: 'value', value: 12345.5 }]);
    expect(await cellsOf([html`<td>−3</td>`])).to.deep.equal([{ status: 'value', value: -3 }]);
  });

  it('withholds what it gives as a range, and an empty cell has no data', async () => {
    expect(await cellsOf([html`<td>1–4</td>`, html`<td>1-4</td>`, html`<td></td>`])).to.deep.equal([
      { status: 'withheld', reason: 'primary', range: { from: 1, to: 4 } },
      { status: 'withheld', reason: 'primary', range: { from: 1, to: 4 } },
      { status: 'noData' },
    ]);
  });

  it('does not take a range of persons for a range of shares', async () => {
    expect(await cellsOf([html`<td>50 %</td>`, html`<td>1–4</td>`], 'fi', 'share')).to.deep.equal([
      { status: 'value', value: 0.5 },
      { status: 'withheld', reason: 'primary' },
    ]);
  });

  it('says by data-status what a text cannot', async () => {
    expect(
      await cellsOf([
        html`<td data-status="withheld">salattu</td>`,
        html`<td data-status="notApplicable">.</td>`,
        html`<td data-status="immature" data-matures="2027-07-31">ei vielä</td>`,
        html`<td data-value="120">noin 120</td>`,
      ]),
    ).to.deep.equal([
      { status: 'withheld', reason: 'primary' },
      { status: 'notApplicable' },
      { status: 'immature', matures: '2027-07-31' },
      { status: 'value', value: 120 },
    ]);
  });

  it('is refused where it would have to be guessed', async () => {
    const number = (found: string): PageTableFault => ({ code: 'number', row: 2, column: 2, found });
    expect(await faultIn(column([html`<td>81.4</td>`]))).to.deep.equal(number('81.4'));
    expect(await faultIn(column([html`<td>1 23</td>`]))).to.deep.equal(number('1 23'));
    expect(await faultIn(column([html`<td>–</td>`]))).to.deep.equal(number('–'));
    expect(await faultIn(column([html`<td>alle 5</td>`]))).to.deep.equal(number('alle 5'));
    expect(await faultIn(column([html`<td data-value="81.4">8,14</td>`]))).to.deep.equal(number('81.4'));
    expect(await faultIn(column([html`<td data-value="">12</td>`]))).to.deep.equal(number(''));
    expect(await faultIn(column([html`<td data-status="secret">x</td>`]))).to.deep.include({
      code: 'status',
      found: 'secret',
    });
    expect(await faultIn(column([html`<td>12</td>`], null))).to.deep.equal({ code: 'unit' });
    expect(await faultIn(column([html`<td>12</td>`], 'kg'))).to.deep.equal({ code: 'unit' });
    expect(await faultIn(column([html`<td>12</td>`, html`<td>12 %</td>`]))).to.deep.equal({
      code: 'otherUnit',
      row: 3,
      column: 2,
    });
    expect(await faultIn(column([html`<td data-value="81.4"></td>`], 'share'))).to.deep.equal({
      code: 'otherUnit',
      row: 2,
      column: 2,
    });
  });

  it('is refused without the headers that a reader of the table needs too', async () => {
    expect(
      await faultIn(
        html`<table>
          <tbody>
            <tr>
              <th>A</th>
              <td>1</td>
            </tr>
          </tbody>
        </table>`,
      ),
    ).to.deep.equal({ code: 'caption' });
    expect(
      await faultIn(
        html`<table>
          <caption>
            A
          </caption>
          <tbody>
            <tr>
              <th>A</th>
              <td>1</td>
            </tr>
          </tbody>
        </table>`,
      ),
    ).to.deep.equal({
      code: 'columnHeaders',
    });
    expect(
      await faultIn(
        column([
          html`<td>1</td>
            <td>2</td>`,
        ]),
      ),
    ).to.deep.equal({ code: 'cellCount', row: 2, found: 2, expected: 1 });
    expect(await faultIn(column([html`<td colspan="2">1</td>`]))).to.deep.equal({ code: 'span', row: 2 });
    const noHeader = html`<table data-unit="days">
      <caption>
        A
      </caption>
      <thead>
        <tr>
          <th>A</th>
          <th>B</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>A</td>
          <td>1</td>
        </tr>
      </tbody>
    </table>`;
    expect(await faultIn(noHeader)).to.deep.equal({ code: 'rowHeader', row: 2 });
  });
});
