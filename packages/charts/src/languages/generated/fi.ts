// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import { str, type Templates } from '@strapetsi/text';

export const templates: Templates = {
  s0c8224b0a9798e8a: str`Ei näytetä (${0})`,
  s0e9aa8d89165481b: 'Ei sovellettavissa',
  s16cde1d447e9fdc2: str`Saatavilla ${0} alkaen`,
  s187528426100c44e: 'Ei tietoja',
  s276ac8cddc8503c3: str`muutos ajankohtaan ${0} verrattuna: ${1}`,
  s283223d8bc0d148b: 'Viivakaavio',
  s67d4d0ccfff1464a: 'Ei näytetä',
  s7d1333e24fb79494: str`Tilanne ${0}.`,
  s8e0caeffbbb51534: str`Kaikki arvot: ${0}.`,
  s92fb8e4d19839ac4: str`${0}: ${1} (kaikkiaan ${2}).`,
  s9a667670eabf644a: str`${0} prosenttiyksikköä`,
  s9f69975ec8d8ac34: 'Henkilöitä (n)',
  sa97a68c1fe974cf7: 'Seuranta-aika kesken',
  sc6198b7bbf3a0dc2: 'Pylväskaavio',
  sd91b98038bfb9b01: str`Suurin: ${0} (${1}). Pienin: ${2} (${3}).`,
  se5c08709e06a85d2: str`Pienet ryhmät: ${0}.`,
  se8a627ed17f79bce: str`Viimeisin arvo, ${0}: ${1}`,
  se92950de30384cdd: 'Näytettäviä lukuja ei ole.',
  sf23ee5a69b55d1cd: str`${0}: yhteensä ${1}.`,
  sf38b0ee532fe7b86: str`Laskentatapa: ${0}.`,
  sfda21b7137709ddf: str`Aineisto: ${0}.`,
};
