export { langs, pick, type DataText, type Lang, type LocalizedText, type PickedText } from './localized-text.js';
