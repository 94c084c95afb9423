import { confirmedPerformances } from './confirmed-performances.js';
import type { Definition } from './definition.js';

/** Whole vocational qualifications (tutkinnot) by the day on which they were confirmed. */
export const qualifications: Definition = confirmedPerformances(
  {
    id: 'qualifications',
    name: { fi: 'Tutkinnot', sv: 'Examina', en: 'Qualifications' },
    meaning: {
      fi: 'Kuinka monta koko ammatillista tutkintoa on suoritettu, vahvistuspäivän mukaan.',
      sv: 'Hur många hela yrkesinriktade examina som avlagts, enligt den dag då de bekräftades.',
      en: 'How many whole vocational qualifications have been completed, by the day on which they were confirmed.',
    },
  },
  'wholeQualification',
  [
    {
      id: 'qualifications',
      label: { fi: 'Tutkinnot', sv: 'Examina', en: 'Qualifications' },
      unit: 'qualifications',
      kind: 'count',
      decimals: 0,
    },
    {
      id: 'persons',
      label: { fi: 'Tutkinnon suorittaneet', sv: 'De som avlagt examen', en: 'Holders of a new qualification' },
      unit: 'graduates',
      kind: 'persons',
      decimals: 0,
    },
  ],
);
