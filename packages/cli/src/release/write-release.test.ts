import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { readRelease } from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { programOf } from '../../testing/child-program.js';
import { filesIn, killAtSteps, numberAt } from '../../testing/kill-at-steps.js';
import { numberedTables, numberIn, writeNumbered } from '../../testing/numbered-release.js';
import { withFolder } from '../../testing/run-command.js';
import { loadFrom } from './release-folder.js';

describe('a release in a folder', () => {
  it('is written with its catalogue, and read as it was', async () => {
    await withFolder(async (at) => {
      const folder = at('new/release');
      const { status, catalogue, hash } = await writeNumbered(folder, 1, 1);
      expect(status).toBe('written');
      const read = await readRelease(loadFrom(folder));
      const byId = new Map(numberedTables(1).map((table) => [table.indicator.id, table]));
      expect(read).toEqual({
        ok: true,
        catalogue,
        hash,
        tables: catalogue.tables.map(({ indicator }) => byId.get(indicator.id)),
      });
      expect(filesIn(folder)).toEqual(
        [
          'catalogue.json',
          `catalogues/2026-02-02.${hash.slice(0, 12)}.json`,
          ...catalogue.tables.map(({ file }) => file),
        ].sort((a, b) => (a < b ? -1 : 1)),
      );
    });
  });

  it('names the one before by its hash, and keeps as many earlier ones whole as is said', async () => {
    await withFolder(async (at) => {
      const releases = [];
      for (const number of [1, 2, 3, 4]) releases.push(await writeNumbered(at('.'), number, 2));
      const [first, second, third, fourth] = releases.map(({ catalogue, hash }) => ({ catalogue, hash }));
      expect(fourth?.catalogue.previous).toBe(third?.hash);
      expect(first?.catalogue).not.toHaveProperty('previous');
      const kept = [second, third, fourth];
      expect(filesIn(at('.')).filter((name) => name.startsWith('tables/'))).toEqual(
        kept.flatMap((one) => one?.catalogue.tables.map(({ file }) => file) ?? []).sort((a, b) => (a < b ? -1 : 1)),
      );
      expect(filesIn(at('catalogues'))).toHaveLength(3);
      expect(releases[3]?.removed).toEqual([
        `catalogues/2026-02-02.${first?.hash.slice(0, 12) ?? ''}.json`,
        ...(first?.catalogue.tables.map(({ file }) => file) ?? []).sort((a, b) => (a < b ? -1 : 1)),
      ]);
      const load = loadFrom(at('.'));
      const name = `catalogues/2026-02-02.${second?.hash.slice(0, 12) ?? ''}.json`;
      const earlier = await readRelease((file) => load(file === 'catalogue.json' ? name : file));
      expect(earlier.ok && numberIn(earlier.tables)).toBe(2);
      await writeNumbered(at('.'), 5, 0);
      expect(filesIn(at('tables'))).toHaveLength(3);
      expect(filesIn(at('catalogues'))).toHaveLength(1);
    });
  });

  it('that is there already is not written again, and the one before it stays', async () => {
    await withFolder(async (at) => {
      await writeNumbered(at('.'), 1, 1);
      const second = await writeNumbered(at('.'), 2, 1);
      const files = filesIn(at('.'));
      const again = await writeNumbered(at('.'), 2, 1);
      expect(again).toEqual({ ...second, status: 'same', removed: [] });
      expect(filesIn(at('.'))).toEqual(files);
      // The tables of the first, again: a third release, with files that are there.
      const third = await writeNumbered(at('.'), 1, 1);
      expect([third.status, third.catalogue.previous]).toEqual(['written', second.hash]);
      expect(await numberAt(at('.'))).toBe(1);
    });
  });

  it('puts right a table that is not as it was released', async () => {
    await withFolder(async (at) => {
      const { catalogue } = await writeNumbered(at('.'), 1, 1);
      const [first, second] = catalogue.tables.map(({ file }) => file);
      writeFileSync(at(first ?? ''), '{}');
      rmSync(at(second ?? ''));
      const read = await readRelease(loadFrom(at('.')));
      expect(read.ok || read.problems.map(({ code }) => code)).toEqual(['altered', 'missing']);
      await writeNumbered(at('.'), 1, 1);
      expect(await numberAt(at('.'))).toBe(1);
    });
  });

  it('removes nothing that it did not write', async () => {
    await withFolder(async (at) => {
      await writeNumbered(at('.'), 1, 0);
      const own = ['index.html', 'tables/readme.txt', 'tables/own.json', 'catalogues/old.json'];
      for (const name of own) writeFileSync(at(name), 'own');
      await writeNumbered(at('.'), 2, 0);
      for (const name of own) expect(readFileSync(at(name), 'utf8')).toBe('own');
    });
  });

  it('is not written over a catalogue that cannot be read, nor into what is no folder', async () => {
    await withFolder(async (at) => {
      await writeNumbered(at('.'), 1, 1);
      writeFileSync(at('catalogue.json'), '{"type":"strapetsi.catalogue"}');
      await expect(writeNumbered(at('.'), 2, 1)).rejects.toMatchObject({
        code: 'release-unreadable',
        message: expect.stringContaining(
          'catalogue.json, schemaVersion: cannot be read (nothing instead of 1).',
        ) as string,
        hint: expect.stringContaining('catalogues') as string,
      });
      expect(existsSync(at('publishing.lock'))).toBe(false);
      writeFileSync(at('file'), '');
      await expect(writeNumbered(at('file'), 2, 1)).rejects.toMatchObject({ code: 'cannot-write' });
    });
  });
});

describe('one writes at a time', () => {
  it('a second one is refused while the first is at it, and nothing of the first is lost', async () => {
    await withFolder(async (at) => {
      const results = await Promise.allSettled([1, 2, 3].map((number) => writeNumbered(at('.'), number, 0)));
      const written = results.flatMap((result, index) => (result.status === 'fulfilled' ? [index + 1] : []));
      expect(written).toHaveLength(1);
      expect(await numberAt(at('.'))).toBe(written[0]);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'release-locked' });
    });
  });

  it(
    'of several programs that begin together, those that are not refused have written',
    { timeout: 60_000 },
    async () => {
      const { path, remove } = await programOf('killed-writer');
      await withFolder(async (at) => {
        await writeNumbered(at('.'), 1, 0);
        const programs = [2, 3, 4, 5].map(async (number) => {
          const program = spawn(process.execPath, [path, at('.'), String(number)], {
            stdio: ['ignore', 'ignore', 'pipe'],
          });
          let errors = '';
          program.stderr.on('data', (text) => (errors += String(text)));
          const [status]: readonly unknown[] = await once(program, 'close');
          if (status !== 0) expect(errors).toContain("code: 'release-locked'");
          return status === 0 ? [number] : [];
        });
        const written = (await Promise.all(programs)).flat();
        expect(written).toContain(await numberAt(at('.')));
        expect(filesIn(at('.')).filter((name) => /part$|lock$/.test(name))).toEqual([]);
      }).finally(remove);
    },
  );

  it('a lock of another machine, or one that says nothing, stays until somebody removes it', async () => {
    for (const content of [`{"process":1,"host":"elsewhere"}\n`, '', `{"process":1}\n`]) {
      await withFolder(async (at) => {
        writeFileSync(at('publishing.lock'), content);
        await expect(writeNumbered(at('.'), 1, 1)).rejects.toMatchObject({ code: 'release-locked' });
        expect(readFileSync(at('publishing.lock'), 'utf8')).toBe(content);
      });
    }
  });

  it('a lock of a program that runs stays; that of one that is gone is taken over', async () => {
    const lockOf = (process: number | undefined): string => `${JSON.stringify({ process, host: hostname() })}\n`;
    await withFolder(async (at) => {
      writeFileSync(at('publishing.lock'), lockOf(process.ppid));
      await expect(writeNumbered(at('.'), 1, 1)).rejects.toMatchObject({ code: 'release-locked' });
      const { pid } = spawnSync(process.execPath, ['-e', '']);
      writeFileSync(at('publishing.lock'), lockOf(pid));
      expect((await writeNumbered(at('.'), 1, 1)).status).toBe('written');
      writeFileSync(at('publishing.lock'), lockOf(process.pid));
      expect((await writeNumbered(at('.'), 2, 1)).status).toBe('written');
      expect(filesIn(at('.')).filter((name) => name.includes('lock'))).toEqual([]);
    });
  });
});

describe('whoever reads while releases are written sees the old one or the new one, whole', () => {
  it.each([
    ['once', 'every file one time, where earlier releases are kept', 50],
    ['anew', 'from the catalogue again, where the files of an earlier one have gone', 0],
  ])('%s: %s', { timeout: 120_000 }, async (way, _, keep) => {
    const { path, remove } = await programOf('release-reader');
    await withFolder(async (at) => {
      await writeNumbered(at('.'), 1, keep);
      const reader = spawn(process.execPath, [path, at('.'), way], { stdio: ['pipe', 'pipe', 'inherit'] });
      let told = '';
      reader.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
      await once(reader.stdout, 'data');
      for (let number = 2; number <= 50; number += 1) await writeNumbered(at('.'), number, keep);
      reader.stdin.end();
      await once(reader, 'close');
      const { reads, releases, wrong } = JSON.parse(told.replace('reading\n', '')) as {
        readonly reads: number;
        readonly releases: number;
        readonly wrong: readonly string[];
      };
      expect(wrong).toEqual([]);
      expect(reads).toBeGreaterThan(10);
      expect(releases).toBeGreaterThan(5);
    }).finally(remove);
  });
});

it(
  'a program that is killed leaves the old release or the new one, and the next one goes on',
  { timeout: 180_000 },
  async () => {
    const { found } = await killAtSteps(4);
    expect(new Set(found)).toEqual(new Set([1, 2]));
  },
);
