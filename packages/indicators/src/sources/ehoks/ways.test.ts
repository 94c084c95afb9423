import { describe, expect, it, test } from 'vitest';
import { BUSINESS_ID, iso, plan, read, readOne, unit, way, type Json } from '../../../testing/plan-documents.js';

const readWay = (rest: Json) => readOne({ 'hankittavat-ammat-tutkinnon-osat': [unit([way(rest)])] });

describe('workplace periods', () => {
  it('of vocational, common and local units are those on training agreement or as an apprentice', async () => {
    const at = (identifier: string, kind: string) =>
      way({
        'yksiloiva-tunniste': identifier,
        'osaamisen-hankkimistapa-koodi-uri': `osaamisenhankkimistapa_${kind}`,
        'oppisopimuksen-perusta-koodi-uri': 'oppisopimuksenperusta_01',
      });
    const { plans, codes, summary } = await readOne({
      'hankittavat-ammat-tutkinnon-osat': [unit([at('a', 'koulutussopimus'), at('b', 'oppilaitosmuotoinenkoulutus')])],
      'hankittavat-yhteiset-tutkinnon-osat': [
        unit([], { 'osa-alueet': [{ 'osaamisen-hankkimistavat': [at('c', 'oppisopimus'), at('d', 'muu')] }] }),
      ],
      'hankittavat-paikalliset-tutkinnon-osat': [{ 'osaamisen-hankkimistavat': [at('e', 'koulutussopimus')] }],
    });
    expect(plans[0]?.workplaces.map(({ kind, path }) => [kind, path])).toEqual([
      ['trainingAgreement', 'hankittavat-ammat-tutkinnon-osat[0].osaamisen-hankkimistavat[0]'],
      ['apprenticeship', 'hankittavat-yhteiset-tutkinnon-osat[0].osa-alueet[0].osaamisen-hankkimistavat[0]'],
      ['trainingAgreement', 'hankittavat-paikalliset-tutkinnon-osat[0].osaamisen-hankkimistavat[0]'],
    ]);
    expect([codes, summary.workplacePeriods]).toEqual([[], 3]);
  });

  it('have days, a part-time share, an employer and interruptions', async () => {
    const { plans } = await readWay({
      keskeytymisajanjaksot: [{ alku: '2024-02-01', loppu: '2024-02-07' }, { alku: '2024-03-20' }],
    });
    const [period] = plans[0]?.workplaces ?? [];
    expect(period).toMatchObject({ share: 800_000, employer: BUSINESS_ID });
    expect([period?.start, period?.end].map((day) => iso(day ?? 0))).toEqual(['2024-01-08', '2024-03-28']);
    expect(period?.interruptions.map(({ start, end }) => `${iso(start)}–${iso(end)}`)).toEqual([
      '2024-02-01–2024-02-07',
      '2024-03-20–open',
    ]);
  });

  const workplace = (rest: Json) => ({ 'tyopaikalla-jarjestettava-koulutus': { 'tyopaikan-nimi': 'X', ...rest } });
  const apprentice = { 'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_oppisopimus' };
  const gaps = (...jaksot: readonly (readonly [string, string?])[]) => ({
    keskeytymisajanjaksot: jaksot.map(([alku, loppu]) => ({ alku, loppu })),
  });
  // The bounds are those of Opetushallitus/ehoks, src/oph/ehoks/hoks/schema.clj.
  test.each<readonly [string, Json, number | undefined]>([
    ['part-time-missing', { loppu: '2024-03-28', 'osa-aikaisuustieto': undefined }, 0],
    ['part-time-missing', { alku: '2023-01-01', loppu: '2023-07-01', 'osa-aikaisuustieto': undefined }, 0],
    ['', { alku: '2023-01-01', loppu: '2023-06-30', 'osa-aikaisuustieto': undefined }, 1_000_000],
    ['part-time-invalid', { 'osa-aikaisuustieto': 0 }, 0],
    ['part-time-invalid', { 'osa-aikaisuustieto': 101 }, 0],
    ['part-time-invalid', { 'osa-aikaisuustieto': 55.5 }, 0],
    ['part-time-invalid', { 'osa-aikaisuustieto': '80' }, 0],
    ['part-time-invalid', { alku: '2022-01-01', loppu: '2022-06-30', 'osa-aikaisuustieto': 0 }, 1_000_000],
    ['', { 'osa-aikaisuustieto': 1 }, 10_000],
    ['business-id-missing', { alku: '2021-08-01', loppu: '2021-08-26', ...workplace({}) }, 800_000],
    ['', { alku: '2021-08-01', loppu: '2021-08-25', ...workplace({}) }, 800_000],
    ['business-id-invalid', workplace({ 'tyopaikan-y-tunnus': '2345678-1' }), 800_000],
    ['workplace-missing', { 'tyopaikalla-jarjestettava-koulutus': undefined }, 800_000],
    ['apprenticeship-basis-missing', { ...apprentice, alku: '2021-06-01', loppu: '2021-07-01' }, 800_000],
    ['', { ...apprentice, alku: '2021-06-01', loppu: '2021-06-30' }, 800_000],
    ['period-identifier-missing', { 'yksiloiva-tunniste': undefined }, 800_000],
    ['period-too-long', { alku: '2020-01-01', loppu: '2025-01-02' }, 800_000],
    ['', { alku: '2020-01-01', loppu: '2025-01-01' }, 800_000],
    ['period-without-end', { loppu: undefined }, 800_000],
    ['period-without-start', { alku: undefined }, undefined],
    ['end-before-start', { alku: '2024-03-29' }, undefined],
    ['', { alku: '2024-03-28' }, 800_000],
    ['invalid-date', { loppu: '2024-02-30' }, undefined],
    ['way-unknown', { 'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_etana' }, undefined],
    ['interruptions-overlap', gaps(['2024-02-01', '2024-02-10'], ['2024-02-10', '2024-02-20']), 800_000],
    ['', gaps(['2024-02-11', '2024-02-20'], ['2024-02-01', '2024-02-10']), 800_000],
    ['end-before-start', gaps(['2024-02-10', '2024-02-01']), 800_000],
    ['period-without-start', gaps(['', '2024-02-01']), 800_000],
    ['wrong-type', { keskeytymisajanjaksot: 'x' }, 800_000],
  ])('%s: %j', async (code, rest, share) => {
    const { plans, codes } = await readWay(rest);
    expect(codes).toEqual(code === '' ? [] : [code]);
    expect(plans[0]?.workplaces.map((each) => each.share)).toEqual(share === undefined ? [] : [share]);
  });

  it('that have the same identifier in a plan are one, and the first stays', async () => {
    const { plans, codes } = await read(
      JSON.stringify([
        plan(1, { 'hankittavat-ammat-tutkinnon-osat': [unit([way(), way({ loppu: '2024-03-01' })])] }),
        plan(2, { 'hankittavat-ammat-tutkinnon-osat': [unit([way()])] }),
      ]),
    );
    expect(codes).toEqual(['period-met-again']);
    expect(plans.map(({ workplaces }) => workplaces.map(({ end }) => iso(end)))).toEqual([
      ['2024-03-28'],
      ['2024-03-28'],
    ]);
  });
});
