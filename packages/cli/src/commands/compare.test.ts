import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportAsExcelCsv, reportAsXlsx, type ReportTable } from '../../../indicators/testing/koski-report-files.js';
import {
  naiveFigures,
  naiveKoskiReport,
  type NaiveFigures,
  type SampleDocument,
  type SampleRight,
} from '../../testing/naive-koski-report.js';
import { runCommand, withFolder } from '../../testing/run-command.js';
import type { CompareResult, CompareRulesResult } from './compare.js';

const YEAR = ['2025-01-01', '2025-12-31'] as const;
const AS_OF = ['--as-of', '2026-01-31'];
let documents: readonly SampleDocument[] = [];
let schools: readonly string[] = [];

const fileOf = (school: string, form = 'xlsx'): string => `opiskelijavuositiedot_${school}_20250101-20251231.${form}`;
const linesOf = (all: readonly unknown[]): string => all.map((each) => `${JSON.stringify(each)}\n`).join('');

beforeAll(async () => {
  const { output } = await runCommand(['sample', '--students', '700', '--clean', '--as-of', '2026-01-31']);
  documents = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SampleDocument);
  schools = [...new Set(documents.flatMap((each) => each.opiskeluoikeudet.map(({ oppilaitos }) => oppilaitos.oid)))];
});

/** Compares our documents with reports, and reads the result as JSON. */
async function compare(
  reports: Readonly<Record<string, ReportTable>>,
  ours: readonly unknown[] = documents,
  ...more: readonly string[]
): Promise<{ exitCode: number; result: CompareResult }> {
  let outcome: { exitCode: number; result: CompareResult } | undefined;
  await withFolder(async (at) => {
    writeFileSync(at('koski.ndjson'), linesOf(ours));
    for (const [name, table] of Object.entries(reports))
      writeFileSync(at(name), name.endsWith('.csv') ? reportAsExcelCsv(table) : await reportAsXlsx(table));
    const names = Object.keys(reports).map(at);
    const { exitCode, output, errors } = await runCommand([
      'compare',
      at('koski.ndjson'),
      ...names,
      ...AS_OF,
      '--json',
      ...more,
    ]);
    expect(errors).toBe('');
    outcome = { exitCode, result: JSON.parse(output) as CompareResult };
  });
  if (outcome === undefined) throw new Error('not compared');
  return outcome;
}

/** The first study right of a school for which KOSKI's figures are as asked. */
function findRight(school: string, fits: (figures: NaiveFigures, right: SampleRight) => boolean): SampleRight {
  for (const { opiskeluoikeudet } of documents) {
    for (const right of opiskeluoikeudet) {
      if (right.oppilaitos.oid !== school || right.tyyppi.koodiarvo !== 'ammatillinenkoulutus') continue;
      const figures = naiveFigures(right, ...YEAR);
      if (figures !== undefined && right.sisältyyOpiskeluoikeuteen === undefined && fits(figures, right)) return right;
    }
  }
  throw new Error('The sample has no such right.');
}

const changing =
  (oid: string, change: (figures: NaiveFigures) => NaiveFigures | undefined) =>
  (figures: NaiveFigures, right: SampleRight): NaiveFigures | undefined =>
    right.oid === oid ? change(figures) : figures;

describe('strapetsi compare', () => {
  it('agrees, right by right and by both rules, with reports that a naive program made of the same documents', async () => {
    const reports = Object.fromEntries(
      schools.map((school) => [fileOf(school), naiveKoskiReport(documents, school, YEAR)]),
    );
    const { exitCode, result } = await compare(reports);
    expect(exitCode).toBe(0);
    expect(result.period).toEqual({ from: YEAR[0], to: YEAR[1] });
    expect(result.report.rows).toBeGreaterThan(250);
    const nested = documents
      .flatMap((each) => each.opiskeluoikeudet)
      .filter(
        (right) => right.sisältyyOpiskeluoikeuteen !== undefined && right.tyyppi.koodiarvo === 'ammatillinenkoulutus',
      )
      .filter((right) => (naiveFigures(right, ...YEAR)?.until2025 ?? 0) > 0).length;
    for (const { explained, agree, notExplained, onlyOurs, onlyTheirs } of result.comparisons) {
      expect(explained.map(({ changes, rights }) => [changes, rights])).toEqual(
        nested === 0 ? [] : [[['nested-counted'], nested]],
      );
      expect(agree.rights).toBe(result.report.rows - nested);
      expect(notExplained.rights).toBe(0);
      expect(onlyOurs.map(({ reason }) => reason)).toEqual(['preparatory']);
      expect(onlyTheirs).toEqual([]);
    }
    expect(result.comparisons.map(({ rule }) => rule)).toEqual(['until-2025', 'from-2026']);
  });

  it('says that other rights are at other schools where it is given the report of one', async () => {
    const [school = ''] = schools;
    const { exitCode, result } = await compare({ [fileOf(school, 'csv')]: naiveKoskiReport(documents, school, YEAR) });
    expect(exitCode).toBe(0);
    expect(result.comparisons[0]?.onlyOurs[0]?.reason).toBe('other-school');
    expect(result.comparisons[0]?.agree.rights).toBe(result.report.rows);
  });

  it('names the rule that explains a difference', async () => {
    const [school = ''] = schools;
    const partTime = findRight(
      school,
      ({ averagePercent, holidayCounted, presentOrGraduated }) =>
        averagePercent < 100 && holidayCounted === 0 && presentOrGraduated > 100,
    );
    const table = naiveKoskiReport(
      documents,
      school,
      YEAR,
      changing(partTime.oid, (figures) => ({ ...figures, until2025: figures.presentOrGraduated })),
    );
    const { exitCode, result } = await compare({ [fileOf(school)]: table });
    expect(exitCode).toBe(0);
    expect(result.comparisons[0]?.explained).toMatchObject([
      { changes: ['part-time-ignored'], rights: 1, examples: [{ right: partTime.oid }] },
    ]);
  });

  it('ends with 1 where no rule explains a difference, and shows what stands behind it', async () => {
    const [school = ''] = schools;
    const present = findRight(school, ({ presentOrGraduated }) => presentOrGraduated > 200);
    const table = naiveKoskiReport(
      documents,
      school,
      YEAR,
      changing(present.oid, (figures) => ({
        ...figures,
        until2025: figures.until2025 - 3,
        presentOrGraduated: figures.presentOrGraduated - 3,
      })),
    );
    const { exitCode, result } = await compare({ [fileOf(school)]: table });
    expect(exitCode).toBe(1);
    expect(result.explained).toBe(false);
    const [untilNow] = result.comparisons;
    expect(untilNow?.notExplained).toMatchObject({ rights: 1, differing: [{ id: 'presentOrGraduated', rights: 1 }] });
    const [example] = untilNow?.notExplained.examples ?? [];
    expect(example).toMatchObject({ right: present.oid });
    expect((example?.ours ?? 0) - (example?.theirs ?? 0)).toBe(3_000_000);
  });

  it('says by which finding a right was refused that only the report has, and which is in no document', async () => {
    const [school = ''] = schools;
    const [refused, absent] = [0, 1].map((n) => {
      let met = 0;
      return findRight(school, ({ presentOrGraduated }) => presentOrGraduated > 50 && met++ === n);
    });
    const ours = documents.map((each) => ({
      ...each,
      opiskeluoikeudet: each.opiskeluoikeudet.flatMap((right) => {
        if (right.oid === absent?.oid) return [];
        return right.oid === refused?.oid ? [{ ...right, tila: { opiskeluoikeusjaksot: [] } }] : [right];
      }),
    }));
    const { exitCode, result } = await compare({ [fileOf(school)]: naiveKoskiReport(documents, school, YEAR) }, ours);
    expect(exitCode).toBe(1);
    const reasons = result.comparisons[0]?.onlyTheirs.map(({ reason, findings, examples }) => [
      reason,
      findings,
      examples,
    ]);
    expect(reasons).toHaveLength(2);
    expect(reasons).toContainEqual(['refused', ['no-periods'], [refused?.oid]]);
    expect(reasons).toContainEqual(['not-in-documents', undefined, [absent?.oid]]);
  });

  it('says what our reading found in a right whose difference no rule explains', async () => {
    const [school = ''] = schools;
    const odd = findRight(school, ({ presentOrGraduated }) => presentOrGraduated > 200);
    const ours = documents.map((each) => ({
      ...each,
      opiskeluoikeudet: each.opiskeluoikeudet.map((right) => {
        if (right.oid !== odd.oid) return right;
        const [first, ...others] = right.tila.opiskeluoikeusjaksot;
        return { ...right, tila: { opiskeluoikeusjaksot: [{ ...first, tila: { koodiarvo: 'tauolla' } }, ...others] } };
      }),
    }));
    const { exitCode, result } = await compare({ [fileOf(school)]: naiveKoskiReport(documents, school, YEAR) }, ours);
    expect(exitCode).toBe(1);
    expect(result.comparisons[0]?.notExplained).toMatchObject({
      rights: 1,
      findings: [{ code: 'unknown-state', rights: 1 }],
      examples: [{ right: odd.oid, findings: ['unknown-state'] }],
    });
  });

  it('sets the two national rules side by side where no report is given, and accounts for the whole difference', async () => {
    const { exitCode, output } = await runCommand(
      ['compare', '-', '--from', '2025', '--to', '2025', ...AS_OF, '--json'],
      {
        input: linesOf(documents),
      },
    );
    expect(exitCode).toBe(0);
    const { rules } = JSON.parse(output) as CompareRulesResult;
    const sums = { until2025: 0, from2026: 0 };
    for (const right of documents.flatMap((each) => each.opiskeluoikeudet)) {
      if (!['ammatillinenkoulutus', 'tuva'].includes(right.tyyppi.koodiarvo) || right.sisältyyOpiskeluoikeuteen)
        continue;
      const figures = naiveFigures(right, ...YEAR);
      sums.until2025 += figures?.until2025 ?? 0;
      sums.from2026 += figures?.from2026 ?? 0;
    }
    expect(rules.first).toMatchObject({ rule: 'until-2025', sum: Math.round(sums.until2025 * 1e6) });
    expect(rules.second).toMatchObject({ rule: 'from-2026', sum: Math.round(sums.from2026 * 1e6) });
    const added = rules.contributions.reduce((sum, { difference }) => sum + difference, 0);
    expect(added).toBe(rules.second.sum - rules.first.sum);
    expect(rules.contributions[0]?.change).toBe('july-left-out-by-education');
  });
});

describe('strapetsi compare with a report of credits', () => {
  interface Unit {
    readonly koulutusmoduuli: { readonly laajuus?: { readonly arvo: number } };
    readonly arviointi?: readonly { readonly päivä: string }[];
  }
  const unitsOf = (right: SampleRight): readonly Unit[] =>
    right.suoritukset.flatMap((performance) => (Reflect.get(performance, 'osasuoritukset') ?? []) as readonly Unit[]);
  const head = ['Opiskeluoikeuden oid', 'Painotettu keskiarvo', 'Suoritettujen opintojen yhteislaajuus'];

  /** The units of whole qualifications in force in the year, added up; the sample has no areas and no raised performances. */
  function creditReport(school: string, counts: (unit: Unit) => boolean): ReportTable {
    const rights = documents
      .flatMap((each) => each.opiskeluoikeudet)
      .filter((right) => right.oppilaitos.oid === school);
    const whole = rights.filter(
      (right) =>
        right.tyyppi.koodiarvo === 'ammatillinenkoulutus' &&
        right.suoritukset.some(({ tyyppi }) => tyyppi.koodiarvo === 'ammatillinentutkinto') &&
        right.sisältyyOpiskeluoikeuteen === undefined &&
        naiveFigures(right, ...YEAR) !== undefined,
    );
    const total = (right: SampleRight): number =>
      unitsOf(right)
        .filter(counts)
        .reduce((sum, { koulutusmoduuli }) => sum + (koulutusmoduuli.laajuus?.arvo ?? 0), 0);
    return { head, rows: whole.map((right) => [right.oid, '', total(right).toFixed(1)]) };
  }

  it('agrees with the sum of all units, and explains a report that was limited to its period', async () => {
    const [school = ''] = schools;
    const all = await compare({ [fileOf(school)]: creditReport(school, () => true) });
    expect(all.result.report.kind).toBe('qualification');
    const [whole] = all.result.comparisons;
    expect(whole?.agree.rights).toBe(all.result.report.rows);
    expect(whole?.agree.ours).toBeGreaterThan(1000 * 1000);
    expect(all.exitCode).toBe(0);

    const inPeriod = ({ arviointi }: Unit): boolean =>
      arviointi?.some(({ päivä }) => YEAR[0] <= päivä && päivä <= YEAR[1]) ?? false;
    const limited = await compare({ [fileOf(school)]: creditReport(school, inPeriod) });
    const [part] = limited.result.comparisons;
    expect(part?.explained.map(({ changes }) => changes)).toEqual([['assessed-within-period']]);
    expect(part?.agree.rights).toBeLessThan(limited.result.report.rows);
    expect(limited.exitCode).toBe(0);
  });
});

describe('what strapetsi compare says to a person', () => {
  const report = (): ReportTable => {
    const [school = ''] = schools;
    const present = findRight(school, ({ presentOrGraduated }) => presentOrGraduated > 200);
    const half = (figures: NaiveFigures): NaiveFigures => ({
      ...figures,
      until2025: 7.5,
      presentOrGraduated: figures.presentOrGraduated - 3,
    });
    return naiveKoskiReport(documents, school, YEAR, changing(present.oid, half));
  };

  it.each([
    ['fi', 'KOSKIn opiskelijavuosiraportti', 'Opiskelijavuosia', 'Opiskeluoikeus on toisessa oppilaitoksessa.'],
    ['sv', 'KOSKI:s rapport om studerandeår', 'Studerandeår', 'Studierätten finns vid en annan läroanstalt.'],
    ['en', 'KOSKI’s report of student years', 'Student years', 'The study right is at another school.'],
  ])('is whole sentences in %s, and nothing personal', async (lang, title, years, sentence) => {
    await withFolder(async (at) => {
      const [school = ''] = schools;
      writeFileSync(at('koski.ndjson'), linesOf(documents));
      writeFileSync(at(fileOf(school, 'csv')), reportAsExcelCsv(report()));
      const { exitCode, output } = await runCommand([
        ...['compare', at('koski.ndjson'), at(fileOf(school, 'csv')), ...AS_OF],
        ...['--lang', lang, '--examples', '20'],
      ]);
      expect(exitCode).toBe(1);
      for (const text of [title, years, sentence]) expect(output).toContain(text);
      expect(output).not.toMatch(/1\.2\.246\.562\.24\.|Sukunimi|\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]/);
      expect(output).not.toContain('undefined');
    });
  });
});

describe('what strapetsi compare cannot do', () => {
  const head = 'Opiskeluoikeuden oid;Opiskelijavuosikertymä (pv)';
  const studentYears = `${head}\n1.2.246.562.15.1;10,0\n`;
  const credits = 'Opiskeluoikeuden oid;Suoritettujen opintojen yhteislaajuus\n1.2.246.562.15.1;10.0\n';

  async function failureOf(files: Readonly<Record<string, string>>, args: readonly string[]) {
    let failure: { exitCode: number; errors: string } | undefined;
    await withFolder(async (at) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
      failure = await runCommand([
        'compare',
        ...args.map((arg) => (arg.startsWith('-') || /^\d/.test(arg) ? arg : at(arg))),
      ]);
    });
    expect(failure?.exitCode).toBe(2);
    return failure?.errors;
  }

  it('says so where the report does not tell its period', async () => {
    const errors = await failureOf({ a: linesOf(documents.slice(0, 1)), 'r.csv': studentYears }, ['a', 'r.csv']);
    expect(errors).toContain('which period');
    expect(errors).toContain('--from 2025-01-01 --to 2025-12-31');
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
    [
      'two kinds of report',
      { a: '', 'r.csv': studentYears, 's.csv': credits },
      ['a', 'r.csv', 's.csv'],
      'different reports',
    ],
    [
      'two periods',
      { a: '', 'r_20240101-20241231.csv': studentYears, 'r_20250101-20251231.csv': studentYears },
      ['a', 'r_20240101-20241231.csv', 'r_20250101-20251231.csv'],
      'one period at a time',
    ],
    ['another table', { a: '', 'r.csv': 'a;b\nx;1\n' }, ['a', 'r.csv'], 'do not show it to be KOSKI’s report'],
    ['documents in place of a report', { a: '', b: '{"henkilö": {}}' }, ['a', 'b'], 'This is not a table'],
    ['a report without rows', { a: '', 'r.csv': `${head}\n` }, ['a', 'r.csv'], 'There is no study right'],
    ['a file that is not there', { a: '' }, ['a', 'r.csv'], 'There is no file'],
    [
      'documents that cannot be read',
      { a: 'x', 'r.csv': studentYears },
      ['a', 'r.csv', '--from', '2025', '--to', '2025'],
      'No record',
    ],
    ['one day of two', { a: '', 'r.csv': studentYears }, ['a', 'r.csv', '--from', '2025'], 'first and the last day'],
    ['no days and no report', { a: '' }, ['a'], 'first and the last day'],
    [
      'days out of order',
      { a: '', 'r.csv': studentYears },
      ['a', 'r.csv', '--from', '2025', '--to', '2024'],
      'before the first',
    ],
    [
      'a period shorter than what the report counts',
      { a: '', 'r.csv': `${head};Läsnä tai valmistunut (pv)\n1.2.246.562.15.1;200,0;200\n` },
      ['a', 'r.csv', '--from', '2025-01-01', '--to', '2025-01-31'],
      '200 days, but the period from 2025-01-01 to 2025-01-31 has 31',
    ],
  ])('%s', async (_, files, args, sentence) => {
    expect(await failureOf(files, args)).toContain(sentence);
  });
});
