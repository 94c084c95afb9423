import { existsSync, readFileSync } from 'node:fs';
import {
  compareCredits,
  compareStudentYears,
  dayFromIso,
  factsOf,
  isoFromDay,
  nationalStudentDayRules,
  readKoskiReport,
  studentDaysOfRight,
  type CreditRow,
  type Facts,
  type KoskiReportRow,
  type PlainStudyRight,
  type StudentYearRow,
} from '@strapetsi/indicators';
import { describe, expect, test } from 'vitest';
import { reportColumns, withoutExample } from '../../packages/indicators/src/sources/koski-reports/columns.js';
import { reportAsXlsx, type ReportCell } from '../../packages/indicators/testing/koski-report-files.js';
import { KEY, onlyBatch, readDocuments, type Json } from './koski-documents.js';

/** KOSKI's own texts and figures, Opetushallitus/koski 180e806b. */
const reference = new URL('../../../shared/reference/koski/', import.meta.url);
const reason = existsSync(reference) ? undefined : 'KOSKI’s texts and figures (../shared/reference/koski) are not here';

const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, reference), 'utf8')) as T;

const RIGHT = '1.2.246.562.15.00000000001';

async function rowsOf(head: readonly string[], rows: readonly (readonly ReportCell[])[]): Promise<KoskiReportRow[]> {
  const read: KoskiReportRow[] = [];
  for await (const row of readKoskiReport(await reportAsXlsx({ head, rows }), { pseudonymKey: KEY })) read.push(row);
  return read;
}

type Texts = Readonly<Record<string, { readonly fi: string; readonly sv?: string }>>;
type Language = 'fi' | 'sv';
const PREFIX = 'raportti-excel-kolumni-';

/** Headings in KOSKI's order, by the keys of its texts. */
const studentYears =
  `opiskeluoikeusOid lähdejärjestelmä lähdejärjestelmänId sisältyyOpiskeluoikeuteenOid korotettuOpiskeluoikeusOid
  ostettu sisältyvätOpiskeluoikeudetOidit sisältyvätOpiskeluoikeudetOppilaitokset päivitetty toimipisteOidit yksiloity oppijaOid hetu
  sukunimi etunimet suorituksenTyyppi koulutusmoduulit koulutusmoduuliNimet osaamisalat päätasonSuorituksenSuoritustapa
  opiskeluoikeudenAlkamispäivä viimeisinTila viimeisinOpiskeluoikeudenTilaAikajaksonLopussa rahoitukset läsnäRahoitusSyötetty
  lomaTaiValmistunutRahoitusSyötetty opiskeluoikeusPäättynyt päättymispäivä arvioituPäättymispäivä opiskelijavuosikertymä
  opiskelijavuosikertymä2026 läsnäTaiValmistunutPäivät opiskelijavuoteenKuuluvatLomaPäivät muutLomaPäivät majoitusPäivät
  osaAikaisuusProsentit osaAikaisuusKeskimäärin`.split(/\s+/);
const qualification =
  `opiskeluoikeusOid linkitetynOpiskeluoikeudenOppilaitos päivitetty toimipisteOid yksiloity oppijaOid hetu sukunimi
  etunimet tutkinto suorituksenTila painotettuKeskiarvo suoritettujenOpintojenYhteislaajuus valmiitAmmatillisetTutkinnonOsatLkm
  pakollisetAmmatillisetTutkinnonOsatLkm suoritetutAmmatillisetTutkinnonOsatYhteislaajuus
  suoritettujenYhteistenTutkinnonOsienYhteislaajuus suoritettujenYhteistenTutkinnonOsienOsaAlueidenYhteislaajuusEsimerkillä`.split(
    /\s+/,
  );
const partial =
  `opiskeluoikeusOid linkitetynOpiskeluoikeudenOppilaitos päivitetty toimipisteOid yksiloity oppijaOid tutkinto
  suoritettujenOpintojenYhteislaajuus valmiitAmmatillisetTutkinnonOsatLkm siirretytAmmatillisetTutkinnonOsatYhteislaajuus
  siirrettyjenYhteistenTutkinnonOsienYhteislaajuus suoritettujenYhteistenTutkinnonOsienOsaAlueidenYhteislaajuusEsimerkillä`.split(
    /\s+/,
  );

function headOf(keys: readonly string[], language: Language): readonly string[] {
  const texts = json<Texts>('texts/raportti-excel-texts.fi-sv-en.json');
  return keys.map((key) => texts[PREFIX + key]?.[language] ?? `no text ${key}`);
}

describe('KOSKI’s own headings', () => {
  test('are the names by which columns are found, but for older ones and those of fields', (context) => {
    if (reason !== undefined) return context.skip(reason);
    const texts = json<Texts>('texts/raportti-excel-texts.fi-sv-en.json');
    const known = new Set(Object.values(texts).flatMap(({ fi, sv = '' }) => [withoutExample(fi), withoutExample(sv)]));
    const unknown = Object.values(reportColumns)
      .flat()
      .filter((name) => !known.has(name) && !/^[a-z_0-9]+$/.test(name));
    expect(unknown).toEqual(['Opiskelijavuosikertymä (pv)']);
  });

  const headings = [
    { kind: 'student-years', keys: studentYears },
    { kind: 'qualification', keys: qualification },
    { kind: 'partial-qualification', keys: partial },
  ].flatMap((each) => (['fi', 'sv'] as const).map((language) => ({ ...each, language })));

  test.for(headings)('in $language make a $kind report known', async ({ kind, keys, language }, context) => {
    if (reason !== undefined) return context.skip(reason);
    const cells = keys.map((key): ReportCell =>
      key === 'opiskeluoikeusOid' ? RIGHT : /kertymä|laajuus/i.test(key) ? '12.5' : '',
    );
    expect(await rowsOf(headOf(keys, language), [cells])).toMatchObject([{ kind, rightOid: RIGHT }]);
  });
});

interface StudentYearCase {
  readonly rule: 'holidayDays' | 'studentYearDays_until2025' | 'studentYearDays_2026';
  readonly periods: readonly {
    readonly start: string;
    readonly end: string;
    readonly state: 'lasna' | 'loma' | 'valmistunut' | 'eronnut' | 'katsotaaneronneeksi';
    readonly stateBegan: string;
    readonly partTimePercent: number;
  }[];
  readonly countJuly?: boolean;
  readonly expected: number | readonly [number, number];
}

const states = {
  lasna: 'present',
  loma: 'holiday',
  valmistunut: 'graduated',
  eronnut: 'resigned',
  katsotaaneronneeksi: 'deemedResigned',
} as const;

function rightOf({ periods, countJuly }: StudentYearCase): PlainStudyRight {
  return {
    key: RIGHT,
    provider: 'p',
    education: countJuly === true ? 'qualificationUnits' : 'wholeQualification',
    julyRule: countJuly === true ? 'counted' : 'removed',
    periods: periods.map(({ start, end, state, stateBegan, partTimePercent }) => ({
      start,
      end,
      state: states[state],
      stateBegan,
      share: partTimePercent * 10_000,
    })),
  };
}

/** The window of a case: its rows are cut to the report's already. */
function periodOf({ periods }: StudentYearCase): { readonly from: string; readonly to: string } {
  const days = periods.flatMap(({ start, end }) => [dayFromIso(start), dayFromIso(end)]);
  return { from: isoFromDay(Math.min(...days)), to: isoFromDay(Math.max(...days)) };
}

describe('KOSKI’s cases of student days', () => {
  test('are exact right by right, and a report that holds them agrees with ours', async (context) => {
    if (reason !== undefined) return context.skip(reason);
    const { cases } = json<{ cases: readonly StudentYearCase[] }>('expected/student-years.json');
    expect(cases).toHaveLength(21);
    for (const one of cases) {
      const [facts] = factsOf([{ key: 'a', rights: [rightOf(one)] }]);
      if (facts === undefined) throw new Error('no batch');
      const period = periodOf(one);
      const window = { from: dayFromIso(period.from), to: dayFromIso(period.to), asOf: dayFromIso('2030-01-01') };
      if (typeof one.expected !== 'number') {
        const rule = { ...nationalStudentDayRules['until-2025'] };
        const [within] = one.expected;
        const present = studentDaysOfRight(facts, 0, window, { ...rule, holiday: 'none' });
        expect((studentDaysOfRight(facts, 0, window, rule) - present) / 1_000_000).toBe(within);
        continue;
      }
      const rule = one.rule === 'studentYearDays_2026' ? 'from-2026' : 'until-2025';
      expect(studentDaysOfRight(facts, 0, window, nationalStudentDayRules[rule])).toBe(one.expected * 1_000_000);

      const head = headOf(studentYears, 'sv');
      const column = rule === 'from-2026' ? 'opiskelijavuosikertymä2026' : 'opiskelijavuosikertymä';
      const cells = studentYears.map((key): ReportCell =>
        key === 'opiskeluoikeusOid' ? RIGHT : key === column ? { decimal: one.expected as number } : null,
      );
      const rows = (await rowsOf(head, [cells])).filter((row): row is StudentYearRow => row.kind === 'student-years');
      const compared = await compareStudentYears([facts], { rows, schools: [] }, { period, asOf: '2030-01-01' });
      expect(compared.map((each) => [each.rule, each.agree.rights])).toEqual([[rule, 1]]);
    }
  });
});

interface Credits {
  readonly creditsTotal: number;
  readonly vocationalUnits: { readonly credits: number };
  readonly commonUnits: { readonly credits: number };
  readonly creditsByAssessmentDate: readonly { readonly from: string; readonly to: string; readonly credits: number }[];
}

async function exampleFacts(): Promise<Facts> {
  const document = json<{ henkilö: Json; opiskeluoikeudet: readonly Json[] }>(
    'examples/ammatillinen-perustutkinto_2024-08-13.json',
  );
  const opiskeluoikeudet = document.opiskeluoikeudet.map((right) => ({ ...right, oid: RIGHT }));
  return onlyBatch(await readDocuments([{ ...document, opiskeluoikeudet }]));
}

describe('KOSKI’s credits of one qualification', () => {
  test('agree with ours for its example document, and a report limited to days of assessment is explained by that', async (context) => {
    if (reason !== undefined) return context.skip(reason);
    const expected = json<Credits>('expected/credits-of-one-qualification.json');
    const facts = await exampleFacts();
    const compare = async (total: number, period: { readonly from: string; readonly to: string }) => {
      const figures: Readonly<Record<string, number>> = {
        suoritettujenOpintojenYhteislaajuus: total,
        suoritetutAmmatillisetTutkinnonOsatYhteislaajuus: expected.vocationalUnits.credits,
        suoritettujenYhteistenTutkinnonOsienYhteislaajuus: expected.commonUnits.credits,
      };
      const cells = qualification.map((key): ReportCell =>
        key === 'opiskeluoikeusOid' ? RIGHT : figures[key] === undefined ? null : figures[key].toFixed(1),
      );
      const rows = (await rowsOf(headOf(qualification, 'fi'), [cells])).filter(
        (row): row is CreditRow => row.kind === 'qualification',
      );
      return compareCredits([facts], { kind: 'qualification', rows, schools: [] }, { period, asOf: '2030-01-01' });
    };
    const whole = await compare(expected.creditsTotal, { from: '2016-01-01', to: '2016-05-30' });
    expect(whole.agree).toEqual({ rights: 1, ours: 183_000, theirs: 183_000 });
    for (const { from, to, credits } of expected.creditsByAssessmentDate) {
      const limited = await compare(credits, { from, to });
      expect(limited.explained.map(({ changes }) => changes)).toEqual([['assessed-within-period']]);
    }
  });
});
