import { keyOf, numbered } from './sentence-key.mjs';

/**
 * @typedef {import('./messages.mjs').Message} Message
 * @typedef {import('./xliff.mjs').Unit} Unit
 */

/**
 * The module that holds a language's sentences: `{2}` stands for the third expression of the English sentence. Pure data, so that
 * a bundler can make it a chunk that shares nothing with the code. Written here and not by `lit-localize build`, which fills holes
 * with English without a word, imports the page singleton, and writes `&lt;` for `<` into sentences that are no HTML.
 *
 * @param {readonly Message[]} messages
 * @param {readonly Unit[]} units
 */
export function catalogue(messages, units) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const lines = [...messages]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((message) => {
      const unit = byId.get(message.id);
      if (unit?.target === undefined || unit.needsReview || unit.retired) return [];
      return [`  ${key(keyOf(message))}: ${quoted(numbered(message.pieces, unit.target))},`];
    });
  return [
    '// Made by `npm run texts` from the XLIFF file of this language. Do not edit.',
    "import type { Templates } from '@strapetsi/text';",
    '',
    lines.length === 0 ? 'export const templates: Templates = {};' : 'export const templates: Templates = {',
    ...(lines.length === 0 ? [] : [...lines, '};']),
    '',
  ].join('\n');
}

/** @param {string} text */
function quoted(text) {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** @param {string} id */
function key(id) {
  return /^[a-z_$][\w$]*$/i.test(id) ? id : quoted(id);
}
