import { describe, expect, test } from 'vitest';
import { parseIdentityCode } from './identity-code.js';

// Artificial codes only: individual numbers 900–999 are given to nobody.
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

function code(birth: string, separator: string, individual: string): string {
  return `${birth}${separator}${individual}${CHECK_CHARACTERS[Number(birth + individual) % 31] ?? ''}`;
}

describe('identity codes', () => {
  test.each([
    ...['-', 'Y', 'X', 'W', 'V', 'U'].map((separator) => [separator, 1990] as const),
    ...['A', 'B', 'C', 'D', 'E', 'F'].map((separator) => [separator, 2090] as const),
    ['+', 1890] as const,
  ])('the separator %s, those of the reform of 2023 among them, means %i', (separator, year) => {
    expect(parseIdentityCode(code('010190', separator, '901'))).toEqual({
      birthYear: year,
      gender: 'male',
      checked: true,
    });
  });

  test('an even individual number is a woman’s', () => {
    expect(parseIdentityCode(code('311299', '-', '998'))?.gender).toBe('female');
  });

  test('a wrong check character is told and the rest still read', () => {
    const right = code('150607', 'A', '912');
    const wrong = right.slice(0, -1) + (right.endsWith('0') ? '1' : '0');
    expect(parseIdentityCode(wrong)).toEqual({ birthYear: 2007, gender: 'female', checked: false });
  });

  test('29 February exists in a leap year only', () => {
    expect(parseIdentityCode(code('290200', 'A', '903'))?.birthYear).toBe(2000);
    expect(parseIdentityCode(code('290201', 'A', '903'))).toBeUndefined();
  });

  test.each(['', '010190', '010190-901', '320190-9012', '011390-9012', '010190_901X', '010190-901I', ' 010190-9018'])(
    '"%s" has not the form of a code',
    (text) => {
      expect(parseIdentityCode(text)).toBeUndefined();
    },
  );
});
