import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomShare } from '../../testing/random-share.js';
import { cochranArmitage } from './cochran-armitage.js';
import { StatisticsInputError } from './errors.js';

/** Smokers among patients with lung cancer in four studies, Fleiss (1981): the example of R’s `prop.test` and `prop.trend.test`. */
const smokers = [83, 90, 129, 70];
const patients = [86, 93, 136, 82];
const studies = smokers.map((numerator, study) => ({ numerator, denominator: patients[study] ?? 0 }));

describe('the trend of shares over ordered groups', () => {
  it('is as R’s prop.trend.test prints it', () => {
    // X-squared = 8.2249, df = 1, p-value = 0.004132.
    const found = cochranArmitage(studies);
    expect(found?.chiSquare.toFixed(4)).toBe('8.2249');
    expect(found?.p.toFixed(6)).toBe('0.004132');
    expect(found?.z).toBeLessThan(0);
  });

  it('takes scores of one’s own, as prop.trend.test(smokers, patients, c(0, 0, 0, 1))', () => {
    // X-squared = 12.173, df = 1, p-value = 0.0004848.
    const scores = [0, 0, 0, 1];
    const found = cochranArmitage(studies.map((study, position) => ({ ...study, score: scores[position] ?? 0 })));
    expect(found?.chiSquare.toFixed(3)).toBe('12.173');
    expect(found?.p.toFixed(7)).toBe('0.0004848');
  });

  it('is worked out by hand, and rises where shares do', () => {
    // p = 0.4: 20 / √(0.24 · 200) = √(400 / 48).
    const found = cochranArmitage([30, 40, 50].map((numerator) => ({ numerator, denominator: 100 })));
    expect(found?.z).toBeCloseTo(Math.sqrt(400 / 48), 13);
    expect(found?.chiSquare).toBeCloseTo(400 / 48, 12);
  });

  it('is none where all shares are 0 or 1, or all scores the same', () => {
    const of = (numerator: number, score: number) => ({ numerator, denominator: 10, score });
    expect(cochranArmitage([of(0, 1), of(0, 2)])).toBeUndefined();
    expect(cochranArmitage([of(10, 1), of(10, 2)])).toBeUndefined();
    expect(cochranArmitage([of(3, 2), of(7, 2)])).toBeUndefined();
  });

  it('is the same whatever the unit and the beginning of the scores, and turns with the order', () => {
    fc.assert(
      fc.property(fc.array(randomShare, { minLength: 2, maxLength: 12 }), (groups) => {
        const found = cochranArmitage(groups);
        const years = cochranArmitage(groups.map((group, position) => ({ ...group, score: 2019 + 2 * position })));
        const turned = cochranArmitage([...groups].reverse());
        if (found === undefined) return;
        expect(years?.z).toBeCloseTo(found.z, 8);
        expect(turned?.z).toBeCloseTo(-found.z, 9);
        expect(turned?.p).toBeCloseTo(found.p, 9);
      }),
    );
  });

  it('refuses fewer than two groups, what is no share and what is no score', () => {
    const half = { numerator: 1, denominator: 2 };
    expect(() => cochranArmitage([half])).toThrow(StatisticsInputError);
    expect(() => cochranArmitage([half])).toThrow(
      expect.objectContaining({ code: 'length', path: 'groups', found: '1' }),
    );
    expect(() => cochranArmitage([half, { numerator: 3, denominator: 2 }])).toThrow(
      expect.objectContaining({ path: 'groups[1].numerator' }),
    );
    expect(() => cochranArmitage([half, { ...half, score: Number.NaN }])).toThrow(
      expect.objectContaining({ path: 'groups[1].score' }),
    );
  });
});
