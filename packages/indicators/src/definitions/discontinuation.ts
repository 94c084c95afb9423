import type { Definition, Expr, Step } from './definition.js';
import {
  discontinuationFigures,
  fieldLevels,
  NOWHERE,
  OTHER_FORM,
  SAME_FORM,
  SAME_QUALIFICATION,
  situations,
  STAYED,
} from './discontinuation-situations.js';
import {
  bindFundingOn,
  bindInvalid,
  fundingOf,
  inForce,
  invalidated,
  isPresent,
  isPresentInTuva,
  isVocational,
  nested,
  preparingForTests,
  vocationalDimensions,
  warehouse,
} from './vocational.js';

const MONTHS_OF_FOLLOW_UP = 3;
const lastDay: Expr = { column: 'lastDay' };
const followedTo: Expr = { addMonths: [lastDay, MONTHS_OF_FOLLOW_UP] };
const otherStart: Expr = { column: 'otherPeriod.start' };
const otherEnd: Expr = { column: 'otherPeriod.end' };
const asOf: Expr = { param: 'asOf' };

/** Later than any day. */
const NEVER = 9_999_999;

/** Vocational education, TUVA, or general upper secondary education with its preparation. */
function form(right: 'right' | 'other'): Expr {
  return {
    when: [
      [{ column: `${right}.tuva` }, 2],
      [isGeneral(right), 3],
    ],
    otherwise: 1,
  };
}

function isGeneral(right: 'right' | 'other'): Expr {
  return {
    any: [
      { in: `${right}.education`, codes: ['generalUpperSecondary'] },
      { in: `${right}.performanceType`, codes: ['luva'] },
    ],
  };
}

/** The first day, or the last one as a negative number, of TUVA presence that touches the three months. */
function tuvaBound(name: string, value: Expr): Step {
  return {
    bind: name,
    lowestOverRights: {
      where: {
        all: [isPresentInTuva(lastDay, followedTo)],
      },
      value,
      otherwise: NEVER,
    },
  };
}

/** The last presence of a right whose latest state is that its learner has left. */
const leaving: readonly Step[] = [
  {
    bind: 'lastDay',
    ofChildren: 'period',
    where: {
      all: [
        isPresent('period.state'),
        { atMost: [{ column: 'period.start' }, { min: [{ column: 'period.end' }, asOf] }] },
      ],
    },
    take: { max: { min: [{ column: 'period.end' }, asOf] } },
  },
  {
    bind: 'leftOn',
    ofChildren: 'period',
    where: {
      all: [
        { in: 'period.state', codes: ['resigned', 'deemedResigned'] },
        { atMost: [{ column: 'period.start' }, asOf] },
      ],
    },
    take: { max: { column: 'period.start' } },
  },
  {
    bind: 'latestStart',
    ofChildren: 'period',
    where: { atMost: [{ column: 'period.start' }, asOf] },
    take: { max: { column: 'period.start' } },
  },
  { bind: 'left', to: { equal: [{ column: 'leftOn' }, { column: 'latestStart' }] } },
];

const population: readonly Step[] = [
  bindInvalid,
  ...leaving,
  { keep: { all: [...inForce, isVocational('right')] } },
  { exclude: invalidated },
  { exclude: nested },
  { exclude: preparingForTests },
];

/** Where somebody goes on: in a right with presence, holiday or graduation on some day of the three months. */
const candidate: Expr = {
  all: [
    { not: { column: 'other.nested' } },
    { not: { column: 'other.invalid' } },
    { any: [isVocational('other'), isGeneral('other')] },
    { not: { in: 'other.performanceType', codes: ['nayttotutkintoonvalmistavakoulutus'] } },
    { in: 'otherPeriod.state', codes: ['present', 'holiday', 'graduated'] },
    { atMost: [otherStart, followedTo] },
    { atMost: [otherStart, asOf] },
    { atMost: [lastDay, otherEnd] },
    { atMost: [otherStart, otherEnd] },
    // Who is in TUVA is a student of TUVA only, and goes on there.
    {
      any: [
        { column: 'other.tuva' },
        { column: 'right.tuva' },
        { less: [otherEnd, { column: 'tuvaFrom' }] },
        { less: [{ column: 'tuvaTo' }, otherStart] },
      ],
    },
  ],
};

function goesOn(levels: typeof fieldLevels | readonly []): readonly Step[] {
  const inField = levels.map(({ by, code }): readonly [Expr, Expr] => [
    {
      equal: [
        { classify: 'right.qualification', by },
        { classify: 'other.qualification', by },
      ],
    },
    code,
  ]);
  return [
    tuvaBound('tuvaFrom', otherStart),
    tuvaBound('tuvaToNegative', { subtract: [0, otherEnd] }),
    { bind: 'tuvaTo', to: { subtract: [0, { column: 'tuvaToNegative' }] } },
    {
      bind: 'goesOn',
      lowestOverRights: {
        othersOnly: true,
        where: candidate,
        value: {
          when: [
            [{ equal: [{ column: 'right.qualification' }, { column: 'other.qualification' }] }, SAME_QUALIFICATION],
            ...inField,
            [{ equal: [form('right'), form('other')] }, SAME_FORM],
          ],
          otherwise: OTHER_FORM,
        },
        otherwise: NOWHERE,
      },
    },
  ];
}

/** One row for each person and window, with what is worst of all that happened in it. */
const personsInWindows: readonly Step[] = [
  {
    slice: [{ column: 'right.start' }, { min: [{ column: 'right.end' }, asOf] }],
    matureOn: { addMonths: [{ param: 'window.end' }, MONTHS_OF_FOLLOW_UP] },
  },
  {
    bind: 'presentTo',
    ofChildren: 'period',
    where: {
      all: [
        isPresent('period.state'),
        { atMost: [{ column: 'period.start' }, { column: 'period.end' }] },
        { atMost: [{ column: 'period.start' }, { column: 'row.end' }] },
        { atMost: [{ column: 'row.start' }, { column: 'period.end' }] },
      ],
    },
    take: { max: { min: [{ column: 'period.end' }, { column: 'row.end' }] } },
  },
  { keep: { not: { isMissing: { column: 'presentTo' } } } },
  { bind: 'inTuva', anyOtherRight: isPresentInTuva({ column: 'presentTo' }, { column: 'presentTo' }) },
  {
    exclude: {
      id: 'presentInTuva',
      label: {
        fi: 'Viimeisenä läsnäolopäivänä läsnä TUVA-koulutuksessa',
        sv: 'Närvarande i Hux-utbildning den sista närvarodagen',
        en: 'Present in preparatory education (TUVA) on the last day of presence',
      },
      when: { all: [{ not: { column: 'right.tuva' } }, { column: 'inTuva' }] },
    },
  },
  {
    bind: 'situation',
    to: {
      when: [
        [
          {
            all: [
              { column: 'left' },
              { atMost: [{ param: 'window.start' }, lastDay] },
              { atMost: [lastDay, { param: 'window.end' }] },
            ],
          },
          { column: 'goesOn' },
        ],
      ],
      otherwise: STAYED,
    },
  },
  bindFundingOn('fundingThen', { column: 'presentTo' }),
  {
    firstOf: [{ column: 'right.person' }, { param: 'window.start' }],
    orderBy: [
      { subtract: [0, { column: 'situation' }] },
      { subtract: [0, { column: 'presentTo' }] },
      { column: 'right.key' },
    ],
    otherwise: {
      id: 'otherRight',
      label: {
        fi: 'Saman henkilön toinen opiskeluoikeus samana aikana',
        sv: 'Samma persons andra studierätt under samma tid',
        en: 'Another study right of the same person in the same time',
      },
    },
  },
];

function discontinuationOf(
  texts: Pick<Definition, 'id' | 'name' | 'meaning'>,
  levels: typeof fieldLevels | readonly [],
): Definition {
  const levelCodes: readonly number[] = levels.map(({ code }) => code);
  const unused: readonly number[] = fieldLevels.map(({ code }) => code).filter((code) => !levelCodes.includes(code));
  const used = situations.filter(({ code }) => !unused.includes(code));
  return {
    ...texts,
    version: '1.0.0',
    direction: 'lowerIsBetter',
    rules: [
      {
        id: 'three-months',
        label: {
          fi: 'Eroaminen ja kolmen kuukauden seuranta',
          sv: 'Utskrivning och tre månaders uppföljning',
          en: 'Leaving, and three months of follow-up',
        },
        inForce: {},
        steps: [...population, ...goesOn(levels), ...personsInWindows],
        measure: { kind: 'distribution', of: { column: 'situation' }, categories: used },
        sources: [
          warehouse(
            {
              fi: 'Toisen asteen koulutuksesta eronneet (Vipusen tietovarasto)',
              sv: 'De som skrivits ut från utbildning på andra stadiet (Vipunens datalager)',
              en: 'Those who left upper secondary education (the warehouse behind Vipunen)',
            },
            'p_lataa_toisen_asteen_keskeyttaneet (10953; 30.7.2025), keskeyttaminen_vaiheittainen_koodi; measures “Eronnut opiskeluoikeudesta”, “Eronnut, keskeyttänyt toisen asteen” and “Läsnäolleet opiskelijat” of the model Koski ammatillinen opiskelijat ja tutkinnot',
          ),
        ],
      },
    ],
    dimensions: [...vocationalDimensions, fundingOf('fundingThen')],
    figures: discontinuationFigures(used.map(({ code }) => code)),
    limits: [
      {
        fi: 'Ennen valtakunnallista vähennystä: muiden järjestäjien koulutuksessa jatkavat näyttävät keskeyttäneiltä, ellei tiedoissa ole myös heidän muita opiskeluoikeuksiaan.',
        sv: 'Före nationellt avdrag: de som fortsätter hos andra anordnare ser ut att ha avbrutit, om inte deras övriga studierätter finns i uppgifterna.',
        en: 'Before national deduction: those who go on at other providers look as if they had discontinued, unless their other study rights are in the data too.',
      },
      {
        fi: 'Henkilö lasketaan kerran jaksossa (vuodessa, puolivuodessa tai kuukaudessa), sen opiskeluoikeuden mukaan, jonka tilanne on epäedullisin.',
        sv: 'En person räknas en gång per period (år, halvår eller månad), enligt den studierätt vars situation är ogynnsammast.',
        en: 'A person is counted once in each time (year, half-year or month), by the study right with the least favourable situation.',
      },
    ],
    unverified: [
      {
        fi: 'Vipunen julkaisee eronneiden ja läsnä olleiden lukumäärät muttei osuutta; osuuden nimittäjäksi on tässä otettu jakson aikana läsnä olleet.',
        sv: 'Vipunen publicerar antalet utskrivna och antalet närvarande men ingen andel; här har de närvarande under perioden tagits som nämnare.',
        en: 'Vipunen publishes the numbers of those who left and of those present, but no share; here the persons present during the time are its denominator.',
      },
      {
        fi: 'Jos viimeinen läsnäolopäivä on TUVA-koulutuksen aikana, kansallinen kysely siirtää eroamisen aiempaan jaksoon; tässä opiskeluoikeus jätetään pois. TUVA-läsnäolojen väliset päivät luetaan TUVA-koulutukseen.',
        sv: 'Om den sista närvarodagen infaller under Hux-utbildning flyttar den nationella sökningen utskrivningen till en tidigare period; här lämnas studierätten bort. Dagarna mellan närvaroperioder i Hux räknas till Hux.',
        en: 'Where the last day of presence falls in TUVA, the national query moves the leaving to an earlier period; here the study right is left out. Days between two presences in TUVA are counted as TUVA.',
      },
    ],
  };
}

/** Discontinuation (eroaminen ja keskeyttäminen) by KOSKI data, with three months to go on somewhere else. */
export const discontinuation: Definition = discontinuationOf(
  {
    id: 'discontinuation',
    name: { fi: 'Keskeyttäminen', sv: 'Avbrott i utbildningen', en: 'Discontinuation' },
    meaning: {
      fi: 'Kuinka suuri osa jakson aikana läsnä olleista erosi tai katsottiin eronneeksi eikä ollut kolmen kuukauden kuluessa viimeisestä läsnäolopäivästä läsnä, lomalla tai valmistunut muussa toisen asteen koulutuksessa.',
      sv: 'Hur stor del av dem som var närvarande under perioden som skrevs ut eller ansågs utskrivna och som inom tre månader från den sista närvarodagen inte var närvarande, på semester eller utexaminerade i annan utbildning på andra stadiet.',
      en: 'What share of those present during the time resigned or were deemed to have resigned, and were not present, on holiday or graduated in other upper secondary education within three months of their last day of presence.',
    },
  },
  [],
);

/** The same, told apart by whether the field of education stays: needs the classifications `fieldLevel1`, `fieldLevel2`, `fieldLevel3`. */
export const discontinuationByField: Definition = discontinuationOf(
  {
    id: 'discontinuation-by-field',
    name: {
      fi: 'Keskeyttäminen ja koulutusalan vaihto',
      sv: 'Avbrott i utbildningen och byte av utbildningsområde',
      en: 'Discontinuation and change of field',
    },
    meaning: {
      fi: 'Kuinka suuri osa jakson aikana läsnä olleista erosi tai katsottiin eronneeksi, ja jatkoivatko he kolmen kuukauden kuluessa samaa tutkintoa, samalla koulutusalalla, muussa toisen asteen koulutuksessa vai eivät missään.',
      sv: 'Hur stor del av dem som var närvarande under perioden som skrevs ut eller ansågs utskrivna, och om de inom tre månader fortsatte i samma examen, inom samma utbildningsområde, i annan utbildning på andra stadiet eller inte alls.',
      en: 'What share of those present during the time resigned or were deemed to have resigned, and whether they went on within three months in the same qualification, in the same field, in other upper secondary education or nowhere.',
    },
  },
  fieldLevels,
);
