/**
 * npm start [-- --koski FILE… --as-of DATE --students N --port N --folder FOLDER]
 *
 * Builds the command line and the page from source, makes sample data (or takes one's own documents), calculates, publishes,
 * writes an intranet page in Finnish and in Swedish, and serves it under a strict content security policy.
 */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { build } from './build.mjs';
import { publishTables, UserError } from './publish-tables.mjs';
import { serve } from './serve.mjs';
import { writePages } from './write-pages.mjs';

const help = `Usage: npm start -- [options]

  --koski FILE…    KOSKI documents of your own (JSON or NDJSON, plain or gzip) instead of sample data
  --as-of DATE     the day on which they were exported (default: today)
  --students N     learners in the sample data (default: 9000)
  --port N         where to serve the page (default: 4180, or the next free one)
  --folder FOLDER  where to put what is made (default: .demo)
  --no-serve       make the page, and stop
  --help           show this

Nothing leaves this machine: the page is served to this machine only.`;

const began = performance.now();

async function main() {
  const { values, positionals } = readArguments();
  if (values.help) {
    console.log(help);
    return;
  }
  const folder = resolve(values.folder ?? '.demo');
  const documents = [...(values.koski ?? []), ...(values.koski === undefined ? [] : positionals)];
  const asOf = values['as-of'] ?? (documents.length > 0 ? today() : '2026-10-31');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new UserError(`--as-of must be a day such as 2026-10-31, not "${asOf}".`);
  const port = Number(values.port ?? 4180);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UserError(`--port must be a number from 0 to 65535, not "${values.port}".`);
  }

  await step('Building the command line and the page', () => build(folder));
  const subject = await publishTables({ folder, documents, asOf, students: values.students ?? '9000', step });
  await step('Writing the pages', () => writePages(folder, subject, documents.length === 0));
  if (values['no-serve']) return;
  const address = await serve(resolve(folder, 'site'), port);
  console.log(
    `\nReady in ${seconds(began)}. Open one of these; Ctrl+C stops.\n\n  Suomeksi    ${address}/\n  På svenska  ${address}/sv/\n`,
  );
}

function readArguments() {
  try {
    const read = parseArgs({
      allowPositionals: true,
      options: {
        koski: { type: 'string', multiple: true },
        'as-of': { type: 'string' },
        students: { type: 'string' },
        port: { type: 'string' },
        folder: { type: 'string' },
        'no-serve': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    if (read.positionals.length > 0 && read.values.koski === undefined) {
      throw new UserError(`Did you mean --koski ${read.positionals.join(' ')}?`);
    }
    return read;
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    throw new UserError(`${error.message}\n\n${help}`);
  }
}

/** The day in Finland, where the records are kept. */
function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(new Date());
}

/**
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} work
 */
async function step(what, work) {
  const start = performance.now();
  process.stdout.write(`${what} …`);
  const result = await work();
  process.stdout.write(` ${seconds(start)}\n`);
  return result;
}

/** @param {number} start */
function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

main().catch((/** @type {unknown} */ error) => {
  if (!(error instanceof UserError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 2;
});
