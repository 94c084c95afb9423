import type { Mark } from '@strapetsi/charts';

/** Keys that move the focus inside the plot; all others belong to the page. */
export type MoveKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

const keys: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] satisfies MoveKey[];

export function isMoveKey(key: string): key is MoveKey {
  return keys.includes(key);
}

function nearestCategory(marks: readonly Mark[], category: number): Mark | undefined {
  let best: Mark | undefined;
  for (const mark of marks) {
    if (best === undefined || Math.abs(mark.category - category) < Math.abs(best.category - category)) best = mark;
  }
  return best;
}

/**
 * The mark that a key leads to: left and right along the categories of a series, up and down between series at the same category
 * (the nearest one where a series has no such mark), Home and End to the ends of the series. At an edge it stays.
 * `undefined` only where there are no marks.
 */
export function moveTo(marks: readonly Mark[], from: Mark | undefined, key: MoveKey): Mark | undefined {
  const current = from ?? marks[0];
  if (current === undefined) return undefined;
  const inSeries = marks.filter((mark) => mark.series === current.series).sort((a, b) => a.category - b.category);
  switch (key) {
    case 'Home':
      return inSeries[0];
    case 'End':
      return inSeries.at(-1);
    case 'ArrowLeft':
      return inSeries.filter((mark) => mark.category < current.category).at(-1) ?? current;
    case 'ArrowRight':
      return inSeries.find((mark) => mark.category > current.category) ?? current;
    case 'ArrowUp':
    case 'ArrowDown': {
      const step = key === 'ArrowDown' ? 1 : -1;
      const isOnly = marks.every((mark) => mark.series === current.series);
      // Lying bars of one series stand under each other: up and down is what a hand tries first.
      if (isOnly) return moveTo(marks, current, step === 1 ? 'ArrowRight' : 'ArrowLeft');
      const series = marks.map((mark) => mark.series).filter((index) => (index - current.series) * step > 0);
      if (series.length === 0) return current;
      const next = step === 1 ? Math.min(...series) : Math.max(...series);
      return nearestCategory(
        marks.filter((mark) => mark.series === next),
        current.category,
      );
    }
  }
}

/** The mark under a point of the drawing: of those whose hit area covers it, the one whose centre is nearest. */
export function markAt(marks: readonly Mark[], x: number, y: number): Mark | undefined {
  let best: Mark | undefined;
  let bestDistance = Infinity;
  for (const mark of marks) {
    const { hit } = mark;
    if (x < hit.x || y < hit.y || x > hit.x + hit.width || y > hit.y + hit.height) continue;
    const distance = Math.hypot(x - hit.x - hit.width / 2, y - hit.y - hit.height / 2);
    if (distance < bestDistance) {
      best = mark;
      bestDistance = distance;
    }
  }
  return best;
}
