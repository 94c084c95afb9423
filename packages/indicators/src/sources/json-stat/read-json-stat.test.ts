import { describe, expect, it } from 'vitest';
import type { Finding } from '../../findings/finding.js';
import type { Benchmark } from './benchmark.js';
import { readJsonStat, type JsonStatReadOptions } from './read-json-stat.js';

/**
 * Statistics Finland, discontinuation of education 2018/2019 by age, appendix table 3 (12 March 2021): vocational education and
 * universities of applied sciences; "..." is subject to secrecy, "-" none.
 */
const ages = ['SSS', '-15', '16', '17', '18', '19'];
const vocational = [140_019, 9.4, null, null, null, null, 19_911, 2.6, 23_724, 3.4, 24_192, 6.1];
const secrets = { 2: '...', 3: '...', 4: '...', 5: '...' };

const dimensions = {
  Ikä: { label: 'Ikä', category: { index: ages, label: { SSS: 'Yhteensä', '-15': '–15' } } },
  Tiedot: {
    label: 'Tiedot',
    category: {
      index: { opisk: 0, kesk: 1 },
      label: { opisk: 'Opiskelijoita', kesk: 'Keskeyttämisprosentti' },
      unit: { opisk: { base: 'lukumäärä', decimals: 0 }, kesk: { base: '%', decimals: 1 } },
    },
  },
};
const [id, size] = [
  ['Ikä', 'Tiedot'],
  [ages.length, 2],
];
const role = { metric: ['Tiedot'] };
const dataset = {
  version: '2.0',
  class: 'dataset',
  label: 'Keskeyttäminen iän mukaan',
  source: 'Tilastokeskus',
  updated: '2021-03-11T22:00:00Z',
  id,
  size,
  role,
  dimension: dimensions,
  value: vocational,
  status: secrets,
  extension: { px: { tableid: 'kkesk_003' } },
};

function read(json: unknown, options: Partial<JsonStatReadOptions> = {}) {
  const findings: Finding[] = [];
  const reading = readJsonStat(
    { fi: json },
    { id: 'kkesk', onFinding: (finding) => findings.push(finding), ...options },
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return { ...reading, list: findings };
}

function refusal(json: unknown) {
  const reading = readJsonStat({ fi: json }, { id: 'x' });
  return reading.ok ? undefined : reading.problem;
}

const statuses = ({ cells }: Benchmark): readonly string[] => cells.map(({ status }) => status);
const one = (rest: object) => ({
  class: 'dataset',
  id: ['a'],
  size: [3],
  dimension: { a: { category: { index: ['x', 'y', 'z'] } } },
  ...rest,
});

describe('a dataset of PxWeb', () => {
  it('in JSON-stat 2 becomes a benchmark: names, units, day of Finland, withheld cells', () => {
    // The Finnish midnight of 12 March 2021.
    const { benchmark, list } = read(dataset);
    expect(benchmark).toEqual({
      id: 'kkesk',
      label: { fi: 'Keskeyttäminen iän mukaan' },
      source: { fi: 'Tilastokeskus' },
      reference: 'kkesk_003',
      updated: '2021-03-12',
      notes: [],
      dimensions: [
        {
          id: 'Ikä',
          label: { fi: 'Ikä' },
          members: expect.arrayContaining([{ id: 'SSS', label: { fi: 'Yhteensä' } }]),
        },
        {
          id: 'Tiedot',
          label: { fi: 'Tiedot' },
          role: 'metric',
          members: [
            { id: 'opisk', label: { fi: 'Opiskelijoita' }, unit: { label: { fi: 'lukumäärä' }, decimals: 0 } },
            { id: 'kesk', label: { fi: 'Keskeyttämisprosentti' }, unit: { label: { fi: '%' }, decimals: 1 } },
          ],
        },
      ],
      cells: vocational.map((value) => (value === null ? { status: 'withheld' } : { status: 'value', value })),
    });
    expect(list).toEqual([]);
  });

  it('in JSON-stat 1 becomes the same', () => {
    const { label, source, updated, value, status, extension } = dataset;
    const first = { label, source, updated, value, status, extension, dimension: { ...dimensions, id, size, role } };
    expect(read({ dataset: first }).benchmark).toEqual(read(dataset).benchmark);
  });

  it('with its places in any order keeps the order that the places say', () => {
    const index = { kesk: 1, opisk: 0 };
    const tiedot = { ...dimensions.Tiedot, category: { ...dimensions.Tiedot.category, index } };
    const { benchmark } = read({ ...dataset, dimension: { ...dimensions, Tiedot: tiedot } });
    expect(benchmark.dimensions[1]?.members.map((member) => member.id)).toEqual(['opisk', 'kesk']);
  });

  it('in several languages is one benchmark', () => {
    const swedish = {
      ...dataset,
      label: 'Avbrott efter ålder',
      dimension: {
        ...dimensions,
        Ikä: { label: 'Ålder', category: { index: ages, label: { SSS: 'Totalt' } } },
      },
    };
    const reading = readJsonStat({ sv: swedish, fi: dataset }, { id: 'kkesk' });
    const benchmark = reading.ok ? reading.benchmark : undefined;
    expect(benchmark?.label).toEqual({ fi: 'Keskeyttäminen iän mukaan', sv: 'Avbrott efter ålder' });
    expect(benchmark?.dimensions[0]?.label).toEqual({ fi: 'Ikä', sv: 'Ålder' });
    const labels = benchmark?.dimensions[0]?.members.map(({ label }) => label);
    expect(labels?.slice(0, 3)).toEqual([
      { fi: 'Yhteensä', sv: 'Totalt' },
      // Nobody calls it anything but in Finnish, and the next one nobody at all.
      { fi: '–15' },
      { fi: '16', sv: '16' },
    ]);
  });

  it('in another language with other values or categories is refused', () => {
    const problem = (sv: unknown) => readJsonStat({ fi: dataset, sv }, { id: 'x' });
    expect(problem({ ...dataset, value: vocational.with(0, 1) })).toMatchObject({ problem: { path: 'sv.value' } });
    const other = { ...dimensions, Ikä: { category: { index: [...ages].reverse() } } };
    expect(problem({ ...dataset, dimension: other })).toMatchObject({ problem: { path: 'sv.dimension' } });
  });
});

describe('marks of missing values', () => {
  const read3 = (status: unknown, rest: object = {}) =>
    statuses(read(one({ value: [null, null, null], status, ...rest })).benchmark);

  it('are those of Statistics Finland’s programs where the table does not explain them', () => {
    expect(read3({ 0: '.', 1: '..', 2: '...' })).toEqual(['noData', 'notApplicable', 'withheld']);
    expect(read3(['-', '....', '......'])).toEqual(['noData', 'noData', 'noData']);
  });

  it('mean what the notes of the table say', () => {
    // Notes of statfinpas_tene_pxt_902_200800 and of a table of job vacancies, both Statistics Finland's.
    const note = ['. = Tieto on salattu\n..= Tietoa ei ole', '"... = Data is subject to secrecy"'];
    expect(read3(['.', '..', '...'], { note })).toEqual(['withheld', 'noData', 'withheld']);
    expect(read3(['..', '-', '.'], { note: '.. : Tieto on epälooginen esitettäväksi' })).toEqual([
      'notApplicable',
      'noData',
      'noData',
    ]);
  });

  it('can be the numbers of PxGraf, which explains them in an extension', () => {
    const missingValueDescriptions = {
      1: 'Tieto on puuttuva',
      2: 'Tieto on epälooginen esitettäväksi',
      3: 'Tieto on salassapitosäännön alainen',
    };
    const extension = { missingValueDescriptions };
    expect(read3({ 0: '1', 1: '2', 2: '3' }, { extension })).toEqual(['noData', 'notApplicable', 'withheld']);
  });

  it('mean above all what the user says', () => {
    const { benchmark } = read(one({ value: [null, null, null], status: '..', note: '.. = Not applicable' }), {
      symbols: { '..': 'withheld' },
    });
    expect(statuses(benchmark)).toEqual(['withheld', 'withheld', 'withheld']);
  });

  it('count also where a number or the mark itself stands for the value', () => {
    expect(statuses(read(one({ value: [0, '...', 7], status: { 0: '...' } })).benchmark)).toEqual([
      'withheld',
      'withheld',
      'value',
    ]);
  });

  it('that nobody explains are told once, and are no data', () => {
    const { benchmark, list } = read(one({ value: [null, null, null], status: ['x', 'x', 'y'] }));
    expect(statuses(benchmark)).toEqual(['noData', 'noData', 'noData']);
    expect(list.map(({ code, found }) => [code, found])).toEqual([
      ['status-unknown', 'x'],
      ['status-unknown', 'y'],
    ]);
  });
});

describe('values', () => {
  it('may be sparse, and what is not there is no data', () => {
    const { benchmark } = read(one({ value: { 2: 5.5 } }));
    expect(benchmark.cells).toEqual([{ status: 'noData' }, { status: 'noData' }, { status: 'value', value: 5.5 }]);
  });

  it('keep what the publisher marked them with', () => {
    const cells = (status: unknown) => read(one({ value: [1, 2, 3], status })).benchmark.cells;
    expect(cells({ 1: 'p' })[1]).toEqual({ status: 'value', value: 2, mark: 'p' });
    expect(cells(['*'])[2]).toEqual({ status: 'value', value: 3, mark: '*' });
    expect(cells('a')[0]).toEqual({ status: 'value', value: 1, mark: 'a' });
    expect(cells({ 1: '' })[1]).toEqual({ status: 'value', value: 2 });
  });

  it('that are no numbers are findings without what stood there', () => {
    const { benchmark, list } = read(one({ value: [1, 'Aku Ankka', true] }), { file: 'a.json' });
    expect(statuses(benchmark)).toEqual(['value', 'noData', 'noData']);
    expect(list).toMatchObject([
      {
        code: 'value-not-a-number',
        severity: 'error',
        found: 'string(9)',
        where: { path: 'value[1]', file: 'a.json' },
      },
      { found: 'boolean', where: { path: 'value[2]' } },
    ]);
  });
});

describe('members', () => {
  it('know what they consist of, and may be parts of several', () => {
    const category = { index: ['t', 'a', 'b'], child: { t: ['a', 'b', 'c'], a: ['b'] } };
    const { benchmark, list } = read(one({ value: [1, 2, 3], dimension: { a: { category } } }));
    expect(benchmark.dimensions[0]?.members.map(({ parts }) => parts)).toEqual([['a', 'b'], ['b'], undefined]);
    expect(list.map(({ code, found }) => [code, found])).toEqual([['part-unknown', 't → c']]);
  });

  it('of a dimension with a single one may be known by its label alone', () => {
    const json = { ...one({ value: [1] }), size: [1], dimension: { a: { category: { label: { FI: 'Suomi' } } } } };
    expect(read(json).benchmark.dimensions[0]?.members).toEqual([{ id: 'FI', label: { fi: 'Suomi' } }]);
  });

  it('carry the power of ten of their unit', () => {
    const category = { index: ['x', 'y', 'z'], unit: { x: { symbol: '€', multiplier: 6 } } };
    const json = one({ value: [1, 2, 3], dimension: { a: { category } } });
    expect(read(json).benchmark.dimensions[0]?.members[0]?.unit).toEqual({ label: { fi: '€' }, multiplier: 6 });
  });
});

describe('the day of the update', () => {
  it.each([
    ['2013-01-01', '2013-01-01'],
    ['2022-12-21T06.00.00Z', '2022-12-21'],
    ['2022-12-21T22:30:00Z', '2022-12-22'],
  ])('%s is %s', (updated, day) => {
    expect(read(one({ value: [1, 2, 3], updated })).benchmark.updated).toBe(day);
  });

  it('that cannot be read is left out', () => {
    const { benchmark, list } = read(one({ value: [1, 2, 3], updated: 'eilen' }));
    expect([benchmark.updated, list.map(({ code, found }) => `${code} ${found}`)]).toEqual([
      undefined,
      ['updated-unreadable string(5)'],
    ]);
  });
});

describe('what is no dataset', () => {
  const named = { dimension: { id: ['a'], size: [1], a: { category: { index: ['x'] } } }, value: [1] };

  it.each([
    [null, { path: '', expected: 'a JSON-stat dataset', found: 'null' }],
    [{ error: 'x' }, { path: '', expected: 'a JSON-stat dataset', found: 'an object' }],
    [
      { class: 'collection', link: {} },
      { path: 'class', expected: '"dataset"', found: '"collection"' },
    ],
    [{ class: 'dimension' }, { path: 'class', expected: '"dataset"', found: '"dimension"' }],
    [
      { first: named, second: named },
      { path: '', expected: 'one dataset', found: 'a bundle of 2' },
    ],
    [one({ value: [1, 2] }), { path: 'value', expected: '3 values', found: 'an array of 2' }],
    [one({ value: 7 }), { path: 'value', expected: 'a list or an object', found: '7' }],
    [one({ value: { 3: 1 } }), { path: 'value', expected: 'positions from 0 to 2', found: '"3"' }],
    [one({ value: { '-1': 1 } }), { path: 'value', expected: 'positions from 0 to 2', found: '"-1"' }],
    [one({ value: [1, 2, 3], status: ['a', 'b'] }), { path: 'status', expected: '1 or 3', found: 'an array of 2' }],
    [
      { ...one({}), id: undefined },
      { path: 'id', expected: 'a list of texts', found: 'nothing' },
    ],
    [
      { ...one({}), id: ['a', 'a'] },
      { path: 'id', expected: 'each dimension once', found: 'an array of 2' },
    ],
    [
      { ...one({}), size: [3, 1] },
      { path: 'size', expected: '1 whole numbers', found: 'an array of 2' },
    ],
    [
      { ...one({}), size: [2] },
      { path: 'dimension.a.category.index', expected: '2 categories, as size says', found: 'an array of 3' },
    ],
    [
      { ...one({}), size: [1e12] },
      { path: 'size', expected: 'at most 5000000 cells', found: '1000000000000' },
    ],
    [
      { ...one({}), dimension: { a: {} } },
      { path: 'dimension.a.category', expected: 'object', found: 'nothing' },
    ],
    [
      one({ dimension: { a: { category: { index: { x: 0, y: 0, z: 1 } } } } }),
      { path: 'dimension.a.category.index.y', expected: 'a place of its own', found: '0' },
    ],
    [
      one({ dimension: { a: { category: { index: { x: 0, y: 1, z: 3 } } } } }),
      { path: 'dimension.a.category.index', expected: 'places from 0 without a gap', found: 'an object' },
    ],
    [
      one({ dimension: { a: { category: { index: ['x', 'x', 'z'] } } } }),
      { path: 'dimension.a.category.index', expected: 'each category once', found: '"x"' },
    ],
  ])('is refused with its place: %#', (json, problem) => {
    expect(refusal(json)).toEqual(problem);
  });

  it('is refused where no language is given', () => {
    expect(readJsonStat({}, { id: 'x' })).toMatchObject({ ok: false, problem: { expected: 'fi, sv or en' } });
  });
});
