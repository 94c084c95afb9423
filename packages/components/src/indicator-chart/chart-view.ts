import {
  chooseKind,
  dataTable,
  datasetAlong,
  hasBeside,
  layoutKind,
  type ChartKind,
  type DataTable,
  type Dataset,
  type Scene,
} from '@strapetsi/charts';
import type { IndicatorTable } from '@strapetsi/indicators/table';
import type { Language } from '@strapetsi/text';
import type { ReactiveControllerHost } from 'lit';
import type { SourceState } from './chart-source.js';
import { besideChunk, kindChunks, kindNames, knownKind, missingChunks } from './chart-kinds.js';
import { chooseTable } from './choose-table.js';
import type { Chunk } from './chunk.js';
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
        readonly origin: string;
      }
  );

const headingLevels: readonly HeadingLevel[] = [1, 2, 3, 4, 5, 6];

function framed(wanted: WantedChart): Framed {
  const notices: Problem[] = [];
  const headingLevel = headingLevels.find((level) => String(level) === String(wanted.headingLevel));
  if (wanted.headingLevel !== undefined && headingLevel === undefined) {
    notices.push({ code: 'headingLevel', found: String(wanted.headingLevel) });
  }
  if (wanted.kind !== undefined && knownKind(wanted.kind) === undefined) {
    notices.push({ code: 'kind', found: wanted.kind, known: kindNames });
  }
  return { notices, ...(headingLevel === undefined ? {} : { headingLevel }) };
}

/** A kind that would mislead is not drawn: the notice says why, and the kind that suits the figures stands. */
function drawnKind(
  dataset: Dataset,
  wanted: string | undefined,
): { readonly id: ChartKind; readonly notices: readonly Problem[] } {
  const known = knownKind(wanted);
  const reason = known === undefined ? undefined : kindChunks[known].loaded?.refusal(dataset);
  if (known !== undefined && reason === undefined) return { id: known, notices: [] };
  return { id: chooseKind(dataset), notices: reason === undefined ? [] : [{ code: reason }] };
}

function notDrawn(error: unknown): Problem {
  return { code: 'notDrawn', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

/** Lays a chart out when something that shows in it has changed, and gives the same view until then. */
export class ChartView {
  readonly #host: ReactiveControllerHost;
  #of: readonly unknown[] = [];
  #view: View = { status: 'loading', notices: [] };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

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
    if (source.status === 'loading') {
      const kind = knownKind(wanted.kind);
      // Side by side with the figures; if it fails now it is asked for again when they are here.
      if (kind !== undefined) kindChunks[kind].load().catch(() => undefined);
      return { ...frame, status: 'loading' };
    }
    if (source.status === 'failed') return { ...frame, status: 'failed', problem: source.problem };
    if (source.tables.length === 0) return { ...frame, status: 'empty' };
    const chosen = chooseTable(source.tables, wanted.indicator, wanted.by);
    if (!chosen.ok) return { ...frame, status: 'failed', problem: chosen.problem };
    if (chosen.table.cells.length === 0) return { ...frame, status: 'empty' };
    // The width comes with the first layout of the page; until then there is nothing to draw for.
    if (size.width === undefined || size.fontSize === undefined) return { ...frame, status: 'loading' };
    try {
      return this.#draw(
        frame,
        chosen.table,
        source.from,
        wanted,
        { width: size.width, fontSize: size.fontSize },
        language,
      );
    } catch (error) {
      return { ...frame, status: 'failed', problem: notDrawn(error) };
    }
  }

  #draw(
    frame: Framed,
    table: IndicatorTable,
    from: 'file' | 'property' | 'page',
    wanted: WantedChart,
    size: { readonly width: number; readonly fontSize: number },
    language: Language,
  ): View {
    const position = table.dimensions.findIndex(({ id: dimension }) => dimension === wanted.by);
    const plain = datasetAlong(table, Math.max(0, position), language);
    const { id, notices } = drawnKind(plain, wanted.kind);
    const missing = missingChunks(id, hasBeside(table), language.lang);
    if (missing.length > 0) return this.#await(missing, frame);
    const kind = kindChunks[id].loaded;
    if (kind === undefined) return { ...frame, status: 'loading' };
    const besides = hasBeside(table) ? besideChunk.loaded?.datasetWithBeside(plain, table) : undefined;
    if (besides?.ok === false) return { ...frame, status: 'failed', problem: besides.problem };
    const dataset = besides?.dataset ?? plain;
    // The caption of a table on the page is its title; the figure is only what its column says.
    const heading = wanted.heading ?? (from === 'page' ? table.indicator.name[language.lang] : undefined);
    const options = { id: 'chart', ...size, ...(heading === undefined ? {} : { heading }) };
    return {
      ...frame,
      notices: [...frame.notices, ...notices],
      status: 'drawn',
      table,
      scene: layoutKind(dataset, kind, options),
      data: dataTable(dataset),
      notes: dataset.notes,
      origin: dataset.origin,
    };
  }

  /** What is shown until chunks have come: the chart that is there, whatever it is of. */
  #await(chunks: readonly Chunk<unknown>[], frame: Framed): View {
    Promise.all(chunks.map((chunk) => chunk.load()))
      .then(() => {
        this.#of = [];
      })
      .catch((error: unknown) => {
        this.#view = { ...frame, status: 'failed', problem: notDrawn(error) };
      })
      .finally(() => {
        this.#host.requestUpdate();
      });
    return this.#view.status === 'drawn' ? this.#view : { ...frame, status: 'loading' };
  }
}
