import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's root, with a slash. */
export const root = new URL('../../', import.meta.url).pathname;

/** `notation`: JSON with abbreviations that its page explains; `docs/definitions.md` alone has it, and nobody could run it. */
export type Kind = 'ts' | 'js' | 'sh' | 'html' | 'json' | 'notation' | 'docstring';

/** A piece of code that documentation shows, and where it stands. */
export interface Example {
  /** From the repository's root. */
  readonly file: string;
  /** Line of the file, from 1, on which the code begins. */
  readonly line: number;
  readonly kind: Kind;
  /** Whole lines. */
  readonly code: string;
}

const kinds: Readonly<Record<string, Kind>> = { ts: 'ts', js: 'js', sh: 'sh', html: 'html', json: 'json' };
const NOTATION = 'docs/definitions.md';

/**
 * The fenced blocks of a Markdown file.
 * @throws where a block says no language, or one in which no example is run, and where a block is not closed
 */
export function blocksOf(file: string, text: string): readonly Example[] {
  const examples: Example[] = [];
  let open: { readonly kind: Kind; readonly line: number; readonly lines: string[] } | undefined;
  text.split('\n').forEach((content, at) => {
    const fence = /^\s*(?:```|~~~)(.*)$/.exec(content);
    if (fence === null) {
      open?.lines.push(`${content}\n`);
      return;
    }
    const name = (fence[1] ?? '').trim();
    if (open === undefined) {
      const kind = name === 'jsonc' && file === NOTATION ? 'notation' : kinds[name];
      if (kind === undefined) {
        const known = Object.keys(kinds).join(', ');
        throw new Error(`${file}:${String(at + 1)}: a block of "${name}", where examples are of ${known}`);
      }
      open = { kind, line: at + 2, lines: [] };
    } else {
      examples.push({ file, line: open.line, kind: open.kind, code: open.lines.join('') });
      open = undefined;
    }
  });
  if (open !== undefined) throw new Error(`${file}:${String(open.line - 1)}: a block that does not end`);
  return examples;
}

const comment = /\/\*\*(?:(?!\*\/)[\s\S])*\*\//g;

/** The code under each `@example` of a source's docstrings, up to the next tag or the end of the docstring. */
export function docstringsOf(file: string, text: string): readonly Example[] {
  const examples: Example[] = [];
  for (const { 0: docstring, index } of text.matchAll(comment)) {
    const first = text.slice(0, index).split('\n').length;
    let open: { readonly line: number; readonly lines: string[] } | undefined;
    const close = (): void => {
      if (open !== undefined) examples.push({ file, line: open.line, kind: 'docstring', code: open.lines.join('') });
      open = undefined;
    };
    docstring.split('\n').forEach((content, at) => {
      const inside = content.replace(/^\s*(?:\/\*\*|\*(?!\/)) ?/, '').replace(/\s*\*\/$/, '');
      if (/^@example\s*$/.test(inside)) {
        close();
        open = { line: first + at + 1, lines: [] };
      } else if (inside.startsWith('@example')) {
        throw new Error(`${file}:${String(first + at)}: code begins on the line after @example`);
      } else if (inside.startsWith('@')) close();
      else open?.lines.push(`${inside}\n`);
    });
    close();
  }
  return examples;
}

const packages = readdirSync(join(root, 'packages'))
  .map((name) => `packages/${name}`)
  .sort();

/** The TypeScript files of a package that are no tests, from the repository's root. */
function sourcesOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ts$/.test(path) && !/[.-]test\.ts$|languages\/generated\//.test(path))
    .map((path) => `${folder}/src/${path}`)
    .sort();
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every example that a developer is shown: in the READMEs, in `docs`, and in the docstrings of what the packages export. */
export function allExamples(): readonly Example[] {
  const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  const pages = [
    'README.md',
    ...packages.map((folder) => `${folder}/README.md`),
    ...docs.map((name) => `docs/${name}`),
  ];
  return [
    ...pages.flatMap((file) => blocksOf(file, read(file))),
    ...packages.flatMap(sourcesOf).flatMap((file) => docstringsOf(file, read(file))),
  ];
}
