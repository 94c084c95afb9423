import type { IndicatorTable } from '@strapetsi/indicators/table';
import { describe, expect, it } from 'vitest';
import { english } from '../languages/en.js';
import { finnish } from '../languages/fi.js';
import { swedish } from '../languages/sv.js';
import * as tables from '../sample-tables.js';
import { kinds } from '../kinds/kinds.js';
import { chooseKind } from './choose-kind.js';
import { chartDataset } from './chart-dataset.js';
import { pointName } from './dataset.js';
import { dataTable } from './data-table.js';
import { summarySentence } from './summary-sentence.js';

const languages = [finnish, swedish, english];

/** Numbers are read more easily here without the no-break spaces that `@strapetsi/text` writes. */
function plain(text: string | undefined): string | undefined {
  return text?.replaceAll('\u00a0', ' ');
}

describe('a dataset', () => {
  it('has the first dimension on the axis and the others as series', () => {
    const { axis, series, points } = chartDataset(tables.studentYearsByYearAndSchool, { language: finnish });
    expect(axis.categories.map(({ label }) => label)).toEqual(['2019', '2020', '2021', '2022', '2023', '2024', '2025']);
    expect(series.map(({ label }) => label)).toEqual(['Koivurannan ammattiopisto', 'Kuusikon aikuisopisto']);
    expect(points[1]?.map(({ value }) => value)).toEqual([undefined, 61.8, 138.9, 223.7, 285.4, 320.4, 333.2]);
  });

  it('turns with `by`: the same cells, seen along another dimension', () => {
    const { axis, series, points } = chartDataset(tables.studentYearsByYearAndSchool, {
      language: finnish,
      by: 'school',
    });
    expect(axis.id).toBe('school');
    expect(series.map(({ label }) => label).at(-1)).toBe('2025');
    expect(points.at(-1)?.map(({ value }) => value)).toEqual([1238.1, 333.2]);
  });

  it('says which dimensions there are when asked for another', () => {
    expect(() => chartDataset(tables.completionBySchool, { language: finnish, by: 'gender' })).toThrow(
      expect.objectContaining({ code: 'no-such-dimension', path: 'by', expected: 'school', found: 'gender' }),
    );
  });

  it('tells the one member of a further dimension in the title', () => {
    const [school] = tables.completionBySchool.dimensions;
    const [gender] = tables.completionByGender.dimensions;
    const women: IndicatorTable = {
      ...tables.completionBySchool,
      dimensions: [school!, { ...gender!, members: gender!.members.slice(1, 2) }],
    };
    const { title, series } = chartDataset(women, { language: finnish });
    expect(title).toBe('Koko tutkinnon suorittaneiden osuus: Ammatillinen koulutus, Nainen');
    expect(series).toHaveLength(1);
  });

  it('combines several further dimensions into series', () => {
    const [year, school] = tables.studentYearsByYearAndSchool.dimensions;
    const [gender] = tables.completionByGender.dimensions;
    const genders = gender!.members.slice(0, 2);
    const table: IndicatorTable = {
      ...tables.studentYearsByYearAndSchool,
      dimensions: [school!, { ...gender!, members: genders }, { ...year!, members: year!.members.slice(0, 2) }],
      cells: [1, 2, 3, 4, 5, 6, 7, 8].map((value) => ({ status: 'value', value })),
    };
    const { series, points } = chartDataset(table, { language: english, by: 'year' });
    expect(series.map(({ label }) => label)[1]).toBe('Koivuranta Vocational College, Female');
    expect(points.map((ofSeries) => ofSeries.map(({ value }) => value))).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
    ]);
  });

  it('is one point where a table has no dimensions', () => {
    const { axis, points } = chartDataset(
      { ...tables.studentYearsByYear, dimensions: [], cells: [{ status: 'value', value: 1234.5 }] },
      { language: english },
    );
    expect(axis.categories).toHaveLength(1);
    expect(points[0]?.[0]?.text).toBe('1,234.5');
  });

  it('marks a label that the reader’s language lacks, but calls a school by its name', () => {
    const table = tables.completionBySchool;
    const bySchool = chartDataset(table, { language: english });
    expect(bySchool.axis.categories[3]?.label).toBe('Lehtomäen luonnonvaraopisto');
    const [schools, ...others] = table.dimensions;
    if (schools === undefined) throw new Error('a dimension');
    const dimensions = [{ ...schools, id: 'qualification' as const }, ...others];
    const byQualification = chartDataset({ ...table, dimensions }, { language: english });
    expect(byQualification.axis.categories[3]?.label).toBe('Lehtomäen luonnonvaraopisto (not in English)');
  });

  it('has the small print: notes, policy, method, data and day', () => {
    const { notes, origin } = chartDataset(tables.completionBySchool, { language: english });
    expect(notes).toHaveLength(3);
    expect(notes[0]).toBe(tables.completionBySchool.notes[0]?.en);
    expect(notes[1]).toContain(tables.completionBySchool.policy.label.en);
    expect(origin).toContain('31 Jan 2026');
  });

  it('says nothing in the name of a table that says nothing', () => {
    const silent: IndicatorTable = {
      ...tables.completionBySchool,
      indicator: { ...tables.completionBySchool.indicator, sources: [] },
      policy: { id: '', label: { fi: '', sv: '', en: '' }, reference: '' },
      providers: [],
      notes: [],
      asOf: '',
    };
    expect(chartDataset(silent, { language: finnish })).toMatchObject({ notes: [], origin: '' });
  });
});

describe('a point', () => {
  it('says in every language what it is, and never 0 or nothing in place of a reason', () => {
    for (const language of languages) {
      const texts = chartDataset(tables.completionByGender, { language })
        .points.flat()
        .map(({ text }) => text);
      expect(texts.filter((text) => text === '' || text === '–')).toEqual([]);
      expect(new Set(texts).size).toBe(6);
    }
  });

  it('is written so in English', () => {
    const [koivuranta, kuusikko] = chartDataset(tables.completionByGender, { language: english }).points;
    expect(koivuranta?.map(({ text }) => text)).toEqual(['69.6%', '68.4%', 'Withheld: 25–100%']);
    expect(kuusikko?.map(({ text }) => text)).toEqual(['0.0%', '91.5%', 'Not applicable']);
  });

  it('tells a range with the figure’s decimals unless its ends are whole', () => {
    const points = chartDataset(tables.completionBySchool, { language: english }).points[0];
    expect(points?.map(({ text }) => text).slice(3)).toEqual(['Withheld: 6.7–26.7%', 'Withheld', 'No data']);
  });

  it('is named by its place, its value and the persons behind it', () => {
    const dataset = chartDataset(tables.completionByGender, { language: english });
    expect(pointName(dataset, 0, 0)).toBe('Male, Koivuranta Vocational College: 69.6% (n = 306)');
    expect(pointName(dataset, 0, 2)).toBe('Other, Koivuranta Vocational College. Withheld: 25–100%');
    const years = chartDataset(tables.studentYearsByYear, { language: finnish });
    expect(plain(pointName(years, 0, 0))).toBe('2019: 1 482,6 (n = 1 902)');
  });
});

describe('the data table', () => {
  it('has a caption, a heading for every column and a header in every row', () => {
    const table = dataTable(chartDataset(tables.studentYearsByYearAndSchool, { language: english }));
    expect(table.caption).toBe('Student years');
    expect(table.columns).toEqual(['Year', 'Koivuranta Vocational College', 'Kuusikko Adult Education Centre']);
    expect(table.rows).toHaveLength(7);
    for (const row of table.rows) {
      expect(row).toHaveLength(3);
      expect(row.map(({ header }) => header === true)).toEqual([true, false, false]);
    }
    expect(table.rows[0]?.[2]).toEqual({ text: 'Withheld', status: 'withheld' });
  });

  it('tells the persons behind the figures of a single series', () => {
    const table = dataTable(chartDataset(tables.completionBySchool, { language: english }));
    expect(table.columns.at(-1)).toBe('Persons (n)');
    expect(table.rows.map((row) => row.at(-1)?.text)).toEqual(['612', '213', '54', '15', '1–4', '–']);
  });
});

describe('the kind of chart', () => {
  const kindOf = (table: IndicatorTable, by?: 'school' | 'cohort'): string =>
    chooseKind(chartDataset(table, { language: english, ...(by === undefined ? {} : { by }) }));

  it('is lines over time and checkpoints and bars elsewhere', () => {
    expect(kindOf(tables.studentYearsByYear)).toBe('line');
    expect(kindOf(tables.completionOverCheckpoints)).toBe('line');
    expect(kindOf(tables.studentYearsByYearAndSchool, 'school')).toBe('bar');
    expect(kindOf(tables.completionBySchool)).toBe('bar');
  });

  it('is bars where lines would be a tangle, and says so when lines are asked for', () => {
    expect(kindOf(tables.completionOverCheckpoints, 'cohort')).toBe('bar');
    const dataset = chartDataset(tables.completionOverCheckpoints, { language: english, by: 'cohort' });
    expect(kinds.line.refusal(dataset)).toBe('tooManyLines');
    expect(kinds.bar.refusal(dataset)).toBeUndefined();
  });

  it('is never lines over what has no order', () => {
    expect(kinds.line.refusal(chartDataset(tables.completionBySchool, { language: english }))).toBe('unorderedLine');
  });
});

describe('the summary', () => {
  const summaryOf = (table: IndicatorTable, language = english): string => {
    const dataset = chartDataset(table, { language });
    return summarySentence(dataset, kinds[chooseKind(dataset)]);
  };

  it('tells type, axis, last value, change and range of a line', () => {
    expect(summaryOf(tables.studentYearsByYear)).toBe(
      'Line chart. Year: 2019 – 2025. Last value, 2025: 1,571.3 (change from 2019: +88.7). Highest: 1,571.3 (2025). Lowest: 1,463.1 (2020).',
    );
  });

  it('tells each of several series, differences of shares in percentage points, and what is missing', () => {
    const summary = summaryOf(tables.completionOverCheckpoints);
    expect(summary).toContain('(change from 6 months: +68.6 percentage points)');
    expect(summary).toMatch(/Withheld: 1 of 30\. Not yet available: 9 of 30\.$/);
  });

  it('tells the highest and lowest bar, and what is missing', () => {
    const summary = summaryOf(tables.completionBySchool);
    expect(summary).toMatch(/^Bar chart\. School: 6 in all\. Highest: 69\.6% \(Koivuranta Vocational College\)\./);
    expect(summary).toMatch(/Withheld: 2 of 6\. No data: 1 of 6\.$/);
  });

  it('says so where nothing may be shown', () => {
    const hidden: IndicatorTable = {
      ...tables.completionBySchool,
      cells: tables.completionBySchool.cells.map(() => ({ status: 'withheld', reason: 'primary' })),
    };
    expect(summaryOf(hidden)).toContain('There are no figures to show. Withheld: 6 of 6.');
  });

  it('is whole in every language, with no English left in the others', () => {
    for (const table of Object.values(tables)) {
      const [fi, sv, en] = languages.map((language) => summaryOf(table, language));
      expect(new Set([fi, sv, en]).size).toBe(3);
      for (const summary of [fi, sv]) {
        expect(summary).not.toMatch(
          /chart|Highest|Lowest|value|change|Withheld|available| from | in all|No data|undefined/,
        );
      }
    }
  });
});
