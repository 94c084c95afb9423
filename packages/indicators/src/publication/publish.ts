import type { Aggregate } from '../aggregate/aggregate.js';
import type { Definition } from '../definitions/definition.js';
import { buildSystem, type BuiltSystem } from '../disclosure/build-system.js';
import { protect, type Protection } from '../disclosure/protect.js';
import type { TableStatements } from '../disclosure/statement.js';
import { CannotProtectError } from './errors.js';
import type { IndicatorTable } from './indicator-table.js';
import type { Policy } from './policy.js';
import { finishTable, prepareTable, type ToPublish } from './prepared-table.js';

export interface PublishOptions {
  /** The definition the aggregate was calculated with; its hash is compared. */
  readonly definition: Definition;
  readonly policy: Policy;
  /** Id of a figure of the definition; its first one where absent. */
  readonly figure?: string;
}

/** A table that anybody may have by now, and the exact counts that it was made of. */
export interface Released extends ToPublish {
  readonly policy: Policy;
  readonly table: IndicatorTable;
}

export interface PublishTogetherOptions {
  readonly policy: Policy;
  /**
   * Tables that were published before, by oneself or by those whose counts these are: a provider's of last month, the providers' own beside their
   * network's. What they said can be withheld no more, so more is withheld now where it could be subtracted.
   */
  readonly released?: readonly Released[];
}

/**
 * What may be shown of several aggregates together: small groups withheld and counts rounded as the policy says, no figure that is not a
 * function of published numbers, and as much more withheld as is needed so that nothing withheld can be worked out from all the tables
 * and those released before, more closely than the policy allows.
 * @throws WrongDefinitionError where an aggregate was not calculated with its definition.
 * @throws NoSuchFigureError where a definition has no such figure.
 * @throws CannotProtectError where something could be worked out whatever is withheld, since too much has been released.
 */
export function publishTogether(
  all: readonly ToPublish[],
  { policy, released = [] }: PublishTogetherOptions,
): readonly IndicatorTable[] {
  const prepared = all.map((one) => prepareTable(one, policy));
  const before = released.map(statementsOf);
  const built = buildSystem([...before, ...prepared.map(({ statements }) => statements)]);
  const protection = protect(built.system);
  mustBeGuarded(built, protection, before);
  const is = (at: number | undefined): boolean => at !== undefined && protection.isWithheld[at] === true;
  return prepared.map((table, number) =>
    finishTable(table, {
      cell: (key, at) => {
        const places = built.places[before.length + number]?.[key]?.[at];
        const { whole, part, rest, rows, sums = [] } = places ?? {};
        return { whole: is(whole), figure: [part, rest, rows, ...sums].some(is) };
      },
      count: (name) => is(built.countOf(table.statements, name)),
    }),
  );
}

/** The statements of a released table, with what it said. */
function statementsOf({ policy, table, ...one }: Released): TableStatements {
  const { statements, cells } = prepareTable(one, policy);
  let at = 0;
  const keys = statements.keys.map((key, number) => {
    const said = table.cells.slice(at, (at += cells[number]?.length ?? 0));
    const ofKey = key.statements?.map((statement, i) => {
      const cell = said[i];
      return cell === undefined ? statement : { ...statement, said: cell };
    });
    return ofKey === undefined ? key : { ...key, statements: ofKey };
  });
  const counts = new Map([
    ['population', table.population],
    ...table.exclusions.map(({ id, count }) => [`excluded ${id}`, count] as const),
  ]);
  return { ...statements, keys, saidCounts: counts };
}

/** What earlier releases gave away by themselves cannot be taken back, and is not this one's fault. */
function mustBeGuarded(built: BuiltSystem, { unguarded }: Protection, before: readonly TableStatements[]): void {
  if (unguarded.length === 0) return;
  const earlier = buildSystem(before);
  const known = new Set(protect(earlier.system).unguarded.map((at) => earlier.system.quantities[at]?.name));
  const names = unguarded.flatMap((at) => built.system.quantities[at]?.name ?? []).filter((name) => !known.has(name));
  if (names.length > 0) throw new CannotProtectError(names);
}

/**
 * What may be shown of an aggregate by itself. Tables that will be shown side by side are published together: `publishTogether`.
 * @throws WrongDefinitionError where the aggregate was not calculated with this definition.
 * @throws NoSuchFigureError where the definition has no such figure.
 */
export function publish(aggregate: Aggregate, { policy, ...options }: PublishOptions): IndicatorTable {
  const [table] = publishTogether([{ aggregate, ...options }], { policy });
  if (table === undefined) throw new RangeError('No table');
  return table;
}
