import { funding } from './dimensions.js';
import type { Definition, Expr, Source, Step } from './definition.js';
import { vocationalDimensions } from './vocational.js';

const FULL_DAY = 1_000_000;
const DAYS_OF_A_STUDENT_YEAR = 365;
const JULY = 7;
const rowStart: Expr = { column: 'row.start' };
const rowEnd: Expr = { column: 'row.end' };
const share: Expr = { column: 'period.share' };

const decree: Source = {
  title: {
    fi: 'Opetus- ja kulttuuriministeriön asetus ammatillisen koulutuksen rahoituksen laskentaperusteista',
    sv: 'Undervisnings- och kulturministeriets förordning om grunderna för beräkning av finansieringen för yrkesutbildning',
    en: 'Decree of the Ministry of Education and Culture on the calculation of funding for vocational education',
  },
  reference: '682/2017, 1244/2020 (1 §)',
};

function koski(rule: string): Source {
  return {
    title: {
      fi: 'Ammatillisen koulutuksen opiskelijavuositiedot (KOSKI)',
      sv: 'Uppgifter om studerandeår inom yrkesutbildningen (KOSKI)',
      en: 'Student year data of vocational education (KOSKI)',
    },
    reference: `Opetushallitus/koski 180e806b, AmmatillinenRaporttiUtils.scala, ${rule}`,
  };
}

const warehouse: Source = {
  title: {
    fi: 'Opiskelijavuodet ja hylätyt opiskelijavuodet (Vipusen tietovarasto)',
    sv: 'Studerandeår och underkända studerandeår (Vipunens datalager)',
    en: 'Accepted and rejected student years (the warehouse behind Vipunen)',
  },
  reference:
    'CSCfi/antero e14a7bf3, p_lataa_f_koski_amm_opiskelijavuodet_vaihe1–2 (hylatty_opiskelijavuosi_sisaltyy_toiseen, op_paivat / 365.0)',
};

/** Who is looked at: vocational and preparatory study rights that are in force on some day of the period. */
const population: readonly Step[] = [
  {
    keep: {
      all: [
        { atMost: [{ column: 'right.start' }, { param: 'to' }] },
        { atMost: [{ param: 'from' }, { column: 'right.end' }] },
        { not: { in: 'right.education', codes: ['generalUpperSecondary'] } },
        { not: { in: 'right.performanceType', codes: ['luva'] } },
      ],
    },
  },
  {
    exclude: {
      id: 'nested',
      label: {
        fi: 'Sisältyy toiseen opiskeluoikeuteen',
        sv: 'Ingår i en annan studierätt',
        en: 'Included in another study right',
      },
      when: { column: 'right.nested' },
    },
  },
];

/** Each period in each year or month, and not past the day of the data. */
const rows: readonly Step[] = [
  { each: 'period' },
  { slice: [{ column: 'period.start' }, { min: [{ column: 'period.end' }, { param: 'asOf' }] }] },
];

/** The days from `first` to `last` that the 2026 rule counts: none before 1 July 2023, and no July where July is removed. */
function countedFrom2026(first: Expr, last: Expr): Expr {
  const from: Expr = { max: [first, { day: '2023-07-01' }] };
  const days: Expr = { days: [from, last] };
  return {
    byCode: 'right.julyRule',
    cases: { removed: { subtract: [days, { daysInMonth: [from, last], month: JULY }] } },
    otherwise: days,
  };
}

/**
 * Student years (opiskelijavuosi) of vocational education by both national rules, in micro-days: a day of full-time study is
 * 1,000,000, and a student year 365 full-time days, in leap years too.
 */
export const studentYears: Definition = {
  id: 'student-years',
  version: '1.0.0',
  name: { fi: 'Opiskelijavuodet', sv: 'Studerandeår', en: 'Student years' },
  meaning: {
    fi: 'Kuinka paljon opiskelijat ovat opiskelleet kokoaikaiseksi opiskeluksi muutettuna: läsnäolopäivät osa-aikaisuuden mukaan painotettuina, 365 päivää vuodessa.',
    sv: 'Hur mycket de studerande har studerat omräknat till heltidsstudier: närvarodagarna viktade enligt deltid, 365 dagar på ett år.',
    en: 'How much the students have studied, converted to full-time study: days of presence weighted by the share of full-time study, 365 of them to a year.',
  },
  direction: 'neither',
  rules: [
    {
      id: 'until-2025',
      label: { fi: 'Laskenta vuoteen 2025 asti', sv: 'Beräkning till och med 2025', en: 'Rule until 2025' },
      inForce: { to: '2025-12-31' },
      steps: [...population, ...rows],
      measure: {
        kind: 'personDays',
        amount: {
          byCode: 'period.state',
          cases: {
            present: { multiply: [{ days: [rowStart, rowEnd] }, share] },
            // The first 28 days of a holiday, counted from where it began, be it before the window.
            holiday: {
              multiply: [
                {
                  sharedDays: [
                    rowStart,
                    rowEnd,
                    { column: 'period.stateBegan' },
                    { add: [{ column: 'period.stateBegan' }, 27] },
                  ],
                },
                share,
              ],
            },
            // The day of graduation is a full day whatever the share.
            graduated: { multiply: [{ days: [rowStart, rowEnd] }, FULL_DAY] },
          },
          otherwise: 0,
        },
      },
      sources: [koski('opiskelijavuosikertymä'), decree, warehouse],
    },
    {
      id: 'from-2026',
      label: { fi: 'Laskenta vuodesta 2026 alkaen', sv: 'Beräkning från och med 2026', en: 'Rule from 2026' },
      inForce: { from: '2026-01-01' },
      steps: [
        ...population,
        {
          exclude: {
            id: 'noJulyRule',
            label: {
              fi: 'Koulutus, jolle sääntö ei anna arvoa',
              sv: 'Utbildning som regeln inte ger något värde',
              en: 'Education to which the rule gives no value',
            },
            when: { in: 'right.julyRule', codes: ['noValue'] },
          },
        },
        ...rows,
      ],
      measure: {
        kind: 'personDays',
        amount: {
          byCode: 'period.state',
          cases: {
            present: { multiply: [countedFrom2026(rowStart, rowEnd), share] },
            holiday: { multiply: [countedFrom2026(rowStart, { min: [rowEnd, { day: '2025-12-31' }] }), share] },
            graduated: { multiply: [countedFrom2026(rowStart, rowEnd), FULL_DAY] },
            deemedResigned: { multiply: [{ max: [0, { subtract: [countedFrom2026(rowStart, rowEnd), 1] }] }, share] },
          },
          otherwise: 0,
        },
      },
      sources: [koski('opiskelijavuosikertymä2026'), warehouse],
    },
  ],
  dimensions: [...vocationalDimensions, funding],
  figures: [
    {
      id: 'years',
      label: { fi: 'Opiskelijavuodet', sv: 'Studerandeår', en: 'Student years' },
      unit: 'studentYears',
      kind: 'amount',
      perUnit: FULL_DAY * DAYS_OF_A_STUDENT_YEAR,
      decimals: 1,
    },
    {
      id: 'days',
      label: { fi: 'Opiskelijapäivät', sv: 'Studerandedagar', en: 'Student days' },
      unit: 'days',
      kind: 'amount',
      perUnit: FULL_DAY,
      decimals: 0,
    },
  ],
  limits: [
    {
      fi: 'Ennen valtakunnallista vähennystä: muiden järjestäjien päällekkäisten opiskeluoikeuksien aikaa ei ole vähennetty.',
      sv: 'Före nationellt avdrag: studietiden i överlappande studierätter hos andra anordnare har inte räknats bort.',
      en: 'Before national deduction: time in overlapping study rights at other providers has not been rejected.',
    },
    {
      fi: 'Painottamaton luku: kaikki rahoitusmuodot ovat mukana, eikä kustannusryhmiä ole otettu huomioon.',
      sv: 'Oviktat tal: alla finansieringsformer ingår och kostnadsgrupperna har inte beaktats.',
      en: 'Unweighted: every source of funding is included, and cost groups are not applied.',
    },
  ],
  unverified: [
    {
      fi: 'Kansallinen tietovarasto hylkää toiseen opiskeluoikeuteen sisältyvän opiskeluoikeuden opiskelijavuodet; KOSKI-raportti ei. Tässä ne jätetään pois ja niiden määrä kerrotaan.',
      sv: 'Det nationella datalagret underkänner studerandeår i en studierätt som ingår i en annan; KOSKI-rapporten gör det inte. Här lämnas de bort och deras antal anges.',
      en: 'The national warehouse rejects the student years of a study right included in another; the KOSKI report does not. Here they are left out and counted.',
    },
    {
      fi: 'Sääntöjä, joilla saman järjestäjän päällekkäisten opiskeluoikeuksien opiskelijavuosia hylätään, ei ole sovellettu.',
      sv: 'Reglerna enligt vilka studerandeår i överlappande studierätter hos samma anordnare underkänns har inte tillämpats.',
      en: 'The rules that reject overlapping study rights of the same provider are not applied.',
    },
  ],
};
