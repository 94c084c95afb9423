export { readKoski, type ReadOptions, type ReadProgress, type ReadSummary } from './read.js';
export { type ByteSource } from './bytes.js';
export { PseudonymKeyError } from './person.js';
export { koskiFindings, type KoskiFindingCode } from './findings.js';
