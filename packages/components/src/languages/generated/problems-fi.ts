// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import type { Templates } from '@strapetsi/text';

export const templates: Templates = {
  sebrh0c: 'Taulukon rivi {0}, sarake {1}: luku ei ole taulukon yksikössä.',
  sdazssi: 'Taulukko ei kerro yksikköään. Kirjoita data-unit="studentYears", "days", "share" tai "students".',
  slvq47t: 'Tiedoissa ei ole indikaattoria ”{0}”. Niissä on: {1}.',
  soz1ahn: 'Näytetään pylväinä: näin montaa viivaa ei voi erottaa toisistaan.',
  s1nlklql: 'Tietoja ei haettu, koska ne eivät ole tällä verkkopalvelimella: {0}',
  slbfzpf: 'heading-level="{0}" on tuntematon. Tunnettuja ovat 1, 2, 3, 4, 5 ja 6.',
  sobf3tn: 'Taulukon rivi {0}, sarake {1}: data-status="{2}" on tuntematon. Tunnettuja ovat withheld, noData ja notApplicable sekä immature, jonka kanssa annetaan data-matures="2027-01-31".',
  s58cezt: 'Taulukon rivillä {0} on yhdistettyjä soluja, joita ei voi lukea.',
  se6vbkp: 'Taulukosta puuttuu caption-otsikko. Siitä tulee kaavion otsikko.',
  s137n2vw: 'Tietojen haku ei onnistunut (virhe {0}): {1}',
  s1nsbufi: 'Tiedot eivät ole JSON-tiedosto: {0}',
  s1sff1j0: 'Tietojen haku ei onnistunut: {0}',
  s2juxkt: 'Taulukon rivi {0}, sarake {1}: ”{2}” ei ole luettavissa lukuna.',
  s1w63a28: 'Kaaviolla ei ole tietoja: src-määrite ja taulukko puuttuvat.',
  sp2mjqu: 'Tiedot eivät ole julkaistu indikaattoritaulukko. Virheen paikka: {0}',
  s1jva08u: 'Näytetään pylväinä: viiva yhdistäisi luokkia, joilla ei ole järjestystä.',
  s1oj0ka6: 'Lukujen määrä taulukon rivillä {0} on {1}, mutta otsikkorivillä otsikoita on {2}.',
  s4wcsvb: 'Tiedosto {0} ei ole julkaistu indikaattoritaulukko. Virheen paikka: {1}',
  s1lekpd1: 'Indikaattoria ei voi jaotella näin: ”{0}”. Mahdolliset jaottelut: {1}.',
  sc1al5e: 'kind="{0}" on tuntematon. Tunnettuja ovat {1}.',
  s160lx7q: 'Taulukon ensimmäisellä rivillä on oltava sarakeotsikot (th) thead-osassa: ensin kulmasolu, sitten yksi otsikko sarjaa kohti.',
  smtocoh: 'Näitä tietoja ei voi esittää kaaviona.',
  s1fzg1b1: 'Taulukon rivi {0} ei ala otsikkosolulla (th).',
};
