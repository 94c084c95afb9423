import { expect } from '@open-wc/testing';
import type { Mark } from '@strapetsi/charts';
import { markAt, moveTo, type MoveKey } from './move.js';

function mark(series: number, category: number): Mark {
  const hit = { x: category * 30, y: series * 100, width: 30, height: 50 };
  return { key: `${String(series)}/${String(category)}`, series, category, name: '', value: '', hit };
}

/** Series 0 has categories 0–3, series 1 only 2 and 3, series 2 all four. */
const marks = [
  mark(0, 0),
  mark(0, 1),
  mark(0, 2),
  mark(0, 3),
  mark(1, 2),
  mark(1, 3),
  mark(2, 0),
  mark(2, 1),
  mark(2, 2),
];

function after(from: string, key: MoveKey): string | undefined {
  return moveTo(
    marks,
    marks.find((candidate) => candidate.key === from),
    key,
  )?.key;
}

describe('Moving over the marks', () => {
  it('goes along the categories of a series and stops at its ends', () => {
    expect(after('0/1', 'ArrowRight')).to.equal('0/2');
    expect(after('0/1', 'ArrowLeft')).to.equal('0/0');
    expect(after('0/3', 'ArrowRight')).to.equal('0/3');
    expect(after('1/2', 'ArrowLeft')).to.equal('1/2');
    expect(after('2/1', 'Home')).to.equal('2/0');
    expect(after('0/0', 'End')).to.equal('0/3');
  });

  it('goes between series at the same category, or the nearest one that the series has', () => {
    expect(after('0/2', 'ArrowDown')).to.equal('1/2');
    expect(after('0/0', 'ArrowDown')).to.equal('1/2');
    expect(after('2/2', 'ArrowUp')).to.equal('1/2');
    expect(after('2/2', 'ArrowDown')).to.equal('2/2');
    expect(after('0/2', 'ArrowUp')).to.equal('0/2');
  });

  it('starts at the first mark, and nowhere without marks', () => {
    expect(moveTo(marks, undefined, 'ArrowRight')?.key).to.equal('0/1');
    expect(moveTo([], undefined, 'End')).to.equal(undefined);
  });

  it('finds the mark under a point, the nearer one where areas overlap', () => {
    expect(markAt(marks, 31, 10)?.key).to.equal('0/1');
    expect(markAt(marks, 30, 10)?.key).to.equal('0/0');
    expect(markAt(marks, 10, 70)).to.equal(undefined);
  });
});
