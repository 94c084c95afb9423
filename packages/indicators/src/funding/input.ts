import type { DataText } from '@strapetsi/text';
import type { FeedbackPoints, FundedSurvey } from '../feedback/points.js';
import type { AverageClass, CostGroup, PriorEducationGroup } from './coefficients.js';
import type { FundingMeasure } from './measures.js';

/** Education that student years are of. `preparatory` is VALMA and TUVA, `other` other vocational education. */
export const fundedEducations = ['initial', 'further', 'specialist', 'preparatory', 'telma', 'other'] as const;
export type FundedEducation = (typeof fundedEducations)[number];

/** Boarding without a licence is counted as ordinary accommodation. */
export const accommodations = ['ordinary', 'boarding', 'unlicensedBoarding', 'withDemandingSupport'] as const;
export type Accommodation = (typeof accommodations)[number];

/**
 * Student years of a calendar year (student days / 365) that have all of this in common. Only accepted ones: funded by the state, within
 * the licence as to education and language, and not rejected for overlap.
 */
export interface StudentYearsRow {
  readonly studentYears: number;
  readonly education: FundedEducation;
  /** Of initial, further and specialist qualifications. */
  readonly costGroup?: CostGroup;
  readonly labourMarket?: boolean;
  /** Education free of charge (maksuttomuus): the licence's maximum does not concern it. */
  readonly free: boolean;
  /** Mean grade of basic education of those free of charge. */
  readonly basicEducationAverage?: AverageClass;
  readonly demandingSupport?: boolean;
  readonly accommodation?: Accommodation;
}

/** What a provider did in one of the two years that funding rests on. What is absent is not known; nothing is 0. */
export interface FundedYear {
  readonly year: number;
  readonly studentYears?: readonly StudentYearsRow[];
  /** Mean starting-level factor of those not free of charge, or their student years by prior education. The national mean where absent. */
  readonly notFreeStartingLevel?: number | Readonly<Partial<Record<PriorEducationGroup, number>>>;
  /** Whole qualifications completed. */
  readonly wholeQualifications?: number;
  /** Share (0–1) of those who completed a whole qualification without having had one. The national share where absent. */
  readonly withoutPriorQualification?: number;
  /** Competence points of qualification units, as the ministry counts them beside whole qualifications. */
  readonly competencePoints?: number;
  /** Completed, and then employed at least two months or in higher education, and not employed before. */
  readonly placed?: number;
}

export interface FundedProvider {
  readonly id: string;
  readonly name?: DataText;
  /** Funding of the year before in euros, without discretionary funding; 0 for a new provider. */
  readonly previousFunding?: number;
  /** Student years that the licence allows at most; no limit where absent. */
  readonly licence?: { readonly demandingSupport?: number; readonly notFree?: number };
  readonly years?: readonly [FundedYear, FundedYear];
  /** Feedback of the funding period that ended in June of the year before. */
  readonly feedback?: Readonly<Partial<Record<FundedSurvey, FeedbackPoints>>>;
  /** Values as the ministry has confirmed them, in place of what would be computed. */
  readonly values?: Readonly<Partial<Record<FundingMeasure, number>>>;
}

/** What concerns the whole country. */
export interface NationalFunding {
  /** Sums over all providers, where not all of them are in the input. */
  readonly sums?: Readonly<Partial<Record<FundingMeasure, number>>>;
  /** Funding of all providers in the year before in euros, without discretionary funding, where not all of them are in the input. */
  readonly previousFunding?: number;
  /** As the ministry has solved it; to be given where not all providers are in the input. */
  readonly levellingCoefficient?: number;
  /** National means, for providers that have none of their own. */
  readonly years?: readonly {
    readonly year: number;
    readonly notFreeStartingLevel?: number;
    readonly withoutPriorQualification?: number;
  }[];
}

/** Providers whose shares of a year's funding are computed: all of the country, or some with national sums. */
export interface FundingInput {
  readonly type: 'strapetsi.funding-input';
  readonly schemaVersion: 1;
  readonly fundingYear: number;
  readonly providers: readonly FundedProvider[];
  readonly national?: NationalFunding;
}
