// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import { str, type Templates } from '@strapetsi/text';

export const templates: Templates = {
  s0c8224b0a9798e8a: str`Ei näytetä: ${0}`,
  s7c600444d7d4334a: str`\\ \`merkki\` \${x}, <tiedosto> & ${1} ${2} / ${0}.`,
  seb28dab67829bc3f: 'Näytä taulukkona',
};
