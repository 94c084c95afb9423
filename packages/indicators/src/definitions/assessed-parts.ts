import type { DimensionRule, Expr, Source, Step } from './definition.js';
import { bindFundingOn, bindInvalid, fundingOf, invalidated, nested, vocationalDimensions } from './vocational.js';

/** Units of qualifications, and areas of common units, by the first day on which they were assessed. */

const UNIT = 'ammatillisentutkinnonosa';
const AREA = 'ammatillisentutkinnonosanosaalue';
const otherStudies = [
  'ammatillinenlukionopintoja',
  'ammatillinenkorkeakouluopintoja',
  'ammatillinenmuitaopintovalmiuksiatukeviaopintoja',
];
/** Headings under which such studies stand, no units themselves. */
const headings = ['tutkinnonosatvalinnanmahdollisuus:1', 'tutkinnonosatvalinnanmahdollisuus:2'];
/** Common units of the curricula until 2018, from 2018 and from August 2022, and of adapted studies. */
const commonUnits = [
  ...['101053', '101054', '101055', '101056'],
  ...['400012', '400013', '400014'],
  ...['106727', '106728', '106729'],
  ...['600001', '600002'],
];

const VOCATIONAL = 1;
const COMMON = 2;
const FREELY_CHOSEN = 3;
const EXPANDING = 4;
const NO_UNIT = 0;

/**
 * What kind of unit a part is, as KOSKI's report of vocational performances tells them (facts/credits-of-right.ts). Areas are in the
 * points of their unit; those under a heading have none, and count themselves.
 */
const unitKind: Expr = {
  when: [
    [{ in: 'credit.type', codes: otherStudies }, VOCATIONAL],
    [
      {
        all: [
          { in: 'credit.type', codes: [AREA] },
          { in: 'credit.parentUnit', codes: headings },
        ],
      },
      VOCATIONAL,
    ],
    [
      {
        any: [{ not: { in: 'credit.type', codes: [UNIT] } }, { in: 'credit.unit', codes: headings }],
      },
      NO_UNIT,
    ],
    [{ in: 'credit.unit', codes: commonUnits }, COMMON],
    [{ in: 'credit.group', codes: ['3'] }, FREELY_CHOSEN],
    [{ in: 'credit.group', codes: ['4'] }, EXPANDING],
  ],
  otherwise: VOCATIONAL,
};

const population: readonly Step[] = [
  bindInvalid,
  {
    bind: 'assessedParts',
    ofChildren: 'credit',
    where: {
      all: [
        { atMost: [{ param: 'from' }, { column: 'credit.assessed' }] },
        { atMost: [{ column: 'credit.assessed' }, { min: [{ param: 'to' }, { param: 'asOf' }] }] },
      ],
    },
    take: 'any',
  },
  { keep: { column: 'assessedParts' } },
  { exclude: invalidated },
  { exclude: nested },
];

const byAssessment: readonly Step[] = [
  { slice: [{ column: 'credit.assessed' }, { min: [{ column: 'credit.assessed' }, { param: 'asOf' }] }] },
  { bind: 'assessedOn', to: { column: 'row.start' } },
  bindFundingOn('fundingThen', { column: 'assessedOn' }),
];

/** One row for each unit that was assessed, in the window of its assessment; `unitKind` and `fundingThen` are bound. */
export const unitRows: readonly Step[] = [
  ...population,
  { each: 'credit' },
  { bind: 'unitKind', to: unitKind },
  { keep: { less: [NO_UNIT, { column: 'unitKind' }] } },
  ...byAssessment,
];

/** One row for each area of a common unit that was assessed, in the window of its own assessment. */
export const areaRows: readonly Step[] = [
  ...population,
  { each: 'credit' },
  {
    keep: {
      all: [
        { in: 'credit.type', codes: [AREA] },
        { in: 'credit.parentUnit', codes: commonUnits },
      ],
    },
  },
  ...byAssessment,
];

export const unitType: DimensionRule = {
  id: 'unitType',
  label: { fi: 'Tutkinnon osien ryhmä', sv: 'Grupp av examensdelar', en: 'Group of units' },
  from: {
    number: { column: 'unitKind' },
    members: [
      {
        value: VOCATIONAL,
        id: 'vocational',
        label: { fi: 'Ammatilliset tutkinnon osat', sv: 'Yrkesinriktade examensdelar', en: 'Vocational units' },
      },
      {
        value: COMMON,
        id: 'common',
        label: { fi: 'Yhteiset tutkinnon osat', sv: 'Gemensamma examensdelar', en: 'Common units' },
      },
      {
        value: FREELY_CHOSEN,
        id: 'freelyChosen',
        label: { fi: 'Vapaasti valittavat tutkinnon osat', sv: 'Fritt valbara examensdelar', en: 'Elective units' },
      },
      {
        value: EXPANDING,
        id: 'expanding',
        label: {
          fi: 'Tutkintoa yksilöllisesti laajentavat tutkinnon osat',
          sv: 'Examensdelar som individuellt breddar examen',
          en: 'Units that individually extend the qualification',
        },
      },
    ],
  },
};

export const recognition: DimensionRule = {
  id: 'recognition',
  label: { fi: 'Osaamisen tunnustaminen', sv: 'Erkännande av kunnande', en: 'Recognition of prior learning' },
  from: {
    number: { column: 'credit.recognised' },
    members: [
      { value: 0, id: 'acquired', label: { fi: 'Ei tunnustettu', sv: 'Inte erkänt', en: 'Not recognised' } },
      {
        value: 1,
        id: 'recognised',
        label: {
          fi: 'Tunnustettu, ei rahoituksen piirissä',
          sv: 'Erkänt, omfattas inte av finansieringen',
          en: 'Recognised, not funded',
        },
      },
      {
        value: 2,
        id: 'recognisedFunded',
        label: {
          fi: 'Tunnustettu, rahoituksen piirissä',
          sv: 'Erkänt, omfattas av finansieringen',
          en: 'Recognised and funded',
        },
      },
    ],
  },
};

export const raised: DimensionRule = {
  id: 'raised',
  label: { fi: 'Korotettu suoritus', sv: 'Höjd prestation', en: 'Raised performance' },
  from: {
    number: { column: 'credit.raised' },
    members: [
      { value: 0, id: 'first', label: { fi: 'Ei korotettu', sv: 'Inte höjd', en: 'Not raised' } },
      { value: 1, id: 'raised', label: { fi: 'Korotettu', sv: 'Höjd', en: 'Raised' } },
    ],
  },
};

/** The cuts of parts by their day of assessment. */
export const partDimensions: readonly DimensionRule[] = [...vocationalDimensions, fundingOf('fundingThen')];

export const performances: Source = {
  title: {
    fi: 'Suoritustietojen tarkistus, ammatillinen koulutus (KOSKI)',
    sv: 'Kontroll av prestationsuppgifter, yrkesutbildning (KOSKI)',
    en: 'Check of performance data, vocational education (KOSKI)',
  },
  reference:
    'Opetushallitus/koski 180e806b, AmmatillinenTutkintoRaportti.scala and AmmatillinenRaporttiUtils.scala: yhteislaajuus, arviointipäivän rajaus',
};

/** What every figure of units by assessment leaves out, or cannot tell. */
export const boughtFromOthers: Source['title'] = {
  fi: 'Ostetun koulutuksen osaamispisteet kuuluvat ostajalle, mutta osat ovat myyjän tiedoissa: toiseen opiskeluoikeuteen sisältyvät jätetään pois ja niiden määrä kerrotaan.',
  sv: 'Kompetenspoängen i upphandlad utbildning hör till köparen, men examensdelarna finns i säljarens uppgifter: de som ingår i en annan studierätt lämnas bort och deras antal anges.',
  en: 'Competence points of education bought from another provider belong to the buyer, but the units are in the seller’s data: those in a right included in another are left out and counted.',
};

export const earliestAssessment: Source['title'] = {
  fi: 'Arviointipäivä on osan varhaisin hyväksytty arviointi; KOSKI-raportti rajaa viimeisimmän mukaan. Tutkinnon osaa pienemmät kokonaisuudet ja valmentavien koulutusten osat eivät ole mukana.',
  sv: 'Bedömningsdagen är den tidigaste godkända bedömningen; KOSKI-rapporten avgränsar enligt den senaste. Helheter som är mindre än en examensdel och delar av handledande utbildningar ingår inte.',
  en: 'The day of assessment is the earliest one that was not failed; the KOSKI report goes by the latest. Parts smaller than a unit and parts of preparatory education are not included.',
};
