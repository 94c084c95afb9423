import { ib, JUNE_2027, lukio, otherEducation, telma, type Timeline, tuva, units, valma, whole } from './timeline.js';

/** Persons who go from one kind of education to another: general upper secondary, units, preparatory education, TUVA. */
export const betweenKinds: readonly Timeline[] = [
  {
    //    2021        2022        2023        2024        2025
    // A         =======R  ammatillinentutkinto
    // B                     =================================G  lukionoppimaara
    name: 'changes to the general upper secondary syllabus, which does not graduate by its own state',
    rows: ['4', 'C3', '3', '98', 'B2'],
    asOf: JUNE_2027,
    rights: [
      whole('A', '2021-08-09 present', '2022-03-01 resigned'),
      lukio('B', '2022-08-09 present', '2025-05-31 graduated'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'vocational', states: '3 4 4 4 4 4 4 98 98 98 | 98' },
      B: {
        cohort: '2022-H2',
        started: 'generalUpperSecondary',
        states: '3 3 3 3 3 98 98 98 <2027-08-01 <2028-02-01 | 98',
      },
    },
  },
  {
    //    2021        2022        2023        2024        2025
    // A         =====================G  ibtutkinto
    // B                                 ============================G  ammatillinentutkinto
    name: 'graduates from IB and then from a vocational qualification: each is another kind to the other',
    rows: ['1', '2', '3', 'B2'],
    asOf: JUNE_2027,
    rights: [
      ib('A', '2021-08-09 present', '2023-05-31 graduated'),
      whole('B', '2023-08-14 present', '2025-12-19 graduated'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'generalUpperSecondary', states: '3 3 3 1 1 1 1 1 1 1 | 1' },
      B: {
        cohort: '2023-H2',
        started: 'vocational',
        states: '3 3 3 3 1 1 <2027-08-01 <2028-01-01 <2028-08-01 <2029-01-01 | 1',
      },
    },
  },
  {
    //    2021        2022        2023        2024
    // A         =================================G  ammatillinentutkinto
    // B         =====================G  ibtutkinto
    name: 'studies for IB and a vocational qualification side by side: two groups, and the lowest state of each',
    rows: ['A6', '1', '2', '3'],
    asOf: JUNE_2027,
    rights: [
      whole('A', '2021-08-09 present', '2024-05-31 graduated'),
      ib('B', '2021-08-11 present', '2023-05-31 graduated'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'vocational', states: '3 3 3 2 2 1 1 1 1 1 | 1' },
      B: { cohort: '2021-H2', started: 'generalUpperSecondary', states: '3 3 3 1 1 1 1 1 1 1 | 1' },
    },
  },
  {
    //    2021        2022        2023        2024
    // A         =================================G  ammatillinentutkinto
    // B         ============================R  lukionoppimaara
    name: 'leaves the general upper secondary half of a double degree',
    rows: ['A6', '2', '3', '4'],
    asOf: JUNE_2027,
    rights: [
      whole('A', '2021-08-09 present', '2024-05-31 graduated'),
      lukio('B', '2021-08-16 present', '2023-12-15 resigned'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'vocational', states: '3 3 3 3 3 1 1 1 1 1 | 1' },
      B: { cohort: '2021-H2', started: 'generalUpperSecondary', states: '3 3 3 3 4 2 2 2 2 2 | 2' },
    },
  },
  {
    //    2021        2022        2023        2024
    // A         =========G  ammatillinentutkintoosittainen
    // B                     ============================G  ammatillinentutkinto
    name: 'takes units first and the whole qualification after: from units every whole qualification is another kind',
    rows: ['2', '4', '7', '8', '1', '3', 'B2'],
    asOf: JUNE_2027,
    rights: [
      units('A', '2021-08-09 present', '2022-05-31 graduated'),
      whole('B', '2022-08-15 present', '2024-12-20 graduated'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'vocational', states: '8 7 4 4 4 4 2 2 2 2 | 2' },
      B: { cohort: '2022-H2', started: 'vocational', states: '3 3 3 3 1 1 1 1 <2027-08-01 <2028-02-01 | 1' },
    },
  },
  {
    //    2021        2022        2023
    // A         ================R  ammatillinentutkinto
    // B                          ===========G  ammatillinentutkintoosittainen
    name: 'leaves a whole qualification and graduates from units',
    rows: ['3', '7', '8', 'B2'],
    asOf: JUNE_2027,
    rights: [
      whole('A', '2021-08-09 present', '2022-12-01 resigned'),
      units('B', '2023-01-09 present', '2023-12-01 graduated'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'vocational', states: '3 3 8 8 7 7 7 7 7 7 | 7' },
      B: { cohort: '2023-H1', started: 'vocational', states: '8 7 7 7 7 7 7 <2027-07-01 <2028-01-01 <2028-07-01 | 7' },
    },
  },
  {
    //    2021        2022        2023        2024
    // A         ==G  ammatillinentutkintoosittainen
    // B            ==============================G  ammatillinentutkinto
    name: 'starts in units and in a whole qualification in one half-year: the whole one is the start though it is later',
    rows: ['A6', '1', '3', 'C4'],
    asOf: JUNE_2027,
    rights: [
      units('A', '2021-08-09 present', '2021-10-31 graduated'),
      whole('B', '2021-11-01 present', '2024-05-31 graduated'),
    ],
    starts: {
      A: { leftOut: 'otherStart' },
      B: { cohort: '2021-H2', started: 'vocational', states: '3 3 3 3 3 1 1 1 1 1 | 1' },
    },
  },
  {
    //    2021        2022        2023        2024        2025
    // A         =========G  tuvakoulutuksensuoritus
    // B                     =================================G  ammatillinentutkinto
    name: 'goes on from TUVA to a whole qualification',
    rows: ['5', '4', '2', '1', '3', 'B2'],
    asOf: JUNE_2027,
    rights: [
      tuva('A', '2021-08-09 present', '2022-05-31 graduated'),
      whole('B', '2022-08-08 present', '2025-05-30 graduated'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'preparatory', states: '5 4 4 4 4 4 4 2 2 2 | 2' },
      B: { cohort: '2022-H2', started: 'vocational', states: '3 3 3 3 3 1 1 1 <2027-08-01 <2028-02-01 | 1' },
    },
  },
  {
    //    2021        2022
    // A         ==========G  tuvakoulutuksensuoritus
    name: 'graduates from TUVA and stops there',
    rows: ['C2', '5', '98'],
    asOf: JUNE_2027,
    rights: [tuva('A', '2021-08-09 present', '2022-06-03 graduated')],
    starts: { A: { cohort: '2021-H2', started: 'preparatory', states: '5 98 98 98 98 98 98 98 98 98 | 98' } },
  },
  {
    //    2021        2022        2023        2024
    // A         ==R  tuvakoulutuksensuoritus
    // B          ================================G  ammatillinentutkinto
    name: 'starts a whole qualification while still in TUVA: left out as a start, counted as a candidate',
    rows: ['A4', '2', '4'],
    asOf: JUNE_2027,
    rights: [
      tuva('A', '2021-08-09 present', '2021-10-15 resigned'),
      whole('B', '2021-09-01 present', '2024-05-31 graduated'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'preparatory', states: '4 4 4 4 4 2 2 2 2 2 | 2' },
      B: { leftOut: 'inTuva' },
    },
  },
  {
    //    2021        2022        2023        2024        2025
    // A         =============================================G  ammatillinentutkinto
    // B              =====R  tuvakoulutuksensuoritus
    name: 'is in TUVA beside a whole qualification at the first checkpoint: then only TUVA counts',
    rows: ['C1', '6', '4', '2', 'B2'],
    asOf: JUNE_2027,
    rights: [
      whole('A', '2021-08-09 present', '2025-05-31 graduated'),
      tuva('B', '2022-01-10 present', '2022-06-01 resigned'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'vocational', states: '6 3 3 3 3 3 3 1 1 1 | 1' },
      B: { cohort: '2022-H1', started: 'preparatory', states: '4 4 4 4 4 4 2 2 2 <2027-08-01 | 2' },
    },
  },
  {
    //    2021        2022
    // A         =========G  ammatillinentutkintoosittainen
    // B         ==========R  tuvakoulutuksensuoritus
    name: 'graduates from units on a day in TUVA, which does not count',
    rows: ['7', 'C1', '6', '5', '98'],
    asOf: JUNE_2027,
    rights: [
      units('A', '2021-08-02 present', '2022-05-31 graduated'),
      tuva('B', '2021-08-09 present', '2022-06-01 resigned'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'vocational', states: '6 98 98 98 98 98 98 98 98 98 | 98' },
      B: { cohort: '2021-H2', started: 'preparatory', states: '5 98 98 98 98 98 98 98 98 98 | 98' },
    },
  },
  {
    //    2021        2022        2023
    // A         ==========R  telma
    // B                     ==========G  valma
    name: 'goes from TELMA to VALMA: other preparatory education',
    rows: ['5', '6', 'C2', 'B2'],
    asOf: JUNE_2027,
    rights: [
      telma('A', '2021-08-09 present', '2022-06-04 resigned'),
      valma('B', '2022-08-08 present', '2023-06-02 graduated'),
    ],
    starts: {
      A: { cohort: '2021-H2', started: 'preparatory', states: '5 6 6 98 98 98 98 98 98 98 | 98' },
      B: {
        cohort: '2022-H2',
        started: 'preparatory',
        states: '5 98 98 98 98 98 98 98 <2027-08-01 <2028-02-01 | 98',
      },
    },
  },
  {
    //    2021        2022        2023        2024        2025        2026        2027
    // A         ======R  telma
    // B                     ===========================================================>  telma
    name: 'comes back to TELMA: the original preparatory education, though another right',
    rows: ['5', '98', 'B2'],
    asOf: JUNE_2027,
    rights: [telma('A', '2021-08-09 present', '2022-02-01 resigned'), telma('B', '2022-08-01 present')],
    starts: {
      A: { cohort: '2021-H2', started: 'preparatory', states: '98 5 5 5 5 5 5 5 5 5 | 5' },
      B: { cohort: '2022-H2', started: 'preparatory', states: '5 5 5 5 5 5 5 5 <2027-08-01 <2028-02-01 | 5' },
    },
  },
  {
    //    2021        2022
    // A       ~~==========R  valma
    name: 'begins VALMA with a holiday in June, which does not start preparatory education',
    rows: ['A2', '5', '98'],
    asOf: JUNE_2027,
    rights: [valma('A', '2021-06-21 holiday', '2021-08-09 present', '2022-06-01 resigned')],
    starts: { A: { cohort: '2021-H2', started: 'preparatory', states: '5 98 98 98 98 98 98 98 98 98 | 98' } },
  },
  {
    //    2021        2022        2023        2024
    // A         =======R  ammatillinentutkinto
    // B                ==========================G  muuammatillinenkoulutus
    name: 'goes on in other vocational education, which is neither a start nor a state',
    rows: ['A1', '3', '98'],
    asOf: JUNE_2027,
    rights: [
      whole('A', '2021-08-09 present', '2022-03-01 resigned'),
      otherEducation('B', '2022-03-02 present', '2024-05-31 graduated'),
    ],
    starts: { A: { cohort: '2021-H2', started: 'vocational', states: '3 98 98 98 98 98 98 98 98 98 | 98' } },
  },
];
