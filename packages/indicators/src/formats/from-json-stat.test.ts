import { langs, textFor, type DataText, type Lang } from '@strapetsi/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discontinuation } from '../../testing/exported-table.js';
import { anyTable } from '../../testing/random-tables.js';
import type { Cell, IndicatorTable, PublishedCount } from '../publication/indicator-table.js';
import { fromJsonStat, type FiguresReading, type JsonStatCell } from './from-json-stat.js';
import { toJsonStat, type JsonStatDataset } from './json-stat.js';

/** As a file on a web server, read again. */
const sent = (dataset: JsonStatDataset): Record<string, unknown> =>
  JSON.parse(JSON.stringify(dataset)) as Record<string, unknown>;

function readBack(table: IndicatorTable, languages: readonly Lang[] = langs): FiguresReading {
  return fromJsonStat(Object.fromEntries(languages.map((lang) => [lang, sent(toJsonStat(table, lang))])));
}

describe('a dataset of ours, read back', () => {
  it('has every figure and status, what it is, and names in the languages that were given', () => {
    expect(readBack(discontinuation, ['fi', 'sv'])).toEqual({
      ok: true,
      figures: {
        indicator: { id: 'discontinuation', version: '1', hash: 'abc' },
        period: { from: '2023-01-01', to: '2025-12-31' },
        asOf: '2025-01-31',
        policy: 'minimum',
        only: {},
        figure: {
          id: 'rate',
          label: { fi: 'Eronneiden osuus', sv: 'Andel avbrott' },
          unit: 'share',
          decimals: 1,
        },
        dimensions: [
          {
            id: 'school',
            label: { fi: 'Oppilaitos', sv: 'Läroanstalt' },
            isTime: false,
            members: [
              { id: '1.2.10', label: { fi: 'Koivurannan opisto', sv: 'Koivurannan opisto (inte på svenska)' } },
              { id: '1.2.11', label: { fi: 'Strandby; yrkesinstitut (ei suomeksi)', sv: 'Strandby; yrkesinstitut' } },
            ],
          },
          {
            id: 'year',
            label: { fi: 'Vuosi', sv: 'År' },
            isTime: true,
            members: ['2023', '2024', '2025'].map((id) => ({ id, label: { fi: id, sv: id } })),
          },
        ],
        cells: [
          {
            status: 'value',
            value: 0.25,
            interval: { from: 0.1, to: 0.5 },
            n: { status: 'value', value: 12 },
            x: { status: 'value', value: 3 },
          },
          { status: 'withheld' },
          { status: 'immature' },
          { status: 'value', value: 1 / 3, n: { status: 'value', value: 9 }, x: { status: 'withheld' } },
          { status: 'notApplicable' },
          { status: 'noData' },
        ],
      },
    });
  });

  it('is read where its statuses are a list, as other programs write them', () => {
    const dataset = sent(toJsonStat(discontinuation, 'fi'));
    const { status } = toJsonStat(discontinuation, 'fi');
    const size = (dataset['value'] as readonly unknown[]).length;
    const asList = Array.from({ length: size }, (_, at) => status?.[String(at)] ?? null);
    expect(fromJsonStat({ fi: { ...dataset, status: asList } })).toEqual(readBack(discontinuation, ['fi']));
  });

  const dataset = sent(toJsonStat(discontinuation, 'fi'));
  const figure = (dataset['dimension'] as Record<string, Record<string, Record<string, unknown>>>)['figure'];
  it.each<[string, unknown, { readonly path: string; readonly expected?: string; readonly found?: string }]>([
    ['a dataset of others', { ...dataset, extension: {} }, { path: 'extension.strapetsi', expected: 'object' }],
    ['no dataset', [], { path: '' }],
    [
      'another day',
      { ...dataset, extension: { strapetsi: { ...toJsonStat(discontinuation, 'fi').extension.strapetsi, asOf: 1 } } },
      { path: 'extension.strapetsi.asOf', found: '1' },
    ],
    [
      'a slice that is no list',
      {
        ...dataset,
        extension: {
          strapetsi: { ...toJsonStat(discontinuation, 'fi').extension.strapetsi, only: { gender: 'women' } },
        },
      },
      { path: 'extension.strapetsi.only.gender', expected: 'array' },
    ],
    ['a value too few', { ...dataset, value: [1] }, { path: 'value' }],
    [
      'a text for a number',
      { ...dataset, value: (dataset['value'] as readonly unknown[]).with(0, 'x') },
      { path: 'value[0]', found: 'string(1)' },
    ],
    [
      'the figures first',
      {
        ...dataset,
        id: ['figure', 'school', 'year'],
        size: [5, 2, 3],
      },
      { path: 'id', expected: '"figure" at the end', found: '"year"' },
    ],
    [
      'a figure without its unit',
      {
        ...dataset,
        dimension: {
          ...(dataset['dimension'] as object),
          figure: { ...figure, category: { ...figure?.['category'], unit: {} } },
        },
      },
      { path: 'dimension.figure.category.unit' },
    ],
  ])('is refused, and it is said where, where it is %s', (_, document, problem) => {
    expect(fromJsonStat({ fi: document })).toMatchObject({ ok: false, problem });
  });
});

/** What JSON-stat carries of a table, told from the table. */
function carried(table: IndicatorTable): unknown {
  const { indicator, figure, rule, parameters, asOfLatest } = table;
  const named = (label: DataText, id: string): DataText => {
    const said = langs
      .map((lang) => [lang, textFor(label, lang, id).trim()] as const)
      .filter(([, name]) => name !== '');
    return Object.fromEntries(said.length > 0 ? said : langs.map((lang) => [lang, id]));
  };
  const count = (one: PublishedCount | undefined, name: 'n' | 'x'): object => {
    if (one === undefined) return {};
    return { [name]: one.status === 'value' ? one : { status: 'withheld' } };
  };
  const cellOf = (cell: Cell): JsonStatCell => {
    switch (cell.status) {
      case 'value': {
        const interval = cell.interval === undefined ? {} : { interval: cell.interval };
        return { status: 'value', value: cell.value, ...interval, ...count(cell.n, 'n'), ...count(cell.x, 'x') };
      }
      case 'withheld':
        return { status: 'withheld', ...(cell.n?.status === 'value' ? { n: cell.n } : {}) };
      default:
        return { status: cell.status };
    }
  };
  return {
    indicator: { id: indicator.id, version: indicator.version, hash: indicator.hash },
    figure: { id: figure.id, label: named(figure.label, figure.id), unit: figure.unit, decimals: figure.decimals },
    ...(rule === undefined ? {} : { rule }),
    ...(parameters === undefined ? {} : { parameters }),
    period: table.period,
    asOf: table.asOf,
    ...(asOfLatest === undefined ? {} : { asOfLatest }),
    policy: table.policy.id,
    only: Object.fromEntries(table.only.map(({ dimension, members }) => [dimension, members.map(({ id }) => id)])),
    dimensions: table.dimensions.map(({ id, label, scale, members }) => ({
      id,
      label: named(label, id),
      isTime: scale === 'time',
      members: members.map((member) => ({ id: member.id, label: named(member.label, member.id) })),
    })),
    cells: table.cells.map(cellOf),
  };
}

describe('whatever is in a table', () => {
  it('what JSON-stat carries of it is what is read back', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(readBack(table)).toEqual({ ok: true, figures: carried(table) });
      }),
      { numRuns: 300 },
    );
  });
});
