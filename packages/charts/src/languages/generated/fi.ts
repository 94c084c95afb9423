// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import type { Templates } from '@strapetsi/text';

export const templates: Templates = {
  s1xfup3e: 'Ei näytetä ({0})',
  s18967bv: 'Ei sovellettavissa',
  s1u3u8ya: 'Saatavilla {0} alkaen',
  sy1y3f2: 'Ei tietoja',
  s1qpeqvq: 'muutos ajankohtaan {0} verrattuna: {1}',
  s1om38kr: 'Viivakaavio',
  s2s79re: 'Ei näytetä',
  simwf44: 'Tilanne {0}.',
  su0jc2s: 'Kaikki arvot: {0}.',
  s4xrwx7: '{0}: {1} (kaikkiaan {2}).',
  s18bpe3m: '{0} prosenttiyksikköä',
  s1bil39w: 'Henkilöitä (n)',
  scpktx3: 'Seuranta-aika kesken',
  s1mliuyq: 'Pylväskaavio',
  s10ira5f: 'Suurin: {0} ({1}). Pienin: {2} ({3}).',
  sszc882: 'Pienet ryhmät: {0}.',
  s1wxq85n: 'Viimeisin arvo, {0}: {1}',
  s12ysk0t: 'Näytettäviä lukuja ei ole.',
  s1bkcn2g: '{0}: yhteensä {1}.',
  s1x95ft2: 'Laskentatapa: {0}.',
  ssrwm4n: 'Aineisto: {0}.',
};
