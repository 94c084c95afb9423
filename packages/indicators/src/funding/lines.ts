import type { LocalizedText } from '@strapetsi/text';
import { detailIds, detailLines, type DetailId } from './detail-lines.js';
import type { LineName, LineUnit } from './line-name.js';
import { fundingMeasureLabels, fundingMeasures, type FundingMeasure } from './measures.js';
import { resultIds, resultLines, type ResultId } from './result-lines.js';

type Text = Required<LocalizedText>;

export type LineId =
  | DetailId
  | ResultId
  | `value.${FundingMeasure}`
  | `sum.${FundingMeasure}`
  | `share.${FundingMeasure}`
  | `weighted.${FundingMeasure}`;

const valueUnits: Readonly<Record<FundingMeasure, LineUnit>> = {
  startingLevel: 'studentYears',
  costGroup: 'studentYears',
  qualifications: 'points',
  placed: 'persons',
  workplaceSurvey: 'points',
  workplaceInstructorSurvey: 'points',
  startSurvey: 'points',
  endSurvey: 'points',
};

const valueHow: Readonly<Record<FundingMeasure, Text>> = {
  startingLevel: {
    fi: 'maksuttomat + muut painotetut opiskelijavuodet',
    sv: 'avgiftsfria + övriga viktade studerandeår',
    en: 'weighted student years free of charge + others',
  },
  costGroup: {
    fi: 'painotetut opiskelijavuodet + korotukset',
    sv: 'viktade studerandeår + höjningar',
    en: 'weighted student years + additions',
  },
  qualifications: {
    fi: 'tutkintojen pisteet + hyväksytyt osaamispisteet',
    sv: 'poäng för examina + godkända kompetenspoäng',
    en: 'points of qualifications + competence points accepted',
  },
  placed: { fi: 'kahden vuoden keskiarvo', sv: 'medeltal för två år', en: 'mean of two years' },
  workplaceSurvey: {
    fi: 'rahoituskauden pisteet',
    sv: 'finansieringsperiodens poäng',
    en: 'points of the funding period',
  },
  workplaceInstructorSurvey: {
    fi: 'rahoituskauden pisteet × katokorjauskerroin',
    sv: 'finansieringsperiodens poäng × bortfallskorrigeringen',
    en: 'points of the funding period × correction of non-response',
  },
  startSurvey: {
    fi: 'rahoituskauden pisteet × katokorjauskerroin',
    sv: 'finansieringsperiodens poäng × bortfallskorrigeringen',
    en: 'points of the funding period × correction of non-response',
  },
  endSurvey: {
    fi: '3 × koko tutkinnon + 1 × tutkinnon osien pisteet, kumpikin × katokorjauskerroin',
    sv: '3 × poängen för hel examen + 1 × poängen för examensdelar, båda × bortfallskorrigeringen',
    en: '3 × points of whole qualifications + 1 × points of units, each × correction of non-response',
  },
};

function measureLines(measure: FundingMeasure): readonly (readonly [LineId, LineName])[] {
  const { fi, sv, en } = fundingMeasureLabels[measure];
  const unit = valueUnits[measure];
  return [
    [`value.${measure}`, { label: { fi, sv, en }, how: valueHow[measure], unit }],
    [
      `sum.${measure}`,
      {
        label: { fi: `Kaikki järjestäjät: ${fi}`, sv: `Alla anordnare: ${sv}`, en: `All providers: ${en}` },
        how: { fi: 'järjestäjien summa', sv: 'summan av anordnarna', en: 'sum over providers' },
        unit,
      },
    ],
    [
      `share.${measure}`,
      {
        label: { fi: `Osuus: ${fi}`, sv: `Andel: ${sv}`, en: `Share: ${en}` },
        how: {
          fi: 'järjestäjän arvo / kaikkien järjestäjien summa',
          sv: 'anordnarens värde / summan för alla anordnare',
          en: 'value of the provider / sum of all providers',
        },
        unit: 'share',
      },
    ],
    [
      `weighted.${measure}`,
      {
        label: { fi: `Painotettu osuus: ${fi}`, sv: `Viktad andel: ${sv}`, en: `Weighted share: ${en}` },
        how: { fi: 'paino × osuus', sv: 'vikt × andel', en: 'weight × share' },
        unit: 'share',
      },
    ],
  ];
}

/** Every line that a result can have. */
export const lineNames: ReadonlyMap<LineId, LineName> = new Map<LineId, LineName>([
  ...detailIds.map((id) => [id, detailLines[id]] as const),
  ...fundingMeasures.flatMap(measureLines),
  ...resultIds.map((id) => [id, resultLines[id]] as const),
]);
