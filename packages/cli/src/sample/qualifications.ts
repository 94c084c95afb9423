import type { LocalizedText } from '@strapetsi/text';

export type QualificationLevel = 'initial' | 'further' | 'specialist';

/** A unit of a qualification. Vocational units here are fictional and carry codes that no register has. */
export interface Unit {
  readonly code: string;
  readonly name: Partial<LocalizedText>;
  /** Competence points. */
  readonly points: number;
  /** ammatillisentutkinnonosanryhma 1–4. */
  readonly group: '1' | '2' | '3';
  readonly mandatory: boolean;
  readonly areas: readonly UnitArea[];
}

export interface UnitArea {
  readonly code: string;
  readonly points: number;
  readonly mandatory: boolean;
  readonly name: Partial<LocalizedText>;
}

export interface Qualification {
  /** Six digits of the national classification of education. */
  readonly code: string;
  readonly name: Partial<LocalizedText>;
  readonly level: QualificationLevel;
  /** How far its completion lies from the average: a share. */
  readonly completion: number;
  readonly units: readonly Unit[];
}

const area = (code: string, points: number, mandatory: boolean, fi: string, sv: string): UnitArea => ({
  code,
  points,
  mandatory,
  name: { fi, sv },
});

/** Common units of the qualification requirements in force from 1 August 2018 and from 1 August 2022. */
function commonUnits(codes: readonly [string, string, string], era: string): readonly Unit[] {
  const unit = (code: string, fi: string, sv: string, points: number, areas: readonly UnitArea[]): Unit => ({
    code,
    name: { fi, sv },
    points,
    group: '2',
    mandatory: true,
    areas,
  });
  return [
    unit(codes[0], 'Viestintä- ja vuorovaikutusosaaminen', 'Kunnande i kommunikation och interaktion', 11, [
      area(
        `VVAI${era}`,
        4,
        true,
        'Viestintä ja vuorovaikutus äidinkielellä',
        'Kommunikation och interaktion på modersmålet',
      ),
      area(
        `VVTK${era}`,
        1,
        true,
        'Viestintä ja vuorovaikutus toisella kotimaisella kielellä',
        'Kommunikation och interaktion på det andra inhemska språket',
      ),
      area(
        `VVVK${era}`,
        3,
        true,
        'Viestintä ja vuorovaikutus vieraalla kielellä',
        'Kommunikation och interaktion på ett främmande språk',
      ),
      area(`TDK${era}`, 3, true, 'Toiminta digitaalisessa ympäristössä', 'Att fungera i en digital miljö'),
    ]),
    unit(codes[1], 'Matemaattis-luonnontieteellinen osaaminen', 'Kunnande i matematik och naturvetenskap', 6, [
      area(`MM${era}`, 4, true, 'Matematiikka ja matematiikan soveltaminen', 'Matematik och tillämpning av matematik'),
      area(`FK${era}`, 2, true, 'Fysikaaliset ja kemialliset ilmiöt', 'Fysikaliska och kemiska fenomen'),
    ]),
    unit(codes[2], 'Yhteiskunta- ja työelämäosaaminen', 'Kunnande om samhälle och arbetsliv', 9, [
      area(
        `YKT${era}`,
        2,
        true,
        'Yhteiskunnassa ja kansalaisena toimiminen',
        'Att fungera i samhället och som medborgare',
      ),
      area(`TET${era}`, 2, true, 'Työelämässä toimiminen', 'Att fungera i arbetslivet'),
      area(`YT${era}`, 1, true, 'Yrittäjyys ja yrittäjämäinen toiminta', 'Entreprenörskap och företagsamhet'),
      area(
        `TTK${era}`,
        2,
        true,
        'Työkyvyn ja hyvinvoinnin ylläpitäminen',
        'Upprätthållande av arbetsförmåga och välbefinnande',
      ),
      area(`KET${era}`, 2, false, 'Kestävän kehityksen edistäminen', 'Främjande av hållbar utveckling'),
    ]),
  ];
}

export const commonUnits2018 = commonUnits(['400012', '400013', '400014'], '');
export const commonUnits2022 = commonUnits(['106727', '106728', '106729'], '22');

/** Vocational units with points that sum to what the level asks for beside the common units. */
function vocationalUnits(code: string, fi: string, sv: string, level: QualificationLevel): readonly Unit[] {
  const points = level === 'initial' ? [25, 20, 20, 15, 15, 15, 10, 10, 10, 5] : [40, 35, 30, 25, 20];
  return points.map((value, position) => ({
    code: `9${code.slice(1, 4)}${String(position + 1).padStart(2, '0')}`,
    name: { fi: `${fi}: esimerkkiosa ${position + 1}`, sv: `${sv}: exempeldel ${position + 1}` },
    points: value,
    group: position === points.length - 1 && level === 'initial' ? '3' : '1',
    mandatory: position < points.length / 2,
    areas: [],
  }));
}

function qualification(
  code: string,
  level: QualificationLevel,
  completion: number,
  name: Partial<LocalizedText>,
  field: { readonly fi: string; readonly sv: string },
): Qualification {
  return { code, level, completion, name, units: vocationalUnits(code, field.fi, field.sv, level) };
}

/** Real qualifications (national classification of education), a handful. */
export const qualifications = {
  social: qualification(
    '371101',
    'initial',
    0.05,
    { fi: 'Sosiaali- ja terveysalan perustutkinto', sv: 'Grundexamen inom social- och hälsovårdsbranschen' },
    { fi: 'Hoito ja huolenpito', sv: 'Vård och omsorg' },
  ),
  business: qualification(
    '331101',
    'initial',
    -0.01,
    { fi: 'Liiketoiminnan perustutkinto', sv: 'Grundexamen inom affärsverksamhet' },
    { fi: 'Asiakaspalvelu ja talous', sv: 'Kundservice och ekonomi' },
  ),
  electricity: qualification(
    '351407',
    'initial',
    0.03,
    {
      fi: 'Sähkö- ja automaatioalan perustutkinto',
      sv: 'Grundexamen inom el- och automationsbranschen',
      en: 'Vocational qualification in Electrical Engineering and Automation Technology',
    },
    { fi: 'Sähköasennus', sv: 'Elinstallation' },
  ),
  cars: qualification(
    '351301',
    'initial',
    -0.02,
    { fi: 'Autoalan perustutkinto', sv: 'Grundexamen inom bilbranschen' },
    { fi: 'Ajoneuvon huolto', sv: 'Fordonsservice' },
  ),
  construction: qualification(
    '352201',
    'initial',
    -0.05,
    { fi: 'Rakennusalan perustutkinto', sv: 'Grundexamen inom byggnadsbranschen' },
    { fi: 'Talonrakennus', sv: 'Husbyggnad' },
  ),
  restaurant: qualification(
    '381142',
    'initial',
    -0.07,
    {
      fi: 'Ravintola- ja catering-alan perustutkinto',
      sv: 'Grundexamen inom restaurang- och cateringbranschen',
      en: 'Vocational Qualification in Restaurant and Catering Services',
    },
    { fi: 'Ruokapalvelu', sv: 'Matservice' },
  ),
  nature: qualification(
    '361902',
    'initial',
    0.0,
    { fi: 'Luonto- ja ympäristöalan perustutkinto', sv: 'Grundexamen i natur och miljö' },
    { fi: 'Luonnossa toimiminen', sv: 'Att verka i naturen' },
  ),
  cook: qualification(
    '384109',
    'further',
    0.02,
    { fi: 'Ravintolakokin ammattitutkinto', sv: 'Yrkesexamen för restaurangkock' },
    { fi: 'Ruoanvalmistus', sv: 'Matlagning' },
  ),
  baker: qualification(
    '355102',
    'further',
    0.03,
    { fi: 'Leipurin ammattitutkinto', sv: 'Yrkesexamen för bagare' },
    { fi: 'Leivonta', sv: 'Bakning' },
  ),
  carForeman: qualification(
    '457305',
    'specialist',
    0.05,
    { fi: 'Autoalan työnjohdon erikoisammattitutkinto' },
    { fi: 'Työnjohto', sv: 'Arbetsledning' },
  ),
} as const;
