import { calculateInMemory } from '@strapetsi/indicators';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { engineAgreesWithDuckDb } from './engine-and-sql.js';
import { randomRuns } from './random-definitions.js';
import { factsOfRecords, randomRecords } from './random-records.js';

// npm run test:long draws ten times as many definitions
it('DuckDB makes the aggregate that the engine makes of random records by random definitions, byte for byte', async () => {
  await engineAgreesWithDuckDb(240);
}, 240_000);

it('random definitions reach every root, relation, step, measure and dimension, and there are cells to compare', () => {
  // Seeded: that there is something to compare is a fact and not luck.
  const records = fc.sample(randomRecords, { numRuns: 40, seed: 1 }).map(factsOfRecords);
  const runs = fc.sample(randomRuns, { numRuns: 600, seed: 1 });
  const compared = runs.map(({ definition, options }, at) => {
    const { cells } = calculateInMemory(records[at % records.length] ?? [], definition, options);
    const immature = cells.filter((cell) => 'matures' in cell).length;
    return { text: JSON.stringify(definition), by: options.by, immature, cells: cells.length - immature };
  });
  const cellsOf = (fits: (run: (typeof compared)[number]) => boolean): number =>
    compared.filter(fits).reduce((sum, { cells }) => sum + cells, 0);
  const words = [
    ...['"over":"outcome"', '"over":"response"', '"each":"period"', '"each":"credit"', '"each":"spell"'],
    ...['"each":"plan"', '"each":"workplace"', '"each":"answer"', '"ofChildren":', '"take":{"sum"', '"take":"any"'],
    ...['"firstOf":', '"exclude":', '"anyOtherRight":', '"lowestOverRights":', '"daysOfRights":', '"othersOnly":true'],
    ...['"slice":', '"into":"months"', '"matureOn":', '"checkpoints":', '"inForce":{"to"', '"persons":', '"weight":'],
    ...['"classify":', '"dayInYearOf":', '"daysInMonth":', '"addMonths":', '"byCode":', '"param":"own.limit"'],
    ...['"classified":', '"number":', '"others":', '"halfYearOf":', '"ageInYearOf":', '"dictionary":"'],
    ...['count', 'sum', 'share', 'mean', 'personDays', 'distribution', 'timeToEvent', 'distinct'].map(
      (kind) => `"kind":"${kind}"`,
    ),
  ];
  const cuts = ['year', 'halfYear', 'month', 'checkpoint', 'cohort', 'own.team', 'own.channel'] as const;
  const reached = [
    ...words.map((word) => [word, cellsOf(({ text }) => text.includes(word))] as const),
    ...cuts.map((id) => [id, cellsOf(({ by }) => by.includes(id))] as const),
    ['immature', compared.reduce((sum, { immature }) => sum + immature, 0)] as const,
  ];
  expect(reached.filter(([, count]) => count < 10)).toEqual([]);
}, 60_000);
