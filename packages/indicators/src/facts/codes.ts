/** Closed codes of the facts. The position in the list is the number in the column; 255 is "missing" in every code column. */
export const MISSING_CODE = 255;

/** States of a study right's period (`koskiopiskeluoikeudentila`), DOMAIN 1.2. */
export const periodStates = [
  'present', // lasna
  'holiday', // loma, out of use from 2026
  'interrupted', // valiaikaisestikeskeytynyt
  'graduated', // valmistunut
  'resigned', // eronnut
  'deemedResigned', // katsotaaneronneeksi
  'cancelled', // peruutettu
  'invalidated', // mitatoity
  'completed', // hyvaksytystisuoritettu: not in VET
  'discontinued', // keskeytynyt: not in VET
  'ended', // paattynyt: not in VET
] as const;
export type PeriodState = (typeof periodStates)[number];

/** What a study right leads to, as the national follow-up of studies groups it. */
export const educations = [
  'wholeQualification', // ammatillinentutkinto
  'generalUpperSecondary', // lukion oppimäärä and its like
  'preparatory', // telma, valma, tuva, luva, …
  'qualificationUnits', // ammatillinentutkintoosittainen
  'other', // muuammatillinenkoulutus, smaller than a unit, …
] as const;
export type Education = (typeof educations)[number];

/** How July is treated under the 2026 student-year rule, by the types of performance of a right (DOMAIN 1.4.3). */
export const julyRules = ['removed', 'counted', 'noValue'] as const;
export type JulyRule = (typeof julyRules)[number];

export const genders = ['male', 'female', 'other'] as const;
export type Gender = (typeof genders)[number];

/** How the studies of a right are carried out (suoritustapa). */
export const completionMethods = [
  'reform', // reformi, since 2018
  'curriculum', // ops, until 2018
  'demonstration', // naytto, until 2018: straight to competence demonstrations
] as const;
export type CompletionMethod = (typeof completionMethods)[number];

/** How learning at work is arranged. */
export const workplaceKinds = [
  'apprenticeship', // oppisopimus
  'trainingAgreement', // koulutussopimus
  'onTheJobLearning', // työssäoppiminen, of the time before training agreements
] as const;
export type WorkplaceKind = (typeof workplaceKinds)[number];

/** Main activity of a graduate (pääasiallinen toiminta), codes 1–8 of Statistics Finland, DOMAIN 4.5. */
export const mainActivities = [
  'employed', // 1 päätoiminen työllinen
  'employedStudent', // 2 työllinen opiskelija
  'student', // 3 päätoiminen opiskelija, koululainen
  'unemployed', // 4 työtön
  'conscript', // 5 varusmies, siviilipalvelusmies
  'pensioner', // 6 eläkeläinen
  'otherActivity', // 7 muu tai tuntematon
  'emigrated', // 8 muuttanut maasta
] as const;
export type MainActivity = (typeof mainActivities)[number];
