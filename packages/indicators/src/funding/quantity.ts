import type { CoefficientId } from './coefficients.js';
import type { FundingMeasure } from './measures.js';

/** What a user can supply beside coefficients. */
export type InputId =
  | 'years'
  | 'studentYears'
  | 'costGroup'
  | 'basicEducationAverage'
  | 'notFreeStartingLevel'
  | 'wholeQualifications'
  | 'withoutPriorQualification'
  | 'competencePoints'
  | 'placed'
  | 'feedback.start'
  | 'feedback.completion'
  | 'feedback.completionOfUnits'
  | 'feedback.workplaceInstructor'
  | 'feedback.workplace'
  | 'someValue'
  | 'previousFunding'
  | 'levellingCoefficient'
  | 'reachableLimits';

/** What would have to be supplied for a value. */
export type Need =
  | { readonly kind: 'coefficient'; readonly id: CoefficientId }
  | {
      readonly kind: 'input';
      readonly id: InputId;
      readonly provider?: string;
      readonly year?: number;
      readonly measure?: FundingMeasure;
    };

export interface Missing {
  readonly needs: readonly Need[];
}

/** A number, or what is missing for it. */
export type Quantity = number | Missing;

export function isMissing(quantity: Quantity): quantity is Missing {
  return typeof quantity !== 'number';
}

export function missing(...needs: readonly Need[]): Missing {
  return { needs };
}

function unique(needs: readonly Need[]): readonly Need[] {
  const seen = new Map(needs.map((need) => [JSON.stringify(need), need]));
  return [...seen.values()];
}

/** What is needed for any of the quantities, each need once. */
export function needsOf(quantities: readonly Quantity[]): readonly Need[] {
  return unique(quantities.flatMap((quantity) => (isMissing(quantity) ? quantity.needs : [])));
}

/** The numbers of all the quantities, or what is missing for any of them. */
function known(quantities: readonly Quantity[]): readonly number[] | Missing {
  const values = quantities.filter((quantity): quantity is number => !isMissing(quantity));
  return values.length === quantities.length ? values : { needs: needsOf(quantities) };
}

/** A value of a few others: missing where any of them is, with the needs of all. */
export function computed(parts: readonly Quantity[], compute: (...values: readonly number[]) => number): Quantity {
  const values = known(parts);
  return 'needs' in values ? values : compute(...values);
}

export function sum(parts: readonly Quantity[]): Quantity {
  const values = known(parts);
  return 'needs' in values ? values : values.reduce((total, value) => total + value, 0);
}

/** 0 where any factor is 0: what nothing is multiplied by need not be known. */
export function product(...factors: readonly Quantity[]): Quantity {
  if (factors.includes(0)) return 0;
  const values = known(factors);
  return 'needs' in values ? values : values.reduce((total, value) => total * value, 1);
}
