/**
 * Writes `packages/components/custom-elements.json` from the elements' comments and checks that editors and catalogues
 * can follow it: to the module that defines the tag, to the class, to the types.
 */
import { readFileSync } from 'node:fs';
import { validateCem } from '@wc-toolkit/cem-validator';
import { bin, run } from './processes.mjs';

const home = new URL('../../packages/components/', import.meta.url).pathname;

const code = await run(bin('cem'), ['analyze', '--config', '../../custom-elements-manifest.config.mjs', '--quiet'], {
  cwd: home,
});
if (code !== 0) process.exit(code);

const manifest = JSON.parse(readFileSync(`${home}custom-elements.json`, 'utf8'));
/** @type {{ declarations?: { customElement?: boolean, tagName?: string, name: string, summary?: string, members?: { kind: string, privacy?: string, name: string, description?: string, static?: boolean, inheritedFrom?: unknown }[] }[] }[]} */
const modules = manifest.modules;
const elements = modules.flatMap((module) => module.declarations ?? []).filter((each) => each.customElement);

const problems = elements.flatMap((element) => [
  ...(element.tagName ? [] : [`${element.name} has no @customElement tag in its comment or no definition`]),
  ...(element.summary ? [] : [`${element.name} has no @summary`]),
  ...(element.members ?? [])
    .filter(
      (each) =>
        each.kind === 'field' &&
        !each.static &&
        !each.inheritedFrom &&
        !['private', 'protected'].includes(each.privacy ?? ''),
    )
    .filter((each) => !each.description)
    .map((each) => `${element.name}.${each.name}: a public property without a sentence`),
]);
if (elements.length === 0) problems.push('No element was found in packages/components/src.');

process.chdir(home);
try {
  validateCem(manifest, {
    packageJsonPath: './package.json',
    cemFileName: 'custom-elements.json',
    rules: {
      // An ES module without a main entry for CommonJS: `exports` says it all.
      packageJson: { main: 'off', module: 'off', types: 'off' },
    },
  });
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
}

for (const problem of problems) console.error(problem);
console.log(`custom-elements.json: ${elements.map((each) => each.tagName).join(', ') || 'no element'}`);
process.exit(problems.length === 0 ? 0 : 1);
