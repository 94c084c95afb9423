import type { Definition } from './definition.js';
import { vocationalDimensions, vocationalRights } from './vocational.js';
import {
  onlyWithinRight,
  sharedDays,
  workplaceDimensions,
  workplaceFrom,
  workplaceRecords,
  workplacesInRecords,
  workplaceTo,
} from './workplace.js';

/** Days of learning at work; a day on which a person has several periods is one day, divided among them. */
export const workplaceDays: Definition = {
  id: 'workplace-days',
  version: '1.0.0',
  name: { fi: 'Työpaikalla opiskellut päivät', sv: 'Studiedagar på arbetsplatsen', en: 'Days of learning at work' },
  meaning: {
    fi: 'Kuinka monta päivää on opiskeltu työpaikalla oppisopimuksella tai koulutussopimuksella.',
    sv: 'Hur många dagar man har studerat på en arbetsplats med läroavtal eller utbildningsavtal.',
    en: 'How many days have been spent learning at a workplace on an apprenticeship or a training agreement.',
  },
  direction: 'neither',
  rules: [
    {
      id: 'shared-days',
      label: {
        fi: 'Päällekkäiset jaksot jaettuina',
        sv: 'Överlappande perioder delade',
        en: 'Overlapping periods shared',
      },
      inForce: {},
      steps: [...vocationalRights, { each: 'workplace' }, { slice: [workplaceFrom, workplaceTo] }],
      measure: {
        kind: 'personDays',
        amount: {
          multiply: [{ days: [{ column: 'row.start' }, { column: 'row.end' }] }, { column: 'workplace.share' }],
        },
      },
      sources: [sharedDays, workplacesInRecords],
    },
  ],
  dimensions: [...vocationalDimensions, ...workplaceDimensions],
  figures: [
    {
      id: 'days',
      label: { fi: 'Päiviä työpaikalla', sv: 'Dagar på arbetsplatsen', en: 'Days at work' },
      unit: 'days',
      kind: 'amount',
      perUnit: 1_000_000,
      decimals: 0,
      numerator: {
        fi: 'työpaikkajaksojen kalenteripäivät, osa-aikaisuudella painotettuina ja päällekkäisille jaksoille jaettuina',
        sv: 'arbetsplatsperiodernas kalenderdagar, viktade med deltid och delade mellan överlappande perioder',
        en: 'calendar days of workplace periods, weighted by part time and shared among overlapping ones',
      },
    },
    {
      id: 'students',
      label: { fi: 'Opiskelijoita työpaikalla', sv: 'Studerande på arbetsplatsen', en: 'Students at work' },
      unit: 'students',
      kind: 'persons',
      decimals: 0,
      numerator: {
        fi: 'opiskelijat, joilla on päivä työpaikalla',
        sv: 'studerande som har en dag på en arbetsplats',
        en: 'students with a day at a workplace',
      },
    },
  ],
  limits: [onlyWithinRight, workplaceRecords],
  unverified: [],
};
