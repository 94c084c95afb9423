import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder } from '../../testing/run-command.js';
import type { CodesUpdate } from './codes.js';

const element = (set: string, code: string, fi: string, sv?: string, rest: object = {}) => ({
  koodiUri: `${set}_${code.toLowerCase()}`,
  koodiArvo: code,
  versio: 1,
  metadata: [{ kieli: 'FI', nimi: fi }, ...(sv === undefined ? [] : [{ kieli: 'SV', nimi: sv }])],
  ...rest,
});

const funding = [
  element('opintojenrahoitus', '1', 'Valtionosuusrahoitteinen koulutus', 'Statsandelsfinansierad utbildning'),
  element('opintojenrahoitus', '16', 'Lukuvuosimaksu', 'Lukuvuosimaksu'),
];
const later = [
  element('opintojenrahoitus', '1', 'Valtionosuusrahoitus', 'Statsandelsfinansierad utbildning'),
  element('opintojenrahoitus', '17', 'Tilauskoulutus', 'Uppdragsutbildning'),
];

const OID = '1.2.246.562.10';
const organisations = {
  organisaatiot: [
    {
      oid: `${OID}.1`,
      nimi: { fi: 'Koivurannan koulutuskuntayhtymä', sv: 'Björkstrands utbildningssamkommun' },
      organisaatiotyypit: ['organisaatiotyyppi_01'],
      children: [{ oid: `${OID}.2`, nimi: { fi: 'Koivurannan ammattiopisto' }, alkuPvm: '2001-08-01' }],
    },
  ],
};

const write = (file: string, json: unknown) => writeFileSync(file, JSON.stringify(json));

describe('strapetsi codes update', () => {
  it('makes a file of names, and says what is new and what was no name', async () => {
    await withFolder(async (at) => {
      write(at('a.json'), funding);
      const { exitCode, output } = await runCommand(['codes', 'update', at('a.json'), '-o', at('codes.json')]);
      expect(exitCode).toBe(0);
      expect(output).toBe(
        [
          'Codes: 2 = 2 read + 0 refused.',
          '',
          'New codes: 2',
          '  opintojenrahoitus  1   Valtionosuusrahoitteinen koulutus (not in English)',
          '  opintojenrahoitus  16  Lukuvuosimaksu (not in English)',
          '',
          'note name-copied 1',
          '  The name is copied from another language: opintojenrahoitus 16, sv: Lukuvuosimaksu. It has been left out, and the name is shown in its own language with a mark.',
          '',
        ].join('\n'),
      );
      expect(readFileSync(at('codes.json'), 'utf8')).toContain('"16":{"fi":"Lukuvuosimaksu"}');
    });
  });

  it('says what a newer file adds, renames and no longer has, and keeps the name of what is gone', async () => {
    await withFolder(async (at) => {
      write(at('a.json'), funding);
      write(at('b.json'), later);
      await runCommand(['codes', 'update', at('a.json'), '-o', at('codes.json')]);
      const { output, exitCode } = await runCommand([
        'codes',
        'update',
        at('b.json'),
        '-o',
        at('codes.json'),
        '--json',
      ]);
      const { changes, codes, file } = JSON.parse(output) as CodesUpdate;
      expect([exitCode, codes, file]).toEqual([0, { read: 2, taken: 2, refused: 0 }, at('codes.json')]);
      const set = 'opintojenrahoitus';
      expect(changes).toEqual({
        added: [{ set, code: '17', label: { fi: 'Tilauskoulutus', sv: 'Uppdragsutbildning' } }],
        gone: [{ set, code: '16', label: { fi: 'Lukuvuosimaksu' } }],
        renamed: [
          { set, code: '1', lang: 'fi', before: 'Valtionosuusrahoitteinen koulutus', text: 'Valtionosuusrahoitus' },
        ],
        translated: [],
        outdated: [],
      });
      expect((await runCommand(['codes', 'show', '16', '--in', at('codes.json')])).output).toContain('No longer in');
      expect((await runCommand(['codes', 'update', at('b.json'), '-o', at('codes.json')])).output).toContain(
        'Nothing has changed.',
      );
    });
  });

  it('counts nothing as gone where the files hold a part of their sets', async () => {
    await withFolder(async (at) => {
      write(at('a.json'), funding);
      write(at('b.json'), later);
      await runCommand(['codes', 'update', at('a.json'), '-o', at('codes.json')]);
      const { output } = await runCommand(['codes', 'update', at('b.json'), '--part', '-o', at('codes.json')]);
      expect(output).toContain('Renamed: 1');
      expect(output).not.toContain('Gone');
    });
  });

  it('lays names of one’s own over those of the service', async () => {
    await withFolder(async (at) => {
      write(at('a.json'), funding);
      const sets = { opintojenrahoitus: { 16: { sv: 'Läsårsavgift' } } };
      write(at('own.json'), { type: 'strapetsi.code-labels', schemaVersion: 1, sets });
      await runCommand(['codes', 'update', at('a.json'), '-o', at('codes.json')]);
      const { output } = await runCommand(['codes', 'update', at('own.json'), '-o', at('codes.json'), '--lang', 'sv']);
      expect(output).toContain('16  sv  Läsårsavgift');
      expect(readFileSync(at('codes.json'), 'utf8')).toContain('"16":{"fi":"Lukuvuosimaksu","sv":"Läsårsavgift"}');
    });
  });

  it('shows as many codes of a kind as asked for', async () => {
    await withFolder(async (at) => {
      write(at('a.json'), funding);
      const { output } = await runCommand(['codes', 'update', at('a.json'), '-o', at('c.json'), '--examples', '1']);
      expect(output).toContain('New codes: 2\n  opintojenrahoitus  1  Valtionosuusrahoitteinen');
      expect(output).toContain('  … and 1 more');
    });
  });

  it('without a file to write gives the names to standard output, and the rest to standard error', async () => {
    const { output, errors } = await runCommand(['codes', 'update', '-'], { input: JSON.stringify(funding) });
    expect(JSON.parse(output)).toMatchObject({ type: 'strapetsi.code-labels' });
    expect(errors).toContain('Codes: 2');
  });

  it('ends with 1 where something was refused', async () => {
    const input = JSON.stringify([...funding, { a: 1 }]);
    const { exitCode, errors } = await runCommand(['codes', 'update', '-'], { input });
    expect([exitCode, errors.includes('refused not-a-code 1')]).toEqual([1, true]);
  });

  it('ends with 2 where there is nothing to read, and leaves the file of names as it is', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), '[');
      writeFileSync(at('codes.json'), '{}');
      const broken = await runCommand(['codes', 'update', at('a.json')]);
      expect([broken.exitCode, broken.errors]).toEqual([
        2,
        expect.stringContaining('Give the reply of the code service'),
      ]);
      write(at('a.json'), funding);
      const other = await runCommand(['codes', 'update', at('a.json'), '-o', at('codes.json')]);
      expect(other.exitCode).toBe(2);
      expect(other.errors).toContain('at type there should be "strapetsi.code-labels", but there is nothing');
      expect(readFileSync(at('codes.json'), 'utf8')).toBe('{}');
    });
  });

  it('speaks the reader’s language', async () => {
    const { errors } = await runCommand(['codes', 'update', '-', '--lang', 'fi'], { input: JSON.stringify(funding) });
    expect(errors).toContain('Uudet koodit: 2');
    expect(errors).toContain('Valtionosuusrahoitteinen koulutus\n');
  });
});

describe('strapetsi codes show', () => {
  it('says what a code is called, when it is in force and what it belongs to', async () => {
    await withFolder(async (at) => {
      write(at('o.json'), organisations);
      await runCommand(['codes', 'update', at('o.json'), '-o', at('codes.json')]);
      const { output } = await runCommand(['codes', 'show', `${OID}.2`, '--in', at('codes.json'), '--lang', 'sv']);
      expect(output).toContain(`organisation ${OID}.2\n  fi  Koivurannan ammattiopisto\n  sv  (`);
      expect(output).toContain('2001-08-01–');
      expect(output).toContain('Björkstrands utbildningssamkommun');
      const json = await runCommand(['codes', 'show', `${OID}.1`, '--in', at('codes.json'), '--json']);
      expect(JSON.parse(json.output)).toMatchObject([{ set: 'organisation', kind: 'provider' }]);
    });
  });

  it('says of an unknown code and of a file that is not there what to do', async () => {
    await withFolder(async (at) => {
      write(at('a.json'), funding);
      await runCommand(['codes', 'update', at('a.json'), '-o', at('codes.json')]);
      const unknown = await runCommand(['codes', 'show', '99', '--in', at('codes.json')]);
      expect([unknown.exitCode, unknown.errors]).toEqual([2, expect.stringContaining('has no code 99')]);
      expect((await runCommand(['codes', 'show', '1', '--in', at('no.json')])).errors).toContain('There is no file');
    });
  });
});
