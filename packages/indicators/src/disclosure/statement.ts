import type { Aggregate } from '../aggregate/aggregate.js';
import type { Definition, DimensionId, Figure, Rule } from '../definitions/definition.js';
import type { Cell, PublishedCount } from '../publication/indicator-table.js';
import type { Policy } from '../publication/policy.js';
import type { FigureParts } from './figure-parts.js';
import type { Slice } from './slices.js';

/** One cell of a table that is, or was, published: what it gives away of whom. */
export interface Statement {
  readonly slice: Slice;
  readonly parts: FigureParts;
  /** Whether its sums are withheld because one person may make up too much of them. */
  readonly isDominated: boolean;
  /** Of a table of an earlier release: what it said. Absent where that is still to be decided. */
  readonly said?: Cell;
}

/** The cells of one table, before anything is withheld for others' sake. */
export interface TableStatements {
  readonly aggregate: Aggregate;
  readonly definition: Definition;
  readonly figure: Figure;
  readonly rule: Rule;
  readonly policy: Policy;
  readonly common: Slice;
  /** By key of the table, each with as many statements as it has cells; undefined where a cell has nothing to say, such as an immature one. */
  readonly keys: readonly { readonly key: readonly string[]; readonly statements?: readonly Statement[] }[];
  /** Of a table of an earlier release: what it said of the population and of what was left out, by name. */
  readonly saidCounts?: ReadonlyMap<string, PublishedCount>;
  readonly isWindow: (id: DimensionId) => boolean;
}
