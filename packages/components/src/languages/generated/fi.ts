// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import type { Templates } from '@strapetsi/text';

export const templates: Templates = {
  sne2q09: 'Lukuja ladataan…',
  sml6n5c: 'Tietoja luvuista',
  s3hlzia: 'Tässä kaaviossa on jokin vialla.',
  s12ysk0t: 'Näytettäviä lukuja ei ole.',
  s8p4bbz: 'Näytä taulukkona',
};
