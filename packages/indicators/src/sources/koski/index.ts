export { readKoski, type ReadOptions, type ReadProgress, type ReadSummary } from './read.js';
export { type ByteSource } from '../documents/bytes.js';
export { PseudonymKeyError } from '../documents/pseudonyms.js';
export { koskiFindings, type KoskiFindingCode } from './findings.js';
