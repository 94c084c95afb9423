import type { Aggregate } from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../testing/run-command.js';

/** One study right that is present from 1 March 2025 on, for some days, and then ends. */
function present(days: number, funding: string): string {
  const end = new Date(Date.UTC(2025, 2, 1 + days)).toISOString().slice(0, 10);
  return JSON.stringify({
    henkilö: { oid: `1.2.246.562.24.900100000${funding.padStart(2, '0')}` },
    opiskeluoikeudet: [
      {
        oid: `1.2.246.562.15.900100000${funding.padStart(2, '0')}`,
        oppilaitos: { oid: '1.2.246.562.10.90017100003', nimi: { fi: 'Koulu' } },
        koulutustoimija: { oid: '1.2.246.562.10.90017000001', nimi: { fi: 'Järjestäjä' } },
        tila: {
          opiskeluoikeusjaksot: [
            { alku: '2025-03-01', tila: { koodiarvo: 'lasna' }, opintojenRahoitus: { koodiarvo: funding } },
            { alku: end, tila: { koodiarvo: 'eronnut' } },
          ],
        },
        suoritukset: [
          { koulutusmoduuli: { tunniste: { koodiarvo: '351301' } }, tyyppi: { koodiarvo: 'ammatillinentutkinto' } },
        ],
        tyyppi: { koodiarvo: 'ammatillinenkoulutus' },
      },
    ],
  });
}

/** Days that are powers of two, so that a sum tells which fundings are in it. */
const documents = [present(1, '1'), present(2, '2'), present(4, '9'), present(8, '10'), present(16, '14')].join('\n');

const calculate = ['calculate', '-', '--indicator', 'student-years', '--by', 'year', '--from', '2025', '--to', '2025'];

/** Student days of 2025. */
async function days(...only: readonly string[]): Promise<number> {
  const asked = only.flatMap((each) => ['--only', each]);
  const run = await runCommand([...calculate, '--as-of', '2026-01-31', ...asked], { input: documents });
  expect(run.exitCode, run.errors).toBe(0);
  const { cells } = JSON.parse(run.output) as Aggregate;
  return cells.reduce((sum, cell) => sum + ('amounts' in cell ? (cell.amounts[0] ?? 0) : 0), 0) / 1_000_000;
}

describe('strapetsi calculate --only funding=@SET', () => {
  it('takes the members of a set: basic is 1 and 10, performance 1, 2, 9 and 10, labour market training 2 and 10', async () => {
    expect(await days()).toBe(31);
    expect(await days('funding=@basic')).toBe(1 + 8);
    expect(await days('funding=@performance')).toBe(1 + 2 + 4 + 8);
    expect(await days('funding=@labourMarketTraining')).toBe(2 + 8);
  });

  it('counts a funding of two sets once, and takes single codes beside a set', async () => {
    expect(await days('funding=@basic,@labourMarketTraining')).toBe(1 + 2 + 8);
    expect(await days('funding=@basic,14')).toBe(1 + 8 + 16);
    expect(await days('funding=@basic', 'funding=14')).toBe(1 + 8 + 16);
  });

  it('names the sets where one is not known, and takes a set for funding only', async () => {
    const unknown = await runCommand([...calculate, '--only', 'funding=@vos'], { input: documents });
    expect(unknown.exitCode).toBe(2);
    expect(unknown.errors).toContain('@basic, @performance, @labourMarketTraining');
    const elsewhere = await runCommand([...calculate, '--only', 'gender=@basic'], { input: documents });
    expect(elsewhere.exitCode).toBe(2);
    expect(elsewhere.errors).toContain('--only gender= does not know "@basic"');
  });
});
