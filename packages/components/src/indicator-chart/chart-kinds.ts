import type { ChartKind, Kind } from '@strapetsi/charts';

const modules: Readonly<Record<ChartKind, () => Promise<Kind>>> = {
  bar: async () => (await import('@strapetsi/charts/kinds/bar')).bar,
  line: async () => (await import('@strapetsi/charts/kinds/line')).line,
};
export const kindNames: readonly string[] = Object.keys(modules);
const loaded = new Map<ChartKind, Kind>();
const loading = new Map<ChartKind, Promise<void>>();

async function load(id: ChartKind): Promise<void> {
  try {
    loaded.set(id, await modules[id]());
  } finally {
    loading.delete(id);
  }
}

/** The kind of that name, or nothing. */
export function knownKind(name: string | undefined): ChartKind | undefined {
  return name !== undefined && Object.hasOwn(modules, name) ? (name as ChartKind) : undefined;
}

/** A kind of chart, where its chunk has come. */
export function loadedKind(id: ChartKind): Kind | undefined {
  return loaded.get(id);
}

/** Each kind is a same-origin chunk that comes once for the page. Rejects where it cannot be had; the next call tries again. */
export function loadKind(id: ChartKind): Promise<void> {
  const promise = loading.get(id) ?? load(id);
  loading.set(id, promise);
  return promise;
}
