import type { ChartKind } from '@strapetsi/charts';
import { finnish } from '@strapetsi/charts/languages/fi';
import { swedish } from '@strapetsi/charts/languages/sv';
import type { IndicatorTable } from '@strapetsi/indicators/table';
import type { Language } from '@strapetsi/text';
import {
  completionBySchool,
  completionOverCheckpoints,
  studentYearsByYear,
  studentYearsByYearAndSchool,
} from '../src/sample-tables.js';
import { situationsAtCheckpoints } from '../src/sample-tables-parts.js';
import { completionBesideTargets, estimatedCompletionByYear } from '../src/sample-tables-beside.js';

/** A stored chart: the file `<name>.svg` beside this one, looked at before it was stored, the same bytes wherever it is drawn. */
export interface StoredChart {
  readonly name: string;
  readonly table: IndicatorTable;
  readonly options: {
    readonly id: string;
    readonly language: Language;
    readonly width: number;
    readonly kind?: ChartKind;
    readonly fontSize?: number;
    readonly theme?: 'dark';
  };
}

export const storedCharts: readonly StoredChart[] = [
  stored('student-years', studentYearsByYearAndSchool, finnish, { width: 800 }),
  stored('student-years', studentYearsByYearAndSchool, swedish, { width: 800 }),
  stored('student-years', studentYearsByYearAndSchool, finnish, { width: 320 }),
  stored('student-years', studentYearsByYearAndSchool, swedish, { width: 320 }),
  stored('student-years-bars', studentYearsByYear, finnish, { width: 800, kind: 'bar' }),
  stored('completion-by-school', completionBySchool, finnish, { width: 800 }),
  stored('completion-by-school', completionBySchool, swedish, { width: 800 }),
  stored('completion-by-school', completionBySchool, finnish, { width: 320 }),
  stored('completion-by-school', completionBySchool, swedish, { width: 320 }),
  stored('completion-by-school-large-text', completionBySchool, finnish, { width: 320, fontSize: 32 }),
  stored('completion-over-checkpoints', completionOverCheckpoints, finnish, { width: 800 }),
  stored('completion-over-checkpoints', completionOverCheckpoints, swedish, { width: 320 }),
  stored('completion-over-checkpoints-dark', completionOverCheckpoints, swedish, { width: 800, theme: 'dark' }),
  stored('situations', situationsAtCheckpoints, finnish, { width: 800 }),
  stored('situations', situationsAtCheckpoints, swedish, { width: 320 }),
  stored('situations-dark', situationsAtCheckpoints, swedish, { width: 640, theme: 'dark' }),
  stored('completion-beside-targets', completionBesideTargets, finnish, { width: 800 }),
  stored('completion-beside-targets', completionBesideTargets, swedish, { width: 320 }),
  stored('estimated-completion', estimatedCompletionByYear, finnish, { width: 800 }),
  stored('estimated-completion', estimatedCompletionByYear, swedish, { width: 320 }),
  stored('estimated-completion-bars-dark', estimatedCompletionByYear, swedish, {
    width: 800,
    kind: 'bar',
    theme: 'dark',
  }),
];

function stored(
  name: string,
  table: IndicatorTable,
  language: Language,
  options: Omit<StoredChart['options'], 'id' | 'language'>,
): StoredChart {
  return {
    name: `${name}.${language.lang}.${String(options.width)}`,
    table,
    options: { id: 'chart', language, ...options },
  };
}
