export { type Day, type IsoDate, NO_DAY, OPEN } from './days/day.js';
export * from './days/calendar.js';
export { factsOf } from './facts/facts-of.js';
export type { PlainCode, PlainCredit, PlainPeriod, PlainPerson, PlainSpell, PlainStudyRight } from './facts/plain-facts.js';
export { personsOf } from './aggregate/persons.js';
