import fc from 'fast-check';
import { expect, it } from 'vitest';
import { publishOneByOne, randomReleases } from '../../testing/random-releases.js';
import { audit } from './audit.js';

it('an outsider with all tables of up to three releases can infer no small group more closely than the policy allows', async () => {
  const met = { withheld: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(randomReleases, async (random) => {
      const { tables, refused } = publishOneByOne(random);
      const { tooClose, withheld } = await audit(tables, random.policy);
      expect(tooClose).toEqual([]);
      met.withheld += withheld;
      met.refused += Number(refused);
    }),
    { seed: 20261201, numRuns: 60, endOnFailure: true },
  );
  expect(met.withheld).toBeGreaterThan(200);
  expect(met.refused).toBeLessThan(10);
}, 120_000);
