import { writeFileSync } from 'node:fs';
import type { FundingShares } from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder } from '../../testing/run-command.js';

const measures = [
  'startingLevel',
  'costGroup',
  'qualifications',
  'placed',
  'workplaceSurvey',
  'workplaceInstructorSurvey',
  'startSurvey',
  'endSurvey',
];
const evenly = (value: number) => Object.fromEntries(measures.map((measure) => [measure, value]));

/** Unlimited 0.54, 0.32 and 0.14; the last may not fall below 0.95 · 0.2, so that the others share 0.81: t = 0.81 / 0.86. */
const network = JSON.stringify({
  type: 'strapetsi.funding-input',
  schemaVersion: 1,
  fundingYear: 2026,
  providers: [
    { id: 'A', name: { fi: 'Pohjoinen', sv: 'Norra' }, previousFunding: 50, values: evenly(54) },
    { id: 'B', previousFunding: 30, values: evenly(32) },
    { id: 'C', previousFunding: 20, values: evenly(14) },
  ],
});

const ownStudentYears = JSON.stringify({
  type: 'strapetsi.funding-input',
  schemaVersion: 1,
  fundingYear: 2026,
  providers: [
    {
      id: 'A',
      years: [2023, 2024].map((year) => ({
        year,
        studentYears: [
          { studentYears: 100, education: 'initial', costGroup: '2', free: true, basicEducationAverage: '7' },
        ],
      })),
    },
  ],
});

const costGroups = JSON.stringify({
  type: 'strapetsi.funding-coefficients',
  schemaVersion: 1,
  version: 'made-up',
  inForce: { from: '2026-01-01', to: '2026-12-31' },
  values: {
    'costGroup.2': { value: 1.25, source: 'made up for a test' },
    'qualificationType.initial': { value: 1, source: 'made up for a test' },
  },
});

describe('strapetsi funding', () => {
  it('prints every line with its name, and the shares as worked out by hand', async () => {
    const { exitCode, output, errors } = await runCommand(['funding', '-'], { input: network });
    expect(exitCode, errors).toBe(0);
    expect(output).toContain('Funding 2026, coefficients strapetsi-2026-1');
    expect(output).toMatch(/Levelling coefficient +0\.941860 /);
    // 0.54 · 0.81 / 0.86 = 0.508604…, 0.32 · 0.81 / 0.86 = 0.301395…
    expect(output).toMatch(/Share of funding +50\.8605% /);
    expect(output).toMatch(/Share of funding +30\.1395% /);
    expect(output).toMatch(/Share of funding +19\.0000% /);
    expect(output).toMatch(/Weight: Qualifications and competence points +0\.3000 +strapetsi-2026-1: CSCfi\/antero/);
  });

  it('speaks Finnish and Swedish, and calls a provider by its name', async () => {
    const finnish = await runCommand(['funding', '-', '--lang', 'fi'], { input: network });
    expect(finnish.output).toContain('Pohjoinen (A)');
    expect(finnish.output).toMatch(/Tasauskerroin +0,941860/);
    const swedish = await runCommand(['funding', '-', '--lang', 'sv'], { input: network });
    expect(swedish.output).toContain('Norra (A)');
    expect(swedish.output).toMatch(/Utjämningskoefficient +0,941860/);
  });

  it('ends with 1 and a list where something is missing, and calculates what does not rest on it', async () => {
    const { exitCode, output } = await runCommand(['funding', '-'], { input: ownStudentYears });
    expect(exitCode).toBe(1);
    // 100 · 0.71
    expect(output).toMatch(/Student years weighted by starting level +71\.00/);
    expect(output).toMatch(/Student years weighted by cost group, type of qualification and additions +missing/);
    expect(output).toContain('  Coefficient: Cost group 2\n');
    expect(output).toContain('  Data: employed or in further study (A, 2024)');
  });

  it('lays one’s own coefficients over those that are shipped, and says where each is from', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('own.json'), costGroups);
      const { output } = await runCommand(['funding', '-', '--coefficients', at('own.json'), '--json'], {
        input: ownStudentYears,
      });
      const result = JSON.parse(output) as FundingShares;
      expect(result.lines).toContainEqual({ id: 'value.costGroup', provider: 'A', status: 'value', value: 125 });
      expect(result.coefficients.version).toBe('strapetsi-2026-1 + made-up');
      expect(result.coefficients.used).toContainEqual({
        id: 'costGroup.2',
        value: 1.25,
        version: 'made-up',
        source: 'made up for a test',
      });
    });
  });

  it('says what is wrong with a file, and what to do about a year without coefficients', async () => {
    const errors = async (input: string, ...args: string[]): Promise<string> => {
      const { exitCode, errors: said } = await runCommand(['funding', '-', ...args], { input });
      expect(exitCode).toBe(2);
      return said;
    };
    expect(await errors('{"type": ')).toContain('not whole JSON');
    expect(await errors(network.replace('"previousFunding":50', '"previousFunding":-5'))).toContain(
      'at providers[0].previousFunding there should be at least 0, but there is -5.',
    );
    expect(await errors(network.replace('2026', '2024'))).toContain('--coefficients FILE');
    await withFolder(async (at) => {
      writeFileSync(at('own.json'), costGroups.replace('costGroup.2', 'costGroup.12'));
      expect(await errors(network, '--coefficients', at('own.json'))).toContain('values["costGroup.12"]');
      writeFileSync(at('old.json'), costGroups.replaceAll('2026-', '2025-'));
      expect(await errors(network, '--coefficients', at('old.json'))).toContain('2025-01-01 – 2025-12-31');
    });
  });
});
