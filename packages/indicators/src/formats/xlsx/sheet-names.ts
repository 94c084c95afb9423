import { uniqueNames } from '../unique-names.js';

/** What Excel takes no longer name than, in UTF-16 units. */
const LONGEST = 31;
/** What Excel keeps for itself, whatever its case. */
const RESERVED = /^history$/i;

/** Names of sheets as Excel takes them: 31 characters, without `[ ] : * ? / \`, no apostrophe at an end, each once. */
export function sheetNames(names: readonly string[], otherwise: string): readonly string[] {
  const possible = names.map((name) => {
    const plain = name
      .replace(/[[\]:*?/\\\p{Cc}\p{Cs}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, LONGEST)
      .replace(/^['\s]+|['\s]+$/g, '');
    return plain === '' || RESERVED.test(plain) ? otherwise : plain;
  });
  return uniqueNames(possible, { longest: LONGEST, ignoresCase: true });
}
