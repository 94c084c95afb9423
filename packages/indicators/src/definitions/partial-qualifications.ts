import { confirmedPerformances } from './confirmed-performances.js';
import type { Definition } from './definition.js';

/** Performances of a part or parts of a qualification (tutkinnon osa tai osia), by the day on which they were confirmed. */
export const partialQualifications: Definition = confirmedPerformances(
  {
    id: 'partial-qualifications',
    name: {
      fi: 'Tutkinnon osien suoritukset',
      sv: 'Avlagda delar av examen',
      en: 'Completed parts of qualifications',
    },
    meaning: {
      fi: 'Kuinka monta tutkinnon osaan tai osiin johtavaa opiskeluoikeutta on vahvistettu suoritetuksi, vahvistuspäivän mukaan; yhdessä voi olla useita tutkinnon osia.',
      sv: 'Hur många studierätter som leder till en eller flera examensdelar som bekräftats som avlagda, enligt dagen för bekräftelsen; i en studierätt kan det ingå flera examensdelar.',
      en: 'How many study rights in one or more units of a qualification have been confirmed as completed, by the day of confirmation; one right can hold several units.',
    },
  },
  'qualificationUnits',
  [
    {
      id: 'performances',
      label: {
        fi: 'Tutkinnon osan tai osien suoritukset',
        sv: 'Prestationer i en eller flera examensdelar',
        en: 'Completed parts of qualifications',
      },
      unit: 'studyRights',
      kind: 'count',
      decimals: 0,
    },
    {
      id: 'persons',
      label: {
        fi: 'Tutkinnon osan tai osia suorittaneet',
        sv: 'De som avlagt en eller flera examensdelar',
        en: 'Persons who completed a part of a qualification',
      },
      unit: 'graduates',
      kind: 'persons',
      decimals: 0,
    },
  ],
);
