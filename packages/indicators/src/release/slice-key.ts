import { byCodeUnits } from '../aggregate/add.js';
import type { CatalogueEntry } from './catalogue.js';

const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort(byCodeUnits);

/** The categories of a distribution come from the figure and are no cut. */
export function cutsOf({ dimensions }: Pick<CatalogueEntry, 'dimensions'>): readonly string[] {
  return dimensions.map(({ id }) => id).filter((id) => id !== 'state');
}

/** Members by dimension, whatever their order. */
export function onlyKey(only: CatalogueEntry['only']): string {
  const parts = only.map(({ dimension, members }) => [dimension, ...sorted(members)] as const);
  return JSON.stringify(parts.sort(([a], [b]) => byCodeUnits(a, b)));
}

export function idsKey(ids: readonly string[]): string {
  return JSON.stringify(sorted([...new Set(ids)]));
}

export function parametersKey(parameters: Readonly<Record<string, number>> | undefined): string {
  return JSON.stringify(Object.entries(parameters ?? {}).sort(([a], [b]) => byCodeUnits(a, b)));
}

/** The same for tables that say the same thing about different times: indicator, figure, rule, cut and slice. */
export function sliceKey(entry: CatalogueEntry): string {
  const { indicator, figure, rule, parameters, only } = entry;
  const parts = [indicator.id, figure, rule ?? '', parametersKey(parameters), idsKey(cutsOf(entry)), onlyKey(only)];
  return JSON.stringify(parts);
}

/** The same for one slice of the same providers in the same period. */
export function exactKey(entry: CatalogueEntry): string {
  const { period, providers } = entry;
  return JSON.stringify([sliceKey(entry), period.from, period.to, idsKey(providers)]);
}
