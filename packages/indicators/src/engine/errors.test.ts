import { describe, expect, it } from 'vitest';
import type { Definition, DimensionRule, Expr, Measure, Rule, Step } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import { calculateInMemory } from './calculate.js';
import type { CalculateOptions } from './options.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const count: Measure = { kind: 'count' };
const start: Expr = { column: 'right.start' };

const rule: Rule = { id: 'only', label: text, inForce: {}, steps: [], measure: count, sources: [] };
const plain: Definition = {
  id: 'test',
  version: '1',
  name: text,
  meaning: text,
  direction: 'neither',
  rules: [rule],
  dimensions: [{ id: 'school', label: text, from: { dictionary: 'right.school' } }],
  figures: [],
  limits: [],
  unverified: [],
};

// A right of one day of presence, and its row in every relation that a mistake could name.
const facts = factsOf([
  {
    key: '1',
    rights: [
      {
        key: 'a',
        provider: 'p',
        education: 'wholeQualification',
        julyRule: 'removed',
        periods: [{ start: '2024-01-01', end: '2024-01-01', state: 'present' }],
      },
    ],
  },
]);

function run(definition: Partial<Definition>, asked: Partial<CalculateOptions> = {}): () => unknown {
  const period = { from: '2024-01-01', to: '2025-12-31' };
  return () => calculateInMemory(facts, { ...plain, ...definition }, { by: [], period, asOf: '2025-12-31', ...asked });
}

const withSteps = (...steps: readonly Step[]): Partial<Definition> => ({ rules: [{ ...rule, steps }] });
const withMeasure = (measure: Measure, ...steps: readonly Step[]): Partial<Definition> => ({
  rules: [{ ...rule, steps, measure }],
});
const withDimension = (dimension: DimensionRule): Partial<Definition> => ({ dimensions: [dimension] });
const keep = (expr: Expr): Partial<Definition> => withSteps({ keep: expr });
const distribution = (of: Expr, ...codes: readonly number[]): Partial<Definition> =>
  withMeasure({ kind: 'distribution', of, categories: codes.map((code) => ({ code, label: text })) });
const exclusions = (number: number): Partial<Definition> =>
  withSteps(
    ...Array.from({ length: number }, (_, at): Step => ({ exclude: { id: `x${String(at)}`, label: text, when: 1 } })),
  );
const slice: Step = { slice: [start, start] };
const checkpoints: Step = { checkpoints: { after: start, months: [], lastMonthEnd: true } };

describe('a definition that cannot be run is refused', () => {
  it.each<[string, Partial<Definition>, string, string]>([
    ['a column that no facts have', keep({ column: 'right.shoeSize' }), 'right.shoeSize', 'an unknown column'],
    ['a name that nothing binds', keep({ column: 'height' }), 'height', 'an unknown column'],
    ['a column of rows that are not there', keep({ column: 'period.start' }), 'period.start', 'not in scope'],
    ['the first day of rows without a time', keep({ column: 'row.start' }), 'row.start', 'not in scope'],
    ['a window that is not there', keep({ param: 'window.start' }), '@window.start', 'not in scope'],
    ['a column of another root', keep({ column: 'outcome.graduated' }), 'outcome.graduated', 'a column of outcome'],
    ['a code that is not in its list', keep({ in: 'right.education', codes: ['nap'] }), 'right.education', 'code nap'],
    ['a code of a number', keep({ in: 'right.start', codes: ['1'] }), 'right.start', 'without codes'],
    ['a parameter that it does not have', keep({ param: 'own.days' }), 'param own.days', 'without a value'],
    ['a thirteenth month', keep({ daysInMonth: [start, start], month: 13 }), 'month', '13'],
    ['the zeroth day of a month', keep({ dayInYearOf: [start, 6, 0] }), 'day of a month', '0'],
    [
      'groups across persons',
      withSteps({ firstOf: [start], orderBy: [], otherwise: { id: 'x', label: text } }),
      'rules[0].steps[0].firstOf[0]',
      'right.start',
    ],
    ['children of children', withSteps({ each: 'period' }, { each: 'credit' }), 'rules[0].steps[1]', 'no whole roots'],
    ['children of another root', withSteps({ each: 'answer' }), 'rules[0].steps[0]', 'answer of response'],
    ['windows of windows', withSteps(slice, slice), 'rules[0].steps[1]', 'rows of a window'],
    ['windows of checkpoints', withSteps(checkpoints, slice), 'rules[0].steps[1]', 'rows of a checkpoint'],
    ['checkpoints of periods', withSteps({ each: 'period' }, checkpoints), 'rules[0].steps[1]', 'no whole rights'],
    [
      'rights beside outcomes',
      { ...withSteps({ bind: 'other', anyOtherRight: 1 }), over: 'outcome', dimensions: [] },
      'rules[0].steps[0]',
      'rights beside rows of outcome',
    ],
    [
      'rules that count different things',
      {
        rules: [
          { ...rule, inForce: { to: '2024-12-31' }, steps: [slice] },
          { ...rule, id: 'next', inForce: { from: '2025-01-01' }, steps: [slice], measure: { kind: 'sum', amount: 1 } },
        ],
      },
      'rules',
      'next with another measure',
    ],
    ['a category that is no small number', distribution(1, 1, 256), 'measure.categories[1].code', '256'],
    ['a value in no category', distribution(2, 1), 'measure.of', 'a value of 2'],
    [
      'a cause that is not listed',
      withMeasure({
        kind: 'timeToEvent',
        from: start,
        to: start,
        cause: 3,
        causes: [{ code: 1, label: text }],
        upToMonths: 2,
      }),
      'measure.cause',
      '3',
    ],
    ['different days', withMeasure({ kind: 'distinct', of: 'right.start' }), 'measure.of', 'right.start'],
    ['more exclusions than are told apart', exclusions(33), 'rules', '33 exclusions'],
  ])('%s', (_, definition, path, found) => {
    expect(run(definition)).toThrow(
      expect.objectContaining({ name: 'DefinitionError', path, found: expect.stringContaining(found) as string }),
    );
  });

  it.each<[string, DimensionRule, string, string]>([
    ['windows of rows without any', { id: 'year', label: text, from: 'windows' }, 'year', 'a dimension of windows'],
    [
      'a dictionary of days',
      { id: 'school', label: text, from: { dictionary: 'right.start' } },
      'right.start',
      'dictionary',
    ],
  ])('a dimension of %s', (_, dimension, path, found) => {
    expect(run(withDimension(dimension), { by: [dimension.id] })).toThrow(
      expect.objectContaining({ name: 'DefinitionError', path, found: expect.stringContaining(found) as string }),
    );
  });

  it('a column of a provider’s own that the facts do not have', () => {
    expect(run({}, { by: ['own.team'] })).toThrow(
      expect.objectContaining({ name: 'DefinitionError', path: 'own.team' }),
    );
  });

  it('but not the most exclusions that are told apart: each is counted', () => {
    const { exclusions: counts } = run(exclusions(32))() as { exclusions: readonly { readonly count: number }[] };
    // The first leaves the only right out, and the others see none.
    expect(counts.map((one) => one.count)).toEqual([1, ...Array.from({ length: 31 }, () => 0)]);
  });
});

describe('options that a definition cannot be run with are refused', () => {
  const limit = { parameters: [{ id: 'days', label: text, standard: 30 }] };
  const fields = withDimension({ id: 'field', label: text, from: { classified: 'right.qualification', by: 'fields' } });
  it.each<[string, Partial<Definition>, Partial<CalculateOptions>, string]>([
    ['dimension-needed', { apart: ['school'] }, {}, 'by'],
    ['dimension-needed', { apart: ['school'] }, { only: { school: ['a', 'b'] } }, 'by'],
    ['unknown-parameter', limit, { parameters: { weeks: 4 } }, 'parameters.weeks'],
    ['bad-parameter', limit, { parameters: { days: 0.5 } }, 'parameters.days'],
    ['classification-missing', fields, { by: ['field'] }, 'classifications'],
  ])('%s', (code, definition, asked, path) => {
    expect(run(definition, asked)).toThrow(expect.objectContaining({ name: 'CalculateOptionsError', code, path }));
  });
});

describe('many cases of a code', () => {
  it('are told apart, past a byte of them', () => {
    const codes = Array.from({ length: 300 }, (_, at) => `q${String(at)}`);
    const cases = Object.fromEntries(codes.map((code, at) => [code, at]));
    const rights = codes.map((qualification) => ({
      key: qualification,
      provider: 'p',
      qualification,
      education: 'wholeQualification' as const,
      julyRule: 'removed' as const,
      periods: [],
    }));
    const { cells } = calculateInMemory(
      factsOf([{ key: '1', rights }]),
      {
        ...plain,
        ...withMeasure({ kind: 'sum', amount: { byCode: 'right.qualification', cases, otherwise: 1_000_000 } }),
      },
      { by: [], period: { from: '2024-01-01', to: '2024-12-31' }, asOf: '2024-12-31' },
    );
    // 0 + 1 + … + 299
    expect(cells).toMatchObject([{ amounts: [(299 * 300) / 2] }]);
  });
});
