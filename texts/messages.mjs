import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import { extractMessagesFromProgram } from '@lit/localize-tools/lib/program-analysis.js';
import { parseStringAsTemplateLiteral } from '@lit/localize-tools/lib/typescript.js';

/**
 * A piece of a sentence: text, or a placeholder that stands for one or more expressions and what is between them.
 * @typedef {string | { readonly id: string, readonly code: string }} Piece
 *
 * An English sentence found in the code.
 * @typedef {{ readonly id: string, readonly pieces: readonly Piece[], readonly notes: readonly string[], readonly file: string }} Message
 */

/**
 * The `msg` calls of one package, in the order of its files. Reads the package's own sources only: the tool itself would
 * also follow imports into other packages and list their sentences twice.
 *
 * @param {string} directory the package's folder
 * @returns {{ messages: Message[], errors: string[] }}
 */
export function extractMessages(directory) {
  const configFile = resolve(directory, 'tsconfig.json');
  const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile));
  const program = ts.createProgram(fileNames, { ...options, noEmit: true });
  const own = new Set(fileNames.filter((name) => !/\.(browser-)?test\.ts$/.test(name)).map((name) => resolve(name)));

  /** @type {Map<string, Message>} */
  const messages = new Map();
  /** @type {string[]} */
  const errors = [];
  const files = program.getSourceFiles().filter(({ fileName }) => own.has(resolve(fileName)));
  files.sort((a, b) => (a.fileName < b.fileName ? -1 : 1));

  for (const file of files) {
    const found = extractMessagesFromProgram(oneFileOf(program, file));
    const path = file.fileName.slice(resolve(directory).length + 1);
    for (const error of found.errors)
      errors.push(`${path}: ${ts.flattenDiagnosticMessageText(error.messageText, ' ')}`);
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
        errors.push(`${path}: the id ${name} already names another sentence in ${known.file}`);
        continue;
      }
      const notes = [...new Set([...(known?.notes ?? []), ...(desc === undefined ? [] : [desc])])].sort();
      messages.set(name, { id: name, pieces: known?.pieces ?? pieces, notes, file: known?.file ?? path });
    }
  }
  return { messages: [...messages.values()], errors };
}

/**
 * The analysis asks a program for its files and its checker only; given one file at a time it does not refuse a sentence
 * that two files describe differently.
 *
 * @param {ts.Program} program
 * @param {ts.SourceFile} file
 * @returns {ts.Program}
 */
function oneFileOf(program, file) {
  return { ...program, getSourceFiles: () => [file] };
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
  if (ts.isNoSubstitutionTemplateLiteral(template)) return [template.text];
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
}
