import {
  completionMethods,
  educations,
  julyRules,
  MISSING_CODE,
  periodStates,
  type CompletionMethod,
  type Education,
  type JulyRule,
  type PeriodState,
} from '../../facts/codes.js';

// Finnish codes of KOSKI's code sets and what they are in the facts.

/** `koskiopiskeluoikeudentila` */
const states: Readonly<Record<string, PeriodState>> = {
  lasna: 'present',
  loma: 'holiday',
  valiaikaisestikeskeytynyt: 'interrupted',
  valmistunut: 'graduated',
  eronnut: 'resigned',
  katsotaaneronneeksi: 'deemedResigned',
  peruutettu: 'cancelled',
  mitatoity: 'invalidated',
  hyvaksytystisuoritettu: 'completed',
  keskeytynyt: 'discontinued',
  paattynyt: 'ended',
};

export const stateCodes: readonly string[] = Object.keys(states);

const statePositions = new Map(Object.entries(states).map(([code, state]) => [code, periodStates.indexOf(state)]));

/** Position in `periodStates`. */
export function stateOf(code: string): number | undefined {
  return statePositions.get(code);
}

const openStates: readonly PeriodState[] = ['present', 'holiday', 'interrupted'];
const openPositions: readonly number[] = openStates.map((state) => periodStates.indexOf(state));

/** Whether a right ends with the state (position in `periodStates`). */
export function isFinal(state: number): boolean {
  return !openPositions.includes(state);
}

const fundedStates: readonly PeriodState[] = ['present', 'holiday', 'graduated'];
const fundedPositions: readonly number[] = fundedStates.map((state) => periodStates.indexOf(state));

/** Whether a period of the state must say how it is funded. */
export function needsFunding(state: number): boolean {
  return fundedPositions.includes(state);
}

/** `opintojenrahoitus`: 1–4 and 6–17; 5 is not in use. */
export function isKnownFunding(code: number): boolean {
  return Number.isInteger(code) && code >= 1 && code <= 17 && code !== 5;
}

/** `opiskeluoikeudentyyppi` */
export const VOCATIONAL = 'ammatillinenkoulutus';
export const TUVA = 'tuva';

/** Kind of education by the type of study right, for types whose performances do not matter. */
const educationByRight = new Map<string, Education>(
  Object.entries({
    tuva: 'preparatory',
    luva: 'preparatory',
    perusopetuksenlisaopetus: 'preparatory',
    ibtutkinto: 'generalUpperSecondary',
    diatutkinto: 'generalUpperSecondary',
    ebtutkinto: 'generalUpperSecondary',
  } as const),
);

/**
 * Kind of education by the type of performance (`suorituksentyyppi`). The preparatory ones are those of the national follow-up of
 * studies (CSCfi/antero, p_lataa_f_koski_opintojen_kulku_toinen_aste, part 3).
 */
const educationByPerformance = new Map<string, Education>(
  Object.entries({
    ammatillinentutkinto: 'wholeQualification',
    ammatillinentutkintoosittainen: 'qualificationUnits',
    valma: 'preparatory',
    telma: 'preparatory',
    tuvakoulutuksensuoritus: 'preparatory',
    luva: 'preparatory',
    perusopetuksenlisaopetus: 'preparatory',
    vstmaahanmuuttajienkotoutumiskoulutus: 'preparatory',
    vstoppivelvollisillesuunnattukoulutus: 'preparatory',
    lukionoppimaara: 'generalUpperSecondary',
    ibtutkinto: 'generalUpperSecondary',
    preiboppimaara: 'generalUpperSecondary',
    diatutkintovaihe: 'generalUpperSecondary',
    diavalmistavavaihe: 'generalUpperSecondary',
    ebtutkinto: 'generalUpperSecondary',
    internationalschooldiplomavuosiluokka: 'generalUpperSecondary',
    europeanschoolofhelsinkivuosiluokkasecondaryupper: 'generalUpperSecondary',
    muuammatillinenkoulutus: 'other',
    tutkinnonosaapienemmistäkokonaisuuksistakoostuvasuoritus: 'other',
    nayttotutkintoonvalmistavakoulutus: 'other',
  } as const),
);

/** Performance types of vocational and TUVA study rights that the reader knows. */
export function isKnownPerformance(type: string): boolean {
  return educationByPerformance.has(type);
}

/** Position in `educations`; the smaller leads. */
export function educationOf(rightType: string | undefined, performanceType: string | undefined): number {
  const byPerformance = performanceType === undefined ? undefined : educationByPerformance.get(performanceType);
  const byRight = rightType === undefined ? undefined : educationByRight.get(rightType);
  return educations.indexOf(byPerformance ?? byRight ?? 'other');
}

const julyRemoved = ['ammatillinentutkinto', 'telma', 'tuvakoulutuksensuoritus'];
const julyCounted = [
  'ammatillinentutkintoosittainen',
  'tutkinnonosaapienemmistäkokonaisuuksistakoostuvasuoritus',
  'muuammatillinenkoulutus',
];

/** Position in `julyRules` by all the performance types of a right: one that removes July is enough. */
export function julyRuleOf(types: readonly string[]): number {
  let rule: JulyRule = 'noValue';
  if (types.some((type) => julyRemoved.includes(type))) rule = 'removed';
  else if (types.some((type) => julyCounted.includes(type))) rule = 'counted';
  return julyRules.indexOf(rule);
}

/** `ammatillisentutkinnonsuoritustapa` */
const methods: Readonly<Record<string, CompletionMethod>> = {
  reformi: 'reform',
  ops: 'curriculum',
  naytto: 'demonstration',
};

/** Position in `completionMethods`; "missing" for another code. */
export function methodOf(code: string | undefined): number {
  const method = code === undefined ? undefined : methods[code];
  return method === undefined ? MISSING_CODE : completionMethods.indexOf(method);
}

const LARGEST_VERSION = 2_147_483_647;

/** `versionumero`, as a number that a column holds; -1 where there is none. */
export function versionOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_VERSION ? value : -1;
}
