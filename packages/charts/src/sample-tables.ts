import type { IndicatorTable, TableMember } from '@strapetsi/indicators/table';
import {
  schoolLabel,
  koivuranta,
  kuusikko,
  schools,
  share,
  years,
  fewOf,
  immature,
  yearDimension,
  studentYears,
  completion,
} from './sample-table-parts.js';

/**
 * Published tables of a provider that does not exist, with figures of the size that real ones have: for tests, stories and
 * examples. Counts are multiples of three, as Vipunen's rule leaves them, and shares are those of the rounded counts.
 */

/** One series over seven years. */
export const studentYearsByYear: IndicatorTable = {
  ...studentYears,
  dimensions: [yearDimension],
  cells: [
    years(1_482.6, 1_902),
    years(1_463.1, 1_884),
    years(1_501.4, 1_929),
    years(1_538.9, 1_968),
    years(1_556.2, 1_995),
    years(1_549.7, 1_983),
    years(1_571.3, 2_016),
  ],
};

/** Two series over seven years; the smaller one had too few students in its first year. */
export const studentYearsByYearAndSchool: IndicatorTable = {
  ...studentYears,
  dimensions: [yearDimension, { id: 'school', label: schoolLabel, scale: 'nominal', members: [koivuranta, kuusikko] }],
  cells: [
    years(1_482.6, 1_902),
    { status: 'withheld', reason: 'primary', n: { status: 'withheld', range: { from: 1, to: 4 } } },
    years(1_401.3, 1_797),
    years(61.8, 87),
    years(1_362.5, 1_746),
    years(138.9, 183),
    years(1_315.2, 1_674),
    years(223.7, 294),
    years(1_270.8, 1_608),
    years(285.4, 387),
    years(1_229.3, 1_551),
    years(320.4, 432),
    years(1_238.1, 1_560),
    years(333.2, 456),
  ],
};

/** Six schools, of which one is too small to be shown, one has too few graduates and one had nobody who started. */
export const completionBySchool: IndicatorTable = {
  ...completion,
  dimensions: [{ id: 'school', label: schoolLabel, scale: 'nominal', members: schools }],
  cells: [
    share(426, 612),
    share(129, 213),
    share(36, 54),
    fewOf(15),
    { status: 'withheld', reason: 'primary', n: { status: 'withheld', range: { from: 1, to: 4 } } },
    { status: 'noData' },
  ],
};

function checkpointMember(months: number): TableMember {
  const number = String(months);
  return { id: number.padStart(2, '0'), label: { fi: `${number} kk`, sv: `${number} mån`, en: `${number} months` } };
}

const halfYears: readonly TableMember[] = [
  {
    id: '2021-H2',
    label: { fi: 'Syksy 2021', sv: 'Hösten 2021', en: 'Autumn 2021' },
    from: '2021-07-01',
    to: '2021-12-31',
  },
  {
    id: '2022-H1',
    label: { fi: 'Kevät 2022', sv: 'Våren 2022', en: 'Spring 2022' },
    from: '2022-01-01',
    to: '2022-06-30',
  },
  {
    id: '2022-H2',
    label: { fi: 'Syksy 2022', sv: 'Hösten 2022', en: 'Autumn 2022' },
    from: '2022-07-01',
    to: '2022-12-31',
  },
];

/** Three cohorts over ten checkpoints: early ones have too few graduates, late ones have not been reached. */
export const completionOverCheckpoints: IndicatorTable = {
  ...completion,
  dimensions: [
    {
      id: 'checkpoint',
      label: { fi: 'Tarkasteluajankohta', sv: 'Uppföljningstidpunkt', en: 'Checkpoint' },
      scale: 'ordinal',
      members: [6, 12, 18, 24, 30, 36, 42, 48, 54, 60].map(checkpointMember),
    },
    {
      id: 'cohort',
      label: { fi: 'Aloituskohortti', sv: 'Startkohort', en: 'Starting cohort' },
      scale: 'time',
      members: halfYears,
    },
  ],
  cells: [
    ...[share(6, 612), fewOf(213), share(9, 594)],
    ...[share(27, 612), share(12, 213), share(33, 594)],
    ...[share(69, 612), share(30, 213), share(75, 594)],
    ...[share(126, 612), share(54, 213), share(138, 594)],
    ...[share(207, 612), share(84, 213), share(225, 594)],
    ...[share(366, 612), share(111, 213), share(372, 594)],
    ...[share(405, 612), share(120, 213), immature('2026-07-01')],
    ...[share(426, 612), immature('2026-07-01'), immature('2027-01-01')],
    ...[immature('2026-07-01'), immature('2027-01-01'), immature('2027-07-01')],
    ...[immature('2027-01-01'), immature('2027-07-01'), immature('2028-01-01')],
  ],
};

/** A measured zero, something that cannot be, and a range up to one: what a chart must not mix up. */
export const completionByGender: IndicatorTable = {
  ...completion,
  dimensions: [
    {
      id: 'gender',
      label: { fi: 'Sukupuoli', sv: 'Kön', en: 'Gender' },
      scale: 'nominal',
      members: [
        { id: 'male', label: { fi: 'Mies', sv: 'Man', en: 'Male' } },
        { id: 'female', label: { fi: 'Nainen', sv: 'Kvinna', en: 'Female' } },
        { id: 'other', label: { fi: 'Muu', sv: 'Annat', en: 'Other' } },
      ],
    },
    { id: 'school', label: schoolLabel, scale: 'nominal', members: [koivuranta, kuusikko] },
  ],
  cells: [
    share(213, 306),
    share(0, 72),
    share(201, 294),
    share(129, 141),
    { status: 'withheld', reason: 'complementary', range: { from: 0.25, to: 1 } },
    { status: 'notApplicable' },
  ],
};
