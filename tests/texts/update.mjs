import { plainText } from './messages.mjs';

/**
 * @typedef {import('./messages.mjs').Message} Message
 * @typedef {import('./messages.mjs').Piece} Piece
 * @typedef {import('./xliff.mjs').Unit} Unit
 */

/** Share of common words from which an old sentence is offered as the draft of a new one. */
const alike = 0.5;

/**
 * The units of an XLIFF file brought up to the code. Translations stay with their sentence; where a sentence was rewritten,
 * the old translation becomes the draft of the most similar new sentence (`needs-review-translation`), and what fits
 * nowhere is kept as retired. Nothing that somebody translated is dropped.
 *
 * @param {readonly Message[]} messages
 * @param {readonly Unit[]} units
 * @returns {Unit[]}
 */
export function update(messages, units) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const inCode = new Set(messages.map(({ id }) => id));
  const orphans = units.filter(({ id, target }) => !inCode.has(id) && target !== undefined && plainText(target) !== '');

  const current = messages.map(({ id, pieces, notes }) => {
    const known = byId.get(id);
    return {
      needsReview: false,
      sameAsEnglish: false,
      ...known,
      id,
      source: pieces,
      ...(known?.target === undefined ? {} : { target: sameNames(known.target, known.source, pieces) }),
      notes,
      retired: false,
    };
  });

  /** @type {Set<string>} */
  const reused = new Set();
  const adopted = current.map((unit) => {
    if (unit.target !== undefined) return unit;
    const draft = mostAlike(
      unit,
      orphans.filter(({ id }) => !reused.has(id)),
    );
    if (draft?.target === undefined) return unit;
    reused.add(draft.id);
    const target = sameNames(draft.target, draft.source, unit.source);
    return { ...unit, target, needsReview: true, was: draft.was ?? plainText(draft.source) };
  });
  const reviewed = adopted.map((unit) => (unit.needsReview ? unit : withoutFormer(unit)));
  const retired = orphans.filter(({ id }) => !reused.has(id)).map((unit) => ({ ...unit, retired: true }));
  return [...reviewed, ...retired];
}

/**
 * @param {Unit} unit
 * @returns {Unit}
 */
function withoutFormer({ was: _, ...unit }) {
  return unit;
}

/**
 * A translation that refers to expressions by their code keeps meaning the same values when the English sentence turns
 * them round; one whose expression was only renamed goes on by position.
 *
 * @param {readonly Piece[]} target
 * @param {readonly Piece[]} before
 * @param {readonly Piece[]} now
 * @returns {readonly Piece[]}
 */
function sameNames(target, before, now) {
  const placeholders = now.filter((piece) => typeof piece !== 'string');
  const codes = placeholders.map(({ code }) => code).sort();
  const formerCodes = before.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.code])).sort();
  const turned = codes.join('\n') === formerCodes.join('\n') && new Set(codes).size === codes.length;
  return target.map((piece) => {
    if (typeof piece === 'string') return piece;
    return placeholders.find(({ id, code }) => (turned ? code === piece.code : id === piece.id)) ?? piece;
  });
}

/**
 * @param {Unit} unit
 * @param {readonly Unit[]} candidates
 */
function mostAlike(unit, candidates) {
  let best;
  let bestShare = alike;
  for (const candidate of candidates) {
    const share = commonWords(plainText(unit.source), plainText(candidate.source));
    if (share >= bestShare) [best, bestShare] = [candidate, share];
  }
  return best;
}

/**
 * Dice's coefficient over words, 0–1.
 * @param {string} a
 * @param {string} b
 */
function commonWords(a, b) {
  const words = (/** @type {string} */ text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [left, right] = [words(a), words(b)];
  const common = [...left].filter((word) => right.has(word)).length;
  return (2 * common) / Math.max(1, left.size + right.size);
}
