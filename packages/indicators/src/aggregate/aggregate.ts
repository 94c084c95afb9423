import type { DataText } from '@strapetsi/text';
import type { IsoDate } from '../days/day.js';
import type { DimensionId } from '../definitions/definition.js';

/** Stands in a cell's key for all members of a dimension together. */
export const TOTAL = '*';

/** A member of a dimension as it was met; an id never changes its meaning. */
export interface Member {
  readonly id: string;
  readonly label: DataText;
}

/**
 * One cell: integers that add up. `key` has one member id per dimension of `by`.
 * A cell whose cohort has not had its time holds no figures but says from when it can be looked at.
 */
export type AggregateCell =
  | {
      readonly key: readonly string[];
      readonly n: number;
      readonly amounts: readonly number[];
      /** Of a measure of distinct codes: those met, in order. */
      readonly codes?: readonly string[];
    }
  | { readonly key: readonly string[]; readonly matures: IsoDate };

/**
 * Exact counts, small groups included: it stays with the provider or goes to the coordinator, and is never drawn.
 * Everything is in canonical order (members and cells by id), so equal contents are equal bytes.
 */
export interface Aggregate {
  readonly type: 'strapetsi.aggregate';
  readonly schemaVersion: 1;
  readonly indicator: {
    readonly id: string;
    readonly version: string;
    /** of what computes, not of labels */ readonly hash: string;
  };
  /** Rule asked for by name; absent where each window used the rule in force. */
  readonly rule?: string;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  /** The day that the records are of; of a network whose providers’ records are of several days, the earliest. */
  readonly asOf: IsoDate;
  /** The latest of those days, where they differ. */
  readonly asOfLatest?: IsoDate;
  /** Values of the definition's own parameters. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Lists that codes were put into classes by. */
  readonly classifications?: readonly { readonly id: string; readonly version: string }[];
  /** Names of the provider's own columns that stand in `by` or `only`. */
  readonly own?: Readonly<Record<string, DataText>>;
  readonly only: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  readonly by: readonly DimensionId[];
  /** Dimensions of `by` that cells with `TOTAL` in their key put together; in the order of `by`. */
  readonly totals?: readonly DimensionId[];
  readonly members: Readonly<Partial<Record<DimensionId, readonly Member[]>>>;
  readonly providers: readonly Member[];
  readonly cells: readonly AggregateCell[];
  /** Study rights looked at, before exclusions. */
  readonly population: number;
  readonly exclusions: readonly { readonly id: string; readonly count: number }[];
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly count: number }[];
  /** Records of the sources: read = gave facts + refused. */
  readonly records: { readonly read: number; readonly facts: number; readonly refused: number };
}
