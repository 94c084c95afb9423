import type { CatalogueEntry, ReleaseCatalogue } from './catalogue.js';
import { cutsOf, idsKey, onlyKey, parametersKey } from './slice-key.js';

/** A slice by its names. What is not said is not asked about; `by: []` is a figure without a cut, `only: {}` one of all. */
export interface SliceQuery {
  readonly indicator: string;
  readonly figure?: string;
  readonly rule?: string;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly period?: { readonly from: string; readonly to: string };
  /** Ids of all the providers together. */
  readonly providers?: readonly string[];
  /** Members by dimension. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  /** Dimensions, in any order. The categories of a distribution are none. */
  readonly by?: readonly string[];
}

export type SliceName = keyof SliceQuery;

export type SliceSearch =
  | { readonly status: 'found'; readonly entry: CatalogueEntry }
  /** `tellApart`: what to name so that there is one. */
  | {
      readonly status: 'several';
      readonly entries: readonly CatalogueEntry[];
      readonly tellApart: readonly SliceName[];
    }
  | {
      readonly status: 'none';
      /** The first name by which nothing is left, in the order of `SliceQuery`. */
      readonly name: SliceName;
      /** What meets all the names before it. */
      readonly instead: readonly CatalogueEntry[];
      /** Cuts by fewer of the dimensions that were asked for and no others, the finest first; the rest is as asked for. */
      readonly coarser: readonly CatalogueEntry[];
    };

/** How an entry is told by a name. */
const keyOf: Readonly<Record<SliceName, (entry: CatalogueEntry) => string>> = {
  indicator: ({ indicator }) => indicator.id,
  figure: ({ figure }) => figure,
  rule: ({ rule }) => rule ?? '',
  parameters: ({ parameters }) => parametersKey(parameters),
  period: ({ period }) => `${period.from}/${period.to}`,
  providers: ({ providers }) => idsKey(providers),
  only: ({ only }) => onlyKey(only),
  by: (entry) => idsKey(cutsOf(entry)),
};

const names = Object.keys(keyOf) as readonly SliceName[];

function wanted({ period, providers, only, by, ...query }: SliceQuery): Readonly<Partial<Record<SliceName, string>>> {
  const slices = only === undefined ? undefined : Object.entries(only);
  return {
    indicator: query.indicator,
    ...(query.figure === undefined ? {} : { figure: query.figure }),
    ...(query.rule === undefined ? {} : { rule: query.rule }),
    ...(query.parameters === undefined ? {} : { parameters: parametersKey(query.parameters) }),
    ...(period === undefined ? {} : { period: `${period.from}/${period.to}` }),
    ...(providers === undefined ? {} : { providers: idsKey(providers) }),
    ...(slices === undefined ? {} : { only: onlyKey(slices.map(([dimension, members]) => ({ dimension, members }))) }),
    ...(by === undefined ? {} : { by: idsKey(by) }),
  };
}

/**
 * The table of a release that holds a slice, or what there is instead: nothing is guessed, and no cells are put together.
 *
 * @example
 * import { readFileSync } from 'node:fs';
 *
 * const published = parsePublished(JSON.parse(readFileSync('student-years.json', 'utf8')));
 * const release = releaseFiles(published.ok ? published.tables : [], { released: '2026-02-02' });
 * const search = findSlice(release.catalogue, { indicator: 'student-years', by: ['school', 'year'] });
 * search.status; // → 'found'
 *
 * const finer = findSlice(release.catalogue, { indicator: 'student-years', by: ['school', 'year', 'gender'] });
 * finer.status === 'none' && finer.coarser.map(({ dimensions }) => dimensions.map(({ id }) => id)); // → [['year', 'school']]
 */
export function findSlice({ tables }: ReleaseCatalogue, query: SliceQuery): SliceSearch {
  const keys = wanted(query);
  let left = tables;
  for (const name of names) {
    const key = keys[name];
    if (key === undefined) continue;
    const meeting = left.filter((entry) => keyOf[name](entry) === key);
    if (meeting.length === 0) return { status: 'none', name, instead: left, coarser: coarserThan(query, tables) };
    left = meeting;
  }
  const [entry, ...others] = left;
  if (entry !== undefined && others.length === 0) return { status: 'found', entry };
  const tellApart = names.filter((name) => new Set(left.map(keyOf[name])).size > 1);
  return { status: 'several', entries: left, tellApart };
}

function coarserThan(query: SliceQuery, tables: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  const { by = [] } = query;
  const { by: _, ...rest } = wanted(query);
  const others = Object.entries(rest) as readonly (readonly [SliceName, string])[];
  return tables
    .filter((entry) => others.every(([name, key]) => keyOf[name](entry) === key))
    .filter((entry) => cutsOf(entry).length < new Set(by).size && cutsOf(entry).every((id) => by.includes(id)))
    .sort((a, b) => cutsOf(b).length - cutsOf(a).length);
}
