// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import type { Templates } from '@strapetsi/text';

export const templates: Templates = {
  smhukd5: 'Saavutettuja tavoitteita {0}/{1}.',
  s4z5jei: 'Tapahtumia: {0}.',
  sny2fp5: 'saavutettu',
  s1ffcbp3: 'Pinottu palkkikaavio',
  s5vmv5z: '95 %:n luottamusväli',
  sq98gjw: 'ei saavutettu',
  s1xl9i0u: 'Vertailussa: {0}.',
  s12ohkdk: 'Tavoite',
};
