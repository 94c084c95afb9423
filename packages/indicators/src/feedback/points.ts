import type { LocalizedText } from '@strapetsi/text';
import { exactNonResponseFactor } from './non-response.js';
import { exactly, plus, rational, times, toNumber } from './rational.js';
import type { Targets } from './response-rate.js';

/** Feedback surveys that count for funding. */
export const fundedSurveys = [
  'start', // aloituskysely
  'completion', // päättökysely, whole qualification
  'completionOfUnits', // päättökysely, qualification units
  'workplaceInstructor', // työpaikkaohjaajakysely
  'workplace', // työpaikkakysely
] as const;
export type FundedSurvey = (typeof fundedSurveys)[number];

export interface FundedSurveyRule {
  readonly label: Required<LocalizedText>;
  /** What the survey's points are multiplied by. */
  readonly pointsWeight: number;
  /** Whether points are corrected for non-response. */
  readonly corrected: boolean;
  /** Questions that count for funding, where the source fixes their number. */
  readonly questions?: number;
}

/** Source: CSCfi/antero e14a7bf3, db/sql/11926, 11927, 11940 and p_lataa_f_amos_tyoelamapalaute. */
export const fundedSurveyRules: Readonly<Record<FundedSurvey, FundedSurveyRule>> = {
  start: {
    label: { fi: 'Aloituskysely', sv: 'Startenkät', en: 'Start survey' },
    pointsWeight: 1,
    corrected: true,
  },
  completion: {
    label: {
      fi: 'Päättökysely, koko tutkinto',
      sv: 'Slutenkät, hel examen',
      en: 'End survey, whole qualification',
    },
    pointsWeight: 3,
    corrected: true,
  },
  completionOfUnits: {
    label: {
      fi: 'Päättökysely, tutkinnon osat',
      sv: 'Slutenkät, examensdelar',
      en: 'End survey, qualification units',
    },
    pointsWeight: 1,
    corrected: true,
  },
  workplaceInstructor: {
    label: {
      fi: 'Työpaikkaohjaajakysely',
      sv: 'Enkät till arbetsplatshandledare',
      en: 'Survey to workplace instructors',
    },
    pointsWeight: 1,
    corrected: true,
    questions: 8,
  },
  workplace: {
    label: { fi: 'Työpaikkakysely', sv: 'Enkät till arbetsplatser', en: 'Survey to workplaces' },
    pointsWeight: 1,
    corrected: false,
    questions: 9,
  },
};

/** Points of the questions that count for funding, with who was asked. In working-life feedback both are weighted by days. */
export interface FeedbackPoints extends Targets {
  readonly points: number;
}

/**
 * Points as funding counts them: × the weight of the survey × the correction of non-response.
 * @param period `YYYY-YYYY`
 * @returns `undefined` where the survey is corrected and nobody was asked
 * @throws {FundingPeriodError}
 *
 * @example
 * // Points of the end survey count three times: 100 × 3 × 1.25.
 * correctedPoints('completion', '2024-2025', { points: 100, asked: 10, answered: 8 }); // → 375
 */
export function correctedPoints(
  survey: FundedSurvey,
  period: string,
  { points, ...targets }: FeedbackPoints,
): number | undefined {
  const { corrected, pointsWeight } = fundedSurveyRules[survey];
  const factor = corrected ? exactNonResponseFactor(period, targets) : rational(1);
  return factor === undefined ? undefined : toNumber(times(times(exactly(points), rational(pointsWeight)), factor));
}

/**
 * The mean that funding shows: points / respondents / questions, of working-life feedback points × days / days / questions.
 * Not the mean of the answers where some left questions out. `undefined` where nobody answered.
 *
 * @example
 * pointsPerQuestion({ points: 320, asked: 10, answered: 8 }, 10); // → 4
 */
export function pointsPerQuestion({ points, answered }: FeedbackPoints, questions: number): number | undefined {
  if (answered === 0) return undefined;
  return toNumber(times(exactly(points), rational(1, BigInt(answered) * BigInt(questions))));
}

/**
 * The survey of workplaces together with entrepreneurs (apprenticeship of basis 2), who answer only as instructors: their periods
 * count in both, and their points for 8 questions count here as for 9. All three numbers are in days.
 * Source: CSCfi/antero e14a7bf3, p_lataa_f_amos_tyoelamapalaute (9.0 / 8.0).
 *
 * @example
 * // 80 × 9 / 8 = 90.
 * withEntrepreneurs({ points: 450, asked: 100, answered: 50 }, { points: 80, asked: 20, answered: 10 }); // → { points: 540, asked: 120, answered: 60 }
 */
export function withEntrepreneurs(workplaces: FeedbackPoints, entrepreneurs: FeedbackPoints): FeedbackPoints {
  const { workplace, workplaceInstructor } = fundedSurveyRules;
  const ratio = rational(workplace.questions ?? 1, workplaceInstructor.questions ?? 1);
  return {
    points: toNumber(plus(exactly(workplaces.points), times(exactly(entrepreneurs.points), ratio))),
    asked: workplaces.asked + entrepreneurs.asked,
    answered: workplaces.answered + entrepreneurs.answered,
  };
}
