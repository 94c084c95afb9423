import type { Definition } from './definition.js';
import { cohort } from './dimensions.js';
import { bindFundingOn, fundingOf, vocationalDimensions, vocationalRights } from './vocational.js';
import { bindWay, byWay, figuresByWay, limitsOfWays, rightFrom, rightTo, workplacesInRecords } from './workplace.js';

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
    fi: 'Kuinka suurella osalla opiskeluoikeuksista on tarkastelujaksolla oppisopimus- tai koulutussopimuspäiviä.',
    sv: 'Hur stor andel av studierätterna som har dagar med läroavtal eller utbildningsavtal under observationsperioden.',
    en: 'What share of study rights has days of apprenticeship or training agreement in the window.',
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
        ...vocationalRights,
        { slice: [rightFrom, rightTo] },
        {
          bind: 'presentOn',
          ofChildren: 'period',
          where: {
            all: [
              { in: 'period.state', codes: ['present'] },
              { atMost: [{ column: 'period.start' }, { column: 'period.end' }] },
              { atMost: [{ column: 'period.start' }, { column: 'row.end' }] },
              { atMost: [{ column: 'row.start' }, { column: 'period.end' }] },
            ],
          },
          take: { max: { min: [{ column: 'period.end' }, { column: 'row.end' }] } },
        },
        { keep: { not: { isMissing: { column: 'presentOn' } } } },
        bindFundingOn('fundingThen', { column: 'presentOn' }),
        ...bindWay({ column: 'row.start' }, { column: 'row.end' }),
      ],
      measure: byWay,
      sources: [workplacesInRecords],
    },
  ],
  dimensions: [...vocationalDimensions, fundingOf('fundingThen'), cohort(rightFrom)],
  figures: figuresByWay({
    fi: 'opiskeluoikeudet, joissa on läsnäoloa',
    sv: 'studierätter med närvaro',
    en: 'study rights with presence',
  }),
  limits: [
    {
      fi: 'Usean vuoden luvussa opiskeluoikeus on mukana kerran kultakin vuodelta, jona siinä on läsnäoloa.',
      sv: 'I ett tal för flera år ingår en studierätt en gång för varje år med närvaro.',
      en: 'In a figure of several years a study right is counted once for each year with presence.',
    },
    ...limitsOfWays,
  ],
  unverified: [],
};
