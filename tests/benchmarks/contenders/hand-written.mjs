import { handCompletion, handStudentYears } from '../hand-written.mjs';

/** @param {readonly import('@strapetsi/indicators').Facts[]} facts */
export function prepare(facts, { asOf, years, cohorts }) {
  return {
    studentYears: () => handStudentYears(facts, { ...years, asOf }),
    completion: () => handCompletion(facts, { ...cohorts, asOf }),
    close() {},
  };
}
