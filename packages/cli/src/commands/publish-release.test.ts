import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  calculateInMemory,
  factsOf,
  findSlice,
  readRelease,
  studentYears,
  type IndicatorTable,
  type PlainPerson,
  type ReleaseCatalogue,
} from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder } from '../../testing/run-command.js';
import { loadFrom } from '../release/release-folder.js';
import type { ReleaseResult } from './publish-release.js';

/** Students of schools A (so many) and B (so many), present all of 2024 and 2025; those of A that are said left on 1 December 2024. */
function studentsOf(a: number, b: number, leave = 0, provider = 'college'): readonly PlainPerson[] {
  return ['A', 'B'].flatMap((school, at) =>
    Array.from({ length: at === 0 ? a : b }, (_, n) => ({
      key: `${provider} ${school} ${String(n)}`,
      rights: [
        {
          key: `right of ${provider} ${school} ${String(n)}`,
          provider,
          school,
          education: 'wholeQualification' as const,
          julyRule: 'removed' as const,
          periods:
            school === 'A' && n < leave
              ? [
                  { start: '2024-01-01', end: '2024-11-30', state: 'present' as const },
                  { start: '2024-12-01', state: 'resigned' as const },
                ]
              : [{ start: '2024-01-01', state: 'present' as const }],
        },
      ],
    })),
  );
}

const aggregateOf = (
  persons: readonly PlainPerson[],
  by: readonly ('year' | 'school')[] = ['year', 'school'],
): string =>
  JSON.stringify(
    calculateInMemory(factsOf(persons), studentYears, {
      by,
      period: { from: '2024-01-01', to: '2025-12-31' },
      asOf: '2026-01-31',
    }),
  );

const minimum = ['--policy', 'minimum', '--minimum', '5'];

async function publish(...args: readonly string[]) {
  return runCommand(['publish', ...args, ...minimum]);
}

const filesIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: true }).map(String);

describe('strapetsi publish --to', () => {
  it('writes a release in which slices are found by name', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), aggregateOf(studentsOf(10, 8)));
      writeFileSync(at('b.json'), aggregateOf(studentsOf(10, 8), ['year']));
      const { exitCode, output, errors } = await publish(
        at('a.json'),
        at('b.json'),
        '--to',
        at('out'),
        '--released',
        '2026-02-02',
      );
      expect([exitCode, errors]).toEqual([0, '']);
      expect(output).toBe(
        `Release of 2 Feb 2026 written to ${at('out')}. There was no release before.\n` +
          'New tables:\n' +
          '  Student years: Student years | Year, School | 2024–2025\n' +
          '  Student years: Student years | Year | 2024–2025\n',
      );
      const read = await readRelease(loadFrom(at('out')));
      expect(read.ok && read.catalogue.released).toBe('2026-02-02');
      const search = read.ok ? findSlice(read.catalogue, { indicator: 'student-years', by: ['year'] }) : undefined;
      expect(search?.status === 'found' && search.entry.cells).toMatchObject({ value: 2 });
    });
  });

  it('names what is withheld and shown since, and other changes, without a figure', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), aggregateOf(studentsOf(17, 13)));
      await publish(at('a.json'), '--to', at('out'), '--released', '2026-02-02');
      // Of A 4 are left in 2025, and the 13 others have fewer days in 2024; B has one more in both years: three other values.
      writeFileSync(at('a.json'), aggregateOf(studentsOf(17, 14, 13)));
      const { output } = await publish(at('a.json'), '--to', at('out'), '--released', '2026-03-02');
      expect(output).toBe(
        `Release of 2 Mar 2026 written to ${at('out')}. The release before is of 2 Feb 2026.\n` +
          'Changed: Student years: Student years | Year, School | 2024–2025\n' +
          '  Other values: 3.\n' +
          '  Newly withheld: 1\n' +
          '    2025, A: a value → withheld\n',
      );
      writeFileSync(at('a.json'), aggregateOf(studentsOf(17, 14)));
      const again = await publish(at('a.json'), '--to', at('out'), '--released', '2026-04-02', '--json');
      const { changed, ...result } = JSON.parse(again.output) as ReleaseResult;
      expect(changed).toEqual([
        {
          table: 'student-years.years.year.school',
          newlyWithheld: [],
          newlyShown: [{ members: { year: '2025', school: 'A' }, before: 'withheld', after: 'value' }],
          otherwise: [],
          // A in 2024, whose students stay through December.
          values: 1,
          addedCells: 0,
          goneCells: 0,
        },
      ]);
      expect(result).toMatchObject({
        status: 'written',
        released: '2026-04-02',
        previous: '2026-03-02',
        added: [],
        gone: [],
        same: [],
      });
      // What is told must not tell what is withheld: four students.
      expect(output).not.toMatch(/\b4\b/);
    });
  });

  it('says it in Finnish and Swedish', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), aggregateOf(studentsOf(17, 13)));
      await publish(at('a.json'), '--to', at('out'), '--released', '2026-02-02');
      writeFileSync(at('a.json'), aggregateOf(studentsOf(17, 13, 13)));
      const args = ['publish', at('a.json'), '--to', at('out'), '--released', '2026-03-02', '--dry-run', ...minimum];
      const finnish = (await runCommand([...args, '--lang', 'fi'])).output;
      expect(finnish).toContain('Julkaisu 2.3.2026');
      expect(finnish).toContain('2025, A: arvo → ei näytetä');
      const swedish = (await runCommand([...args, '--lang', 'sv'])).output;
      expect(swedish).toContain('2025, A: ett värde → visas inte');
    });
  });

  it('with --dry-run says what it would change, and changes nothing', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), aggregateOf(studentsOf(10, 8)));
      const first = await publish(at('a.json'), '--to', at('out'), '--dry-run', '--released', '2026-02-02');
      expect(first.output).toContain(`Release of 2 Feb 2026 for ${at('out')}; nothing was written.`);
      expect(filesIn(at('.'))).toEqual(['a.json']);
      await publish(at('a.json'), '--to', at('out'), '--released', '2026-02-02');
      const before = filesIn(at('out')).map((name) => name.startsWith('tables/') || readFileIfAny(at(`out/${name}`)));
      writeFileSync(at('a.json'), aggregateOf(studentsOf(10, 9)));
      const second = await publish(at('a.json'), '--to', at('out'), '--dry-run');
      expect(second.output).toContain('Other values: 2.');
      expect(filesIn(at('out')).map((name) => name.startsWith('tables/') || readFileIfAny(at(`out/${name}`)))).toEqual(
        before,
      );
    });
  });

  it('keeps the release before unless told otherwise, and says when nothing is new', async () => {
    await withFolder(async (at) => {
      for (const [n, keep] of [
        [8, []],
        [9, []],
        [10, []],
        [11, ['--keep', '0']],
      ] as const) {
        writeFileSync(at('a.json'), aggregateOf(studentsOf(10, n)));
        await publish(at('a.json'), '--to', at('out'), '--released', '2026-02-02', ...keep);
        expect(readdirSync(at('out/tables'))).toHaveLength(n === 8 || n === 11 ? 1 : 2);
      }
      const { output } = await publish(at('a.json'), '--to', at('out'), '--released', '2026-02-02');
      expect(output).toContain(`The release of 2 Feb 2026 is in ${at('out')} already; nothing was changed.`);
      expect(output).toContain('Tables without a change: 1.');
    });
  });

  it('goes on where a table of the release before is not as it was released, and says so', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), aggregateOf(studentsOf(10, 8)));
      await publish(at('a.json'), '--to', at('out'), '--released', '2026-02-02');
      const [table = ''] = readdirSync(at('out/tables'));
      writeFileSync(at(`out/tables/${table}`), '{}');
      const { exitCode, output } = await publish(at('a.json'), '--to', at('out'), '--released', '2026-03-02');
      expect(exitCode).toBe(0);
      expect(output).toContain(`  tables/${table}: not as it was released (2 bytes of hash`);
      expect((await readRelease(loadFrom(at('out')))).ok).toBe(true);
    });
  });

  it('says what to do about options that do not go together, a slice twice, and a folder that is no release', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), aggregateOf(studentsOf(10, 8)));
      const errors = async (...args: readonly string[]): Promise<string> =>
        (await publish(at('a.json'), ...args)).errors;
      expect(await errors('--to', at('out'), '-o', at('b.json'))).toContain('--to writes a folder and --out a file');
      expect(await errors('--dry-run')).toContain('--released, --keep and --dry-run go with --to.');
      expect(await errors('--to', at('out'), '--keep', '-1')).toContain('--keep must be a whole number from 0 to 1000');
      expect(await errors('--to', at('out'), '--released', 'today')).toContain('--released must be a day');
      expect(await errors(at('a.json'), '--to', at('out'))).toContain('Two of the aggregates hold the same');
      expect(filesIn(at('.'))).toEqual(['a.json']);
      mkdirSync(at('out'));
      writeFileSync(at('out/catalogue.json'), '[]');
      expect(await errors('--to', at('out'))).toContain('is not the catalogue of a release');
    });
  });
});

function readFileIfAny(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return 'a folder';
  }
}

const target = {
  indicator: 'student-years',
  figure: 'years',
  slice: { school: 'A' },
  period: { from: '2025-01-01', to: '2025-12-31' },
  value: 12,
  source: { fi: 'Strategia 2025' },
  decidedBy: { fi: 'Hallitus' },
};
const targets = (...all: readonly object[]): string =>
  JSON.stringify({
    type: 'strapetsi.targets',
    schemaVersion: 1,
    targets: all,
    events: [{ date: '2025-08-01', text: { fi: 'Uudet tutkinnon perusteet' } }],
  });

describe('strapetsi publish --targets --benchmark', () => {
  it('puts targets, events, a network and statistics beside the figures', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), aggregateOf(studentsOf(10, 8)));
      writeFileSync(at('targets.json'), targets(target));
      // Our 18 and 30 of another provider, of whom 6 left: 42 × 366 + 6 × 335 = 17,382 days in 2024, 47.6 × 365; in 2025 42 are left.
      const network = aggregateOf([...studentsOf(10, 8), ...studentsOf(20, 10, 6, 'other')], ['year']);
      writeFileSync(at('network.json'), network);
      await publish(at('network.json'), '--to', at('network'), '--released', '2026-02-02');
      writeFileSync(at('national.json'), JSON.stringify(nationalDescription));
      writeFileSync(at('12bk.json'), JSON.stringify(national));
      const { exitCode, errors } = await publish(
        at('a.json'),
        '-o',
        at('table.json'),
        '--targets',
        at('targets.json'),
        '--benchmark',
        at('network/catalogue.json'),
        at('national.json'),
      );
      expect([exitCode, errors]).toEqual([0, '']);
      const table = JSON.parse(readFileSync(at('table.json'), 'utf8')) as IndicatorTable;
      expect(table.targets).toEqual([
        // 2024: A and B, 2025: A and B.
        // Of student years neither more nor less is better.
        { cell: 2, value: 12, source: target.source, decidedBy: target.decidedBy },
      ]);
      expect(table.annotations).toEqual([{ date: '2025-08-01', text: { fi: 'Uudet tutkinnon perusteet' } }]);
      expect(
        table.benchmarks?.map(({ id, cells }) => [id, cells.map((cell) => cell.status === 'value' && cell.value)]),
      ).toEqual([
        ['network', [47.6, 47.6, 42, 42]],
        ['national', [130000, 130000, 140000, 140000]],
      ]);
    });
  });

  it('tells what belongs to no figure, and publishes all the same', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), aggregateOf(studentsOf(10, 8)));
      writeFileSync(at('targets.json'), targets(target, { ...target, slice: { school: 'C' } }));
      const args = [at('a.json'), '--to', at('out'), '--targets', at('targets.json')];
      const { exitCode, output } = await publish(...args);
      expect(exitCode).toBe(1);
      expect(output).toContain(
        'Not put beside any figure:\n  targets: targets[1].slice.school: The cut does not have this member. Found: C; there is: A | B.\n',
      );
      const catalogue = JSON.parse(readFileSync(at('out/catalogue.json'), 'utf8')) as ReleaseCatalogue;
      expect(catalogue.tables).toHaveLength(1);
      const json = await publish(...args, '--json');
      expect((JSON.parse(json.output) as ReleaseResult).problems).toMatchObject([
        { code: 'no-member', path: 'targets[1].slice.school' },
      ]);
      const file = await publish(at('a.json'), '-o', at('table.json'), '--targets', at('targets.json'));
      expect([file.exitCode, file.output]).toEqual([1, expect.stringContaining('The cut does not have this member.')]);
    });
  });

  it('says where a file is wrong', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), aggregateOf(studentsOf(10, 8)));
      writeFileSync(at('targets.json'), targets({ ...target, value: '75 %' }));
      writeFileSync(at('national.json'), JSON.stringify({ ...nationalDescription, figure: 1 }));
      writeFileSync(at('12bk.json'), JSON.stringify(national));
      const errors = async (...args: readonly string[]): Promise<string> =>
        (await publish(at('a.json'), ...args)).errors;
      expect(await errors('--targets', at('targets.json'))).toContain(
        `${at('targets.json')} is not what it should be: at targets[0].value expected number, found "75 %".`,
      );
      expect(await errors('--benchmark', at('national.json'))).toContain('at figure expected string, found 1.');
      expect(await errors('--benchmark', at('12bk.json'))).toContain(
        'at type expected "strapetsi.benchmark", "strapetsi.catalogue"',
      );
      expect(await errors('--benchmark', at('a.json'))).toContain('found "strapetsi.aggregate"');
      expect(await errors('--benchmark', at('none.json'))).toContain('There is no file');
      mkdirSync(at('network'));
      writeFileSync(at('network/catalogue.json'), '{"type":"strapetsi.catalogue"}');
      expect(await errors('--benchmark', at('network/catalogue.json'))).toContain(
        'is not whole: catalogue.json, schemaVersion',
      );
    });
  });
});

const nationalDescription = {
  type: 'strapetsi.benchmark',
  schemaVersion: 1,
  id: 'national',
  files: { fi: '12bk.json' },
  indicator: 'student-years',
  figure: 'years',
  mapping: { dimensions: { year: { to: 'vuosi', members: 'same' }, school: 'any' } },
};
const national = {
  version: '2.0',
  class: 'dataset',
  label: 'Opiskelijavuodet',
  source: 'Tilasto',
  id: ['vuosi'],
  size: [2],
  dimension: { vuosi: { label: 'Vuosi', category: { index: ['2024', '2025'] } } },
  value: [130000, 140000],
};
