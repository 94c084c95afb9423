import {
  ageGroup,
  cohort,
  education,
  field,
  gender,
  location,
  method,
  provider,
  qualification,
  qualificationType,
  school,
} from './dimensions.js';
import type { Definition, Expr, Source } from './definition.js';
import { asOf, bindStartingDay, startingDay } from './vocational-starts.js';
import { nested } from './vocational.js';

const approved: Expr = { column: 'approved' };
const limit: Expr = { param: 'own.days' };
const lastInTime: Expr = { add: [startingDay, limit] };

export const personalPlan: Source = {
  title: {
    fi: 'Laki ammatillisesta koulutuksesta, henkilökohtainen osaamisen kehittämissuunnitelma (HOKS)',
    sv: 'Lagen om yrkesutbildning, personlig utvecklingsplan för kunnandet (PUK)',
    en: 'Act on vocational education and training, personal competence development plan (HOKS)',
  },
  reference:
    '531/2017, 44–46 §; Opetushallitus/ehoks 2a04d34f, hoks/schema.clj (ensikertainen-hyvaksyminen, paivitetty)',
};

/**
 * Personal plans (HOKS) at the start of studies: approved within so many days of the first day of presence, later, or not at all. The
 * limit is the provider's own; the act has none.
 */
export const planTimeliness: Definition = {
  id: 'plan-timeliness',
  version: '1.0.0',
  name: {
    fi: 'Henkilökohtainen suunnitelma opintojen alussa',
    sv: 'Personlig utvecklingsplan i början av studierna',
    en: 'Personal plan at the start of studies',
  },
  meaning: {
    fi: 'Kuinka suurelle osalle aloittaneista henkilökohtainen osaamisen kehittämissuunnitelma hyväksyttiin ajoissa.',
    sv: 'För hur stor andel av dem som började den personliga utvecklingsplanen godkändes i tid.',
    en: 'For what share of those who started the personal competence development plan was approved in time.',
  },
  direction: 'higherIsBetter',
  parameters: [
    {
      id: 'days',
      label: {
        fi: 'Suunnitelma on ajoissa, kun se on hyväksytty näin monen päivän kuluessa aloittamisesta',
        sv: 'Planen är i tid när den har godkänts inom så här många dagar från starten',
        en: 'A plan is in time when it is approved within so many days of the start',
      },
      standard: 30,
    },
  ],
  rules: [
    {
      id: 'from-start',
      label: { fi: 'Aloittamisesta hyväksymiseen', sv: 'Från start till godkännande', en: 'From start to approval' },
      inForce: {},
      steps: [
        bindStartingDay,
        {
          bind: 'approved',
          ofChildren: 'plan',
          where: { atMost: [{ column: 'plan.approved' }, asOf] },
          take: { min: { column: 'plan.approved' } },
        },
        {
          keep: {
            all: [
              { in: 'right.education', codes: ['wholeQualification', 'qualificationUnits'] },
              { atMost: [{ param: 'from' }, startingDay] },
              { atMost: [startingDay, { min: [{ param: 'to' }, asOf] }] },
            ],
          },
        },
        { exclude: nested },
        {
          exclude: {
            id: 'tooEarlyToSay',
            label: {
              fi: 'Aloittamisesta on niin vähän aikaa, ettei suunnitelman määräaika ole päättynyt',
              sv: 'Starten ligger så nära att tiden för planen inte har gått ut',
              en: 'Started so recently that the time for the plan is not over',
            },
            when: { all: [{ isMissing: approved }, { less: [asOf, lastInTime] }] },
          },
        },
        {
          bind: 'timely',
          to: {
            when: [
              [{ isMissing: approved }, 3],
              [{ atMost: [approved, lastInTime] }, 1],
            ],
            otherwise: 2,
          },
        },
      ],
      measure: {
        kind: 'distribution',
        of: { column: 'timely' },
        label: { fi: 'Suunnitelma', sv: 'Plan', en: 'Plan' },
        categories: [
          { code: 1, label: { fi: 'Hyväksytty ajoissa', sv: 'Godkänd i tid', en: 'Approved in time' } },
          { code: 2, label: { fi: 'Hyväksytty myöhässä', sv: 'Godkänd för sent', en: 'Approved late' } },
          { code: 3, label: { fi: 'Ei suunnitelmaa', sv: 'Ingen plan', en: 'No plan' } },
        ],
      },
      sources: [personalPlan],
    },
  ],
  dimensions: [
    provider,
    school,
    location,
    qualification,
    qualificationType,
    field,
    education,
    method,
    gender,
    ageGroup(startingDay),
    cohort(startingDay),
  ],
  figures: [
    {
      id: 'inTime',
      label: { fi: 'Suunnitelma ajoissa', sv: 'Plan i tid', en: 'Plan in time' },
      unit: 'share',
      kind: 'share',
      of: [1],
      decimals: 1,
      numerator: {
        fi: 'opiskeluoikeudet, joiden suunnitelma hyväksyttiin määräajassa',
        sv: 'studierätter vars plan godkändes inom utsatt tid',
        en: 'study rights whose plan was approved within the limit',
      },
      denominator: {
        fi: 'ajanjaksolla alkaneet opiskeluoikeudet, joiden määräaika on päättynyt tai joilla on suunnitelma',
        sv: 'studierätter som började under perioden och vars tid har gått ut eller som har en plan',
        en: 'study rights begun in the period whose time is over or that have a plan',
      },
    },
    {
      id: 'withPlan',
      label: { fi: 'Suunnitelma tehty', sv: 'Plan gjord', en: 'Has a plan' },
      unit: 'share',
      kind: 'share',
      of: [1, 2],
      decimals: 1,
      numerator: {
        fi: 'opiskeluoikeudet, joilla on hyväksytty suunnitelma',
        sv: 'studierätter som har en godkänd plan',
        en: 'study rights with an approved plan',
      },
      denominator: {
        fi: 'ajanjaksolla alkaneet opiskeluoikeudet, joiden määräaika on päättynyt tai joilla on suunnitelma',
        sv: 'studierätter som började under perioden och vars tid har gått ut eller som har en plan',
        en: 'study rights begun in the period whose time is over or that have a plan',
      },
    },
    {
      id: 'timeliness',
      label: { fi: 'Suunnitelmien ajantasaisuus', sv: 'Planernas aktualitet', en: 'Timeliness of plans' },
      unit: 'share',
      kind: 'distribution',
      decimals: 1,
    },
  ],
  limits: [
    {
      fi: 'Suunnitelma yhdistetään opiskeluoikeuteen sen tunnisteella: suunnitelma, jonka opiskeluoikeutta ei ole aineistossa, ei näy.',
      sv: 'En plan förenas med studierätten genom dess nummer: en plan vars studierätt inte finns i materialet syns inte.',
      en: 'A plan is joined to its study right by the right’s number: a plan whose right is not in the records is not seen.',
    },
  ],
  unverified: [
    {
      fi: 'Laki ei anna suunnitelmalle päivissä laskettavaa määräaikaa; raja on järjestäjän oma.',
      sv: 'Lagen anger ingen tidsfrist i dagar för planen; gränsen är anordnarens egen.',
      en: 'The act gives no limit in days; it is the provider’s own.',
    },
  ],
};
