import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Kilobytes of 1000 bytes, gzip at its default level, as most servers send it. */
const limit = 25_000;

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

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

describe('A page with the chart element in one language', () => {
  it('loads at most 25 kB (gzip), whichever language it is', async () => {
    const chunks = await bundle();
    const entry = chunks.find(({ from }) => from.entryPoint?.endsWith('tests/size/indicator-chart.ts'));
    if (!entry) throw new Error('The bundle has no entry.');
    const core = reached(chunks, entry);
    const total = (all: readonly Chunk[]): number => all.reduce((sum, { gzip }) => sum + gzip, 0);

    const onDemand = chunks.filter((chunk) => chunk.from.entryPoint !== undefined && chunk !== entry);
    const isCatalogue = ({ from }: Pick<Chunk, 'from'>): boolean => /\/(fi|sv)\.[jt]s$/.test(from.entryPoint ?? '');
    // A page that shows a published file loads one kind of chart: the heaviest, where kinds are loaded on demand. The words of
    // a failure and the reading of a table written in the page are not for it.
    const kinds = onDemand.filter(
      ({ from }) => from.entryPoint?.startsWith('packages/charts/') && !isCatalogue({ from }),
    );
    const heaviestKind = kinds.sort((a, b) => b.gzip - a.gzip).slice(0, 1);

    const perLanguage = (['fi', 'sv'] as const).map((lang) => {
      const catalogues = onDemand.filter(({ from }) => from.entryPoint?.match(/\/(fi|sv)\.[jt]s$/)?.[1] === lang);
      const loaded = [...catalogues, ...heaviestKind].flatMap((each) => reached(chunks, each));
      return { lang, catalogues: catalogues.length, gzip: total([...new Set([...core, ...loaded])]) };
    });

    console.log(
      `core ${kilobytes(total(core))}`,
      ...perLanguage.map(({ lang, gzip }) => `· with ${lang} ${kilobytes(gzip)}`),
    );
    for (const { from, gzip } of onDemand)
      console.log(`  ${kilobytes(gzip).padStart(9)} on demand ${from.entryPoint ?? ''}`);
    const heaviest = core
      .flatMap(({ from }) => Object.entries(from.inputs))
      .map(([path, { bytesInOutput }]) => ({
        part: /node_modules\/((?:@[^/]+\/)?[^/]+)|(packages\/[^/]+)/.exec(path)?.[0] ?? path,
        bytesInOutput,
      }))
      .reduce(
        (sums, { part, bytesInOutput }) => sums.set(part, (sums.get(part) ?? 0) + bytesInOutput),
        new Map<string, number>(),
      );
    for (const [part, bytes] of [...heaviest].sort((a, b) => b[1] - a[1]))
      console.log(`  ${kilobytes(bytes).padStart(9)} minified  ${part}`);

    expect(perLanguage.filter(({ catalogues }) => catalogues === 0)).toEqual([]);
    expect(Math.max(...perLanguage.map(({ gzip }) => gzip))).toBeLessThanOrEqual(limit);
  });

  it('does not load a catalogue before an element asks for its language', async () => {
    const chunks = await bundle();
    const entry = chunks.find(({ from }) => from.entryPoint?.endsWith('tests/size/indicator-chart.ts'));
    if (!entry) throw new Error('The bundle has no entry.');
    const modules = reached(chunks, entry).flatMap(({ from }) => Object.keys(from.inputs));
    expect(modules.filter((path) => path.includes('languages/generated/'))).toEqual([]);
  });
});
