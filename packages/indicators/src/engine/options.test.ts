import { describe, expect, it } from 'vitest';
import type { Classification } from '../definitions/classification.js';
import type { Definition, DimensionRule, Step } from '../definitions/definition.js';
import {
  checkOptions,
  dimensionOf,
  onlyEntries,
  parametersOf,
  stepsWith,
  usedClassifications,
  type CalculateOptions,
} from './options.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const bind: Extract<Step, { bind: string }> = { bind: 'long', to: 1 };
const dimensions: readonly DimensionRule[] = [
  { id: 'school', label: text, from: { dictionary: 'right.school' } },
  { id: 'year', label: text, from: 'windows' },
  { id: 'cohort', label: text, from: { halfYearOf: { column: 'right.start' } } },
  { id: 'field', label: text, from: { classified: 'right.qualification', by: 'fields' } },
  { id: 'area', label: text, from: { number: { classify: 'right.location', by: 'areas' }, members: [] } },
  { id: 'organising', label: text, from: { number: { column: 'long' }, members: [] }, bind },
];
const keep: Step = { keep: 1 };
const definition: Definition = {
  id: 'test',
  version: '1',
  name: text,
  meaning: text,
  direction: 'neither',
  parameters: [
    { id: 'days', label: text, standard: 30 },
    { id: 'months', label: text, standard: 6 },
  ],
  rules: [{ id: 'only', label: text, inForce: {}, steps: [keep], measure: { kind: 'count' }, sources: [] }],
  dimensions,
  figures: [],
  limits: [],
  unverified: [],
};
const withCheckpoints: Definition = {
  ...definition,
  dimensions: [...dimensions, { id: 'checkpoint', label: text, from: 'checkpoints' }],
};

function check(asked: Partial<CalculateOptions>, of: Definition = definition): () => void {
  return () => {
    checkOptions(of, { by: [], period: { from: '2024-01-01', to: '2024-12-31' }, asOf: '2025-01-31', ...asked });
  };
}

describe('what a run may ask for', () => {
  it.each<[string, Partial<CalculateOptions>, Definition]>([
    ['nothing', {}, definition],
    [
      'dimensions, and columns of a provider’s own',
      { by: ['year', 'own.team'], only: { 'own.team': ['x'] } },
      definition,
    ],
    ['totals of what is no time', { by: ['year', 'school', 'field'], totals: ['field', 'school'] }, definition],
    ['a parameter, below nothing too', { parameters: { days: -3 } }, definition],
    ['checkpoints side by side', { by: ['checkpoint'] }, withCheckpoints],
    ['one checkpoint', { only: { checkpoint: ['06'] } }, withCheckpoints],
    ['one member of what cannot be added up', { only: { school: ['a'] } }, { ...definition, apart: ['school'] }],
    ['what cannot be added up, side by side', { by: ['school'] }, { ...definition, apart: ['school'] }],
  ])('%s', (_, asked, of) => {
    expect(check(asked, of)).not.toThrow();
  });

  it.each<[string, string, string, string, Partial<CalculateOptions>, Definition?]>([
    [
      'unknown-dimension',
      'by[1]',
      'gender',
      'one of school, year, cohort, field, area, organising',
      { by: ['year', 'gender'] },
    ],
    [
      'unknown-dimension',
      'only.gender',
      'gender',
      'one of school, year, cohort, field, area, organising',
      { only: { gender: ['male'] } },
    ],
    ['dimension-twice', 'by[2]', 'year', 'each dimension once', { by: ['year', 'school', 'year'] }],
    ['dimension-twice', 'totals[1]', 'school', 'each dimension once', { by: ['school'], totals: ['school', 'school'] }],
    ['no-total', 'totals[0]', 'field', 'one of year, school', { by: ['year', 'school'], totals: ['field'] }],
    [
      'no-total',
      'totals[1]',
      'year',
      'a dimension that is not time',
      { by: ['year', 'school'], totals: ['school', 'year'] },
    ],
    ['no-total', 'totals[0]', 'cohort', 'a dimension that is not time', { by: ['cohort'], totals: ['cohort'] }],
    [
      'no-total',
      'totals[0]',
      'checkpoint',
      'a dimension that is not time',
      { by: ['checkpoint'], totals: ['checkpoint'] },
      withCheckpoints,
    ],
    ['no-member', 'only.school', 'no members', 'at least one member', { only: { school: [] } }],
    [
      'dimension-needed',
      'by',
      'year, cohort',
      'school, or one member of it in only',
      { by: ['year', 'cohort'] },
      { ...definition, apart: ['school'] },
    ],
    [
      'dimension-needed',
      'by',
      '',
      'school, or one member of it in only',
      { only: { school: ['a', 'b'] } },
      { ...definition, apart: ['school'] },
    ],
    [
      'checkpoint-needed',
      'by',
      'year, school',
      'checkpoint among the dimensions, or one checkpoint in only: a person is in a situation at each of them',
      { by: ['year', 'school'], only: { checkpoint: ['06', '12'] } },
      withCheckpoints,
    ],
    ['unknown-parameter', 'parameters.weeks', 'weeks', 'one of days, months', { parameters: { days: 1, weeks: 4 } }],
    [
      'unknown-parameter',
      'parameters.weeks',
      'weeks',
      'one of none',
      { parameters: { weeks: 4 } },
      { ...definition, parameters: [] },
    ],
    ['bad-parameter', 'parameters.months', '1.5', 'a whole number', { parameters: { months: 1.5 } }],
  ])('but not %s at %s', (code, path, found, expected, asked, of) => {
    expect(check(asked, of)).toThrow(
      expect.objectContaining({ name: 'CalculateOptionsError', code, path, found, expected }),
    );
  });
});

describe('what a run takes of a definition', () => {
  it('a dimension of its own before that of a provider’s column, which every definition has', () => {
    expect(dimensionOf(definition, 'school', '')).toBe(dimensions[0]);
    expect(dimensionOf(definition, 'own.team', '')).toEqual({
      id: 'own.team',
      label: { fi: 'team', sv: 'team', en: 'team' },
      from: { dictionary: 'own.team' },
    });
  });

  it('the steps of its rules, and after them what the dimensions asked for need', () => {
    const steps = definition.rules[0]!.steps;
    expect(stepsWith(definition, new Set(['year', 'school']))(steps)).toEqual([keep]);
    expect(stepsWith(definition, new Set(['year', 'organising']))(steps)).toEqual([keep, bind]);
  });

  it('values of its parameters: those given, else its standard', () => {
    expect(parametersOf(definition, {})).toEqual({ days: 30, months: 6 });
    expect(parametersOf(definition, { parameters: { months: 0 } })).toEqual({ days: 30, months: 0 });
    expect(parametersOf({ ...definition, parameters: [] }, {})).toEqual({});
    const { parameters, ...without } = definition;
    expect(parameters).toHaveLength(2);
    expect(parametersOf(without, {})).toEqual({});
  });

  it('members of only in the order of the dimensions, own columns last and by name', () => {
    const only = { 'own.b': ['1'], school: ['2'], 'own.a': ['3'], year: ['4'] };
    expect(onlyEntries(only)).toEqual([
      ['year', ['4']],
      ['school', ['2']],
      ['own.a', ['3']],
      ['own.b', ['1']],
    ]);
    expect(onlyEntries({})).toEqual([]);
  });
});

describe('the classifications of a run', () => {
  const list = (id: string): Classification => ({ id, version: '1', label: text, classes: [], codes: {} });
  const [areas, fields, types, others] = ['areas', 'fields', 'types', 'others'].map(list);
  const all = [others!, types!, fields!, areas!];
  const ofRules: Definition = {
    ...definition,
    rules: [
      {
        ...definition.rules[0]!,
        steps: [
          {
            keep: {
              all: [
                { less: [0, { classify: 'right.qualification', by: 'types' }] },
                { classify: 'right.school', by: 'fields' },
              ],
            },
          },
        ],
      },
    ],
  };

  it('are those that its rules and the dimensions asked for are made of, each once and by id', () => {
    expect(usedClassifications(definition, new Set(['school', 'year']), all)).toEqual([]);
    expect(usedClassifications(definition, new Set(['field']), all)).toEqual([fields]);
    expect(usedClassifications(definition, new Set(['field', 'area']), all)).toEqual([areas, fields]);
    expect(usedClassifications(ofRules, new Set(['year']), all)).toEqual([fields, types]);
    expect(usedClassifications(ofRules, new Set(['field']), all)).toEqual([fields, types]);
  });

  it('must be given, and it is said which were', () => {
    const error = { code: 'classification-missing', path: 'classifications', expected: 'one with id fields' };
    expect(() => usedClassifications(definition, new Set(['field']), [others!, types!])).toThrow(
      expect.objectContaining({ ...error, found: 'others, types' }),
    );
    expect(() => usedClassifications(definition, new Set(['field']), [])).toThrow(
      expect.objectContaining({ ...error, found: 'none' }),
    );
  });
});
