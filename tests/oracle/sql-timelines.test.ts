import { completionByCohort, factsOf } from '@strapetsi/indicators';
import { figuresFromRows, toSql, type SqlRequest } from '@strapetsi/indicators/sql';
import { expect, it } from 'vitest';
import { databaseOf } from './duckdb.js';
import { timelines } from './timelines/index.js';

it.each(timelines.map((t) => [t.name, t] as const))('%s', async (_n, timeline) => {
  const db = await databaseOf(factsOf([{ key: '0', rights: timeline.rights }]));
  const request: SqlRequest = {
    dialect: 'duckdb',
    by: ['started', 'cohort', 'checkpoint'],
    period: { from: '1990-01-01', to: '2030-12-31' },
    asOf: timeline.asOf,
  };
  const statement = toSql(completionByCohort, request);
  if (timeline === timelines[0]) console.log(statement.text, statement.parameters);
  const figures = figuresFromRows(await db.run(statement), request);
  db.close();
  const order = ['6', '12', '18', '24', '30', '36', '42', '48', '54', '60', 'lastMonthEnd'];
  for (const [key, s] of Object.entries(timeline.starts)) {
    if ('leftOut' in s) continue;
    const text = order
      .map((c) => {
        const cell = figures.cells.find(({ key }) => key[0] === s.started && key[1] === s.cohort && key[2] === c);
        const t =
          cell === undefined
            ? '?'
            : 'matures' in cell
              ? `<${cell.matures}`
              : String([1, 2, 3, 4, 5, 6, 7, 8, 98][cell.amounts.indexOf(1)]);
        return c === 'lastMonthEnd' ? `| ${t}` : t;
      })
      .join(' ');
    expect(`${key} ${text}`).toBe(`${key} ${s.states}`);
  }
});
