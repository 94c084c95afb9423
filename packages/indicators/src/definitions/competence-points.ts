import type { Definition, DimensionRule, Expr, Step } from './definition.js';
import { bindFundingOn, bindInvalid, fundingOf, invalidated, nested, vocationalDimensions } from './vocational.js';

/** Competence points are kept in thousandths. */
const ONE_POINT = 1000;

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

const steps: readonly Step[] = [
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
  { each: 'credit' },
  { bind: 'unitKind', to: unitKind },
  { keep: { less: [NO_UNIT, { column: 'unitKind' }] } },
  { slice: [{ column: 'credit.assessed' }, { min: [{ column: 'credit.assessed' }, { param: 'asOf' }] }] },
  { bind: 'assessedOn', to: { column: 'row.start' } },
  bindFundingOn('fundingThen', { column: 'assessedOn' }),
];

const unitType: DimensionRule = {
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

const recognition: DimensionRule = {
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

const raised: DimensionRule = {
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

/**
 * Competence points (osaamispisteet) of the units of qualifications, by the first day on which a unit was assessed. Raised and
 * recognised ones are among them, and told apart by dimensions.
 */
export const competencePoints: Definition = {
  id: 'competence-points',
  version: '1.0.0',
  name: { fi: 'Osaamispisteet', sv: 'Kompetenspoäng', en: 'Competence points' },
  meaning: {
    fi: 'Kuinka monta osaamispistettä tutkinnon osista on kertynyt, arviointipäivän mukaan. Korotetut ja tunnustetut osat ovat mukana ja eroteltavissa.',
    sv: 'Hur många kompetenspoäng som samlats av examensdelar, enligt bedömningsdagen. Höjda och erkända examensdelar ingår och kan skiljas åt.',
    en: 'How many competence points have been earned from units of qualifications, by the day of assessment. Raised and recognised units are included and can be told apart.',
  },
  direction: 'higherIsBetter',
  rules: [
    {
      id: 'assessment',
      label: { fi: 'Arviointipäivän mukaan', sv: 'Enligt bedömningsdagen', en: 'By the day of assessment' },
      inForce: {},
      steps,
      measure: { kind: 'sum', amount: { column: 'credit.points' } },
      sources: [
        {
          title: {
            fi: 'Suoritustietojen tarkistus, ammatillinen koulutus (KOSKI)',
            sv: 'Kontroll av prestationsuppgifter, yrkesutbildning (KOSKI)',
            en: 'Check of performance data, vocational education (KOSKI)',
          },
          reference:
            'Opetushallitus/koski 180e806b, AmmatillinenTutkintoRaportti.scala and AmmatillinenRaporttiUtils.scala: yhteislaajuus, arviointipäivän rajaus',
        },
      ],
    },
  ],
  dimensions: [...vocationalDimensions, fundingOf('fundingThen'), unitType, recognition, raised],
  figures: [
    {
      id: 'points',
      label: { fi: 'Osaamispisteet', sv: 'Kompetenspoäng', en: 'Competence points' },
      unit: 'competencePoints',
      kind: 'amount',
      perUnit: ONE_POINT,
      decimals: 1,
    },
  ],
  limits: [
    {
      fi: 'Ostetun koulutuksen osaamispisteet kuuluvat ostajalle, mutta osat ovat myyjän tiedoissa: toiseen opiskeluoikeuteen sisältyvät jätetään pois ja niiden määrä kerrotaan.',
      sv: 'Kompetenspoängen i upphandlad utbildning hör till köparen, men examensdelarna finns i säljarens uppgifter: de som ingår i en annan studierätt lämnas bort och deras antal anges.',
      en: 'Competence points of education bought from another provider belong to the buyer, but the units are in the seller’s data: those in a right included in another are left out and counted.',
    },
    {
      fi: 'Painottamaton luku: yhteiset tutkinnon osat luetaan osina, ei osa-alueina, eikä rahoituksen kertoimia ole käytetty.',
      sv: 'Oviktat tal: gemensamma examensdelar räknas som hela delar, inte som delområden, och finansieringens koefficienter har inte använts.',
      en: 'Unweighted: common units are counted as units and not by their areas, and no coefficients of funding are applied.',
    },
  ],
  unverified: [
    {
      fi: 'Arviointipäivä on osan varhaisin hyväksytty arviointi; KOSKI-raportti rajaa viimeisimmän mukaan. Tutkinnon osaa pienemmät kokonaisuudet ja valmentavien koulutusten osat eivät ole mukana.',
      sv: 'Bedömningsdagen är den tidigaste godkända bedömningen; KOSKI-rapporten avgränsar enligt den senaste. Helheter som är mindre än en examensdel och delar av handledande utbildningar ingår inte.',
      en: 'The day of assessment is the earliest one that was not failed; the KOSKI report goes by the latest. Parts smaller than a unit and parts of preparatory education are not included.',
    },
  ],
};
