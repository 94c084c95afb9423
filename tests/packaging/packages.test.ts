import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modulesOf, output, packAll, workspaces, type Tarball } from './pack.js';

const place = mkdtempSync(join(tmpdir(), 'strapetsi-packaging-'));
const site = join(place, 'site');
let tarballs: readonly Tarball[] = [];

/** A page's own project: the packages from their tarballs, everything else from the registry, and a compiler. */
beforeAll(async () => {
  tarballs = await packAll(place);
  const packed = Object.fromEntries(tarballs.map(({ name, path }) => [name, `file:${path}`]));
  await output('mkdir', ['-p', site], place);
  writeFileSync(
    join(site, 'package.json'),
    JSON.stringify({ name: 'site', private: true, type: 'module', dependencies: packed, overrides: packed }),
  );
  await output('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'], site);
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

/** The TypeScript blocks of a Markdown file. */
const examplesIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => match[1] ?? '');

describe.each(workspaces)('$json.name as it is published', ({ json }) => {
  const files = () => tarballs.find(({ name }) => name === json.name)?.files ?? [];

  it('has its licence and its description', () => {
    expect(files()).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
  });

  it('has every file that its exports name', () => {
    const named = Object.values(json.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    expect(named.map((path) => path.replace('./', '')).filter((path) => !files().includes(path))).toEqual([]);
  });

  it('has no test and nothing that only builds need', () => {
    expect(files().filter((path) => /test\.|tsbuildinfo|\.xlf$|(^|\/)(tests|node_modules)\//.test(path))).toEqual([]);
  });

  it('has the types of every module, and a source for every map', () => {
    const modules = files().filter((path) => /^dist\/.*\.js$/.test(path));
    expect(modules.length).toBeGreaterThan(0);
    expect(modules.filter((path) => !files().includes(path.replace(/\.js$/, '.d.ts')))).toEqual([]);
    expect(
      modules.map((path) => path.replace(/^dist\/(.*)\.js$/, 'src/$1.ts')).filter((path) => !files().includes(path)),
    ).toEqual([]);
  });

  it('names exact versions of what it needs, each of which it imports or brings for what it imports', () => {
    const needed = Object.entries(json.dependencies ?? {});
    expect(needed.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    const folder = join(site, 'node_modules', json.name);
    const text = files()
      .filter((path) => /^dist\/.*\.(js|d\.ts)$/.test(path))
      .map((path) => readFileSync(join(folder, path), 'utf8'))
      .join('\n');
    const unused = needed.map(([name]) => name).filter((name) => !new RegExp(`["']${name}(/[^"']*)?["']`).test(text));
    // Such as the solver that the audit of the indicators wants beside it.
    const peers = workspaces
      .filter((other) => json.dependencies?.[other.json.name] !== undefined)
      .flatMap((other) => Object.keys(other.json.peerDependencies ?? {}));
    expect(unused.filter((name) => !peers.includes(name))).toEqual([]);
  });
});

describe('In a project of its own', () => {
  it('every module without an element loads in Node, but for the program of a browser’s worker', async () => {
    const modules = workspaces
      .filter(({ json }) => json.name !== '@strapetsi/components')
      .flatMap(modulesOf)
      .filter((name) => name !== '@strapetsi/indicators/worker');
    writeFileSync(
      join(site, 'load.js'),
      modules
        .map(
          (name) =>
            `if (Object.keys(await import('${name}')).length === 0) throw new Error('${name} exports nothing');`,
        )
        .join('\n'),
    );
    await output('node', ['load.js'], site);
  });

  it.each(['nodenext', 'bundler'] as const)(
    'the types and the examples of every README hold, resolved as %s',
    async (resolution) => {
      const examples = workspaces.flatMap(({ folder }) => examplesIn(join(folder, 'README.md')));
      for (const [index, example] of examples.entries()) writeFileSync(join(site, `example-${index}.ts`), example);
      writeFileSync(
        join(site, 'index.ts'),
        workspaces
          .flatMap(modulesOf)
          .map(
            (name, index) =>
              `import * as module${index} from '${name}';\nexport const use${index}: object = module${index};`,
          )
          .join('\n'),
      );
      writeFileSync(
        join(site, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            target: 'es2022',
            lib: ['es2023', 'dom', 'dom.iterable'],
            module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
            moduleResolution: resolution,
            strict: true,
            skipLibCheck: false,
            noEmit: true,
            types: [],
          },
          files: ['index.ts', ...examples.map((_, index) => `example-${index}.ts`)],
        }),
      );
      await output(join(import.meta.dirname, '../../node_modules/.bin/tsc'), ['-p', 'tsconfig.json'], site);
    },
  );

  it('the command is there and explains itself', async () => {
    const command = join(site, 'node_modules/.bin/strapetsi');
    expect(existsSync(command)).toBe(true);
    expect(await output(command, ['--help'], site)).toContain('strapetsi');
  });

  it('the command calculates in workers what it calculates without, byte for byte', async () => {
    const command = join(site, 'node_modules/.bin/strapetsi');
    await output(command, ['sample', '--students', '400', '-o', 'koski.ndjson'], site);
    const indicators = ['student-years', 'qualifications'];
    const span = ['--from', '2021', '--to', '2024', '--as-of', '2026-01-31'];
    const asked = ['koski.ndjson', '--indicator', indicators.join(','), '--by', 'year,school', ...span];
    for (const [folder, workers] of Object.entries({ alone: '0', spread: '2' }))
      await output(command, ['calculate', ...asked, '--workers', workers, '-o', folder], site);
    for (const name of indicators) {
      const [alone, spread] = ['alone', 'spread'].map((folder) =>
        readFileSync(join(site, folder, `${name}.aggregate.json`), 'utf8'),
      );
      expect(JSON.parse(alone ?? '')).toMatchObject({ indicator: { id: name } });
      expect(spread).toBe(alone);
    }
  });
});
