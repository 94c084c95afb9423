import { readdirSync, readFileSync } from 'node:fs';
import { root, type Example } from './examples.js';

const folder = `${root}packages/components/src/`;

/** What the elements read of a page, by their sources: a folder for each element, its properties, attributes of a table. */
function known(tag: string): ReadonlySet<string> | undefined {
  const name = tag.replace('strapetsi-', '');
  if (!readdirSync(folder).includes(name)) return undefined;
  const source = readFileSync(`${folder}${name}/${name}.component.ts`, 'utf8');
  const properties = /static override readonly properties[^=]* = \{([\s\S]*?)\n {2}\};/.exec(source)?.[1] ?? '';
  const attributes = [...properties.matchAll(/^ {4}(\w+): \{(.*)\}/gm)].flatMap(([, property = '', options = '']) =>
    options.includes('attribute: false') ? [] : [/attribute: '([\w-]+)'/.exec(options)?.[1] ?? property],
  );
  return new Set([...attributes, 'lang', 'id', 'class', 'slot', 'style', 'title']);
}

/**
 * Looks whether the elements of a page and their attributes are ones that there are.
 * @returns how many elements there were
 * @throws with file and line of the documentation
 */
export function checkMarkup({ file, line, code }: Example): number {
  let elements = 0;
  for (const { 1: tag = '', 2: attributes = '', index } of code.matchAll(/<(strapetsi-[\w-]+)([^>]*)>/g)) {
    elements++;
    const at = `${file}:${String(line + code.slice(0, index).split('\n').length - 1)}`;
    const names = known(tag);
    if (names === undefined) throw new Error(`${at}: there is no <${tag}>`);
    for (const [, name = ''] of attributes.matchAll(/([\w-]+)(?:="[^"]*")?/g))
      if (!names.has(name)) throw new Error(`${at}: <${tag}> has no attribute ${name}`);
  }
  const read = readFileSync(`${folder}indicator-chart/page-table.ts`, 'utf8');
  for (const { 1: name = '', index } of code.matchAll(/ (data-[\w-]+)=/g)) {
    const at = `${file}:${String(line + code.slice(0, index).split('\n').length - 1)}`;
    if (!read.includes(`dataset['${name.replace('data-', '')}']`)) throw new Error(`${at}: nothing reads ${name}`);
  }
  return elements;
}
