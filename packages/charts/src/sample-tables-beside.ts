import type { BenchmarkedCell, Cell, IndicatorTable, TableBenchmark, TableTarget } from '@strapetsi/indicators/table';
import { completion, count, yearDimension, yearMembers } from './sample-table-parts.js';
import { completionBySchool } from './sample-tables.js';

/** Published tables of the provider that does not exist, with targets, the network's figures, intervals and events. */

const target: Pick<TableTarget, 'source' | 'decidedBy'> = {
  source: { fi: 'Strategia 2024–2027', sv: 'Strategi 2024–2027', en: 'Strategy 2024–2027' },
  decidedBy: { fi: 'Yhtymähallitus', sv: 'Samkommunstyrelsen', en: 'Board' },
};

const network: Omit<TableBenchmark, 'cells'> = {
  id: 'network',
  kind: 'network',
  label: { fi: 'Verkosto (90 järjestäjää)', sv: 'Nätverket (90 anordnare)', en: 'Network (90 providers)' },
  source: { fi: 'Strapetsi-verkosto', sv: 'Strapetsi-nätverket', en: 'Strapetsi network' },
};

function valued(value: number): BenchmarkedCell {
  return { status: 'value', value };
}

/** The six schools with targets for four of them, of which one has no figure to hold it against, and the network’s figure. */
export const completionBesideTargets: IndicatorTable = {
  ...completionBySchool,
  targets: [
    { cell: 0, value: 0.67, reached: true, ...target },
    { cell: 1, value: 0.67, reached: false, ...target },
    { cell: 2, value: 0.7, reached: false, ...target },
    { cell: 3, value: 0.5, ...target },
  ],
  benchmarks: [
    {
      ...network,
      cells: [
        ...[valued(0.641), valued(0.641), valued(0.641)],
        ...([valued(0.641), { status: 'withheld' }, { status: 'noData' }] as const),
      ],
    },
  ],
};

function estimate(value: number, from: number, to: number, n: number): Cell {
  return { status: 'value', value, interval: { from, to }, n: count(n) };
}

/** Estimates of six years, one of them withheld, with intervals, a target from 2022 on, the network and two events. */
export const estimatedCompletionByYear: IndicatorTable = {
  ...completion,
  only: [],
  dimensions: [{ ...yearDimension, members: yearMembers(2020, 2025) }],
  cells: [
    estimate(0.612, 0.584, 0.638, 1_218),
    estimate(0.624, 0.597, 0.65, 1_245),
    { status: 'withheld', reason: 'complementary' },
    estimate(0.633, 0.605, 0.66, 1_230),
    estimate(0.648, 0.614, 0.681, 1_263),
    estimate(0.654, 0.602, 0.703, 1_284),
  ],
  targets: [2, 3, 4, 5].map((cell) => ({
    cell,
    value: 0.67,
    ...(cell === 2 ? {} : { reached: false }),
    ...target,
  })),
  benchmarks: [
    {
      ...network,
      cells: [valued(0.631), valued(0.634), valued(0.638), valued(0.641), valued(0.643), { status: 'noData' }],
    },
  ],
  annotations: [
    {
      date: '2022-08-01',
      text: { fi: 'Uudet tutkinnon perusteet', sv: 'Nya examensgrunder', en: 'New qualification requirements' },
    },
    {
      date: '2024-01-01',
      text: { fi: 'Ohjauksen uudistus', sv: 'Handledningen förnyades', en: 'Guidance was reorganised' },
    },
  ],
};
