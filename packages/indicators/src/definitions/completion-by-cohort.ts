import { checkpoint, cohort, started } from './dimensions.js';
import { completionStates } from './completion-states.js';
import type { Definition, Expr, Step } from './definition.js';
import { cutsOf } from './vocational.js';

/** Rows A1–C4 are those of the decision table, docs/completion-by-cohort.md. */

const startingDay: Expr = { column: 'startingDay' };
const checkpointDay: Expr = { param: 'checkpoint.day' };
const graduationDay: Expr = { column: 'otherPeriod.start' };

function presentInTuvaOn(day: Expr): Expr {
  return {
    all: [
      { column: 'other.tuva' },
      { in: 'otherPeriod.state', codes: ['present', 'holiday'] },
      { atMost: [{ column: 'otherPeriod.start' }, day] },
      { atMost: [day, { column: 'otherPeriod.end' }] },
    ],
  };
}

function bothIn(education: string): Expr {
  return {
    all: [
      { in: 'other.education', codes: [education] },
      { in: 'right.education', codes: [education] },
    ],
  };
}

const bothTheSameWhole: Expr = { any: [bothIn('wholeQualification'), bothIn('generalUpperSecondary')] };
const candidateWhole: Expr = { in: 'other.education', codes: ['wholeQualification', 'generalUpperSecondary'] };
const candidateUnits: Expr = { in: 'other.education', codes: ['qualificationUnits'] };

/** C3, C4 and the days of code 1. */
const graduated: Expr = {
  all: [
    { in: 'otherPeriod.state', codes: ['graduated'] },
    { not: { in: 'other.performanceType', codes: ['lukionoppimaara'] } },
    { less: [startingDay, graduationDay] },
    { atMost: [graduationDay, checkpointDay] },
    { atMost: [graduationDay, { param: 'lastMonthEnd' }] },
  ],
};

const continues: Expr = {
  all: [
    { in: 'otherPeriod.state', codes: ['present', 'holiday', 'interrupted'] },
    { atMost: [{ column: 'otherPeriod.start' }, checkpointDay] },
    { atMost: [checkpointDay, { column: 'otherPeriod.end' }] },
  ],
};

/** C1 */
const tuvaDoesNotComeFirst: Expr = { any: [{ column: 'other.tuva' }, { not: { column: 'presentInTuva' } }] };

const theStart: readonly Step[] = [
  // A2
  {
    bind: 'startingDay',
    ofChildren: 'period',
    where: {
      any: [
        { in: 'period.state', codes: ['present'] },
        {
          all: [{ in: 'period.state', codes: ['holiday'] }, { not: { in: 'right.education', codes: ['preparatory'] } }],
        },
      ],
    },
    take: { min: { column: 'period.start' } },
  },
  { bind: 'presentInTuvaOnStart', anyOtherRight: presentInTuvaOn(startingDay) },
  {
    bind: 'graduationDay',
    ofChildren: 'period',
    where: { in: 'period.state', codes: ['graduated'] },
    take: { min: { column: 'period.start' } },
  },
  { bind: 'inTuvaOnGraduation', anyOtherRight: presentInTuvaOn({ column: 'graduationDay' }) },
  // A1
  {
    keep: {
      all: [
        {
          in: 'right.education',
          codes: ['wholeQualification', 'generalUpperSecondary', 'preparatory', 'qualificationUnits'],
        },
        { atMost: [{ param: 'from' }, startingDay] },
        { atMost: [startingDay, { param: 'to' }] },
      ],
    },
  },
  // A3
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
  // A4
  {
    exclude: {
      id: 'presentInTuva',
      label: {
        fi: 'Aloittaessaan läsnä TUVA-koulutuksessa',
        sv: 'Närvarande i Hux-utbildning vid starten',
        en: 'Present in preparatory education (TUVA) on the starting day',
      },
      when: { all: [{ not: { column: 'right.tuva' } }, { column: 'presentInTuvaOnStart' }] },
    },
  },
  // A6
  {
    firstOf: [
      { column: 'right.person' },
      {
        byCode: 'right.education',
        cases: { generalUpperSecondary: 1, preparatory: 2 },
        otherwise: 0,
      },
      { halfYearOf: startingDay },
    ],
    orderBy: [{ in: 'right.education', codes: ['qualificationUnits'] }, startingDay, { column: 'right.key' }],
    otherwise: {
      id: 'otherStart',
      label: {
        fi: 'Saman henkilön toinen aloitus samana puolivuotena',
        sv: 'Samma persons andra start under samma halvår',
        en: 'Another start of the same person in the same half-year',
      },
    },
  },
];

const theSituation: readonly Step[] = [
  // B1–B3
  { checkpoints: { after: startingDay, months: [6, 12, 18, 24, 30, 36, 42, 48, 54, 60], lastMonthEnd: true } },
  {
    bind: 'presentInTuva',
    lowestOverRights: { where: presentInTuvaOn(checkpointDay), value: 1, otherwise: 0 },
  },
  {
    bind: 'state',
    lowestOverRights: {
      where: { not: { column: 'other.nested' } },
      value: {
        when: [
          [{ all: [graduated, bothTheSameWhole] }, 1],
          [{ all: [graduated, candidateWhole] }, 2],
          [{ all: [continues, tuvaDoesNotComeFirst, bothTheSameWhole] }, 3],
          [{ all: [continues, tuvaDoesNotComeFirst, candidateWhole] }, 4],
          [
            {
              all: [
                continues,
                bothIn('preparatory'),
                { equal: [{ column: 'right.performanceType' }, { column: 'other.performanceType' }] },
              ],
            },
            5,
          ],
          [{ all: [continues, tuvaDoesNotComeFirst, { in: 'other.education', codes: ['preparatory'] }] }, 6],
          [{ all: [graduated, candidateUnits, { not: { column: 'other.inTuvaOnGraduation' } }] }, 7],
          [{ all: [continues, tuvaDoesNotComeFirst, candidateUnits] }, 8],
        ],
        otherwise: 98,
      },
      otherwise: 98,
    },
  },
];

const denominator = {
  fi: 'kohortin aloitukset, joista on kulunut tarkasteluajankohdan edellyttämä aika',
  sv: 'kohortens påbörjade studier för vilka uppföljningstidpunkten har nåtts',
  en: 'starts of the cohort that have reached the checkpoint',
};

/** Completion by cohort (opintojen kulku, the upper-secondary series): in what situation those who started are at checkpoints. */
export const completionByCohort: Definition = {
  id: 'completion-by-cohort',
  version: '1.0.0',
  name: { fi: 'Opintojen kulku', sv: 'Studieförlopp', en: 'Completion by cohort' },
  meaning: {
    fi: 'Missä tilanteessa samana puolivuotena aloittaneet ovat, kun aloittamisesta on kulunut 6–60 kuukautta: kuinka moni on valmistunut, kuinka moni jatkaa ja kuinka moni ei kumpaakaan.',
    sv: 'I vilken situation de som började under samma halvår är 6–60 månader efter starten: hur många har utexaminerats, hur många fortsätter och hur många gör ingetdera.',
    en: 'What has become of those who started in the same half-year, 6 to 60 months on: how many have graduated, how many continue and how many do neither.',
  },
  direction: 'higherIsBetter',
  rules: [
    {
      id: 'toinen-aste',
      label: {
        fi: 'Toisen asteen opintojen kulku',
        sv: 'Studieförloppet på andra stadiet',
        en: 'Upper secondary series',
      },
      inForce: {},
      steps: [...theStart, ...theSituation],
      measure: { kind: 'distribution', of: { column: 'state' }, categories: completionStates },
      sources: [
        {
          title: {
            fi: 'Toisen asteen opintojen kulku (Vipusen tietovarasto)',
            sv: 'Studieförloppet på andra stadiet (Vipunens datalager)',
            en: 'Progress of upper secondary studies (the warehouse behind Vipunen)',
          },
          reference: 'CSCfi/antero e14a7bf3, p_lataa_f_koski_opintojen_kulku_toinen_aste (21.3.2025; 11992)',
        },
      ],
    },
  ],
  dimensions: [...cutsOf(startingDay), cohort(startingDay), checkpoint, started],
  figures: [
    {
      id: 'completed',
      label: {
        fi: 'Koko tutkinnon suorittaneiden osuus',
        sv: 'Andel som avlagt hel examen',
        en: 'Share that completed a whole qualification',
      },
      unit: 'share',
      kind: 'share',
      of: [1, 2],
      decimals: 1,
      numerator: {
        fi: 'niistä ne, joiden aloittaja on suorittanut koko tutkinnon, aloittamassaan tai muussa koulutuksessa',
        sv: 'de av dem där den studerande har avlagt hel examen, i den påbörjade eller i en annan utbildning',
        en: 'those of them whose learner has completed a whole qualification, in the education started or in another',
      },
      denominator,
    },
    {
      id: 'states',
      label: { fi: 'Tilanteiden jakauma', sv: 'Fördelning enligt situation', en: 'Distribution of situations' },
      unit: 'share',
      kind: 'distribution',
      decimals: 1,
      numerator: {
        fi: 'aloitukset kussakin tilanteessa',
        sv: 'påbörjade studier i varje situation',
        en: 'starts in each situation',
      },
      denominator,
    },
  ],
  limits: [
    {
      fi: 'Ennen valtakunnallista vähennystä: opinnot muilla järjestäjillä eivät näy, joten niissä valmistuneet ja jatkavat kuuluvat luokkaan ”Ei valmistunut eikä edellä mainituissa koulutuksissa”.',
      sv: 'Före nationellt avdrag: studier hos andra anordnare syns inte, så de som utexaminerats eller fortsätter där räknas till gruppen ”Varken utexaminerad eller i ovan nämnda utbildningar”.',
      en: 'Before national deduction: studies at other providers are not visible, so those who graduated or continue there are counted as neither graduated nor in the education mentioned above.',
    },
  ],
  unverified: [
    {
      fi: 'Kansallista taulua TUVA-koulutuksen läsnäoloista ei ole julkaistu; tässä käytetään henkilön TUVA-opiskeluoikeuksien läsnä- ja lomajaksoja.',
      sv: 'Den nationella tabellen över närvaro i Hux-utbildning har inte publicerats; här används närvaro- och semesterperioderna i personens Hux-studierätter.',
      en: 'The national table of presence in TUVA is not public; the present and holiday periods of the person’s TUVA study rights are used here.',
    },
    {
      fi: 'Ikä lasketaan kalenterivuosina (aloitusvuosi miinus syntymävuosi), koska syntymäpäivää ei säilytetä; kansallinen laskenta jakaa päivät luvulla 365,25.',
      sv: 'Åldern räknas i kalenderår (startår minus födelseår) eftersom födelsedagen inte sparas; den nationella beräkningen dividerar dagarna med 365,25.',
      en: 'Age is by calendar year (year of start minus year of birth), because no day of birth is kept; the national figures divide days by 365.25.',
    },
  ],
};
