import { createServer } from 'node:http';
import sirv from 'sirv';
import { UserError } from './publish-tables.mjs';

/** What an intranet with strict rules would send. Images are only the page's own mark. */
const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

const portsTried = 50;

/**
 * Serves the folder to this machine only, at the port or at the next free one.
 *
 * @param {string} folder
 * @param {number} port 0 for any free one
 * @returns {Promise<string>} the address, without a slash at the end
 */
export async function serve(folder, port) {
  // Looked up anew for each request: another start may write the same folder while this one serves it.
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Sivua ei löydy. Sidan finns inte.\n');
    });
  });
  const found = await listen(server, port, port === 0 ? 1 : portsTried);
  if (port !== 0 && found !== port) console.log(`Port ${port} is taken: using ${found}.`);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
  return `http://localhost:${found}`;
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {number} tries
 * @returns {Promise<number>}
 */
async function listen(server, port, tries) {
  for (let next = port; next < port + tries && next <= 65_535; next += 1) {
    const error = await new Promise((done) => {
      const failed = (/** @type {NodeJS.ErrnoException} */ reason) => done(reason);
      server.once('error', failed);
      server.listen(next, 'localhost', () => {
        server.off('error', failed);
        done(undefined);
      });
    });
    if (error === undefined) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : next;
    }
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
  }
  throw new UserError(`No free port from ${port} on. Choose another with --port.`);
}
