import { layoutLines } from '../layout/lines.js';
import { MOST_LINES } from '../layout/frame.js';
import type { Kind } from './kind.js';

/** Lines over steps that have an order. */
export const line: Kind = {
  id: 'line',
  name: ({ msg }) => msg('Line chart', { desc: 'Begins the summary of a chart' }),
  refusal: ({ axis, series }) => {
    if (axis.scale === 'nominal') return 'unorderedLine';
    return series.length > MOST_LINES ? 'tooManyLines' : undefined;
  },
  layout: layoutLines,
};
