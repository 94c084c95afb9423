import type { DimensionId } from './definition.js';

/** Dimensions whose members lie within one member of the one before: every school is one provider's, every month in one half-year. */
const hierarchies: readonly (readonly DimensionId[])[] = [
  ['provider', 'school', 'location'],
  ['qualificationType', 'qualification'],
  ['field', 'qualification'],
  ['survey', 'question'],
  ['year', 'halfYear', 'month'],
];

/** Whether members of the second lie within members of the first. */
export function isAbove(upper: DimensionId, lower: DimensionId): boolean {
  return hierarchies.some((ids) => ids.includes(upper) && ids.indexOf(lower) > ids.indexOf(upper));
}
