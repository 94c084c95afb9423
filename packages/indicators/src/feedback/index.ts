export { comparisonPeriod, type ReportPeriod } from './comparison-period.js';
export { fundingPeriod, FundingPeriodError, fundingPeriodOf, type FundingPeriod } from './funding-period.js';
export { meanOf, standardDeviationOf, type Sums } from './mean.js';
export { netPromoterScore, promotersOf, type Promoters } from './net-promoter-score.js';
export { nonResponseFactor, nonResponseRuleOf, nonResponseRules, type NonResponseRule } from './non-response.js';
export {
  correctedPoints,
  fundedSurveyRules,
  fundedSurveys,
  pointsPerQuestion,
  withEntrepreneurs,
  type FeedbackPoints,
  type FundedSurvey,
  type FundedSurveyRule,
} from './points.js';
export { responseRate, type Targets } from './response-rate.js';
export { percent, sharesOf, type CantSay, type CountedAnswers, type SharesInPercent } from './shares.js';
