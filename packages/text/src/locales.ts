import type { Lang } from './localized-text.js';

/** Finland's conventions in each language: Finland-Swedish, and British English for want of a Finnish one. */
export const locales: Readonly<Record<Lang, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** Engines differ in the space they group and separate with; a narrow one is also missing from many fonts. */
export const noBreakSpace = '\u00a0';

export const minus = '\u2212';

export const enDash = '\u2013';
