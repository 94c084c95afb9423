import type { DimensionRule, Expr, Step } from './definition.js';
import { checkpoint, cohort } from './dimensions.js';
import { bindInvalid, cutsOf, invalidated, isPresent, isPresentInTuva, nested, warehouse } from './vocational.js';

/** Studies that were started, half-year by half-year, and looked at every six months: the vocational series of the follow-up. */

export const startingDay: Expr = { column: 'startingDay' };
export const checkpointDay: Expr = { param: 'checkpoint.day' };
const asOf: Expr = { param: 'asOf' };

/** The day of confirmation of a right that has graduated; where that is not known, the day of graduation. */
const completion: readonly Step[] = [
  {
    bind: 'graduationDay',
    ofChildren: 'period',
    where: {
      all: [{ in: 'period.state', codes: ['graduated'] }, { atMost: [{ column: 'period.start' }, asOf] }],
    },
    take: { min: { column: 'period.start' } },
  },
  {
    bind: 'completedOn',
    to: {
      when: [[{ isMissing: { column: 'right.confirmed' } }, { column: 'graduationDay' }]],
      otherwise: { column: 'right.confirmed' },
    },
  },
  {
    bind: 'inTuvaOnCompletion',
    anyOtherRight: isPresentInTuva({ column: 'completedOn' }, { column: 'completedOn' }),
  },
];

/** One start for each person, kind of education (a whole qualification or parts of one) and half-year. */
export const starts: readonly Step[] = [
  bindInvalid,
  {
    bind: 'startingDay',
    ofChildren: 'period',
    where: isPresent('period.state'),
    take: { min: { column: 'period.start' } },
  },
  { bind: 'inTuvaOnStart', anyOtherRight: isPresentInTuva(startingDay, startingDay) },
  ...completion,
  {
    keep: {
      all: [
        { in: 'right.education', codes: ['wholeQualification', 'qualificationUnits'] },
        { atMost: [{ param: 'from' }, startingDay] },
        { atMost: [startingDay, { min: [{ param: 'to' }, asOf] }] },
      ],
    },
  },
  { exclude: invalidated },
  { exclude: nested },
  {
    exclude: {
      id: 'presentInTuva',
      label: {
        fi: 'Aloittaessaan läsnä TUVA-koulutuksessa',
        sv: 'Närvarande i Hux-utbildning vid starten',
        en: 'Present in preparatory education (TUVA) on the starting day',
      },
      when: { column: 'inTuvaOnStart' },
    },
  },
  {
    firstOf: [
      { column: 'right.person' },
      { in: 'right.education', codes: ['qualificationUnits'] },
      { halfYearOf: startingDay },
    ],
    orderBy: [startingDay, { column: 'right.start' }, { column: 'right.key' }],
    otherwise: {
      id: 'otherStart',
      label: {
        fi: 'Saman henkilön toinen aloitus samana puolivuotena',
        sv: 'Samma persons andra start under samma halvår',
        en: 'Another start of the same person in the same half-year',
      },
    },
  },
  { checkpoints: { after: startingDay, months: [6, 12, 18, 24, 30, 36, 42, 48, 54, 60], lastMonthEnd: false } },
];

/** What the right that was started is doing on the day: `ownGraduated`, `ownContinues`, or neither. */
export const ownState: readonly Step[] = [
  { bind: 'ownGraduated', to: { atMost: [{ column: 'graduationDay' }, checkpointDay] } },
  {
    bind: 'ownContinues',
    ofChildren: 'period',
    where: {
      all: [
        { in: 'period.state', codes: ['present', 'holiday', 'interrupted'] },
        { atMost: [{ column: 'period.start' }, checkpointDay] },
        { atMost: [checkpointDay, { column: 'period.end' }] },
      ],
    },
    take: 'any',
  },
];

export const startDimensions: readonly DimensionRule[] = [
  ...cutsOf(startingDay),
  {
    id: 'education',
    label: { fi: 'Aloitettu koulutus', sv: 'Påbörjad utbildning', en: 'Education started' },
    from: {
      codes: 'right.education',
      members: [
        {
          codes: ['wholeQualification'],
          id: 'wholeQualification',
          label: { fi: 'Koko tutkinto', sv: 'Hel examen', en: 'Whole qualification' },
        },
        {
          codes: ['qualificationUnits'],
          id: 'qualificationUnits',
          label: { fi: 'Tutkinnon osa tai osia', sv: 'Examensdel eller examensdelar', en: 'Qualification units' },
        },
      ],
    },
  },
  cohort(startingDay),
  checkpoint,
];

/** What shares of started studies are shares of, in words. */
export const startsInTime = {
  fi: 'ammatillisen koulutuksen aloitukset, joista on kulunut tarkasteluajankohdan edellyttämä aika',
  sv: 'påbörjade studier i yrkesutbildning för vilka uppföljningstidpunkten har nåtts',
  en: 'starts of vocational education that have reached the checkpoint',
};

export const followUpSource = warehouse(
  {
    fi: 'Ammatillisen koulutuksen opintojen kulku (Vipusen tietovarasto)',
    sv: 'Studieförloppet inom yrkesutbildningen (Vipunens datalager)',
    en: 'Progress of studies in vocational education (the warehouse behind Vipunen)',
  },
  'p_lataa_temp_koski_opintojen_kulku_1_perusjoukko, 2a_valmistumiset, 2c_muut_opiskeluoikeudet and 3a_ammatillinen (30.7.2025)',
);

export const ripeLater = {
  fi: 'Tarkasteluajankohta on mukana, kun koko aloituspuolivuodelle on kulunut sen aika kuukausien loppuun pyöristettynä; kansallinen laskenta ottaa sen mukaan enintään kaksi kuukautta aiemmin.',
  sv: 'En uppföljningstidpunkt tas med när tiden har gått för hela starthalvåret, avrundat till månadsslut; den nationella beräkningen tar med den högst två månader tidigare.',
  en: 'A checkpoint is there when its time has passed for the whole starting half-year, rounded to ends of months; the national calculation has it up to two months earlier.',
};
