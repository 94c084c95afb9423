import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder, type CommandRun } from '../../testing/run-command.js';
import type { MapResult } from './map.js';

const mapping = {
  type: 'strapetsi.mapping',
  schemaVersion: 1,
  tables: [
    {
      of: 'rights',
      fields: {
        'right.key': { column: 'Oikeus', prefix: 'primus:' },
        'person.learner': 'Oppija',
        'person.identityCode': 'Hetu',
        'right.school': { column: 'Koulu', labels: { fi: 'Koulun nimi' } },
        'right.education': { value: 'wholeQualification' },
      },
    },
    {
      of: 'periods',
      fields: {
        'right.key': { column: 'Oikeus', prefix: 'primus:' },
        'period.start': 'Alku',
        'period.state': { column: 'Tila', codes: { L: 'present' } },
      },
    },
  ],
};
const rights =
  'Oikeus;Oppija;Hetu;Sukunimi;Koulu;Koulun nimi\n1;1.2.246.562.24.00000000001;010190-999W;Meikäläinen;1.2.246.562.10.2;Turun ammatti-instituutti\n2;1.2.246.562.24.00000000002;;Öhman;1.2.246.562.10.2;\n';
const periods = 'Oikeus;Alku;Tila\n1;1.8.2024;L\n2;1.8.2024;Läsnä\n';

/** Runs `strapetsi map` in a folder with these files. */
async function runMap(files: Readonly<Record<string, unknown>>, ...args: readonly string[]): Promise<CommandRun> {
  let result: CommandRun = { exitCode: -1, output: '', errors: '' };
  await withFolder(async (at) => {
    for (const [name, content] of Object.entries(files))
      writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content));
    result = await runCommand(['map', ...args.map((arg) => (/\.(json|csv)$/.test(arg) ? at(arg) : arg))]);
  });
  return result;
}

async function resultOf(files: Readonly<Record<string, unknown>>, ...args: readonly string[]): Promise<MapResult> {
  return JSON.parse((await runMap(files, ...args, '--json')).output) as MapResult;
}

describe('strapetsi map', () => {
  it('shows rows of the files as they are read, each field with its column, and ends with 0 where nothing is wrong', async () => {
    const { exitCode, output } = await runMap(
      { 'm.json': mapping, 'a.csv': rights, 'b.csv': periods },
      'm.json',
      'a.csv',
      'b.csv',
      '--dry-run',
    );
    expect(output).toMatch(/a\.csv: study rights, 2 rows = 2 read \+ 0 refused/);
    expect(output).toMatch(/b\.csv: periods of study rights, 2 rows = 2 read \+ 0 refused/);
    expect(output).toMatch(/^ {2}right\.key +Oikeus +primus:1 +primus:2$/m);
    expect(output).toMatch(/^ {2}right\.school +Koulu +1\.2\.246\.562\.10\.2 Turun amma… +1\.2\.246\.562\.10\.2$/m);
    expect(output).toMatch(/^ {2}right\.education +always +wholeQualification +wholeQualification$/m);
    expect(output).toMatch(/^ {2}period\.start +Alku +2024-08-01 +2024-08-01$/m);
    expect(output).toContain('Rows: 4 = 4 read + 0 refused.');
    expect(output).toContain('Learners: 2.');
    expect(output).toContain('Nothing to remark.');
    expect(exitCode).toBe(0);
  });

  it('never shows an identity code, a learner number or a column that is not mapped', async () => {
    const files = { 'm.json': mapping, 'a.csv': rights, 'b.csv': periods };
    for (const format of [[], ['--json']]) {
      const { output } = await runMap(files, 'm.json', 'a.csv', 'b.csv', ...format);
      for (const secret of ['010190-999W', '1.2.246.562.24.', 'Meikäläinen', 'Öhman'])
        expect(output).not.toContain(secret);
    }
  });

  it('shows as many rows as asked for, and reads the others all the same', async () => {
    const many = `Oikeus;Alku;Tila\n${Array.from({ length: 30 }, (_, i) => `${(i % 2) + 1};${(i % 28) + 1}.8.2024;L`).join('\n')}\n`;
    const files = { 'm.json': mapping, 'a.csv': rights, 'b.csv': many };
    const shown = async (...args: readonly string[]) => {
      const result = await resultOf(files, 'm.json', 'a.csv', 'b.csv', ...args);
      return 'files' in result ? result.files.map((file) => [file.rows.length, file.summary.read]) : [];
    };
    expect(await shown()).toEqual([
      [2, 2],
      [10, 30],
    ]);
    expect(await shown('--rows', '1')).toEqual([
      [1, 2],
      [1, 30],
    ]);
  });

  it('puts rows beside each other as far as 100 characters go', async () => {
    const { output } = await runMap(
      { 'm.json': mapping, 'a.csv': rights, 'b.csv': periods },
      'm.json',
      'a.csv',
      'b.csv',
      '--rows',
      '2',
    );
    const lines = output.split('\n').filter((line) => /^ {2}(right|period|person)\./.test(line));
    expect(lines.every((line) => line.length <= 100)).toBe(true);
  });

  it('says what could not be read, grouped, with the places of the first, and ends with 1', async () => {
    const faulty =
      'Oikeus;Alku;Tila\n1;1.8.2024;L\n1;1.13.2024;L\n9;1.8.2024;L\n2;1.8.2024;poissa\n2;1.9.2024;poissa\n';
    const { exitCode, output } = await runMap(
      { 'm.json': mapping, 'a.csv': rights, 'b.csv': faulty },
      'm.json',
      'a.csv',
      'b.csv',
      '--examples',
      '1',
    );
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^error +2 +unknown-code$/m);
    expect(output.match(/found poissa, expected present \| holiday/g)).toHaveLength(1);
    expect(output).toMatch(/^refused +1 +right-unknown$/m);
    expect(output).toMatch(/line 3 \(refused\)/);
    expect(output).toMatch(/– not-a-date/);
  });

  it('says every fault of the mapping, where it is, in the reader’s language, and ends with 1', async () => {
    const wrong = { ...mapping, tables: [{ of: 'rights', fields: { 'right.scool': 'Koulu', 'right.start': 5 } }] };
    const { exitCode, output } = await runMap({ 'm.json': wrong }, 'm.json', '--lang', 'sv');
    expect(exitCode).toBe(1);
    expect(output).toContain('tables[0].fields["right.scool"]');
    expect(output).toContain('Namnet är okänt ("right.scool"). Tillåtet: right.school.');
    expect(output).toContain('tables[0].fields["right.start"]');
    expect(await resultOf({ 'm.json': wrong }, 'm.json')).toMatchObject({
      problems: [{ code: 'wrong-value' }, { code: 'unknown-name' }],
    });
  });

  it('checks a mapping alone', async () => {
    const { exitCode, output } = await runMap({ 'm.json': mapping }, 'm.json');
    expect(output).toContain('can be used. Tables: study rights, periods of study rights.');
    expect(exitCode).toBe(0);
  });

  it('says what to do where a file is missing or the mapping is no JSON', async () => {
    expect(await runMap({ 'm.json': mapping }, 'm.json', 'a.csv')).toMatchObject({ exitCode: 2 });
    expect(await runMap({ 'm.json': 'tables:' }, 'm.json')).toMatchObject({ exitCode: 2 });
    expect((await runMap({ 'm.json': mapping }, 'm.json', '--rows', 'x')).errors).toContain('--rows');
  });
});
