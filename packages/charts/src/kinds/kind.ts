import type { Language } from '@strapetsi/text';
import type { Dataset } from '../dataset/dataset.js';
import type { LayoutPlot } from '../layout/frame.js';

/** What a page may ask for, as it stands in the attribute `kind`. */
export const chartKinds = ['bar', 'line', 'stacked-100'] as const;
export type ChartKind = (typeof chartKinds)[number];

/**
 * Why a kind of chart would mislead. `unorderedLine`: a line would join what has no order. `notParts`: the series are not parts of one whole, so
 * that on top of each other they would add up what does not add up.
 */
export type Refusal = 'unorderedLine' | 'tooManyLines' | 'notParts' | 'tooManyParts';

/** A kind of chart: one module, so that a page loads the kinds that it shows and no others. */
export interface Kind {
  readonly id: ChartKind;
  /** "Line chart": the first words of the summary. */
  readonly name: (language: Language) => string;
  /** Why the dataset is not drawn so, or nothing. */
  readonly refusal: (dataset: Dataset) => Refusal | undefined;
  readonly layout: LayoutPlot;
}
