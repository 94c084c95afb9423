import { describe, expect, it } from 'vitest';
import { factsOf } from '../facts/facts-of.js';
import type { PlainCredit, PlainStudyRight } from '../facts/plain-facts.js';
import type { CreditRow } from '../sources/koski-reports/report.js';
import { compareCredits } from './compare-credits.js';
import type { Comparison } from './comparison.js';
import type { NationalCreditRule } from './credit-rules.js';

const oid = (n: number): string => `1.2.246.562.15.${String(n).padStart(11, '0')}`;

const unit = (code: string, points: number, more: Partial<PlainCredit> = {}): PlainCredit => ({
  unit: code,
  type: 'ammatillisentutkinnonosa',
  points: points * 1000,
  assessed: '2025-03-01',
  group: 1,
  ...more,
});

/** 40 + 30 vocational, of which 30 not assessed; 11 common with areas of 9; 5 freely chosen; 4 expanding. */
const credits: readonly PlainCredit[] = [
  unit('100431', 40),
  { unit: '100432', type: 'ammatillisentutkinnonosa', points: 30_000, group: 1 },
  unit('106727', 11, { group: 2 }),
  unit('VK', 5, { type: 'ammatillisentutkinnonosanosaalue', parent: 2, mandatory: true }),
  unit('MA', 4, { type: 'ammatillisentutkinnonosanosaalue', parent: 2 }),
  unit('own', 5, { group: 3 }),
  unit('more', 4, { group: 4 }),
];

function rightOf(n: number, more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return {
    key: oid(n),
    provider: 'p',
    school: 's',
    education: 'wholeQualification',
    julyRule: 'removed',
    periods: [{ start: '2024-08-01', state: 'present' }],
    credits,
    ...more,
  };
}

function rowOf(n: number, total: number, more: Partial<CreditRow> = {}): CreditRow {
  return {
    kind: 'qualification',
    rightOid: oid(n),
    person: 'a',
    purchased: false,
    otherProvider: false,
    total: { points: total * 1000, raised: 0 },
    ...more,
  };
}

function compare(
  rights: readonly PlainStudyRight[],
  rows: readonly CreditRow[],
  kind: NationalCreditRule = 'qualification',
): Promise<Comparison> {
  const facts = factsOf(rights.map((right, at) => ({ key: `person ${at}`, rights: [right] })));
  const options = { period: { from: '2025-01-01', to: '2025-12-31' }, asOf: '2026-01-01' };
  return compareCredits(facts, { kind, rows, schools: ['s'] }, options);
}

const changesOf = async (right: PlainStudyRight, total: number, kind?: NationalCreditRule) =>
  (await compare([right], [rowOf(1, total)], kind)).explained.map(({ changes }) => changes);

describe('competence points beside those of a report', () => {
  it('agree with the report of qualifications: 70 vocational, 11 common, 5 freely chosen, 4 expanding', async () => {
    const result = await compare([rightOf(1)], [rowOf(1, 90)]);
    expect(result).toMatchObject({ figure: 'credits', rule: 'qualification', perUnit: 1000, agree: { rights: 1 } });
  });

  it('agree with the report of partial qualifications: 40 assessed vocational points and 9 of areas', async () => {
    const right = rightOf(1, { education: 'qualificationUnits' });
    const result = await compare([right], [rowOf(1, 49, { kind: 'partial-qualification' })], 'partial-qualification');
    expect(result.agree.rights).toBe(1);
  });

  it.each<[string, PlainStudyRight, number, readonly string[]]>([
    ['a nested right', rightOf(1, { nested: true }), 90, ['nested-counted']],
    ['only assessed parts', rightOf(1), 60, ['assessed-within-period']],
    [
      'parts assessed in the period',
      rightOf(1, { credits: [...credits, unit('earlier', 15, { assessed: '2024-12-31' })] }),
      60,
      ['assessed-within-period'],
    ],
    [
      'parts assessed whenever',
      rightOf(1, { credits: [...credits, unit('earlier', 15, { assessed: '2024-12-31' })] }),
      75,
      ['assessed-only'],
    ],
    ['areas for units', rightOf(1), 88, ['common-units-by-areas']],
    ['no further units', rightOf(1), 81, ['further-units-left-out']],
    [
      'raised parts',
      rightOf(1, { credits: [...credits, unit('raised', 15, { raised: true })] }),
      90,
      ['raised-left-out'],
    ],
    [
      'recognised parts',
      rightOf(1, { credits: [...credits, unit('a', 15, { recognised: 1 }), unit('b', 20, { recognised: 2 })] }),
      90,
      ['recognised-left-out'],
    ],
    [
      'recognised parts that are not funded',
      rightOf(1, { credits: [...credits, unit('a', 15, { recognised: 1 }), unit('b', 20, { recognised: 2 })] }),
      110,
      ['recognised-only-funded'],
    ],
  ])('names the rule that explains a difference: %s', async (_, right, total, changes) => {
    expect(await changesOf(right, total)).toEqual([changes]);
  });

  it('names what the two reports do differently', async () => {
    expect(await changesOf(rightOf(1), 60 - 11 + 9, 'partial-qualification')).toEqual([['further-units-counted']]);
    expect(await changesOf(rightOf(1), 40 + 30 + 9, 'partial-qualification')).toEqual([['unassessed-counted']]);
  });

  it('adds up the rows of a right that has several performances', async () => {
    const rows = [rowOf(1, 50, { total: { points: 50_000, raised: 10_000 } }), rowOf(1, 40)];
    const result = await compare([rightOf(1)], rows);
    expect(result).toMatchObject({ agree: { rights: 1, theirs: 90_000 }, theirs: { rights: 1 } });
  });

  it('shows the points behind a difference that no rule explains', async () => {
    const shown = (points: number) => ({ points: points * 1000, raised: 0 });
    const row = rowOf(1, 77, { vocational: shown(57), common: shown(11), commonAreas: shown(9) });
    const { notExplained } = await compare([rightOf(1)], [row]);
    expect(notExplained.examples[0]?.parts).toMatchObject([{ id: 'vocational', ours: 70, theirs: 57 }]);
  });

  it('looks only at rights of the report’s kind, and knows those of other providers', async () => {
    const rights = [rightOf(1), rightOf(2, { education: 'qualificationUnits' }), rightOf(3)];
    const rows = [rowOf(1, 90), rowOf(4, 20, { otherProvider: true, nestedIn: oid(1) })];
    const result = await compare(rights, rows);
    expect(result.onlyOurs.map(({ reason, examples }) => [reason, examples])).toEqual([['not-in-report', [oid(3)]]]);
    expect(result.onlyTheirs.map(({ reason }) => reason)).toEqual(['other-provider']);
  });
});
