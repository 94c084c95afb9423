import type { LocalizedText } from '@strapetsi/text';

/** Codes as KOSKI documents carry them; names restated from the national code sets (DOMAIN: koodisto). */
export interface NationalCode {
  readonly set: string;
  readonly version?: number;
  readonly code: string;
  readonly name?: Partial<LocalizedText>;
}

const state = (code: string, fi: string, sv: string, en: string): NationalCode => ({
  set: 'koskiopiskeluoikeudentila',
  version: 1,
  code,
  name: { fi, sv, en },
});

export const states = {
  lasna: state('lasna', 'Läsnä', 'Närvarande', 'Present'),
  loma: state('loma', 'Loma', 'Semester', 'Vacation'),
  valiaikaisestikeskeytynyt: state(
    'valiaikaisestikeskeytynyt',
    'Väliaikaisesti keskeytynyt',
    'Tillfälligt avbruten',
    'Temporarily suspended',
  ),
  valmistunut: state('valmistunut', 'Valmistunut', 'Utexaminerad', 'Graduated'),
  eronnut: state('eronnut', 'Eronnut', 'Utskriven', 'Discontinued'),
  katsotaaneronneeksi: state(
    'katsotaaneronneeksi',
    'Katsotaan eronneeksi',
    'Anses utskriven',
    'Considered as discontinued',
  ),
  peruutettu: state('peruutettu', 'Peruutettu', 'Indragen', 'Revocated'),
} as const;
export type StateCode = keyof typeof states;

const fundings: Readonly<Record<string, Partial<LocalizedText>>> = {
  '1': { fi: 'Valtionosuusrahoitteinen koulutus', sv: 'Statsandelsfinansierad utbildning' },
  '2': { fi: 'Työvoimakoulutus (kansallinen rahoitus)', sv: 'Arbetskraftsutbildning (nationell finansiering)' },
  '4': { fi: 'Työnantajan kokonaan rahoittama', sv: 'Helt finansierad av arbetsgivaren' },
  '6': { fi: 'Muuta kautta rahoitettu', sv: 'Finansierad på annat sätt' },
  '10': { fi: 'Työvoimakoulutus (OKM rahoitus)', sv: 'Arbetskraftsutbildning (finansierad av UKM)' },
  '14': { fi: 'Jatkuvan oppimisen ja työllisyyden palvelukeskuksen rahoitus', sv: 'Finansiering från SECLE' },
  // The national code set itself has the Finnish word in all languages.
  '16': { fi: 'Lukuvuosimaksu', sv: 'Lukuvuosimaksu', en: 'Lukuvuosimaksu' },
};

export function funding(code: string): NationalCode {
  const name = fundings[code];
  return { set: 'opintojenrahoitus', version: 1, code, ...(name === undefined ? {} : { name }) };
}

export const educationLanguage = (code: 'FI' | 'SV'): NationalCode => ({
  set: 'kieli',
  version: 1,
  code,
  name: code === 'FI' ? { fi: 'suomi', sv: 'finska', en: 'Finnish' } : { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' },
});

const extentUnits: Readonly<Record<string, Partial<LocalizedText>>> = {
  '6': { fi: 'osaamispistettä', sv: 'kompetenspoäng', en: 'ECVET competence points' },
  '8': { fi: 'viikkoa', sv: 'veckor' },
  '2': { fi: 'opintopistettä', sv: 'studiepoäng', en: 'ECTS credits' },
};

export function extentUnit(code: '2' | '6' | '8'): NationalCode {
  return { set: 'opintojenlaajuusyksikko', version: 1, code, name: extentUnits[code] ?? {} };
}

const acquiringNames: Readonly<Record<string, Partial<LocalizedText>>> = {
  oppisopimus: { fi: 'Oppisopimus', sv: 'Läroavtal' },
  koulutussopimus: { fi: 'Koulutussopimus', sv: 'Utbildningsavtal' },
  oppilaitosmuotoinenkoulutus: { fi: 'Oppilaitosmuotoinen koulutus', sv: 'Läroanstaltsbaserad utbildning' },
};

export function wayOfAcquiring(code: 'oppisopimus' | 'koulutussopimus' | 'oppilaitosmuotoinenkoulutus'): NationalCode {
  return { set: 'osaamisenhankkimistapa', version: 1, code, name: acquiringNames[code] ?? {} };
}
