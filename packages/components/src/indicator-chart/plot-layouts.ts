import type { ChartKind, LayoutPlot } from '@strapetsi/charts';

const layouts = new Map<ChartKind, LayoutPlot>();
const loading = new Map<ChartKind, Promise<void>>();

async function load(kind: ChartKind): Promise<void> {
  try {
    layouts.set(
      kind,
      kind === 'bar'
        ? (await import('@strapetsi/charts/bars')).layoutBars
        : (await import('@strapetsi/charts/lines')).layoutLines,
    );
  } finally {
    loading.delete(kind);
  }
}

/** The layout of a kind of chart, where its chunk has come. */
export function plotLayout(kind: ChartKind): LayoutPlot | undefined {
  return layouts.get(kind);
}

/** Each kind is a same-origin chunk that comes once for the page. Rejects where it cannot be had; the next call tries again. */
export function loadPlotLayout(kind: ChartKind): Promise<void> {
  const promise = loading.get(kind) ?? load(kind);
  loading.set(kind, promise);
  return promise;
}
