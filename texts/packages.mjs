import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractMessages } from './messages.mjs';
import { readXliff } from './xliff.mjs';

/** Packages that speak to people. `text` has a handful of words as literals and `indicators` has labels in its data. */
const speaking = ['charts', 'components', 'cli'];
const targetLangs = ['fi', 'sv'];

/**
 * @typedef {import('./messages.mjs').Message} Message
 * @typedef {import('./xliff.mjs').Unit} Unit
 * @typedef {{
 *   readonly lang: string,
 *   readonly xliffFile: string,
 *   readonly xliff: string,
 *   readonly units: readonly Unit[],
 *   readonly catalogueFile: string,
 *   readonly catalogue: string,
 * }} Language
 * @typedef {{
 *   readonly name: string,
 *   readonly messages: readonly Message[],
 *   readonly errors: readonly string[],
 *   readonly languages: readonly Language[],
 * }} Package
 */

/**
 * Every package that speaks, with its sentences in the code and its translation files as they stand.
 * @param {string} [root]
 * @returns {Package[]}
 */
export function readPackages(root = fileURLToPath(new URL('..', import.meta.url))) {
  return speaking.map((name) => {
    const directory = join(root, 'packages', name);
    const { messages, errors } = extractMessages(directory);
    /** @type {string[]} */
    const unreadable = [];
    const languages = targetLangs.map((lang) => {
      const xliffFile = join(directory, 'xliff', `${lang}.xlf`);
      const catalogueFile = join(directory, 'src', 'languages', 'generated', `${lang}.ts`);
      const xliff = existsSync(xliffFile) ? readFileSync(xliffFile, 'utf8') : '';
      /** @type {Unit[]} */
      let units = [];
      try {
        units = xliff === '' ? [] : readXliff(xliff);
      } catch (error) {
        unreadable.push(`${relative(directory, xliffFile)}: ${error instanceof Error ? error.message : String(error)}`);
      }
      const written = existsSync(catalogueFile) ? readFileSync(catalogueFile, 'utf8') : '';
      return { lang, xliffFile, xliff, units, catalogueFile, catalogue: written };
    });
    return { name, messages, errors: [...errors, ...unreadable], languages };
  });
}
