import { createLanguage, type Language } from '@strapetsi/text';
import { templates } from './generated/sv.js';
import { templates as more } from './generated/more-sv.js';

export const swedish: Language = /* @__PURE__ */ createLanguage('sv', { ...templates, ...more });
