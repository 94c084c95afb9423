import {
  calculateInMemory,
  competencePoints,
  courseOfStudies,
  creditsOfRight,
  fundingSets,
  type CalculateOptions,
  type Facts,
} from '@strapetsi/indicators';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { onlyBatch, read } from './koski-documents.js';

const reference = new URL('../../../shared/reference/', import.meta.url);
const reason = existsSync(reference) ? undefined : 'reference data of others (../shared/reference) is not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, reference), 'utf8')) as T;
const always: CalculateOptions = { by: [], period: { from: '2000-01-01', to: '2029-12-31' }, asOf: '2030-01-01' };

async function example(file: string): Promise<Facts> {
  return onlyBatch(await read(readFileSync(new URL(`koski/examples/${file}`, reference))));
}

/** Points by key, in competence points. */
function points(facts: Facts, asked: Partial<CalculateOptions>): Readonly<Record<string, number>> {
  const { cells } = calculateInMemory([facts], competencePoints, { ...always, ...asked });
  return Object.fromEntries(
    cells.map((cell) => [cell.key.join(' '), 'amounts' in cell ? (cell.amounts[0] ?? 0) / 1000 : Number.NaN]),
  );
}

describe('competence points', () => {
  // koski/expected/credits-of-one-qualification.json: the national report's own figures of this learner
  test('are those of KOSKI’s report of performances: all, by group of units, and by the day of assessment', async () => {
    const expected = json<{
      readonly creditsTotal: number;
      readonly vocationalUnits: { readonly credits: number };
      readonly commonUnits: { readonly credits: number };
      readonly creditsByAssessmentDate: readonly {
        readonly from: string;
        readonly to: string;
        readonly credits: number;
      }[];
    }>('koski/expected/credits-of-one-qualification.json');
    const facts = await example('ammatillinen-perustutkinto_2024-08-13.json');
    expect(points(facts, {})).toEqual({ '': expected.creditsTotal });
    expect(points(facts, { by: ['unitType'] })).toMatchObject({
      vocational: expected.vocationalUnits.credits,
      common: expected.commonUnits.credits,
    });
    for (const { credits, ...period } of expected.creditsByAssessmentDate)
      expect(points(facts, { period })).toEqual({ '': credits });
  });

  test('of every example are what credits of its right are, as far as its parts were assessed', async () => {
    const examples = readdirSync(new URL('koski/examples/', reference)).filter((file) => file.endsWith('.json'));
    const sums: number[] = [];
    for (const file of examples) {
      const facts = await example(file);
      const expected = facts.rights.key
        .map((_, at) => (facts.rights.nested[at] === 1 ? 0 : creditsOfRight(facts, at, { from: 0, to: 30_000 }).total))
        .reduce((sum, credits) => sum + credits, 0);
      expect([file, points(facts, {})['']]).toEqual([file, expected === 0 ? undefined : expected]);
      sums.push(expected);
    }
    expect(sums.filter((sum) => sum > 0).length).toBeGreaterThan(5);
  });
});

test('funding sets are those of the warehouse', () => {
  const flags = json<Readonly<Record<string, readonly number[]>>>('antero/codes/opintojenrahoitus-funding-flags.json');
  const names = {
    basic: 'sisaltyy_okm_perusrahoitus',
    performance: 'sisaltyy_okm_suoritusrahoitus',
    labourMarketTraining: 'tyovoimakoulutus',
  };
  for (const { id, members } of fundingSets) expect(members.map(Number)).toEqual(flags[names[id]]);
});

test('situations of the course of studies have the codes and the names of the warehouse, abbreviations written out', () => {
  const { codes } = json<{
    readonly codes: readonly { readonly kytkin: string; readonly koodi: number; readonly fi: string }[];
  }>('antero/codes/opintojen_kulku_priorisoitu_tilanne.json');
  const named = new Map(
    codes.flatMap(({ kytkin, koodi, fi }) => (kytkin === 'ammatillinen' ? [[koodi, fi] as const] : [])),
  );
  const [rule] = courseOfStudies.rules;
  const categories = rule?.measure.kind === 'distribution' ? rule.measure.categories : [];
  expect(categories.map(({ code }) => code)).toEqual([...named.keys()].sort((a, b) => a - b));
  for (const { code, label } of categories) {
    const words = (named.get(code) ?? '').split(/\bamm\. /);
    expect(words.every((part) => label.fi.includes(part))).toBe(true);
  }
});
