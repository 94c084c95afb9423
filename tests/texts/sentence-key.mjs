import { stringsInside } from './messages.mjs';

/**
 * @typedef {import('./messages.mjs').Piece} Piece
 */

/** How lit-localize names a sentence that has no id of its own. */
const generatedId = /^s[0-9a-f]{16}$/;

/**
 * What a catalogue knows a sentence by: its own id, else a short hash of its English. The hash is that of `sentenceKey` of
 * `@strapetsi/text`, which has to be built before it can be imported from here; a test holds the two together.
 *
 * @param {{ readonly id: string, readonly pieces: readonly Piece[] }} message
 */
export function keyOf({ id, pieces }) {
  if (!generatedId.test(id)) return id;
  const sentence = numbered(pieces, pieces);
  let hash = 0x811c9dc5;
  for (let index = 0; index < sentence.length; index += 1) {
    hash = Math.imul(hash ^ sentence.charCodeAt(index), 0x01000193);
  }
  return `s${(hash >>> 0).toString(36)}`;
}

/**
 * A sentence with `{2}` for the third expression of the English one.
 *
 * @param {readonly Piece[]} english
 * @param {readonly Piece[]} pieces the English itself or its translation
 */
export function numbered(english, pieces) {
  /** @type {Map<string, { first: number, strings: string[] }>} */
  const placeholders = new Map();
  let count = 0;
  for (const piece of english) {
    if (typeof piece === 'string') continue;
    const strings = stringsInside(piece.code);
    placeholders.set(piece.id, { first: count, strings });
    count += strings.length - 1;
  }
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const { first, strings } = placeholders.get(piece.id) ?? { first: 0, strings: [''] };
      return strings.map((string, index) => (index === 0 ? '' : `{${first + index - 1}}`) + string).join('');
    })
    .join('');
}
