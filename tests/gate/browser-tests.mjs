/**
 * Runs the browser tests: `npm run test:browser -- [--engine chromium|firefox|webkit]… [file…]`.
 *
 * WebKitGTK needs a driver and a screen; both are started here and ended with the run.
 */
import { parseArgs } from 'node:util';
import { installBrowsers, startWebKitDriver } from './browsers.mjs';
import { bin, run, stopEverything, stopEverythingWhenInterrupted } from './processes.mjs';

const engines = ['chromium', 'firefox', 'webkit'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string', multiple: true } },
});
const chosen = values.engine ?? engines;
const unknown = chosen.filter((engine) => !engines.includes(engine));
if (unknown.length > 0) {
  console.error(`No such engine: ${unknown.join(', ')}. There are ${engines.join(', ')}.`);
  process.exit(2);
}

stopEverythingWhenInterrupted();
if (!(await installBrowsers())) process.exit(1);

try {
  const driver = chosen.includes('webkit') ? await startWebKitDriver() : undefined;
  process.exitCode = await run(bin('wtr'), [], {
    env: {
      ...process.env,
      BROWSER_ENGINES: chosen.join(','),
      ...(driver ? { WEBKIT_DRIVER_PORT: String(driver.port) } : {}),
      ...(positionals.length > 0 ? { BROWSER_TEST_FILES: positionals.join(',') } : {}),
    },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await stopEverything();
}
