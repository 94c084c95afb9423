export {
  compareDefinitions,
  figuresByRight,
  type DefinitionComparison,
  type FiguresOptions,
  type NamedVariant,
  type RightMeasure,
} from './compare-definitions.js';
export {
  compareDiscontinuationRules,
  discontinuationChanges,
  NotYetKnownError,
  type CompareDiscontinuationOptions,
  type DiscontinuationChange,
  type DiscontinuationComparison,
} from './compare-discontinuation.js';
export { compareCredits } from './compare-credits.js';
export {
  compareStudentYearRules,
  createRuleTally,
  type RuleComparison,
  type RuleContribution,
} from './compare-rules.js';
export { compareStudentYears } from './compare-student-years.js';
export {
  isExplained,
  type ComparedPart,
  type ComparedRight,
  type ComparedSum,
  type Comparison,
  type ExplainedGroup,
  type UnexplainedGroup,
  type UnexplainedRight,
  type UnmatchedGroup,
} from './comparison.js';
export { creditsByRule, nationalCreditRules, type CreditChange, type CreditRule } from './credit-rules.js';
export {
  contributionsOf,
  explainDifference,
  variantsOf,
  type Contribution,
  type Explanation,
  type ReportedFigure,
  type RuleChange,
  type VariedFigure,
  type Variant,
} from './explain-difference.js';
export type { FactBatches } from './matching.js';
export type { CompareOptions, ReportRows } from './options.js';
export { studentDayChanges, type StudentDayChange } from './student-day-changes.js';
export {
  nationalStudentDayRules,
  studentDaysOfRight,
  type DayWindow,
  type NationalRule,
  type StudentDayRule,
} from './student-days.js';
