import {
  ageGroup,
  education,
  field,
  gender,
  halfYear,
  location,
  month,
  provider,
  qualification,
  qualificationType,
  school,
  year,
} from './dimensions.js';
import type { Definition, DimensionRule, Expr, Source, Step } from './definition.js';
import { vocationalRights } from './vocational.js';

const start: Expr = { column: 'row.start' };
const end: Expr = { column: 'row.end' };

export const sharedDays: Source = {
  title: {
    fi: 'Työpaikkajaksojen kestojen laskenta (eHOKS)',
    sv: 'Beräkning av arbetsplatsperiodernas längd (ePUK)',
    en: 'Computing the length of workplace periods (eHOKS)',
  },
  reference: 'Opetushallitus/ehoks 2a04d34f, doc/tyopaikkajaksojen-kestojen-laskenta.md',
};

/** One row for each window of a vocational right: what of it falls in the window. */
export const rightsByWindow: readonly Step[] = [
  ...vocationalRights,
  { slice: [{ column: 'right.start' }, { min: [{ column: 'right.end' }, { param: 'asOf' }] }] },
];

/** Micro-days of a kind of learning at work that fall in the row's window. */
export function workplaceDays(bind: string, kinds: readonly string[]): Step {
  return {
    bind,
    ofChildren: 'workplace',
    where: { in: 'workplace.kind', codes: kinds },
    take: {
      sum: {
        multiply: [
          { sharedDays: [start, end, { column: 'workplace.start' }, { column: 'workplace.end' }] },
          { column: 'workplace.share' },
        ],
      },
    },
  };
}

const presentDays: Step = {
  bind: 'presentDays',
  ofChildren: 'period',
  where: { in: 'period.state', codes: ['present'] },
  take: {
    sum: {
      multiply: [
        { sharedDays: [start, end, { column: 'period.start' }, { column: 'period.end' }] },
        { column: 'period.share' },
      ],
    },
  },
};

export const rightDimensions: readonly DimensionRule[] = [
  provider,
  school,
  location,
  qualification,
  qualificationType,
  field,
  education,
  gender,
  ageGroup(end),
  year,
  halfYear,
  month,
];

const allKinds = ['apprenticeship', 'trainingAgreement', 'onTheJobLearning'];

/** Days of learning at work, as a share of the days of presence; days shared among overlapping workplace periods count once. */
export const workplaceLearning: Definition = {
  id: 'workplace-learning',
  version: '1.0.0',
  name: { fi: 'Työpaikalla oppiminen', sv: 'Lärande på arbetsplatsen', en: 'Learning at work' },
  meaning: {
    fi: 'Kuinka suuri osa läsnäolopäivistä opiskellaan työpaikalla oppisopimuksella tai koulutussopimuksella.',
    sv: 'Hur stor andel av närvarodagarna som är studier på en arbetsplats med läroavtal eller utbildningsavtal.',
    en: 'What share of the days of presence is learning at a workplace, on an apprenticeship or a training agreement.',
  },
  direction: 'higherIsBetter',
  rules: [
    {
      id: 'shared-days',
      label: {
        fi: 'Päällekkäiset jaksot jaettuina',
        sv: 'Överlappande perioder delade',
        en: 'Overlapping periods shared',
      },
      inForce: {},
      steps: [...rightsByWindow, presentDays, workplaceDays('workplaceDays', allKinds)],
      measure: { kind: 'share', whole: { column: 'presentDays' }, part: { column: 'workplaceDays' } },
      sources: [sharedDays],
    },
  ],
  dimensions: rightDimensions,
  figures: [
    {
      id: 'share',
      label: { fi: 'Osuus läsnäolopäivistä', sv: 'Andel av närvarodagarna', en: 'Share of the days of presence' },
      unit: 'share',
      kind: 'quotient',
      per: 1,
      decimals: 3,
      numerator: {
        fi: 'työpaikkajaksojen päivät, osa-aikaisuudella painotettuina ja päällekkäisille jaksoille jaettuina',
        sv: 'arbetsplatsperiodernas dagar, viktade med deltid och delade mellan överlappande perioder',
        en: 'days of workplace periods, weighted by part time and shared among overlapping ones',
      },
      denominator: {
        fi: 'läsnäolopäivät, osa-aikaisuudella painotettuina',
        sv: 'närvarodagarna, viktade med deltid',
        en: 'days of presence, weighted by part time',
      },
    },
  ],
  limits: [
    {
      fi: 'Työpaikkajaksot otetaan eHOKSista, jos opiskeluoikeudella on siellä jaksoja, muuten KOSKI-tiedoista. KOSKI-jaksosta ei tunneta osa-aikaisuutta.',
      sv: 'Arbetsplatsperioderna tas från ePUK om studierätten har perioder där, annars från KOSKI. Om en period i KOSKI är deltid är inte känt.',
      en: 'Workplace periods are those of eHOKS where the right has any there, else those of KOSKI, which does not say how much of full time they are.',
    },
  ],
  unverified: [
    {
      fi: 'Vipusen mallissa koulutussopimuspäivien osuus lasketaan läsnäolopäivistä ilman osa-aikaisuuden painotusta; tässä molemmat painotetaan.',
      sv: 'I Vipunens modell beräknas utbildningsavtalsdagarnas andel av närvarodagarna utan viktning med deltid; här viktas båda.',
      en: 'In Vipunen’s model the share of training-agreement days is of days of presence not weighted by part time; here both are weighted.',
    },
  ],
};

/** How many of those who study have learning at work at all, and on what agreement. */
export const workplaceLearners: Definition = {
  id: 'workplace-learners',
  version: '1.0.0',
  name: {
    fi: 'Työpaikalla oppivat opiskelijat',
    sv: 'Studerande som lär sig på en arbetsplats',
    en: 'Students learning at work',
  },
  meaning: {
    fi: 'Kuinka suurella osalla opiskeluoikeuksista on vuoden aikana oppisopimus- tai koulutussopimusjakso.',
    sv: 'Hur stor andel av studierätterna som har en period med läroavtal eller utbildningsavtal under året.',
    en: 'What share of study rights has a period of apprenticeship or training agreement in the year.',
  },
  direction: 'higherIsBetter',
  rules: [
    {
      id: 'any-day',
      label: {
        fi: 'Vähintään yksi päivä työpaikalla',
        sv: 'Minst en dag på en arbetsplats',
        en: 'At least one day at work',
      },
      inForce: {},
      steps: [
        ...rightsByWindow,
        presentDays,
        { keep: { less: [0, { column: 'presentDays' }] } },
        workplaceDays('apprenticeship', ['apprenticeship']),
        workplaceDays('otherAgreement', ['trainingAgreement', 'onTheJobLearning']),
        {
          bind: 'way',
          to: {
            when: [
              [{ less: [0, { column: 'apprenticeship' }] }, 1],
              [{ less: [0, { column: 'otherAgreement' }] }, 2],
            ],
            otherwise: 3,
          },
        },
      ],
      measure: {
        kind: 'distribution',
        of: { column: 'way' },
        label: { fi: 'Työpaikalla oppiminen', sv: 'Lärande på arbetsplatsen', en: 'Learning at work' },
        categories: [
          { code: 1, label: { fi: 'Oppisopimus', sv: 'Läroavtal', en: 'Apprenticeship agreement' } },
          {
            code: 2,
            label: {
              fi: 'Koulutussopimus, ei oppisopimusta',
              sv: 'Utbildningsavtal, inget läroavtal',
              en: 'Training agreement, no apprenticeship',
            },
          },
          {
            code: 3,
            label: { fi: 'Ei työpaikkajaksoa', sv: 'Ingen period på arbetsplats', en: 'No workplace period' },
          },
        ],
      },
      sources: [sharedDays],
    },
  ],
  dimensions: rightDimensions,
  figures: [
    {
      id: 'any',
      label: { fi: 'Oppii työpaikalla', sv: 'Lär sig på en arbetsplats', en: 'Learning at work' },
      unit: 'share',
      kind: 'share',
      of: [1, 2],
      decimals: 1,
      numerator: {
        fi: 'opiskeluoikeudet, joilla on työpaikkajakso',
        sv: 'studierätter som har en period på en arbetsplats',
        en: 'study rights with a workplace period',
      },
      denominator: {
        fi: 'opiskeluoikeudet, joissa on läsnäoloa',
        sv: 'studierätter med närvaro',
        en: 'study rights with presence',
      },
    },
    {
      id: 'apprenticeship',
      label: { fi: 'Oppisopimus', sv: 'Läroavtal', en: 'Apprenticeship' },
      unit: 'share',
      kind: 'share',
      of: [1],
      decimals: 1,
      numerator: {
        fi: 'opiskeluoikeudet, joilla on oppisopimusjakso',
        sv: 'studierätter som har en period med läroavtal',
        en: 'study rights with a period of apprenticeship',
      },
      denominator: {
        fi: 'opiskeluoikeudet, joissa on läsnäoloa',
        sv: 'studierätter med närvaro',
        en: 'study rights with presence',
      },
    },
    {
      id: 'ways',
      label: {
        fi: 'Työpaikalla oppimisen muodot',
        sv: 'Former av lärande på arbetsplats',
        en: 'Ways of learning at work',
      },
      unit: 'share',
      kind: 'distribution',
      decimals: 1,
    },
  ],
  limits: [
    {
      fi: 'Opiskeluoikeus, jolla on sekä oppisopimus että koulutussopimus, luetaan oppisopimukseen.',
      sv: 'En studierätt med både läroavtal och utbildningsavtal räknas till läroavtal.',
      en: 'A right with both an apprenticeship and a training agreement counts as apprenticeship.',
    },
  ],
  unverified: [],
};
