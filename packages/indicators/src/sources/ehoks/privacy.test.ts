import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUSINESS_ID, read } from '../../../testing/plan-documents.js';

describe('personal data', () => {
  // An artificial identity code (individual numbers 900–999 are given to nobody), and names that stand nowhere else.
  const MARKERS = [
    'Qvädrix',
    'Zyphönen',
    'marker.mail@zy.example',
    '010190-9012',
    '1.2.246.562.24.98765432109',
  ] as const;
  const marker = fc.constantFrom(...MARKERS);
  const broken = fc.oneof(
    marker,
    fc.array(marker),
    fc.dictionary(marker, marker),
    fc.constant(null),
    fc.double(),
    fc.boolean(),
  );
  const instead = (value: unknown) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: broken });
  const aWay = fc.record({
    'yksiloiva-tunniste': marker,
    alku: instead('2024-01-08'),
    loppu: instead('2024-03-28'),
    'osaamisen-hankkimistapa-koodi-uri': instead('osaamisenhankkimistapa_oppisopimus'),
    'osa-aikaisuustieto': instead(80),
    'ajanjakson-tarkenne': marker,
    'jarjestajan-edustaja': fc.record({ nimi: marker, rooli: marker }),
    keskeytymisajanjaksot: instead([{ alku: '2024-02-01', loppu: 'Qvädrix' }]),
    'tyopaikalla-jarjestettava-koulutus': fc.oneof(
      broken,
      fc.record({
        'vastuullinen-tyopaikka-ohjaaja': fc.record({ nimi: marker, sahkoposti: marker, puhelinnumero: marker }),
        'tyopaikan-nimi': marker,
        'tyopaikan-y-tunnus': instead(BUSINESS_ID),
        'keskeiset-tyotehtavat': fc.array(marker),
      }),
    ),
  });
  const aPlan = fc.record({
    id: instead(1),
    'oppija-oid': instead('1.2.246.562.24.98765432109'),
    'opiskeluoikeus-oid': instead('1.2.246.562.15.00000000001'),
    sahkoposti: marker,
    puhelinnumero: marker,
    'ensikertainen-hyvaksyminen': instead('2023-08-20'),
    'osaamisen-saavuttamisen-pvm': broken,
    'osaamisen-hankkimisen-tarve': broken,
    'aiemmin-hankitut-ammat-tutkinnon-osat': broken,
    'hankittavat-ammat-tutkinnon-osat': fc.array(
      fc.record({ 'tutkinnon-osa-koodi-uri': broken, 'osaamisen-hankkimistavat': fc.array(aWay, { maxLength: 2 }) }),
      { maxLength: 2 },
    ),
    'oppimisen-tuki': broken,
  });
  const leavings = async (text: string) => {
    const { plans, findings, summary } = await read(text, { file: 'f' });
    return JSON.stringify([plans, findings, summary]);
  };
  const expectNone = (text: string) => {
    for (const each of MARKERS) expect(text.toLowerCase()).not.toContain(each.toLowerCase());
  };

  it('of learners, mentors and others never leave the reader, whatever the plan looks like', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(aPlan, broken), { minLength: 1, maxLength: 3 }),
        fc.nat(),
        async (plans, at) => {
          const text = JSON.stringify(plans);
          expectNone(await leavings(text));
          expectNone(await leavings(JSON.stringify({ data: plans, meta: {} }, null, 1)));
          expectNone(await leavings(text.slice(0, at % text.length)));
        },
      ),
      { numRuns: 200 },
    );
  });
});
