import { describe, expect, it } from 'vitest';
import { called, cellsOf, dimensionOf, tableOf } from '../../testing/small-tables.js';
import { readCatalogue, readRelease, type LoadFile } from './read-release.js';
import { releaseFiles } from './release-files.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const byYear = tableOf([dimensionOf('year', '2024', '2025')], cellsOf(12, '-'));
const others = called(byYear, 'new-students');

function folderOf(...tables: readonly Parameters<typeof releaseFiles>[0][number][]): Map<string, Uint8Array> {
  const files = releaseFiles(tables, { released: '2026-02-02' });
  const folder = new Map(files.tables.map(({ file, text }) => [file, encode(text)]));
  return folder.set('catalogue.json', encode(files.text));
}

const from =
  (folder: ReadonlyMap<string, Uint8Array>): LoadFile =>
  (file) =>
    Promise.resolve(folder.get(file));

describe('a release in a folder', () => {
  it('is read as it was written, in the order of the catalogue', async () => {
    const read = await readRelease(from(folderOf(byYear, others)));
    expect(read.ok && read.tables).toEqual([others, byYear]);
    expect(read.ok && read.hash).toBe(releaseFiles([byYear, others], { released: '2026-02-02' }).hash);
  });

  const whole = folderOf(byYear, others);
  const [first = '', second = ''] = [...whole.keys()].filter((file) => file !== 'catalogue.json');
  const without = (file: string): Map<string, Uint8Array> => {
    const folder = new Map(whole);
    folder.delete(file);
    return folder;
  };
  const changed = (file: string, change: (text: string) => string): Map<string, Uint8Array> =>
    new Map(whole).set(file, encode(change(new TextDecoder().decode(whole.get(file)))));
  const broken = (file: string): string => file.replace(/[0-9a-f]{12}/, '0'.repeat(12));

  it.each([
    ['missing', 'catalogue.json', '', 'a catalogue', 'nothing', without('catalogue.json')],
    [
      'unreadable',
      'catalogue.json',
      '',
      'whole JSON',
      '3 bytes that are no JSON',
      changed('catalogue.json', () => '{"t'),
    ],
    ['unreadable', 'catalogue.json', 'type', '"strapetsi.catalogue"', 'nothing', changed('catalogue.json', () => '{}')],
    ['missing', first, '', /^\d+ bytes$/, 'nothing', without(first)],
    [
      'altered',
      first,
      '',
      /^\d+ bytes of hash [0-9a-f]{64}$/,
      /^\d+ bytes of hash/,
      changed(first, (text) => text.replace('12', '13')),
    ],
    ['altered', first, '', /hash/, /^7 bytes of hash/, changed(first, (text) => text.slice(0, 7))],
    [
      'catalogue-differs',
      'catalogue.json',
      `tables["${second}"].figure`,
      '"students"',
      '"share"',
      changed('catalogue.json', (text) => text.replace('"figure":"students"', '"figure":"share"')),
    ],
    [
      'catalogue-differs',
      'catalogue.json',
      /cells$/,
      /"withheld":1/,
      /"withheld":0/,
      changed('catalogue.json', (text) => text.replace('"withheld":1', '"withheld":0')),
    ],
  ])('says what is wrong: %s in %s', async (code, file, path, expected, found, folder) => {
    const read = await readRelease(from(folder));
    const like = (text: string | RegExp): unknown => (typeof text === 'string' ? text : expect.stringMatching(text));
    expect(read).toEqual({
      ok: false,
      problems: [{ code, file, path: like(path), expected: like(expected), found: like(found) }],
    });
  });

  it('says all that is wrong', async () => {
    const folder = without(first);
    folder.set(second, encode('{}'));
    const read = await readRelease(from(folder));
    expect(read.ok || new Set(read.problems.map(({ code, file }) => `${file} ${code}`))).toEqual(
      new Set([`${first} missing`, `${second} altered`]),
    );
  });

  it('does not follow a catalogue out of its folder', async () => {
    for (const file of [
      '../secret.json',
      'tables/../../secret.json',
      '/etc/passwd',
      'tables/.hidden.json',
      broken('other/a.json'),
    ]) {
      const folder = changed('catalogue.json', (text) => text.replace(first, file));
      const read = await readCatalogue(from(folder));
      expect(read.ok || read.problems[0]).toMatchObject({
        code: 'unreadable',
        expected: 'a file such as tables/NAME.json',
      });
    }
  });

  it('is read anew where another release came while it was read', async () => {
    const [old, now] = [folderOf(byYear, others), folderOf(called(byYear, 'net-students'))];
    let asked = 0;
    const read = await readRelease((file) => {
      asked += 1;
      return Promise.resolve((asked <= 2 ? old : now).get(file));
    });
    // The old catalogue, a table of it, no second table, the new catalogue, its table.
    expect(asked).toBe(5);
    expect(read.ok && read.tables.map(({ indicator }) => indicator.id)).toEqual(['net-students']);
  });
});
