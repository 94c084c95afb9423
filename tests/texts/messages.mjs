import { relative, resolve, sep } from 'node:path';
import { LitLocalizer } from '@lit/localize-tools/lib/index.js';
import { extractMessagesFromProgram } from '@lit/localize-tools/lib/program-analysis.js';
import { parseStringAsTemplateLiteral } from '@lit/localize-tools/lib/typescript.js';

/**
 * A piece of a sentence: text, or a placeholder that stands for one or more expressions and what is between them.
 * @typedef {string | { readonly id: string, readonly code: string }} Piece
 *
 * An English sentence found in the code.
 * @typedef {{ readonly id: string, readonly pieces: readonly Piece[], readonly notes: readonly string[], readonly files: readonly string[] }} Message
 *
 * @typedef {ReturnType<ReturnType<typeof programOf>['getSourceFiles']>[number]} SourceFile
 */

/**
 * The `msg` calls of one package, in the order of its files. Reads the package's own sources only: the tool itself would
 * also follow imports into other packages and list their sentences twice.
 *
 * @param {string} directory the package's folder
 * @returns {{ messages: Message[], errors: string[] }}
 */
export function extractMessages(directory) {
  const program = programOf(directory);
  const sources = resolve(directory, 'src');
  const files = program
    .getSourceFiles()
    .filter(
      ({ fileName }) => resolve(fileName).startsWith(sources + sep) && !/\.(browser-|long-)?test\.ts$/.test(fileName),
    )
    .sort((a, b) => (a.fileName < b.fileName ? -1 : 1));

  /** @type {Map<string, Message>} */
  const messages = new Map();
  /** @type {string[]} */
  const errors = [];

  for (const file of files) {
    const found = extractMessagesFromProgram(oneFileOf(program, file));
    const path = relative(directory, file.fileName);
    for (const error of found.errors) errors.push(faultAt(file, path, error));
    for (const { name, contents, desc, tag } of found.messages) {
      if (tag === 'html') {
        errors.push(`${path}: ${name} is an html template; write the sentence with str, markup stays outside`);
        continue;
      }
      const pieces = contents.map((content) =>
        typeof content === 'string' ? content : { id: String(content.index), code: content.untranslatable },
      );
      const known = messages.get(name);
      if (known !== undefined && plainText(known.pieces) !== plainText(pieces)) {
        errors.push(`${path}: the id ${name} already names another sentence in ${known.files[0] ?? ''}`);
        continue;
      }
      const notes = [...new Set([...(known?.notes ?? []), ...(desc === undefined ? [] : [desc])])].sort();
      messages.set(name, {
        id: name,
        pieces: known?.pieces ?? pieces,
        notes,
        files: [...new Set([...(known?.files ?? []), path])],
      });
    }
  }
  return { messages: [...messages.values()], errors };
}

/** @param {string} directory */
function programOf(directory) {
  return new Analysis(directory).sources;
}

/** The program is made by the tool, which brings its own TypeScript: node kinds have other numbers in another version. */
class Analysis extends LitLocalizer {
  /** @type {LitLocalizer['config']} */
  config;

  /** @param {string} directory */
  constructor(directory) {
    super();
    this.config = {
      baseDir: directory,
      resolve: (path) => resolve(directory, path),
      tsConfig: 'tsconfig.json',
      sourceLocale: /** @type {LitLocalizer['config']['sourceLocale']} */ (/** @type {unknown} */ ('en')),
      targetLocales: [],
      output: { mode: 'runtime', outputDir: '' },
      interchange: { format: 'xliff', xliffDir: '' },
    };
  }

  get sources() {
    return this.program;
  }

  /** The catalogues are made in `catalogue.mjs`. */
  async build() {}
}

/**
 * The analysis asks a program for its files and its checker only; given one file at a time it does not refuse a sentence
 * that two files describe differently.
 *
 * @param {ReturnType<typeof programOf>} program
 * @param {SourceFile} file
 */
function oneFileOf(program, file) {
  return { ...program, getSourceFiles: () => [file] };
}

/**
 * @param {SourceFile} file
 * @param {string} path
 * @param {ReturnType<typeof extractMessagesFromProgram>['errors'][number]} error
 */
function faultAt(file, path, { messageText, start }) {
  const { line } = file.getLineAndCharacterOfPosition(start ?? 0);
  return `${path}:${line + 1}: ${typeof messageText === 'string' ? messageText : messageText.messageText}`;
}

/**
 * For people: `{0}` for a placeholder.
 * @param {readonly Piece[]} pieces
 */
export function plainText(pieces) {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : `{${piece.id}}`)).join('');
}

/**
 * The strings around the expressions inside a placeholder: `${a} ${b}` → ['', ' ', ''].
 * @param {string} code
 * @returns {string[]}
 */
export function stringsInside(code) {
  const template = parseStringAsTemplateLiteral(code);
  if (!('templateSpans' in template)) return [template.text];
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
}
