import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishOneByOne, randomReleases } from '../../testing/random-releases.js';
import { audit } from '../audit/audit.js';

/** Always the same twelve; `audit/random-releases.test.ts` has more of them. */
const samples = fc.sample(randomReleases, { seed: 12, numRuns: 12 });

describe('releases after each other, with totals, links and slices', () => {
  it.each(samples.map((random, at) => ({ at: at + 1, random })))(
    'no. $at let nothing be inferred',
    async ({ random }) => {
      const { tables } = publishOneByOne(random);
      expect((await audit(tables, random.policy)).tooClose).toEqual([]);
    },
  );
});
