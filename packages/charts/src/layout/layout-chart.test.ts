import type { Cell, IndicatorTable, TableMember } from '@strapetsi/indicators/table';
import { createLanguage } from '@strapetsi/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBeside } from '../beside/with-beside.js';
import { chartDataset } from '../dataset/chart-dataset.js';
import { dataTable } from '../dataset/data-table.js';
import { kinds } from '../kinds/kinds.js';
import { english } from '../languages/en.js';
import { finnish } from '../languages/fi.js';
import { swedish } from '../languages/sv.js';
import { printSvg } from '../print-svg.js';
import * as tables from '../sample-tables.js';
import type { Scene, SceneNode } from '../scene.js';
import type { LayoutOptions } from './layout-kind.js';
import { layoutChart } from './layout-chart.js';
import { textWidth } from './text-width.js';

const languages = [finnish, swedish, english];
const samples = Object.values(tables);
/** Sizes are compared after coordinates were rounded to two decimals. */
const ROUNDING = 0.02;

// Shrinking a table to the smallest that fails takes minutes; the seed that is printed finds it again.
fc.configureGlobal({ endOnFailure: true });

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function allNodes(nodes: readonly SceneNode[]): readonly SceneNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children ?? [])]);
}

function boxOf({ attributes, text = '' }: SceneNode): Box {
  const size = Number(attributes['font-size']);
  const width = textWidth(text, { size, bold: attributes['font-weight'] === 600 });
  const anchor = attributes['text-anchor'] ?? 'start';
  const left = Number(attributes['x']) - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
  const baseline = Number(attributes['y']);
  return { text, left, right: left + width, top: baseline - size * 0.78, bottom: baseline + size * 0.22 };
}

function boxesOf(scene: Scene): readonly Box[] {
  return allNodes(scene.nodes)
    .filter(({ tag }) => tag === 'text')
    .map(boxOf);
}

function overlapsOf(boxes: readonly Box[]): readonly (readonly [Box, Box])[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          a.left < b.right - ROUNDING &&
          b.left < a.right - ROUNDING &&
          a.top < b.bottom - ROUNDING &&
          b.top < a.bottom - ROUNDING,
      )
      .map((b) => [a, b] as const),
  );
}

function clippedOf(scene: Scene): readonly Box[] {
  return boxesOf(scene).filter(
    ({ left, right, top, bottom }) =>
      left < -ROUNDING || right > scene.width + ROUNDING || top < -ROUNDING || bottom > scene.height + ROUNDING,
  );
}

const word = fc.string({ unit: fc.constantFrom(...'aeioulnrstkmåäöAKST-'), minLength: 1, maxLength: 24 });
const label = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const share = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const range = fc.tuple(share, share).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

function cellOf(scale: number): fc.Arbitrary<Cell> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: share.map((value): Cell => ({
        status: 'value',
        value: value * scale,
        n: { status: 'value', value: 12 },
      })),
    },
    range.map(({ from, to }): Cell => ({
      status: 'withheld',
      reason: 'primary',
      range: { from: from * scale, to: to * scale },
    })),
    fc.constant<Cell>({ status: 'withheld', reason: 'complementary' }),
    fc.constant<Cell>({ status: 'immature', matures: '2027-01-01' }),
    fc.constant<Cell>({ status: 'noData' }),
    fc.constant<Cell>({ status: 'notApplicable' }),
  );
}

const anyTable: fc.Arbitrary<IndicatorTable> = fc
  .record({
    categories: fc.array(label, { minLength: 1, maxLength: 14 }),
    series: fc.array(label, { minLength: 1, maxLength: 8 }),
    scale: fc.constantFrom('ordinal' as const, 'nominal' as const),
    other: fc.constantFrom('school' as const, 'state' as const),
    unit: fc.constantFrom({ unit: 'share' as const, size: 1 }, { unit: 'studentYears' as const, size: 123_456 }),
  })
  .chain(({ categories, series, scale, other, unit }) => {
    const members = (labels: readonly string[]): readonly TableMember[] =>
      labels.map((text, index) => ({ id: String(index), label: { fi: text, sv: text, en: text } }));
    return fc
      .array(cellOf(unit.size), {
        minLength: categories.length * series.length,
        maxLength: categories.length * series.length,
      })
      .map((cells) => ({
        ...tables.completionBySchool,
        figure: { ...tables.completionBySchool.figure, unit: unit.unit },
        dimensions: [
          {
            id: 'ageGroup' as const,
            label: { fi: 'Ikä', sv: 'Ålder', en: 'Age' },
            scale,
            members: members(categories),
          },
          {
            id: other,
            label: { fi: 'O', sv: 'L', en: 'S' },
            scale: 'nominal' as const,
            members: members(series),
          },
        ],
        cells,
      }));
  });

/** With targets, others' figures, intervals and events at random. */
const anyTableBeside: fc.Arbitrary<IndicatorTable> = fc
  .tuple(anyTable, fc.array(fc.double({ min: 0, max: 1.5, noNaN: true }), { minLength: 3, maxLength: 20 }), label)
  .map(([table, numbers, text]) => {
    const size = table.figure.unit === 'share' ? 1 : 123_456;
    const at = (index: number): number => (numbers[index % numbers.length] ?? 0) * size;
    const words = { fi: text, sv: text, en: text };
    return {
      ...table,
      cells: table.cells.map((cell, index) =>
        cell.status === 'value' && index % 3 === 0
          ? { ...cell, interval: { from: cell.value / 2, to: cell.value + at(index) } }
          : cell,
      ),
      targets: table.cells.flatMap((_, cell) =>
        cell % 2 === 0 ? [{ cell, value: at(cell), reached: cell % 4 === 0, source: words, decidedBy: words }] : [],
      ),
      benchmarks: [
        {
          id: 'network',
          kind: 'network',
          label: words,
          source: words,
          cells: table.cells.map((_, index) =>
            index % 5 === 0 ? { status: 'withheld' as const } : { status: 'value' as const, value: at(index + 1) },
          ),
        },
      ],
      annotations: [{ date: '2022-08-01', text: words }],
    };
  });

const anySize = fc.record({ width: fc.integer({ min: 220, max: 1000 }), fontSize: fc.integer({ min: 12, max: 32 }) });
const anyLanguage = fc.constantFrom(...languages);

function scenesOf(table: IndicatorTable, options: Omit<LayoutOptions, 'id'>, language = finnish): readonly Scene[] {
  const dataset = withBeside(chartDataset(table, { language }), table);
  return Object.values(kinds)
    .filter((kind) => kind.refusal(dataset) === undefined)
    .map(({ id: kind }) => layoutChart(dataset, { ...options, id: 'chart', kind }));
}

describe('the layout of any table at any size', () => {
  it('never lets texts overlap or be clipped', () => {
    fc.assert(
      fc.property(fc.oneof(anyTable, anyTableBeside), anySize, anyLanguage, (table, size, language) => {
        for (const scene of scenesOf(table, { ...size, heading: 'A heading' }, language)) {
          expect(overlapsOf(boxesOf(scene)), scene.kind).toEqual([]);
          expect(clippedOf(scene), scene.kind).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has one mark for each point, series by series, whose value is its cell of the data table', () => {
    fc.assert(
      fc.property(fc.oneof(anyTable, anyTableBeside), anySize, anyLanguage, (table, size, language) => {
        const data = dataTable(chartDataset(table, { language }));
        for (const { marks } of scenesOf(table, size, language)) {
          const places = marks.map(({ series, category }) => [series, category]);
          const expected = table.dimensions[1]!.members.flatMap((_, series) =>
            table.dimensions[0]!.members.map((__, category) => [series, category]),
          );
          expect(places).toEqual(expected);
          for (const { series, category, name, value } of marks) {
            expect(value).toBe(data.rows[category]?.[series + 1]?.text);
            expect(name).toContain(value);
          }
          expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives every mark a target of 24 × 24 px inside the drawing', () => {
    fc.assert(
      fc.property(fc.oneof(anyTable, anyTableBeside), anySize, (table, size) => {
        for (const { marks, width, height } of scenesOf(table, size)) {
          for (const { hit } of marks) {
            expect(Math.min(hit.width, hit.height)).toBeGreaterThanOrEqual(24);
            expect(Math.min(hit.x, hit.y)).toBeGreaterThanOrEqual(0);
            expect(hit.x + hit.width).toBeLessThanOrEqual(width + ROUNDING);
            expect(hit.y + hit.height).toBeLessThanOrEqual(height + ROUNDING);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('writes coordinates with at most two decimals, text of 12 px or more and never a style', () => {
    fc.assert(
      fc.property(fc.oneof(anyTable, anyTableBeside), anySize, (table, size) => {
        for (const scene of scenesOf(table, size)) {
          for (const { attributes } of allNodes(scene.nodes)) {
            expect(attributes).not.toHaveProperty('style');
            for (const [name, value] of Object.entries(attributes)) {
              if (name === 'aria-label') continue;
              expect(String(value), name).not.toMatch(/[0-9]\.[0-9]{3}|NaN|Infinity|undefined/);
            }
          }
          for (const { attributes } of allNodes(scene.nodes).filter(({ tag }) => tag === 'text')) {
            expect(Number(attributes['font-size'])).toBeGreaterThanOrEqual(12);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(fc.oneof(anyTable, anyTableBeside), anySize, (table, size) => {
        expect(scenesOf(structuredClone(table), size)).toEqual(scenesOf(table, size));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the sample tables', () => {
  for (const width of [320, 800]) {
    for (const fontSize of [16, 32]) {
      it(`are drawn without overlaps at ${String(width)} px with text of ${String(fontSize)} px`, () => {
        for (const table of samples) {
          for (const language of languages) {
            for (const scene of scenesOf(table, { width, fontSize }, language)) {
              expect(overlapsOf(boxesOf(scene))).toEqual([]);
              expect(clippedOf(scene)).toEqual([]);
            }
          }
        }
      });
    }
  }
});

function shapesOf(scene: Scene, name: string): readonly SceneNode[] {
  const mark = allNodes(scene.nodes).find(({ attributes }) => String(attributes['aria-label'] ?? '').startsWith(name));
  return mark?.children ?? [];
}

describe('bars', () => {
  const bySchool = chartDataset(tables.completionBySchool, { language: english });

  it('begin at zero and are as long as their values', () => {
    const scene = layoutChart(bySchool, { id: 'chart', width: 800 });
    const bars = ['Koivuranta', 'Kuusikko'].map((name) => shapesOf(scene, name)[0]?.attributes ?? {});
    expect(bars[0]?.['x']).toBe(bars[1]?.['x']);
    const [a, b] = bars.map((attributes) => Number(attributes['width']));
    expect(a! / b!).toBeCloseTo(426 / 612 / (129 / 213), 2);
  });

  it('stand where names and values fit, and lie on a phone', () => {
    const years = chartDataset(tables.studentYearsByYear, { language: english });
    const isStanding = (width: number): boolean => {
      const scene = layoutChart(years, { id: 'chart', kind: 'bar', width });
      const [first, second] = ['2019', '2020'].map((name) => shapesOf(scene, name)[0]?.attributes['y']);
      return (
        first !== second && shapesOf(scene, '2019')[0]?.attributes['x'] !== shapesOf(scene, '2020')[0]?.attributes['x']
      );
    };
    expect([isStanding(800), isStanding(320)]).toEqual([true, false]);
  });

  it('show a withheld share as a hatched span of what may be said, with words, and never as nothing', () => {
    const scene = layoutChart(bySchool, { id: 'chart', width: 800 });
    const value = shapesOf(scene, 'Koivuranta')[0]?.attributes ?? {};
    const withheld = shapesOf(scene, 'Lehtomäen')[0]?.attributes ?? {};
    const unit = Number(value['width']) / (426 / 612);
    expect(withheld['fill']).toBe('url(#chart-hatch-1)');
    expect(Number(withheld['x']) - Number(value['x'])).toBeCloseTo(unit / 15, 1);
    expect(Number(withheld['width'])).toBeCloseTo((unit * 3) / 15, 1);
    expect(boxesOf(scene).map(({ text }) => text)).toContain(bySchool.points[0]?.[3]?.text);
  });

  it('print every value, so that neither gridlines nor an axis of numbers are needed', () => {
    const scene = layoutChart(bySchool, { id: 'chart', width: 800 });
    const texts = boxesOf(scene).map(({ text }) => text);
    for (const { text } of bySchool.points[0]!) expect(texts).toContain(text);
    expect(printSvg(scene)).not.toContain('s-grid');
  });
});

describe('lines', () => {
  const checkpoints = chartDataset(tables.completionOverCheckpoints, { language: english });

  it('break where a value is not known: nothing is drawn between', () => {
    const gap: IndicatorTable = {
      ...tables.studentYearsByYear,
      cells: tables.studentYearsByYear.cells.map((cell, index) =>
        index === 3 ? { status: 'withheld', reason: 'primary' } : cell,
      ),
    };
    const scene = layoutChart(chartDataset(gap, { language: english }), { id: 'chart' });
    const [line] = allNodes(scene.nodes).filter(({ attributes }) => attributes['stroke-linejoin'] === 'round');
    expect(String(line?.attributes['d']).match(/[ML]/g)?.join('')).toBe('MLLMLL');
    expect(shapesOf(scene, '2022')[0]?.attributes['fill']).toBe('url(#chart-hatch-1)');
  });

  it('differ in dash and marker, not in colour alone', () => {
    const scene = layoutChart(checkpoints, { id: 'chart', width: 800 });
    const lines = allNodes(scene.nodes).filter(({ attributes }) => attributes['stroke-linejoin'] === 'round');
    const markers = scene.marks
      .filter(({ category }) => category === 3)
      .map(({ name }) => shapesOf(scene, name)[0]?.attributes['d']);
    expect(new Set(lines.map(({ attributes }) => attributes['stroke-dasharray'] ?? 'solid')).size).toBe(3);
    expect(new Set(markers).size).toBe(3);
  });

  it('begin at zero, with a tick on it', () => {
    const texts = boxesOf(layoutChart(checkpoints, { id: 'chart' })).map(({ text }) => text);
    expect(texts).toContain('0%');
  });

  it('leave some steps of time unnamed on a narrow page rather than break their names, and always name the last', () => {
    const texts = boxesOf(layoutChart(checkpoints, { id: 'chart', width: 460 })).map(({ text }) => text);
    expect(texts).toContain('60 months');
    expect(texts).not.toContain('months');
    expect(texts.filter((text) => text.endsWith(' months')).length).toBeLessThan(10);
  });

  it('place years by their days: a missing year leaves its room', () => {
    const [dimension] = tables.studentYearsByYear.dimensions;
    const without: IndicatorTable = {
      ...tables.studentYearsByYear,
      dimensions: [{ ...dimension!, members: dimension!.members.filter(({ id }) => id !== '2020') }],
      cells: tables.studentYearsByYear.cells.filter((_, index) => index !== 1),
    };
    const { marks } = layoutChart(chartDataset(without, { language: english }), { id: 'chart', width: 800 });
    const [a, b, c] = marks.map(({ hit }) => hit.x);
    expect((b! - a!) / (c! - b!)).toBeCloseTo(2, 2);
  });
});

describe('a large table', () => {
  it('has no marks above 200 points, and still its drawing, summary and table', () => {
    const members = (count: number): readonly TableMember[] =>
      Array.from({ length: count }, (_, index) => ({ id: String(index), label: { fi: String(index) } }));
    const table: IndicatorTable = {
      ...tables.completionBySchool,
      dimensions: [{ ...tables.completionBySchool.dimensions[0]!, members: members(201) }],
      cells: members(201).map((_, index) => ({ status: 'value', value: index / 201 })),
    };
    const dataset = chartDataset(table, { language: finnish });
    const scene = layoutChart(dataset, { id: 'chart' });
    expect(scene.marks).toEqual([]);
    expect(printSvg(scene)).not.toContain('graphics-symbol');
    expect(scene.summary).not.toBe('');
    expect(dataTable(dataset).rows).toHaveLength(201);
  });
});

describe('what cannot be drawn', () => {
  it('is refused by name: a line over schools, which have no order', () => {
    const dataset = chartDataset(tables.completionBySchool, { language: english });
    expect(() => layoutChart(dataset, { id: 'chart', kind: 'line' })).toThrow(
      expect.objectContaining({ name: 'ChartRefusedError', code: 'unorderedLine', path: 'kind' }),
    );
  });

  it('is refused by name: an id that could not stand in a reference', () => {
    const dataset = chartDataset(tables.completionBySchool, { language: english });
    expect(() => layoutChart(dataset, { id: '1 a' })).toThrow(
      expect.objectContaining({ name: 'ChartIdError', code: 'chart-id', found: '1 a' }),
    );
  });

  it('leaves an empty table an empty drawing that says so', () => {
    const empty: IndicatorTable = {
      ...tables.completionBySchool,
      dimensions: [{ ...tables.completionBySchool.dimensions[0]!, members: [] }],
      cells: [],
    };
    const scene = layoutChart(chartDataset(empty, { language: english }), { id: 'chart' });
    expect(scene.marks).toEqual([]);
    expect(scene.summary).toContain('There are no figures to show.');
    expect(printSvg(scene)).not.toMatch(/NaN|Infinity/);
  });
});

describe('languages', () => {
  it('stand beside each other without a stray word of another', () => {
    const made = createLanguage('en');
    const [fi, en] = [finnish, made].map((language) =>
      printSvg(layoutChart(chartDataset(tables.completionByGender, { language }), { id: 'chart' })),
    );
    expect(en).toContain('Withheld: 25–100%');
    expect(fi).not.toMatch(/Withheld|Not applicable|Bar chart/);
    expect(fi).toContain(' lang="fi"');
  });
});
