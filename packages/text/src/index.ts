export { formatDate, formatDateRange, formatMonth, formatPeriod, type DateStyle } from './dates.js';
export {
  createLanguage,
  sentenceKey,
  str,
  type Language,
  type MsgFn,
  type MsgOptions,
  type StrResult,
  type StrTag,
  type Templates,
} from './language.js';
export { formatList } from './lists.js';
export {
  langs,
  notTranslatedMark,
  pick,
  textFor,
  type DataText,
  type Lang,
  type LocalizedText,
  type PickedText,
} from './localized-text.js';
export { formatDifference, formatNumber, formatNumberRange, formatShare, formatShareRange } from './numbers.js';
export { plural } from './plurals.js';
