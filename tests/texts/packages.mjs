import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractMessages } from './messages.mjs';
import { readXliff } from './xliff.mjs';

/** Packages that speak to people. `text` has a handful of words as literals and `indicators` has labels in its data. */
const speaking = ['charts', 'components', 'cli'];
const targetLangs = ['fi', 'sv'];

/**
 * Modules that many pages never load, with the name of the catalogue in which their sentences stand by themselves, so that they are
 * not downloaded before they are needed.
 * @type {Readonly<Record<string, { readonly name: string, readonly files: RegExp }>>}
 */
const onDemand = {
  charts: { name: 'more', files: /^src\/(beside|layout|kinds)\/(?!(bar|line)\.ts$)/ },
  components: { name: 'problems', files: /^src\/indicator-chart\/problem-text\.ts$/ },
};

/**
 * @typedef {import('./messages.mjs').Message} Message
 * @typedef {import('./xliff.mjs').Unit} Unit
 * A generated module with the sentences that stand in it, as it should be and as it is.
 * @typedef {{
 *   readonly name: string,
 *   readonly file: string,
 *   readonly messages: readonly Message[],
 *   readonly written: string,
 * }} Catalogue
 * @typedef {{
 *   readonly lang: string,
 *   readonly xliffFile: string,
 *   readonly xliff: string,
 *   readonly units: readonly Unit[],
 *   readonly catalogues: readonly Catalogue[],
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
export function readPackages(root = fileURLToPath(new URL('../..', import.meta.url))) {
  return speaking.map((name) => {
    const directory = join(root, 'packages', name);
    const { messages, errors } = extractMessages(directory);
    /** @type {string[]} */
    const unreadable = [];
    const languages = targetLangs.map((lang) => {
      const xliffFile = join(directory, 'xliff', `${lang}.xlf`);
      const xliff = existsSync(xliffFile) ? readFileSync(xliffFile, 'utf8') : '';
      /** @type {Unit[]} */
      let units = [];
      try {
        units = xliff === '' ? [] : readXliff(xliff);
      } catch (error) {
        unreadable.push(`${relative(directory, xliffFile)}: ${error instanceof Error ? error.message : String(error)}`);
      }
      const catalogues = parts(name, lang, messages).map((part) => {
        const file = join(directory, 'src', 'languages', 'generated', `${part.name}.ts`);
        return { ...part, file, written: existsSync(file) ? readFileSync(file, 'utf8') : '' };
      });
      return { lang, xliffFile, xliff, units, catalogues };
    });
    return { name, messages, errors: [...errors, ...unreadable], languages };
  });
}

/**
 * The sentences of a package by the catalogue they go to. What two catalogues need is in the one that is always there.
 *
 * @param {string} name
 * @param {string} lang
 * @param {readonly Message[]} messages
 */
function parts(name, lang, messages) {
  const late = onDemand[name];
  if (late === undefined) return [{ name: lang, messages }];
  /** @param {Message} message */
  const isLate = ({ files }) => files.every((file) => late.files.test(file));
  return [
    { name: lang, messages: messages.filter((message) => !isLate(message)) },
    { name: `${late.name}-${lang}`, messages: messages.filter(isLate) },
  ];
}
