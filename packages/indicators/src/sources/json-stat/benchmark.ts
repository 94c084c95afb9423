import type { DataText } from '@strapetsi/text';
import type { IsoDate } from '../../days/day.js';

/** A cell of somebody else's statistics: a value, or why there is none, in the words of `IndicatorTable`. */
export type BenchmarkCell =
  | {
      readonly status: 'value';
      readonly value: number;
      /** What the publisher marked the value with, such as `p` or `*` for preliminary. */
      readonly mark?: string;
    }
  | { readonly status: 'withheld' }
  | { readonly status: 'notApplicable' }
  | { readonly status: 'noData' };

export interface BenchmarkUnit {
  readonly label: DataText;
  readonly decimals?: number;
  /** The value counts tens to this power: 3 for thousands. */
  readonly multiplier?: number;
}

export interface BenchmarkMember {
  readonly id: string;
  readonly label: DataText;
  /** Members that this one consists of. A member may be a part of several: of the EU and of the OECD. */
  readonly parts?: readonly string[];
  /** Of a dimension of role `metric`. */
  readonly unit?: BenchmarkUnit;
}

export interface BenchmarkDimension {
  readonly id: string;
  readonly label: DataText;
  readonly role?: 'time' | 'geo' | 'metric';
  readonly members: readonly BenchmarkMember[];
}

/** A table of somebody else's statistics, to be shown beside one's own. */
export interface Benchmark {
  /** As its user calls it. */
  readonly id: string;
  readonly label: DataText;
  /** Who publishes it. */
  readonly source: DataText;
  /** Where it is to be had: an address, or the publisher's number of the table. */
  readonly reference?: string;
  readonly updated?: IsoDate;
  /** What the publisher says about it. */
  readonly notes: readonly DataText[];
  readonly dimensions: readonly BenchmarkDimension[];
  /** Row-major over `dimensions`, dense. */
  readonly cells: readonly BenchmarkCell[];
}
