import { comparisonPeriod, nonResponseFactor, percent, responseRate, sharesOf } from '@strapetsi/indicators';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';

const reference = new URL('../../../shared/reference/', import.meta.url);
const reason = existsSync(reference) ? undefined : 'The figures of others (../shared/reference) are not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

function read<T>(schema: z.ZodMiniType<T>, path: string): T {
  return schema.parse(JSON.parse(readFileSync(new URL(path, reference), 'utf8')));
}

const distribution = z.object({
  jakauma: z.record(z.string(), z.number()),
  osuudet: z.record(z.string(), z.number()),
});
const day = z.nullable(z.string());
const cases = z.object({
  prosentteina: z.array(z.object({ osuus: z.union([z.number(), z.string()]), odotettu: z.number() })),
  asteikkoJakauma: z.array(distribution),
  kyllaEiJakauma: z.array(distribution),
  monivalintaJakauma: z.array(distribution),
  vertailujakso: z.array(
    z.object({ alkupvm: day, loppupvm: day, odotettu: z.object({ alkupvm: day, loppupvm: day }) }),
  ),
});
const report = z.object({
  raportti: z.array(
    z.object({
      kysymykset: z.array(
        z.object({
          jakauma: z.array(z.object({ lukumaara: z.array(z.number()), osuus: z.array(z.number()) })),
        }),
      ),
    }),
  ),
});
const corrections = z.object({
  cases: z.array(z.object({ rahoituskausi: z.string(), vastausosuus: z.number(), katokorjauskerroin: z.number() })),
});

describe('aipal’s cases of reports (raportointi_test.clj)', () => {
  const given = () => read(cases, 'aipal/feedback-report-cases.json');

  test('shares are rounded as there', () => {
    for (const { osuus, odotettu } of given().prosentteina) {
      const [count, whole] = osuus === '1/3' ? [1, 3] : [Math.round(Number(osuus) * 1000), 1000];
      expect(percent(count, whole)).toBe(odotettu);
    }
  });

  test('distributions of scales, yes and no, and multiple choices are as there', () => {
    const { asteikkoJakauma, kyllaEiJakauma, monivalintaJakauma } = given();
    const all = [...asteikkoJakauma, ...kyllaEiJakauma, ...monivalintaJakauma];
    expect(all).toHaveLength(16);
    for (const { jakauma, osuudet } of all) {
      const options = Object.keys(osuudet).filter((option) => option !== 'eos');
      const shares = sharesOf({
        options: options.map((option) => jakauma[option] ?? 0),
        cantSay: jakauma['eos'] ?? 0,
      });
      expect(shares.options).toEqual(options.map((option) => osuudet[option]));
      expect(shares.cantSay).toBe(osuudet['eos'] ?? 0);
    }
  });

  test('periods of comparison are as there', () => {
    const period = (from: string | null, to: string | null) => ({ ...(from && { from }), ...(to && { to }) });
    for (const { alkupvm, loppupvm, odotettu } of given().vertailujakso)
      expect(comparisonPeriod(period(alkupvm, loppupvm))).toEqual(period(odotettu.alkupvm, odotettu.loppupvm));
  });
});

test('every share of aipal’s two development reports follows from the counts beside it', () => {
  let compared = 0;
  for (const file of ['kehitysraportin-perustapaus.json', 'kehitysraportti-eivastaajia.json']) {
    for (const { jakauma } of read(report, `aipal/${file}`).raportti.flatMap(({ kysymykset }) => kysymykset)) {
      const series = jakauma[0]?.lukumaara.length ?? 0;
      for (let at = 0; at < series; at++) {
        const counts = jakauma.map(({ lukumaara }) => lukumaara[at] ?? 0);
        expect(sharesOf({ options: counts }).options).toEqual(jakauma.map(({ osuus }) => osuus[at]));
        compared += counts.length;
      }
    }
  }
  // 8 background questions with 34 options and 9 questions with 36, in three series.
  expect(compared).toBe(3 * 70);
});

test('antero’s corrections of non-response are met to the 12 decimals they are given in', () => {
  const { cases: given } = read(corrections, 'antero/coefficients/non-response-correction.json');
  expect(given).toHaveLength(7);
  for (const { rahoituskausi, vastausosuus, katokorjauskerroin } of given) {
    const targets = { asked: 100, answered: Math.round(vastausosuus * 100) };
    expect(responseRate(targets)).toBe(vastausosuus);
    expect(nonResponseFactor(rahoituskausi, targets)).toBeCloseTo(katokorjauskerroin, 12);
  }
});
