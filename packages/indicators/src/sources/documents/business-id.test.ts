import { describe, expect, it } from 'vitest';
import { isBusinessId } from './business-id.js';

describe('a business id', () => {
  it('has a check digit', () => {
    // 1·7 + 2·9 + 3·10 + 4·5 + 5·8 + 6·4 + 7·2 = 153 = 13 · 11 + 10, and 1 makes it 154 = 14 · 11.
    expect(isBusinessId('1234567-1')).toBe(true);
    // 2·7 + 3·9 + 4·10 + 5·5 + 6·8 + 7·4 + 8·2 = 198 = 18 · 11.
    expect(isBusinessId('2345678-0')).toBe(true);
    expect([0, 2, 3, 4, 5, 6, 7, 8, 9].some((digit) => isBusinessId(`1234567-${digit}`))).toBe(false);
  });

  it('that would need the check digit 10 is given to nobody', () => {
    // 1·7 + 0·9 + 0·10 + 1·5 = 12 = 11 + 1: only 10 would make it divisible.
    expect(Array.from({ length: 10 }, (_, digit) => isBusinessId(`1001000-${digit}`))).not.toContain(true);
  });

  it('has seven digits, a hyphen and one', () => {
    for (const text of ['', '1234567', '12345671', '1234567-1 ', 'FI12345671', '123456-71', '1234567–1'])
      expect(isBusinessId(text)).toBe(false);
  });
});
