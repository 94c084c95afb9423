import { bar } from './bar.js';
import type { ChartKind, Kind } from './kind.js';
import { line } from './line.js';
import { stacked100 } from './stacked-100.js';

/** All kinds at once, for programs that draw whatever is asked for. Pages load them one by one. */
export const kinds: Readonly<Record<ChartKind, Kind>> = { bar, line, 'stacked-100': stacked100 };
