import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import ts from 'typescript';
import { withMinifiedTemplates } from './minify-templates.js';

/**
 * Takes `{ desc }` out of `msg(text, { desc })`: it is for translators, who read the source, and would be downloaded by every
 * reader of a page. What is taken out becomes blanks, so that source maps still point to the right line and column. Templates are
 * made smaller on the way: esbuild hands a file to one plugin only.
 */
export const stripDescriptions: Plugin = {
  name: 'strip-descriptions',
  setup(build) {
    build.onLoad({ filter: /packages[\\/][a-z]+[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: withMinifiedTemplates(withoutDescriptions(readFileSync(path, 'utf8'))),
      loader: 'ts',
    }));
  },
};

function withoutDescriptions(source: string): string {
  if (!source.includes('desc:')) return source;
  let text = source;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isMsg(node.expression)) {
      const [message, options] = node.arguments;
      if (message && options && hasOnlyDescription(options)) text = blank(text, message.getEnd(), options.getEnd());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', source, ts.ScriptTarget.ES2022, true));
  return text;
}

const isMsg = (callee: ts.Expression): boolean =>
  (ts.isIdentifier(callee) && callee.text === 'msg') ||
  (ts.isPropertyAccessExpression(callee) && callee.name.text === 'msg');

const hasOnlyDescription = (options: ts.Expression): boolean =>
  ts.isObjectLiteralExpression(options) &&
  options.properties.length === 1 &&
  options.properties.every((each) => each.name?.getText() === 'desc');

const blank = (text: string, from: number, to: number): string =>
  text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to);
