import fc from 'fast-check';
import { expect, it } from 'vitest';
import { publishOneByOne, randomReleases } from '../../testing/random-releases.js';
import { audit } from './audit.js';

it('of 2,000 random series of releases none lets an outsider infer a small group more closely than the policy allows', async () => {
  const met = { tables: 0, cells: 0, withheld: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(randomReleases, async (random) => {
      const { tables, refused } = publishOneByOne(random);
      const { tooClose, withheld } = await audit(tables, random.policy);
      expect(tooClose).toEqual([]);
      met.tables += tables.length;
      met.cells += tables.reduce((sum, { cells }) => sum + cells.length, 0);
      met.withheld += withheld;
      met.refused += Number(refused);
    }),
    { seed: 20261202, numRuns: 2000, endOnFailure: true },
  );
  console.log(
    `${String(met.tables)} tables, ${String(met.cells)} cells, ${String(met.withheld)} withheld counts looked at, ${String(met.refused)} series refused`,
  );
  expect(met.withheld).toBeGreaterThan(5_000);
});
