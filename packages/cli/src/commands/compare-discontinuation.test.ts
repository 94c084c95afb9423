import { describe, expect, it } from 'vitest';
import { runCommand } from '../../testing/run-command.js';
import type { CompareDiscontinuationResult, CompareRulesResult } from './compare.js';

const number = (node: number, n: number): string => `1.2.246.562.${node}.9001000000${n}`;

/** Periods of a right of whole qualification: the state and its first day. */
type Periods = readonly (readonly [state: string, from: string])[];

function learner(n: number, ...rights: readonly Periods[]): string {
  return JSON.stringify({
    henkilö: { oid: number(24, n), sukunimi: 'Esimerkki' },
    opiskeluoikeudet: rights.map((periods, at) => ({
      oid: number(15, n * 2 + at),
      oppilaitos: { oid: '1.2.246.562.10.90017100003' },
      koulutustoimija: { oid: '1.2.246.562.10.90017000001' },
      tila: {
        opiskeluoikeusjaksot: periods.map(([state, alku]) => ({
          alku,
          tila: { koodiarvo: state },
          opintojenRahoitus: { koodiarvo: '1' },
        })),
      },
      suoritukset: [
        { koulutusmoduuli: { tunniste: { koodiarvo: '351301' } }, tyyppi: { koodiarvo: 'ammatillinentutkinto' } },
      ],
      tyyppi: { koodiarvo: 'ammatillinenkoulutus' },
    })),
  });
}

const leavesInMarch: Periods = [
  ['lasna', '2023-08-07'],
  ['eronnut', '2024-03-01'],
];

/** By KOSKI data 1, 2 and 5 of five have discontinued; by Statistics Finland 1 and 3 of the four who were there on 20 September 2023. */
const documents = [
  learner(1, leavesInMarch),
  learner(2, [
    ['lasna', '2023-10-02'],
    ['eronnut', '2024-03-01'],
  ]),
  learner(3, [
    ['lasna', '2023-08-07'],
    ['valiaikaisestikeskeytynyt', '2024-05-01'],
  ]),
  learner(4, [
    ['lasna', '2022-08-07'],
    ['valmistunut', '2024-06-01'],
  ]),
  learner(5, leavesInMarch, [['lasna', '2024-08-05']]),
].join('\n');

const asked = ['compare', '-', '--discontinuation', '2023', '--as-of', '2026-10-31'];

describe('strapetsi compare --discontinuation', () => {
  it('sets both rules side by side, and names the point that makes each difference', async () => {
    const { exitCode, output, errors } = await runCommand([...asked, '--json'], { input: documents });
    expect([exitCode, errors]).toEqual([0, '']);
    const { discontinuation, records, explained } = JSON.parse(output) as CompareDiscontinuationResult;
    expect([records, explained]).toEqual([{ read: 5, facts: 5, refused: 0 }, true]);
    expect(discontinuation.first).toEqual({ rights: 5, sum: 3 });
    expect(discontinuation.second).toEqual({ rights: 4, sum: 2 });
    expect(discontinuation.agree.ours).toBe(1);
    const groups = discontinuation.explained.map(({ changes, ours, theirs, examples }) => [
      changes.join(),
      ours,
      theirs,
      examples.map(({ right }) => right),
    ]);
    expect(groups).toHaveLength(3);
    expect(groups).toContainEqual(['on-20-september', 1, 0, [number(15, 4)]]);
    expect(groups).toContainEqual(['absent-in-september', 0, 1, [number(15, 6)]]);
    expect(groups).toContainEqual(['followed-to-september', 1, 0, [expect.stringContaining('1.2.246.562.15.')]]);
  });

  it.each([
    ['en', /follow-up +5 +3 +60.0%/, /September +4 +2 +50.0%/, 'only by KOSKI data 1, only by Statistics Finland 0'],
    ['fi', / 5 +3 +60,0 %/, / 4 +2 +50,0 %/, 'vain KOSKIn tietojen mukaan 1, vain Tilastokeskuksen mukaan 0'],
    ['sv', / 5 +3 +60,0 %/, / 4 +2 +50,0 %/, 'bara enligt KOSKI:s uppgifter 1, bara enligt Statistikcentralen 0'],
  ])('says it to a person in %s', async (lang, first, second, sentence) => {
    const { output } = await runCommand([...asked, '--lang', lang], { input: documents });
    const said = output.replaceAll('\u00a0', ' ');
    expect(said).toMatch(first);
    expect(said).toMatch(second);
    expect(said).toContain(sentence);
    expect(output).not.toMatch(/1\.2\.246\.562\.24\.|Esimerkki|undefined/);
  });

  it('explains both national rules of student years and both of discontinuation on one sample', async () => {
    const sample = (await runCommand(['sample', '--students', '1500'])).output;
    const years = await runCommand(
      ['compare', '-', '--from', '2025', '--to', '2025', '--as-of', '2026-10-31', '--json'],
      { input: sample },
    );
    const { rules } = JSON.parse(years.output) as CompareRulesResult;
    expect(rules.contributions.map(({ change }) => change)).toContain('july-left-out-by-education');
    expect(rules.contributions.reduce((sum, { difference }) => sum + difference, 0)).toBe(
      rules.second.sum - rules.first.sum,
    );

    const left = await runCommand([...asked, '--json'], { input: sample });
    const { discontinuation } = JSON.parse(left.output) as CompareDiscontinuationResult;
    const { first, second, agree, explained, notExplained } = discontinuation;
    expect([years.exitCode, left.exitCode, notExplained.rights]).toEqual([0, 0, 0]);
    // Whoever has discontinued by a rule has by both, or is in a group that says why not.
    const sum = (side: 'ours' | 'theirs'): number => explained.reduce((all, group) => all + group[side], 0);
    expect([first.sum - agree.ours, second.sum - agree.theirs]).toEqual([sum('ours'), sum('theirs')]);
    expect(first.sum).toBeGreaterThan(20);
    expect(new Set(explained.flatMap(({ changes }) => changes))).toEqual(
      new Set(['on-20-september', 'absent-in-september']),
    );
  });

  it.each([
    ['a year whose students are still followed', ['--discontinuation', '2025'], '19 Dec 2026 at the earliest'],
    ['what is no year', ['--discontinuation', 'last'], 'whole number from 2018 to 2100, not "last"'],
    ['days beside the year', ['--discontinuation', '2023', '--from', '2023'], 'does not go with a report'],
    ['a report beside the year', ['report.xlsx', '--discontinuation', '2023'], 'does not go with a report'],
  ])('refuses %s', async (_, args, sentence) => {
    const { exitCode, output, errors } = await runCommand(['compare', '-', ...args, '--as-of', '2026-10-31'], {
      input: documents,
    });
    expect([exitCode, output]).toEqual([2, '']);
    expect(errors).toContain(sentence);
  });
});
