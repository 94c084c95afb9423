import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../testing/run-command.js';

let table = '';

beforeAll(async () => {
  const { output: sample } = await runCommand(['sample', '--students', '300', '--clean']);
  const { output: aggregate } = await runCommand(
    ['calculate', '-', '--indicator', 'student-years', '--by', 'year', '--from', '2022', '--to', '2023'],
    { input: sample },
  );
  table = (await runCommand(['publish', '-'], { input: aggregate })).output;
});

async function explained(...args: readonly string[]) {
  return await runCommand(['explain', '-', ...args], { input: table });
}

describe('strapetsi explain', () => {
  it('explains the newest figure of a table, in the language asked for', async () => {
    const { exitCode, output } = await explained('--lang', 'fi');
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^Opiskelijavuodet · .* · 2023\n/);
    for (const heading of ['Luku:', 'Mitä jätetään pois:', 'Millä säännöllä:', 'Mistä tiedoista:'])
      expect(output).toContain(heading);
    expect((await explained('--lang', 'sv', '--cell', '2022')).output).toContain('· 2022\n');
  });

  it('says in words what the findings are about', async () => {
    const { output: sample } = await runCommand(['sample', '--students', '300']);
    const asked = ['--indicator', 'students', '--from', '2022', '--to', '2022'];
    const { output: aggregate } = await runCommand(['calculate', '-', ...asked], { input: sample });
    const { output: published } = await runCommand(['publish', '-'], { input: aggregate });
    const { output } = await runCommand(['explain', '-', '--lang', 'fi'], { input: published });
    expect(output).toMatch(/• Opiskeluoikeuden tilat \(period-without-date\): 1–4\n/);
  });

  it('gives the same as JSON', async () => {
    const { output } = await explained('--json', '--lang', 'en');
    expect(JSON.parse(output)).toMatchObject({ title: expect.stringContaining('2023') });
  });

  it('says which members there are, and what is no table', async () => {
    const wrong = await explained('--cell', '1999', '--lang', 'en');
    expect(wrong.exitCode).toBe(2);
    expect(wrong.errors).toContain('no figure for 1999');
    expect(wrong.errors).toContain('year: 2022, 2023');
    expect((await explained('--cell', '2023,a')).errors).toContain('no figure for 2023,a');
    const none = await runCommand(['explain', '-', '--lang', 'en'], { input: '{"type":"x"}' });
    expect(none.exitCode).toBe(2);
    expect(none.errors).toContain('not a published table');
    const text = await runCommand(['explain', '-', '--lang', 'en'], { input: 'no table' });
    expect([text.exitCode, text.errors]).toEqual([
      2,
      expect.stringContaining('Give a file that strapetsi publish wrote'),
    ]);
    const other = await explained('--indicator', 'completion-by-cohort', '--lang', 'en');
    expect(other.errors).toContain('Choose from: student-years');
  });
});
