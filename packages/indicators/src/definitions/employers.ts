import {
  ageGroup,
  area,
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
  workplaceKind,
  year,
} from './dimensions.js';
import type { Definition, DimensionRule, Expr, Step } from './definition.js';
import { sharedDays } from './workplace-learning.js';
import { vocationalRights } from './vocational.js';

const start: Expr = { column: 'workplace.start' };
const end: Expr = { min: [{ column: 'workplace.end' }, { param: 'asOf' }] };

const workplacePeriods: readonly Step[] = [...vocationalRights, { each: 'workplace' }];

const dimensions: readonly DimensionRule[] = [
  provider,
  school,
  location,
  qualification,
  qualificationType,
  field,
  education,
  workplaceKind,
  area,
  gender,
  ageGroup(start),
  year,
  halfYear,
  month,
];

/** Different employers and workplaces, by business id, that had a learner in the window. */
export const employers: Definition = {
  id: 'employers',
  version: '1.0.0',
  name: {
    fi: 'Työnantajat ja työpaikat',
    sv: 'Arbetsgivare och arbetsplatser',
    en: 'Employers and workplaces',
  },
  meaning: {
    fi: 'Kuinka monen eri työnantajan luona tai työpaikalla opiskellaan oppisopimuksella tai koulutussopimuksella.',
    sv: 'Hos hur många olika arbetsgivare eller på hur många arbetsplatser studier pågår med läroavtal eller utbildningsavtal.',
    en: 'With how many different employers or workplaces students are learning, on an apprenticeship or a training agreement.',
  },
  direction: 'higherIsBetter',
  rules: [
    {
      id: 'business-ids',
      label: { fi: 'Eri Y-tunnukset', sv: 'Olika FO-nummer', en: 'Different business ids' },
      inForce: {},
      steps: [...workplacePeriods, { slice: [start, end] }],
      measure: { kind: 'distinct', of: 'workplace.employer' },
      sources: [sharedDays],
    },
  ],
  dimensions,
  figures: [
    {
      id: 'employers',
      label: { fi: 'Työnantajia', sv: 'Arbetsgivare', en: 'Employers' },
      unit: 'employers',
      kind: 'distinct',
      decimals: 0,
      numerator: {
        fi: 'eri Y-tunnukset, joilla on ajanjaksolla työpaikkajakso',
        sv: 'olika FO-nummer med en period på arbetsplats under perioden',
        en: 'different business ids with a workplace period in the window',
      },
    },
  ],
  limits: [
    {
      fi: 'Jakso, jolta Y-tunnus puuttuu, ei näy. Sama työnantaja eri järjestäjillä lasketaan verkostossa kerran.',
      sv: 'En period utan FO-nummer syns inte. Samma arbetsgivare hos flera anordnare räknas en gång i nätverket.',
      en: 'A period without a business id is not seen. One employer with several providers counts once in the network.',
    },
  ],
  unverified: [],
};

/** Workplace periods that began in the window. */
export const workplaceAgreements: Definition = {
  id: 'workplace-agreements',
  version: '1.0.0',
  name: {
    fi: 'Alkaneet työpaikkajaksot',
    sv: 'Påbörjade arbetsplatsperioder',
    en: 'Workplace periods begun',
  },
  meaning: {
    fi: 'Kuinka monta oppisopimus- tai koulutussopimusjaksoa alkoi.',
    sv: 'Hur många perioder med läroavtal eller utbildningsavtal som började.',
    en: 'How many periods of apprenticeship or training agreement began.',
  },
  direction: 'higherIsBetter',
  rules: [
    {
      id: 'begun',
      label: { fi: 'Alkamispäivän mukaan', sv: 'Enligt startdag', en: 'By the first day' },
      inForce: {},
      steps: [
        ...workplacePeriods,
        { keep: { all: [{ column: 'workplace.first' }, { atMost: [start, { param: 'asOf' }] }] } },
        { slice: [start, start] },
      ],
      measure: { kind: 'count' },
      sources: [sharedDays],
    },
  ],
  dimensions,
  figures: [
    {
      id: 'periods',
      label: { fi: 'Työpaikkajaksoja', sv: 'Arbetsplatsperioder', en: 'Workplace periods' },
      unit: 'agreements',
      kind: 'count',
      decimals: 0,
      numerator: {
        fi: 'ajanjaksolla alkaneet työpaikkajaksot',
        sv: 'arbetsplatsperioder som började under perioden',
        en: 'workplace periods that began in the window',
      },
    },
    {
      id: 'students',
      label: { fi: 'Opiskelijoita', sv: 'Studerande', en: 'Students' },
      unit: 'students',
      kind: 'persons',
      decimals: 0,
      numerator: {
        fi: 'opiskelijat, joiden työpaikkajakso alkoi',
        sv: 'studerande vars arbetsplatsperiod började',
        en: 'students whose workplace period began',
      },
    },
  ],
  limits: [
    {
      fi: 'Peräkkäiset jaksot samalla työpaikalla ovat eri jaksoja, kuten lähteessä.',
      sv: 'Perioder efter varandra på samma arbetsplats är skilda perioder, som i källan.',
      en: 'Periods that follow each other at one workplace are periods of their own, as in the source.',
    },
  ],
  unverified: [],
};
