import type { LocalizedText } from '@strapetsi/text';
import { qualifications } from './qualifications.js';
import type { Qualification } from './qualifications.js';
import { createRandom } from './random.js';

/** A fictional education provider. Names and numbers are invented; the oids have the form of real ones. */
export interface Provider {
  /** From 1. */
  readonly number: number;
  readonly oid: string;
  readonly name: Partial<LocalizedText>;
  readonly schools: readonly School[];
}

export interface School {
  readonly oid: string;
  /** Five digits (oppilaitosnumero). */
  readonly code: string;
  /** Only in one language where the school has no name in the other, as in the national register. */
  readonly name: Partial<LocalizedText>;
  readonly language: 'FI' | 'SV';
  readonly location: { readonly oid: string; readonly name: Partial<LocalizedText> };
  /** Share of the provider's students, unscaled. */
  readonly weight: number;
  /** How far its completion lies from the average: a share. */
  readonly completion: number;
  /** Whether it records summer holidays as a state of their own. */
  readonly recordsHoliday: boolean;
  readonly preparatory: boolean;
  readonly initial: readonly Qualification[];
  readonly further: readonly Qualification[];
}

interface SchoolSketch {
  readonly fi?: string;
  readonly sv?: string;
  readonly language: 'FI' | 'SV';
  readonly weight: number;
  readonly completion: number;
  readonly recordsHoliday?: boolean;
  readonly preparatory?: boolean;
  readonly initial: readonly (keyof typeof qualifications)[];
  readonly further?: readonly (keyof typeof qualifications)[];
}

/** Two of the schools are so small that most of their groups are withheld. */
const firstProvider: readonly SchoolSketch[] = [
  {
    fi: 'Metsälahden ammattiopisto',
    sv: 'Skogsvikens yrkesinstitut',
    language: 'FI',
    weight: 34,
    completion: 0.01,
    preparatory: true,
    initial: ['business', 'electricity', 'cars', 'restaurant'],
    further: ['cook', 'carForeman'],
  },
  {
    fi: 'Saarivirran hyvinvointiopisto',
    sv: 'Holmströmmens välfärdsinstitut',
    language: 'FI',
    weight: 24,
    completion: 0.05,
    preparatory: true,
    initial: ['social', 'nature'],
    further: ['baker'],
  },
  {
    fi: 'Kuusirannan tekniikan opisto',
    language: 'FI',
    weight: 19,
    completion: -0.04,
    recordsHoliday: true,
    initial: ['construction', 'electricity', 'cars'],
    further: ['carForeman'],
  },
  {
    sv: 'Yrkesinstitutet Nordsund',
    language: 'SV',
    weight: 13,
    completion: 0.03,
    preparatory: true,
    initial: ['social', 'business', 'restaurant'],
    further: ['cook'],
  },
  {
    fi: 'Harjukylän palvelualojen opisto',
    language: 'FI',
    weight: 9,
    completion: -0.07,
    initial: ['restaurant', 'business'],
    further: ['baker', 'cook'],
  },
  { fi: 'Pikkuluodon luontokoulu', language: 'FI', weight: 0.55, completion: 0.0, initial: ['nature'] },
  { sv: 'Västerskärs naturskola', language: 'SV', weight: 0.45, completion: 0.0, initial: ['nature'] },
];

const stems = [
  ['Koivu', 'Björk'],
  ['Leppä', 'Al'],
  ['Haapa', 'Asp'],
  ['Kataja', 'En'],
  ['Pihlaja', 'Rönn'],
  ['Tuomi', 'Hägg'],
  ['Vaahtera', 'Lönn'],
  ['Saarni', 'Ask'],
  ['Mänty', 'Tall'],
  ['Kanerva', 'Ljung'],
] as const;
const endings = [
  ['luoto', 'luodon', 'skär'],
  ['salmi', 'salmen', 'sund'],
  ['harju', 'harjun', 'ås'],
  ['virta', 'virran', 'ström'],
  ['notko', 'notkon', 'dal'],
  ['selkä', 'selän', 'fjärd'],
  ['kangas', 'kankaan', 'hed'],
  ['lampi', 'lammen', 'tjärn'],
  ['kumpu', 'kummun', 'backa'],
] as const;

/** At most this many providers have names of their own. */
export const maximumProviders = stems.length * endings.length + 1;

/** Throws `RangeError` for a number outside 1–`maximumProviders`. */
export function sampleProvider(number: number, seed: number): Provider {
  if (!Number.isInteger(number) || number < 1 || number > maximumProviders) {
    throw new RangeError(`A provider's number is from 1 to ${maximumProviders}, not ${number}.`);
  }
  if (number === 1) {
    return provider(
      1,
      { fi: 'Metsälahden koulutuskuntayhtymä', sv: 'Skogsvikens utbildningssamkommun' },
      firstProvider,
    );
  }
  const stem = stems[(number - 2) % stems.length] ?? stems[0];
  const ending = endings[Math.floor((number - 2) / stems.length)] ?? endings[0];
  const genitive = `${stem[0]}${ending[1]}`;
  const swedish = genitiveOf(`${stem[1]}${ending[2]}`);
  const random = createRandom(seed, number);
  const effect = (random.next() - 0.5) * 0.12;
  const sketches: SchoolSketch[] = [
    {
      fi: `${genitive} ammattiopisto`,
      language: 'FI',
      weight: 60,
      completion: effect,
      preparatory: true,
      initial: ['business', 'electricity', 'cars', 'social'],
      further: ['cook', 'carForeman'],
    },
    {
      fi: `${genitive} palveluopisto`,
      sv: `${swedish} serviceinstitut`,
      language: 'FI',
      weight: 30,
      completion: effect - 0.02,
      recordsHoliday: random.chance(0.3),
      initial: ['restaurant', 'social'],
      further: ['baker'],
    },
  ];
  if (random.chance(0.3)) {
    sketches.push({
      sv: `${swedish} yrkesskola`,
      language: 'SV',
      weight: 9,
      completion: effect + 0.02,
      initial: ['business', 'social'],
    });
  }
  if (random.chance(0.5)) {
    sketches.push({
      fi: `${genitive} luontokoulu`,
      language: 'FI',
      weight: 1,
      completion: effect,
      initial: ['nature'],
    });
  }
  return provider(number, { fi: `${genitive} koulutusyhtymä`, sv: `${swedish} utbildningssamkommun` }, sketches);
}

/** Swedish: a name that ends in s is its own genitive. */
function genitiveOf(name: string): string {
  return name.endsWith('s') ? name : `${name}s`;
}

function provider(number: number, name: Partial<LocalizedText>, sketches: readonly SchoolSketch[]): Provider {
  const oid = (serial: number): string =>
    `1.2.246.562.10.9${String(number).padStart(3, '0')}${String(serial).padStart(7, '0')}`;
  return {
    number,
    oid: oid(7_000_001),
    name,
    schools: sketches.map((sketch, position) => ({
      oid: oid(7_100_003 + position * 1_009),
      code: String(90_000 + number * 10 + position),
      name: {
        ...(sketch.fi === undefined ? {} : { fi: sketch.fi }),
        ...(sketch.sv === undefined ? {} : { sv: sketch.sv }),
      },
      language: sketch.language,
      location: {
        oid: oid(7_200_009 + position * 1_013),
        name: {
          ...(sketch.fi === undefined ? {} : { fi: `${sketch.fi}, päätoimipiste` }),
          ...(sketch.sv === undefined ? {} : { sv: `${sketch.sv}, huvudverksamhetsställe` }),
        },
      },
      weight: sketch.weight,
      completion: sketch.completion,
      recordsHoliday: sketch.recordsHoliday ?? false,
      preparatory: sketch.preparatory ?? false,
      initial: sketch.initial.map((key) => qualifications[key]),
      further: (sketch.further ?? []).map((key) => qualifications[key]),
    })),
  };
}
