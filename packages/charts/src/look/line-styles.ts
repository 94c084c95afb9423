/** What tells series apart without colour: the dash of the line and the shape of the marker, eight of each. */

const dashes = ['', '8 4', '2 4', '10 4 2 4', '5 3', '14 4', '2 2 8 2', '10 3 2 3 2 3'] as const;

/** The `stroke-dasharray` of a series; nothing for a solid line. */
export function dashOf(series: number): string {
  return dashes[series % 8] ?? '';
}

/** Markers as paths from their middle, in px, for a radius of 4. */
const markers = [
  'M-4,0a4,4,0,1,0,8,0a4,4,0,1,0,-8,0z',
  'M-3.75,-3.75h7.5v7.5h-7.5z',
  'M0,-4.75L4.75,3.75H-4.75z',
  'M0,-5.25L5.25,0L0,5.25L-5.25,0z',
  'M0,4.75L4.75,-3.75H-4.75z',
  'M-1.5,-4.75h3v3.25h3.25v3h-3.25v3.25h-3v-3.25h-3.25v-3h3.25z',
  'M-5.25,-2h10.5v4h-10.5z',
  'M-2,-5.25h4v10.5h-4z',
] as const;

/** The marker of a series around 0, 0. */
export function markerOf(series: number): string {
  return markers[series % 8] ?? markers[0];
}
