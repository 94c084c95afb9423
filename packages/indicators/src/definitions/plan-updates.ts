import { education } from './dimensions.js';
import type { Definition, Expr } from './definition.js';
import { approvalUnknown, bindUndated, personalPlan } from './plan-timeliness.js';
import { bindFundingOn, bindInvalid, cutsOf, fundingOf, invalidated, isPresent, nested } from './vocational.js';

/** The day that is looked at: the last of the period, or that of the data. */
const day: Expr = { min: [{ param: 'to' }, { param: 'asOf' }] };
const known = (column: string): Expr => ({ atMost: [{ column }, day] });

/** Names of the latest day of each kind, of all plans of the right. */
const daysOfPlans = ['approved', 'approvedAgain', 'changed'];

const presentOnTheDay = {
  fi: 'opiskeluoikeudet, joissa opiskelija on läsnä tai lomalla tarkastelupäivänä',
  sv: 'studierätter där den studerande är närvarande eller har semester på granskningsdagen',
  en: 'study rights present or on holiday on the day that is looked at',
};

/**
 * Whether the plans of those who are studying are kept up to date: the latest approval or change on the day or within so many days before
 * it. There is no cut by year or month: only the latest change is known, so earlier days would look worse than they were.
 */
export const planUpdates: Definition = {
  id: 'plan-updates',
  version: '1.0.0',
  name: {
    fi: 'Suunnitelman päivittäminen opintojen aikana',
    sv: 'Uppdatering av planen under studierna',
    en: 'Keeping the personal plan up to date',
  },
  meaning: {
    fi: 'Kuinka suurella osalla opiskelijoista henkilökohtainen suunnitelma on tehty tai päivitetty äskettäin.',
    sv: 'För hur stor andel av de studerande den personliga planen har gjorts eller uppdaterats nyligen.',
    en: 'For what share of students the personal plan has been made or changed recently.',
  },
  direction: 'higherIsBetter',
  parameters: [
    {
      id: 'days',
      label: {
        fi: 'Suunnitelma on ajan tasalla, kun se on hyväksytty tai sitä on muutettu näin monen viimeksi kuluneen päivän aikana',
        sv: 'Planen är aktuell när den har godkänts eller ändrats under så här många av de senaste dagarna',
        en: 'A plan is up to date when it was approved or changed within so many days',
      },
      standard: 183,
    },
  ],
  rules: [
    {
      id: 'on-the-last-day',
      label: {
        fi: 'Ajanjakson viimeisenä päivänä läsnä olevat',
        sv: 'Närvarande på periodens sista dag',
        en: 'Present on the last day of the period',
      },
      inForce: {},
      steps: [
        bindInvalid,
        {
          bind: 'present',
          ofChildren: 'period',
          where: {
            all: [
              isPresent('period.state'),
              { atMost: [{ column: 'period.start' }, day] },
              { atMost: [day, { column: 'period.end' }] },
            ],
          },
          take: 'any',
        },
        {
          bind: 'approved',
          ofChildren: 'plan',
          where: known('plan.approved'),
          take: { max: { column: 'plan.approved' } },
        },
        {
          bind: 'approvedAgain',
          ofChildren: 'plan',
          where: known('plan.lastApproved'),
          take: { max: { column: 'plan.lastApproved' } },
        },
        {
          bind: 'changed',
          ofChildren: 'plan',
          where: known('plan.updated'),
          take: { max: { column: 'plan.updated' } },
        },
        bindUndated,
        bindFundingOn('fundingThen', day),
        {
          keep: {
            all: [
              { in: 'right.education', codes: ['wholeQualification', 'qualificationUnits'] },
              { column: 'present' },
              { atMost: [{ param: 'from' }, day] },
            ],
          },
        },
        { exclude: invalidated },
        { exclude: nested },
        { exclude: approvalUnknown(daysOfPlans) },
        {
          bind: 'state',
          to: {
            when: [
              [
                {
                  any: daysOfPlans.map((column): Expr => ({
                    less: [{ subtract: [day, { param: 'own.days' }] }, { column }],
                  })),
                },
                1,
              ],
              [
                {
                  all: daysOfPlans.map((column): Expr => ({ isMissing: { column } })),
                },
                3,
              ],
            ],
            otherwise: 2,
          },
        },
      ],
      measure: {
        kind: 'distribution',
        of: { column: 'state' },
        label: { fi: 'Suunnitelma', sv: 'Plan', en: 'Plan' },
        categories: [
          { code: 1, label: { fi: 'Ajan tasalla', sv: 'Aktuell', en: 'Up to date' } },
          { code: 2, label: { fi: 'Päivittämättä', sv: 'Inte uppdaterad', en: 'Not changed lately' } },
          { code: 3, label: { fi: 'Ei suunnitelmaa', sv: 'Ingen plan', en: 'No plan' } },
        ],
      },
      sources: [personalPlan],
    },
  ],
  dimensions: [...cutsOf(day), education, fundingOf('fundingThen')],
  figures: [
    {
      id: 'upToDate',
      label: { fi: 'Suunnitelma ajan tasalla', sv: 'Planen aktuell', en: 'Plan up to date' },
      unit: 'share',
      kind: 'share',
      of: [1],
      decimals: 1,
      numerator: {
        fi: 'opiskeluoikeudet, joiden suunnitelma on hyväksytty tai muutettu rajan sisällä',
        sv: 'studierätter vars plan har godkänts eller ändrats inom gränsen',
        en: 'study rights whose plan was approved or changed within the limit',
      },
      denominator: presentOnTheDay,
    },
    {
      id: 'withPlan',
      label: { fi: 'Opiskelijalla on suunnitelma', sv: 'Den studerande har en plan', en: 'Student has a plan' },
      unit: 'share',
      kind: 'share',
      of: [1, 2],
      decimals: 1,
      numerator: {
        fi: 'opiskeluoikeudet, joilla on suunnitelma',
        sv: 'studierätter som har en plan',
        en: 'study rights with a plan',
      },
      denominator: presentOnTheDay,
    },
    {
      id: 'states',
      label: { fi: 'Suunnitelmien tilanne', sv: 'Planernas läge', en: 'State of plans' },
      unit: 'share',
      kind: 'distribution',
      decimals: 1,
      numerator: {
        fi: 'opiskeluoikeudet, joiden suunnitelma on ajan tasalla, päivittämättä tai tekemättä',
        sv: 'studierätter vars plan är aktuell, inte uppdaterad eller inte gjord',
        en: 'study rights whose plan is up to date, not changed lately or not made',
      },
      denominator: presentOnTheDay,
    },
  ],
  limits: [
    {
      fi: 'Tarkasteltava päivä on ajanjakson viimeinen päivä, tai aineiston päivä, jos se on aikaisempi. Suunnitelmasta tunnetaan vain viimeisin muutos: jos sitä on muutettu tarkastelupäivän jälkeen, aiempi muutos ei näy. Luku on luotettavin aineiston päivänä.',
      sv: 'Granskningsdagen är periodens sista dag, eller materialets dag om den är tidigare. Av en plan är bara den senaste ändringen känd: om den har ändrats efter granskningsdagen syns en tidigare ändring inte. Talet är tillförlitligast på materialets dag.',
      en: 'The day that is looked at is the last of the period, or that of the data where it is earlier. Only the latest change of a plan is known: where it was changed after that day, an earlier change is not seen. So the figure is best looked at on the day of the data.',
    },
  ],
  unverified: [
    {
      fi: 'Järjestäjä vastaa suunnitelman päivittämisestä, mutta laissa ei tiettävästi ole sille määräaikaa; raja on järjestäjän oma.',
      sv: 'Anordnaren ansvarar för att planen uppdateras, men lagen anger veterligen ingen tidsfrist; gränsen är anordnarens egen.',
      en: 'The provider is responsible for keeping the plan up to date, but as far as is known the act sets no limit; it is the provider’s own.',
    },
  ],
};
