import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { chartKinds } from '@strapetsi/charts';
import { build, type Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Kilobytes of 1000 bytes, gzip at its default level, as most servers send it. */
const limit = 25_000;
const furtherKindLimit = 4_000;

interface Chunk {
  readonly path: string;
  readonly bytes: number;
  readonly gzip: number;
  readonly from: Metafile['outputs'][string];
}

/** The element as it is published, minified, its dynamic imports as chunks of their own. */
async function bundle(): Promise<readonly Chunk[]> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(import.meta.dirname, 'indicator-chart.ts')],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['browser', 'production'],
    legalComments: 'none',
    write: false,
    metafile: true,
    outdir: 'out',
    logLevel: 'silent',
  });
  return outputFiles.map((file) => {
    const path = Object.keys(metafile.outputs).find((each) => file.path.endsWith(each)) ?? file.path;
    const from = metafile.outputs[path];
    if (from === undefined) throw new Error(`${file.path} is not in esbuild's metafile.`);
    return { path, bytes: file.contents.length, gzip: gzipSync(file.contents).length, from };
  });
}

/** The chunks a module brings by static imports, itself included. */
function reached(chunks: readonly Chunk[], start: Chunk): readonly Chunk[] {
  const found = new Set<Chunk>();
  const visit = (chunk: Chunk): void => {
    if (found.has(chunk)) return;
    found.add(chunk);
    for (const { path, kind } of chunk.from.imports) {
      const next = kind === 'import-statement' ? chunks.find((each) => each.path === path) : undefined;
      if (next) visit(next);
    }
  };
  visit(start);
  return [...found];
}

function entryOf(chunks: readonly Chunk[]): Chunk {
  const entry = chunks.find(({ from }) => from.entryPoint?.endsWith('tests/size/indicator-chart.ts'));
  if (!entry) throw new Error('The bundle has no entry.');
  return entry;
}

const onDemandOf = (chunks: readonly Chunk[]): readonly Chunk[] =>
  chunks.filter((chunk) => chunk.from.entryPoint !== undefined && chunk !== entryOf(chunks));

/** Every kind of chart is a chunk that is loaded when a page shows it. */
const kindsOf = (chunks: readonly Chunk[]): readonly Chunk[] =>
  onDemandOf(chunks).filter(({ from }) => /^packages\/charts\/.*\/kinds\/[\w-]+\.[jt]s$/.test(from.entryPoint ?? ''));

const total = (all: Iterable<Chunk>): number => [...new Set(all)].reduce((sum, { gzip }) => sum + gzip, 0);

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

describe('A page with the chart element in one language', () => {
  it('loads at most 25 kB (gzip) for its first chart, whichever kind and language it is', async () => {
    const chunks = await bundle();
    const core = reached(chunks, entryOf(chunks));
    const onDemand = onDemandOf(chunks);
    const kinds = kindsOf(chunks);
    expect(kinds).toHaveLength(chartKinds.length);

    // The words of a failure and the reading of a table written in the page are not for a page that shows a published file.
    const pages = (['fi', 'sv'] as const).flatMap((lang) => {
      const catalogues = onDemand.filter(({ from }) => from.entryPoint?.endsWith(`/languages/${lang}.js`));
      expect(catalogues).toHaveLength(1);
      return kinds.map((kind) => ({
        name: `${/(\w+)\.js$/.exec(kind.from.entryPoint ?? '')?.[1] ?? ''} in ${lang}`,
        gzip: total([...core, ...[...catalogues, kind].flatMap((each) => reached(chunks, each))]),
      }));
    });

    console.log(`core ${kilobytes(total(core))}`, ...pages.map(({ name, gzip }) => `· ${name} ${kilobytes(gzip)}`));
    for (const { from, gzip } of onDemand)
      console.log(`  ${kilobytes(gzip).padStart(9)} on demand ${from.entryPoint ?? ''}`);
    for (const [part, bytes] of partsOf(core)) console.log(`  ${kilobytes(bytes).padStart(9)} minified  ${part}`);

    expect(Math.max(...pages.map(({ gzip }) => gzip))).toBeLessThanOrEqual(limit);
  });

  it('loads at most 4 kB (gzip) for each further kind of chart', async () => {
    const chunks = await bundle();
    const core = reached(chunks, entryOf(chunks));
    for (const kind of kindsOf(chunks)) {
      expect(total(reached(chunks, kind).filter((chunk) => !core.includes(chunk)))).toBeLessThanOrEqual(
        furtherKindLimit,
      );
    }
  });

  it('loads neither a catalogue nor the words of a failure before it needs them', async () => {
    const chunks = await bundle();
    const modules = reached(chunks, entryOf(chunks)).flatMap(({ from }) => Object.keys(from.inputs));
    expect(modules.filter((path) => /languages\/generated\/|problem-text/.test(path))).toEqual([]);
  });
});

/** Minified bytes by package, the heaviest first. */
function partsOf(chunks: readonly Chunk[]): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const [path, { bytesInOutput }] of chunks.flatMap(({ from }) => Object.entries(from.inputs))) {
    const part = /node_modules\/((?:@[^/]+\/)?[^/]+)|(packages\/[^/]+)/.exec(path)?.[0] ?? path;
    sums.set(part, (sums.get(part) ?? 0) + bytesInOutput);
  }
  return [...sums].sort((a, b) => b[1] - a[1]);
}
