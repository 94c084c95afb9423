import {
  chartDataset,
  dataTable,
  layoutChart,
  refusal,
  type ChartKind,
  type DataTable,
  type Dataset,
  type Scene,
} from '@strapetsi/charts';
import type { IndicatorTable } from '@strapetsi/indicators/table';
import type { Language } from '@strapetsi/text';
import type { SourceState } from './chart-source.js';
import { chooseTable } from './choose-table.js';
import type { Problem } from './problem.js';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** What the page asks for, as it stands in attributes: anything may be missing or wrong. */
export interface WantedChart {
  readonly indicator?: string;
  readonly by?: string;
  readonly kind?: string;
  readonly heading?: string;
  readonly headingLevel?: string | number;
}

interface Framed {
  /** What is wrong and was not followed; the chart stands all the same. */
  readonly notices: readonly Problem[];
  readonly headingLevel?: HeadingLevel;
}

interface Size {
  readonly width: number | undefined;
  readonly fontSize: number | undefined;
}

/** What the element shows. */
export type View = Framed &
  (
    | { readonly status: 'loading' }
    | { readonly status: 'empty' }
    | { readonly status: 'failed'; readonly problem: Problem }
    | {
        readonly status: 'drawn';
        readonly table: IndicatorTable;
        readonly scene: Scene;
        readonly data: DataTable;
        /** Sentences that belong under every showing. */
        readonly notes: readonly string[];
      }
  );

const headingLevels: readonly HeadingLevel[] = [1, 2, 3, 4, 5, 6];
const kinds: readonly ChartKind[] = ['bar', 'line'];

function framed(wanted: WantedChart): Framed {
  const notices: Problem[] = [];
  const headingLevel = headingLevels.find((level) => String(level) === String(wanted.headingLevel));
  if (wanted.headingLevel !== undefined && headingLevel === undefined) {
    notices.push({ code: 'headingLevel', found: String(wanted.headingLevel) });
  }
  if (wanted.kind !== undefined && !kinds.some((kind) => kind === wanted.kind)) {
    notices.push({ code: 'kind', found: wanted.kind });
  }
  return { notices, ...(headingLevel === undefined ? {} : { headingLevel }) };
}

/** A kind that would mislead is not drawn; the notice says why, and the bars stand. */
function drawnKind(
  dataset: Dataset,
  wanted: string | undefined,
): { readonly kind?: ChartKind; readonly notices: readonly Problem[] } {
  const kind = kinds.find((known) => known === wanted);
  if (kind === undefined) return { notices: [] };
  const reason = refusal(dataset, kind);
  return reason === undefined ? { kind, notices: [] } : { kind: 'bar', notices: [{ code: reason }] };
}

function draw(
  frame: Framed,
  table: IndicatorTable,
  from: 'file' | 'property' | 'page',
  wanted: WantedChart,
  size: { readonly width: number; readonly fontSize: number },
  language: Language,
): View {
  const by = table.dimensions.find(({ id }) => id === wanted.by)?.id;
  const dataset = chartDataset(table, { language, ...(by === undefined ? {} : { by }) });
  const { kind, notices } = drawnKind(dataset, wanted.kind);
  // The caption of a table on the page is its title; the figure is only what its column says.
  const heading = wanted.heading ?? (from === 'page' ? table.indicator.name[language.lang] : undefined);
  const scene = layoutChart(dataset, {
    id: 'chart',
    ...size,
    ...(kind === undefined ? {} : { kind }),
    ...(heading === undefined ? {} : { heading }),
  });
  return {
    ...frame,
    notices: [...frame.notices, ...notices],
    status: 'drawn',
    table,
    scene,
    data: dataTable(dataset),
    notes: dataset.notes,
  };
}

/** Lays a chart out when something that shows in it has changed, and gives the same view until then. */
export class ChartView {
  #of: readonly unknown[] = [];
  #view: View = { status: 'loading', notices: [] };

  of(source: SourceState, wanted: WantedChart, size: Size, language: Language): View {
    const { indicator, by, kind, heading, headingLevel } = wanted;
    const { width, fontSize } = size;
    const of = [source, indicator, by, kind, heading, headingLevel, width, fontSize, language];
    if (of.some((part, index) => part !== this.#of[index])) {
      this.#of = of;
      this.#view = this.#make(source, wanted, size, language);
    }
    return this.#view;
  }

  #make(source: SourceState, wanted: WantedChart, size: Size, language: Language): View {
    const frame = framed(wanted);
    if (source.status === 'loading') return { ...frame, status: 'loading' };
    if (source.status === 'failed') return { ...frame, status: 'failed', problem: source.problem };
    if (source.tables.length === 0) return { ...frame, status: 'empty' };
    const chosen = chooseTable(source.tables, wanted.indicator, wanted.by);
    if (!chosen.ok) return { ...frame, status: 'failed', problem: chosen.problem };
    if (chosen.table.cells.length === 0) return { ...frame, status: 'empty' };
    // The width comes with the first layout of the page; until then there is nothing to draw for.
    if (size.width === undefined || size.fontSize === undefined) return { ...frame, status: 'loading' };
    try {
      return draw(frame, chosen.table, source.from, wanted, { width: size.width, fontSize: size.fontSize }, language);
    } catch (error) {
      const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      return { ...frame, status: 'failed', problem: { code: 'notDrawn', detail } };
    }
  }
}
