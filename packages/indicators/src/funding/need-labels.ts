import type { LocalizedText } from '@strapetsi/text';
import { fundedSurveyRules } from '../feedback/points.js';
import { coefficientLabels } from './coefficients.js';
import { fundingMeasureLabels } from './measures.js';
import type { InputId, Need } from './quantity.js';

type Text = Required<LocalizedText>;

function feedbackLabel({ fi, sv, en }: Text): Text {
  return { fi: `pisteet: ${fi}`, sv: `poäng: ${sv}`, en: `points: ${en}` };
}

const inputLabels: Readonly<Record<InputId, Text>> = {
  years: { fi: 'kahden vuoden tiedot', sv: 'uppgifter för två år', en: 'data of two years' },
  studentYears: { fi: 'opiskelijavuodet', sv: 'studerandeår', en: 'student years' },
  costGroup: { fi: 'tutkintojen kustannusryhmät', sv: 'examinas kostnadsgrupper', en: 'cost groups of qualifications' },
  basicEducationAverage: {
    fi: 'maksuttomien opiskelijavuosien perusopetuksen keskiarvoluokka',
    sv: 'medeltalsklass i grundläggande utbildning för avgiftsfria studerandeår',
    en: 'class of mean grade of basic education of student years free of charge',
  },
  notFreeStartingLevel: {
    fi: 'muiden kuin maksuttomien opiskelijavuosien lähtötaso, oma tai valtakunnallinen',
    sv: 'utgångsnivån för övriga än avgiftsfria studerandeår, egen eller nationell',
    en: 'starting level of student years not free of charge, own or national',
  },
  wholeQualifications: {
    fi: 'suoritetut koko tutkinnot',
    sv: 'avlagda hela examina',
    en: 'whole qualifications completed',
  },
  withoutPriorQualification: {
    fi: 'ilman aiempaa tutkintoa olleiden osuus suorittaneista, oma tai valtakunnallinen',
    sv: 'andelen utan tidigare examen av dem som avlagt examen, egen eller nationell',
    en: 'share without a prior qualification of those who completed, own or national',
  },
  competencePoints: {
    fi: 'tutkinnon osien osaamispisteet',
    sv: 'kompetenspoäng för examensdelar',
    en: 'competence points of qualification units',
  },
  placed: {
    fi: 'työllistyneet ja jatko-opiskelijat',
    sv: 'sysselsatta och fortsatt studerande',
    en: 'employed or in further study',
  },
  'feedback.start': feedbackLabel(fundedSurveyRules.start.label),
  'feedback.completion': feedbackLabel(fundedSurveyRules.completion.label),
  'feedback.completionOfUnits': feedbackLabel(fundedSurveyRules.completionOfUnits.label),
  'feedback.workplaceInstructor': feedbackLabel(fundedSurveyRules.workplaceInstructor.label),
  'feedback.workplace': feedbackLabel(fundedSurveyRules.workplace.label),
  someValue: {
    fi: 'edes yhden järjestäjän nollaa suurempi arvo',
    sv: 'minst en anordnares värde som är större än noll',
    en: 'a value above zero of at least one provider',
  },
  previousFunding: {
    fi: 'edellisen vuoden rahoitus ilman harkinnanvaraista rahoitusta',
    sv: 'finansieringen året innan utan finansiering efter prövning',
    en: 'funding of the year before without discretionary funding',
  },
  levellingCoefficient: {
    fi: 'tasauskerroin, tai kaikki järjestäjät',
    sv: 'utjämningskoefficienten, eller alla anordnare',
    en: 'the levelling coefficient, or all providers',
  },
  reachableLimits: {
    fi: 'rajat, joiden välissä osuuksien summa voi olla yksi',
    sv: 'gränser inom vilka andelarna kan vara ett tillsammans',
    en: 'limits within which the shares can be one whole',
  },
};

/** What would have to be supplied, and whose and of which year it is, in three languages. */
export function needLabel(need: Need): Text {
  if (need.kind === 'coefficient') {
    const { fi, sv, en } = coefficientLabels.get(need.id) ?? { fi: need.id, sv: need.id, en: need.id };
    return { fi: `Kerroin: ${fi}`, sv: `Koefficient: ${sv}`, en: `Coefficient: ${en}` };
  }
  const { fi, sv, en } = inputLabels[need.id];
  const measure = need.measure === undefined ? undefined : fundingMeasureLabels[need.measure];
  const about = (text: string, ofMeasure: string | undefined): string => {
    const parts = [ofMeasure, need.provider, need.year === undefined ? undefined : String(need.year)];
    const said = parts.filter((part) => part !== undefined);
    return said.length === 0 ? text : `${text} (${said.join(', ')})`;
  };
  return {
    fi: `Tieto: ${about(fi, measure?.fi)}`,
    sv: `Uppgift: ${about(sv, measure?.sv)}`,
    en: `Data: ${about(en, measure?.en)}`,
  };
}
