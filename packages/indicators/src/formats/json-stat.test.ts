import JSONstat from 'jsonstat-toolkit';
import { describe, expect, it } from 'vitest';
import type { Cell, IndicatorTable } from '../publication/indicator-table.js';
import { readJsonStat } from '../sources/json-stat/index.js';
import { toJsonStat } from './json-stat.js';

const text = (fi: string, sv: string, en: string) => ({ fi, sv, en });
const rate = (value: number, x: number, n: number): Cell => ({
  status: 'value',
  value,
  x: { status: 'value', value: x },
  n: { status: 'value', value: n },
});

/** Two schools in three years, with every status there is. */
const table: IndicatorTable = {
  type: 'strapetsi.indicator-table',
  schemaVersion: 1,
  indicator: {
    id: 'discontinuation',
    version: '1',
    hash: 'abc',
    name: text('Eronneet', 'Avbrott', 'Discontinuation'),
    meaning: text('Merkitys.', 'Betydelse.', 'Meaning.'),
    direction: 'lowerIsBetter',
    sources: [],
  },
  figure: { id: 'rate', label: text('Osuus', 'Andel', 'Share'), unit: 'share', decimals: 1 },
  period: { from: '2022-01-01', to: '2024-12-31' },
  asOf: '2025-01-31',
  providers: [{ id: 'p', label: { fi: 'Järjestäjä' } }],
  policy: { id: 'minimum', label: text('Sääntö', 'Regel', 'Policy'), reference: '' },
  only: [
    {
      dimension: 'education',
      label: text('Koulutus', 'Utbildning', 'Education'),
      members: [{ id: 'whole', label: {} }],
    },
  ],
  dimensions: [
    {
      id: 'school',
      label: text('Oppilaitos', 'Läroanstalt', 'School'),
      scale: 'nominal',
      members: [
        { id: 'a', label: { fi: 'Ammattiopisto', sv: 'Yrkesinstitut' } },
        { id: 'b', label: { fi: 'Aikuisopisto' } },
      ],
    },
    {
      id: 'year',
      label: text('Vuosi', 'År', 'Year'),
      scale: 'time',
      members: ['2022', '2023', '2024'].map((id) => ({ id, label: text(id, id, id) })),
    },
  ],
  cells: [
    rate(0.25, 3, 12),
    { status: 'withheld', reason: 'primary', n: { status: 'value', value: 9 } },
    { status: 'immature', matures: '2025-06-30' },
    {
      status: 'value',
      value: 0,
      x: { status: 'value', value: 0 },
      n: { status: 'withheld', range: { from: 1, to: 4 } },
    },
    { status: 'notApplicable' },
    { status: 'noData' },
  ],
  population: { status: 'value', value: 21 },
  exclusions: [],
  findings: [],
  notes: [text('Huomaa.', 'Obs.', 'Note.')],
};

const counts: IndicatorTable = {
  ...table,
  figure: { id: 'students', label: text('Opiskelijat', 'Studerande', 'Students'), unit: 'students', decimals: 0 },
  dimensions: table.dimensions.slice(1),
  cells: [
    { status: 'value', value: 12 },
    { status: 'value', value: 15 },
    { status: 'value', value: 18 },
  ],
};

describe('a published table in JSON-stat', () => {
  it('is read by the format’s own toolkit, cell by cell, with values and status words', () => {
    const dataset = JSONstat(toJsonStat(table, 'fi'));
    expect([dataset.class, dataset.id, dataset.size]).toEqual(['dataset', ['school', 'year', 'figure'], [2, 3, 3]]);
    const at = (school: string, year: string, figure: string) => {
      const { value, status } = dataset.Data({ school, year, figure });
      return status ?? value;
    };
    const cells = ['a', 'b'].map((school) =>
      ['2022', '2023', '2024'].map((year) => ['rate', 'x', 'n'].map((one) => at(school, year, one))),
    );
    expect(cells).toEqual([
      [
        [0.25, 3, 12],
        ['withheld', 'withheld', 9],
        ['immature', 'immature', 'immature'],
      ],
      [
        [0, 0, 'withheld'],
        ['notApplicable', 'notApplicable', 'notApplicable'],
        ['noData', 'noData', 'noData'],
      ],
    ]);
  });

  it('has no number where there is no value', () => {
    const { value, status } = toJsonStat(table, 'fi');
    value.forEach((one, at) => expect(one === null).toBe(status?.[String(at)] !== undefined));
  });

  it('tells the toolkit names, roles and units in the language asked for, with a mark where there is no name', () => {
    const dataset = JSONstat(toJsonStat(table, 'sv'));
    expect([dataset.label, dataset.source]).toEqual(['Avbrott: Andel', 'Järjestäjä (inte på svenska)']);
    const school = dataset.Dimension('school');
    expect(school.label).toBe('Läroanstalt');
    expect(['a', 'b'].map((id) => school.Category(id).label)).toEqual([
      'Yrkesinstitut',
      'Aikuisopisto (inte på svenska)',
    ]);
    expect(dataset.Dimension('year').role).toBe('time');
    const figure = dataset.Dimension('figure');
    expect([figure.role, figure.Category('n').label]).toEqual(['metric', 'Nämnare']);
    expect(figure.Category('rate').unit).toEqual({ base: 'share', decimals: 1 });
  });

  it('says what it is, by which rule, of when, and what its status words mean', () => {
    const { note, updated, extension } = toJsonStat(table, 'en');
    expect(note).toEqual(['Meaning.', 'Policy', 'Note.']);
    expect(updated).toBe('2025-01-31');
    expect(extension).toEqual({
      missingValueDescriptions: {
        withheld: 'Withheld',
        immature: 'Not yet available',
        notApplicable: 'Not applicable',
        noData: 'No data',
      },
      strapetsi: {
        indicator: { id: 'discontinuation', version: '1', hash: 'abc' },
        figure: 'rate',
        period: { from: '2022-01-01', to: '2024-12-31' },
        asOf: '2025-01-31',
        policy: 'minimum',
        only: { education: ['whole'] },
      },
    });
  });

  it('without counts and missing values has the figure only, and no status', () => {
    const dataset = toJsonStat(counts, 'fi');
    expect([dataset.size, dataset.value, 'status' in dataset]).toEqual([[3, 1], [12, 15, 18], false]);
  });

  it('carries the interval of an estimate', () => {
    const cells: readonly Cell[] = [
      { status: 'value', value: 0.5, interval: { from: 0.4, to: 0.6 } },
      { status: 'noData' },
      { status: 'value', value: 0.7 },
    ];
    const dataset = JSONstat(toJsonStat({ ...counts, cells }, 'fi'));
    const at = (year: string, figure: string) => dataset.Data({ year, figure });
    expect(dataset.Dimension('figure').id).toEqual(['students', 'from', 'to']);
    expect(['students', 'from', 'to'].map((figure) => at('2022', figure).value)).toEqual([0.5, 0.4, 0.6]);
    expect(at('2023', 'from').status).toBe('noData');
    expect(at('2024', 'to')).toEqual({ value: null, status: 'noData' });
  });

  it('read back by our own reader is the same, an unripe cell being without data', () => {
    const reading = readJsonStat({ fi: toJsonStat(table, 'fi'), sv: toJsonStat(table, 'sv') }, { id: 'ours' });
    const benchmark = reading.ok ? reading.benchmark : undefined;
    const figures = benchmark?.cells.filter((_, at) => at % 3 === 0);
    expect(figures).toEqual([
      { status: 'value', value: 0.25 },
      { status: 'withheld' },
      { status: 'noData' },
      { status: 'value', value: 0 },
      { status: 'notApplicable' },
      { status: 'noData' },
    ]);
    expect(benchmark?.label).toEqual({ fi: 'Eronneet: Osuus', sv: 'Avbrott: Andel' });
    expect(reading.ok && reading.findings).toEqual({});
  });
});
