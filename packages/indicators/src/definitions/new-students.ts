import type { Definition, Expr, Step } from './definition.js';
import { funding } from './dimensions.js';
import {
  bindInvalid,
  invalidated,
  isPresent,
  isVocational,
  nested,
  personsOnce,
  tuvaOfAnyLicence,
  warehouse,
  vocationalDimensions,
  withoutTuvaInMonth,
} from './vocational.js';

const startingDay: Expr = { column: 'startingDay' };
const preparatory: readonly string[] = ['valma', 'telma', 'tuvakoulutuksensuoritus'];

function isPreparatory(right: 'right' | 'other'): Expr {
  return { any: [{ column: `${right}.tuva` }, { in: `${right}.performanceType`, codes: preparatory }] };
}

const ofWholeRights: readonly Step[] = [
  bindInvalid,
  {
    bind: 'startingDay',
    ofChildren: 'period',
    where: isPresent('period.state'),
    take: { min: { column: 'period.start' } },
  },
  { bind: 'fullestShare', ofChildren: 'period', where: 1, take: { max: { column: 'period.share' } } },
  {
    bind: 'studied',
    ofChildren: 'period',
    where: { not: { in: 'period.state', codes: ['graduated'] } },
    take: 'any',
  },
  {
    bind: 'straightToDemonstrations',
    to: { any: [{ atMost: [{ column: 'fullestShare' }, 0] }, { not: { column: 'studied' } }] },
  },
  {
    keep: {
      all: [
        isVocational('right'),
        { atMost: [{ param: 'from' }, startingDay] },
        { atMost: [startingDay, { min: [{ param: 'to' }, { param: 'asOf' }] }] },
      ],
    },
  },
  { exclude: invalidated },
  { exclude: nested },
  {
    exclude: {
      id: 'straightToDemonstrations',
      label: {
        fi: 'Suoraan näyttöön tullut: osa-aikaisuus koko ajan nolla',
        sv: 'Kom direkt till yrkesprov: deltiden hela tiden noll',
        en: 'Straight to competence demonstrations: part-time share zero all the time',
      },
      when: { column: 'straightToDemonstrations' },
    },
  },
  {
    bind: 'earlierRight',
    anyOtherRight: {
      all: [
        { not: { column: 'other.nested' } },
        { not: { column: 'other.invalid' } },
        { not: { column: 'other.straightToDemonstrations' } },
        isVocational('other'),
        isPresent('otherPeriod.state'),
        { equal: [{ column: 'right.provider' }, { column: 'other.provider' }] },
        { equal: [isPreparatory('right'), isPreparatory('other')] },
        { less: [{ column: 'other.start' }, { column: 'right.start' }] },
        { atMost: [{ yearOf: startingDay }, { yearOf: { column: 'other.end' } }] },
      ],
    },
  },
  {
    exclude: {
      id: 'earlierRight',
      label: {
        fi: 'Aiempi opiskeluoikeus samalla järjestäjällä samana vuonna tai yhä voimassa',
        sv: 'Tidigare studierätt hos samma anordnare under samma år eller ännu i kraft',
        en: 'An earlier study right at the same provider, ended that year or still in force',
      },
      when: { column: 'earlierRight' },
    },
  },
];

/**
 * New students (uudet opiskelijat): persons in the month of their first presence or holiday in a right, unless they came straight to
 * competence demonstrations or had an earlier right at the same provider. Preparatory and other education do not make each other earlier.
 */
export const newStudents: Definition = {
  id: 'new-students',
  version: '1.0.0',
  name: { fi: 'Uudet opiskelijat', sv: 'Nya studerande', en: 'New students' },
  meaning: {
    fi: 'Kuinka moni aloitti ammatillisen koulutuksen uutena opiskelijana: oli ensimmäistä kertaa läsnä eikä opiskellut saman järjestäjän aiemmassa koulutuksessa.',
    sv: 'Hur många som började yrkesutbildning som nya studerande: var närvarande för första gången och studerade inte redan i annan utbildning hos samma anordnare.',
    en: 'How many began vocational education as new students: present for the first time, and not already studying with the same provider.',
  },
  direction: 'neither',
  rules: [
    {
      id: 'first-presence',
      label: {
        fi: 'Ensimmäisen läsnäolon kuukausi',
        sv: 'Månaden för första närvaron',
        en: 'Month of the first presence',
      },
      inForce: {},
      steps: [
        ...ofWholeRights,
        { each: 'period' },
        {
          slice: [{ column: 'period.start' }, { min: [{ column: 'period.end' }, { param: 'asOf' }] }],
          into: 'months',
        },
        {
          keep: {
            all: [
              isPresent('period.state'),
              { atMost: [{ param: 'window.start' }, startingDay] },
              { atMost: [startingDay, { param: 'window.end' }] },
            ],
          },
        },
        ...withoutTuvaInMonth({ param: 'window.start' }, { param: 'window.end' }),
      ],
      measure: { kind: 'count' },
      sources: [
        warehouse(
          {
            fi: 'Uudet opiskelijat (Vipusen tietovarasto)',
            sv: 'Nya studerande (Vipunens datalager)',
            en: 'New students (the warehouse behind Vipunen)',
          },
          'p_lataa_amm_opiskelijat_valitaulu (11998), uusi; temp_amm_naytto_opisk, temp_amm_aiempi_oikeus_sama_jarj',
        ),
      ],
    },
  ],
  dimensions: [...vocationalDimensions, funding],
  figures: [
    {
      id: 'newStudents',
      label: { fi: 'Uudet opiskelijat', sv: 'Nya studerande', en: 'New students' },
      unit: 'students',
      kind: 'persons',
      decimals: 0,
    },
  ],
  limits: [
    {
      fi: 'Uusi tarkoittaa uutta samalle järjestäjälle: järjestäjää vaihtava on uusi opiskelija molemmilla.',
      sv: 'Ny betyder ny hos samma anordnare: den som byter anordnare är ny studerande hos båda.',
      en: 'New means new to the provider: whoever changes provider is a new student at both.',
    },
    personsOnce,
  ],
  unverified: [
    tuvaOfAnyLicence,
    {
      fi: 'Kansallinen laskenta käyttää suorituksen alkamispäivää, jos se on ennen opiskeluoikeuden alkamista, ja ottaa huomioon järjestäjien yhdistymiset; tässä kumpikaan ei ole tiedossa.',
      sv: 'Den nationella beräkningen använder prestationens startdag om den är före studierättens början, och beaktar sammanslagningar av anordnare; här är ingetdera känt.',
      en: 'The national calculation uses the starting day of the performance where it is before that of the study right, and knows of providers that have merged; neither is known here.',
    },
  ],
};
