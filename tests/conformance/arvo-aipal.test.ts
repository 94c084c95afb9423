import {
  calculateInMemory,
  feedbackDistribution,
  feedbackDistributionOver,
  feedbackMean,
  feedbackResponseRate,
  meanOf,
  sharesOf,
  standardDeviationOf,
  type CalculateOptions,
  type Definition,
} from '@strapetsi/indicators';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readFiles, type Reading } from './arvo-files.js';

const reference = new URL('../../../shared/reference/aipal/', import.meta.url);
const reason = existsSync(reference)
  ? undefined
  : 'The data of Arvo’s predecessor (../shared/reference/aipal) are not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

const file = (name: string) => readFileSync(new URL(name, reference), 'utf8');
const replies = () => readFiles([file('vipunen-vastauksia.json')]);

const reports = z.object({
  raportti: z.array(
    z.object({
      kysymysryhmaid: z.number(),
      kysymykset: z.array(
        z.object({
          kysymysid: z.number(),
          vastaustyyppi: z.string(),
          keskiarvo: z.nullish(z.array(z.nullable(z.number()))),
          keskihajonta: z.nullish(z.array(z.nullable(z.number()))),
          vastaajien_lukumaara: z.array(z.number()),
          jakauma: z.array(z.object({ lukumaara: z.array(z.number()), osuus: z.array(z.number()) })),
        }),
      ),
    }),
  ),
});

/** The questions of carrying out a qualification, to which the same five replied as in the data. */
const GROUP = 3_341_887;
const reported = () =>
  reports
    .parse(JSON.parse(file('kehitysraportti-eivastaajia.json')))
    .raportti.filter(({ kysymysryhmaid }) => kysymysryhmaid === GROUP)
    .flatMap(({ kysymykset }) => kysymykset);

function cellsBy(reading: Reading, definition: Definition, by: CalculateOptions['by']) {
  const { cells } = calculateInMemory(reading.batches, definition, {
    by,
    period: { from: '2016-01-01', to: '2016-12-31' },
    asOf: '2017-01-01',
  });
  return new Map(cells.flatMap((cell) => ('amounts' in cell ? [[cell.key.join(' '), cell] as const] : [])));
}

const grades = feedbackDistribution;
const yesNo = feedbackDistributionOver([
  { code: 1, label: { fi: 'Kyllä', sv: 'Ja', en: 'Yes' } },
  { code: 0, label: { fi: 'Ei', sv: 'Nej', en: 'No' } },
]);

describe('the 105 answers of Arvo’s predecessor', () => {
  test('are all read, as 11 replies to 3 surveys of 2 providers', async () => {
    const { summary, responses, codes } = await replies();
    expect(summary).toMatchObject({
      read: 105,
      facts: 105,
      refused: 0,
      answers: { read: 105, facts: 105, refused: 0, freeText: 0 },
      replies: 11,
      persons: 11,
    });
    expect(codes).toEqual(['targets-missing']);
    expect(new Set(responses.map(({ survey }) => survey))).toEqual(new Set(['-1', '-2', '-3']));
    expect(new Set(responses.map(({ provider }) => provider))).toEqual(new Set(['2345678-0', '2325448-4']));
    expect(responses.every(({ day }) => day === '2016-02-04')).toBe(true);
    // Four of the five who gave nine answers each aimed at units: 36 of the 105 rows say so.
    expect(responses.filter(({ education }) => education === 'qualificationUnits')).toHaveLength(4);
    expect(summary.questions.map(({ type }) => type).sort()).toEqual([
      ...Array<string>(1).fill('choice'),
      ...Array<string>(12).fill('scale'),
      ...Array<string>(6).fill('yesNo'),
    ]);
  });

  test('give the counts and shares of its report', async () => {
    const reading = await replies();
    const questions = reported();
    expect(questions).toHaveLength(9);
    const [ofGrades, ofYesNo] = [cellsBy(reading, grades, ['question']), cellsBy(reading, yesNo, ['question'])];
    for (const { kysymysid, vastaustyyppi, jakauma, vastaajien_lukumaara } of questions) {
      const cells = vastaustyyppi === 'kylla_ei_valinta' ? ofYesNo : ofGrades;
      const cell = cells.get(String(kysymysid));
      const counts = jakauma.map(({ lukumaara }) => lukumaara[0] ?? 0);
      expect(cell?.amounts.slice(0, counts.length)).toEqual(counts);
      expect(cell?.n).toBe(vastaajien_lukumaara[0]);
      expect(sharesOf({ options: counts }).options).toEqual(jakauma.map(({ osuus }) => osuus[0]));
    }
  });

  test('give its means and standard deviations', async () => {
    const cells = cellsBy(await replies(), feedbackMean, ['question']);
    const scales = reported().filter(({ keskiarvo }) => keskiarvo !== undefined && keskiarvo !== null);
    expect(scales).toHaveLength(6);
    for (const { kysymysid, keskiarvo, keskihajonta } of scales) {
      const [n = 0, sum = 0, squares = 0] = cells.get(String(kysymysid))?.amounts ?? [];
      expect(meanOf({ n, sum })).toBe(keskiarvo?.[0]);
      expect(standardDeviationOf({ n, sum, squares }, 'sample')).toBe(keskihajonta?.[0]);
    }
  });

  test('have no response rate, for nobody says who was asked', async () => {
    expect(cellsBy(await replies(), feedbackResponseRate, []).get('')?.amounts).toEqual([0, 11]);
  });

  test('in one file and in two of them are the same replies', async () => {
    const all: unknown = JSON.parse(file('vipunen-vastauksia.json'));
    const list = z.array(z.looseObject({ vastaajaid: z.number() })).parse(all);
    const parts = [list.filter((_, at) => at % 2 === 0), list.filter((_, at) => at % 2 === 1)];
    const [whole, divided] = [await replies(), await readFiles(parts)];
    const byKey = (reading: Reading) => new Map(reading.responses.map(({ key, answers }) => [key, answers]));
    expect(byKey(divided)).toEqual(byKey(whole));
  });

  test('of the two further files, choices are read by the order of their options', async () => {
    for (const [name, read] of [
      ['vipunen-koulutuksenjarjestajan-kysymykset.json', 21] as const,
      ['vipunen-valtakunnalliset-perus.json', 20] as const,
    ]) {
      const { summary, codes } = await readFiles([file(name)]);
      expect(summary).toMatchObject({ read, facts: read, refused: 0, answers: { read, facts: read } });
      expect(codes).toEqual(['targets-missing']);
    }
  });
});
