import type { Day } from '../../days/day.js';

/** Which of KOSKI's reports of vocational education a table is. */
export type KoskiReportKind = 'student-years' | 'qualification' | 'partial-qualification';

/** A number of a report as it is shown: in millionths, and how far the exact one may be from it by rounding. */
export interface ShownFigure {
  readonly figure: number;
  readonly within: number;
}

/** What every row says of its study right. Names and identity codes are not among it. */
interface ReportRowBase {
  readonly rightOid: string;
  /** `system:id` of the provider's own student system, where it names nobody. */
  readonly sourceKey?: string;
  /** Pseudonym of the learner, as in facts read with the same key; or `file:N` where the row has no learner. */
  readonly person: string;
  /** Oid of the study right that this one is included in. */
  readonly nestedIn?: string;
  readonly purchased: boolean;
  readonly start?: Day;
  /** The day on which the study right was last transferred to KOSKI. */
  readonly updated?: Day;
}

/** A study right in the report of student years (ammatillinenopiskelijavuositiedot). */
export interface StudentYearRow extends ReportRowBase {
  readonly kind: 'student-years';
  /** Student days by KOSKI's two rules; absent where the report has no such column or the cell is empty. */
  readonly studentDays: { readonly 'until-2025'?: ShownFigure; readonly 'from-2026'?: ShownFigure };
  /** Calendar days within the window. */
  readonly presentOrGraduated?: number;
  readonly holidayCounted?: number;
  readonly holidayOther?: number;
  /** Average of the part-time percentages of all days. */
  readonly averagePercent?: number;
}

/** Competence points in thousandths, and those of them that were raised. */
export interface ShownCredits {
  readonly points: number;
  readonly raised: number;
}

/** A performance of a study right in a report of credits (ammatillinentutkinto…, ammatillinenosittainen…): a right may have several. */
export interface CreditRow extends ReportRowBase {
  readonly kind: 'qualification' | 'partial-qualification';
  readonly total: ShownCredits;
  readonly vocational?: ShownCredits;
  /** Of whole common units, and of their areas. */
  readonly common?: ShownCredits;
  readonly commonAreas?: ShownCredits;
  /** Whether the right is another provider's, and listed because it is included in one of this provider's. */
  readonly otherProvider: boolean;
}

export type KoskiReportRow = StudentYearRow | CreditRow;
