import { layoutBarColumns } from './bar-columns.js';
import { layoutBarRows } from './bar-rows.js';
import type { Frame, Plot } from './frame.js';

/** Bars from zero: standing where names and values fit, else lying. */
export function layoutBars(frame: Frame, top: number): Plot {
  return layoutBarColumns(frame, top) ?? layoutBarRows(frame, top);
}
