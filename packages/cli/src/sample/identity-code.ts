import { isoFromDay, yearOf } from '@strapetsi/indicators';
import type { Day } from '@strapetsi/indicators';

/** Government decree 128/2010 §2: the remainder of the nine digits divided by 31 picks the check character. */
const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/**
 * An artificial Finnish personal identity code: its individual number is from 900–999, which is never given to anybody.
 * Odd numbers are men's, even ones women's.
 */
export function artificialIdentityCode(birthDay: Day, individualNumber: number): string {
  if (!Number.isInteger(individualNumber) || individualNumber < 900 || individualNumber > 999) {
    throw new RangeError(
      `An artificial identity code has an individual number from 900 to 999, not ${individualNumber}.`,
    );
  }
  const [year = '', month = '', date = ''] = isoFromDay(birthDay).split('-');
  const birth = `${date}${month}${year.slice(2)}`;
  const separator = yearOf(birthDay) < 2000 ? '-' : 'A';
  return `${birth}${separator}${individualNumber}${checkCharacters.charAt(Number(`${birth}${individualNumber}`) % 31)}`;
}
