import type { IndicatorTable, TableDimension, TableMember } from '@strapetsi/indicators/table';
import { formatList, type Lang, type Language } from '@strapetsi/text';
import { memberLabel } from './member-label.js';
import { notesOf, originOf } from './notes.js';
import type { Beside } from './beside.js';
import { pointOf, type NumberForm, type Point } from './point.js';

export interface Category {
  readonly id: string;
  readonly label: string;
  /** Middle of its days as a year with decimals, for a time axis. */
  readonly at?: number;
}

export interface Series {
  readonly id: string;
  readonly label: string;
}

export interface Axis {
  readonly id: TableDimension['id'] | '';
  /** Of its dimension in the table. */
  readonly position: number;
  /** Blank where the table does not say it. */
  readonly label: string;
  readonly scale: TableDimension['scale'];
  readonly categories: readonly Category[];
}

/** A table seen along one dimension, in one language: drawing, data table and sentences are all made of this. */
export interface Dataset {
  readonly language: Language;
  /** What the figures are, with the slice they were cut from. */
  readonly title: string;
  readonly form: NumberForm;
  readonly axis: Axis;
  /** The members of the other dimensions; the figure itself where there are none. At least one. */
  readonly series: readonly Series[];
  /** Whether the series are parts of one whole, as the categories of a distribution are, in shares. */
  readonly areParts: boolean;
  /** By series, then by category. */
  readonly points: readonly (readonly Point[])[];
  /** What belongs to every showing: the table's notes, its policy and its method. */
  readonly notes: readonly string[];
  /** Whose data it is and from when. Empty where the table says neither. */
  readonly origin: string;
  /** What stands beside the figures, where somebody asked for it (`withBeside`). */
  readonly beside?: Beside;
}

interface Combination {
  readonly ids: readonly string[];
  readonly labels: readonly string[];
  /** Where its cells begin: Σ index × stride. */
  readonly offset: number;
}

/** A day as a year with decimals. */
export function yearOf(isoDate: string): number {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 372;
}

function categoryOf(dimension: string, member: TableMember, lang: Lang): Category {
  const { id, from, to } = member;
  const text = memberLabel(dimension, member, lang);
  return from === undefined || to === undefined
    ? { id, label: text }
    : { id, label: text, at: (yearOf(from) + yearOf(to)) / 2 };
}

/** How far apart in `cells` two neighbours of each dimension are. */
export function stridesOf(dimensions: readonly TableDimension[]): readonly number[] {
  return dimensions.map((_, index) =>
    dimensions.slice(index + 1).reduce((product, { members }) => product * members.length, 1),
  );
}

export function combinationsOf(table: IndicatorTable, axisIndex: number, lang: Lang): readonly Combination[] {
  const strides = stridesOf(table.dimensions);
  return table.dimensions.reduce<readonly Combination[]>(
    (combinations, { id: dimension, members }, index) => {
      if (index === axisIndex) return combinations;
      return combinations.flatMap(({ ids, labels, offset }) =>
        members.map((member, position) => ({
          ids: [...ids, member.id],
          // A dimension with one member tells nothing apart: it stands in the title.
          labels: members.length === 1 ? labels : [...labels, memberLabel(dimension, member, lang)],
          offset: offset + position * (strides[index] ?? 1),
        })),
      );
    },
    [{ ids: [], labels: [], offset: 0 }],
  );
}

function areParts({ dimensions }: IndicatorTable, axisIndex: number): boolean {
  const several = dimensions.filter(({ members }, index) => index !== axisIndex && members.length > 1);
  return several.length === 1 && several[0]?.id === 'state';
}

function titleOf(table: IndicatorTable, axisIndex: number, lang: Lang): string {
  const slices = [
    ...table.only.map(({ dimension, members }) => ({ id: dimension, members })),
    ...table.dimensions.filter(({ members }, index) => index !== axisIndex && members.length === 1),
  ].map(({ id, members }) =>
    formatList(
      members.map((member) => memberLabel(id, member, lang)),
      lang,
    ),
  );
  const figure = table.figure.label[lang];
  return slices.length === 0 ? figure : `${figure}: ${slices.join(', ')}`;
}

/** The table along the dimension at a position, the members of the others as series. */
export function datasetAlong(table: IndicatorTable, axisIndex: number, language: Language): Dataset {
  const { lang } = language;
  const dimension = table.dimensions[axisIndex];
  const figure = table.figure.label[lang];
  const form: NumberForm = { unit: table.figure.unit, decimals: table.figure.decimals };
  const categories = dimension?.members.map((member) => categoryOf(dimension.id, member, lang)) ?? [
    { id: table.figure.id, label: figure },
  ];
  const stride = stridesOf(table.dimensions)[axisIndex] ?? 1;
  const combinations = combinationsOf(table, axisIndex, lang);
  return {
    language,
    title: titleOf(table, axisIndex, lang),
    form,
    axis: {
      id: dimension?.id ?? '',
      position: axisIndex,
      label: dimension?.label[lang] ?? '',
      scale: dimension?.scale ?? 'nominal',
      categories,
    },
    series: combinations.map(({ ids, labels }) => ({
      id: ids.length === 0 ? table.figure.id : ids.join('.'),
      label: labels.length === 0 ? figure : labels.join(', '),
    })),
    areParts: form.unit === 'share' && areParts(table, axisIndex),
    points: combinations.map(({ offset }) =>
      categories.map((_, index) =>
        pointOf(table.cells[offset + index * stride] ?? { status: 'noData' }, form, language),
      ),
    ),
    notes: notesOf(table, language),
    origin: originOf(table, language),
  };
}

/** Whether the categories are steps in time, so that a last value and a change mean something. */
export function isSequence({ axis }: Dataset): boolean {
  return axis.scale === 'time' || axis.id === 'checkpoint';
}

/** "2023, Turku: 81,4 % (n = 120)": the whole sentence of a point. */
export function pointName(dataset: Dataset, series: number, category: number): string {
  const point = dataset.points[series]?.[category];
  const label = dataset.axis.categories[category]?.label ?? '';
  const subject = dataset.series.length > 1 ? `${label}, ${dataset.series[series]?.label ?? ''}` : label;
  if (point === undefined) return subject;
  const persons = point.persons === undefined ? '' : ` (n = ${point.persons})`;
  const besides = point.besides === undefined ? '' : `. ${point.besides}`;
  // Words that have a colon of their own would make two in a row.
  return `${subject}${point.status === 'value' ? ':' : '.'} ${point.text}${persons}${besides}`;
}
