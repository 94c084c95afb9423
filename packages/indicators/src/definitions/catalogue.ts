import { completionByCohort } from './completion-by-cohort.js';
import type { Definition } from './definition.js';
import { feedbackCorrectedPoints } from './feedback-corrected-points.js';
import { feedbackDistribution, feedbackDistributionOfOpinions } from './feedback-distribution.js';
import { feedbackMean } from './feedback-mean.js';
import { feedbackNps } from './feedback-nps.js';
import { feedbackResponseDays, feedbackResponseRate } from './feedback-response-rate.js';
import { studentYears } from './student-years.js';
import { timeToQualification } from './time-to-qualification.js';
import { upToDateCompletion } from './up-to-date-completion.js';

/** Every indicator that is shipped, in the order in which a reader expects them. A program that needs one imports that one. */
export const catalogue: readonly Definition[] = [
  studentYears,
  completionByCohort,
  upToDateCompletion,
  timeToQualification,
  feedbackResponseRate,
  feedbackResponseDays,
  feedbackMean,
  feedbackDistribution,
  feedbackDistributionOfOpinions,
  feedbackNps,
  feedbackCorrectedPoints,
];
