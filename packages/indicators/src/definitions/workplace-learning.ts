import type { Definition, Expr, Figure } from './definition.js';
import { funding } from './dimensions.js';
import type { WorkplaceKind } from '../facts/codes.js';
import { vocationalDimensions, vocationalRights } from './vocational.js';
import { courseOfStudiesModel, sharedDays, workplaceRecords } from './workplace.js';

const WHOLE_DAY = 1_000_000;

const allKinds: readonly WorkplaceKind[] = ['apprenticeship', 'trainingAgreement', 'onTheJobLearning'];

const start: Expr = { column: 'row.start' };
const end: Expr = { column: 'row.end' };
const daysInCommon: Expr = {
  sharedDays: [start, end, { column: 'workplace.start' }, { column: 'workplace.end' }],
};

interface Learning extends Pick<Definition, 'id' | 'name' | 'meaning' | 'direction'> {
  readonly kinds: readonly WorkplaceKind[];
  readonly numerator: NonNullable<Figure['numerator']>;
}

/**
 * Days of learning at work as a share of the days of presence, only days of presence being looked at: on each of them the workplace
 * periods of a person have at most one day together, so that the share is at most 1.
 */
function shareOfPresence({ kinds, numerator, ...texts }: Learning): Definition {
  return {
    ...texts,
    version: '1.0.0',
    rules: [
      {
        id: 'shared-days',
        label: {
          fi: 'Päällekkäiset jaksot jaettuina',
          sv: 'Överlappande perioder delade',
          en: 'Overlapping periods shared',
        },
        inForce: {},
        steps: [
          ...vocationalRights,
          { each: 'period' },
          { keep: { in: 'period.state', codes: ['present'] } },
          { slice: [{ column: 'period.start' }, { min: [{ column: 'period.end' }, { param: 'asOf' }] }] },
          {
            bind: 'daysAtWork',
            ofChildren: 'workplace',
            where: { all: [{ in: 'workplace.kind', codes: kinds }, { less: [0, daysInCommon] }] },
            take: { sum: { multiply: [daysInCommon, { column: 'workplace.share' }] } },
          },
        ],
        measure: {
          kind: 'share',
          whole: { multiply: [{ days: [start, end] }, WHOLE_DAY] },
          part: { column: 'daysAtWork' },
        },
        sources: [sharedDays, courseOfStudiesModel],
      },
    ],
    dimensions: [...vocationalDimensions, funding],
    figures: [
      {
        id: 'share',
        label: { fi: 'Osuus läsnäolopäivistä', sv: 'Andel av närvarodagarna', en: 'Share of the days of presence' },
        unit: 'share',
        kind: 'quotient',
        per: 1,
        decimals: 1,
        numerator,
        denominator: { fi: 'läsnäolopäivät', sv: 'närvarodagar', en: 'days of presence' },
      },
    ],
    limits: [workplaceRecords],
    unverified: [
      {
        fi: 'Vipusen mallissa koulutussopimus- ja oppisopimuspäivien osuus lasketaan läsnäolopäivistä KOSKI-tiedoista; miten se käsittelee päällekkäisiä ja osa-aikaisia jaksoja, ei ole tiedossa.',
        sv: 'I Vipunens modell beräknas dagarna med utbildningsavtal och läroavtal som andelar av närvarodagarna enligt KOSKI; hur den behandlar överlappande perioder och deltid är inte känt.',
        en: 'In Vipunen’s model the days of training and apprenticeship agreements are shares of the days of presence in KOSKI; how it treats overlapping and part-time periods is not known.',
      },
    ],
  };
}

export const workplaceLearning = shareOfPresence({
  id: 'workplace-learning',
  name: { fi: 'Työpaikalla oppiminen', sv: 'Lärande på arbetsplatsen', en: 'Learning at work' },
  meaning: {
    fi: 'Kuinka suuri osa läsnäolopäivistä opiskellaan työpaikalla oppisopimuksella tai koulutussopimuksella.',
    sv: 'Hur stor andel av närvarodagarna som är studier på en arbetsplats med läroavtal eller utbildningsavtal.',
    en: 'What share of the days of presence is learning at a workplace, on an apprenticeship or a training agreement.',
  },
  direction: 'higherIsBetter',
  kinds: allKinds,
  numerator: {
    fi: 'läsnäolopäivät, jotka ovat työpaikkajaksoa, jakson osa-aikaisuudella painotettuina ja päällekkäisille jaksoille jaettuina',
    sv: 'närvarodagar som hör till en arbetsplatsperiod, viktade med periodens deltid och delade mellan överlappande perioder',
    en: 'days of presence that belong to a workplace period, weighted by its part time and shared among overlapping ones',
  },
});

export const apprenticeshipLearning = shareOfPresence({
  id: 'apprenticeship-learning',
  name: {
    fi: 'Oppisopimuspäivien osuus',
    sv: 'Andelen dagar med läroavtal',
    en: 'Share of days on an apprenticeship',
  },
  meaning: {
    fi: 'Kuinka suuri osa läsnäolopäivistä opiskellaan työpaikalla oppisopimuksella.',
    sv: 'Hur stor andel av närvarodagarna som är studier på en arbetsplats med läroavtal.',
    en: 'What share of the days of presence is learning at a workplace on an apprenticeship agreement.',
  },
  direction: 'neither',
  kinds: ['apprenticeship'],
  numerator: {
    fi: 'läsnäolopäivät, jotka ovat oppisopimusjaksoa, jakson osa-aikaisuudella painotettuina ja päällekkäisille jaksoille jaettuina',
    sv: 'närvarodagar som hör till en period med läroavtal, viktade med periodens deltid och delade mellan överlappande perioder',
    en: 'days of presence that belong to a period of apprenticeship, weighted by its part time and shared among overlapping ones',
  },
});

export const trainingAgreementLearning = shareOfPresence({
  id: 'training-agreement-learning',
  name: {
    fi: 'Koulutussopimuspäivien osuus',
    sv: 'Andelen dagar med utbildningsavtal',
    en: 'Share of days on a training agreement',
  },
  meaning: {
    fi: 'Kuinka suuri osa läsnäolopäivistä opiskellaan työpaikalla koulutussopimuksella.',
    sv: 'Hur stor andel av närvarodagarna som är studier på en arbetsplats med utbildningsavtal.',
    en: 'What share of the days of presence is learning at a workplace on a training agreement.',
  },
  direction: 'neither',
  kinds: ['trainingAgreement'],
  numerator: {
    fi: 'läsnäolopäivät, jotka ovat koulutussopimusjaksoa, jakson osa-aikaisuudella painotettuina ja päällekkäisille jaksoille jaettuina',
    sv: 'närvarodagar som hör till en period med utbildningsavtal, viktade med periodens deltid och delade mellan överlappande perioder',
    en: 'days of presence that belong to a period of a training agreement, weighted by its part time and shared among overlapping ones',
  },
});
