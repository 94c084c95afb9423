import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../days/calendar.js';
import type { Definition, Expr, Step } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainStudyRight } from '../facts/plain-facts.js';
import { calculateInMemory } from './calculate.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const column = (name: string): Expr => ({ column: name });
const day = (iso: string): Expr => ({ day: iso });

const plain = { provider: 'p', julyRule: 'removed' } as const;
const present = (start: string) => [{ start, state: 'present' as const }];
// Each in a school of its own name. `none` has no periods, so that it has no start.
const rights: readonly Omit<PlainStudyRight, 'key'>[] = [
  {
    ...plain,
    school: 'early',
    education: 'wholeQualification',
    nested: true,
    method: 'reform',
    estimatedEnd: '2023-05-31',
    periods: present('2020-08-01'),
  },
  {
    ...plain,
    school: 'middle',
    education: 'wholeQualification',
    confirmed: '2023-06-01',
    periods: present('2021-01-01'),
  },
  { ...plain, school: 'none', education: 'preparatory', purchased: true, confirmed: '2024-01-01', periods: [] },
  {
    ...plain,
    school: 'late',
    education: 'other',
    nested: true,
    estimatedEnd: '2021-01-02',
    confirmed: '2021-01-02',
    periods: present('2021-01-02'),
  },
];
const facts = factsOf(
  rights.map((right, at) => ({ key: String(at), birthYear: 2000 + at, rights: [{ key: String(at), ...right }] })),
  { personsPerBatch: 3 },
);

function kept(...steps: readonly Step[]): string {
  const definition: Definition = {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules: [{ id: 'only', label: text, inForce: {}, steps, measure: { kind: 'count' }, sources: [] }],
    dimensions: [{ id: 'school', label: text, from: { dictionary: 'right.school' } }],
    figures: [],
    limits: [],
    unverified: [],
  };
  const period = { from: '2020-01-01', to: '2024-12-31' };
  const { cells } = calculateInMemory(facts, definition, { by: ['school'], period, asOf: '2025-01-15' });
  return cells.map(({ key }) => key[0]).join(' ');
}

const start = column('right.start');
const estimated = column('right.estimatedEnd');
const confirmed = column('right.confirmed');
const newYear = day('2021-01-01');
const number = dayFromIso('2021-01-01');

describe('keep', () => {
  it.each<[string, Expr, string]>([
    ['a day at most another', { atMost: [start, newYear] }, 'early middle'],
    ['a day before another', { less: [start, newYear] }, 'early'],
    ['a day at least another', { atMost: [newYear, start] }, 'late middle'],
    ['a day after another', { less: [newYear, start] }, 'late'],
    ['before half a day', { less: [start, number + 0.5] }, 'early middle'],
    ['after half a day', { less: [number + 0.5, start] }, 'late'],
    ['at most half a day', { atMost: [start, number - 0.5] }, 'early'],
    ['before the end of time: but not what is missing', { less: [start, 1e12] }, 'early late middle'],
    ['after the beginning of time: but not what is missing', { less: [-1e9, start] }, 'early late middle'],
    ['at least the beginning of time: but not what is missing', { atMost: [-1e9, estimated] }, 'early late'],
    ['between two days', { all: [{ atMost: [newYear, start] }, { atMost: [start, newYear] }] }, 'middle'],
    [
      'between two days, the narrower of each side',
      { all: [{ less: [start, day('2021-01-02')] }, { less: [start, newYear] }] },
      'early',
    ],
    [
      'between two days, whichever is said first',
      { all: [{ less: [start, newYear] }, { less: [start, day('2021-01-02')] }] },
      'early',
    ],
    [
      'after both of two days',
      { all: [{ less: [day('2020-07-31'), start] }, { less: [day('2020-08-01'), start] }] },
      'late middle',
    ],
    ['two columns', { all: [{ atMost: [newYear, start] }, { atMost: [confirmed, day('2023-06-01')] }] }, 'late middle'],
    [
      'two columns, the second missing in some',
      { all: [{ atMost: [newYear, start] }, { atMost: [estimated, day('2023-06-01')] }] },
      'late',
    ],
    [
      'two columns, the first missing in some',
      { all: [{ less: [estimated, day('2023-06-01')] }, { less: [start, newYear] }] },
      'early',
    ],
    [
      'three columns',
      {
        all: [
          { less: [day('2020-12-31'), start] },
          { less: [confirmed, day('2023-06-02')] },
          { less: [estimated, newYear] },
        ],
      },
      '',
    ],
    [
      'three days of two columns',
      {
        all: [
          { less: [day('2020-12-31'), start] },
          { less: [start, day('2021-01-02')] },
          { less: [confirmed, day('2023-06-02')] },
        ],
      },
      'middle',
    ],
    ['two columns beside each other', { less: [start, confirmed] }, 'middle'],
    ['a number of persons', { atMost: [column('person.birthYear'), 2001] }, 'early middle'],
    ['a flag', column('right.nested'), 'early late'],
    ['not a flag', { not: column('right.nested') }, 'middle none'],
    ['a code', { in: 'right.education', codes: ['preparatory', 'other'] }, 'late none'],
    ['not a code', { not: { in: 'right.education', codes: ['preparatory', 'other'] } }, 'early middle'],
    ['a code that is missing', { isMissing: column('right.method') }, 'late middle none'],
    ['two codes', { all: [column('right.nested'), { in: 'right.education', codes: ['other'] }] }, 'late'],
    ['any of two codes', { any: [column('right.purchased'), { in: 'right.method', codes: ['reform'] }] }, 'early none'],
    [
      'codes and days in turn',
      {
        all: [
          column('right.nested'),
          { less: [start, newYear] },
          { in: 'right.method', codes: ['reform'] },
          { less: [estimated, day('2024-01-01')] },
        ],
      },
      'early',
    ],
    [
      'days and then what is none',
      { all: [{ less: [start, newYear] }, { less: [0, { days: [start, estimated] }] }] },
      'early',
    ],
    ['nothing', 0, ''],
    ['everything', { all: [] }, 'early late middle none'],
    ['what is not 0', 2, 'early late middle none'],
  ])('%s', (_, condition, schools) => {
    expect(kept({ keep: condition })).toBe(schools);
    // In other words, where no step can look at the column as it is.
    expect(kept({ keep: { any: [condition] } })).toBe(schools);
    expect(kept({ exclude: { id: 'x', label: text, when: { not: condition } } })).toBe(schools);
  });

  it.each<[string, Expr, Expr, string]>([
    ['a day that was bound', { addMonths: [start, 5] }, { less: [column('bound'), day('2021-06-01')] }, 'early'],
    [
      'a day that was bound, at least',
      { addMonths: [start, 5] },
      { atMost: [day('2021-06-01'), column('bound')] },
      'late middle',
    ],
    [
      'a fraction that was bound',
      { multiply: [0.5, column('right.nested')] },
      { less: [0, column('bound')] },
      'early late',
    ],
    [
      'below a fraction that was bound',
      { multiply: [0.5, column('right.nested')] },
      { less: [column('bound'), 0.5] },
      'middle none',
    ],
    [
      'a day that was bound, beside one of the right',
      { addMonths: [start, 5] },
      { all: [{ atMost: [day('2021-01-01'), column('bound')] }, { less: [start, newYear] }] },
      'early',
    ],
    [
      'one of the right, beside a day that was bound',
      { addMonths: [start, 5] },
      { all: [{ less: [start, day('2021-01-02')] }, { atMost: [day('2021-06-01'), column('bound')] }] },
      'middle',
    ],
    [
      'between two days, of one that was bound',
      { addMonths: [start, 5] },
      { all: [{ atMost: [day('2021-06-01'), column('bound')] }, { atMost: [column('bound'), day('2021-06-01')] }] },
      'middle',
    ],
  ])('%s', (_, to, condition, schools) => {
    expect(kept({ bind: 'bound', to }, { keep: condition })).toBe(schools);
    expect(kept({ bind: 'bound', to }, { keep: { any: [condition] } })).toBe(schools);
  });

  it('the first day of a fitting period, found for all or for some', () => {
    const first: Step = {
      bind: 'first',
      ofChildren: 'period',
      where: { in: 'period.state', codes: ['present'] },
      take: { min: column('period.start') },
    };
    const early: Step = { keep: { atMost: [column('first'), newYear] } };
    expect(kept(first, early)).toBe('early middle');
    expect(kept(first, { keep: { isMissing: column('first') } })).toBe('none');
    expect(
      kept(
        first,
        { keep: { in: 'right.education', codes: ['other'] } },
        { keep: { less: [newYear, column('first')] } },
      ),
    ).toBe('late');
    expect(kept(first, early, { keep: { less: [newYear, { add: [column('first'), 1] }] } })).toBe('middle');
  });
});
