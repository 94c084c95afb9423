import type { Definition, Expr } from './definition.js';
import { answerDimensions, answers, arvo, onlyThoseWhoAnswered, oneDay } from './feedback-parts.js';

const value: Expr = { column: 'answer.value' };
const [DETRACTOR, PASSIVE, PROMOTER] = [1, 2, 3];

/** Net promoter score of questions on the scale 0–10, rounded as in Arvo. */
export const feedbackNps: Definition = {
  id: 'feedback-nps',
  version: '1.0.0',
  name: { fi: 'Suositteluindeksi (NPS)', sv: 'Rekommendationsindex (NPS)', en: 'Net promoter score' },
  meaning: {
    fi: 'Suosittelijoiden (9–10) prosenttiosuus vähennettynä arvostelijoiden (0–6) prosenttiosuudella: luku −100:n ja 100:n välillä.',
    sv: 'Procentandelen som rekommenderar (9–10) minus procentandelen kritiker (0–6): ett tal mellan −100 och 100.',
    en: 'The percentage of promoters (9–10) less the percentage of detractors (0–6): a number from −100 to 100.',
  },
  direction: 'higherIsBetter',
  over: 'response',
  rules: [
    {
      id: 'answers',
      label: { fi: 'Vastaukset asteikolla 0–10', sv: 'Svar på skalan 0–10', en: 'Answers on the scale 0–10' },
      inForce: {},
      steps: [
        ...answers,
        {
          exclude: {
            id: 'cantSay',
            label: { fi: '”En osaa sanoa” -vastaus', sv: 'Svaret ”Kan inte säga”', en: 'Answer “can’t say”' },
            when: { column: 'answer.cantSay' },
          },
        },
        {
          exclude: {
            id: 'otherScale',
            label: {
              fi: 'Vastaus, joka ei ole asteikolla',
              sv: 'Svar som inte finns på skalan',
              en: 'Answer that is not on the scale',
            },
            when: { not: { all: [{ atMost: [0, value] }, { atMost: [value, 10] }] } },
          },
        },
      ],
      measure: {
        kind: 'distribution',
        label: { fi: 'Ryhmä', sv: 'Grupp', en: 'Group' },
        of: {
          when: [
            [{ less: [8, value] }, PROMOTER],
            [{ less: [value, 7] }, DETRACTOR],
          ],
          otherwise: PASSIVE,
        },
        categories: [
          { code: DETRACTOR, label: { fi: 'Arvostelijat (0–6)', sv: 'Kritiker (0–6)', en: 'Detractors (0–6)' } },
          { code: PASSIVE, label: { fi: 'Neutraalit (7–8)', sv: 'Neutrala (7–8)', en: 'Passives (7–8)' } },
          {
            code: PROMOTER,
            label: { fi: 'Suosittelijat (9–10)', sv: 'Rekommenderar (9–10)', en: 'Promoters (9–10)' },
          },
        ],
      },
      sources: [arvo],
    },
  ],
  dimensions: answerDimensions,
  figures: [
    {
      id: 'score',
      label: { fi: 'Suositteluindeksi', sv: 'Rekommendationsindex', en: 'Net promoter score' },
      unit: 'points',
      kind: 'balance',
      plus: [PROMOTER],
      minus: [DETRACTOR],
      per: 100,
      decimals: 0,
      numerator: {
        fi: 'suosittelijat (9–10) vähennettynä arvostelijoilla (0–6)',
        sv: 'de som rekommenderar (9–10) minus kritikerna (0–6)',
        en: 'promoters (9–10) less detractors (0–6)',
      },
      denominator: {
        fi: 'vastaukset asteikolla 0–10',
        sv: 'svar på skalan 0–10',
        en: 'answers on the scale 0–10',
      },
    },
    {
      id: 'groups',
      label: { fi: 'Ryhmien osuudet', sv: 'Gruppernas andelar', en: 'Shares of the groups' },
      unit: 'share',
      kind: 'distribution',
      decimals: 0,
      numerator: {
        fi: 'kunkin ryhmän vastaukset',
        sv: 'svaren i varje grupp',
        en: 'answers in each group',
      },
      denominator: {
        fi: 'vastaukset asteikolla 0–10',
        sv: 'svar på skalan 0–10',
        en: 'answers on the scale 0–10',
      },
    },
  ],
  limits: [
    {
      fi: 'Rajaa kysymykset suosittelukysymyksiin (asteikko 0–10): muiden asteikkojen vastaukset laskettaisiin arvosteluiksi.',
      sv: 'Avgränsa till rekommendationsfrågor (skalan 0–10): svar på andra skalor skulle räknas som kritik.',
      en: 'Choose the questions of recommendation (scale 0–10): answers on other scales would count as detraction.',
    },
    onlyThoseWhoAnswered,
    oneDay,
  ],
  unverified: [],
};
