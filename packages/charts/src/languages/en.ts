import { createLanguage, type Language } from '@strapetsi/text';

/** English is the language of the source code and has no catalogue. */
export const english: Language = /* @__PURE__ */ createLanguage('en');
