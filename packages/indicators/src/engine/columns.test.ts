import { describe, expect, it } from 'vitest';
import { dayFromIso as day } from '../days/calendar.js';
import { NO_DAY, OPEN } from '../days/day.js';
import type { RootRelation } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { Facts } from '../facts/facts.js';
import { childTables, factColumn, isChild, isOfRoot, isRoot, ownerName } from './columns.js';
import { compile } from './compile.js';
import { newFrame, type Frame, type IndexName } from './frame.js';
import { newWork } from './work.js';

// In each table one row with everything, and one with nothing but what must be there.
const [facts] = factsOf([
  {
    key: 'a',
    birthYear: 2004,
    gender: 'female',
    motherTongue: 'fi',
    rights: [
      {
        key: 'full',
        provider: 'p1',
        school: 's1',
        location: 'l1',
        qualification: 'q1',
        performanceType: 'whole',
        education: 'qualificationUnits',
        julyRule: 'counted',
        tuva: true,
        nested: true,
        purchased: true,
        estimatedEnd: '2023-05-31',
        confirmed: '2023-06-02',
        language: 'sv',
        method: 'curriculum',
        periods: [
          {
            start: '2020-08-10',
            end: '2021-01-31',
            state: 'holiday',
            stateBegan: '2020-08-01',
            funding: 7,
            share: 500,
          },
          { start: '2021-02-01', state: 'graduated' },
        ],
        credits: [
          {
            unit: 'unit',
            type: 'unitType',
            group: 4,
            points: 15_000,
            assessed: '2021-01-15',
            mandatory: true,
            recognised: 2,
            demonstrated: true,
            raised: true,
          },
          { unit: 'area', type: 'areaType', parent: 0 },
        ],
        spells: [
          { kind: 'support', start: '2020-09-01', end: '2020-10-31' },
          { kind: 'housing', start: '2020-11-01' },
        ],
        plans: [
          {
            approved: '2020-08-20',
            lastApproved: '2020-12-01',
            updated: '2020-12-24',
            achieved: '2021-01-30',
            needed: false,
            priorUnits: 3,
            plannedUnits: 11,
          },
          {},
        ],
        workplaces: [
          {
            kind: 'trainingAgreement',
            start: '2020-10-01',
            end: '2020-10-31',
            share: 250_000,
            employer: 'e1',
            area: 'm1',
          },
          { kind: 'apprenticeship', start: '2020-12-01' },
        ],
      },
    ],
    outcomes: [
      {
        provider: 'p2',
        school: 's2',
        qualification: 'q2',
        graduated: '2021-02-01',
        yearsAfter: 3,
        activity: 'student',
        graduates: 6,
      },
    ],
    responses: [
      {
        key: 'f1',
        provider: 'p3',
        school: 's3',
        qualification: 'q3',
        survey: 'start',
        education: 'preparatory',
        day: '2020-09-15',
        asked: 40,
        answered: true,
        weight: 12,
        answers: [{ question: 'k1', value: 4, forFunding: true }, { question: 'k2' }],
      },
    ],
  },
  {
    key: 'b',
    rights: [{ key: 'bare', provider: 'p0', education: 'other', julyRule: 'noValue', periods: [] }],
    outcomes: [{ provider: 'p0', graduated: '2019-12-31', yearsAfter: 5 }],
    responses: [{ key: 'f2', provider: 'p0', survey: 'end', answered: false }],
  },
]) as readonly [Facts];

/** The two rows of the table that a column belongs to. */
function rowsOf(relation: string): { readonly over: RootRelation; readonly frame: Frame } {
  const child = isChild(relation) ? relation : undefined;
  const over = child === undefined ? (isRoot(relation) ? relation : 'right') : childTables[child].root;
  const live: readonly IndexName[] = child === undefined ? ['root'] : ['root', child];
  const frame = newFrame(live);
  frame.count = 2;
  frame.index.root = child === undefined ? Int32Array.of(0, 1) : childTables[child].parents(facts);
  if (child !== undefined) frame.index[child] = Int32Array.of(0, 1);
  return { over, frame };
}

function valuesOf(name: string, expr: Parameters<typeof compile>[0] = { column: name }): readonly number[] {
  const { over, frame } = rowsOf(name.slice(0, name.indexOf('.')));
  const scope = { work: newWork(facts, over, new Map()), places: new Map(), index: new Set(frame.live) };
  return [...compile(expr, scope).run(frame).subarray(0, 2)];
}

describe('columns of the facts', () => {
  it.each<[string, number, number]>([
    ['right.person', 0, 1],
    ['right.tuva', 1, 0],
    ['right.nested', 1, 0],
    ['right.purchased', 1, 0],
    ['right.start', day('2020-08-10'), NO_DAY],
    ['right.end', day('2021-02-01'), OPEN],
    ['right.estimatedEnd', day('2023-05-31'), NO_DAY],
    ['right.confirmed', day('2023-06-02'), NO_DAY],
    ['period.start', day('2020-08-10'), day('2021-02-01')],
    ['period.end', day('2021-01-31'), OPEN],
    ['period.stateBegan', day('2020-08-01'), day('2021-02-01')],
    ['period.share', 500, 1_000_000],
    ['credit.parent', NO_DAY, 0],
    ['credit.points', 15_000, NO_DAY],
    ['credit.assessed', day('2021-01-15'), NO_DAY],
    ['credit.mandatory', 1, 0],
    ['credit.recognised', 2, 0],
    ['credit.demonstrated', 1, 0],
    ['credit.raised', 1, 0],
    ['spell.start', day('2020-09-01'), day('2020-11-01')],
    ['spell.end', day('2020-10-31'), OPEN],
    ['plan.approved', day('2020-08-20'), NO_DAY],
    ['plan.lastApproved', day('2020-12-01'), NO_DAY],
    ['plan.updated', day('2020-12-24'), NO_DAY],
    ['plan.achieved', day('2021-01-30'), NO_DAY],
    ['plan.needed', 0, 1],
    ['plan.priorUnits', 3, 0],
    ['plan.plannedUnits', 11, 0],
    ['workplace.start', day('2020-10-01'), day('2020-12-01')],
    ['workplace.end', day('2020-10-31'), OPEN],
    ['workplace.share', 250_000, 1_000_000],
    ['workplace.first', 1, 1],
    ['outcome.person', 0, 1],
    ['outcome.graduated', day('2021-02-01'), day('2019-12-31')],
    ['outcome.yearsAfter', 3, 5],
    ['outcome.graduates', 6, 1],
    ['response.person', 0, 1],
    ['response.day', day('2020-09-15'), NO_DAY],
    ['response.asked', 40, 1],
    ['response.answered', 1, 0],
    ['response.weight', 12, 1],
    ['answer.value', 4, NO_DAY],
    ['answer.cantSay', 0, 1],
    ['answer.forFunding', 1, 0],
    ['person.birthYear', 2004, NO_DAY],
  ])('%s is the number that was put in, and missing where there is none', (name, full, bare) => {
    expect(valuesOf(name)).toEqual([full, bare]);
  });

  it.each<[string, string, string | undefined]>([
    ['right.provider', 'p1', 'p0'],
    ['right.school', 's1', undefined],
    ['right.location', 'l1', undefined],
    ['right.qualification', 'q1', undefined],
    ['right.performanceType', 'whole', undefined],
    ['right.education', 'qualificationUnits', 'other'],
    ['right.julyRule', 'counted', 'noValue'],
    ['right.language', 'sv', undefined],
    ['right.method', 'curriculum', undefined],
    ['period.state', 'holiday', 'graduated'],
    ['period.funding', '7', undefined],
    ['credit.unit', 'unit', 'area'],
    ['credit.parentUnit', 'none', 'unit'],
    ['credit.type', 'unitType', 'areaType'],
    ['credit.group', '4', undefined],
    ['spell.kind', 'support', 'housing'],
    ['workplace.kind', 'trainingAgreement', 'apprenticeship'],
    ['workplace.employer', 'e1', undefined],
    ['workplace.area', 'm1', undefined],
    ['outcome.provider', 'p2', 'p0'],
    ['outcome.school', 's2', undefined],
    ['outcome.qualification', 'q2', undefined],
    ['outcome.activity', 'student', undefined],
    ['response.provider', 'p3', 'p0'],
    ['response.school', 's3', undefined],
    ['response.qualification', 'q3', undefined],
    ['response.survey', 'start', 'end'],
    ['response.education', 'preparatory', undefined],
    ['answer.question', 'k1', 'k2'],
    ['person.gender', 'female', undefined],
    ['person.motherTongue', 'fi', undefined],
  ])('%s is the code that was put in, and missing where there is none', (name, full, bare) => {
    const isMissing = (code: string | undefined): number => (code === undefined || code === 'none' ? 1 : 0);
    expect(valuesOf(name, { isMissing: { column: name } })).toEqual([isMissing(full), isMissing(bare)]);
    expect(valuesOf(name, { in: name, codes: full === 'none' ? [] : [full] })).toEqual([full === 'none' ? 0 : 1, 0]);
    expect(valuesOf(name, { in: name, codes: bare === undefined ? [] : [bare] })).toEqual([
      0,
      bare === undefined ? 0 : 1,
    ]);
  });

  it('take funding of one byte and groups 0 to 4, and no others', () => {
    const used = (name: string, code: string) => (): unknown => valuesOf(name, { in: name, codes: [code] });
    expect(used('period.funding', '254')()).toEqual([0, 0]);
    expect(used('period.funding', '255')).toThrow('code 255');
    expect(used('credit.group', '0')()).toEqual([0, 0]);
    expect(used('credit.group', '5')).toThrow(expect.objectContaining({ expected: 'one of 0, 1, 2, 3, 4' }));
  });
});

describe('columns of a provider’s own', () => {
  const team = {
    of: 'right',
    label: { fi: 'Tiimi' },
    dictionary: { keys: ['x'], labels: [{}] },
    values: Int32Array.of(0, -1),
  } as const;
  const withOwn: Facts = { ...facts, own: { team, 'night.class': team } };

  it('are dictionaries, by the whole of what stands after own.', () => {
    const column = factColumn('own.night.class')!;
    expect(column).toMatchObject({ owner: 'right', kind: 'dictionary', missing: -1 });
    expect(column.of(withOwn)).toBe(team.values);
    expect(column.dictionary!(withOwn)).toBe(team.dictionary);
  });

  it('say which there are where one is not there', () => {
    const column = factColumn('own.shift')!;
    const error = { name: 'DefinitionError', path: 'own.shift', found: 'a column that the facts do not have' };
    expect(() => column.of(withOwn)).toThrow(
      expect.objectContaining({ ...error, expected: 'one of own.team, own.night.class' }),
    );
    expect(() => column.of(facts)).toThrow(expect.objectContaining({ ...error, expected: 'one of none' }));
    expect(() => column.dictionary!(facts)).toThrow(expect.objectContaining(error));
  });
});

describe('names of columns', () => {
  it('tell whether every row made of a root has the same', () => {
    const names = ['right.start', 'outcome.school', 'response.day', 'person.gender', 'own.team'];
    expect(names.map(isOfRoot)).toEqual([true, true, true, true, true]);
    expect(['period.start', 'answer.value', 'started', 'other.start', ''].map(isOfRoot)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('of another right and of its periods are those of rights and periods', () => {
    expect(ownerName('other.education')).toEqual({ name: 'right.education', other: true });
    expect(ownerName('otherPeriod.start')).toEqual({ name: 'period.start', other: true });
    expect(ownerName('right.education')).toEqual({ name: 'right.education', other: false });
    expect(ownerName('otherwise')).toEqual({ name: 'otherwise', other: false });
  });

  it('are told apart as roots and children', () => {
    expect(['right', 'outcome', 'response', 'period', 'person'].map(isRoot)).toEqual([true, true, true, false, false]);
    expect(['period', 'credit', 'answer', 'right'].map(isChild)).toEqual([true, true, true, false]);
  });
});
