import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';
import { root } from './examples.js';

/** What the compiler says of a module: where, from 0, and what. */
export interface CompilerMessage {
  readonly line: number;
  readonly text: string;
}

/** The options of the repository, with Node’s types and nothing else that the surroundings could lend. */
function compilerOptions(): ts.CompilerOptions {
  const file = `${root}tsconfig.base.json`;
  const { config } = ts.parseConfigFileTextToJson(file, readFileSync(file, 'utf8')) as {
    readonly config: { readonly compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const ours = { noEmit: true, composite: false, declaration: false, declarationMap: false, types: ['node'] };
  // Examples declare what a reader goes on with.
  return { ...options, ...ours, allowJs: true, checkJs: true, noUnusedLocals: false };
}

/**
 * Type-checks modules that are on no disk, each by itself.
 * @param modules texts by path; imports resolve as from that path
 */
export function checkModules(modules: ReadonlyMap<string, string>): (path: string) => readonly CompilerMessage[] {
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const folders = new Set([...modules.keys()].map((path) => dirname(path)));
  host.getCurrentDirectory = () => root;
  host.fileExists = (path) => modules.has(path) || fileExists.call(host, path);
  host.readFile = (path) => modules.get(path) ?? readFile.call(host, path);
  host.directoryExists = (path) => folders.has(path) || ts.sys.directoryExists(path);
  host.getSourceFile = (path, target, ...rest) => {
    const text = modules.get(path);
    return text === undefined
      ? getSourceFile.call(host, path, target, ...rest)
      : ts.createSourceFile(path, text, target, true);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return (path) => {
    const source = program.getSourceFile(path);
    if (source === undefined) throw new Error(`${path} was not compiled`);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ start = 0, messageText }) => ({
        line: source.getLineAndCharacterOfPosition(start).line,
        text: ts.flattenDiagnosticMessageText(messageText, '\n'),
      }),
    );
  };
}

/** Names that a module uses, whether it declares them or not. */
export function namesIn(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true));
  return names;
}
