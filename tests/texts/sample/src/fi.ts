// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import type { Templates } from '@strapetsi/text';

export const templates: Templates = {
  s1xfup3e: 'Ei näytetä: {0}',
  sdluapn: '\\ `merkki` ${x}, <tiedosto> & {1} {2} / {0}.',
  s8p4bbz: 'Näytä taulukkona',
};
