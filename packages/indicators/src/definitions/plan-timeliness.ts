import { cohort } from './dimensions.js';
import type { Definition, Exclusion, Expr, Source, Step } from './definition.js';
import { asOf, bindStartingDay, startingDay } from './vocational-starts.js';
import { bindFundingOn, bindInvalid, fundingOf, invalidated, nested, vocationalDimensions } from './vocational.js';

const approved: Expr = { column: 'approved' };
const limit: Expr = { param: 'own.days' };
const lastInTime: Expr = { add: [startingDay, limit] };

const begunAndOver = {
  fi: 'ajanjaksolla alkaneet opiskeluoikeudet, joiden suunnitelman määräaika on päättynyt',
  sv: 'studierätter som började under perioden och där tidsfristen för planen har gått ut',
  en: 'study rights begun in the period whose time for the plan is over',
};

export const personalPlan: Source = {
  title: {
    fi: 'Laki ammatillisesta koulutuksesta, henkilökohtainen osaamisen kehittämissuunnitelma (HOKS)',
    sv: 'Lagen om yrkesutbildning, personlig utvecklingsplan för kunnandet (PUK)',
    en: 'Act on vocational education and training, personal competence development plan (HOKS)',
  },
  reference:
    '531/2017, 44 § (HE 112/2024 vp, 2.1); Opetushallitus/ehoks 2a04d34f, hoks/schema.clj (ensikertainen-hyvaksyminen, hyvaksytty, paivitetty)',
};

/** Binds `undated`: the right has a plan that does not say when it was first approved. */
export const bindUndated: Step = {
  bind: 'undated',
  ofChildren: 'plan',
  where: { isMissing: { column: 'plan.approved' } },
  take: 'any',
};

/** @param days names of the days of which one would tell of a plan */
export function approvalUnknown(days: readonly string[]): Exclusion {
  return {
    id: 'approvalUnknown',
    label: {
      fi: 'Suunnitelman ensimmäistä hyväksymispäivää ei tiedetä',
      sv: 'Det är inte känt när planen först godkändes',
      en: 'It is not known when the plan was first approved',
    },
    when: { all: [{ column: 'undated' }, ...days.map((column): Expr => ({ isMissing: { column } }))] },
  };
}

/**
 * Personal plans (HOKS) at the start of studies: first approved within so many days of the first day of presence, later, or not at all.
 * The limit is the provider's own. A right is looked at only when its limit has passed, whether it has a plan or not: of those who
 * have just started only the early plans could be seen.
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
        bindInvalid,
        bindStartingDay,
        {
          bind: 'approved',
          ofChildren: 'plan',
          where: { atMost: [{ column: 'plan.approved' }, asOf] },
          take: { min: { column: 'plan.approved' } },
        },
        bindUndated,
        bindFundingOn('fundingThen', startingDay),
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
            id: 'tooEarlyToSay',
            label: {
              fi: 'Aloittamisesta on niin vähän aikaa, ettei suunnitelman määräaika ole päättynyt',
              sv: 'Starten ligger så nära att tiden för planen inte har gått ut',
              en: 'Started so recently that the time for the plan is not over',
            },
            when: { less: [asOf, lastInTime] },
          },
        },
        { exclude: approvalUnknown(['approved']) },
        { slice: [startingDay, startingDay] },
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
  dimensions: [...vocationalDimensions, fundingOf('fundingThen'), cohort(startingDay)],
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
      denominator: begunAndOver,
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
      denominator: begunAndOver,
    },
    {
      id: 'timeliness',
      label: { fi: 'Suunnitelmien hyväksymisaika', sv: 'När planerna godkändes', en: 'When plans were approved' },
      unit: 'share',
      kind: 'distribution',
      decimals: 1,
      numerator: {
        fi: 'opiskeluoikeudet, joiden suunnitelma hyväksyttiin ajoissa tai myöhässä tai joilla ei ole suunnitelmaa',
        sv: 'studierätter vars plan godkändes i tid eller för sent eller som inte har någon plan',
        en: 'study rights whose plan was approved in time or late, or that have none',
      },
      denominator: begunAndOver,
    },
  ],
  limits: [
    {
      fi: 'Mukana ovat koko tutkintoa ja tutkinnon osia suorittavien opiskeluoikeudet, myös ne, jotka päättyivät ennen määräaikaa.',
      sv: 'Studierätter för hela examina och examensdelar ingår, även de som avslutades före tidsfristen.',
      en: 'Study rights to whole qualifications and to units are included, also those that ended before the limit.',
    },
    {
      fi: 'Suunnitelma yhdistetään opiskeluoikeuteen sen tunnisteella: suunnitelma, jonka opiskeluoikeutta ei ole aineistossa, ei näy.',
      sv: 'En plan förenas med studierätten genom dess nummer: en plan vars studierätt inte finns i materialet syns inte.',
      en: 'A plan is joined to its study right by the right’s number: a plan whose right is not in the records is not seen.',
    },
  ],
  unverified: [
    {
      fi: 'Laissa ei tiettävästi ole suunnitelmalle päivissä laskettavaa määräaikaa; raja on järjestäjän oma.',
      sv: 'Lagen anger veterligen ingen tidsfrist i dagar för planen; gränsen är anordnarens egen.',
      en: 'As far as is known the act gives no limit in days; it is the provider’s own.',
    },
  ],
};
