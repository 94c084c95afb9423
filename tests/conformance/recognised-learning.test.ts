import {
  assessedUnits,
  calculateInMemory,
  fundedRecognisedPoints,
  recognisedAreas,
  recognisedPoints,
  recognisedUnits,
  type CalculateOptions,
  type Definition,
  type Facts,
} from '@strapetsi/indicators';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { code, document, onlyBatch, performance, read, readDocuments, right, type Json } from './koski-documents.js';

const reference = new URL('../../../shared/reference/koski/', import.meta.url);
const reason = existsSync(reference) ? undefined : 'reference data of others (../shared/reference) is not here';

const always: CalculateOptions = { by: [], period: { from: '2000-01-01', to: '2029-12-31' }, asOf: '2030-01-01' };

/** Amounts by key. */
function amounts(
  facts: Facts,
  definition: Definition,
  asked: Partial<CalculateOptions> = {},
): Readonly<Record<string, readonly number[]>> {
  const { cells } = calculateInMemory([facts], definition, { ...always, ...asked });
  return Object.fromEntries(cells.map((cell) => [cell.key.join(' '), 'amounts' in cell ? cell.amounts : []]));
}

describe('recognised parts are those of KOSKI’s report of partial qualifications', () => {
  /*
   * Figures of KOSKI's AmmatillinenOsittainenRaporttiSpec (Opetushallitus/koski), restated with units of our own making: 3 vocational
   * units of 89.0 points, 2 of them recognised (1 funded) of 45.0; 2 common units of 23.0, 1 recognised and funded of 9.0; 8 mandatory
   * areas and 1 optional, 1 of them recognised, not funded.
   */
  const recognised = (rahoituksenPiirissä: boolean): Json => ({ tunnustettu: { selite: {}, rahoituksenPiirissä } });
  const unit = (koodi: string, group: '1' | '2', arvo: number, rest: Json = {}): Json => ({
    tyyppi: code('ammatillisentutkinnonosa', 'suorituksentyyppi'),
    koulutusmoduuli: {
      tunniste: code(koodi, 'tutkinnonosat'),
      laajuus: { arvo, yksikkö: code('6', 'opintojenlaajuusyksikko') },
    },
    tutkinnonOsanRyhmä: code(group, 'ammatillisentutkinnonosanryhma'),
    arviointi: [{ päivä: '2014-10-20', hyväksytty: true }],
    ...rest,
  });
  const area = (pakollinen: boolean, rest: Json = {}): Json => ({
    tyyppi: code('ammatillisentutkinnonosanosaalue', 'suorituksentyyppi'),
    koulutusmoduuli: {
      tunniste: code('AI', 'ammatillisenoppiaineet'),
      laajuus: { arvo: 2.5, yksikkö: code('6', 'opintojenlaajuusyksikko') },
      pakollinen,
    },
    arviointi: [{ päivä: '2014-10-20', hyväksytty: true }],
    ...rest,
  });
  const mandatory = (count: number) => Array.from({ length: count }, () => area(true));
  const osasuoritukset = [
    unit('100431', '1', 44),
    unit('100432', '1', 25, recognised(false)),
    unit('100439', '1', 20, recognised(true)),
    unit('101053', '2', 14, { osasuoritukset: [...mandatory(4), area(true, recognised(false)), area(false)] }),
    unit('101054', '2', 9, { ...recognised(true), osasuoritukset: mandatory(3) }),
  ];

  async function facts(): Promise<Facts> {
    const partial = performance('ammatillinentutkintoosittainen', { osasuoritukset });
    return onlyBatch(await readDocuments([document(1, [right(1, { suoritukset: [partial] })])]));
  }

  test('units: 2 of 3 vocational and 1 of 2 common ones, 1 and 1 of them funded', async () => {
    const batch = await facts();
    expect(amounts(batch, recognisedUnits, { by: ['unitType'] })).toEqual({ vocational: [3, 2], common: [2, 1] });
    expect(amounts(batch, assessedUnits, { by: ['unitType'], only: { recognition: ['recognisedFunded'] } })).toEqual({
      vocational: [1],
      common: [1],
    });
  });

  test('areas of common units: 1 of 9, none funded', async () => {
    expect(amounts(await facts(), recognisedAreas)).toEqual({ '': [9, 1] });
  });

  test('points: 45.0 of 89.0 and 9.0 of 23.0, of which 20 and 9 are funded', async () => {
    const batch = await facts();
    expect(amounts(batch, recognisedPoints, { by: ['unitType'] })).toEqual({
      vocational: [89_000, 45_000],
      common: [23_000, 9_000],
    });
    expect(amounts(batch, fundedRecognisedPoints)).toEqual({ '': [54_000, 29_000] });
  });
});

describe('recognised parts of KOSKI’s own examples', () => {
  beforeEach((context) => {
    if (reason !== undefined) context.skip(reason);
  });

  async function example(file: string): Promise<Facts> {
    return onlyBatch(await read(readFileSync(new URL(`examples/${file}`, reference))));
  }

  test('of a whole qualification are those of the national report: no vocational unit, one area', async () => {
    const expected = JSON.parse(
      readFileSync(new URL('expected/credits-of-one-qualification.json', reference), 'utf8'),
    ) as {
      readonly vocationalUnits: Readonly<Record<'count' | 'recognised', number>>;
      readonly commonUnits: Readonly<Record<'count' | 'mandatoryAreas' | 'optionalAreas' | 'recognisedAreas', number>>;
    };
    const { vocationalUnits, commonUnits } = expected;
    const facts = await example('ammatillinen-perustutkinto_2024-08-13.json');
    expect(amounts(facts, recognisedUnits, { by: ['unitType'] })).toMatchObject({
      vocational: [vocationalUnits.count, vocationalUnits.recognised],
      common: [commonUnits.count, 0],
    });
    expect(amounts(facts, recognisedAreas)).toEqual({
      '': [commonUnits.mandatoryAreas + commonUnits.optionalAreas, commonUnits.recognisedAreas],
    });
  });

  test('of several qualifications are what its document says: 25 not funded, 10 and 12 funded, of 102; one area of 14', async () => {
    const facts = await example('ammatillinen-valmistunutosittainensuoritususeastatutkinnosta_2025-10-29.json');
    expect(amounts(facts, recognisedUnits)).toEqual({ '': [7, 3] });
    expect(amounts(facts, recognisedPoints)).toEqual({ '': [102_000, 25_000 + 10_000 + 12_000] });
    expect(amounts(facts, fundedRecognisedPoints)).toEqual({ '': [47_000, 22_000] });
    expect(amounts(facts, recognisedAreas)).toEqual({ '': [14, 1] });
  });
});
