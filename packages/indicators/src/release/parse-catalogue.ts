import type { LocalizedText } from '@strapetsi/text';
import { isoDate, list, number, object, oneOf, optional, record, text, type Check } from '../shape/shape.js';
import { foundText, type ShapeProblem } from '../shape/shape-problem.js';
import type { CatalogueEntry, ReleaseCatalogue } from './catalogue.js';

export type ParsedCatalogue =
  { readonly ok: true; readonly catalogue: ReleaseCatalogue } | { readonly ok: false; readonly problem: ShapeProblem };

function matching(pattern: RegExp, expected: string): Check {
  return (value, path) =>
    typeof value === 'string' && pattern.test(value) ? undefined : { path, expected, found: foundText(value) };
}

const hash = matching(/^[0-9a-f]{64}$/, '64 hexadecimal digits');
/** A name that cannot lead out of the folder. */
const file = matching(/^tables\/[\w-][\w.-]*\.json$/, 'a file such as tables/NAME.json');
const span = object<{ from: string; to: string }>({ from: isoDate, to: isoDate });
const entry = object<CatalogueEntry>({
  file,
  sha256: hash,
  bytes: number,
  indicator: object<CatalogueEntry['indicator']>({ id: text, version: text, hash: text }),
  figure: text,
  rule: optional(text),
  parameters: optional(record(number)),
  dimensions: list(object<CatalogueEntry['dimensions'][number]>({ id: text, members: list(text) })),
  only: list(object<CatalogueEntry['only'][number]>({ dimension: text, members: list(text) })),
  period: span,
  asOf: isoDate,
  asOfLatest: optional(isoDate),
  providers: list(text),
  cells: object<CatalogueEntry['cells']>({
    value: number,
    withheld: number,
    immature: number,
    notApplicable: number,
    noData: number,
  }),
});
const catalogue = object<ReleaseCatalogue>({
  type: oneOf('strapetsi.catalogue'),
  schemaVersion: oneOf(1),
  released: isoDate,
  snapshot: span,
  policy: object<ReleaseCatalogue['policy']>({
    id: text,
    label: object<Required<LocalizedText>>({ fi: text, sv: text, en: text }),
    reference: text,
  }),
  previous: optional(hash),
  tables: list(entry),
});

/**
 * Reads the catalogue of a release, every shape checked. Unknown fields are accepted. Never throws.
 *
 * @example
 * const parsed = parseCatalogue({ type: 'strapetsi.release' });
 * parsed.ok || parsed.problem; // → { path: 'type', expected: '"strapetsi.catalogue"', found: '"strapetsi.release"' }
 */
export function parseCatalogue(json: unknown): ParsedCatalogue {
  const problem = catalogue(json, '');
  return problem === undefined ? { ok: true, catalogue: json as ReleaseCatalogue } : { ok: false, problem };
}
