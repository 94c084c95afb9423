import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPeriod, PlainStudyRight } from '../facts/plain-facts.js';
import type { StudentYearRow } from '../sources/koski-reports/report.js';
import { compareStudentYears } from './compare-student-years.js';
import { isExplained, type Comparison } from './comparison.js';
import type { CompareOptions, ReportRows } from './options.js';

const oid = (n: number): string => `1.2.246.562.15.${String(n).padStart(11, '0')}`;
const SCHOOL = '1.2.246.562.10.52251087186';

function rightOf(n: number, periods: readonly PlainPeriod[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return {
    key: oid(n),
    provider: 'p',
    school: SCHOOL,
    education: 'wholeQualification',
    julyRule: 'removed',
    periods,
    ...more,
  };
}

/** Days as KOSKI shows them. */
function rowOf(
  n: number,
  until2025: number,
  more: Partial<StudentYearRow> & { from2026?: number } = {},
): StudentYearRow {
  const { from2026, ...rest } = more;
  const shown = (days: number) => ({ figure: days * 1_000_000, within: 1 });
  return {
    kind: 'student-years',
    rightOid: oid(n),
    person: 'a',
    purchased: false,
    studentDays: {
      'until-2025': shown(until2025),
      ...(from2026 === undefined ? {} : { 'from-2026': shown(from2026) }),
    },
    ...rest,
  };
}

const options: CompareOptions = { period: { from: '2025-01-01', to: '2025-12-31' }, asOf: '2026-02-01' };

async function compare(
  rights: readonly PlainStudyRight[],
  rows: readonly StudentYearRow[],
  more: Partial<CompareOptions> = {},
  report: Partial<ReportRows<StudentYearRow>> = {},
): Promise<Comparison> {
  const facts = factsOf(rights.map((right, at) => ({ key: `person ${at}`, rights: [right] })));
  const [first] = await compareStudentYears(facts, { rows, schools: [SCHOOL], ...report }, { ...options, ...more });
  if (first === undefined) throw new Error('no comparison');
  return first;
}

const spring: PlainPeriod = { start: '2025-01-01', end: '2025-05-31', state: 'present' };
const springDays = 31 + 28 + 31 + 30 + 31;
const halfSpring: PlainPeriod = { ...spring, share: 500_000 };
/** Longer than 28 days, and over July. */
const summer: PlainPeriod = { start: '2025-06-15', end: '2025-08-15', state: 'holiday' };
const summerDays = 16 + 31 + 15;
const graduation: PlainPeriod = { start: '2025-06-01', end: '2025-06-01', state: 'graduated' };

describe('student years beside those of a report', () => {
  it('agree where the figures are the same', async () => {
    const result = await compare([rightOf(1, [spring])], [rowOf(1, springDays)]);
    expect(result).toMatchObject({
      rule: 'until-2025',
      ours: { rights: 1, sum: springDays * 1_000_000 },
      theirs: { rights: 1, sum: springDays * 1_000_000 },
      agree: { rights: 1 },
      explained: [],
      notExplained: { rights: 0 },
      onlyOurs: [],
      onlyTheirs: [],
    });
    expect(isExplained(result)).toBe(true);
  });

  it.each<[string, PlainStudyRight, number, string]>([
    ['a nested right', rightOf(1, [spring], { nested: true }), springDays, 'nested-counted'],
    ['part time', rightOf(1, [halfSpring]), springDays, 'part-time-ignored'],
    ['no holidays', rightOf(1, [spring, summer]), springDays, 'holidays-none'],
    ['all holidays', rightOf(1, [spring, summer]), springDays + summerDays, 'holidays-until-2025'],
    ['no day of graduation', rightOf(1, [spring, graduation]), springDays, 'graduation-day-left-out'],
    // 28 days from 15 June end on 12 July, and 12 of them are days of July.
    ['no July', rightOf(1, [spring, summer]), springDays + 16, 'july-left-out-by-education'],
    ['the other rule', rightOf(1, [spring, summer]), springDays + summerDays - 31, 'rule-from-2026'],
  ])('names the rule that explains a difference: %s', async (_, right, theirs, change) => {
    const result = await compare([right], [rowOf(1, theirs)]);
    expect(result.explained.map(({ changes }) => changes)).toEqual([[change]]);
    expect(result.explained[0]?.texts[0]?.fi).toMatch(/\S/);
    expect(isExplained(result)).toBe(true);
  });

  it('names days that have not come yet where the report counts to the end of its period', async () => {
    const open = rightOf(1, [{ start: '2025-01-01', state: 'present' }]);
    const result = await compare([open], [rowOf(1, 365)], { asOf: '2025-03-31' });
    expect(result.explained[0]).toMatchObject({
      changes: ['days-to-come-counted'],
      rights: 1,
      ours: 90_000_000,
      theirs: 365_000_000,
    });
  });

  it('names two rules where one does not do', async () => {
    const result = await compare([rightOf(1, [halfSpring], { nested: true })], [rowOf(1, springDays)]);
    expect(result.explained[0]?.changes).toEqual(['nested-counted', 'part-time-ignored']);
  });

  it('compares by each rule of which the report has a column, and by no other', async () => {
    const facts = factsOf([{ key: 'a', rights: [rightOf(1, [spring, summer])] }]);
    const rows = [rowOf(1, springDays + 28, { from2026: springDays + summerDays - 31 })];
    const both = await compareStudentYears(facts, { rows, schools: [] }, options);
    expect(both.map(({ rule, agree }) => [rule, agree.rights])).toEqual([
      ['until-2025', 1],
      ['from-2026', 1],
    ]);
    const old = await compareStudentYears(facts, { rows: [rowOf(1, 1)], schools: [] }, options);
    expect(old.map(({ rule }) => rule)).toEqual(['until-2025']);
  });

  it('of rules that explain a right equally well, names the one that explains the most rights', async () => {
    // Without a day of July in the holiday, the old rule without holidays and the day of graduation cannot be told apart here.
    const oneHoliday: PlainPeriod = { start: '2025-05-31', end: '2025-05-31', state: 'holiday' };
    const shortSpring: PlainPeriod = { ...spring, end: '2025-05-30' };
    const ambiguous = rightOf(1, [shortSpring, oneHoliday, graduation]);
    const plain = [2, 3].map((n) => rightOf(n, [spring, graduation]));
    const rows = [rowOf(1, springDays), rowOf(2, springDays), rowOf(3, springDays)];
    const result = await compare([ambiguous, ...plain], rows);
    expect(result.explained.map(({ changes, rights }) => [changes, rights])).toEqual([
      [['graduation-day-left-out'], 3],
    ]);
    const alone = await compare([ambiguous], [rowOf(1, springDays)]);
    expect(alone.explained.map(({ changes }) => changes)).toEqual([['holidays-none']]);
  });

  it('takes a figure that is shown with one decimal for rounded', async () => {
    const third = rightOf(1, [{ ...spring, share: 333_333 }]);
    const row = rowOf(1, 50.3);
    const rounded = { ...row, studentDays: { 'until-2025': { figure: 50_300_000, within: 50_000 } } };
    expect((await compare([third], [rounded])).agree.rights).toBe(1);
    expect((await compare([third], [row])).agree.rights).toBe(0);
  });

  it('shows the days behind a difference that no rule explains, and which of them differ', async () => {
    const parts = { presentOrGraduated: 100, holidayCounted: 0, holidayOther: 0, averagePercent: 100 };
    const result = await compare([rightOf(1, [spring])], [rowOf(1, 100, parts)]);
    expect(isExplained(result)).toBe(false);
    expect(result.notExplained).toMatchObject({
      rights: 1,
      differing: [{ id: 'presentOrGraduated', rights: 1 }],
      examples: [
        {
          right: oid(1),
          ours: springDays * 1_000_000,
          theirs: 100_000_000,
          parts: [{ id: 'presentOrGraduated', ours: springDays, theirs: 100 }],
        },
      ],
    });
  });

  it('says why a right is only ours', async () => {
    const rights = [
      rightOf(1, [spring], { tuva: true, education: 'preparatory' }),
      rightOf(2, [spring], { school: 'another' }),
      rightOf(3, [spring, { start: '2025-06-01', end: '2025-06-01', state: 'invalidated' }]),
      rightOf(4, [spring], { key: 'file:1:1:0' }),
      rightOf(5, [spring]),
      // Not looked at: over before the period, or no vocational education.
      rightOf(6, [
        { start: '2024-01-01', end: '2024-12-30', state: 'present' },
        { start: '2024-12-31', end: '2024-12-31', state: 'resigned' },
      ]),
      rightOf(7, [spring], { education: 'generalUpperSecondary' }),
    ];
    const result = await compare(rights, [rowOf(9, 10)]);
    expect(result.onlyOurs.map(({ reason, known, examples }) => [reason, known, examples])).toEqual([
      ['preparatory', true, [oid(1)]],
      ['other-school', true, [oid(2)]],
      ['invalidated', true, [oid(3)]],
      ['without-number', true, ['file:1:1:0']],
      ['not-in-report', false, [oid(5)]],
    ]);
    expect(result.ours.rights).toBe(5);
  });

  it('takes the schools of the rights that both have for those of a report that names none', async () => {
    const rights = [rightOf(1, [spring]), rightOf(2, [spring], { school: 'another' })];
    const result = await compare(rights, [rowOf(1, springDays)], {}, { schools: [] });
    expect(result.onlyOurs.map(({ reason }) => reason)).toEqual(['other-school']);
  });

  it('says why a right is only theirs, and asks for findings once', async () => {
    const asked: string[][] = [];
    const rows = [rowOf(1, springDays), rowOf(2, 10), rowOf(3, 20, { nestedIn: oid(1) }), rowOf(4, 30), rowOf(5, 40)];
    const result = await compare([rightOf(1, [spring])], rows, {
      findings: async (oids) => {
        asked.push([...oids]);
        return new Map([
          [oid(2), { gaveFacts: false, codes: ['no-periods'] }],
          [oid(5), { gaveFacts: true, codes: [] }],
        ]);
      },
    });
    expect(asked).toEqual([[oid(2), oid(3), oid(4), oid(5)]]);
    expect(result.onlyTheirs.map(({ reason, findings, known, sum }) => [reason, findings, known, sum])).toEqual([
      ['refused', ['no-periods'], true, 10_000_000],
      ['nested-elsewhere', undefined, true, 20_000_000],
      ['not-in-documents', undefined, false, 30_000_000],
      ['refused', ['person-met-again'], true, 40_000_000],
    ]);
  });

  it('says what our reading found in rights whose difference no rule explains', async () => {
    const rows = [rowOf(1, 77), rowOf(2, springDays)];
    const asked: string[][] = [];
    const { notExplained } = await compare([rightOf(1, [spring]), rightOf(2, [spring])], rows, {
      findings: async (oids) => {
        asked.push([...oids]);
        return new Map([[oid(1), { gaveFacts: true, codes: ['unknown-state'] }]]);
      },
    });
    expect(asked).toEqual([[oid(1)]]);
    expect(notExplained).toMatchObject({
      findings: [{ code: 'unknown-state', rights: 1 }],
      examples: [{ right: oid(1), findings: ['unknown-state'] }],
    });
  });

  it('asks nothing where there is nothing to ask', async () => {
    const result = await compare([rightOf(1, [spring])], [rowOf(1, springDays)], {
      findings: () => Promise.reject(new Error('asked')),
    });
    expect(result.agree.rights).toBe(1);
  });

  it('knows a right that has no oid with us by the number of the student system', async () => {
    const right = rightOf(1, [spring], { key: 'primus:4711' });
    const result = await compare([right], [rowOf(1, springDays, { sourceKey: 'primus:4711' })]);
    expect(result.agree.rights).toBe(1);
    expect(result.onlyTheirs).toEqual([]);
  });

  it('counts a right once that two of our files have', async () => {
    const result = await compare([rightOf(1, [spring]), rightOf(1, [spring])], [rowOf(1, springDays)]);
    expect(result.ours).toEqual({ rights: 1, sum: springDays * 1_000_000 });
    expect(result.agree.rights).toBe(1);
  });

  it('names as many examples as asked for', async () => {
    const many = [1, 2, 3, 4, 5].map((n) => rightOf(n, [spring], { nested: true }));
    const rows = many.map((_, at) => rowOf(at + 1, springDays));
    expect((await compare(many, rows)).explained[0]?.examples).toHaveLength(3);
    const two = await compare(many, rows, { examples: 2 });
    expect(two.explained[0]).toMatchObject({ rights: 5, examples: [{ right: oid(1) }, { right: oid(2) }] });
  });

  it('whatever the figures, the parts add up to both totals', async () => {
    const anyRight = fc.record({
      nested: fc.boolean(),
      theirs: fc.option(fc.constantFrom(0, 28, springDays, springDays / 2, springDays + 28, 77)),
      inOurs: fc.boolean(),
      periods: fc.constantFrom<readonly PlainPeriod[]>([spring], [halfSpring], [spring, summer], [spring, graduation]),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyRight, { minLength: 1, maxLength: 12 }), async (drawn) => {
        const rights = drawn.flatMap(({ nested, periods, inOurs }, n) =>
          inOurs ? [rightOf(n, periods, { nested })] : [],
        );
        const rows = drawn.flatMap(({ theirs }, n) => (theirs === null ? [] : [rowOf(n, theirs)]));
        if (rows.length === 0) return;
        const result = await compare(rights, rows);
        const both = [result.agree, ...result.explained, result.notExplained];
        const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
        const alone = (groups: Comparison['onlyOurs']): number => sum(groups.map((group) => group.sum));
        expect(result.ours.sum).toBe(sum(both.map(({ ours }) => ours)) + alone(result.onlyOurs));
        expect(result.theirs.sum).toBe(sum(both.map(({ theirs }) => theirs)) + alone(result.onlyTheirs));
        expect(result.theirs.rights).toBe(rows.length);
        expect(result.ours.rights).toBe(rights.length);
      }),
    );
  });
});
