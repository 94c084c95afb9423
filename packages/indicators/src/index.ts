export { type Day, type IsoDate, NO_DAY, OPEN } from './days/day.js';
export * from './days/calendar.js';
export { factsOf } from './facts/facts-of.js';
export type { PlainCode, PlainCredit, PlainPeriod, PlainPerson, PlainSpell, PlainStudyRight } from './facts/plain-facts.js';
export { personsOf } from './aggregate/persons.js';
export { studentYears } from './definitions/student-years.js';
export { completionByCohort } from './definitions/completion-by-cohort.js';
export type * from './definitions/definition.js';
