import { describe, expect, it } from 'vitest';
import { everybodyCounted } from './confidence.js';

describe('a figure of a full register', () => {
  it('has no confidence interval, and says why in three languages', () => {
    const { confidence, because, meaning } = everybodyCounted;
    expect([confidence, because]).toEqual(['none', 'everybodyIsCounted']);
    expect(meaning.fi).toContain('luottamusväliä ei esitetä');
    expect(meaning.sv).toContain('inget konfidensintervall');
    expect(meaning.en).toContain('no confidence interval');
  });
});
