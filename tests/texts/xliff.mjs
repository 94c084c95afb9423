import { DOMParser } from '@xmldom/xmldom';

/**
 * @typedef {import('./messages.mjs').Piece} Piece
 *
 * One sentence of an XLIFF 1.2 file.
 * `needsReview`: the target belongs to an older English sentence, and is not used until a person has looked at it.
 * `sameAsEnglish`: `translate="no"`, the sentence is the same in this language on purpose (a unit, a name).
 * `retired`: no longer in the code; kept until `npm run texts -- --prune`, so that no translation is lost by an edit.
 * @typedef {{
 *   readonly id: string,
 *   readonly source: readonly Piece[],
 *   readonly target?: readonly Piece[],
 *   readonly needsReview: boolean,
 *   readonly sameAsEnglish: boolean,
 *   readonly retired: boolean,
 *   readonly notes: readonly string[],
 *   readonly was?: string,
 * }} Unit
 */

/** The state of XLIFF 1.2 for a translation whose source has changed. */
const needsReview = 'needs-review-translation';
const formerEnglish = 'former-english';

/**
 * @param {string} xml
 * @returns {Unit[]}
 */
export function readXliff(xml) {
  /** @type {string[]} */
  const faults = [];
  const note = (/** @type {unknown} */ fault) => faults.push(String(fault).replace(/\s+/g, ' '));
  const document = new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } }).parseFromString(
    xml,
  );
  if (faults.length > 0) throw new Error(`not well-formed XML: ${faults[0]}`);
  return elements(document, 'trans-unit').map((unit) => {
    const [target] = elements(unit, 'target');
    const notes = elements(unit, 'note');
    const was = notes.find((element) => element.getAttribute('from') === formerEnglish)?.textContent;
    return {
      id: unit.getAttribute('id') ?? '',
      source: pieces(elements(unit, 'source')[0]),
      ...(target === undefined ? {} : { target: pieces(target) }),
      needsReview: target?.getAttribute('state') === needsReview,
      sameAsEnglish: unit.getAttribute('translate') === 'no',
      retired: unit.parentNode?.nodeName === 'group',
      notes: notes
        .filter((element) => element.getAttribute('from') !== formerEnglish)
        .map((element) => element.textContent ?? ''),
      ...(was === undefined || was === null ? {} : { was }),
    };
  });
}

/**
 * @param {string} lang
 * @param {readonly Unit[]} units
 */
export function writeXliff(lang, units) {
  const present = units.filter(({ retired }) => !retired);
  const retired = units.filter((unit) => unit.retired);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `  <file source-language="en" target-language="${lang}" datatype="plaintext" original="src">`,
    '    <body>',
    ...present.flatMap((unit) => writeUnit(unit, '      ')),
    ...(retired.length === 0
      ? []
      : [
          '      <group restype="x-retired">',
          ...retired.flatMap((unit) => writeUnit(unit, '        ')),
          '      </group>',
        ]),
    '    </body>',
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}

/**
 * @param {Unit} unit
 * @param {string} indent
 */
function writeUnit(unit, indent) {
  const state = unit.needsReview ? ` state="${needsReview}"` : '';
  return [
    `${indent}<trans-unit id="${escape(unit.id)}"${unit.sameAsEnglish ? ' translate="no"' : ''}>`,
    `${indent}  <source>${writePieces(unit.source)}</source>`,
    ...(unit.target === undefined ? [] : [`${indent}  <target${state}>${writePieces(unit.target)}</target>`]),
    ...unit.notes.map((text) => `${indent}  <note from="code">${escape(text)}</note>`),
    ...(unit.was === undefined ? [] : [`${indent}  <note from="${formerEnglish}">${escape(unit.was)}</note>`]),
    `${indent}</trans-unit>`,
  ];
}

/** @param {readonly Piece[]} content */
function writePieces(content) {
  return content
    .map((piece) =>
      typeof piece === 'string' ? escape(piece) : `<x id="${piece.id}" equiv-text="${escape(piece.code)}"/>`,
    )
    .join('');
}

/** @param {string} text */
function escape(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\u00a0', '&#160;');
}

/**
 * @param {Document | Element} parent
 * @param {string} name
 * @returns {Element[]}
 */
function elements(parent, name) {
  return Array.from(parent.getElementsByTagName(name));
}

/**
 * @param {Element | undefined} element
 * @returns {Piece[]}
 */
function pieces(element) {
  if (element === undefined) return [];
  return Array.from(element.childNodes).map((node) => {
    if (node.nodeName === 'x' && 'getAttribute' in node) {
      const x = /** @type {Element} */ (node);
      return { id: x.getAttribute('id') ?? '', code: x.getAttribute('equiv-text') ?? '' };
    }
    return node.nodeValue ?? '';
  });
}
