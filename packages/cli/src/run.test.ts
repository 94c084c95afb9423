import { describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.js';

describe('strapetsi', () => {
  it('shows its help with examples when it is called with nothing', async () => {
    const { exitCode, output } = await runCommand([]);
    expect(exitCode).toBe(0);
    for (const word of ['sample', 'check', 'calculate', 'publish', 'key', 'strapetsi calculate koski.ndjson.gz']) {
      expect(output).toContain(word);
    }
  });

  it.each([
    ['fi', 'Käyttö:'],
    ['sv', 'Användning:'],
    ['en', 'Usage:'],
  ])('speaks %s when asked to', async (lang, word) => {
    expect((await runCommand(['--lang', lang, 'check', '--help'])).output).toContain(word);
    expect((await runCommand(['check', '--help'], { environment: { LANG: `${lang}_FI.UTF-8` } })).output).toContain(
      word,
    );
  });

  it('speaks Finnish where the environment says nothing that it knows', async () => {
    expect((await runCommand(['--help'], { environment: { LANG: 'C.UTF-8' } })).output).toContain('Käyttö:');
  });

  it('says what it was given and what could be meant, with exit code 2', async () => {
    const command = await runCommand(['smaple']);
    expect(command).toEqual({
      exitCode: 2,
      output: '',
      errors: 'Error: There is no command smaple.\n→ Did you mean sample?\n',
    });
    expect((await runCommand(['sample', '--studens', '5'])).errors).toContain('Did you mean --students?');
    expect((await runCommand(['sample', '--students'])).errors).toContain('--students <N> needs a value');
    expect((await runCommand(['publish'])).errors).toContain('AGGREGATE is missing');
    expect((await runCommand(['calculate', 'x', '--from', '2021', '--to', '2022'])).errors).toContain(
      '--indicator <LIST> must be given',
    );
    expect((await runCommand(['sample', 'extra'])).errors).toContain('more arguments than the command takes');
    expect((await runCommand(['--lang', 'de'])).errors).toContain('Choose from: fi, sv, en.');
  });

  it('says errors as JSON to machines', async () => {
    const { errors } = await runCommand(['check', 'no-such-file.json', '--json']);
    expect(JSON.parse(errors)).toEqual({
      error: {
        code: 'no-such-file',
        message: 'There is no file no-such-file.json.',
        hint: 'Check its name and folder.',
      },
    });
  });
});
