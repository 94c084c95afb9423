import { describe, expect, it } from 'vitest';
import { completionByCohort } from '../definitions/completion-by-cohort.js';
import type { Definition, Expr, Step } from '../definitions/definition.js';
import { studentYears } from '../definitions/student-years.js';
import { CalculateOptionsError } from '../engine/errors.js';
import { aggregateFromRows } from './aggregate-from-rows.js';
import { NotExpressibleInSqlError, UnexpectedSqlRowError } from './errors.js';
import type { SqlRequest } from './run.js';
import { createTables } from './tables.js';
import { toSql } from './to-sql.js';

// That the figures are right is shown in tests/oracle, against a real DuckDB.

const request: SqlRequest = {
  dialect: 'duckdb',
  by: ['year', 'school'],
  period: { from: '2024-01-01', to: '2026-12-31' },
  asOf: '2026-11-23',
};
const beside = { providers: [], records: { read: 0, facts: 0, refused: 0 } };

describe('toSql', () => {
  it('binds what somebody can choose: none of it stands in the text', () => {
    const nasty = `x'; DROP TABLE "period"; --`;
    const { text, parameters } = toSql(studentYears, { ...request, only: { school: [nasty], year: [nasty] } });
    expect(text).not.toContain('DROP');
    expect(parameters).toContain(nasty);
  });

  it('binds ids and codes that stand in a definition: it may have come from somebody else', () => {
    const nasty = `'); DELETE FROM "person"; --`;
    const definition = withSteps([
      { exclude: { id: nasty, label: noLabel, when: { in: 'right.performanceType', codes: [nasty] } } },
    ]);
    const { text, parameters } = toSql(definition, request);
    expect(text).not.toContain('DELETE');
    expect(parameters.filter((value) => value === nasty)).toHaveLength(1);
  });

  it('uses every parameter that it binds, each once in the list', () => {
    for (const [definition, by] of [
      [studentYears, ['month', 'ageGroup']],
      [completionByCohort, ['checkpoint', 'started']],
      [completionByCohort, ['cohort', 'checkpoint', 'gender']],
    ] as const) {
      const { text, parameters } = toSql(definition, { ...request, by });
      const used = new Set([...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
      expect([...used].sort((a, b) => a - b)).toEqual(parameters.map((_, i) => i + 1));
      expect(new Set(parameters).size).toBe(parameters.length);
    }
  });

  it('names a part for each step, and both rules where the period has both', () => {
    const { text } = toSql(studentYears, request);
    const parts = [...text.matchAll(/^"([^"]+)" AS \($/gm)].map(([, name]) => name);
    expect(parts).toContain('rows');
    expect(parts).toContain('rule2_rows');
    expect(parts.at(-1)).toBe('cells');
    expect(toSql(studentYears, { ...request, rule: 'from-2026' }).text).not.toContain('rule2_');
  });

  it.each<[string, Expr | Step, string]>([
    ['a column that is not there', { column: 'right.height' }, 'right.height'],
    ['a name that is no name', { column: 'x" FROM person' }, 'x'],
    ['a period where no period is in scope', { column: 'period.start' }, 'period.start'],
    ['a code that a closed list does not have', { in: 'right.education', codes: ['kindergarten'] }, 'kindergarten'],
    ['a column that has no codes', { in: 'right.start', codes: ['x'] }, 'right.start'],
    ['a half', { add: [0.5, 1] }, '0.5'],
    ['a day that is none', { day: '2023-02-30' }, '2023-02-30'],
    ['a thirteenth month', { daysInMonth: [1, 2], month: 13 }, '13'],
    ['a parameter that comes later', { param: 'checkpoint.day' }, 'checkpoint.day'],
  ])('refuses %s, and says where', (_what, expr, found) => {
    const steps: readonly Step[] = [{ keep: { equal: [expr as Expr, 1] } }];
    expect(() => toSql(withSteps(steps), request)).toThrowError(NotExpressibleInSqlError);
    try {
      toSql(withSteps(steps), request);
    } catch (error) {
      expect(error).toMatchObject({ code: 'not-expressible-in-sql', dialect: 'duckdb', path: 'rules[0].steps[0]' });
      expect(String(error)).toContain(found);
    }
  });

  it('refuses a cut that the definition does not have, in the words of calculate', () => {
    expect(() => toSql(studentYears, { ...request, by: ['cohort'] })).toThrowError(CalculateOptionsError);
    expect(() => toSql(completionByCohort, { ...request, by: ['cohort'] })).toThrowError(CalculateOptionsError);
    expect(() => toSql(studentYears, { ...request, rule: 'from-1917' })).toThrowError(CalculateOptionsError);
  });
});

describe('createTables', () => {
  it('has a statement for each table, with the columns of the facts', () => {
    const [person, right, period] = createTables('duckdb');
    expect(person).toContain('CREATE TABLE "person"');
    expect(right).toMatch(/"person" INTEGER NOT NULL,[^]*"start" INTEGER,\n/);
    expect(period).toContain('"share" INTEGER NOT NULL');
  });
});

describe('aggregateFromRows', () => {
  const population = { part: 'population', n: 3n };

  it('puts cells in the order of an aggregate, and takes bigint and number', () => {
    const cell = (year: string, n: number | bigint) => ({ part: 'cell', year, school: 's', n, amount_1: 5n });
    const rows = [cell('2025', 2n), population, cell('2024', 1), { part: 'excluded', exclusion: 'nested', n: 1n }];
    const { cells, exclusions, members } = aggregateFromRows(rows, studentYears, request, beside);
    expect(cells).toEqual([
      { key: ['2024', 's'], n: 1, amounts: [5] },
      { key: ['2025', 's'], n: 2, amounts: [5] },
    ]);
    expect(exclusions).toEqual([
      { id: 'nested', count: 1 },
      { id: 'noJulyRule', count: 0 },
    ]);
    expect(members.year?.map(({ id }) => id)).toEqual(['2024', '2025', '2026']);
  });

  it.each([
    ['no population', [], 'rows'],
    ['an unknown part', [{ part: 'total', n: 1 }], 'rows[0].part'],
    ['a cell without its dimension', [population, { part: 'cell', year: '2024', n: 1, amount_1: 1 }], 'rows[1].school'],
    ['a fraction', [{ part: 'population', n: 0.5 }], 'rows[0].n'],
    ['more than a number holds', [{ part: 'population', n: 2n ** 60n }], 'rows[0].n'],
  ])('refuses %s', (_what, rows, path) => {
    try {
      aggregateFromRows(rows, studentYears, request, beside);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UnexpectedSqlRowError);
      expect(error).toMatchObject({ path });
    }
  });
});

const noLabel = { fi: '', sv: '', en: '' };

function withSteps(steps: readonly Step[]): Definition {
  const [rule] = studentYears.rules;
  if (rule === undefined) throw new Error('student years have a rule');
  return { ...studentYears, rules: [{ ...rule, inForce: {}, steps: [...steps, ...rule.steps.slice(2)] }] };
}
