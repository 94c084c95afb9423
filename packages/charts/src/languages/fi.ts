import { createLanguage, type Language } from '@strapetsi/text';
import { templates } from './generated/fi.js';

export const finnish: Language = /* @__PURE__ */ createLanguage('fi', templates);
