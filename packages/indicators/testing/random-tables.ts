import fc from 'fast-check';
import type {
  BenchmarkedCell,
  Cell,
  IndicatorTable,
  PublishedCount,
  TableDimension,
  TableMember,
} from '../src/publication/indicator-table.js';

/** Texts with everything that a format has to mind: separators, quotation marks, line ends, formulas, other alphabets. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    'Åbo; yrkesinstitut',
    'sanoi "hei"',
    '=1+1',
    ' \t@x',
    '-1',
    '1,5',
    'rivi\r\ntoinen',
    '＝1',
    '<b>&amp;</b>',
  ),
);

/** Of our own, in three languages. */
const words = fc.record({ fi: anyText, sv: anyText, en: anyText });
/** Of a code set: any may be missing. */
const dataText = fc.record({ fi: anyText, sv: anyText, en: anyText }, { requiredKeys: [] });
const day = fc
  .record({
    year: fc.integer({ min: 2018, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day: of }) => [year, month, of].map((part) => String(part).padStart(2, '0')).join('-'));
const range = fc.tuple(fc.nat(50), fc.nat(50)).map(([from, more]) => ({ from, to: from + more }));
const amount = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
);

export const anyCount: fc.Arbitrary<PublishedCount> = fc.oneof(
  fc.record({ status: fc.constant('value' as const), value: fc.nat(100_000) }),
  fc.record({ status: fc.constant('withheld' as const), range }, { requiredKeys: ['status'] }),
);

export const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record(
    {
      status: fc.constant('value' as const),
      value: amount,
      interval: fc.record({ from: amount, to: amount }),
      n: anyCount,
      x: anyCount,
    },
    { requiredKeys: ['status', 'value'] },
  ),
  fc.record(
    {
      status: fc.constant('withheld' as const),
      reason: fc.constantFrom('primary' as const, 'complementary' as const),
      range,
      n: anyCount,
    },
    { requiredKeys: ['status', 'reason'] },
  ),
  fc.record({ status: fc.constant('immature' as const), matures: day }),
  fc.constant<Cell>({ status: 'notApplicable' }),
  fc.constant<Cell>({ status: 'noData' }),
);

const benchmarkedCell: fc.Arbitrary<BenchmarkedCell> = fc.oneof(
  fc.record(
    { status: fc.constant('value' as const), value: amount, mark: fc.constant('p') },
    { requiredKeys: ['status', 'value'] },
  ),
  fc.record({
    status: fc.constantFrom('withheld' as const, 'immature' as const, 'notApplicable' as const, 'noData' as const),
  }),
);

const member: fc.Arbitrary<TableMember> = fc.record(
  { id: fc.string({ minLength: 1, maxLength: 8 }), label: dataText, from: day, to: day },
  { requiredKeys: ['id', 'label'] },
);
const members = fc.uniqueArray(member, { minLength: 1, maxLength: 4, selector: ({ id }) => id });
const dimensionIds: readonly TableDimension['id'][] = ['year', 'school', 'gender', 'state', 'own.ryhmä'];
const dimensions = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...dimensionIds),
    label: words,
    scale: fc.constantFrom('time' as const, 'ordinal' as const, 'nominal' as const),
    members,
  }),
  { maxLength: 3, selector: ({ id }) => id },
);

/** What stands beside the figures of a table of so many cells. */
function context(size: number) {
  return fc.record(
    {
      targets: fc.array(
        fc.record(
          { cell: fc.nat(size - 1), value: amount, reached: fc.boolean(), source: dataText, decidedBy: dataText },
          { requiredKeys: ['cell', 'value', 'source', 'decidedBy'] },
        ),
        { maxLength: 3 },
      ),
      benchmarks: fc.array(
        fc.record(
          {
            id: anyText,
            kind: fc.constantFrom('network' as const, 'statistics' as const),
            label: dataText,
            source: dataText,
            reference: anyText,
            asOf: day,
            cells: fc.array(benchmarkedCell, { minLength: size, maxLength: size }),
          },
          { requiredKeys: ['id', 'kind', 'label', 'source', 'cells'] },
        ),
        { maxLength: 2 },
      ),
      annotations: fc.array(fc.record({ date: day, text: dataText }), { maxLength: 2 }),
      rule: anyText,
      parameters: fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), fc.nat(12), { maxKeys: 2 }),
      asOfLatest: day,
    },
    { requiredKeys: [] },
  );
}

/** Any published table that its type allows: of 0 to 3 dimensions, every status, with and without what may be absent. */
export const anyTable: fc.Arbitrary<IndicatorTable> = dimensions.chain((cut) => {
  const size = cut.reduce((product, { members: { length } }) => product * length, 1);
  const base = fc.record({
    type: fc.constant('strapetsi.indicator-table' as const),
    schemaVersion: fc.constant(1 as const),
    indicator: fc.record({
      id: anyText,
      version: anyText,
      hash: anyText,
      name: words,
      meaning: words,
      direction: fc.constantFrom('higherIsBetter' as const, 'lowerIsBetter' as const, 'neither' as const),
      sources: fc.array(fc.record({ title: words, reference: anyText }), { maxLength: 2 }),
    }),
    figure: fc.record({
      id: fc.constantFrom('rate', 'years', 'states', 'n', 'x'),
      label: words,
      unit: fc.constantFrom('share' as const, 'students' as const, 'studentYears' as const),
      decimals: fc.nat(3),
    }),
    period: fc.record({ from: day, to: day }),
    asOf: day,
    providers: fc.array(member, { maxLength: 2 }),
    policy: fc.record({ id: anyText, label: words, reference: anyText }),
    only: fc.array(fc.record({ dimension: fc.constantFrom('funding', 'gender'), label: words, members }), {
      maxLength: 1,
    }),
    dimensions: fc.constant(cut),
    cells: fc.array(anyCell, { minLength: size, maxLength: size }),
    population: anyCount,
    exclusions: fc.array(fc.record({ id: anyText, label: words, count: anyCount }), { maxLength: 2 }),
    findings: fc.array(fc.record({ code: anyText, count: anyCount }), { maxLength: 2 }),
    notes: fc.array(words, { maxLength: 2 }),
  });
  return fc.tuple(base, context(size)).map(([table, beside]) => ({ ...table, ...beside }));
});
