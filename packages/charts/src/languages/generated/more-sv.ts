// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import type { Templates } from '@strapetsi/text';

export const templates: Templates = {
  smhukd5: 'Uppnådda mål: {0} av {1}.',
  s4z5jei: 'Händelser: {0}.',
  sny2fp5: 'uppnått',
  s1ffcbp3: 'Staplat diagram',
  s5vmv5z: '95 % konfidensintervall',
  sq98gjw: 'inte uppnått',
  s1xl9i0u: 'Jämförelse med: {0}.',
  s12ohkdk: 'Mål',
};
