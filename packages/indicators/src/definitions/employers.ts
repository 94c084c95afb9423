import type { Definition } from './definition.js';
import { vocationalDimensions, vocationalRights } from './vocational.js';
import {
  onlyWithinRight,
  workplaceDimensions,
  workplaceFrom,
  workplaceRecords,
  workplacesInRecords,
  workplaceTo,
} from './workplace.js';

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
      steps: [...vocationalRights, { each: 'workplace' }, { slice: [workplaceFrom, workplaceTo] }],
      measure: { kind: 'distinct', of: 'workplace.employer' },
      sources: [workplacesInRecords],
    },
  ],
  dimensions: [...vocationalDimensions, ...workplaceDimensions],
  figures: [
    {
      id: 'employers',
      label: { fi: 'Työnantajia', sv: 'Arbetsgivare', en: 'Employers' },
      unit: 'employers',
      kind: 'distinct',
      decimals: 0,
      numerator: {
        fi: 'eri Y-tunnukset, joilla on tarkastelujaksolla työpaikkajakson päivä',
        sv: 'olika FO-nummer med en dag av en arbetsplatsperiod under observationsperioden',
        en: 'different business ids with a day of a workplace period in the window',
      },
    },
  ],
  limits: [
    {
      fi: 'Jakso, jolta Y-tunnus puuttuu, ei näy. Sama työnantaja eri järjestäjillä lasketaan verkostossa kerran.',
      sv: 'En period utan FO-nummer syns inte. Samma arbetsgivare hos flera anordnare räknas en gång i nätverket.',
      en: 'A period without a business id is not seen. One employer with several providers counts once in the network.',
    },
    {
      fi: 'Työnantajia ei voi laskea yhteen luokista tai jaksoista: sama työnantaja on jokaisessa, jossa sillä on opiskelijoita.',
      sv: 'Arbetsgivarna får inte summeras över klasser eller perioder: samma arbetsgivare finns i var och en där den har studerande.',
      en: 'Employers do not add up over members or windows: one employer is in each where it has students.',
    },
    onlyWithinRight,
    workplaceRecords,
  ],
  unverified: [],
};
