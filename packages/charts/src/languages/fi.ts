import { createLanguage, type Language } from '@strapetsi/text';
import { templates } from './generated/fi.js';
import { templates as more } from './generated/more-fi.js';

export const finnish: Language = /* @__PURE__ */ createLanguage('fi', { ...templates, ...more });
