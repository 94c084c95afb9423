import type { LocalizedText } from '@strapetsi/text';
import type { IsoDate } from '../days/day.js';
import { fundingMeasureLabels, fundingMeasures, type FundingMeasure } from './measures.js';

type Text = Required<LocalizedText>;

/** Mean grade of basic education, by whole grade; `Unknown` where there is none. */
export const averageClasses = ['4', '5', '6', '7', '8', '9', 'Unknown'] as const;
export type AverageClass = (typeof averageClasses)[number];

/** Prior education of students who are not free of charge: lt_1 … lt_5 of Statistics Finland's data for the ministry. */
export const priorEducationGroups = ['1', '2', '3', '4', '5'] as const;
export type PriorEducationGroup = (typeof priorEducationGroups)[number];

export const costGroups = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type CostGroup = (typeof costGroups)[number];

export type CoefficientId =
  | `weight.${FundingMeasure}`
  | 'limit.minimum'
  | 'limit.maximum'
  | `startingLevel.average${AverageClass}`
  | `startingLevel.prior${PriorEducationGroup}`
  | 'qualificationType.initial'
  | 'qualificationType.furtherOrSpecialist'
  | `costGroup.${CostGroup | 'preparatory' | 'otherLabourMarket' | 'other'}`
  | `demandingSupport.${'qualification' | 'preparatory' | 'telma'}`
  | `accommodation.${'ordinary' | 'boarding' | 'withDemandingSupport'}`
  | 'qualification.points'
  | 'competencePoints.perStudentYear';

function numbered<Id extends string>(
  ids: readonly Id[],
  labelOf: (id: Id) => Text,
): readonly (readonly [id: Id, label: Text])[] {
  return ids.map((id) => [id, labelOf(id)]);
}

function averageLabel(grade: AverageClass): Text {
  if (grade === 'Unknown') {
    return {
      fi: 'Lähtötaso: perusopetuksen keskiarvo puuttuu',
      sv: 'Utgångsnivå: medeltal i grundläggande utbildning saknas',
      en: 'Starting level: no mean grade of basic education',
    };
  }
  const span = `${grade}–${String(Number(grade) + 1)}`;
  return {
    fi: `Lähtötaso: perusopetuksen keskiarvo ${span}`,
    sv: `Utgångsnivå: medeltal i grundläggande utbildning ${span}`,
    en: `Starting level: mean grade of basic education ${span}`,
  };
}

const grouped: readonly (readonly [id: CoefficientId, label: Text])[] = [
  ...numbered(fundingMeasures, (measure) => fundingMeasureLabels[measure]).map(
    ([measure, { fi, sv, en }]) =>
      [`weight.${measure}`, { fi: `Paino: ${fi}`, sv: `Vikt: ${sv}`, en: `Weight: ${en}` }] as const,
  ),
  ...numbered(averageClasses, averageLabel).map(([grade, label]) => [`startingLevel.average${grade}`, label] as const),
  ...numbered(priorEducationGroups, (group) => ({
    fi: `Lähtötaso: aiemman koulutuksen ryhmä ${group}`,
    sv: `Utgångsnivå: grupp ${group} av tidigare utbildning`,
    en: `Starting level: group ${group} of prior education`,
  })).map(([group, label]) => [`startingLevel.prior${group}`, label] as const),
  ...numbered(costGroups, (group) => ({
    fi: `Kustannusryhmä ${group}`,
    sv: `Kostnadsgrupp ${group}`,
    en: `Cost group ${group}`,
  })).map(([group, label]) => [`costGroup.${group}`, label] as const),
];

const named: readonly (readonly [id: CoefficientId, label: Text])[] = [
  [
    'limit.minimum',
    {
      fi: 'Pienin osuus edellisen vuoden osuuteen nähden',
      sv: 'Minsta andel jämfört med året innan',
      en: 'Smallest share against the year before',
    },
  ],
  [
    'limit.maximum',
    {
      fi: 'Suurin osuus edellisen vuoden osuuteen nähden',
      sv: 'Största andel jämfört med året innan',
      en: 'Largest share against the year before',
    },
  ],
  [
    'qualificationType.initial',
    {
      fi: 'Tutkintotyyppi: perustutkinto, myös ammatti- ja erikoisammattitutkinto työvoimakoulutuksena',
      sv: 'Examenstyp: grundexamen, även yrkes- och specialyrkesexamen som arbetskraftsutbildning',
      en: 'Type: initial qualification, also further and specialist ones as labour market training',
    },
  ],
  [
    'qualificationType.furtherOrSpecialist',
    {
      fi: 'Tutkintotyyppi: ammatti- ja erikoisammattitutkinto',
      sv: 'Examenstyp: yrkes- och specialyrkesexamen',
      en: 'Type: further or specialist qualification',
    },
  ],
  [
    'costGroup.preparatory',
    { fi: 'VALMA, TUVA ja TELMA', sv: 'VALMA, Hux och TELMA', en: 'Preparatory education (VALMA, TUVA, TELMA)' },
  ],
  [
    'costGroup.otherLabourMarket',
    {
      fi: 'Muu ammatillinen koulutus työvoimakoulutuksena',
      sv: 'Övrig yrkesutbildning som arbetskraftsutbildning',
      en: 'Other vocational education as labour market training',
    },
  ],
  [
    'costGroup.other',
    { fi: 'Muu ammatillinen koulutus', sv: 'Övrig yrkesutbildning', en: 'Other vocational education' },
  ],
  [
    'demandingSupport.qualification',
    {
      fi: 'Korotus: vaativa erityinen tuki, tutkinto',
      sv: 'Höjning: krävande särskilt stöd, examen',
      en: 'Addition: demanding special support, qualification',
    },
  ],
  [
    'demandingSupport.preparatory',
    {
      fi: 'Korotus: vaativa erityinen tuki, VALMA ja TUVA',
      sv: 'Höjning: krävande särskilt stöd, VALMA och Hux',
      en: 'Addition: demanding special support, VALMA and TUVA',
    },
  ],
  [
    'demandingSupport.telma',
    {
      fi: 'Korotus: vaativa erityinen tuki, TELMA',
      sv: 'Höjning: krävande särskilt stöd, TELMA',
      en: 'Addition: demanding special support, TELMA',
    },
  ],
  ['accommodation.ordinary', { fi: 'Korotus: majoitus', sv: 'Höjning: inkvartering', en: 'Addition: accommodation' }],
  [
    'accommodation.boarding',
    {
      fi: 'Korotus: sisäoppilaitosmainen majoitus',
      sv: 'Höjning: inkvartering i internatskoleform',
      en: 'Addition: boarding',
    },
  ],
  [
    'accommodation.withDemandingSupport',
    {
      fi: 'Korotus: majoitus vaativan erityisen tuen yhteydessä',
      sv: 'Höjning: inkvartering i samband med krävande särskilt stöd',
      en: 'Addition: accommodation with demanding special support',
    },
  ],
  [
    'qualification.points',
    {
      fi: 'Pisteet koko tutkinnosta ilman aiempaa tutkintoa',
      sv: 'Poäng för en hel examen utan tidigare examen',
      en: 'Points of a whole qualification without a prior one',
    },
  ],
  [
    'competencePoints.perStudentYear',
    {
      fi: 'Osaamispisteitä enintään opiskelijavuotta kohti',
      sv: 'Kompetenspoäng högst per studerandeår',
      en: 'Competence points at most per student year',
    },
  ],
];

/** Every coefficient that the calculator knows, with what it is called. */
export const coefficientLabels: ReadonlyMap<CoefficientId, Text> = new Map([...grouped, ...named]);

export interface Coefficient {
  readonly value: number;
  /** Where the value stands: decree and section, decision, file and version. */
  readonly source: string;
  /** Of the file it comes from, where several were joined. */
  readonly version?: string;
}

/** Coefficients of funding: data with a version and a source for each value, never constants of the program. */
export interface FundingCoefficients {
  readonly type: 'strapetsi.funding-coefficients';
  readonly schemaVersion: 1;
  readonly version: string;
  /** First and last day of the funding years that they are for. */
  readonly inForce: { readonly from: IsoDate; readonly to?: IsoDate };
  readonly values: Readonly<Partial<Record<CoefficientId, Coefficient>>>;
}

/** One's own coefficients laid over others: what `own` says holds, what it does not say is `base`'s. Each value keeps its version. */
export function withOwnCoefficients(base: FundingCoefficients, own: FundingCoefficients): FundingCoefficients {
  const values: Partial<Record<CoefficientId, Coefficient>> = {};
  for (const { version, values: given } of [base, own]) {
    for (const id of coefficientLabels.keys()) {
      const coefficient = given[id];
      if (coefficient !== undefined) values[id] = { version, ...coefficient };
    }
  }
  return { ...own, version: `${base.version} + ${own.version}`, values };
}
