import type { LocalizedText } from '@strapetsi/text';

export type LineUnit = 'studentYears' | 'points' | 'persons' | 'factor' | 'share';

/** What a line of the result is called and how it comes about. */
export interface LineName {
  readonly label: Required<LocalizedText>;
  readonly how: Required<LocalizedText>;
  readonly unit: LineUnit;
}
