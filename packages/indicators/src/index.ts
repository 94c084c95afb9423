export { type Day, type IsoDate, NO_DAY, OPEN } from './days/day.js';
export * from './days/calendar.js';
export type { Education, Gender, JulyRule, PeriodState } from './facts/codes.js';
export { factsOf } from './facts/facts-of.js';
export type {
  PlainCode,
  PlainCredit,
  PlainPeriod,
  PlainPerson,
  PlainSpell,
  PlainStudyRight,
} from './facts/plain-facts.js';
export { personsOf } from './aggregate/persons.js';
export { studentYears } from './definitions/student-years.js';
export { completionByCohort } from './definitions/completion-by-cohort.js';
export { timeToQualification } from './definitions/time-to-qualification.js';
export { upToDateCompletion } from './definitions/up-to-date-completion.js';
export { students } from './definitions/students.js';
export { studentsOn20September } from './definitions/students-on-20-september.js';
export { netStudents } from './definitions/net-students.js';
export { newStudents } from './definitions/new-students.js';
export { qualifications } from './definitions/qualifications.js';
export { partialQualifications } from './definitions/partial-qualifications.js';
export { assessedUnits } from './definitions/assessed-units.js';
export { competencePoints } from './definitions/competence-points.js';
export { discontinuation, discontinuationByField } from './definitions/discontinuation.js';
export { discontinuationBySeptember } from './definitions/discontinuation-by-september.js';
export { courseOfStudies } from './definitions/course-of-studies.js';
export { outcomeOfStartedStudies } from './definitions/outcome-of-started-studies.js';
export {
  type FundingSet,
  type FundingSetId,
  fundingSetIds,
  fundingSets,
  fundingSetsSource,
  membersOfFundingSet,
  onlyFundedBy,
} from './definitions/funding-sets.js';
export type * from './definitions/definition.js';
export { rootRelations } from './definitions/definition.js';
export { TOTAL, type Aggregate, type AggregateCell, type Member } from './aggregate/aggregate.js';
export { combine } from './aggregate/combine.js';
export {
  IncompatibleAggregatesError,
  NoPartError,
  PersonTwiceError,
  ProviderTwiceError,
  type AggregateDifference,
} from './aggregate/errors.js';
export { UnknownDefinitionError } from './ledger/errors.js';
export { emptyLedger, releasedIn, withRelease, type Ledger, type LedgerEntry } from './ledger/ledger.js';
export { parseLedger, type ParsedLedger } from './ledger/parse.js';
export { merge } from './aggregate/merge.js';
export { mergeNetwork, type MergedNetwork, type MergeOptions } from './aggregate/merge-network.js';
export { parseAggregate, type ParsedAggregate } from './aggregate/parse.js';
export { CannotProtectError, NoSuchFigureError, WrongDefinitionError } from './publication/errors.js';
export type * from './publication/indicator-table.js';
export { parsePublished, type ParsedPublication } from './publication/parse.js';
export {
  arvo,
  minimumPolicy,
  ownPolicy,
  PolicyError,
  statisticsFinland,
  vipunen,
  type OwnPolicy,
  type Policy,
} from './publication/policy.js';
export { coarserCuts, type CoarserCut } from './publication/coarser-cuts.js';
export type { ToPublish } from './publication/prepared-table.js';
export {
  publish,
  publishTogether,
  type PublishOptions,
  type PublishTogetherOptions,
  type Released,
} from './publication/publish.js';
export * from './release/index.js';
export type { ShapeProblem } from './shape/shape-problem.js';
export type { Dictionaries, Dictionary, Facts } from './facts/facts.js';
export { fixOf, type FindingSource } from './findings/fixes-by-code.js';
export { fixes, type Fix, type FixId } from './findings/fixes.js';
export type { Finding, Severity } from './findings/finding.js';
export * from './sources/koski/index.js';
export * from './sources/ehoks/index.js';
export * from './sources/koski-reports/index.js';
export * from './comparison/index.js';
export {
  creditsOfRight,
  type AssessmentWindow,
  type CountedCredits,
  type RightCredits,
} from './facts/credits-of-right.js';
export { explainCell, NoSuchCellError } from './explanation/explain-cell.js';
export { explainDefinition } from './explanation/explain-definition.js';
export {
  explanationMarkdown,
  explanationText,
  type Explanation,
  type ExplanationPart,
} from './explanation/explanation.js';
export { employers } from './definitions/employers.js';
export { graduatesWithWorkplaceLearning } from './definitions/graduates-with-workplace-learning.js';
export {
  emigrated,
  employed,
  furtherStudy,
  furtherStudyWithWork,
  inWorkOrStudy,
  unemployed,
} from './definitions/outcomes.js';
export { partTime } from './definitions/part-time.js';
export { planTimeliness } from './definitions/plan-timeliness.js';
export { planUpdates } from './definitions/plan-updates.js';
export {
  fundedRecognisedPoints,
  recognisedAreas,
  recognisedPoints,
  recognisedUnits,
} from './definitions/recognised-learning.js';
export { support } from './definitions/support.js';
export { workplaceAgreements } from './definitions/workplace-agreements.js';
export { workplaceDays } from './definitions/workplace-days.js';
export { workplaceLearners } from './definitions/workplace-learners.js';
export {
  apprenticeshipLearning,
  trainingAgreementLearning,
  workplaceLearning,
} from './definitions/workplace-learning.js';
export { catalogue } from './definitions/catalogue.js';
export {
  eqavet,
  eqavetSource,
  type EqavetFigure,
  type EqavetIndicator,
  type EqavetPart,
} from './definitions/eqavet.js';
export { FactsFileError } from './facts-file/errors.js';
export { isFactsFile, readFacts, type FactsFileSource } from './facts-file/read-facts.js';
export { updateFacts, type UpdateSummary } from './facts-file/update-facts.js';
export { writeFacts, type FactsFileOrigin } from './facts-file/write-facts.js';
export { exclusionsOf } from './definitions/exclusions.js';
export { hashOf } from './definitions/hash.js';
export {
  calculate,
  calculateAll,
  calculateInMemory,
  type CalculationControl,
  type CalculationProgress,
  type CalculationRequest,
} from './engine/calculate.js';
export { calculateInWorkers, WorkerCalculationError, type WorkerPort } from './workers/calculate-in-workers.js';
export { createCalculationServer, type CalculationServer } from './workers/serve.js';
export type { FromWorker, ToWorker } from './workers/messages.js';
export type { Classification } from './definitions/classification.js';
export type { CalculateOptions } from './engine/options.js';
export { AmountOverflowError, CalculateOptionsError, DefinitionError } from './engine/errors.js';
export {
  readTable,
  type TableHead,
  type TableOptions,
  type TableProblem,
  type TableRow,
} from './sources/tables/index.js';
export { feedbackCorrectedPoints } from './definitions/feedback-corrected-points.js';
export {
  agreementScale,
  CANT_SAY,
  feedbackDistribution,
  feedbackDistributionOfOpinions,
  feedbackDistributionOfOpinionsOver,
  feedbackDistributionOver,
  type FeedbackOption,
} from './definitions/feedback-distribution.js';
export { feedbackMean } from './definitions/feedback-mean.js';
export { feedbackNps } from './definitions/feedback-nps.js';
export { feedbackResponseDays, feedbackResponseRate } from './definitions/feedback-response-rate.js';
export * from './sources/arvo/index.js';
export * from './feedback/index.js';
export { aalenJohansen, type IncidenceOptions, type IncidenceStep } from './statistics/aalen-johansen.js';
export { assuranceOf, assuranceStatements, type Assurance } from './statistics/assurance.js';
export { byarInterval, type ByarInterval } from './statistics/byar.js';
export { cochranArmitage, type OrderedShare, type ShareTrend } from './statistics/cochran-armitage.js';
export { everybodyCounted, type Confidence, type NoConfidence } from './statistics/confidence.js';
export {
  controlChart,
  type ControlChart,
  type ControlChartOptions,
  type ControlPhase,
  type ControlPoint,
  type Direction,
  type Variation,
} from './statistics/control-chart.js';
export { controlLimits, type ControlLimits, type ControlLimitsOptions } from './statistics/control-limits.js';
export { StatisticsInputError, type StatisticsErrorCode } from './statistics/errors.js';
export { exactPoissonInterval } from './statistics/exact-poisson.js';
export {
  rateFunnel,
  rateFunnelLimits,
  shareFunnel,
  shareFunnelLimits,
  type Dispersion,
  type Funnel,
  type FunnelLimits,
  type FunnelOptions,
  type FunnelPoint,
  type FunnelPosition,
} from './statistics/funnel.js';
export { incidenceWithin, type IncidenceWithin } from './statistics/incidence-within.js';
export type { Share } from './statistics/input.js';
export type { Interval, IntervalOptions } from './statistics/interval.js';
export { kaplanMeier, type SurvivalStep } from './statistics/kaplan-meier.js';
export { logRankTest, type LogRankGroup, type LogRankOptions, type LogRankTest } from './statistics/log-rank.js';
export { mannKendall, type MannKendallOptions, type SeriesTrend } from './statistics/mann-kendall.js';
export { meanInterval } from './statistics/mean-interval.js';
export { MonthCountsError, monthCountsOf, truncated, type MonthCounts } from './statistics/month-counts.js';
export {
  differenceOfPairedShares,
  differenceOfShares,
  type DifferenceOfShares,
  type PairedCounts,
} from './statistics/newcombe.js';
export { normalQuantile, QuantileRangeError } from './statistics/normal-quantile.js';
export {
  overdispersion,
  type Overdispersion,
  type OverdispersionOptions,
  type Scored,
} from './statistics/overdispersion.js';
export { poissonInterval, type PoissonInterval } from './statistics/poisson-interval.js';
export { pooled, type PooledMonths } from './statistics/pooled.js';
export { quantileInterval, type QuantileWithInterval } from './statistics/quantile-interval.js';
export { rateInterval, type Rate, type RateOptions, type RateWithInterval } from './statistics/rate-interval.js';
export { sampleOf, type Sample } from './statistics/sample.js';
export type { Cause } from './statistics/special-cause.js';
export {
  expectedCount,
  standardisedRatio,
  type ObservedAndExpected,
  type StandardisedRatio,
  type Stratum,
} from './statistics/standardised-ratio.js';
export { incidenceQuantile, survivalQuantile, type TimeQuantile } from './statistics/time-quantile.js';
export { weightedMean, type Weighted, type WeightedMean } from './statistics/weighted-mean.js';
export { differenceOfMeans, type DifferenceOfMeans } from './statistics/welch.js';
export { wilsonInterval } from './statistics/wilson.js';
export * from './sources/codes/index.js';
export {
  parseClassification,
  printClassification,
  type ParsedClassification,
} from './definitions/classification-file.js';
export { motherTongueGroups } from './definitions/classification-mother-tongue.js';
export { qualificationTypeRelations, qualificationTypes } from './definitions/classification-qualification-type.js';
export {
  coefficientLabels,
  withOwnCoefficients,
  type Coefficient,
  type CoefficientId,
  type FundingCoefficients,
} from './funding/coefficients.js';
export { FundingInputError } from './funding/errors.js';
export { fundingShares, type FundingShares } from './funding/funding-shares.js';
export {
  accommodations,
  fundedEducations,
  type FundedProvider,
  type FundedYear,
  type FundingInput,
  type NationalFunding,
  type StudentYearsRow,
} from './funding/input.js';
export type { FundingLine, UsedCoefficient } from './funding/ledger.js';
export { levelledShare, levellingCoefficient, type ChangeLimits, type ShareToLevel } from './funding/levelling.js';
export type { LineName, LineUnit } from './funding/line-name.js';
export type { LineId } from './funding/lines.js';
export { fundingMeasureLabels, fundingMeasures, type FundingMeasure } from './funding/measures.js';
export { needLabel } from './funding/need-labels.js';
export { parseFundingCoefficients, type ParsedFundingCoefficients } from './funding/parse-coefficients.js';
export { parseFundingInput, type ParsedFundingInput } from './funding/parse-input.js';
export type { Need } from './funding/quantity.js';
export { shippedFundingCoefficients } from './funding/shipped-coefficients.js';
export * from './sources/json-stat/index.js';
export * from './foresight/index.js';
export * from './formats/index.js';
export * from './sources/mapping/index.js';
export * from './sources/outcomes/index.js';
