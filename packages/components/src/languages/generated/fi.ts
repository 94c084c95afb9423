// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import { str, type Templates } from '@strapetsi/text';

export const templates: Templates = {
  s0999cc361e50c289: 'Lukuja ladataan…',
  s0aac1d078fe5a059: str`Taulukon rivi ${0}, sarake ${1}: luku ei ole taulukon yksikössä.`,
  s0c3b08d9d7a220e2: 'Taulukko ei kerro yksikköään. Kirjoita data-unit="studentYears", "days", "share" tai "students".',
  s12ba9e7ea54c94f2: str`Tiedoissa ei ole indikaattoria ”${0}”. Niissä on: ${1}.`,
  s26cec92fd87c4f25: str`Tietoja ei haettu, koska ne eivät ole tällä verkkopalvelimella: ${0}`,
  s348c85ced59ce33b: str`heading-level="${0}" on tuntematon. Tunnettuja ovat 1, 2, 3, 4, 5 ja 6.`,
  s423c79f934671cbe: str`Taulukon rivi ${0}, sarake ${1}: data-status="${2}" on tuntematon. Tunnettuja ovat withheld, noData ja notApplicable sekä immature, jonka kanssa annetaan data-matures="2027-01-31".`,
  s42db19ec23c89111: str`Taulukon rivillä ${0} on yhdistettyjä soluja, joita ei voi lukea.`,
  s464ee1d85a78abd9: 'Taulukosta puuttuu caption-otsikko. Siitä tulee kaavion otsikko.',
  s5e486bc0c9616609: str`Tietojen haku ei onnistunut (virhe ${0}): ${1}`,
  s821cabe48911740e: str`Tiedot eivät ole JSON-tiedosto: ${0}`,
  s96e834f6ebb56cfc: str`Tietojen haku ei onnistunut: ${0}`,
  s9814d07175df2f3e: str`Taulukon rivi ${0}, sarake ${1}: ”${2}” ei ole luettavissa lukuna.`,
  s99e7d1346dae0690: 'Kaaviolla ei ole tietoja: src-määrite ja taulukko puuttuvat.',
  sc26129819867cfa6: str`Tiedot eivät ole julkaistu indikaattoritaulukko. Virheen paikka: ${0}`,
  sd3283b15b51ca04b: str`Lukujen määrä taulukon rivillä ${0} on ${1}, mutta otsikkorivillä otsikoita on ${2}.`,
  se5fdd2b9eaf56d9a: str`Tiedosto ${0} ei ole julkaistu indikaattoritaulukko. Virheen paikka: ${1}`,
  se92950de30384cdd: 'Näytettäviä lukuja ei ole.',
  seb28dab67829bc3f: 'Näytä taulukkona',
  seb5923ed07c6a5e6: str`Indikaattoria ei voi jaotella näin: ”${0}”. Mahdolliset jaottelut: ${1}.`,
  sec50005462234fb2: str`kind="${0}" on tuntematon. Tunnettuja ovat bar ja line.`,
  sf15dba10eeb3d886: 'Taulukon ensimmäisellä rivillä on oltava sarakeotsikot (th) thead-osassa: ensin kulmasolu, sitten yksi otsikko sarjaa kohti.',
  sf2cd73828c71bc51: 'Näitä tietoja ei voi esittää kaaviona.',
  sfff80aa36ea0a305: str`Taulukon rivi ${0} ei ala otsikkosolulla (th).`,
};
