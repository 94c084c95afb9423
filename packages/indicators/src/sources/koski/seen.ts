/** A set of pseudonyms (32 hexadecimal digits, or `file:N`), 12 bytes for each: it is all that grows with the number of persons. */
export interface SeenKeys {
  has(key: string): boolean;
  add(key: string): void;
}

const WORDS = 3;

/** Three words of 32 bits: two different pseudonyms share them once in 10¹⁶ readings of a million persons. */
function wordsOf(key: string, into: Uint32Array): void {
  for (let word = 0; word < WORDS; word++) into[word] = Number.parseInt(key.slice(word * 8, word * 8 + 8), 16);
}

const PSEUDONYM = /^[0-9a-f]{32}$/;

export function createSeenKeys(): SeenKeys {
  let slots = 1024;
  let table = new Uint32Array(slots * WORDS);
  let used = 0;
  const words = new Uint32Array(WORDS);

  /** The slot of `words`, or the empty one where they belong. Three zero words mark an empty slot. */
  function slotOf(within: Uint32Array, count: number): number {
    let slot = (words[0] ?? 0) % count;
    for (;;) {
      const at = slot * WORDS;
      const [a, b, c] = [within[at], within[at + 1], within[at + 2]];
      if (a === 0 && b === 0 && c === 0) return slot;
      if (a === words[0] && b === words[1] && c === words[2]) return slot;
      slot = (slot + 1) % count;
    }
  }

  function grow(): void {
    const before = table;
    slots *= 2;
    table = new Uint32Array(slots * WORDS);
    for (let at = 0; at < before.length; at += WORDS) {
      words.set(before.subarray(at, at + WORDS));
      if (words.some((word) => word !== 0)) table.set(words, slotOf(table, slots) * WORDS);
    }
  }

  return {
    has(key) {
      // A file-local key is made of the record's number and never comes twice.
      if (!PSEUDONYM.test(key)) return false;
      wordsOf(key, words);
      const at = slotOf(table, slots) * WORDS;
      return table[at] !== 0 || table[at + 1] !== 0 || table[at + 2] !== 0;
    },
    add(key) {
      if (!PSEUDONYM.test(key)) return;
      if (used * 2 >= slots) grow();
      wordsOf(key, words);
      table.set(words, slotOf(table, slots) * WORDS);
      used++;
    },
  };
}
