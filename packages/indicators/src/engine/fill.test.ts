import { describe, expect, it } from 'vitest';
import { checkpointRows, newFill } from './fill.js';
import { indexColumn, newFrame } from './frame.js';

describe('where the checkpoints of each row begin', () => {
  const made = { offsets: Int32Array.of(0, 3, 3, 5), count: 5, ordered: true };
  const frameOf = (ups: readonly number[]): ReturnType<typeof newFrame> => {
    const frame = newFrame(['up']);
    indexColumn(frame, 'up', ups.length).set(ups);
    frame.count = ups.length;
    return frame;
  };

  it('is as they were made while all are there', () => {
    expect(checkpointRows(newFill(), made, frameOf([0, 0, 0, 2, 2]), 3)).toBe(made);
  });

  it('is counted anew when some have been dropped', () => {
    const { offsets, count } = checkpointRows(newFill(), made, frameOf([0, 0, 2]), 3);
    expect(Array.from(offsets.subarray(0, 4))).toEqual([0, 2, 2, 3]);
    expect(count).toBe(3);
  });
});
