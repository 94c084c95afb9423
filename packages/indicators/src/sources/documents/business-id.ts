const FORM = /^\d{7}-\d$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2] as const;

/**
 * Whether a text is a business id (Y-tunnus): seven digits, a hyphen and a check digit that makes the sum of the digits, weighted
 * 7 9 10 5 8 4 2 1, divisible by 11.
 */
export function isBusinessId(text: string): boolean {
  if (!FORM.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), Number(text[8]));
  return sum % 11 === 0;
}
