import { JUNE_2027, type Timeline, whole } from './timeline.js';

/** Persons who show the calendar: months without such a day, cohorts that have not had their time, the last month end. */
export const byTheCalendar: readonly Timeline[] = [
  {
    //    2021        2022
    // A         =======R  ammatillinentutkinto
    name: 'starts on 31 August: six months later is 28 February',
    rows: ['B1', '3', '98'],
    asOf: JUNE_2027,
    rights: [whole('A', '2021-08-31 present', '2022-03-01 resigned')],
    starts: { A: { cohort: '2021-H2', started: 'vocational', states: '3 98 98 98 98 98 98 98 98 98 | 98' } },
  },
  {
    //    2023        2024
    // A         =======G  ammatillinentutkinto
    name: 'starts on 31 August before a leap year: six months later is 29 February',
    rows: ['B1', 'B2', '1', '3'],
    asOf: JUNE_2027,
    rights: [whole('A', '2023-08-31 present', '2024-03-01 graduated')],
    starts: {
      A: {
        cohort: '2023-H2',
        started: 'vocational',
        states: '3 1 1 1 1 1 <2027-08-01 <2028-01-01 <2028-08-01 <2029-01-01 | 1',
      },
    },
  },
  {
    //    2026        2027
    // A         ===========>  ammatillinentutkinto
    name: 'belongs to a cohort of five months ago: no checkpoint has had its time, the last month end has',
    rows: ['B2', 'B3', '3'],
    asOf: JUNE_2027,
    rights: [whole('A', '2026-08-10 present')],
    starts: {
      A: {
        cohort: '2026-H2',
        started: 'vocational',
        states:
          '<2027-08-01 <2028-02-01 <2028-08-01 <2029-01-01 <2029-08-01 <2030-01-01 <2030-08-01 <2031-01-01 <2031-08-01 <2032-02-01 | 3',
      },
    },
  },
  {
    //    2027
    // A   =====>  ammatillinentutkinto
    name: 'belongs to a cohort whose half-year goes on: nothing can be said yet',
    rows: ['B2', 'B3'],
    asOf: '2027-06-30',
    rights: [whole('A', '2027-02-01 present')],
    starts: {
      A: {
        cohort: '2027-H1',
        started: 'vocational',
        states:
          '<2028-01-01 <2028-07-01 <2029-01-01 <2029-07-01 <2030-01-01 <2030-07-01 <2031-01-01 <2031-07-01 <2032-01-01 <2032-07-01 | <2027-07-01',
      },
    },
  },
  {
    //    2027
    // A   =====>  ammatillinentutkinto
    name: 'belongs to a cohort whose half-year ended yesterday',
    rows: ['B2', 'B3', '3'],
    asOf: '2027-07-01',
    rights: [whole('A', '2027-02-01 present')],
    starts: {
      A: {
        cohort: '2027-H1',
        started: 'vocational',
        states:
          '<2028-01-01 <2028-07-01 <2029-01-01 <2029-07-01 <2030-01-01 <2030-07-01 <2031-01-01 <2031-07-01 <2032-01-01 <2032-07-01 | 3',
      },
    },
  },
  {
    //    2024        2025        2026        2027
    // A         ==================================G  ammatillinentutkinto
    name: 'graduates after the last month end and before the day of looking',
    rows: ['B1: last month end', '1: g ≤ m', '3'],
    asOf: JUNE_2027,
    rights: [whole('A', '2024-08-12 present', '2027-06-10 graduated')],
    starts: {
      A: {
        cohort: '2024-H2',
        started: 'vocational',
        states: '3 3 3 3 <2027-08-01 <2028-02-01 <2028-08-01 <2029-01-01 <2029-08-01 <2030-02-01 | 3',
      },
    },
  },
  {
    //    2024        2025        2026        2027
    // A         =================================G  ammatillinentutkinto
    name: 'graduates on the last month end itself',
    rows: ['B1: last month end', '1: g ≤ m', '1: g ≤ c'],
    asOf: '2027-06-01',
    rights: [whole('A', '2024-08-12 present', '2027-05-31 graduated')],
    starts: {
      A: {
        cohort: '2024-H2',
        started: 'vocational',
        states: '3 3 3 3 <2027-08-01 <2028-02-01 <2028-08-01 <2029-01-01 <2029-08-01 <2030-02-01 | 1',
      },
    },
  },
];
