import { describe, expect, it } from 'vitest';
import { readForesight, type ForesightReading } from './read-foresight.js';

const options = { id: 'own', label: { fi: 'Alueen tarve' }, source: { fi: 'Maakunnan liitto' } };
const read = (text: string): Promise<ForesightReading> => readForesight(text, options);

async function problemsOf(text: string): Promise<unknown> {
  const reading = await read(text);
  return reading.ok ? 'no problem' : reading.problems;
}

describe('a foresight table', () => {
  it('of need in a year, with names and decimal commas', async () => {
    const reading = await read(
      'Koodi;Nimi;Namn;Tarve;Vuosi\n361902;Elintarvikeala;Livsmedel;120;2024\n361902;;;130,5;2025\n',
    );
    expect(reading).toEqual({
      ok: true,
      foresight: {
        ...options,
        kind: 'need',
        needs: [
          { code: '361902', amount: 120, year: 2024, label: { fi: 'Elintarvikeala', sv: 'Livsmedel' } },
          { code: '361902', amount: 130.5, year: 2025 },
        ],
      },
    });
  });

  it('of targets without a year, in Swedish', async () => {
    const reading = await read('Examenskod,Mål\n361902,40\n351301,0\n');
    expect(reading).toMatchObject({
      ok: true,
      foresight: {
        kind: 'target',
        needs: [
          { code: '361902', amount: 40 },
          { code: '351301', amount: 0 },
        ],
      },
    });
  });

  it('with wrong cells is refused, and every one is said by row and column', async () => {
    const text = 'Koodi;Tarve;Vuosi\n361902;sata;2024\n;20;2024\n351301;-5;24\n361101;;2024\n';
    expect(await problemsOf(text)).toEqual([
      { row: 2, column: 'Tarve', expected: 'a number from 0 up, such as 120 or 12,5', found: '"sata"' },
      { row: 3, column: 'Koodi', expected: 'the code of a qualification or field', found: 'an empty cell' },
      { row: 4, column: 'Tarve', expected: 'a number from 0 up, such as 120 or 12,5', found: '"-5"' },
      { row: 4, column: 'Vuosi', expected: 'a year from 1990 to 2100', found: '"24"' },
      { row: 5, column: 'Tarve', expected: 'a number from 0 up, such as 120 or 12,5', found: 'an empty cell' },
    ]);
  });

  it('with a year column has a year in every row', async () => {
    expect(await problemsOf('Code;Need;Year\n361902;10;\n')).toEqual([
      { row: 2, column: 'Year', expected: 'a year from 1990 to 2100', found: 'an empty cell' },
    ]);
  });

  it('names a code once, or once in a year', async () => {
    expect(await problemsOf('Code;Need\na;10\nb;1\na;20\n')).toEqual([
      { row: 4, column: 'Code', expected: 'a code only once', found: '"a", as on row 2' },
    ]);
    expect(await problemsOf('Code;Need;Year\na;10;2024\na;20;2025\na;30;2024\n')).toEqual([
      { row: 4, column: 'Code', expected: 'a code only once in a year', found: '"a", as on row 2' },
    ]);
  });

  it('needs its columns, and says which name comes near', async () => {
    expect(await problemsOf('Koodi;Tarvve\na;10\n')).toMatchObject([{ row: 1, column: 'Tarve', found: 'Tarvve' }]);
    expect(await problemsOf('Alue;Tarve\na;10\n')).toMatchObject([
      { row: 1, column: 'Koodi', found: 'no such column' },
    ]);
    expect(await problemsOf('Koodi;Tarve;Tavoite\na;10;20\n')).toEqual([
      { row: 1, column: 'Tavoite', expected: 'need or target, not both', found: 'Tarve, Tavoite' },
    ]);
    expect(await problemsOf('Koodi;Koodi;Tarve\na;b;10\n')).toEqual([
      { row: 1, column: 'Koodi', expected: 'a column only once', found: 'several' },
    ]);
  });

  it('that is empty, or has no rows, is none', async () => {
    expect(await problemsOf('')).toHaveLength(1);
    expect(await problemsOf('Koodi;Tarve\n')).toHaveLength(1);
  });
});
