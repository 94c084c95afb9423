import type { LocalizedText } from '@strapetsi/text';

interface Funding {
  readonly codes: readonly string[];
  readonly id: string;
  readonly label: Required<LocalizedText>;
}

function code(number: number, fi: string, sv: string, en: string): Funding {
  return { codes: [String(number)], id: String(number).padStart(2, '0'), label: { fi, sv, en } };
}

/**
 * How studies are paid for (opintojenrahoitus). Names of the national code set in Finnish and Swedish; it has no Swedish
 * for 16 and 17 and English for few, so those names are ours.
 */
export const fundings: readonly Funding[] = [
  code(1, 'Valtionosuusrahoitteinen koulutus', 'Statsandelsfinansierad utbildning', 'Education financed by the state'),
  code(
    2,
    'Työvoimakoulutus, ELY-keskukset ja TE-toimistot (kansallinen rahoitus)',
    'Arbetskraftsutbildning, NTM-centralen och arbets- och näringsbyrån (nationell finansiering)',
    'Labour market training (national funding)',
  ),
  code(
    3,
    'Työvoimakoulutus (ESR-rahoitteinen)',
    'Arbetskraftsutbildning (ESF-finansierad)',
    'Labour market training (ESF)',
  ),
  code(
    4,
    'Työnantajan kokonaan rahoittama',
    'I sin helhet finansierad av arbetsgivaren',
    'Paid entirely by the employer',
  ),
  code(6, 'Muuta kautta rahoitettu', 'Finansierad på annat sätt', 'Funded by other means'),
  code(
    7,
    'Nuorten aikuisten osaamisohjelma',
    'Kompetensprogrammet för unga vuxna',
    'Skills programme for young adults',
  ),
  code(
    8,
    'Aikuisten osaamisperustan vahvistaminen',
    'Stärkande av vuxnas kompetensgrund',
    'Strengthening adults’ basic skills',
  ),
  code(
    9,
    'Maahanmuuttajien ammatillinen koulutus (valtionavustus)',
    'Yrkesutbildning för invandrare (statsunderstöd)',
    'Vocational education for immigrants (state aid)',
  ),
  code(
    10,
    'Työvoimakoulutus (OKM-rahoitus)',
    'Arbetskraftsutbildning (UKM-finansiering)',
    'Labour market training (Ministry of Education and Culture)',
  ),
  code(11, 'Ammatillisen osaamisen pilotit 2019', 'Piloter inom yrkeskompetens 2019', 'Vocational skills pilots 2019'),
  code(
    12,
    'Ammatillisen osaamisen pilotit 2019 (työvoimakoulutus)',
    'Piloter inom yrkeskompetens 2019 (arbetskraftsutbildning)',
    'Vocational skills pilots 2019 (labour market training)',
  ),
  code(
    13,
    'Työvoimakoulutus (valtiosopimukseen perustuva rahoitus)',
    'Arbetskraftsutbildning (finansiering enligt avtal med staten)',
    'Labour market training (by agreement with the state)',
  ),
  code(
    14,
    'Jatkuvan oppimisen ja työllisyyden palvelukeskuksen rahoitus',
    'Finansiering av Servicecentret för kontinuerligt lärande och sysselsättning',
    'Service Centre for Continuous Learning and Employment',
  ),
  code(
    15,
    'Jatkuvan oppimisen ja työllisyyden palvelukeskuksen rahoitus (RRF)',
    'Finansiering av Servicecentret för kontinuerligt lärande och sysselsättning (RRF)',
    'Service Centre for Continuous Learning and Employment (RRF)',
  ),
  code(16, 'Lukuvuosimaksu', 'Läsårsavgift', 'Tuition fee'),
  code(17, 'Tilauskoulutus', 'Uppdragsutbildning', 'Commissioned education'),
];
