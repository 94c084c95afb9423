import {
  ageGroup,
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
import type { Definition, Expr } from './definition.js';
import { personalPlan } from './plan-timeliness.js';
import { isPresent, nested } from './vocational.js';

/** The day that is looked at: the last of the period, or that of the data. */
const day: Expr = { min: [{ param: 'to' }, { param: 'asOf' }] };
const known = (column: string): Expr => ({ atMost: [{ column }, day] });

/** Whether the plans of those who are studying are kept up to date: the latest approval or change within so many days before the day. */
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
        fi: 'Suunnitelma on ajan tasalla, kun sitä on muutettu näin monen päivän aikana',
        sv: 'Planen är aktuell när den har ändrats inom så här många dagar',
        en: 'A plan is up to date when it was changed within so many days',
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
        {
          keep: {
            all: [
              { in: 'right.education', codes: ['wholeQualification', 'qualificationUnits'] },
              { column: 'present' },
            ],
          },
        },
        { exclude: nested },
        {
          bind: 'state',
          to: {
            when: [
              [
                {
                  any: ['approved', 'approvedAgain', 'changed'].map((column): Expr => ({
                    less: [{ subtract: [day, { param: 'own.days' }] }, { column }],
                  })),
                },
                1,
              ],
              [
                {
                  all: ['approved', 'approvedAgain', 'changed'].map((column): Expr => ({ isMissing: { column } })),
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
    ageGroup(day),
  ],
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
      denominator: {
        fi: 'opiskeluoikeudet, joissa opiskelija on läsnä tarkastelupäivänä',
        sv: 'studierätter där den studerande är närvarande på granskningsdagen',
        en: 'study rights present on the day that is looked at',
      },
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
      denominator: {
        fi: 'opiskeluoikeudet, joissa opiskelija on läsnä tarkastelupäivänä',
        sv: 'studierätter där den studerande är närvarande på granskningsdagen',
        en: 'study rights present on the day that is looked at',
      },
    },
    {
      id: 'states',
      label: { fi: 'Suunnitelmien tilanne', sv: 'Planernas läge', en: 'State of plans' },
      unit: 'share',
      kind: 'distribution',
      decimals: 1,
    },
  ],
  limits: [
    {
      fi: 'Tarkasteltava päivä on ajanjakson viimeinen päivä, tai aineiston päivä, jos se on aikaisempi. Suunnitelmasta tunnetaan vain viimeisin muutos.',
      sv: 'Granskningsdagen är periodens sista dag, eller materialets dag om den är tidigare. Av en plan är bara den senaste ändringen känd.',
      en: 'The day that is looked at is the last of the period, or that of the data where it is earlier. Only the latest change of a plan is known.',
    },
  ],
  unverified: [
    {
      fi: 'Laki edellyttää suunnitelman päivittämistä mutta ei aseta sille määräaikaa; raja on järjestäjän oma.',
      sv: 'Lagen kräver att planen uppdateras men anger ingen tidsfrist; gränsen är anordnarens egen.',
      en: 'The act requires the plan to be kept up to date but sets no limit; it is the provider’s own.',
    },
  ],
};
