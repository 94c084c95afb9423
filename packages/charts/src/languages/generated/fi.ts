// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import type { Templates } from '@strapetsi/text';

export const templates: Templates = {};
