import type { Point } from '../dataset/point.js';
import { NOTHING, SHORTEST_STUB, SYMBOL, reachOf } from './frame.js';

/** Room for half of a sign that stands beside the value. */
export const BESIDE = 6;

/** The most px a unit may have for the mark of a point to end within `room` px; 0 where not even a symbol fits. */
export function mostPerUnit(point: Point, wholeRoom: number): number {
  const { value, range, reach } = point;
  const room = reach === undefined ? wholeRoom : wholeRoom - BESIDE;
  const end = reachOf(point);
  if (value === undefined && range === undefined && end === 0) return room >= SYMBOL + 2 ? Infinity : 0;
  const byEnd = end === 0 ? Infinity : room / end;
  if (range === undefined) return room < 0 ? 0 : byEnd;
  const left = room - SHORTEST_STUB;
  const byStart = range.from < NOTHING ? Infinity : left / range.from;
  return left < 0 ? 0 : Math.min(byEnd, byStart);
}
