import { esbuildPlugin } from '@web/dev-server-esbuild';
import { buildSync } from 'esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { miniBrowser } from './tests/gate/browsers.mjs';
import { countingReporter } from './tests/gate/browser-test-reporter.mjs';

// `tests/gate/browser-tests.mjs` starts WebKit's driver and hands over its port; see there.
const engines = (process.env['BROWSER_ENGINES'] ?? 'chromium,firefox').split(',');
const webkitPort = Number(process.env['WEBKIT_DRIVER_PORT']);
const chosen = process.env['BROWSER_TEST_FILES'];
const resultFile = process.env['BROWSER_TEST_RESULT'];

const launchers = {
  chromium: () => {
    const launcher = chromeLauncher({
      launchOptions: {
        executablePath: '/usr/bin/chromium',
        headless: true,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
      concurrency: 1,
    });
    launcher.name = 'Chromium';
    return launcher;
  },
  firefox: () => {
    const launcher = chromeLauncher({
      launchOptions: { browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true },
      concurrency: 1,
    });
    launcher.name = 'Firefox';
    return launcher;
  },
  webkit: () =>
    webdriverLauncher({
      hostname: '127.0.0.1',
      port: webkitPort,
      path: '/',
      logLevel: 'error',
      capabilities: /** @type {Parameters<typeof webdriverLauncher>[0]['capabilities']} */ ({
        browserName: 'MiniBrowser',
        // Without it the driver answers "Failed to match capabilities".
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: miniBrowser() ?? '', args: ['--automation'] },
      }),
    }),
};

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: import.meta.dirname,
  files: chosen?.split(',') ?? [
    'packages/components/src/**/*.test.ts',
    'packages/*/src/**/*.browser-test.ts',
    'tests/browser/**/*.test.ts',
  ],
  nodeResolve: { exportConditions: ['@strapetsi/source', 'browser', 'development'] },
  plugins: [
    // The one CommonJS file that yalps asks for, which bundlers of users wrap as this does.
    {
      name: 'heap',
      serve({ path }) {
        if (!path.endsWith('/node_modules/heap/index.js')) return undefined;
        const entry = `${import.meta.dirname}/node_modules/heap/index.js`;
        return buildSync({ entryPoints: [entry], bundle: true, format: 'esm', write: false }).outputFiles[0]?.text;
      },
    },
    // The plugin does not follow `extends`: it gets the file that has the options.
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: `${import.meta.dirname}/tsconfig.base.json` }),
  ],
  browsers: /** @type {import('@web/test-runner').BrowserLauncher[]} */ (
    engines.map((engine) => launchers[/** @type {keyof typeof launchers} */ (engine)]())
  ),
  reporters: [defaultReporter({ reportTestProgress: false }), ...(resultFile ? [countingReporter(resultFile)] : [])],
  // Lit says once a page that it is in development mode, which is what finds mistakes in tests.
  filterBrowserLogs: ({ args }) =>
    !args.some((text) => typeof text === 'string' && text.includes('Lit is in dev mode')),
  concurrency: 1,
  concurrentBrowsers: 1,
  staticLogging: true,
  browserStartTimeout: 120_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  testFramework: { config: { timeout: 20_000 } },
};
