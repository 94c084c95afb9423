import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder } from '../../testing/run-command.js';

describe('strapetsi sample', () => {
  it('writes one document on a line to standard output, and its summary beside it', async () => {
    const { exitCode, output, errors } = await runCommand(['sample', '--students', '20', '--clean']);
    expect(exitCode).toBe(0);
    const lines = output.trimEnd().split('\n');
    expect(lines).toHaveLength(20);
    for (const line of lines) expect(Object.keys(JSON.parse(line) as object)).toEqual(['henkilö', 'opiskeluoikeudet']);
    expect(errors).toMatch(/^Providers: 1\. Documents: 20\. Study rights: \d+\. Flawed documents: 0\.\n$/);
  });

  it('packs a file whose name ends in .gz, with the same text', async () => {
    await withFolder(async (at) => {
      const plain = await runCommand(['sample', '--students', '30']);
      const { output } = await runCommand(['sample', '--students', '30', '-o', at('koski.ndjson.gz')]);
      expect(gunzipSync(readFileSync(at('koski.ndjson.gz'))).toString()).toBe(plain.output);
      expect(output).toContain(at('koski.ndjson.gz'));
    });
  });

  it('writes a file for each provider where the name has a place for the number', async () => {
    await withFolder(async (at) => {
      const run = await runCommand([
        'sample',
        '--students',
        '5',
        '--providers',
        '3',
        '-o',
        at('p/{n}.ndjson'),
        '--json',
      ]);
      expect(readdirSync(dirname(at('p/1.ndjson')))).toEqual(['1.ndjson', '2.ndjson', '3.ndjson']);
      expect(JSON.parse(run.output)).toMatchObject({ providers: 3, documents: 15 });
    });
  });

  it('says what is wrong with its options', async () => {
    const wrong = async (...args: string[]): Promise<string> => (await runCommand(['sample', ...args])).errors;
    expect(await wrong('--students', 'many')).toContain(
      '--students must be a whole number from 1 to 1250000, not "many"',
    );
    expect(await wrong('--from', '2023-02-30')).toContain('--from must be a day such as 2025-01-01, not "2023-02-30"');
    expect(await wrong('--from', '2025-01-01', '--to', '2024-01-01')).toContain('The days are out of order');
  });

  it('says which file cannot be written, and leaves nothing half done', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('file'), '');
      const { exitCode, errors } = await runCommand(['sample', '--students', '1', '-o', at('file/koski.ndjson')]);
      expect(exitCode).toBe(2);
      expect(errors).toContain(`Cannot write ${at('file/koski.ndjson')}: `);
      expect(readdirSync(dirname(at('file')))).toEqual(['file']);
    });
  });
});
