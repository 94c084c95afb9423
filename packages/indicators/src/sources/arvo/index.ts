export { readArvo } from './read.js';
export type { ArvoFile, ArvoProgress, ReadArvoOptions, ReadArvoSummary } from './options.js';
export type { ReplyDay } from './days.js';
export {
  parseSurveyDescription,
  type DescribedSurvey,
  type ParsedSurveyDescription,
  type SurveyDescription,
} from './description.js';
export { arvoFindings, type ArvoFindingCode } from './findings.js';
export type { QuestionOption, QuestionType, SurveyQuestion } from './question.js';
export type { OwnField } from './write.js';
