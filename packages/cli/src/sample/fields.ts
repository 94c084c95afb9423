import { BYTE_ORDER_MARK, csvLine } from '../output/csv.js';
import { qualifications } from './qualifications.js';

type Names = readonly [fi: string, sv: string, en: string];

/** Fields of education (UNESCO, ISCED-F 2013) that the qualifications of the sample are put into: two, three and four digits. */
const fields: Readonly<Record<string, Names>> = {
  '04': ['Kauppa ja hallinto', 'Handel och administration', 'Business and administration'],
  '041': ['Liiketalous ja hallinto', 'Företagsekonomi och administration', 'Business and administration'],
  '0416': ['Kaupan ala', 'Handel', 'Wholesale and retail sales'],
  '05': ['Luonnontieteet', 'Naturvetenskap', 'Natural sciences'],
  '052': ['Ympäristö', 'Miljö', 'Environment'],
  '0522': ['Luonnonympäristö', 'Naturmiljö', 'Natural environments and wildlife'],
  '07': ['Tekniikan alat', 'Teknik', 'Engineering, manufacturing and construction'],
  '071': ['Kone-, prosessi- ja sähkötekniikka', 'Teknik och teknisk industri', 'Engineering and engineering trades'],
  '0713': ['Sähkö ja energia', 'El och energi', 'Electricity and energy'],
  '0716': ['Ajoneuvot', 'Fordon', 'Motor vehicles, ships and aircraft'],
  '072': ['Materiaalit ja elintarvikkeet', 'Material och livsmedel', 'Manufacturing and processing'],
  '0721': ['Elintarvikeala', 'Livsmedel', 'Food processing'],
  '073': ['Rakentaminen', 'Byggande', 'Architecture and construction'],
  '0732': ['Talonrakennus', 'Husbyggnad', 'Building and civil engineering'],
  '09': ['Terveys ja hyvinvointi', 'Hälsa och välfärd', 'Health and welfare'],
  '091': ['Terveys', 'Hälsa', 'Health'],
  '0913': ['Hoitotyö', 'Vård', 'Nursing and midwifery'],
  '10': ['Palvelualat', 'Tjänster', 'Services'],
  '101': ['Henkilökohtaiset palvelut', 'Personliga tjänster', 'Personal services'],
  '1013': ['Majoitus- ja ravitsemisala', 'Inkvartering och kosthåll', 'Hotel, restaurants and catering'],
};

/** The narrowest field of each; the broader ones are its first digits. */
const narrowest: Readonly<Record<keyof typeof qualifications, string>> = {
  social: '0913',
  business: '0416',
  electricity: '0713',
  cars: '0716',
  construction: '0732',
  restaurant: '1013',
  nature: '0522',
  cook: '1013',
  baker: '0721',
  carForeman: '0716',
};

export const fieldsHead = BYTE_ORDER_MARK + csvLine(['tutkinto', 'ala', 'nimi fi', 'nimi sv', 'nimi en']);

/** The list that puts the sample's qualifications into fields of a level, 1 to 3, as lines of CSV. */
export function* sampleFields(level: 1 | 2 | 3): Generator<string> {
  for (const [key, field] of Object.entries(narrowest)) {
    const id = field.slice(0, level + 1);
    const [, qualification] = Object.entries(qualifications).find(([name]) => name === key) ?? [];
    if (qualification !== undefined) yield csvLine([qualification.code, id, ...(fields[id] ?? [])]);
  }
}
