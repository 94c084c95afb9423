import { layoutBars } from '../layout/bars.js';
import type { Kind } from './kind.js';

/** A bar for each point, from zero. Shows every dataset. */
export const bar: Kind = {
  id: 'bar',
  name: ({ msg }) => msg('Bar chart', { desc: 'Begins the summary of a chart' }),
  refusal: () => undefined,
  layout: layoutBars,
};
