import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeenKeys } from './seen.js';

const pseudonym = fc.stringMatching(/^[0-9a-f]{32}$/);

test('it knows what was added and nothing else, also after growing', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(pseudonym, { minLength: 0, maxLength: 50 }),
      fc.uniqueArray(pseudonym),
      (added, others) => {
        const seen = createSeenKeys();
        for (const key of added) seen.add(key);
        for (const key of added) expect(seen.has(key)).toBe(true);
        for (const key of others) expect(seen.has(key)).toBe(added.includes(key));
      },
    ),
  );
  const seen = createSeenKeys();
  const key = (n: number) => (n * 2_654_435_761).toString(16).padStart(16, '0').padEnd(32, '0');
  for (let n = 1; n < 20_000; n += 2) seen.add(key(n));
  for (let n = 1; n < 20_000; n++) expect(seen.has(key(n))).toBe(n % 2 === 1);
});

test('a key that is local to the file is never met again', () => {
  const seen = createSeenKeys();
  seen.add('file:1');
  expect(seen.has('file:1')).toBe(false);
});
