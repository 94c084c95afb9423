import { assessedUnits } from './assessed-units.js';
import { competencePoints } from './competence-points.js';
import { completionByCohort } from './completion-by-cohort.js';
import { courseOfStudies } from './course-of-studies.js';
import type { Definition } from './definition.js';
import { discontinuation, discontinuationByField } from './discontinuation.js';
import { discontinuationBySeptember } from './discontinuation-by-september.js';
import { employers } from './employers.js';
import { feedbackCorrectedPoints } from './feedback-corrected-points.js';
import { feedbackDistribution, feedbackDistributionOfOpinions } from './feedback-distribution.js';
import { feedbackMean } from './feedback-mean.js';
import { feedbackNps } from './feedback-nps.js';
import { feedbackResponseDays, feedbackResponseRate } from './feedback-response-rate.js';
import { graduatesWithWorkplaceLearning } from './graduates-with-workplace-learning.js';
import { netStudents } from './net-students.js';
import { newStudents } from './new-students.js';
import { outcomeOfStartedStudies } from './outcome-of-started-studies.js';
import { emigrated, employed, furtherStudy, furtherStudyWithWork, inWorkOrStudy, unemployed } from './outcomes.js';
import { partTime } from './part-time.js';
import { partialQualifications } from './partial-qualifications.js';
import { planTimeliness } from './plan-timeliness.js';
import { planUpdates } from './plan-updates.js';
import { qualifications } from './qualifications.js';
import { fundedRecognisedPoints, recognisedAreas, recognisedPoints, recognisedUnits } from './recognised-learning.js';
import { studentYears } from './student-years.js';
import { students } from './students.js';
import { studentsOn20September } from './students-on-20-september.js';
import { support } from './support.js';
import { timeToQualification } from './time-to-qualification.js';
import { upToDateCompletion } from './up-to-date-completion.js';
import { workplaceAgreements } from './workplace-agreements.js';
import { workplaceDays } from './workplace-days.js';
import { workplaceLearners } from './workplace-learners.js';
import { apprenticeshipLearning, trainingAgreementLearning, workplaceLearning } from './workplace-learning.js';

/** Every indicator that is shipped, in the order in which a reader expects them. A program that needs one imports that one. */
export const catalogue: readonly Definition[] = [
  studentYears,
  students,
  studentsOn20September,
  netStudents,
  newStudents,
  qualifications,
  partialQualifications,
  competencePoints,
  assessedUnits,
  completionByCohort,
  upToDateCompletion,
  timeToQualification,
  courseOfStudies,
  outcomeOfStartedStudies,
  discontinuation,
  discontinuationByField,
  discontinuationBySeptember,
  planTimeliness,
  planUpdates,
  recognisedUnits,
  recognisedAreas,
  recognisedPoints,
  fundedRecognisedPoints,
  workplaceLearning,
  apprenticeshipLearning,
  trainingAgreementLearning,
  workplaceDays,
  workplaceLearners,
  graduatesWithWorkplaceLearning,
  partTime,
  support,
  employers,
  workplaceAgreements,
  employed,
  furtherStudy,
  furtherStudyWithWork,
  inWorkOrStudy,
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
