import { ib, includedInAnother, JUNE_2027, type Timeline, whole, withoutPeriods } from './timeline.js';

/** Persons who stay in one kind of education: graduation, leaving, interruption, changing qualification. */
export const inOneKind: readonly Timeline[] = [
  {
    //    2021        2022        2023        2024
    // A         =================================G  ammatillinentutkinto
    name: 'graduates in three years',
    rows: ['A1', 'A2', 'A5', 'B1', '1', '3'],
    asOf: JUNE_2027,
    rights: [whole('A', '2021-08-09 present', '2024-05-31 graduated')],
    starts: { A: { cohort: '2021-H2', started: 'vocational', states: '3 3 3 3 3 1 1 1 1 1 | 1' } },
  },
  {
    //    2021        2022
    // A         ================R  ammatillinentutkinto
    name: 'resigns in the second year',
    rows: ['3', '98'],
    asOf: JUNE_2027,
    rights: [whole('A', '2021-08-09 present', '2022-12-01 resigned')],
    starts: { A: { cohort: '2021-H2', started: 'vocational', states: '3 3 98 98 98 98 98 98 98 98 | 98' } },
  },
  {
    //    2021        2022        2023
    // A         ========================G  ammatillinentutkinto
    name: 'graduates on the very day of the 24-month checkpoint',
    rows: ['1: g ≤ c'],
    asOf: JUNE_2027,
    rights: [whole('A', '2021-08-09 present', '2023-08-09 graduated')],
    starts: { A: { cohort: '2021-H2', started: 'vocational', states: '3 3 3 1 1 1 1 1 1 1 | 1' } },
  },
  {
    //    2021        2022        2023
    // A         ========================G  ammatillinentutkinto
    name: 'graduates the day after the 24-month checkpoint',
    rows: ['1: g ≤ c', '3'],
    asOf: JUNE_2027,
    rights: [whole('A', '2021-08-09 present', '2023-08-10 graduated')],
    starts: { A: { cohort: '2021-H2', started: 'vocational', states: '3 3 3 3 1 1 1 1 1 1 | 1' } },
  },
  {
    //    2019        2020        2021        2022
    // A         ========================G  ammatillinentutkinto
    // B                                 ================R  ammatillinentutkinto
    name: 'graduates from one qualification on the day of starting the next',
    rows: ['C4', '1', '3'],
    asOf: JUNE_2027,
    rights: [
      whole('A', '2019-08-12 present', '2021-08-09 graduated'),
      whole('B', '2021-08-09 present', '2022-12-01 resigned'),
    ],
    starts: {
      A: { cohort: '2019-H2', started: 'vocational', states: '3 3 3 1 1 1 1 1 1 1 | 1' },
      B: { cohort: '2021-H2', started: 'vocational', states: '3 3 98 98 98 98 98 98 98 98 | 98' },
    },
  },
  {
    //    2021        2022        2023        2024
    // A         =====--------===========================G  ammatillinentutkinto
    name: 'interrupts for a spring and a summer, and graduates late',
    rows: ['3: interrupted', '1'],
    asOf: JUNE_2027,
    rights: [whole('A', '2021-08-09 present', '2022-01-10 interrupted', '2022-09-01 present', '2024-12-20 graduated')],
    starts: { A: { cohort: '2021-H2', started: 'vocational', states: '3 3 3 3 3 3 1 1 1 1 | 1' } },
  },
  {
    //    2021        2022        2023
    // A       ~~============================G  ammatillinentutkinto
    name: 'begins with a holiday in June, and so belongs to the spring cohort',
    rows: ['A2', 'A5', '3: holiday', '1'],
    asOf: JUNE_2027,
    rights: [whole('A', '2021-06-15 holiday', '2021-08-09 present', '2023-12-15 graduated')],
    starts: { A: { cohort: '2021-H1', started: 'vocational', states: '3 3 3 3 1 1 1 1 1 1 | 1' } },
  },
  {
    //    2021        2022        2023        2024
    // A         ===========~=====================G  ammatillinentutkinto
    name: 'is on holiday at the 12-month checkpoint',
    rows: ['3: holiday', '1'],
    asOf: JUNE_2027,
    rights: [whole('A', '2021-08-09 present', '2022-07-18 holiday', '2022-08-15 present', '2024-05-31 graduated')],
    starts: { A: { cohort: '2021-H2', started: 'vocational', states: '3 3 3 3 3 1 1 1 1 1 | 1' } },
  },
  {
    //    2021        2022
    // A      ---======R  ammatillinentutkinto
    name: 'is interrupted before the first day present, which is the starting day',
    rows: ['A2', '3', '98'],
    asOf: JUNE_2027,
    rights: [whole('A', '2021-05-03 interrupted', '2021-08-09 present', '2022-02-10 resigned')],
    starts: { A: { cohort: '2021-H2', started: 'vocational', states: '3 98 98 98 98 98 98 98 98 98 | 98' } },
  },
  {
    //    2021
    // A         --R  ammatillinentutkinto
    name: 'is never present, and is no starter',
    rows: ['A2'],
    asOf: JUNE_2027,
    rights: [whole('A', '2021-08-09 interrupted', '2021-10-01 resigned')],
    starts: {},
  },
  {
    //    2021        2022        2023        2024        2025
    // A         ==============R  ammatillinentutkinto
    // B                        ==============================G  ammatillinentutkinto
    name: 'moves to another qualification and graduates from it: still the original kind',
    rows: ['1', '3', 'B2'],
    asOf: JUNE_2027,
    rights: [
      whole('A', '2021-08-09 present', '2022-10-14 resigned'),
      whole('B', '2022-11-01 present', '2025-05-31 graduated'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'vocational', states: '3 3 3 3 3 3 3 1 1 1 | 1' },
      B: { cohort: '2022-H2', started: 'vocational', states: '3 3 3 3 3 1 1 1 <2027-08-01 <2028-02-01 | 1' },
    },
  },
  {
    //    2021        2022        2023        2024        2025        2026        2027
    // A         ==========R  ammatillinentutkinto
    // B                          ======================================================>  ammatillinentutkinto
    name: 'comes back to another qualification after half a year outside',
    rows: ['3', '98', 'B2'],
    asOf: JUNE_2027,
    rights: [whole('A', '2021-08-09 present', '2022-06-01 resigned'), whole('B', '2023-01-09 present')],
    starts: {
      A: { cohort: '2021-H2', started: 'vocational', states: '3 98 3 3 3 3 3 3 3 3 | 3' },
      B: { cohort: '2023-H1', started: 'vocational', states: '3 3 3 3 3 3 3 <2027-07-01 <2028-01-01 <2028-07-01 | 3' },
    },
  },
  {
    //    2021        2022        2023
    // A         =========D  ammatillinentutkinto
    // B                     ============D  ammatillinentutkinto
    name: 'is deemed resigned, gets a new right on a checkpoint day, and is deemed resigned on another',
    rows: ['3', '98', 'B2'],
    asOf: JUNE_2027,
    rights: [
      whole('A', '2021-08-09 present', '2022-05-02 deemedResigned'),
      whole('B', '2022-08-09 present', '2023-08-09 deemedResigned'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'vocational', states: '3 3 3 98 98 98 98 98 98 98 | 98' },
      B: {
        cohort: '2022-H2',
        started: 'vocational',
        states: '3 98 98 98 98 98 98 98 <2027-08-01 <2028-02-01 | 98',
      },
    },
  },
  {
    //    2021        2022        2023        2024
    // A         ====== ==========================G  ammatillinentutkinto
    name: 'has a hole in the records at the first checkpoint',
    rows: ['3', '98'],
    asOf: JUNE_2027,
    rights: [
      withoutPeriods(
        whole('A', '2021-08-09 present', '2022-02-01 interrupted', '2022-03-01 present', '2024-05-31 graduated'),
        '2022-02-01',
      ),
    ],
    starts: { A: { cohort: '2021-H2', started: 'vocational', states: '98 3 3 3 3 1 1 1 1 1 | 1' } },
  },
  {
    //    2021        2022        2023
    // A         ============================R  ammatillinentutkinto
    // B              ================G  ammatillinentutkinto, included in another
    name: 'has a right included in another one, which is neither a start nor a candidate',
    rows: ['A3', '3', '98'],
    asOf: JUNE_2027,
    rights: [
      whole('A', '2021-08-09 present', '2023-12-01 resigned'),
      includedInAnother(whole('B', '2022-01-10 present', '2023-05-31 graduated')),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'vocational', states: '3 3 3 3 98 98 98 98 98 98 | 98' },
      B: { leftOut: 'included' },
    },
  },
  {
    //    2021        2022        2023        2024
    // A         =====R  ammatillinentutkinto
    // B         =================================G  ammatillinentutkinto
    name: 'starts two qualifications on one day: the smaller key is the start, the other one still counts as continuing',
    rows: ['A6', '1', '3'],
    asOf: JUNE_2027,
    rights: [
      whole('A', '2021-08-09 present', '2022-01-31 resigned'),
      whole('B', '2021-08-09 present', '2024-05-31 graduated'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'vocational', states: '3 3 3 3 3 1 1 1 1 1 | 1' },
      B: { leftOut: 'otherStart' },
    },
  },
  {
    //    2021        2022        2023        2024
    // A         =================================G  ibtutkinto
    name: 'graduates from IB, which graduates by its own state',
    rows: ['C3', '1', '3'],
    asOf: JUNE_2027,
    rights: [ib('A', '2021-08-09 present', '2024-05-31 graduated')],
    starts: { A: { cohort: '2021-H2', started: 'generalUpperSecondary', states: '3 3 3 3 3 1 1 1 1 1 | 1' } },
  },
];
