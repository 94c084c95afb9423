import { DOMParser } from '@xmldom/xmldom';
import type { IndicatorTable } from '@strapetsi/indicators/table';
import { describe, expect, it } from 'vitest';
import { storedCharts } from '../golden/charts.js';
import { chartDataset } from './dataset/chart-dataset.js';
import { dataTable } from './dataset/data-table.js';
import { english } from './languages/en.js';
import { renderChart } from './render-chart.js';
import { completionByGender, completionBySchool, studentYearsByYear } from './sample-tables.js';

/** Parses as XML and throws on any fault. */
function parse(svg: string): Document {
  const refuse = (fault: unknown): never => {
    throw new Error(String(fault));
  };
  return new DOMParser({ errorHandler: { warning: refuse, error: refuse, fatalError: refuse } }).parseFromString(
    svg,
    'image/svg+xml',
  );
}

function withText(text: string): IndicatorTable {
  const [school] = completionBySchool.dimensions;
  return {
    ...completionBySchool,
    dimensions: [
      {
        ...school!,
        members: school!.members.map((member) => ({ ...member, label: { fi: text, sv: text, en: text } })),
      },
    ],
  };
}

describe('a chart as a string', () => {
  for (const { name, table, options } of storedCharts) {
    it(`is the stored ${name}.svg, byte for byte`, async () => {
      await expect(`${renderChart(table, options)}\n`).toMatchFileSnapshot(`../golden/${name}.svg`);
    });
  }

  it('is well-formed XML with a role, a name, a description and a language', () => {
    for (const { table, options } of storedCharts) {
      const svg = parse(renderChart(table, options)).documentElement;
      expect(svg.getAttribute('role')).toBe('graphics-document');
      expect(svg.getAttribute('aria-label')).not.toBe('');
      expect(svg.getAttribute('lang')).toBe(options.language.lang);
      const description = svg.getElementsByTagName('desc')[0];
      expect(description?.getAttribute('id')).toBe(svg.getAttribute('aria-describedby'));
      expect(description?.textContent).not.toBe('');
    }
  });

  it('says nothing to a listener but names, description and marks: all other text is hidden', () => {
    for (const { table, options } of storedCharts) {
      for (const text of Array.from(parse(renderChart(table, options)).getElementsByTagName('text'))) {
        let parent = text.parentNode as Element | null;
        while (parent !== null && parent.getAttribute('aria-hidden') !== 'true')
          parent = parent.parentNode as Element | null;
        expect(parent, String(text.textContent)).not.toBeNull();
      }
    }
  });

  it('keeps text of the data as text, whatever it holds', () => {
    const text = `<script>alert("1 & 2")</script> ]]> ' \u0000\u000b`;
    const document = parse(renderChart(withText(text), { id: 'chart', language: english, width: 800 }));
    expect(document.getElementsByTagName('script')).toHaveLength(0);
    const names = Array.from(document.getElementsByTagName('g')).map((group) => group.getAttribute('aria-label') ?? '');
    expect(names.some((name) => name.startsWith(`<script>alert("1 & 2")</script> ]]> '`))).toBe(true);
  });

  it('begins every id with the caller’s key and refers to no other', () => {
    const svg = renderChart(completionByGender, { id: 'left', language: english });
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const references = [...svg.matchAll(/url\(#([^)]*)\)|describedby="([^"]*)"/g)].map(([, a, b]) => a ?? b);
    expect(ids.length).toBeGreaterThan(1);
    for (const id of ids) expect(id).toMatch(/^left-/);
    for (const reference of references) expect(ids).toContain(reference);
  });

  it('has the words of a withheld value as the data table has them', () => {
    for (const { table, options } of storedCharts) {
      const svg = renderChart(table, options);
      const rows = dataTable(chartDataset(table, options)).rows;
      for (const { text, status } of rows.flat()) {
        if (status === 'withheld') expect(svg).toContain(`. ${text}`);
      }
    }
  });

  it('does not draw what the figures are where the heading says it', () => {
    const titled = (heading: string): string =>
      renderChart(studentYearsByYear, { id: 'chart', language: english, heading });
    expect(titled('Student years by year, 2019–2025')).not.toContain('>Student years<');
    expect(titled('How much is studied')).toContain('>Student years<');
  });

  it('takes the heading as its name and then draws what the figures are', () => {
    const svg = parse(
      renderChart(completionBySchool, { id: 'chart', language: english, heading: 'How many graduate' }),
    );
    expect(svg.documentElement.getAttribute('aria-label')).toBe('How many graduate');
    const texts = Array.from(svg.getElementsByTagName('text')).map(({ textContent }) => textContent);
    expect(texts.join(' ')).toContain('Share that completed a whole qualification');
  });
});
