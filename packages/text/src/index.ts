export {
  createLanguage,
  str,
  type Language,
  type MsgFn,
  type MsgOptions,
  type StrResult,
  type Templates,
} from './language.js';
export { langs, pick, type DataText, type Lang, type LocalizedText, type PickedText } from './localized-text.js';
