import type { Mark } from '@strapetsi/charts';

/** Keys that move the focus inside the plot; all others belong to the page. */
export type MoveKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

const keys: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] satisfies MoveKey[];

export function isMoveKey(key: string): key is MoveKey {
  return keys.includes(key);
}

/** The first of the marks that are the least far. */
function nearest(marks: readonly Mark[], distance: (mark: Mark) => number): Mark | undefined {
  return [...marks].sort((a, b) => distance(a) - distance(b))[0];
}

/**
 * The mark that a key leads to: left and right along the categories of a series, up and down between series at the same category
 * (the nearest one where a series has no such mark), Home and End to the ends of the series. At an edge it stays.
 * `undefined` only where there are no marks.
 */
export function moveTo(marks: readonly Mark[], from: Mark | undefined, key: MoveKey): Mark | undefined {
  const current = from ?? marks[0];
  if (current === undefined) return undefined;
  const inSeries = marks.filter(({ series }) => series === current.series);
  // Lying bars of one series stand under each other: up and down is what a hand tries first.
  const isAlong = inSeries.length === marks.length || !/Up|Down/.test(key);
  const step = /Right|Down|End/.test(key) ? 1 : -1;
  if (!isAlong) {
    const beyond = marks.filter(({ series }) => (series - current.series) * step > 0);
    const next = nearest(beyond, ({ series }) => series * step)?.series;
    return (
      nearest(
        beyond.filter(({ series }) => series === next),
        ({ category }) => Math.abs(category - current.category),
      ) ?? current
    );
  }
  if (key === 'Home' || key === 'End') return nearest(inSeries, ({ category }) => -category * step);
  const beyond = inSeries.filter(({ category }) => (category - current.category) * step > 0);
  return nearest(beyond, ({ category }) => category * step) ?? current;
}

/** The mark under a point of the drawing: of those whose hit area covers it, the one whose centre is nearest. */
export function markAt(marks: readonly Mark[], x: number, y: number): Mark | undefined {
  return nearest(
    marks.filter(({ hit }) => x >= hit.x && y >= hit.y && x <= hit.x + hit.width && y <= hit.y + hit.height),
    ({ hit }) => Math.hypot(x - hit.x - hit.width / 2, y - hit.y - hit.height / 2),
  );
}
