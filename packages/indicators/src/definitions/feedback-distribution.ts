import type { LocalizedText } from '@strapetsi/text';
import type { Definition, Expr, Step } from './definition.js';
import { answerDimensions, answers, arvo, chooseQuestions, onlyThoseWhoAnswered, oneDay } from './feedback-parts.js';

/** An option of a scale or a multiple choice: the number that stands in the facts (0–200) and what it means. */
export interface FeedbackOption {
  readonly code: number;
  readonly label: Required<LocalizedText>;
}

/** Number of "can't say" among the categories; no option has it. */
export const CANT_SAY = 255;

const value: Expr = { column: 'answer.value' };
const cantSay: Expr = { column: 'answer.cantSay' };

/** The five steps from strongly disagree to strongly agree. Source: CSCfi/arvo b2a8a7fc, texts of `likert_asteikko`. */
export const agreementScale: readonly FeedbackOption[] = [
  { code: 1, label: { fi: 'Täysin eri mieltä', sv: 'Helt av annan åsikt', en: 'Strongly disagree' } },
  { code: 2, label: { fi: 'Jokseenkin eri mieltä', sv: 'Någorlunda av annan åsikt', en: 'Disagree' } },
  {
    code: 3,
    label: { fi: 'Ei samaa eikä eri mieltä', sv: 'Inte av samma och inte av annan åsikt', en: 'Neutral' },
  },
  { code: 4, label: { fi: 'Jokseenkin samaa mieltä', sv: 'Någorlunda av samma åsikt', en: 'Agree' } },
  { code: 5, label: { fi: 'Täysin samaa mieltä', sv: 'Helt av samma åsikt', en: 'Strongly agree' } },
];

const cantSayOption: FeedbackOption = {
  code: CANT_SAY,
  label: { fi: 'En osaa sanoa', sv: 'Kan inte säga', en: 'I can’t say' },
};

/** Leaves out answers that are no option: those of a question on another scale, or a number out of range. */
function onScale(options: readonly FeedbackOption[]): Step {
  return {
    exclude: {
      id: 'otherScale',
      label: {
        fi: 'Vastaus, joka ei ole asteikolla',
        sv: 'Svar som inte finns på skalan',
        en: 'Answer that is not on the scale',
      },
      when: { not: { any: [cantSay, ...options.map(({ code }): Expr => ({ equal: [value, code] }))] } },
    },
  };
}

const withoutCantSay: Step = {
  exclude: {
    id: 'cantSay',
    label: { fi: '”En osaa sanoa” -vastaus', sv: 'Svaret ”Kan inte säga”', en: 'Answer “can’t say”' },
    when: cantSay,
  },
};

function distribution(options: readonly FeedbackOption[], base: 'counted' | 'leftOut'): Definition {
  const leftOut = base === 'leftOut';
  return {
    id: leftOut ? 'feedback-distribution-without-cant-say' : 'feedback-distribution',
    version: '1.0.0',
    name: leftOut
      ? {
          fi: 'Vastausten jakauma ilman ”en osaa sanoa” -vastauksia',
          sv: 'Svarens fördelning utan svaren ”kan inte säga”',
          en: 'Distribution of answers without “can’t say”',
        }
      : { fi: 'Vastausten jakauma', sv: 'Svarens fördelning', en: 'Distribution of answers' },
    meaning: leftOut
      ? {
          fi: 'Kuinka mielipiteensä kertoneet jakautuivat vastausvaihtoehtoihin.',
          sv: 'Hur de som uttryckte en åsikt fördelade sig på svarsalternativen.',
          en: 'How those who gave an opinion divide among the options.',
        }
      : {
          fi: 'Kuinka vastaukset jakautuivat vaihtoehtoihin, ”en osaa sanoa” kokonaismäärässä mukana kuten Arvossa.',
          sv: 'Hur svaren fördelade sig på alternativen, med ”kan inte säga” i totalantalet som i Arvo.',
          en: 'How answers divide among the options, “can’t say” being part of the whole as in Arvo.',
        },
    direction: 'neither',
    over: 'response',
    rules: [
      {
        id: leftOut ? 'opinions' : 'answers',
        label: leftOut
          ? { fi: 'Mielipiteet', sv: 'Åsikter', en: 'Opinions' }
          : { fi: 'Kaikki vastaukset', sv: 'Alla svar', en: 'All answers' },
        inForce: {},
        steps: leftOut ? [...answers, withoutCantSay, onScale(options)] : [...answers, onScale(options)],
        measure: {
          kind: 'distribution',
          label: { fi: 'Vastaus', sv: 'Svar', en: 'Answer' },
          of: leftOut ? value : { when: [[cantSay, CANT_SAY]], otherwise: value },
          categories: leftOut ? options : [...options, cantSayOption],
        },
        sources: [arvo],
      },
    ],
    dimensions: answerDimensions,
    figures: [
      {
        id: 'distribution',
        label: { fi: 'Osuus vastauksista', sv: 'Andel av svaren', en: 'Share of the answers' },
        unit: 'share',
        kind: 'distribution',
        decimals: 0,
        numerator: {
          fi: 'kunkin vaihtoehdon vastaukset',
          sv: 'svaren på varje alternativ',
          en: 'answers of each option',
        },
        denominator: leftOut
          ? {
              fi: 'vastaukset ilman ”en osaa sanoa” -vastauksia',
              sv: 'svaren utan ”kan inte säga”',
              en: 'answers without “can’t say”',
            }
          : {
              fi: 'kaikki vastaukset, myös ”en osaa sanoa”',
              sv: 'alla svar, även ”kan inte säga”',
              en: 'all answers, “can’t say” too',
            },
      },
    ],
    limits: [
      chooseQuestions,
      {
        fi: 'Monivalintakysymyksessä kokonaismäärä on valintojen, ei vastaajien määrä.',
        sv: 'I en flervalsfråga är totalantalet antalet val, inte antalet svarande.',
        en: 'Of a multiple choice the whole is the number of selections, not of respondents.',
      },
      onlyThoseWhoAnswered,
      oneDay,
    ],
    unverified: [],
  };
}

/** The distribution of answers over the options of a scale or multiple choice, "can't say" in the whole as Arvo has it. */
export function feedbackDistributionOver(options: readonly FeedbackOption[]): Definition {
  return distribution(options, 'counted');
}

/** The same among those who gave an opinion. */
export function feedbackDistributionOfOpinionsOver(options: readonly FeedbackOption[]): Definition {
  return distribution(options, 'leftOut');
}

/** Answers on the scale from 1, strongly disagree, to 5, strongly agree; with "can't say". */
export const feedbackDistribution: Definition = distribution(agreementScale, 'counted');

/** Answers on the scale from 1 to 5 without "can't say": the base of the mean. */
export const feedbackDistributionOfOpinions: Definition = distribution(agreementScale, 'leftOut');
