import { creditsOfRight, dayFromIso, type Facts } from '@strapetsi/indicators';
import { describe, expect, test } from 'vitest';
import { code, document, onlyBatch, performance, readDocuments, right, type Json } from './koski-documents.js';

const day = (iso: string) => dayFromIso(iso);

async function batchOf(rest: Json): Promise<Facts> {
  return onlyBatch(await readDocuments([document(1, [right(1, rest)])]));
}

describe('credits of one right', () => {
  // Figures of KOSKI's AmmatillinenTutkintoRaporttiSpec (Opetushallitus/koski 180e806b), restated with units of our own making.
  const osp = (arvo: number) => ({ arvo, yksikkö: code('6', 'opintojenlaajuusyksikko') });
  const unit = (koodi: string, arvo: number, assessed: string, rest: Json = {}, pakollinen = true): Json => ({
    tyyppi: code('ammatillisentutkinnonosa', 'suorituksentyyppi'),
    koulutusmoduuli: { tunniste: code(koodi, 'tutkinnonosat'), laajuus: osp(arvo), pakollinen },
    arviointi: [{ päivä: assessed, hyväksytty: true }],
    ...rest,
  });
  const area = (koodi: string, arvo: number, pakollinen: boolean, rest: Json = {}): Json => ({
    ...unit(koodi, arvo, '2014-10-20', rest, pakollinen),
    tyyppi: code('ammatillisentutkinnonosanosaalue', 'suorituksentyyppi'),
  });
  const group = (koodi: string) => ({ tutkinnonOsanRyhmä: code(koodi, 'ammatillisentutkinnonosanryhma') });
  const smaller = {
    tyyppi: code('ammatillisentutkinnonosaapienempikokonaisuus', 'suorituksentyyppi'),
    koulutusmoduuli: { laajuus: osp(7) },
    arviointi: [{ päivä: '2013-03-20' }],
  };
  const parts = [
    unit('100431', 40, '2015-01-01', group('1')),
    unit('100432', 35, '2014-10-20', { ...group('1'), näyttö: {} }),
    unit('100439', 15, '2014-10-20', group('1')),
    unit('100442', 15, '2014-10-20', group('1')),
    unit('100443', 15, '2014-10-20', { ...group('1'), näyttö: {} }),
    unit('100447', 15, '2014-10-20', { ...group('1'), näyttö: {}, osasuoritukset: [smaller] }),
    unit('101053', 11, '2014-10-20', {
      ...group('2'),
      osasuoritukset: [area('AI', 5, true), area('AI', 3, false), area('TK1', 1, true), area('VK', 2, true)],
    }),
    unit('101054', 12, '2014-10-20', {
      ...group('2'),
      osasuoritukset: [
        area('MA', 3, true),
        area('MA', 3, false),
        area('FK', 2, true),
        area('FK', 3, false),
        area('TVT', 1, true, { tunnustettu: {}, arviointi: [{ päivä: '2015-01-01' }] }),
      ],
    }),
    unit('101055', 8, '2014-10-20', { ...group('2'), osasuoritukset: [area('YTT', 8, true)] }),
    unit('101056', 7, '2014-10-20', { ...group('2'), osasuoritukset: [area('SKO', 7, true)] }),
    unit('enkku3', 5, '2014-10-20', group('4'), false),
    unit('soskultos1', 5, '2014-10-20', group('3'), false),
  ];

  test('total, vocational, common, freely chosen and expanding units', async () => {
    const facts = await batchOf({ suoritukset: [performance('ammatillinentutkinto', { osasuoritukset: parts })] });
    expect(creditsOfRight(facts, 0)).toEqual({
      total: 183,
      vocationalUnits: {
        count: 6,
        credits: 135,
        mandatory: { count: 6, credits: 135 },
        optional: { count: 0, credits: 0 },
        withDemonstration: 3,
        recognised: 0,
      },
      commonUnits: {
        count: 4,
        credits: 38,
        mandatoryAreas: { count: 8, credits: 29 },
        optionalAreas: { count: 3, credits: 9 },
        recognisedAreas: 1,
        recognised: 0,
      },
      freelyChosenUnits: { count: 1, credits: 5 },
      individuallyExpandingUnits: { count: 1, credits: 5 },
    });
    expect(creditsOfRight(facts, 0, { from: day('2015-01-01'), to: day('2015-02-02') }).total).toBe(40);
  });

  test('studies under the headings of general upper secondary and higher education count, the headings do not', async () => {
    const heading = (koodi: string, osasuoritukset: readonly Json[]): Json => ({
      tyyppi: code('ammatillisentutkinnonosa', 'suorituksentyyppi'),
      koulutusmoduuli: { tunniste: code(koodi, 'tutkinnonosatvalinnanmahdollisuus') },
      osasuoritukset,
    });
    const study = (type: string, arvo: number): Json => ({
      ...unit('x', arvo, '2023-05-01'),
      tyyppi: code(type, 'suorituksentyyppi'),
    });
    const facts = await batchOf({
      suoritukset: [
        performance('ammatillinentutkinto', {
          osasuoritukset: [
            heading('2', [study('ammatillinenkorkeakouluopintoja', 5)]),
            heading('1', [
              study('ammatillinenlukionopintoja', 3),
              area('TVT', 2, true),
              study('ammatillinenmuitaopintovalmiuksiatukeviaopintoja', 1),
            ]),
          ],
        }),
      ],
    });
    expect(creditsOfRight(facts, 0)).toMatchObject({ total: 11, vocationalUnits: { count: 4, credits: 11 } });
  });

  test('a unit without an assessment is completed only where the whole is confirmed; its points count, as in the report', async () => {
    const rest = { osasuoritukset: [{ ...unit('100431', 40, '2023-01-01'), arviointi: [] }] };
    const open = creditsOfRight(await batchOf({ suoritukset: [performance('ammatillinentutkinto', rest)] }), 0);
    expect(open).toMatchObject({ total: 40, vocationalUnits: { count: 0, credits: 40, mandatory: { count: 1 } } });
    const confirmed = performance('ammatillinentutkinto', { ...rest, vahvistus: { päivä: '2024-05-31' } });
    expect(creditsOfRight(await batchOf({ suoritukset: [confirmed] }), 0).vocationalUnits.count).toBe(1);
  });

  test('each right of a batch has its own credits', async () => {
    const of = (n: number, arvo: number) =>
      right(n, {
        suoritukset: [
          performance('ammatillinentutkinto', {
            osasuoritukset: [unit('100431', arvo, '2023-01-01'), unit('100432', arvo, '2023-01-01')],
          }),
        ],
      });
    const facts = onlyBatch(
      await readDocuments([document(1, [of(1, 10), of(2, 20)]), document(2, [right(3)]), document(3, [of(4, 30)])]),
    );
    expect([0, 1, 2, 3].map((at) => creditsOfRight(facts, at).total)).toEqual([20, 40, 0, 60]);
  });
});
