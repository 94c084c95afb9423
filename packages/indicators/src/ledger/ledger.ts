import type { Aggregate } from '../aggregate/aggregate.js';
import type { IsoDate } from '../days/day.js';
import type { Definition } from '../definitions/definition.js';
import { hashOf } from '../definitions/hash.js';
import type { IndicatorTable } from '../publication/indicator-table.js';
import type { Policy } from '../publication/policy.js';
import type { ToPublish } from '../publication/prepared-table.js';
import type { Released } from '../publication/publish.js';
import { UnknownDefinitionError } from './errors.js';

/** Tables that were released on one day, and the exact counts that they were made of. */
export interface LedgerEntry {
  readonly releasedOn: IsoDate;
  readonly policy: Policy;
  readonly tables: readonly { readonly aggregate: Aggregate; readonly table: IndicatorTable }[];
}

/**
 * What has been released so far, so that a later table cannot be subtracted from it. It holds exact counts, small groups included, as aggregates do: it
 * stays with whoever publishes, and is never released itself.
 */
export interface Ledger {
  readonly type: 'strapetsi.ledger';
  readonly schemaVersion: 1;
  readonly entries: readonly LedgerEntry[];
}

export const emptyLedger: Ledger = { type: 'strapetsi.ledger', schemaVersion: 1, entries: [] };

/**
 * The ledger with one release more.
 * @throws RangeError where there are not as many tables as there was to publish.
 */
export function withRelease(
  ledger: Ledger,
  {
    releasedOn,
    policy,
    published,
    tables,
  }: {
    readonly releasedOn: IsoDate;
    readonly policy: Policy;
    readonly published: readonly ToPublish[];
    readonly tables: readonly IndicatorTable[];
  },
): Ledger {
  if (published.length !== tables.length)
    throw new RangeError(`There are ${String(tables.length)} tables of ${String(published.length)} aggregates`);
  const entries = published.flatMap(({ aggregate }, at) => {
    const table = tables[at];
    return table === undefined ? [] : [{ aggregate, table }];
  });
  return { ...ledger, entries: [...ledger.entries, { releasedOn, policy, tables: entries }] };
}

/**
 * What `publishTogether` is to be held against. `since`: only what was released on that day or later; what is older is then not looked at, although
 * somebody may have kept it.
 * @throws UnknownDefinitionError where a definition of an entry is not among those given, in the version that it was calculated with.
 */
export function releasedIn(
  { entries }: Ledger,
  definitions: readonly Definition[],
  { since = '' }: { readonly since?: IsoDate } = {},
): readonly Released[] {
  const byHash = new Map(definitions.map((definition) => [hashOf(definition), definition]));
  return entries
    .filter(({ releasedOn }) => releasedOn >= since)
    .flatMap(({ policy, tables }) =>
      tables.map(({ aggregate, table }) => {
        const definition = byHash.get(aggregate.indicator.hash);
        if (definition === undefined)
          throw new UnknownDefinitionError(aggregate.indicator.id, aggregate.indicator.hash);
        return { aggregate, definition, figure: table.figure.id, policy, table };
      }),
    );
}
