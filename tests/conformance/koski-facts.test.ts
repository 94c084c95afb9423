import { dayFromIso, isoFromDay, NO_DAY, OPEN, type Facts } from '@strapetsi/indicators';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, document, onlyBatch, performance, readDocuments, right, states, type Json } from './koski-documents.js';

const day = (iso: string) => dayFromIso(iso);
const iso = (value: number | undefined) => (value === OPEN ? 'open' : isoFromDay(value ?? 0));

async function batchOf(rest: Json): Promise<Facts> {
  return onlyBatch(await readDocuments([document(1, [right(1, rest)])]));
}

/** `start–end began state funding share` of each period. */
async function periodsOf(rest: Json): Promise<string[]> {
  const { periods } = await batchOf(rest);
  return Array.from({ length: periods.count }, (_, i) =>
    [
      `${iso(periods.start[i])}–${iso(periods.end[i])}`,
      iso(periods.stateBegan[i]),
      periods.state[i],
      periods.funding[i],
      (periods.share[i] ?? 0) / 10_000,
    ].join(' '),
  );
}

describe('periods', () => {
  test('end the day before the next begins; a final state lasts its one day', async () => {
    expect(
      await periodsOf({
        tila: states(
          ['2022-08-09', 'lasna'],
          ['2023-06-05', 'loma'],
          ['2023-08-08', 'lasna'],
          ['2024-05-31', 'valmistunut'],
        ),
      }),
    ).toEqual([
      '2022-08-09–2023-06-04 2022-08-09 0 1 100',
      '2023-06-05–2023-08-07 2023-06-05 1 1 100',
      '2023-08-08–2024-05-30 2023-08-08 0 1 100',
      '2024-05-31–2024-05-31 2024-05-31 3 1 100',
    ]);
  });

  test('a change of only funding or part time cuts, and does not move the first day of the state', async () => {
    const rest = {
      tila: states(['2023-01-09', 'loma', '1'], ['2023-02-01', 'loma', '14']),
      lisätiedot: {
        osaAikaisuusjaksot: [
          { alku: '2023-01-20', loppu: '2023-01-25', osaAikaisuus: 60 },
          { alku: '2023-03-01', osaAikaisuus: 33 },
        ],
      },
    };
    expect(await periodsOf(rest)).toEqual([
      '2023-01-09–2023-01-19 2023-01-09 1 1 100',
      '2023-01-20–2023-01-25 2023-01-09 1 1 60',
      '2023-01-26–2023-01-31 2023-01-09 1 1 100',
      '2023-02-01–2023-02-28 2023-01-09 1 14 100',
      '2023-03-01–open 2023-01-09 1 14 33',
    ]);
  });

  test('nothing is cut where nothing changes', async () => {
    const rest = {
      tila: states(['2023-01-09', 'lasna'], ['2023-02-01', 'lasna'], ['2023-03-01', 'lasna']),
      lisätiedot: {
        osaAikaisuusjaksot: [
          { alku: '2023-01-20', loppu: '2023-01-25', osaAikaisuus: 50 },
          { alku: '2023-01-26', loppu: '2023-02-10', osaAikaisuus: 50 },
        ],
      },
    };
    expect(await periodsOf(rest)).toEqual([
      '2023-01-09–2023-01-19 2023-01-09 0 1 100',
      '2023-01-20–2023-02-10 2023-01-09 0 1 50',
      '2023-02-11–open 2023-01-09 0 1 100',
    ]);
  });

  test('of part-time periods that overlap the first listed holds', async () => {
    const rest = {
      lisätiedot: {
        osaAikaisuusjaksot: [
          { alku: '2023-02-01', loppu: '2023-03-31', osaAikaisuus: 50 },
          { alku: '2023-03-01', loppu: '2023-04-30', osaAikaisuus: 80 },
        ],
      },
    };
    expect((await periodsOf(rest)).map((period) => period.split(' ').at(-1))).toEqual(['100', '50', '80', '100']);
  });

  test('a state begun again after another one begins anew', async () => {
    expect(
      (await periodsOf({ tila: states(['2023-01-09', 'loma'], ['2023-01-16', 'lasna'], ['2023-01-23', 'loma']) })).map(
        (period) => period.split(' ')[1],
      ),
    ).toEqual(['2023-01-09', '2023-01-16', '2023-01-23']);
  });

  test('an unknown state leaves a gap, and the same state after it begins anew', async () => {
    expect(
      await periodsOf({ tila: states(['2023-01-09', 'loma'], ['2023-02-01', 'outo'], ['2023-03-01', 'loma']) }),
    ).toEqual(['2023-01-09–2023-01-31 2023-01-09 1 1 100', '2023-03-01–open 2023-03-01 1 1 100']);
  });

  test('cover every day from the first to the end once, with the share and state of a day-by-day reading', async () => {
    const first = day('2022-01-01');
    const dayIn = fc.integer({ min: first, max: first + 120 });
    const state = fc.constantFrom('lasna', 'loma', 'valiaikaisestikeskeytynyt');
    const changes = fc.uniqueArray(fc.tuple(dayIn, state, fc.constantFrom('1', '2')), {
      minLength: 1,
      maxLength: 6,
      selector: ([start]) => start,
    });
    const partTimes = fc.array(fc.tuple(dayIn, fc.option(fc.nat(60)), fc.integer({ min: 0, max: 99 })), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(changes, fc.boolean(), partTimes, async (unordered, ends, shares) => {
        const ordered = [...unordered].sort((a, b) => a[0] - b[0]);
        const last = first + 130;
        const { periods } = await batchOf({
          tila: states(
            ...ordered.map(([start, tila, funding]) => [isoFromDay(start), tila, funding] as const),
            ...(ends ? [[isoFromDay(last), 'eronnut', '1'] as const] : []),
          ),
          lisätiedot: {
            osaAikaisuusjaksot: shares.map(([start, length, osaAikaisuus]) => ({
              alku: isoFromDay(start),
              ...(length === null ? {} : { loppu: isoFromDay(start + length) }),
              osaAikaisuus,
            })),
          },
        });
        let at = ordered[0]?.[0] ?? 0;
        for (let i = 0; i < periods.count; i++) {
          expect(periods.start[i]).toBe(at);
          const end = Math.min(periods.end[i] ?? 0, first + 200);
          for (; at <= end; at++) {
            const change = ordered.filter(([start]) => start <= at).at(-1);
            const share = shares.find(([start, length]) => start <= at && (length === null || at <= start + length));
            expect(periods.share[i]).toBe(share === undefined ? 1_000_000 : share[2] * 10_000);
            if (ends && at >= last) continue;
            expect(periods.funding[i]).toBe(Number(change?.[2]));
          }
        }
        expect(at - 1).toBe(ends ? last : first + 200);
      }),
      { numRuns: 300 },
    );
  });

  test('instants are days of Helsinki', async () => {
    const rest = {
      tila: {
        opiskeluoikeusjaksot: [
          { alku: '2017-10-25T21:00Z', tila: code('lasna', 'x'), opintojenRahoitus: code('1', 'x') },
        ],
      },
    };
    expect(iso((await batchOf(rest)).rights.start[0])).toBe('2017-10-26');
  });
});

describe('study rights', () => {
  test('start, end, estimated end, confirmation and what they belong to', async () => {
    const { rights, dictionaries } = await batchOf({
      tila: states(['2022-08-09', 'lasna'], ['2024-05-31', 'valmistunut']),
      arvioituPäättymispäivä: '2025-05-31',
      ostettu: true,
      sisältyyOpiskeluoikeuteen: { oid: '1.2.246.562.15.2' },
      suoritukset: [performance('ammatillinentutkinto', { vahvistus: { päivä: '2024-05-30' } })],
    });
    expect([rights.start[0], rights.end[0], rights.estimatedEnd[0], rights.confirmed[0]].map(iso)).toEqual([
      '2022-08-09',
      '2024-05-31',
      '2025-05-31',
      '2024-05-30',
    ]);
    expect([rights.purchased[0], rights.nested[0], rights.tuva[0]]).toEqual([1, 1, 0]);
    expect(dictionaries.provider).toMatchObject({
      keys: ['1.2.246.562.10.346830761110'],
      labels: [{ fi: 'Järjestäjä' }],
    });
    expect(dictionaries.school.labels[0]).toEqual({ fi: 'Ammattiopisto', sv: 'Yrkesinstitut' });
    expect(dictionaries.location.labels[0]).toEqual({ fi: 'Toimipiste', sv: 'Verksamhetsställe' });
    expect(dictionaries.qualification.keys[rights.qualification[0] ?? -1]).toBe('361902');
  });

  test('what is missing is missing', async () => {
    const { rights } = await batchOf({ suoritukset: [], koulutustoimija: undefined });
    expect([rights.estimatedEnd[0], rights.confirmed[0]]).toEqual([NO_DAY, NO_DAY]);
    expect([rights.end[0], rights.provider[0], rights.qualification[0], rights.location[0]]).toEqual([
      OPEN,
      -1,
      -1,
      -1,
    ]);
  });

  test('the whole qualification leads, wherever it stands', async () => {
    const { rights, dictionaries } = await batchOf({
      suoritukset: [
        performance('muuammatillinenkoulutus'),
        performance('ammatillinentutkintoosittainen'),
        performance('ammatillinentutkinto'),
      ],
    });
    expect(dictionaries.performanceType.keys[rights.performanceType[0] ?? -1]).toBe('ammatillinentutkinto');
    expect([rights.education[0], rights.julyRule[0]]).toEqual([0, 0]);
  });

  test('TUVA, general upper secondary and basic education are read by periods and kind', async () => {
    const of = (type: string, performanceType: string) =>
      right(1, {
        oid: undefined,
        tyyppi: code(type, 'opiskeluoikeudentyyppi'),
        suoritukset: [performance(performanceType)],
      });
    const { rights, periods } = onlyBatch(
      await readDocuments([
        document(1, [
          of('tuva', 'tuvakoulutuksensuoritus'),
          of('lukiokoulutus', 'lukionoppimaara'),
          of('perusopetus', 'perusopetuksenoppimaara'),
        ]),
      ]),
    );
    expect([...rights.education]).toEqual([2, 1, 4]);
    expect([...rights.tuva]).toEqual([1, 0, 0]);
    expect(periods.count).toBe(3);
  });

  test('are known by their oid, else by their source’s id, else by their place', async () => {
    const source = (id: string) => ({ id, lähdejärjestelmä: code('primus', 'lahdejarjestelma') });
    const { rights } = onlyBatch(
      await readDocuments([
        document(1, [
          right(1),
          right(2, { oid: undefined, lähdejärjestelmänId: source('A-17') }),
          right(3, { oid: undefined, lähdejärjestelmänId: source('Matti M') }),
          right(4, { oid: undefined }),
        ]),
      ]),
    );
    expect(rights.key[0]).toBe('1.2.246.562.15.00000000001');
    expect(rights.key[1]).toBe('primus:A-17');
    expect(rights.key[2]).toMatch(/^[0-9a-f]{32}$/);
    expect(rights.key[3]).toMatch(/^[0-9a-f]{32}:1:3$/);
  });

  test('spells: ways of acquiring competence, agreements and additional information', async () => {
    const { spells, dictionaries } = await batchOf({
      tila: states(['2023-01-09', 'lasna'], ['2024-05-31', 'valmistunut']),
      lisätiedot: {
        majoitus: [{ alku: '2023-02-01', loppu: '2023-03-01' }],
        hojks: { loppu: '2023-04-01' },
        henkilöstökoulutus: true,
        koulutusvienti: false,
        maksuttomuus: [
          { alku: '2023-01-09', maksuton: true },
          { alku: '2023-08-01', maksuton: false },
        ],
      },
      suoritukset: [
        performance('ammatillinentutkinto', {
          osaamisenHankkimistavat: [
            { alku: '2023-01-09', osaamisenHankkimistapa: { tunniste: code('koulutussopimus', 'x') } },
          ],
          järjestämismuodot: [{ alku: '2023-01-09', järjestämismuoto: { tunniste: code('20', 'jarjestamismuoto') } }],
          koulutussopimukset: [{ alku: '2023-02-01', loppu: '2023-02-28' }],
        }),
      ],
    });
    const read = Array.from(
      { length: spells.count },
      (_, i) => `${dictionaries.spell.keys[spells.kind[i] ?? -1]} ${iso(spells.start[i])}–${iso(spells.end[i])}`,
    );
    expect(read).toEqual([
      'majoitus 2023-02-01–2023-03-01',
      'hojks 2023-01-09–2023-04-01',
      'maksuttomuus 2023-01-09–open',
      'henkilöstökoulutus 2023-01-09–2024-05-31',
      'koulutussopimus 2023-01-09–open',
      'oppisopimus 2023-01-09–open',
      'koulutussopimusjakso 2023-02-01–2023-02-28',
    ]);
  });

  test('credits: the tree of parts, their points, first accepted assessment, recognition and raising', async () => {
    const unit = (koodi: string, rest: Json, module: Json = {}): Json => ({
      tyyppi: code('ammatillisentutkinnonosa', 'suorituksentyyppi'),
      koulutusmoduuli: {
        tunniste: code(koodi, 'tutkinnonosat'),
        laajuus: { arvo: 12.5, yksikkö: code('6', 'x') },
        pakollinen: true,
        ...module,
      },
      ...rest,
    });
    const { credits, dictionaries } = await batchOf({
      suoritukset: [
        performance('ammatillinentutkinto', {
          osasuoritukset: [
            unit('100431', {
              arviointi: [{ päivä: '2023-01-01', hyväksytty: false }, { päivä: '2023-03-01' }, { päivä: '2023-02-01' }],
              tutkinnonOsanRyhmä: code('1', 'x'),
              näyttö: {},
              osasuoritukset: [
                unit(
                  '1',
                  { tunnustettu: { rahoituksenPiirissä: true } },
                  { pakollinen: false, laajuus: { arvo: 3, yksikkö: code('8', 'x') } },
                ),
              ],
            }),
            unit(
              '100432',
              { tunnustettu: { selite: { fi: '…' } }, korotettu: code('korotettu', 'x') },
              { laajuus: undefined },
            ),
          ],
        }),
      ],
    });
    expect(Array.from(credits.unit, (at) => dictionaries.unit.keys[at])).toEqual(['100431', '1', '100432']);
    expect([...credits.parent]).toEqual([-1, 0, -1]);
    expect([...credits.points]).toEqual([12_500, -1, -1]);
    expect([...credits.assessed].map((each) => (each === NO_DAY ? '–' : iso(each)))).toEqual(['2023-02-01', '–', '–']);
    expect([...credits.group]).toEqual([1, 255, 255]);
    expect([...credits.mandatory]).toEqual([1, 0, 1]);
    expect([...credits.recognised]).toEqual([0, 2, 1]);
    expect([...credits.demonstrated]).toEqual([1, 0, 0]);
    expect([...credits.raised]).toEqual([0, 0, 1]);
  });
});
