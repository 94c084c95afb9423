import { calculateInMemory, completionByCohort, studentYears } from '@strapetsi/indicators';
import { requestsOf } from './requests.mjs';

/** The engine, one thread. @param {readonly import('@strapetsi/indicators').Facts[]} facts */
export function prepare(facts, run) {
  const requests = requestsOf(run);
  return {
    studentYears: () => calculateInMemory(facts, studentYears, requests.studentYears),
    completion: () => calculateInMemory(facts, completionByCohort, requests.completion),
    close() {},
  };
}
