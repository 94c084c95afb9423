import type { DataText, LocalizedText } from '@strapetsi/text';
import type { IsoDate } from '../days/day.js';
import type { DimensionId, Source, Unit } from '../definitions/definition.js';

/** A count as published: rounded where the policy rounds. `withheld` carries what may be said, such as 1–4. */
export type PublishedCount =
  | { readonly status: 'value'; readonly value: number }
  | { readonly status: 'withheld'; readonly range?: { readonly from: number; readonly to: number } };

/** Never a bare number, and never 0, null or a gap in place of a reason. */
export type Cell =
  | {
      readonly status: 'value';
      /** In the figure's unit; a share is 0–1. */
      readonly value: number;
      /** Of an estimate: the interval of 95 per cent, in the figure's unit. */
      readonly interval?: { readonly from: number; readonly to: number };
      /** Persons behind it (for a share: the denominator), as published. */
      readonly n?: PublishedCount;
      /** Numerator of a share, as published. */
      readonly x?: PublishedCount;
    }
  | {
      readonly status: 'withheld';
      readonly reason: 'primary' | 'complementary';
      /** In the figure's unit: what may be said of the value. */
      readonly range?: { readonly from: number; readonly to: number };
      readonly n?: PublishedCount;
    }
  | { readonly status: 'immature'; readonly matures: IsoDate }
  | { readonly status: 'notApplicable' }
  | { readonly status: 'noData' };

export interface TableMember {
  readonly id: string;
  readonly label: DataText;
  /** Days of a window or cohort, for a time axis. */
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

export interface TableDimension {
  /** `state` stands for the categories of a distribution. */
  readonly id: DimensionId | 'state';
  readonly label: Required<LocalizedText>;
  /** `time` and `ordinal` members stand in their own order, `nominal` ones may be sorted by a reader. */
  readonly scale: 'time' | 'ordinal' | 'nominal';
  readonly members: readonly TableMember[];
}

/**
 * The one public contract: what was published, and nothing that cannot be worked out from it.
 * JSON on any web server; charts, elements, CSV and sentences are made of this and of nothing else.
 */
export interface IndicatorTable {
  readonly type: 'strapetsi.indicator-table';
  readonly schemaVersion: 1;
  readonly indicator: {
    readonly id: string;
    readonly version: string;
    readonly hash: string;
    readonly name: Required<LocalizedText>;
    readonly meaning: Required<LocalizedText>;
    readonly direction: 'higherIsBetter' | 'lowerIsBetter' | 'neither';
    readonly sources: readonly Source[];
  };
  readonly figure: {
    readonly id: string;
    readonly label: Required<LocalizedText>;
    readonly unit: Unit;
    readonly decimals: number;
  };
  /** Rule asked for by name; absent where each window used the rule in force. */
  readonly rule?: string;
  /** Values of the definition's own parameters. */
  readonly parameters?: Readonly<Record<string, number>>;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  /** The day that the records are of; of a network whose providers’ records are of several days, the earliest. */
  readonly asOf: IsoDate;
  /** The latest of those days, where they differ. */
  readonly asOfLatest?: IsoDate;
  readonly providers: readonly TableMember[];
  readonly policy: { readonly id: string; readonly label: Required<LocalizedText>; readonly reference: string };
  /** The slice the table was cut from, such as only vocational starters. */
  readonly only: readonly {
    readonly dimension: string;
    readonly label: Required<LocalizedText>;
    readonly members: readonly TableMember[];
  }[];
  readonly dimensions: readonly TableDimension[];
  /** Row-major over `dimensions`, dense: as many cells as the product of the member counts. */
  readonly cells: readonly Cell[];
  readonly population: PublishedCount;
  readonly exclusions: readonly {
    readonly id: string;
    readonly label: Required<LocalizedText>;
    readonly count: PublishedCount;
  }[];
  readonly findings: readonly { readonly code: string; readonly count: PublishedCount }[];
  /** Sentences that belong to every showing: limits, unverified guesses, a change of rule. */
  readonly notes: readonly Required<LocalizedText>[];
  /** Values to be reached, each for one cell. */
  readonly targets?: readonly TableTarget[];
  /** Others’ figures beside these. */
  readonly benchmarks?: readonly TableBenchmark[];
  /** Events in the time of the table, the earliest first. */
  readonly annotations?: readonly TableAnnotation[];
}

/** What somebody decided that a cell should be. Whether more or less is better is the indicator’s `direction`. */
export interface TableTarget {
  /** Position in `cells`. */
  readonly cell: number;
  /** In the figure’s unit. */
  readonly value: number;
  /** Whether the published value is as good as the target; absent where there is no value, or neither direction is better. */
  readonly reached?: boolean;
  /** Where it stands, such as a strategy or a decision. */
  readonly source: DataText;
  /** A role or a body, never a person’s name. */
  readonly decidedBy: DataText;
}

/** A value of others, or why there is none, in the words of `Cell`. */
export type BenchmarkedCell =
  | { readonly status: 'value'; readonly value: number; /** Such as `p` for preliminary. */ readonly mark?: string }
  | { readonly status: Exclude<Cell['status'], 'value'> };

export interface TableBenchmark {
  readonly id: string;
  /** Providers like oneself, by the same definition; or somebody else’s statistics. */
  readonly kind: 'network' | 'statistics';
  readonly label: DataText;
  /** Who publishes it. */
  readonly source: DataText;
  /** An address, or the publisher’s number of the table. */
  readonly reference?: string;
  /** Day of its records, or of its last change. */
  readonly asOf?: IsoDate;
  /** One for each cell of the table, in the figure’s unit. */
  readonly cells: readonly BenchmarkedCell[];
}

/** Something that a reader of a time axis should know, such as a new curriculum. */
export interface TableAnnotation {
  readonly date: IsoDate;
  readonly text: DataText;
}

/** Several tables published together. */
export interface Release {
  readonly type: 'strapetsi.release';
  readonly schemaVersion: 1;
  readonly tables: readonly IndicatorTable[];
}
