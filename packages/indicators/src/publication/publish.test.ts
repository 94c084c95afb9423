import { describe, expect, it } from 'vitest';
import type { Aggregate, Member } from '../aggregate/aggregate.js';
import { completionByCohort } from '../definitions/completion-by-cohort.js';
import type { Definition } from '../definitions/definition.js';
import { hashOf } from '../definitions/hash.js';
import { studentYears } from '../definitions/student-years.js';
import { NoSuchFigureError, WrongDefinitionError } from './errors.js';
import { parsePublished } from './parse.js';
import { minimumPolicy, vipunen } from './policy.js';
import { publish } from './publish.js';

const DAY = 1_000_000;

function aggregateOf(definition: Definition, over: Partial<Aggregate>): Aggregate {
  return {
    type: 'strapetsi.aggregate',
    schemaVersion: 1,
    indicator: { id: definition.id, version: definition.version, hash: hashOf(definition) },
    period: { from: '2024-01-01', to: '2026-12-31' },
    asOf: '2026-06-30',
    only: {},
    by: [],
    members: {},
    providers: [{ id: '1.2.246.562.10.1', label: { fi: 'Opisto' } }],
    cells: [],
    population: 0,
    exclusions: [],
    findings: [],
    records: { read: 0, facts: 0, refused: 0 },
    ...over,
  };
}

const bySchoolAndYear = aggregateOf(studentYears, {
  by: ['school', 'year'],
  members: {
    school: [
      { id: '1', label: { fi: 'Iso koulu' } },
      { id: '2', label: { sv: 'Liten skola' } },
    ],
    year: ['2024', '2025'].map((id) => ({ id, label: { fi: id, sv: id, en: id } })),
  },
  cells: [
    { key: ['1', '2024'], n: 31, amounts: [365 * 20 * DAY] },
    { key: ['1', '2025'], n: 5, amounts: [100 * DAY + 333_333] },
    { key: ['2', '2025'], n: 4, amounts: [365 * DAY] },
  ],
  population: 31,
  exclusions: [{ id: 'nested', count: 3 }],
  findings: [{ code: 'unknown-state', severity: 'error', count: 7 }],
});

const overCheckpoints = aggregateOf(completionByCohort, {
  by: ['cohort', 'checkpoint'],
  only: { started: ['vocational'] },
  members: {
    cohort: [{ id: '2021-H2', label: { fi: 'Syksy 2021' } }],
    checkpoint: ['06', '12'].map((id) => ({ id, label: { fi: `${id} kk` } })),
  },
  cells: [
    // States 1–8 and 98: 29 graduated from the original, 2 from another, 60 continue, 9 neither.
    { key: ['2021-H2', '06'], n: 100, amounts: [29, 2, 60, 0, 0, 0, 0, 0, 9] },
    { key: ['2021-H2', '12'], matures: '2026-08-01' },
  ],
});

describe('publish', () => {
  it('shows of a dimension only the members that were asked for, which then say the slice themselves', () => {
    const only = { ...overCheckpoints, only: { started: ['vocational'], checkpoint: ['06'] } };
    const table = publish(only, { definition: completionByCohort, policy: vipunen });
    expect(table.dimensions.map(({ members }) => members.map(({ id }) => id))).toEqual([['2021-H2'], ['06']]);
    expect(table.cells).toHaveLength(1);
    expect(table.only.map(({ dimension }) => dimension)).toEqual(['started']);
  });

  it('names the checkpoint that a table was cut at', () => {
    const bySchool = aggregateOf(completionByCohort, { by: ['school'], only: { checkpoint: ['48'] } });
    const table = publish(bySchool, { definition: completionByCohort, policy: vipunen });
    expect(table.only[0]?.members).toEqual([
      { id: '48', label: { fi: '48\u00a0kk', sv: '48\u00a0mån', en: '48\u00a0months' } },
    ]);
  });

  it('puts student years in 365 days, rounded to the decimals of the figure, with rounded counts beside them', () => {
    const table = publish(bySchoolAndYear, { definition: studentYears, policy: vipunen });
    expect(table.dimensions.map(({ id, scale }) => [id, scale])).toEqual([
      ['school', 'nominal'],
      ['year', 'time'],
    ]);
    expect(table.cells).toEqual([
      { status: 'value', value: 20, n: { status: 'value', value: 30 } },
      { status: 'value', value: 0.3, n: { status: 'value', value: 6 } },
      { status: 'value', value: 0, n: { status: 'value', value: 0 } },
      { status: 'withheld', reason: 'primary', n: { status: 'withheld', range: { from: 1, to: 4 } } },
    ]);
  });

  it('shows the same days as days', () => {
    const table = publish(bySchoolAndYear, { definition: studentYears, policy: minimumPolicy(5), figure: 'days' });
    expect(table.figure).toMatchObject({ id: 'days', unit: 'days' });
    expect(table.cells[0]).toMatchObject({ value: 365 * 20, n: { value: 31 } });
  });

  it('passes counts of population, exclusions and findings through the policy like any cell', () => {
    const table = publish(bySchoolAndYear, { definition: studentYears, policy: vipunen });
    expect(table.population).toEqual({ status: 'value', value: 30 });
    expect(table.exclusions).toMatchObject([
      { id: 'nested', count: { status: 'withheld', range: { from: 1, to: 4 } } },
    ]);
    expect(table.exclusions[0]?.label.sv).not.toBe('');
    expect(table.findings).toEqual([{ code: 'unknown-state', count: { status: 'value', value: 6 } }]);
  });

  it('says which rules the years were counted by', () => {
    const { notes, indicator } = publish(bySchoolAndYear, { definition: studentYears, policy: vipunen });
    expect(notes.slice(0, 2)).toEqual(studentYears.rules.map(({ label }) => label));
    expect(indicator.sources).toEqual(studentYears.rules.flatMap(({ sources }) => sources));
  });

  it('adds up the states of a share and says from when an immature cohort can be looked at', () => {
    const table = publish(overCheckpoints, { definition: completionByCohort, policy: vipunen });
    expect(table.cells).toEqual([
      { status: 'value', value: 30 / 99, n: { status: 'value', value: 99 }, x: { status: 'value', value: 30 } },
      { status: 'immature', matures: '2026-08-01' },
    ]);
    expect(table.only).toMatchObject([
      { dimension: 'started', members: [{ id: 'vocational', label: { sv: 'Yrkesutbildning' } }] },
    ]);
    expect(table.dimensions[0]?.members[0]).toMatchObject({ from: '2021-07-01', to: '2021-12-31' });
  });

  it('spreads a distribution over the states as its last dimension', () => {
    const table = publish(overCheckpoints, { definition: completionByCohort, policy: vipunen, figure: 'states' });
    expect(table.dimensions.map(({ id }) => id)).toEqual(['cohort', 'checkpoint', 'state']);
    expect(table.dimensions[2]?.members.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '98']);
    expect(table.cells.slice(0, 4)).toMatchObject([
      { status: 'value', value: 30 / 99 },
      { status: 'withheld', range: { from: 1 / 99, to: 4 / 99 } },
      { status: 'value', value: 60 / 99 },
      { status: 'value', value: 0 },
    ]);
    expect(table.cells.slice(9)).toEqual(
      Array.from({ length: 9 }, () => ({ status: 'immature', matures: '2026-08-01' })),
    );
  });

  it('makes what parsePublished reads', () => {
    for (const table of [
      publish(bySchoolAndYear, { definition: studentYears, policy: vipunen }),
      publish(overCheckpoints, { definition: completionByCohort, policy: minimumPolicy(5), figure: 'states' }),
    ]) {
      expect(parsePublished(JSON.parse(JSON.stringify(table)))).toEqual({ ok: true, tables: [table] });
    }
  });

  it('keeps the order of the definition where it has one, and puts what it does not know last', () => {
    const members = (ids: readonly string[]): readonly Member[] => ids.map((id) => ({ id, label: { fi: id } }));
    const cut = aggregateOf(studentYears, {
      by: ['ageGroup', 'gender', 'funding', 'month'],
      members: {
        ageGroup: members(['15-19', '20-24', 'unknown']),
        gender: members(['female', 'male', 'other', 'unknown']),
        funding: members(['01', '10']),
        month: members(['2024-01', '2024-02']),
      },
    });
    const { dimensions, cells } = publish(cut, { definition: studentYears, policy: vipunen });
    expect(dimensions.map(({ id, scale }) => [id, scale])).toEqual([
      ['ageGroup', 'ordinal'],
      ['gender', 'nominal'],
      ['funding', 'nominal'],
      ['month', 'time'],
    ]);
    expect(dimensions.map((dimension) => dimension.members.map(({ id }) => id))).toEqual([
      ['15-19', '20-24', 'unknown'],
      ['male', 'female', 'other', 'unknown'],
      ['01', '10'],
      ['2024-01', '2024-02'],
    ]);
    expect(cells).toHaveLength(3 * 4 * 2 * 2);
  });

  it.each([
    ['2024-01-01', '2025-12-31', undefined, ['until-2025'], 1],
    ['2026-01-01', '2026-12-31', undefined, ['from-2026'], 1],
    ['2025-12-31', '2026-01-01', undefined, ['until-2025', 'from-2026'], 2],
    ['2024-01-01', '2025-12-31', 'from-2026', ['from-2026'], 0],
  ])('from %s to %s by rule %s the sources are those of the rules used', (from, to, rule, used, notes) => {
    const rules = studentYears.rules.filter(({ id }) => used.includes(id));
    const table = publish(
      aggregateOf(studentYears, { period: { from, to }, ...(rule === undefined ? {} : { rule }) }),
      {
        definition: studentYears,
        policy: vipunen,
      },
    );
    expect(table.indicator.sources).toEqual(rules.flatMap(({ sources }) => sources));
    expect(table.notes.slice(0, notes)).toEqual(rules.slice(0, notes).map(({ label }) => label));
    expect(table.notes.slice(notes)).toEqual([...studentYears.limits, ...studentYears.unverified]);
  });

  it('says of an aggregate that does not fit where it does not', () => {
    const options = { definition: studentYears, policy: vipunen };
    expect(() => publish(aggregateOf(studentYears, { by: ['cohort'] }), options)).toThrow(
      'by should be one of the dimensions of student-years, but is cohort',
    );
    expect(() => publish(aggregateOf(studentYears, { rule: 'from-1999' }), options)).toThrow(
      'rule should be a rule of the definition, but is from-1999',
    );
    expect(() => publish(overCheckpoints, { ...options, definition: completionByCohort, figure: 'euros' })).toThrow(
      'There is no figure euros; the definition has completed, states',
    );
  });

  it('refuses another definition and a figure that is not there', () => {
    expect(() => publish(overCheckpoints, { definition: studentYears, policy: vipunen })).toThrow(WrongDefinitionError);
    expect(() => publish(bySchoolAndYear, { definition: studentYears, policy: vipunen, figure: 'euros' })).toThrow(
      NoSuchFigureError,
    );
  });
});
