export { type Day, type IsoDate, NO_DAY, OPEN } from './days/day.js';
export * from './days/calendar.js';
