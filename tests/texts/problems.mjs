import { catalogue } from './catalogue.mjs';
import { plainText } from './messages.mjs';
import { keyOf } from './sentence-key.mjs';
import { update } from './update.mjs';
import { writeXliff } from './xliff.mjs';

/**
 * @typedef {import('./messages.mjs').Message} Message
 * @typedef {import('./messages.mjs').Piece} Piece
 * @typedef {import('./packages.mjs').Package} Package
 * @typedef {import('./xliff.mjs').Unit} Unit
 */

/**
 * What keeps a package from speaking Finnish and Swedish, one line each.
 *
 * @param {Package} pkg
 * @returns {string[]}
 */
export function problemsOfPackage({ name, messages, errors, languages }) {
  return [
    ...errors.map((error) => `packages/${name}/${error}`),
    ...languages.flatMap(({ lang, units, xliff, catalogues }) => {
      const xliffFile = `packages/${name}/xliff/${lang}.xlf`;
      const found = problemsOf(messages, units).map((problem) => `${xliffFile}: ${problem}`);
      if (found.length === 0 && writeXliff(lang, update(messages, units)) !== xliff) {
        found.push(`${xliffFile}: not as npm run texts writes it; run it`);
      }
      for (const { name: file, messages: own, written } of catalogues) {
        if (catalogue(own, units) === written) continue;
        found.push(`packages/${name}/src/languages/generated/${file}.ts: out of date; run npm run texts`);
      }
      return found;
    }),
  ];
}

/**
 * One English sentence has one translation in all packages, and no two sentences have one key: an element speaks from the merged
 * catalogues of charts and its own, where one of two would silently win.
 *
 * @param {readonly Package[]} packages
 * @returns {string[]}
 */
export function problemsBetween(packages) {
  /** @type {Map<string, { name: string, text: string }>} */
  const first = new Map();
  /** @type {Map<string, string>} */
  const ids = new Map();
  return packages.flatMap(({ name, languages }) =>
    languages.flatMap(({ lang, units }) =>
      units.flatMap(({ id, source, target, retired }) => {
        if (target === undefined || retired) return [];
        const text = plainText(target);
        const key = keyOf({ id, pieces: source });
        const namesake = ids.get(key) ?? id;
        ids.set(key, namesake);
        if (namesake !== id) {
          return [
            `packages/${name}/xliff/${lang}.xlf: ${id} "${plainText(source)}" has the key ${key} of ${namesake}; give one an id`,
          ];
        }
        const other = first.get(`${lang} ${id}`);
        if (other === undefined) first.set(`${lang} ${id}`, { name, text });
        if (other === undefined || other.text === text) return [];
        const elsewhere = `packages/${other.name} has "${other.text}"`;
        return [`packages/${name}/xliff/${lang}.xlf: ${id} "${plainText(source)}": is "${text}", but ${elsewhere}`];
      }),
    ),
  );
}

/**
 * What is wrong with one language of a package, one sentence of report each; empty where every sentence has its translation.
 *
 * @param {readonly Message[]} messages
 * @param {readonly Unit[]} units
 * @returns {string[]}
 */
export function problemsOf(messages, units) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const inCode = new Set(messages.map(({ id }) => id));
  const doubled = units.filter(({ id }, index) => units.findIndex((unit) => unit.id === id) !== index);
  return [
    ...messages.flatMap((message) => {
      const problem = problemOf(message, byId.get(message.id));
      return problem === undefined
        ? []
        : [`${message.id} "${plainText(message.pieces)}" (${message.files[0] ?? ''}): ${problem}`];
    }),
    ...units
      .filter(({ id }) => !inCode.has(id))
      .map(
        ({ id, source }) =>
          `${id} "${plainText(source)}": no longer in the code; if its translation is of no more use, run npm run texts -- --prune`,
      ),
    ...doubled.map(({ id }) => `${id}: stands twice in the file`),
  ];
}

/**
 * @param {Message} message
 * @param {Unit | undefined} unit
 * @returns {string | undefined}
 */
function problemOf(message, unit) {
  if (unit === undefined) return 'not in the file; run npm run texts';
  if (unit.target === undefined) return 'not translated';
  if (unit.needsReview) {
    return `was "${unit.was ?? ''}" when it was translated; correct the target and take its state attribute away`;
  }
  const english = plainText(message.pieces);
  const translation = plainText(unit.target);
  if ([...message.pieces, ...unit.target].some((piece) => typeof piece === 'string' && /\{\d+\}/.test(piece))) {
    return 'has {0} or the like as text, which would be taken for a place to fill in';
  }
  if (translation.trim() === '') return 'the translation is empty';
  if (signature(unit.source) !== signature(message.pieces) || unit.notes.join('\n') !== message.notes.join('\n')) {
    return 'its English sentence or note is out of date; run npm run texts';
  }
  const [expected, found] = [placeholders(message.pieces), placeholders(unit.target)];
  if (expected !== found) return `placeholders differ: expected ${expected || 'none'}, found ${found || 'none'}`;
  const words = /\p{L}/u.test(english.replace(/\{\d+\}/g, ''));
  if (words && translation === english && !unit.sameAsEnglish) {
    return 'the same as the English; if that is meant, set translate="no" on its trans-unit';
  }
  if (unit.sameAsEnglish && translation !== english) return 'marked translate="no" but differs from the English';
  if (/^\s|\s$/.test(translation) !== /^\s|\s$/.test(english)) return 'begins or ends with a space unlike the English';
  return undefined;
}

/** @param {readonly Piece[]} pieces */
function signature(pieces) {
  return JSON.stringify(merged(pieces));
}

/**
 * Text that a parser has cut in two is one text.
 * @param {readonly Piece[]} pieces
 */
function merged(pieces) {
  /** @type {Piece[]} */
  const result = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else if (piece !== '') result.push(piece);
  }
  return result;
}

/** @param {readonly Piece[]} pieces */
function placeholders(pieces) {
  return pieces
    .flatMap((piece) => (typeof piece === 'string' ? [] : [`{${piece.id}} ${piece.code}`]))
    .sort()
    .join(', ');
}
