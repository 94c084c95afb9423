import * as indicators from '@strapetsi/indicators';
import * as sql from '@strapetsi/indicators/sql';
import * as text from '@strapetsi/text';
import { namesIn } from './compile.js';
import { allExamples, type Example } from './examples.js';

/** Examples that are modules, each with its place as the test calls it. */
export const moduleExamples = (): readonly (readonly [place: string, example: Example])[] =>
  allExamples()
    .filter(({ kind }) => kind === 'ts' || kind === 'js' || kind === 'docstring')
    .map((example) => [`${example.file}:${String(example.line)}`, example]);

interface Exported {
  readonly module: string;
  readonly names: readonly string[];
}

/** What the package that a docstring belongs to exports: a docstring need not import what it stands beside. */
function nearby(file: string): Exported {
  if (file.startsWith('packages/text/')) return { module: '@strapetsi/text', names: Object.keys(text) };
  if (file.startsWith('packages/indicators/src/sql/'))
    return { module: '@strapetsi/indicators/sql', names: Object.keys(sql) };
  return { module: '@strapetsi/indicators', names: Object.keys(indicators) };
}

/** The code of an example with the imports that a docstring leaves out, all on its first line. */
export function wholeModule({ file, kind, code }: Example): string {
  if (kind !== 'docstring') return code;
  const { module, names } = nearby(file);
  const used = namesIn(code);
  const needed = names.filter((name) => used.has(name));
  return needed.length === 0 ? code : `import { ${needed.join(', ')} } from '${module}'; ${code}`;
}
