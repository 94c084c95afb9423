export {
  codeEntry,
  noCodeLabels,
  ORGANISATIONS,
  type CodeEntry,
  type CodeLabels,
  type CodeSet,
  type OrganisationKind,
} from './code-labels.js';
export { codeFindings, type CodeFindingCode } from './findings.js';
export { parseCodeLabels, printCodeLabels, type ParsedCodeLabels } from './labels-file.js';
export {
  readClassification,
  type ClassificationFindingCode,
  type ClassificationReading,
  type ClassificationReadOptions,
} from './read-classification.js';
export { readCodes, type CodeReading, type CodeReadOptions } from './read-codes.js';
export type { RelationPlan } from './relations.js';
export { updateLabels, type CodeChange, type LabelChanges, type NameChange, type NewCodes } from './update-labels.js';
export { withLabels } from './with-labels.js';
