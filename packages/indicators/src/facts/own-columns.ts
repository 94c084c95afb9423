import type { DataText } from '@strapetsi/text';
import type { GrowingDictionary } from './dictionary.js';
import type { OwnColumn } from './facts.js';

/** A column that a provider adds to what its sources give. */
export interface OwnColumnPlan {
  /** A name of letters, digits and hyphens: `own.<name>` in definitions. */
  readonly name: string;
  readonly of: OwnColumn['of'];
  readonly label: DataText;
  readonly dictionary: GrowingDictionary;
}

/** Codes of own columns as rows come in; rows without one are missing. */
export interface OwnColumns {
  set(column: string, at: number, code: number): void;
  /** @param orders by kind of row: new position → old, where rows were put in another order */
  take(
    counts: Readonly<Record<OwnColumn['of'], number>>,
    orders: Readonly<Partial<Record<OwnColumn['of'], Int32Array>>>,
  ): Readonly<Record<string, OwnColumn>>;
}

export function createOwnColumns(plans: readonly OwnColumnPlan[]): OwnColumns {
  const codes = new Map(plans.map(({ name }) => [name, new Map<number, number>()]));
  return {
    set(column, at, code) {
      codes.get(column)?.set(at, code);
    },
    take(counts, orders) {
      return Object.fromEntries(
        plans.map(({ name, of, label, dictionary }): [string, OwnColumn] => {
          const known = codes.get(name) ?? new Map<number, number>();
          const order = orders[of];
          const values = Int32Array.from({ length: counts[of] }, (_, at) => known.get(order?.[at] ?? at) ?? -1);
          known.clear();
          return [name, { of, label, dictionary, values }];
        }),
      );
    },
  };
}
