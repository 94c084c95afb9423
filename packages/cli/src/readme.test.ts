import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder } from '../testing/run-command.js';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');

/** The commands of the blocks of code, in their order, without the program's own name. */
const commands = [...readme.matchAll(/^strapetsi (.*)$/gm)].map(([, line = '']) => line.split(' '));

const isFile = (argument: string): boolean => /\.(gz|json|csv)$|\/$|^sample$/.test(argument);

describe('The README of the command line', () => {
  it('lists every command, and no other', async () => {
    const listed = [...readme.matchAll(/^\| `strapetsi (\w+)/gm)].map(([, name]) => name);
    const { output } = await runCommand(['--help']);
    const [section = ''] = (output.split('Commands:\n')[1] ?? '').split('\n\n');
    const all = [...section.matchAll(/^ {2}(\w+) /gm)];
    expect(listed.length).toBeGreaterThan(10);
    expect(new Set(listed)).toEqual(new Set(all.map(([, name]) => name)));
  });

  it('has examples that run one after the other', async () => {
    expect(commands.length).toBeGreaterThan(8);
    await withFolder(async (at) => {
      for (const [name = '', ...given] of commands) {
        const args = given.map((argument) => (isFile(argument) ? at(argument) : argument));
        const { exitCode, errors } = await runCommand([name, ...args]);
        // The sample has flaws, which are found.
        expect([exitCode, errors], `${name} ${given.join(' ')}`).toEqual([name === 'findings' ? 1 : 0, '']);
      }
    });
  });
});
