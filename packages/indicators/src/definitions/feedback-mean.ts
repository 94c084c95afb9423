import type { Definition } from './definition.js';
import { answerDimensions, answers, arvo, chooseQuestions, onlyThoseWhoAnswered, oneDay } from './feedback-parts.js';

/** Mean and standard deviation of the numbers chosen; "can't say" is none. */
export const feedbackMean: Definition = {
  id: 'feedback-mean',
  version: '1.0.0',
  name: { fi: 'Palautteen keskiarvo', sv: 'Responsens medeltal', en: 'Mean of feedback' },
  meaning: {
    fi: 'Mitä asteikkokysymyksiin keskimäärin vastattiin, ilman ”en osaa sanoa” -vastauksia.',
    sv: 'Vad man i genomsnitt svarade på skalfrågorna, utan svaren ”Kan inte säga”.',
    en: 'What was answered to scale questions on average, without answers of “can’t say”.',
  },
  direction: 'higherIsBetter',
  over: 'response',
  rules: [
    {
      id: 'answers',
      label: { fi: 'Vastausten luvut', sv: 'Svarens tal', en: 'Numbers of the answers' },
      inForce: {},
      steps: answers,
      measure: { kind: 'mean', of: { column: 'answer.value' } },
      sources: [
        arvo,
        {
          title: {
            fi: 'Vipunen, ammatillisen koulutuksen opiskelijapalaute',
            sv: 'Vipunen, studeranderesponsen inom yrkesutbildningen',
            en: 'Vipunen, student feedback of vocational education',
          },
          reference: 'CSCfi/antero e14a7bf3, tabular/ARVO amis (STDEV.P)',
        },
      ],
    },
  ],
  dimensions: answerDimensions,
  figures: [
    {
      id: 'mean',
      label: { fi: 'Keskiarvo', sv: 'Medeltal', en: 'Mean' },
      unit: 'mean',
      kind: 'mean',
      perUnit: 1,
      decimals: 2,
      numerator: {
        fi: 'vastausten lukujen summa',
        sv: 'summan av svarens tal',
        en: 'sum of the numbers answered',
      },
      denominator: {
        fi: 'vastaukset, joissa on luku',
        sv: 'svar med ett tal',
        en: 'answers with a number',
      },
    },
    {
      id: 'sampleDeviation',
      label: {
        fi: 'Keskihajonta (otos, kuten Arvossa)',
        sv: 'Standardavvikelse (stickprov, som i Arvo)',
        en: 'Standard deviation (sample, as in Arvo)',
      },
      unit: 'mean',
      kind: 'standardDeviation',
      of: 'sample',
      perUnit: 1,
      decimals: 2,
    },
    {
      id: 'populationDeviation',
      label: {
        fi: 'Keskihajonta (perusjoukko, kuten Vipusessa)',
        sv: 'Standardavvikelse (population, som i Vipunen)',
        en: 'Standard deviation (population, as in Vipunen)',
      },
      unit: 'mean',
      kind: 'standardDeviation',
      of: 'population',
      perUnit: 1,
      decimals: 2,
    },
    {
      id: 'respondents',
      label: { fi: 'Vastaajien määrä', sv: 'Antal personer som svarat', en: 'Number of respondents' },
      unit: 'respondents',
      kind: 'persons',
      decimals: 0,
    },
  ],
  limits: [chooseQuestions, onlyThoseWhoAnswered, oneDay],
  unverified: [],
};
