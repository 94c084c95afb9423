import { stringsInside } from './messages.mjs';

/**
 * @typedef {import('./messages.mjs').Message} Message
 * @typedef {import('./messages.mjs').Piece} Piece
 * @typedef {import('./xliff.mjs').Unit} Unit
 */

/**
 * The module that holds a language's sentences, in the form of lit-localize's runtime mode: `${2}` stands for the third
 * expression of the English sentence. Written here and not by `lit-localize build`, which fills holes with English without
 * a word, imports the page singleton, and writes `&lt;` for `<` into sentences that are no HTML.
 *
 * @param {readonly Message[]} messages
 * @param {readonly Unit[]} units
 */
export function catalogue(messages, units) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  let tagged = false;
  const lines = [...messages]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((message) => {
      const unit = byId.get(message.id);
      if (unit?.target === undefined || unit.needsReview || unit.retired) return [];
      const { text, expressions } = template(message, unit.target);
      tagged ||= expressions;
      return [`  ${key(message.id)}: ${expressions ? `str\`${text}\`` : quoted(text)},`];
    });
  return [
    '// Made by `npm run texts` from the XLIFF file of this language. Do not edit.',
    tagged
      ? "import { str, type Templates } from '@strapetsi/text';"
      : "import type { Templates } from '@strapetsi/text';",
    '',
    lines.length === 0 ? 'export const templates: Templates = {};' : 'export const templates: Templates = {',
    ...(lines.length === 0 ? [] : [...lines, '};']),
    '',
  ].join('\n');
}

/**
 * @param {Message} message
 * @param {readonly Piece[]} target
 */
function template(message, target) {
  /** @type {Map<string, { first: number, strings: string[] }>} */
  const placeholders = new Map();
  let count = 0;
  for (const piece of message.pieces) {
    if (typeof piece === 'string') continue;
    const strings = stringsInside(piece.code);
    placeholders.set(piece.id, { first: count, strings });
    count += strings.length - 1;
  }
  if (count === 0) return { text: target.join(''), expressions: false };
  const text = target.map((piece) => {
    if (typeof piece === 'string') return escaped(piece);
    const { first, strings } = placeholders.get(piece.id) ?? { first: 0, strings: [''] };
    return strings.map((string, index) => (index === 0 ? '' : `\${${first + index - 1}}`) + escaped(string)).join('');
  });
  return { text: text.join(''), expressions: true };
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('$', '\\$').replaceAll('\r', '\\r');
}

/** @param {string} text */
function quoted(text) {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** @param {string} id */
function key(id) {
  return /^[a-z_$][\w$]*$/i.test(id) ? id : quoted(id);
}
