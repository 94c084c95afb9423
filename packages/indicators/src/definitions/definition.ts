import type { LocalizedText } from '@strapetsi/text';
import type { IsoDate } from '../days/day.js';

/**
 * An indicator as data: a small closed algebra, never a function. It can be listed, explained, sent, hashed, run by the
 * engine and compiled to SQL. `docs/definitions.md` shows the five hardest on paper.
 */

type Text = Required<LocalizedText>;

/**
 * A column in scope: `right.nested`, `period.start`, `person.birthYear`, `other.education`, or a name bound by a step.
 * A name bound before the first step that drops or multiplies rows can also be read of another right: `other.startingDay`.
 */
export type ColumnName = string;

/**
 * What a run supplies. `window.*` exist after `slice`, `checkpoint.day` after `checkpoints`; `own.*` are the definition's
 * `parameters`.
 */
export type Param =
  'from' | 'to' | 'asOf' | 'lastMonthEnd' | 'window.start' | 'window.end' | 'checkpoint.day' | `own.${string}`;

/** Child relations: rows that belong to a study right, and answers that belong to a response. */
export const childRelations = ['period', 'credit', 'spell', 'plan', 'workplace', 'answer'] as const;
export type ChildRelation = (typeof childRelations)[number];

/** What a run starts with one row for. */
export const rootRelations = ['right', 'outcome', 'response'] as const;
export type RootRelation = (typeof rootRelations)[number];

/**
 * Numbers are days, counts or amounts; truth is 1 and 0. A comparison with a missing day is 0, and so are `in`, `days`, `sharedDays` and
 * `daysInMonth` of something missing; other arithmetic with it is missing (docs/definitions.md, "What the words mean").
 */
export type Expr =
  | number
  | { readonly day: IsoDate }
  | { readonly column: ColumnName }
  | { readonly param: Param }
  | { readonly add: readonly Expr[] }
  | { readonly subtract: readonly [Expr, Expr] }
  | { readonly multiply: readonly Expr[] }
  | { readonly min: readonly Expr[] }
  | { readonly max: readonly Expr[] }
  | { readonly atMost: readonly [Expr, Expr] }
  | { readonly less: readonly [Expr, Expr] }
  | { readonly equal: readonly [Expr, Expr] }
  | { readonly all: readonly Expr[] }
  | { readonly any: readonly Expr[] }
  | { readonly not: Expr }
  | { readonly isMissing: Expr }
  /** 1 where the code column holds one of the codes (names of the closed lists, keys of a dictionary). */
  | { readonly in: ColumnName; readonly codes: readonly string[] }
  /** By the value of a code column. */
  | { readonly byCode: ColumnName; readonly cases: Readonly<Record<string, Expr>>; readonly otherwise: Expr }
  | { readonly when: readonly (readonly [Expr, Expr])[]; readonly otherwise: Expr }
  /** Days from the first to the last, both counted; 0 where the last is before the first. */
  | { readonly days: readonly [Expr, Expr] }
  /** Days that the intervals [a, b] and [c, d] share. */
  | { readonly sharedDays: readonly [Expr, Expr, Expr, Expr] }
  /** Days of [a, b] that fall in the calendar month (1–12) of any year. */
  | { readonly daysInMonth: readonly [Expr, Expr]; readonly month: number }
  /** The same day of the month n months later, the month's last day where there is none (31 Aug + 6 → 28 or 29 Feb). */
  | { readonly addMonths: readonly [Expr, number] }
  /** The given month and day of the calendar year of a day: `{ dayInYearOf: [{ param: 'window.end' }, 9, 20] }`. */
  | { readonly dayInYearOf: readonly [Expr, number, number] }
  | { readonly yearOf: Expr }
  /** year × 2, plus 1 from July. */
  | { readonly halfYearOf: Expr }
  /** Number of the class that a classification of the run (by its id) puts the code in; missing where it has none for it. */
  | { readonly classify: ColumnName; readonly by: string };

/** What is left out on purpose: named, ordered and counted. */
export interface Exclusion {
  readonly id: string;
  readonly label: Text;
  readonly when: Expr;
}

/** Steps run in order over study rights; each keeps, multiplies or extends the rows. */
export type Step =
  /** Who is looked at at all; what it drops is not counted. */
  | { readonly keep: Expr }
  | { readonly exclude: Exclusion }
  | { readonly bind: ColumnName; readonly to: Expr }
  /** One number from the rows of a child relation. `min` and `max` are missing where no child fits, `sum` and `any` 0. */
  | {
      readonly bind: ColumnName;
      readonly ofChildren: ChildRelation;
      readonly where: Expr;
      readonly take: { readonly min: Expr } | { readonly max: Expr } | { readonly sum: Expr } | 'any';
    }
  /** 1 where some other row fits: another right of the same person, seen with its periods as `other.*` and `otherPeriod.*`. */
  | { readonly bind: ColumnName; readonly anyOtherRight: Expr }
  /**
   * Keeps the first row of each group in the given order; the others are counted under the exclusion's name. Groups are within a
   * person: the first expression is `right.person`. `right.key` in `orderBy` compares by code units.
   */
  | {
      readonly firstOf: readonly Expr[];
      readonly orderBy: readonly Expr[];
      readonly otherwise: Omit<Exclusion, 'when'>;
    }
  /** One row per child: `period.*` (or `credit.*` …) comes into scope. Only once in a rule. */
  | { readonly each: ChildRelation }
  /**
   * One row per window of the run that the interval touches; `row.start` and `row.end` are the interval cut to it. With `into`
   * the windows are months whatever the cut: a year then holds the rows of its months. With `matureOn` (of `window.*` and
   * parameters) a window's cells are immature as long as the day of the data is before that day.
   */
  | { readonly slice: readonly [Expr, Expr]; readonly into?: 'months'; readonly matureOn?: Expr }
  /**
   * One row per checkpoint that the row's half-year (that of `after`) has had time for: months after a day, and the last month end
   * before `asOf`. The others leave an immature cell.
   */
  | {
      readonly checkpoints: {
        readonly after: Expr;
        readonly months: readonly number[];
        readonly lastMonthEnd: boolean;
      };
    }
  /**
   * The smallest value over all periods of all rights of the person (the row's own right included, unless `othersOnly`); `otherwise`
   * where none fits.
   */
  | {
      readonly bind: ColumnName;
      readonly lowestOverRights: {
        readonly where: Expr;
        readonly value: Expr;
        readonly otherwise: number;
        readonly othersOnly?: true;
      };
    }
  /** Days from `from` to `to` that fall in a fitting period of a right of the person (the row's own included); each day once. */
  | {
      readonly bind: ColumnName;
      readonly daysOfRights: { readonly where: Expr; readonly from: Expr; readonly to: Expr };
    };

/**
 * Every measure is a vector of integers that adds up: `n` (the protected number) and `amounts`. Where nothing else is said, `n`
 * is the number of distinct persons among the rows whose first amount is above zero; with `persons`, for rows that stand for several,
 * it is the sum of that over all rows that are counted. Something missing adds nothing.
 */
export type Measure =
  /** Rows. amounts: [rows] */
  | { readonly kind: 'count'; readonly persons?: Expr }
  /** Σ amount. amounts: [sum] */
  | { readonly kind: 'sum'; readonly amount: Expr; readonly persons?: Expr }
  /** A whole and a part of it, row by row. amounts: [Σ whole, Σ part] */
  | { readonly kind: 'share'; readonly whole: Expr; readonly part: Expr; readonly persons?: Expr }
  /** Numbers of rows; one that is missing is not counted. amounts: [Σ weight, Σ weight × value, Σ weight × value²] */
  | { readonly kind: 'mean'; readonly of: Expr; readonly weight?: Expr; readonly persons?: Expr }
  /** Σ days × share in millionths of a day. amounts: [sum] */
  | { readonly kind: 'personDays'; readonly amount: Expr }
  /** How many rows hold each code. amounts: one per category. `n`: rows. */
  | {
      readonly kind: 'distribution';
      readonly of: Expr;
      /** What the categories are; "situation" where absent. */
      readonly label?: Text;
      readonly categories: readonly { readonly code: number; readonly label: Text }[];
    }
  /**
   * Whole months (by `addMonths`) from a day to an exit, and why: `cause` is one of `causes`, or 0 for still under way (censored).
   * amounts: for each month 0 … upToMonths one number for censored and one for each cause; whoever is there longer is censored in the
   * last. `n`: rows. A row without `from` or `to`, or whose `to` is before `from`, is not counted.
   */
  | {
      readonly kind: 'timeToEvent';
      readonly from: Expr;
      readonly to: Expr;
      readonly cause: Expr;
      readonly causes: readonly { readonly code: number; readonly label: Text }[];
      readonly upToMonths: number;
    }
  /** How many different codes a dictionary column has. The codes travel with the aggregate; `n`: distinct persons. amounts: [] */
  | { readonly kind: 'distinct'; readonly of: ColumnName };

/** The cuts that an indicator may be shown by. */
export const dimensionIds = [
  'year',
  'month',
  'provider',
  'school',
  'location',
  'qualification',
  'gender',
  'ageGroup',
  'funding',
  'cohort',
  'checkpoint',
  'started',
  'halfYear',
  'education',
  'qualificationType',
  'field',
  'language',
  'motherTongue',
  'workplaceKind',
  'method',
  'organising',
  'unitType',
  'survey',
  'question',
  'yearsAfter',
  'area',
  'employer',
  'recognition',
  'raised',
] as const;
/** `own.<name>` is a column that a provider added. */
export type DimensionId = (typeof dimensionIds)[number] | `own.${string}`;

/** How the members of a dimension come from a row. Windows (`year`, `month`) come from the run instead. */
export interface DimensionRule {
  readonly id: DimensionId;
  readonly label: Text;
  /** A name that `from` needs; bound after the steps of each rule, only in runs that ask for the dimension. */
  readonly bind?: Extract<Step, { readonly bind: ColumnName }>;
  readonly from:
    | 'windows'
    | 'checkpoints'
    | { readonly dictionary: ColumnName }
    | {
        readonly codes: ColumnName;
        readonly members: readonly { readonly codes: readonly string[]; readonly id: string; readonly label: Text }[];
        /** For every other code; without it they are "unknown", as a missing one always is. */
        readonly others?: { readonly id: string; readonly label: Text };
      }
    /** Whole numbers, such as years after graduation. */
    | {
        readonly number: Expr;
        readonly members: readonly { readonly value: number; readonly id: string; readonly label: Text }[];
      }
    /** Classes of a classification that the run brings along. */
    | { readonly classified: ColumnName; readonly by: string }
    /** Half-years of a day, ids such as `2023-H2`. */
    | { readonly halfYearOf: Expr }
    /** Age in whole calendar years at the end of the year of the given day; a person's day of birth is not kept. */
    | {
        readonly ageInYearOf: Expr;
        readonly groups: readonly {
          readonly id: string;
          readonly from: number;
          readonly to: number;
          readonly label: Text;
        }[];
      };
}

interface FigureBase {
  readonly id: string;
  readonly label: Text;
  readonly unit: Unit;
  readonly decimals: number;
  /** What is counted or added up, in words; of a share or a mean, what stands above the line. */
  readonly numerator?: Text;
  /** What it is divided by, in words. */
  readonly denominator?: Text;
}

/** Which numbers may be drawn from the measure. Shares, means and estimates are made in `publish`, of published counts only. */
export type Figure =
  /** amounts[0] / perUnit; with `perDay` also divided by the days of the window, such as for net students. */
  | (FigureBase & { readonly kind: 'amount'; readonly perUnit: number; readonly perDay?: true })
  /** Of a `share` measure: part / whole, both counts. */
  | (FigureBase & { readonly kind: 'partOfWhole' })
  /** Of a `share` measure whose amounts are no counts, such as days: Σ part / Σ whole × `per`. */
  | (FigureBase & { readonly kind: 'quotient'; readonly per: number })
  /** The number of distinct persons. */
  | (FigureBase & { readonly kind: 'persons' })
  /** Of a `count`, or a `sum` of counts: amounts[0], rounded as counts are. */
  | (FigureBase & { readonly kind: 'count' })
  /** Of a `distribution`: the codes together. Without codes in `outOf` the whole is every row. */
  | (FigureBase & { readonly kind: 'share'; readonly of: readonly number[]; readonly outOf?: readonly number[] })
  /** Of a `distribution`: every category. */
  | (FigureBase & { readonly kind: 'distribution' })
  /** Of a `distribution`: `per` × (share of `plus` − share of `minus`), rounded half up, such as a net promoter score. */
  | (FigureBase & {
      readonly kind: 'balance';
      readonly plus: readonly number[];
      readonly minus: readonly number[];
      readonly per: number;
    })
  /** Of a `mean`: Σ / n / perUnit. */
  | (FigureBase & { readonly kind: 'mean'; readonly perUnit: number })
  /** Of a `mean`: the standard deviation of a sample (÷ n − 1) or of a population (÷ n); named, because sources differ. */
  | (FigureBase & {
      readonly kind: 'standardDeviation';
      readonly of: 'sample' | 'population';
      readonly perUnit: number;
    })
  /** Of a `timeToEvent`: the cumulative incidence of a cause within so many months (Aalen–Johansen). */
  | (FigureBase & { readonly kind: 'incidence'; readonly cause: number; readonly withinMonths: number })
  /** Of a `timeToEvent`: the month by which the quantile of all have met the cause; noData where it is not reached. */
  | (FigureBase & { readonly kind: 'timeQuantile'; readonly cause: number; readonly quantile: number })
  /** Of a `distinct`: how many. */
  | (FigureBase & { readonly kind: 'distinct' });

export type Unit =
  | 'studentYears'
  | 'days'
  | 'share'
  | 'students'
  | 'studyRights'
  | 'qualifications'
  | 'units'
  | 'competencePoints'
  | 'months'
  | 'points'
  | 'mean'
  | 'plans'
  | 'respondents'
  | 'graduates'
  | 'employers'
  | 'agreements';

export interface Source {
  /** Law or method, as one would cite it. */
  readonly title: Text;
  readonly reference: string;
}

/** One rule of an indicator, in force for a span of time. */
export interface Rule {
  readonly id: string;
  readonly label: Text;
  /** The first and last day the rule is used for when nobody asks for another. */
  readonly inForce: { readonly from?: IsoDate; readonly to?: IsoDate };
  readonly steps: readonly Step[];
  readonly measure: Measure;
  readonly sources: readonly Source[];
}

export interface Definition {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  /** One sentence that says what the figure means. */
  readonly meaning: Text;
  readonly direction: 'higherIsBetter' | 'lowerIsBetter' | 'neither';
  /** What rows are of; study rights where absent. */
  readonly over?: RootRelation;
  /** Dimensions whose members cannot be added up: a run has them in `by`, or one member in `only`. */
  readonly apart?: readonly DimensionId[];
  /** Limits that a run may set, by name without `own.`. Their values are in the aggregate. */
  readonly parameters?: readonly { readonly id: string; readonly label: Text; readonly standard: number }[];
  /** Rules by validity in time: each window of a run is computed by the rule in force on its first day. */
  readonly rules: readonly Rule[];
  readonly dimensions: readonly DimensionRule[];
  readonly figures: readonly Figure[];
  /** What does not federate over providers, said with every result. */
  readonly limits: readonly Text[];
  /** A guess of ours that no public source settles, said with every result. */
  readonly unverified: readonly Text[];
}
