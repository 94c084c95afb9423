/** Checks every package as npm would publish it: publint for the layout, attw for the types in each way of resolving. */
import { readdirSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { bin, run } from './processes.mjs';

const packages = new URL('../../packages/', import.meta.url).pathname;
let failed = false;

for (const name of readdirSync(packages).sort()) {
  const directory = `${packages}${name}`;
  const { messages, pkg } = await publint({ pkgDir: directory, strict: true });
  for (const message of messages) console.error(`@strapetsi/${name}: ${formatMessage(message, pkg)}`);
  const code = await run(bin('attw'), [
    '--pack',
    directory,
    '--profile',
    'esm-only',
    '--format',
    'ascii',
    '--quiet',
    '--no-color',
  ]);
  if (code !== 0) {
    await run(bin('attw'), [
      '--pack',
      directory,
      '--profile',
      'esm-only',
      '--format',
      'ascii',
      '--no-color',
      '--no-emoji',
    ]);
  }
  const clean = messages.length === 0 && code === 0;
  console.log(`@strapetsi/${name}: ${clean ? 'clean' : 'NOT clean'}`);
  failed ||= !clean;
}
process.exit(failed ? 1 : 0);
