// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import type { Templates } from '@strapetsi/text';

export const templates: Templates = {
  sne2q09: 'Siffrorna laddas…',
  sml6n5c: 'Om siffrorna',
  s3hlzia: 'Något är fel med det här diagrammet.',
  s12ysk0t: 'Det finns inga siffror att visa.',
  s8p4bbz: 'Visa som tabell',
};
