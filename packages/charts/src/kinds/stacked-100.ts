import { layoutPartsOfWhole } from '../layout/parts-of-whole.js';
import { MOST_TEXTURES } from '../layout/frame.js';
import type { Kind } from './kind.js';

/** Parts of a whole, one bar for each whole: situations at checkpoints, answers to a question. */
export const stacked100: Kind = {
  id: 'stacked-100',
  name: ({ msg }) => msg('Stacked bar chart', { desc: 'Begins the summary of a chart' }),
  refusal: ({ areParts, series }) => {
    if (!areParts) return 'notParts';
    return series.length > MOST_TEXTURES ? 'tooManyParts' : undefined;
  },
  layout: layoutPartsOfWhole,
};
