import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** Groups of processes that are alive because of us. @type {Set<ChildProcess>} */
const alive = new Set();

/**
 * Starts a program as the leader of its own process group, so that it can be ended together with what it started.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options, detached: true });
  alive.add(child);
  child.on('error', () => alive.delete(child));
  child.on('close', () => alive.delete(child));
  return child;
}

/**
 * Ends one program and what it started: a request first, an order three seconds later.
 *
 * @param {ChildProcess} child
 */
export async function stop(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close').catch(() => {});
  signalGroup(child, 'SIGTERM');
  const order = setTimeout(() => signalGroup(child, 'SIGKILL'), 3000);
  await closed;
  clearTimeout(order);
}

/** @param {ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended between the look and the signal.
  }
}

export function stopEverything() {
  return Promise.all([...alive].map(stop));
}

/** An interrupted run leaves no browser behind. */
export function stopEverythingWhenInterrupted() {
  for (const [signal, number] of /** @type {const} */ ([
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ])) {
    process.once(signal, async () => {
      await stopEverything();
      process.exit(128 + number);
    });
  }
}

/**
 * Runs a program to its end with its output on ours.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { minutes?: number }} [options] `minutes` until it is ended by force: 15 unless told
 * @returns {Promise<number>} its exit code; 127 where it could not be started, 128 where a signal ended it, 124 where it ran out of time
 */
export async function run(command, args, { minutes = 15, ...options } = {}) {
  const child = start(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    console.error(`${command} ${args.join(' ')}: not finished in ${minutes} minutes, ended`);
    void stop(child);
  }, minutes * 60_000);
  try {
    const [code] = await once(child, 'close');
    return late ? 124 : (code ?? 128);
  } catch (error) {
    console.error(`${command}: ${error instanceof Error ? error.message : String(error)}`);
    return 127;
  } finally {
    clearTimeout(limit);
  }
}

/** A program of the workspace's own dependencies, never one that `npx` would fetch. @param {string} name */
export const bin = (name) => new URL(`../../node_modules/.bin/${name}`, import.meta.url).pathname;

/** @returns {Promise<number>} a port of the loopback interface that nobody listens on */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The loopback interface gave no port.');
  return address.port;
}
