import { foundText, type ShapeProblem } from '../../shape/shape-problem.js';
import { asFields, asList, type Fields } from '../documents/fields.js';

export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ShapeProblem };

export function problem(
  path: string,
  expected: string,
  found: unknown,
): { readonly ok: false; readonly problem: ShapeProblem } {
  return { ok: false, problem: { path, expected, found: foundText(found) } };
}

export function good<T>(value: T): Checked<T> {
  return { ok: true, value };
}

export interface Category {
  readonly id: string;
  readonly label: string | undefined;
  readonly unit: Fields | undefined;
}

export interface DimensionStructure {
  readonly id: string;
  readonly label: string | undefined;
  readonly categories: readonly Category[];
  /** Members that a member consists of. */
  readonly parts: readonly (readonly [string, readonly string[]])[];
}

export interface DatasetStructure {
  readonly fields: Fields;
  readonly dimensions: readonly DimensionStructure[];
  readonly roles: ReadonlyMap<string, 'time' | 'geo' | 'metric'>;
  /** Product of the member counts. */
  readonly size: number;
}

/** PxWeb gives at most some 300,000 cells; a sparse dataset could claim any number. */
const MOST_CELLS = 5_000_000;

/**
 * The dataset of a response. Version 2 says its class. Before it a response was a bundle of named datasets, of which PxWeb gives
 * one.
 */
export function datasetOf(json: unknown): Checked<Fields> {
  const response = asFields(json);
  if (response === undefined) return problem('', 'a JSON-stat dataset', json);
  const given = response['class'];
  if (given !== undefined && given !== 'dataset') return problem('class', '"dataset"', given);
  if (given === 'dataset' || asFields(response['dimension']) !== undefined) return good(response);
  const datasets = Object.values(response).flatMap((value) => {
    const fields = asFields(value);
    return fields !== undefined && asFields(fields['dimension']) !== undefined ? [fields] : [];
  });
  const [only] = datasets;
  if (only === undefined) return problem('', 'a JSON-stat dataset', json);
  if (datasets.length === 1) return good(only);
  return { ok: false, problem: { path: '', expected: 'one dataset', found: `a bundle of ${datasets.length}` } };
}

/** Ids of categories in their order: a list, places by id, or where there is only one category, its label alone. */
function categoryIds(category: Fields, path: string): Checked<readonly string[]> {
  const { index } = category;
  if (Array.isArray(index)) {
    const ids = index.filter((id) => typeof id === 'string');
    return ids.length === index.length
      ? good(ids)
      : problem(
          `${path}.index`,
          'texts',
          index.find((id) => typeof id !== 'string'),
        );
  }
  const places = asFields(index);
  if (places === undefined) {
    const named = Object.keys(asFields(category['label']) ?? {});
    return named.length === 1 ? good(named) : problem(`${path}.index`, 'a list or an object', index);
  }
  const ids = new Map<number, string>();
  for (const [id, place] of Object.entries(places)) {
    if (typeof place !== 'number' || ids.has(place)) return problem(`${path}.index.${id}`, 'a place of its own', place);
    ids.set(place, id);
  }
  const ordered = Array.from({ length: ids.size }, (_, place) => ids.get(place));
  const known = ordered.filter((id) => id !== undefined);
  return known.length === ordered.length ? good(known) : problem(`${path}.index`, 'places from 0 without a gap', index);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function dimensionIn(dimensions: Fields, id: string, size: number): Checked<DimensionStructure> {
  const path = `dimension.${id}`;
  const dimension = asFields(dimensions[id]);
  const category = asFields(dimension?.['category']);
  if (dimension === undefined || category === undefined)
    return problem(`${path}.category`, 'object', dimension?.['category']);
  const ids = categoryIds(category, `${path}.category`);
  if (!ids.ok) return ids;
  const twice = ids.value.find((one, at) => ids.value.indexOf(one) !== at);
  if (twice !== undefined) return problem(`${path}.category.index`, 'each category once', twice);
  if (ids.value.length !== size)
    return problem(`${path}.category.index`, `${size} categories, as size says`, ids.value);
  const [labels, units] = [asFields(category['label']) ?? {}, asFields(category['unit']) ?? {}];
  const parts = Object.entries(asFields(category['child']) ?? {}).map(
    ([parent, children]) => [parent, (asList(children) ?? []).filter((child) => typeof child === 'string')] as const,
  );
  return good({
    id,
    label: textOf(dimension['label']),
    categories: ids.value.map((one) => ({ id: one, label: textOf(labels[one]), unit: asFields(units[one]) })),
    parts,
  });
}

function rolesIn(value: unknown): ReadonlyMap<string, 'time' | 'geo' | 'metric'> {
  const roles = asFields(value) ?? {};
  return new Map(
    (['time', 'geo', 'metric'] as const).flatMap((role) =>
      (asList(roles[role]) ?? []).flatMap((id) => (typeof id === 'string' ? [[id, role] as const] : [])),
    ),
  );
}

/** The dimensions of a dataset, everything checked that cells need: version 1 keeps ids, sizes and roles with the dimensions. */
export function structureOf(dataset: Fields): Checked<DatasetStructure> {
  const dimension = asFields(dataset['dimension']);
  if (dimension === undefined) return problem('dimension', 'object', dataset['dimension']);
  const [id, size, role] = (['id', 'size', 'role'] as const).map((field) => dataset[field] ?? dimension[field]);
  const ids = asList(id)?.filter((one) => typeof one === 'string');
  if (ids === undefined || ids.length === 0 || ids.length !== asList(id)?.length)
    return problem('id', 'a list of texts', id);
  if (new Set(ids).size !== ids.length) return problem('id', 'each dimension once', id);
  const sizes = asList(size)?.filter(
    (one): one is number => typeof one === 'number' && Number.isInteger(one) && one >= 0,
  );
  if (sizes?.length !== ids.length || sizes.length !== asList(size)?.length)
    return problem('size', `${ids.length} whole numbers`, size);
  const cells = sizes.reduce((product, one) => product * one, 1);
  if (cells > MOST_CELLS) return problem('size', `at most ${MOST_CELLS} cells`, cells);
  const dimensions: DimensionStructure[] = [];
  for (const [at, one] of ids.entries()) {
    const read = dimensionIn(dimension, one, sizes[at] ?? 0);
    if (!read.ok) return read;
    dimensions.push(read.value);
  }
  return good({ fields: dataset, dimensions, roles: rolesIn(role), size: cells });
}
