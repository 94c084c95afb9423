import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'esbuild';

/** What a strict intranet sends, with Trusted Types; lit's own policy is the only one that may be made. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** A file by its path, or `hold`: the answer never comes. */
export type Files = Readonly<Record<string, string | { readonly hold: true }>>;

export interface ElementSite {
  readonly origin: string;
  /** Paths of requests that a page gave up before they were answered. */
  readonly abandoned: readonly string[];
  close(): Promise<void>;
}

/** Serves the element, built from source with its languages as chunks, and the given files, under a strict CSP. */
export async function serveElement(files: Files): Promise<ElementSite> {
  const folder = await mkdtemp(join(tmpdir(), 'strapetsi-element-'));
  const root = join(import.meta.dirname, '../..');
  await build({
    entryPoints: { element: join(root, 'packages/components/src/indicator-chart/indicator-chart.ts') },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['@strapetsi/source', 'browser', 'production'],
    tsconfig: join(root, 'tsconfig.base.json'),
    outdir: folder,
    logLevel: 'error',
  });

  const abandoned: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const given = files[path];
    response.setHeader('content-security-policy', contentSecurityPolicy);
    if (typeof given === 'object') {
      response.on('close', () => abandoned.push(path));
      return;
    }
    response.setHeader('content-type', types[extname(path)] ?? 'text/plain');
    if (given !== undefined) {
      response.end(given);
      return;
    }
    readFile(join(folder, path)).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');

  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    abandoned,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await rm(folder, { recursive: true });
    },
  };
}
