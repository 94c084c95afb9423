import { calculateInMemory, type Definition, type Expr, factsOf, type Measure, type Step } from '@strapetsi/indicators';
import { expect, it } from 'vitest';
import { aggregateInDuckDb, databaseOf } from './duckdb.js';

/** What random definitions found, as cases that can be counted on paper: the engine and DuckDB give this very figure. */
const label = { fi: 'x', sv: 'x', en: 'x' };
const period = { from: '2020-01-01', to: '2020-12-31' };

// A right from 1 August 2020 that has not ended, with three periods; and one without any.
const facts = factsOf([
  {
    key: '1',
    rights: [
      {
        key: 'a',
        provider: 'p',
        education: 'wholeQualification',
        julyRule: 'removed',
        periods: [
          { start: '2020-08-01', end: '2020-08-31', state: 'present' },
          { start: '2020-09-01', end: '2020-09-30', state: 'interrupted' },
          { start: '2020-10-01', state: 'present' },
        ],
      },
      { key: 'b', provider: 'p', education: 'wholeQualification', julyRule: 'removed', periods: [] },
    ],
  },
]);

async function cellsOf(measure: Measure, steps: readonly Step[], cohort?: Expr) {
  const definition: Definition = {
    id: 'by-hand',
    version: '1',
    name: label,
    meaning: label,
    direction: 'neither',
    rules: [{ id: 'only', label, inForce: {}, steps, measure, sources: [] }],
    dimensions: cohort === undefined ? [] : [{ id: 'cohort', label, from: { halfYearOf: cohort } }],
    figures: [],
    limits: [],
    unverified: [],
  };
  const options = { by: cohort === undefined ? [] : (['cohort'] as const), period, asOf: '2020-12-31' };
  const database = await databaseOf(facts);
  try {
    const aggregate = calculateInMemory(facts, definition, options);
    expect(await aggregateInDuckDb(database, definition, options)).toEqual(aggregate);
    return aggregate;
  } finally {
    database.close();
  }
}

const presentMonths = (take: Extract<Step, { ofChildren: unknown }>['take']): Step => ({
  bind: 'found',
  ofChildren: 'period',
  where: { in: 'period.state', codes: ['present'] },
  take,
});
const sumOf = (amount: Expr): Measure => ({ kind: 'sum', amount });

const tenOrEleven: Expr = { add: [{ column: 'right.nested' }, 10] };

it('a sum of what the row has, not its children, counts once for each child that fits', async () => {
  // 10 for each of the two periods of presence of the first right, nothing for the second
  const { cells } = await cellsOf(sumOf({ column: 'found' }), [presentMonths({ sum: tenOrEleven })]);
  expect(cells).toMatchObject([{ amounts: [20] }]);
});

it.each([{ min: tenOrEleven }, { max: tenOrEleven }])(
  'the smallest or largest of what the row has is that, and missing where no child fits: %o',
  async (take) => {
    // 10 of the first right; the second has none, and adds nothing
    expect((await cellsOf(sumOf({ column: 'found' }), [presentMonths(take)])).cells).toMatchObject([{ amounts: [10] }]);
    const missing = await cellsOf(sumOf({ isMissing: { column: 'found' } }), [presentMonths(take)]);
    expect(missing.cells).toMatchObject([{ amounts: [1] }]);
  },
);

it('a half-year has a name in years of five digits too: half a year after what never ends', async () => {
  // An open end is 31 December 9999, and neither right of the person has ended.
  const { cells, members } = await cellsOf({ kind: 'count' }, [], { addMonths: [{ column: 'right.end' }, 6] });
  expect(cells).toEqual([{ key: ['10000-H1'], n: 1, amounts: [2] }]);
  expect(members.cohort).toMatchObject([
    { id: '10000-H1', label: { fi: 'Kevät 10000', sv: 'Våren 10000', en: 'Spring 10000' } },
  ]);
});
