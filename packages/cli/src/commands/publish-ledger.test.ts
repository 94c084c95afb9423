import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { IndicatorTable, Ledger } from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { aggregateOf, shownCells } from '../../../indicators/testing/tables.js';
import { runCommand, withFolder, type CommandRun } from '../../testing/run-command.js';

/** Students of school A (so many) and B (40) on a day. */
function schools(a: number, asOf = '2025-01-30'): string {
  return JSON.stringify(aggregateOf(['school'], { A: [a, a], B: [40, 40] }, { asOf }));
}

function publish(...args: readonly string[]): Promise<CommandRun> {
  return runCommand(['publish', '--policy', 'minimum', '--minimum', '5', ...args]);
}

function ledgerIn(file: string): Ledger {
  return JSON.parse(readFileSync(file, 'utf8')) as Ledger;
}

describe('strapetsi publish --ledger', () => {
  it('begins a ledger, which only its owner may read', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('january.json'), schools(20));
      const { exitCode, errors } = await publish(at('january.json'), '--ledger', at('ledger'), '-o', at('table.json'));
      expect([exitCode, errors]).toEqual([0, '']);
      expect(ledgerIn(at('ledger')).entries).toHaveLength(1);
      if (process.platform !== 'win32') expect(statSync(at('ledger')).mode & 0o777).toBe(0o600);
    });
  });

  it('withholds what could be subtracted from an earlier release, and says so', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('january.json'), schools(20));
      writeFileSync(at('february.json'), schools(22, '2025-02-27'));
      await publish(at('january.json'), '--ledger', at('ledger'), '-o', at('table.json'));
      const { exitCode, output, errors } = await publish(at('february.json'), '--ledger', at('ledger'));
      expect(exitCode).toBe(0);
      // 22 less 20 are the two who came.
      expect(shownCells(JSON.parse(output) as IndicatorTable)).toEqual({ A: '(–)', B: 40 });
      expect(errors).toContain('by subtracting: 1 cells.');
      expect(ledgerIn(at('ledger')).entries.map(({ tables }) => tables[0]?.table.asOf)).toEqual([
        '2025-01-30',
        '2025-02-27',
      ]);
    });
  });

  it('knows a release that it has already', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('january.json'), schools(20));
      const once = await publish(at('january.json'), '--ledger', at('ledger'));
      const twice = await publish(at('january.json'), '--ledger', at('ledger'));
      expect(twice).toEqual(once);
      expect(ledgerIn(at('ledger')).entries).toHaveLength(1);
    });
  });

  it('is written after a release in a folder, and not for one that is only planned', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('january.json'), schools(20));
      const args = [at('january.json'), '--ledger', at('ledger'), '--to', at('out'), '--released', '2025-01-31'];
      await publish(...args, '--dry-run');
      expect(existsSync(at('ledger'))).toBe(false);
      await publish(...args);
      expect(ledgerIn(at('ledger')).entries[0]?.releasedOn).toBe('2025-01-31');
    });
  });

  it('refuses what is no ledger, with the place, and leaves it as it is', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('january.json'), schools(20));
      const broken = JSON.stringify({ type: 'strapetsi.ledger', schemaVersion: 1, entries: [{}] });
      writeFileSync(at('ledger'), broken);
      const { exitCode, output, errors } = await publish(at('january.json'), '--ledger', at('ledger'));
      expect(exitCode).toBe(2);
      expect(output).toBe('');
      expect(errors).toContain('entries[0].releasedOn');
      expect(readFileSync(at('ledger'), 'utf8')).toBe(broken);
    });
  });

  it('says that a definition has changed since', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('january.json'), schools(20));
      await publish(at('january.json'), '--ledger', at('ledger'));
      const { hash } = ledgerIn(at('ledger')).entries[0]!.tables[0]!.aggregate.indicator;
      writeFileSync(at('ledger'), readFileSync(at('ledger'), 'utf8').replaceAll(hash, 'f'.repeat(hash.length)));
      const { exitCode, errors } = await publish(at('january.json'), '--ledger', at('ledger'));
      expect(exitCode).toBe(2);
      expect(errors).toContain('The ledger has a table of students by another version');
    });
  });
});

describe('strapetsi publish of a table of which much is withheld', () => {
  it('proposes coarser cuts, the one that keeps most first', async () => {
    await withFolder(async (at) => {
      // 3 + 4 of the 107 are in cells of fewer than five, and 100 in one that can be shown.
      const by = { 'A female': [3, 3], 'A male': [4, 4], 'B female': [2, 2], 'B male': [100, 100] } as const;
      writeFileSync(at('a.json'), JSON.stringify(aggregateOf(['school', 'gender'], by)));
      const { errors } = await publish(at('a.json'), '-o', at('table.json'));
      expect(errors).toContain('is withheld. More would be seen:');
      // Without gender A has 7 and B 102: all 109.
      expect(errors).toContain('without Gender (gender): cells with 100% of the persons are shown');
    });
  });
});
