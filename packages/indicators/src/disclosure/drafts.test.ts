import { describe, expect, it } from 'vitest';
import { minimumPolicy, vipunen } from '../publication/policy.js';
import { Drafts } from './drafts.js';
import { largeSpan, shownSpan, smallSpan } from './knowledge.js';
import { covers, overlap } from './span.js';

const all = { from: 0, to: Infinity };

describe('a quantity that is met again', () => {
  it('is known by all that was said of it, and weighs as the heaviest', () => {
    const drafts = new Drafts();
    const reach = { reach: { from: 1, to: 4 } };
    const first = drafts.add('a', {
      value: 7,
      isWhole: true,
      known: { from: 6, to: 8 },
      knownWithheld: { from: 5, to: 90 },
      weight: 2,
    });
    const again = drafts.add('a', {
      value: 7,
      isWhole: true,
      known: { from: 7, to: 9 },
      knownWithheld: { from: 6, to: Infinity },
      weight: 5,
      guarded: reach,
    });
    expect([first, again, drafts.numberOf('a'), drafts.numberOf('b')]).toEqual([0, 0, 0, undefined]);
    expect(drafts.list).toHaveLength(1);
    expect(drafts.list[0]).toMatchObject({
      known: { from: 7, to: 8 },
      knownWithheld: { from: 6, to: 90 },
      weight: 5,
      guarded: reach,
    });
    drafts.add('a', { value: 7, isWhole: true, known: all, knownWithheld: all, weight: 1, guarded: { reach: all } });
    expect(drafts.list[0]).toMatchObject({ weight: 5, guarded: reach });
  });

  it('cannot be withheld where it is shown once', () => {
    const drafts = new Drafts();
    drafts.add('a', { value: 7, isWhole: true, known: all, knownWithheld: all, weight: 1 });
    drafts.add('a', { value: 7, isWhole: true, known: all, weight: 1 });
    drafts.add('a', { value: 7, isWhole: true, known: all, knownWithheld: all, weight: 1 });
    expect(drafts.list[0]?.knownWithheld).toBeUndefined();
  });
});

describe('equations and what goes along', () => {
  it('need more than one term, or a part', () => {
    const drafts = new Drafts();
    drafts.equal([[0, 1]]);
    drafts.equal([
      [0, 1],
      [1, -1],
    ]);
    drafts.equalGroups(0, []);
    drafts.equalGroups(0, [1, 2]);
    expect(drafts.equations).toEqual([
      {
        terms: [
          [0, 1],
          [1, -1],
        ],
      },
      {
        terms: [
          [0, 1],
          [1, -1],
          [2, -1],
        ],
        acrossGroups: true,
      },
    ]);
  });

  it('nothing takes itself along', () => {
    const drafts = new Drafts();
    drafts.add('a', { value: 7, isWhole: true, known: all, weight: 1 });
    drafts.takeAlong(0, 0);
    drafts.takeAlong(0, 3);
    expect([...(drafts.list[0]?.takesAlong ?? [])]).toEqual([3]);
    expect([drafts.valueOf(0), drafts.valueOf(9)]).toEqual([7, 0]);
  });
});

describe('what is known of a count', () => {
  it('that is shown are all counts that are shown alike, and no small one', () => {
    // Threes: 9 stands for 8, 9 and 10; 6 for 5, 6 and 7, because 4 would be withheld.
    expect(shownSpan(9, vipunen)).toEqual({ from: 8, to: 10 });
    expect(shownSpan(5, vipunen)).toEqual({ from: 5, to: 7 });
    expect(shownSpan(7, vipunen)).toEqual({ from: 5, to: 7 });
    expect(shownSpan(12, minimumPolicy(5))).toEqual({ from: 12, to: 12 });
  });

  it('that is withheld is its range, or that it is not small', () => {
    expect(smallSpan(minimumPolicy(5))).toEqual({ from: 1, to: 4 });
    expect(smallSpan({ ...minimumPolicy(5), hidesZero: true })).toEqual({ from: 0, to: 4 });
    expect(largeSpan(minimumPolicy(5))).toEqual({ from: 5, to: Infinity });
  });

  it('covers what lies in it, its ends included', () => {
    expect(covers({ from: 1, to: 4 }, { from: 1, to: 4 })).toBe(true);
    expect(covers({ from: 1, to: 4 }, { from: 0, to: 4 })).toBe(false);
    expect(covers({ from: 1, to: 4 }, { from: 1, to: 5 })).toBe(false);
    expect(overlap({ from: 1, to: 4 }, { from: 3, to: 9 })).toEqual({ from: 3, to: 4 });
  });
});
