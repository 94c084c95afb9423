import { completionByCohort } from './completion-by-cohort.js';
import type { Definition } from './definition.js';
import { employers, workplaceAgreements } from './employers.js';
import { feedbackCorrectedPoints } from './feedback-corrected-points.js';
import { feedbackDistribution, feedbackDistributionOfOpinions } from './feedback-distribution.js';
import { feedbackMean } from './feedback-mean.js';
import { feedbackNps } from './feedback-nps.js';
import { feedbackResponseDays, feedbackResponseRate } from './feedback-response-rate.js';
import { emigrated, employed, furtherStudy, furtherStudyWithWork, unemployed } from './outcomes.js';
import { partTime } from './part-time.js';
import { planTimeliness } from './plan-timeliness.js';
import { planUpdates } from './plan-updates.js';
import { studentYears } from './student-years.js';
import { support } from './support.js';
import { timeToQualification } from './time-to-qualification.js';
import { upToDateCompletion } from './up-to-date-completion.js';
import { workplaceLearners, workplaceLearning } from './workplace-learning.js';

/** Every indicator that is shipped, in the order in which a reader expects them. A program that needs one imports that one. */
export const catalogue: readonly Definition[] = [
  studentYears,
  completionByCohort,
  upToDateCompletion,
  timeToQualification,
  planTimeliness,
  planUpdates,
  workplaceLearning,
  workplaceLearners,
  partTime,
  support,
  employers,
  workplaceAgreements,
  employed,
  furtherStudy,
  furtherStudyWithWork,
  unemployed,
  emigrated,
  feedbackResponseRate,
  feedbackResponseDays,
  feedbackMean,
  feedbackDistribution,
  feedbackDistributionOfOpinions,
  feedbackNps,
  feedbackCorrectedPoints,
];
