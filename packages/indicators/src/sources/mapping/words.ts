import type {
  CompletionMethod,
  Education,
  Gender,
  JulyRule,
  MainActivity,
  PeriodState,
  WorkplaceKind,
} from '../../facts/codes.js';
import { fold } from '../tables/columns.js';

// Words by which student systems and national code sets call the closed codes, in Finnish, Swedish and English, and their
// codes there. The codes of the facts themselves need not be listed.

/** States of vocational education (`koskiopiskeluoikeudentila`). KOSKI's English "discontinued" is also a code of another education. */
export const stateWords = {
  present: ['lasna', 'läsnä', 'närvarande'],
  holiday: ['loma', 'semester', 'vacation'],
  interrupted: [
    'valiaikaisestikeskeytynyt',
    'väliaikaisesti keskeytynyt',
    'tillfälligt avbruten',
    'temporarily suspended',
  ],
  graduated: ['valmistunut', 'utexaminerad'],
  resigned: ['eronnut', 'utskriven'],
  deemedResigned: ['katsotaaneronneeksi', 'katsotaan eronneeksi', 'anses utskriven', 'considered as discontinued'],
  cancelled: ['peruutettu', 'indragen', 'revocated'],
  invalidated: ['mitatoity', 'mitätöity', 'annullerad'],
} as const satisfies Readonly<Partial<Record<PeriodState, readonly string[]>>>;

/** `sukupuoli` */
export const genderWords = {
  male: ['1', 'mies', 'm', 'man'],
  female: ['2', 'nainen', 'n', 'kvinna', 'k', 'f'],
  other: ['3', 'muu', 'annan', 'annat'],
} as const satisfies Readonly<Record<Gender, readonly string[]>>;

/**
 * `paaasiallinen_toiminta_ja_maasta_muuttaneet` 1–8 and `paaasiallinen_toiminta_versio2` of two digits, with their names
 * (Statistics Finland, in CSCfi/antero, MIT).
 */
export const activityWords = {
  employed: [
    '1',
    '10',
    'päätoiminen työllinen',
    'sysselsatt på heltid',
    'sysselsatt som huvudsyssla',
    'full-time employed',
  ],
  employedStudent: [
    '2',
    '13',
    'työllinen opiskelija',
    'sysselsatt studerande',
    'studerande som arbetar',
    'employed student',
  ],
  student: [
    '3',
    '22',
    'päätoiminen opiskelija, koululainen',
    'päätoiminen opiskelija',
    'studerande på heltid, skolelev',
    'studerande på heltid',
    'studerande, skolelev huvudsakligen',
    'full-time student, schoolchild',
    'full-time student',
  ],
  unemployed: ['4', '12', 'työtön', 'arbetslös'],
  conscript: [
    '5',
    '25',
    'varusmies, siviilipalvelusmies',
    'varusmies, siiviipalvelusmies',
    'beväring, civiltjänstgörande',
    'beväring, civiltjänstgörare',
    'conscript, conscientious objector',
  ],
  pensioner: [
    '6',
    '26',
    'eläkeläinen',
    'eläkeläinen, sis. työttömyyseläkkeellä olevat',
    'pensionär',
    'pensionär, inkl. arbetslöshetspensionerade',
    'pensioner, incl. unemployment pension claimants',
  ],
  otherActivity: ['7', '99', 'muu tai tuntematon', 'annan eller okänd', 'övrig eller okänd', 'other or unknown'],
  emigrated: ['8', 'muuttanut maasta', 'flyttat från landet'],
} as const satisfies Readonly<Record<MainActivity, readonly string[]>>;

/** `osaamisenhankkimistapa`, and the learning at work of the time before it. */
export const workplaceWords = {
  apprenticeship: ['oppisopimus', 'oppisopimuskoulutus', 'läroavtal', 'läroavtalsutbildning'],
  trainingAgreement: ['koulutussopimus', 'utbildningsavtal', 'training agreement'],
  onTheJobLearning: ['työssäoppiminen', 'tyossaoppiminen', 'inlärning i arbetet', 'on-the-job learning'],
} as const satisfies Readonly<Record<WorkplaceKind, readonly string[]>>;

export const educationWords = {
  wholeQualification: ['ammatillinentutkinto', 'koko tutkinto', 'hel examen'],
  generalUpperSecondary: ['lukionoppimaara'],
  preparatory: ['telma', 'valma', 'tuva', 'hux', 'tuvakoulutuksensuoritus'],
  qualificationUnits: ['ammatillinentutkintoosittainen', 'tutkinnon osia', 'delar av examen'],
  other: ['muuammatillinenkoulutus', 'muu ammatillinen koulutus', 'övrig yrkesutbildning'],
} as const satisfies Readonly<Record<Education, readonly string[]>>;

/** `ammatillisentutkinnonsuoritustapa` */
export const methodWords = {
  reform: ['reformi'],
  curriculum: ['ops'],
  demonstration: ['naytto', 'näyttö'],
} as const satisfies Readonly<Record<CompletionMethod, readonly string[]>>;

export const julyRuleWords = {
  removed: [],
  counted: [],
  noValue: [],
} as const satisfies Readonly<Record<JulyRule, readonly string[]>>;

/** Recognition of prior learning, in the order of `CreditColumns.recognised`. */
export const recognitions = ['notRecognised', 'recognised', 'recognisedAndFunded'] as const;
export const recognitionWords = {
  notRecognised: ['0', 'ei', 'e', 'nej', 'no', 'false'],
  recognised: ['1', 'kyllä', 'k', 'ja', 'j', 'yes', 'y', 'true', 'tunnustettu', 'erkänd'],
  recognisedAndFunded: ['2', 'rahoituksen piirissä', 'finansierad'],
} as const satisfies Readonly<Record<(typeof recognitions)[number], readonly string[]>>;

/** Folded words and codes → code. */
export function dictionaryOf(words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words).flatMap(([code, names]) => [code, ...names].map((name) => [fold(name), code])));
}
