import type { Definition, Expr, Measure, Step } from './definition.js';
import { isPresentInTuva } from './vocational.js';
import {
  checkpointDay,
  followUpSource,
  ownState,
  ripeLater,
  startDimensions,
  startingDay,
  starts,
  startsInTime,
} from './started-studies.js';

const isWhole: Expr = { in: 'other.education', codes: ['wholeQualification'] };
const isUnits: Expr = { in: 'other.education', codes: ['qualificationUnits'] };
const qualification: Expr = { column: 'right.qualification' };
const otherQualification: Expr = { column: 'other.qualification' };
const same: Expr = { equal: [qualification, otherQualification] };
const differs: Expr = {
  all: [{ not: { isMissing: qualification } }, { not: { isMissing: otherQualification } }, { not: same }],
};

/** Another right that has graduated, confirmed between the start and the checkpoint, both counted. */
const completed: Expr = {
  all: [
    { in: 'otherPeriod.state', codes: ['graduated'] },
    { atMost: [{ column: 'otherPeriod.start' }, { param: 'asOf' }] },
    { atMost: [startingDay, { column: 'other.completedOn' }] },
    { atMost: [{ column: 'other.completedOn' }, checkpointDay] },
  ],
};

/** Another right in one of the states on the day; whoever is in TUVA goes on in TUVA only. */
function goesOn(states: readonly string[]): Expr {
  return {
    all: [
      { in: 'otherPeriod.state', codes: states },
      { atMost: [{ column: 'otherPeriod.start' }, checkpointDay] },
      { atMost: [checkpointDay, { column: 'otherPeriod.end' }] },
      { any: [{ column: 'other.tuva' }, { not: { column: 'presentInTuva' } }] },
    ],
  };
}

const continues = goesOn(['present', 'holiday', 'interrupted']);

const situation: readonly Step[] = [
  ...ownState,
  { bind: 'presentInTuva', anyOtherRight: isPresentInTuva(checkpointDay, checkpointDay) },
  {
    bind: 'own',
    to: {
      when: [
        [{ column: 'ownGraduated' }, { byCode: 'right.education', cases: { qualificationUnits: 41 }, otherwise: 10 }],
        [{ column: 'ownContinues' }, { byCode: 'right.education', cases: { qualificationUnits: 42 }, otherwise: 30 }],
      ],
      otherwise: 80,
    },
  },
  {
    bind: 'elsewhere',
    lowestOverRights: {
      othersOnly: true,
      where: { all: [{ not: { column: 'other.nested' } }, { not: { column: 'other.invalid' } }] },
      value: {
        when: [
          [{ all: [completed, isWhole, same] }, 10],
          [{ all: [completed, isWhole, differs] }, 20],
          [{ all: [continues, isWhole, same] }, 30],
          [{ all: [continues, isWhole, differs] }, 40],
          [{ all: [completed, isUnits, { not: { column: 'other.inTuvaOnCompletion' } }] }, 41],
          [{ all: [continues, isUnits] }, 42],
          [{ all: [completed, { column: 'other.tuva' }] }, 43],
          [
            {
              all: [
                continues,
                { any: [{ column: 'other.tuva' }, { in: 'other.performanceType', codes: ['valma', 'telma'] }] },
              ],
            },
            50,
          ],
          [
            {
              all: [
                goesOn(['present', 'holiday', 'interrupted', 'graduated']),
                { in: 'other.performanceType', codes: ['muuammatillinenkoulutus'] },
              ],
            },
            70,
          ],
        ],
        otherwise: 80,
      },
      otherwise: 80,
    },
  },
  { bind: 'situation', to: { min: [{ column: 'own' }, { column: 'elsewhere' }] } },
];

type Category = Extract<Measure, { kind: 'distribution' }>['categories'][number];

function category(code: number, fi: string, sv: string, en: string): Category {
  return { code, label: { fi, sv, en } };
}

/**
 * Finnish names: CSCfi/antero e14a7bf3 (MIT, © 2017 CSC), p_lataa_d_opintojen_kulku_priorisoitu_tilanne, series `ammatillinen`, with
 * abbreviations written out. It has neither Swedish nor English; those are ours.
 */
const categories: readonly Category[] = [
  category(
    10,
    'Valmistunut alkuperäisestä koko tutkinnosta',
    'Utexaminerad från den ursprungliga hela examen',
    'Graduated from the original whole qualification',
  ),
  category(
    20,
    'Valmistunut toisesta ammatillisesta koko tutkinnosta',
    'Utexaminerad från en annan hel yrkesinriktad examen',
    'Graduated from another whole vocational qualification',
  ),
  category(
    30,
    'Jatkaa alkuperäisessä koko tutkinnossa',
    'Fortsätter i den ursprungliga hela examen',
    'Continues in the original whole qualification',
  ),
  category(
    40,
    'Jatkaa toisessa ammatillisessa koko tutkinnossa',
    'Fortsätter i en annan hel yrkesinriktad examen',
    'Continues in another whole vocational qualification',
  ),
  category(
    41,
    'Valmistunut ammatillisen tutkinnon osan/osien koulutuksesta',
    'Utexaminerad från utbildning för en eller flera delar av en yrkesinriktad examen',
    'Graduated from education in one or more units of a vocational qualification',
  ),
  category(
    42,
    'Jatkaa ammatillisen tutkinnon osan/osien koulutuksessa',
    'Fortsätter i utbildning för en eller flera delar av en yrkesinriktad examen',
    'Continues in education in one or more units of a vocational qualification',
  ),
  category(
    43,
    'Valmistunut ammatillisesta valmentavasta koulutuksesta',
    'Utexaminerad från handledande yrkesutbildning',
    'Completed preparatory vocational education',
  ),
  category(
    50,
    'Jatkaa ammatillisessa valmentavassa koulutuksessa',
    'Fortsätter i handledande yrkesutbildning',
    'Continues in preparatory vocational education',
  ),
  category(
    70,
    'Jatkaa muussa ammatillisessa koulutuksessa',
    'Fortsätter i övrig yrkesutbildning',
    'Continues in other vocational education',
  ),
  category(
    80,
    'Keskeyttänyt ammatillisen koulutuksen',
    'Avbrutit yrkesutbildningen',
    'Discontinued vocational education',
  ),
];

/**
 * Course of studies (opintojen kulku), the vocational series: what has become of those who began a vocational qualification or parts
 * of one, every six months. The lowest code wins.
 */
export const courseOfStudies: Definition = {
  id: 'course-of-studies',
  version: '1.0.0',
  name: {
    fi: 'Ammatillisen koulutuksen opintojen kulku',
    sv: 'Studieförloppet inom yrkesutbildningen',
    en: 'Course of studies in vocational education',
  },
  meaning: {
    fi: 'Missä tilanteessa ammatillisen tutkinnon tai sen osien opiskelun samana puolivuotena aloittaneet ovat 6–60 kuukautta myöhemmin.',
    sv: 'I vilken situation de som under samma halvår började studera för en yrkesinriktad examen eller delar av den är 6–60 månader senare.',
    en: 'What has become, 6 to 60 months on, of those who began a vocational qualification or parts of one in the same half-year.',
  },
  direction: 'higherIsBetter',
  rules: [
    {
      id: 'ammatillinen',
      label: { fi: 'Ammatillisen koulutuksen sarja', sv: 'Serien för yrkesutbildning', en: 'Vocational series' },
      inForce: {},
      steps: [...starts, ...situation],
      measure: { kind: 'distribution', of: { column: 'situation' }, categories },
      sources: [followUpSource],
    },
  ],
  dimensions: startDimensions,
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
      of: [10, 20],
      decimals: 1,
      numerator: {
        fi: 'niistä ne, joiden aloittaja on suorittanut koko ammatillisen tutkinnon',
        sv: 'de av dem där den studerande har avlagt en hel yrkesinriktad examen',
        en: 'those of them whose learner has completed a whole vocational qualification',
      },
      denominator: startsInTime,
    },
    {
      id: 'discontinued',
      label: {
        fi: 'Ammatillisen koulutuksen keskeyttäneiden osuus',
        sv: 'Andel som avbrutit yrkesutbildningen',
        en: 'Share that discontinued vocational education',
      },
      unit: 'share',
      kind: 'share',
      of: [80],
      decimals: 1,
      numerator: {
        fi: 'niistä ne, joiden aloittaja on keskeyttänyt ammatillisen koulutuksen',
        sv: 'de av dem där den studerande har avbrutit yrkesutbildningen',
        en: 'those of them whose learner has discontinued vocational education',
      },
      denominator: startsInTime,
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
      denominator: startsInTime,
    },
  ],
  limits: [
    {
      fi: 'Ennen valtakunnallista vähennystä: muilla järjestäjillä valmistuneet ja jatkavat näyttävät keskeyttäneiltä. Lukiokoulutukseen siirtyneet kuuluvat tässä sarjassa keskeyttäneisiin.',
      sv: 'Före nationellt avdrag: de som utexaminerats eller fortsätter hos andra anordnare ser ut att ha avbrutit. De som övergått till gymnasieutbildning hör i denna serie till dem som avbrutit.',
      en: 'Before national deduction: those who graduated or continue at other providers look as if they had discontinued. In this series whoever moved to general upper secondary education has discontinued.',
    },
  ],
  unverified: [ripeLater],
};
