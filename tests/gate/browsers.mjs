import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, run, start, stop } from './processes.mjs';

/** What the browser tests and the end-to-end tests run in, as Debian packages it. */
const needed = [
  { package: 'chromium', paths: ['/usr/bin/chromium'] },
  { package: 'firefox-esr', paths: ['/usr/bin/firefox-esr'] },
  { package: 'webkit2gtk-driver', paths: ['/usr/bin/WebKitWebDriver'] },
  { package: 'xvfb', paths: ['/usr/bin/Xvfb'] },
];

const missing = () => needed.filter(({ paths }) => !paths.some((path) => existsSync(path))).map((each) => each.package);

const isDebian = () => existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/**
 * Installs what is missing on Debian as root; elsewhere says what to install.
 *
 * @returns {Promise<boolean>} whether every browser is there
 */
export async function installBrowsers() {
  const absent = missing();
  if (absent.length === 0) return true;
  const install = `apt-get update && apt-get install -y ${absent.join(' ')}`;
  if (!isDebian() || process.getuid?.() !== 0) {
    console.error(`Missing: ${absent.join(', ')}.`);
    console.error(
      isDebian()
        ? `Install as root: ${install}`
        : `The tests run in Chromium, Firefox ESR and WebKitGTK as Debian packages them. On Debian 12 or newer, as root: ${install}`,
    );
    return false;
  }
  console.log(`Installing ${absent.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-qq'], { env })) !== 0) return false;
  if ((await run('apt-get', ['install', '-y', '-qq', '-o', 'DPkg::Lock::Timeout=300', ...absent], { env })) !== 0)
    return false;
  const still = missing();
  if (still.length > 0) console.error(`Installed, but not found where Debian puts them: ${still.join(', ')}.`);
  return still.length === 0;
}

/** Name and version of each browser, for the log. */
export function browserVersions() {
  return ['chromium', 'firefox-esr', 'WebKitWebDriver'].map((name) => {
    try {
      const text = execFileSync(`/usr/bin/${name}`, ['--version'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return text.split('\n')[0]?.trim() ?? name;
    } catch {
      return `${name}: gives no version`;
    }
  });
}

/** The small browser that WebKitWebDriver drives: `/usr/lib/<architecture>/webkit2gtk-4.1/MiniBrowser`. */
export const miniBrowser = () =>
  readdirSync('/usr/lib')
    .flatMap((architecture) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map((folder) => join('/usr/lib', architecture, folder, 'MiniBrowser')),
    )
    .find((path) => existsSync(path));

/**
 * Starts a virtual screen and WebKit's driver, each on a number of its own.
 *
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function startWebKitDriver() {
  const screen = await startScreen();
  const port = await freePort();
  const driver = start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DISPLAY: screen.display, WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const stopBoth = async () => {
    await stop(driver);
    await screen.stop();
  };
  for (let tries = 0; tries < 100; tries += 1) {
    if (driver.exitCode !== null) break;
    if (
      await fetch(`http://127.0.0.1:${port}/status`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return { port, stop: stopBoth };
    await wait(100);
  }
  await stopBoth();
  throw new Error('WebKitWebDriver did not answer within ten seconds.');
}

/** Xvfb picks a free display itself and writes its number to the file descriptor we name. */
async function startScreen() {
  const xvfb = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = xvfb.stdio[3];
  const display = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Xvfb gave no display within ten seconds.')), 10_000);
    numbers?.once('data', (data) => {
      clearTimeout(late);
      resolve(`:${String(data).trim()}`);
    });
    xvfb.once('error', reject);
    xvfb.once('close', () => reject(new Error('Xvfb ended before it gave a display.')));
  });
  return { display: String(display), stop: () => stop(xvfb) };
}
