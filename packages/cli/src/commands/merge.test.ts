import { readFileSync, writeFileSync } from 'node:fs';
import {
  calculateInMemory,
  factsOf,
  studentYears,
  students,
  type Aggregate,
  type Definition,
} from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder } from '../../testing/run-command.js';
import type { MergeResult } from './merge.js';

/** So many students of a provider, present all of 2025. */
function aggregateOf(
  provider: string,
  count: number,
  over: { readonly asOf?: string; readonly by?: readonly 'year'[]; readonly to?: string } = {},
  definition: Definition = studentYears,
): string {
  const persons = Array.from({ length: count }, (_, n) => ({
    key: `${provider} ${String(n)}`,
    rights: [
      {
        key: `right of ${provider} ${String(n)}`,
        provider,
        education: 'wholeQualification' as const,
        julyRule: 'removed' as const,
        periods: [{ start: '2025-01-01', state: 'present' as const }],
      },
    ],
  }));
  const { asOf = '2026-01-31', by = ['year'], to = '2025-12-31' } = over;
  const request = { by, period: { from: '2025-01-01', to }, asOf };
  const aggregate = calculateInMemory(factsOf(persons), definition, request);
  return JSON.stringify({ ...aggregate, providers: [{ id: provider, label: { fi: `Opisto ${provider}` } }] });
}

async function withAggregates(
  aggregates: Readonly<Record<string, string>>,
  work: (at: (name: string) => string) => Promise<void>,
): Promise<void> {
  await withFolder(async (at) => {
    for (const [name, text] of Object.entries(aggregates)) writeFileSync(at(name), text);
    await work(at);
  });
}

const three = { 'p1.json': aggregateOf('p1', 3), 'p2.json': aggregateOf('p2', 4), 'p3.json': aggregateOf('p3', 5) };

describe('strapetsi merge', () => {
  it('joins the aggregates of providers exactly', async () => {
    await withAggregates(three, async (at) => {
      const { exitCode, output, errors } = await runCommand(['merge', at('p*.json'), '-o', at('network.json')]);
      expect([exitCode, errors]).toEqual([0, '']);
      expect(output).toBe('student-years. Providers: 3. Records of 31 Jan 2026.\n');
      const network = JSON.parse(readFileSync(at('network.json'), 'utf8')) as Aggregate;
      // 3 + 4 + 5
      expect(network.cells).toMatchObject([{ key: ['2025'], n: 12 }]);
      const published = await runCommand(['publish', at('network.json')]);
      expect(JSON.parse(published.output)).toMatchObject({ cells: [{ status: 'value', n: { value: 12 } }] });
    });
  });

  it('says who is missing and who was not expected, by name where it is known', async () => {
    await withAggregates(three, async (at) => {
      writeFileSync(at('providers.txt'), '\uFEFF# the network\np1;Eka\r\np2\n\np8, Kahdeksas opisto\np9\n');
      const args = ['merge', at('p1.json'), at('p2.json'), at('p3.json'), '--expected', at('providers.txt')];
      const { exitCode, output, errors } = await runCommand(args);
      expect(exitCode).toBe(1);
      expect((JSON.parse(output) as Aggregate).providers).toHaveLength(3);
      expect(errors).toBe(
        'student-years. Providers: 3. Records of 31 Jan 2026.\n' +
          'Expected and missing: 2\n  Kahdeksas opisto (p8)\n  p9\n' +
          'Not expected: 1\n  Opisto p3 (not in English) (p3)\n',
      );
      const json = await runCommand([...args, '--json', '-o', at('network.json')]);
      expect(JSON.parse(json.output) as MergeResult).toEqual({
        indicator: 'student-years',
        providers: ['p1', 'p2', 'p3'],
        missing: ['p8', 'p9'],
        unexpected: ['p3'],
        asOf: '2026-01-31',
        file: at('network.json'),
      });
    });
  });

  it('refuses what differs and names all whose it is, with their files', async () => {
    const mixed = {
      ...three,
      'p4.json': aggregateOf('p4', 6, { asOf: '2026-02-02' }),
      'p5.json': aggregateOf('p5', 7, { by: [], asOf: '2026-02-01' }),
    };
    await withAggregates(mixed, async (at) => {
      const { exitCode, output, errors } = await runCommand([
        'merge',
        at('*.json'),
        '--lang',
        'fi',
        '-o',
        at('out.json'),
      ]);
      expect([exitCode, output]).toEqual([2, '']);
      expect(errors).toContain(`  Jaottelut: useimmilla ["year"], mutta\n    []: Opisto p5 (p5), ${at('p5.json')}\n`);
      expect(errors).toContain(
        `  Tietojen päivä: useimmilla 2026-01-31, mutta\n    2026-02-02: Opisto p4 (p4), ${at('p4.json')}\n    2026-02-01: Opisto p5 (p5), ${at('p5.json')}\n`,
      );
      expect(() => readFileSync(at('out.json'))).toThrow('ENOENT');
    });
  });

  it('takes records of several days where that is allowed, and says from when to when', async () => {
    const days = { ...three, 'p4.json': aggregateOf('p4', 6, { asOf: '2026-02-02' }) };
    await withAggregates(days, async (at) => {
      const { exitCode, output } = await runCommand([
        'merge',
        at('*.json'),
        '--max-days-apart',
        '2',
        '-o',
        at('out.json'),
      ]);
      expect([exitCode, output]).toEqual([0, 'student-years. Providers: 4. Records of 31 Jan – 2 Feb 2026.\n']);
      const table = JSON.parse((await runCommand(['publish', at('out.json')])).output) as object;
      expect(table).toMatchObject({ asOf: '2026-01-31', asOfLatest: '2026-02-02' });
      const refused = await runCommand(['merge', at('p*.json'), '--max-days-apart', '1']);
      expect(refused.errors).toContain('Day of the records: 2026-01-31 (≤ 1 d) in most, but');
    });
  });

  it('refuses one provider twice, with the files in which it is', async () => {
    await withAggregates({ ...three, 'again.json': aggregateOf('p2', 1) }, async (at) => {
      const { exitCode, errors } = await runCommand(['merge', at('*.json'), '--lang', 'fi']);
      expect(exitCode).toBe(2);
      expect(errors).toContain(`  Opisto p2 (p2): ${at('again.json')}, ${at('p2.json')}\n`);
      expect(errors).toContain('→ ');
    });
  });

  it('says what else is wrong with what it was given', async () => {
    const other = aggregateOf('p4', 1, {}, students);
    await withAggregates(
      {
        ...three,
        'p4.json': other,
        'table.txt': '{"type":"strapetsi.indicator-table","schemaVersion":1}',
        'none.txt': '# nobody\n',
        'twice.txt': 'p1\np2\np1 Eka\n',
      },
      async (at) => {
        const errors = async (...args: readonly string[]): Promise<string> =>
          (await runCommand(['merge', ...args])).errors;
        expect(await errors(at('p1.json'), at('p4.json'))).toContain('Indicator: "student-years" in most, but');
        expect(await errors(at('table.txt'))).toContain('is not an aggregate: at type');
        expect(await errors(at('no*.json'))).toContain('No file fits');
        expect(await errors(at('p1.json'), '--expected', at('none.txt'))).toContain('lists no provider.');
        expect(await errors(at('p1.json'), '--expected', at('twice.txt'))).toContain(
          'twice.txt, line 3: p1 is there twice.',
        );
        expect(await errors(at('p1.json'), '--expected', at('nowhere.txt'))).toContain('There is no file');
        expect(await errors(at('p1.json'), '--max-days-apart', 'a week')).toContain('a whole number from 0 to 366');
      },
    );
  });
});
