import { DuckDBInstance } from '@duckdb/node-api';
import { NO_DAY } from '@strapetsi/indicators';
import type { Expr } from '@strapetsi/indicators';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../packages/indicators/src/engine/expression.js';
import { dialects } from '../../packages/indicators/src/sql/dialect.js';
import { newParameters, type Scope, valueSql } from '../../packages/indicators/src/sql/expression.js';

/** Days from 1969 to 2041, leap days and ends of months among them. */
const day = fc.oneof(fc.integer({ min: -200, max: 26_000 }), fc.constantFrom(0, -1, 11_016, 19_782, 18_870, 2_932_896));
const row = fc.record({
  a: day,
  b: day,
  mayBeMissing: fc.oneof(day, fc.constant(NO_DAY)),
  flag: fc.constantFrom(0, 1),
});

const { expr } = fc.letrec<{ expr: Expr; leaf: Expr; dayLeaf: Expr }>((tie) => {
  const pair = fc.tuple(tie('expr'), tie('expr'));
  const days = fc.tuple(tie('dayLeaf'), tie('dayLeaf'));
  const several = fc.array(tie('expr'), { minLength: 1, maxLength: 3 });
  return {
    dayLeaf: fc.oneof(
      fc.constantFrom<Expr>({ column: 'a' }, { column: 'b' }, { column: 'mayBeMissing' }, { day: '2024-02-29' }),
      fc.record({ add: fc.tuple(fc.constant<Expr>({ column: 'a' }), fc.integer({ min: 0, max: 40 })) }),
    ),
    leaf: fc.oneof(fc.integer({ min: -3, max: 400 }), fc.constant<Expr>({ column: 'flag' }), tie('dayLeaf')),
    expr: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'expr' },
      tie('leaf'),
      fc.record({ add: several }),
      fc.record({ subtract: pair }),
      fc.record({ multiply: fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), tie('leaf')) }),
      fc.record({ min: several }),
      fc.record({ max: several }),
      fc.record({ atMost: pair }),
      fc.record({ less: pair }),
      fc.record({ equal: pair }),
      fc.record({ all: several }),
      fc.record({ any: several }),
      fc.record({ not: tie('expr') }),
      fc.record({ isMissing: tie('expr') }),
      fc.record({ when: fc.array(pair, { minLength: 1, maxLength: 2 }), otherwise: tie('expr') }),
      fc.record({ days }),
      fc.record({ sharedDays: fc.tuple(tie('dayLeaf'), tie('dayLeaf'), tie('dayLeaf'), tie('dayLeaf')) }),
      fc.record({ daysInMonth: days, month: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ addMonths: fc.tuple(tie('dayLeaf'), fc.integer({ min: 0, max: 60 })) }),
      fc.record({
        dayInYearOf: fc.tuple(tie('dayLeaf'), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })),
      }),
      fc.record({ yearOf: tie('dayLeaf') }),
      fc.record({ halfYearOf: tie('dayLeaf') }),
    ),
  };
});

it('every expression means the same in DuckDB as in the account of what the words mean, missing days and all', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const parameters = newParameters();
  const scope: Scope = {
    dialect: dialects.duckdb,
    parameters,
    path: 'expression',
    param: () => undefined,
    classOf: () => 'NULL',
    column: (name) => ({ sql: `r."${name}"`, nullable: name === 'mayBeMissing' }),
  };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(expr, row), { minLength: 20, maxLength: 20 }), async (cases) => {
      // 9999-12-31 and months more is a day that no calendar here has
      const fit = cases.filter(
        ([one, { a, b, mayBeMissing }]) =>
          !JSON.stringify(one).includes('addMonths') || Math.max(a, b, mayBeMissing) < 2_000_000,
      );
      const selects = fit.map(([one, { a, b, mayBeMissing, flag }]) => {
        const missing = mayBeMissing === NO_DAY ? 'NULL' : String(mayBeMissing);
        return `SELECT CAST(${valueSql(one, scope)} AS BIGINT) AS v FROM (SELECT ${String(a)} AS a, ${String(b)} AS b, CAST(${missing} AS INTEGER) AS "mayBeMissing", ${String(flag)} AS flag) AS r`;
      });
      if (selects.length === 0) return;
      const reader = await connection.runAndReadAll(selects.join('\nUNION ALL\n'));
      const found = reader.getRowsJS().map(([value]) => (value === null ? NO_DAY : Number(value)));
      const meant = fit.map(([one, values]) =>
        evaluate(one, (leaf) => Object.entries(values).find(([name]) => name === leaf)?.[1] ?? 0),
      );
      expect(found).toEqual(meant.map((value) => (Object.is(value, -0) ? 0 : value)));
    }),
    { numRuns: 150 },
  );
  connection.closeSync();
  instance.closeSync();
}, 120_000);
