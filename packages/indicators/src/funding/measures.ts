import type { LocalizedText } from '@strapetsi/text';
import { fundedSurveyRules } from '../feedback/points.js';

type Text = Required<LocalizedText>;

/** What funding is shared by, in the order of the ministry's tables. */
export const fundingMeasures = [
  'startingLevel', // painotetut_opv_lahtotaso
  'costGroup', // painotetut_opv_kustannusryhma
  'qualifications', // painotetut_tutkinnot_ja_osaamispisteet
  'placed', // tyollistyneet_ja_jatko_opiskelijat_ei_tyollisia_ennen_koulutusta
  'workplaceSurvey', // tyopaikkakysely_pisteet
  'workplaceInstructorSurvey', // tyopaikkaohjaajakysely_painotetut_pisteet
  'startSurvey', // aloituskysely_painotetut_pisteet
  'endSurvey', // paattokysely_painotetut_pisteet
] as const;
export type FundingMeasure = (typeof fundingMeasures)[number];

export const fundingMeasureLabels: Readonly<Record<FundingMeasure, Text>> = {
  startingLevel: {
    fi: 'Lähtötasolla painotetut opiskelijavuodet',
    sv: 'Studerandeår viktade enligt utgångsnivå',
    en: 'Student years weighted by starting level',
  },
  costGroup: {
    fi: 'Kustannusryhmällä, tutkintotyypillä ja korotuksilla painotetut opiskelijavuodet',
    sv: 'Studerandeår viktade enligt kostnadsgrupp, examenstyp och höjningar',
    en: 'Student years weighted by cost group, type of qualification and additions',
  },
  qualifications: {
    fi: 'Tutkinnot ja osaamispisteet',
    sv: 'Examina och kompetenspoäng',
    en: 'Qualifications and competence points',
  },
  placed: {
    fi: 'Työllistyneet ja jatko-opiskelijat, jotka eivät olleet työllisiä ennen koulutusta',
    sv: 'Sysselsatta och fortsatt studerande som inte var sysselsatta före utbildningen',
    en: 'Employed or in further study, not employed before',
  },
  workplaceSurvey: fundedSurveyRules.workplace.label,
  workplaceInstructorSurvey: fundedSurveyRules.workplaceInstructor.label,
  startSurvey: fundedSurveyRules.start.label,
  endSurvey: { fi: 'Päättökysely', sv: 'Slutenkät', en: 'End survey' },
};
