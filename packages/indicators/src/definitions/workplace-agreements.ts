import type { Definition, Expr } from './definition.js';
import { bindFundingOn, fundingOf, vocationalDimensions, vocationalRights } from './vocational.js';
import {
  onlyWithinRight,
  rightFrom,
  workplaceDimensions,
  workplaceFrom,
  workplaceRecords,
  workplacesInRecords,
  workplaceTo,
} from './workplace.js';

/**
 * The piece of a period on whose day it begins within the right: its first one, or the one that the right's first day falls in where
 * the period had begun before.
 */
const beginsHere: Expr = {
  any: [
    { all: [{ column: 'workplace.first' }, { atMost: [rightFrom, { column: 'workplace.start' }] }] },
    {
      all: [
        { atMost: [{ column: 'workplace.start' }, rightFrom] },
        { atMost: [rightFrom, { column: 'workplace.end' }] },
      ],
    },
  ],
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
      label: { fi: 'Alkamispäivän mukaan', sv: 'Enligt startdagen', en: 'By the first day' },
      inForce: {},
      steps: [
        ...vocationalRights,
        { each: 'workplace' },
        { keep: { all: [beginsHere, { atMost: [workplaceFrom, workplaceTo] }] } },
        { bind: 'began', to: workplaceFrom },
        { slice: [{ column: 'began' }, { column: 'began' }] },
        bindFundingOn('fundingThen', { column: 'began' }),
      ],
      measure: { kind: 'count' },
      sources: [workplacesInRecords],
    },
  ],
  dimensions: [...vocationalDimensions, fundingOf('fundingThen'), ...workplaceDimensions],
  figures: [
    {
      id: 'periods',
      label: { fi: 'Työpaikkajaksoja', sv: 'Arbetsplatsperioder', en: 'Workplace periods' },
      unit: 'agreements',
      kind: 'count',
      decimals: 0,
      numerator: {
        fi: 'tarkastelujaksolla alkaneet työpaikkajaksot',
        sv: 'arbetsplatsperioder som började under observationsperioden',
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
    {
      fi: 'Ennen opiskeluoikeutta alkanut jakso alkaa opiskeluoikeuden ensimmäisenä päivänä.',
      sv: 'En period som började före studierätten börjar på studierättens första dag.',
      en: 'A period that began before the study right begins on the first day of the right.',
    },
    onlyWithinRight,
    workplaceRecords,
  ],
  unverified: [],
};
