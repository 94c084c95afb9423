import { describe, expect, it } from 'vitest';
import { dayFromIso as day } from '../days/calendar.js';
import type { Definition, Expr, Step } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { Gender } from '../facts/codes.js';
import type { PlainStudyRight } from '../facts/plain-facts.js';
import { calculateInMemory } from './calculate.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const column = (name: string): Expr => ({ column: name });

const plain = { provider: 'p', education: 'wholeQualification', julyRule: 'removed' } as const;
/** Of a woman: interrupted from 1 March 2020, present from 1 April, graduated on 2 May. Of a man: present from 6 January. */
const rights: readonly (readonly [Gender, Partial<PlainStudyRight>])[] = [
  [
    'female',
    {
      school: 'f',
      nested: true,
      periods: [
        { start: '2020-03-01', end: '2020-03-31', state: 'interrupted', funding: 2 },
        { start: '2020-04-01', end: '2020-05-01', state: 'present', funding: 1 },
        { start: '2020-05-02', end: '2020-05-02', state: 'graduated', funding: 1 },
      ],
    },
  ],
  ['male', { school: 'm', periods: [{ start: '2020-01-06', end: '2020-01-31', state: 'present', funding: 1 }] }],
  // Nobody asks for these; they make of the two above a few among many.
  ...Array.from({ length: 8 }, (): readonly [Gender, Partial<PlainStudyRight>] => [
    'other',
    { school: 'o', periods: [{ start: '2019-01-01', state: 'present', funding: 1 }] },
  ]),
];
const facts = factsOf(
  rights.map(([gender, more], at) => ({
    key: String(at),
    gender,
    rights: [{ key: String(at), ...plain, periods: [], ...more }],
  })),
);

/** What `found` is, by school; of those who have nothing there is no cell. */
function found(...steps: readonly Step[]): Readonly<Record<string, number | undefined>> {
  const definition: Definition = {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules: [
      {
        id: 'only',
        label: text,
        inForce: {},
        steps: [...steps, { keep: { not: { in: 'right.school', codes: ['o'] } } }],
        measure: { kind: 'sum', amount: column('found') },
        sources: [],
      },
    ],
    dimensions: [{ id: 'school', label: text, from: { dictionary: 'right.school' } }],
    figures: [],
    limits: [],
    unverified: [],
  };
  const period = { from: '2020-01-01', to: '2020-12-31' };
  const { cells } = calculateInMemory(facts, definition, { by: ['school'], period, asOf: '2021-01-15' });
  return Object.fromEntries(cells.map((cell) => [cell.key[0], 'amounts' in cell ? cell.amounts[0] : undefined]));
}

const start = column('period.start');
const first = (where: Expr): Step => ({ bind: 'found', ofChildren: 'period', where, take: { min: start } });
const present: Expr = { in: 'period.state', codes: ['present'] };
const woman: Expr = { in: 'person.gender', codes: ['female'] };
const [january, march, april, may] = ['2020-01-06', '2020-03-01', '2020-04-01', '2020-05-02'].map(day);

describe('the first day of a fitting period', () => {
  it.each<[string, Expr, Readonly<Record<string, number | undefined>>]>([
    ['of a state', present, { f: april, m: january }],
    ['of any', { all: [] }, { f: march, m: january }],
    ['of a state and of funding', { all: [{ not: present }, { in: 'period.funding', codes: ['1'] }] }, { f: may }],
    ['of a state or of nested rights', { any: [present, column('right.nested')] }, { f: march, m: january }],
    [
      'of nested rights and of funding',
      { all: [column('right.nested'), { in: 'period.funding', codes: ['1'] }] },
      { f: april },
    ],
    ['of a state, of women', { all: [present, woman] }, { f: april }],
    ['of a state or of women', { any: [present, woman] }, { f: march, m: january }],
    ['of a state, from a day on', { all: [present, { less: [{ day: '2020-01-31' }, start] }] }, { f: april }],
    ['of a state that is nowhere', { in: 'period.state', codes: ['ended'] }, {}],
  ])('%s', (_, where, expected) => {
    expect(found(first(where))).toEqual(expected);
    // Found for all rights, for those few that are left, and where rows are periods.
    const few: Step = { keep: { not: { in: 'right.school', codes: ['o'] } } };
    expect(found(few, first(where))).toEqual(expected);
    expect(found(first(where), few, { keep: { any: [{ not: { isMissing: column('found') } }, 1] } })).toEqual(expected);
    const last: Step = { keep: { in: 'period.state', codes: ['graduated'] } };
    expect(found({ each: 'period' }, last, first(where))).toEqual(expected.f === undefined ? {} : { f: expected.f });
  });

  it('is found for one right among many that nobody asks for', () => {
    const steps: readonly Step[] = [first(present), { keep: { in: 'right.school', codes: ['f'] } }];
    expect(found(...steps)).toEqual({ f: april });
    expect(found(...steps, { keep: { less: [{ day: '2020-03-31' }, column('found')] } })).toEqual({ f: april });
    expect(found(...steps, { keep: { less: [{ add: [column('found'), 0] }, { day: '2020-03-31' }] } })).toEqual({});
  });
});

describe('a name that hides a column', () => {
  it('is read in its place, also where closed codes are put together', () => {
    const bind: Step = { bind: 'right.nested', to: { not: column('right.nested') } };
    const amount: Step = {
      bind: 'found',
      to: { all: [column('right.nested'), { in: 'right.education', codes: ['wholeQualification'] }] },
    };
    expect(found(bind, amount)).toEqual({ m: 1 });
  });
});
