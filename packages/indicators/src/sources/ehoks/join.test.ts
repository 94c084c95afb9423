import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoFromDay } from '../../days/calendar.js';
import { NO_DAY } from '../../days/day.js';
import type { WorkplaceKind } from '../../facts/codes.js';
import type { Facts } from '../../facts/facts.js';
import { factsOf } from '../../facts/facts-of.js';
import type { PlainPerson, PlainStudyRight, PlainWorkplacePeriod } from '../../facts/plain-facts.js';
import type { DaySpan } from '../../facts/shared-days.js';
import type { Finding } from '../../findings/finding.js';
import { iso } from '../../../testing/plan-documents.js';
import { createPlanJoin, joinPlans, type PlanJoinSummary, type PlanRecord, type PlanWorkplace } from './index.js';

const EMPLOYER = '2345678-0';
const OTHER = '1234567-1';

const right = (key: string, rest: Partial<PlainStudyRight> = {}): PlainStudyRight => ({
  key,
  provider: 'p',
  education: 'wholeQualification',
  julyRule: 'removed',
  periods: [{ start: '2023-08-09', state: 'present' }],
  ...rest,
});

const workplace = (start: string, end: string, rest: Partial<PlainWorkplacePeriod> = {}): PlainWorkplacePeriod => ({
  kind: 'trainingAgreement',
  start,
  end,
  ...rest,
});

const period = (start: string, end: string, rest: Partial<PlanWorkplace> = {}): PlanWorkplace => ({
  kind: 'trainingAgreement',
  start: dayFromIso(start),
  end: dayFromIso(end),
  share: 1_000_000,
  interruptions: [],
  employer: EMPLOYER,
  path: 'hankittavat-ammat-tutkinnon-osat[0].osaamisen-hankkimistavat[0]',
  ...rest,
});

const span = (start: string, end: string): DaySpan => ({ start: dayFromIso(start), end: dayFromIso(end) });

let records = 0;
const planOf = (
  rightKey: string,
  workplaces: readonly PlanWorkplace[] = [],
  rest: Partial<PlanRecord> = {},
): PlanRecord => ({
  rightKey,
  person: undefined,
  number: String(++records),
  plan: {
    approved: dayFromIso('2023-08-20'),
    lastApproved: NO_DAY,
    updated: NO_DAY,
    achieved: NO_DAY,
    needed: 1,
    priorUnits: 2,
    plannedUnits: 3,
  },
  workplaces,
  where: { file: 'hoksit.json', record: records },
  ...rest,
});

interface Joined {
  readonly batches: readonly Facts[];
  readonly findings: readonly Finding[];
  readonly summary: PlanJoinSummary;
}

async function join(facts: readonly Facts[], plans: readonly PlanRecord[]): Promise<Joined> {
  const batches: Facts[] = [];
  const findings: Finding[] = [];
  const joining = joinPlans(facts, plans, { onFinding: (finding) => findings.push(finding) });
  for (;;) {
    const next = await joining.next();
    if (next.done === true) {
      expect(next.value.plans).toBe(next.value.joined + next.value.withoutRight);
      return { batches, findings, summary: next.value };
    }
    batches.push(next.value);
  }
}

const person = (key: string, ...rights: readonly PlainStudyRight[]): PlainPerson => ({ key, rights });

/** Right, days, per cent, whether first, employer. */
const pieces = ({ workplaces, dictionaries }: Facts): readonly (readonly unknown[])[] =>
  Array.from({ length: workplaces.count }, (_, at) => [
    workplaces.right[at],
    `${iso(workplaces.start[at] ?? 0)}–${iso(workplaces.end[at] ?? 0)}`,
    (workplaces.share[at] ?? 0) / 10_000,
    workplaces.first[at],
    dictionaries.employer.keys[workplaces.employer[at] ?? -1] ?? '-',
  ]);

describe('plans of study rights', () => {
  it('are added to the right with their number, in the order of rights; what was there stays', async () => {
    const own = { plans: [{ approved: '2024-01-01' }] };
    const facts = factsOf([person('a', right('r1'), right('r2', own)), person('b', right('r3'))]);
    const { batches, summary, findings } = await join(facts, [planOf('r3'), planOf('r2'), planOf('r2')]);
    const { plans } = batches[0] as Facts;
    expect([...plans.right]).toEqual([1, 1, 1, 2]);
    expect([...plans.approved].map(iso)).toEqual(['2024-01-01', '2023-08-20', '2023-08-20', '2023-08-20']);
    expect([...plans.plannedUnits]).toEqual([0, 3, 3, 3]);
    expect([...plans.needed]).toEqual([1, 1, 1, 1]);
    expect(summary).toMatchObject({ plans: 3, joined: 3, withoutRight: 0, rights: 2, replacedWorkplaces: 0 });
    expect(findings).toEqual([]);
  });

  it('that fit no right become findings at the end, each at its place', async () => {
    const facts = factsOf([person('a', right('r1'))]);
    const { summary, findings } = await join(facts, [planOf('r9', [], { where: { file: 'f', record: 7, line: 8 } })]);
    expect(summary).toMatchObject({ plans: 1, joined: 0, withoutRight: 1, findings: { 'plan-without-right': 1 } });
    expect(findings).toMatchObject([
      {
        code: 'plan-without-right',
        where: { file: 'f', record: 7, line: 8, path: 'opiskeluoikeus-oid' },
        found: 'string(2)',
      },
    ]);
  });

  it('are joined in whichever batch their right comes, and batches stay as they were', async () => {
    const people = ['a', 'b', 'c'].map((key) => person(key, right(`${key}1`)));
    const facts = factsOf(people, { personsPerBatch: 1 });
    const { batches, summary } = await join(facts, [planOf('c1'), planOf('a1')]);
    expect(batches.map(({ plans }) => plans.count)).toEqual([1, 0, 1]);
    expect(batches.map(({ persons }) => persons.key)).toEqual([['a'], ['b'], ['c']]);
    expect(summary.joined).toBe(2);
    expect(new Set(batches.map(({ dictionaries }) => dictionaries)).size).toBe(1);
  });

  it('that come again in another file are joined once', async () => {
    const again = planOf('r1', [], { number: '1' });
    const { batches, summary, findings } = await join(factsOf([person('a', right('r1'))]), [
      again,
      again,
      planOf('r1', [], { number: undefined }),
      planOf('r1', [], { number: undefined }),
    ]);
    expect([batches[0]?.plans.count, summary.plans]).toEqual([3, 3]);
    expect(findings.map(({ code }) => code)).toEqual(['plan-met-again']);
  });

  it('can come to several streams of facts', async () => {
    const { join: add, finish } = await createPlanJoin([planOf('a1'), planOf('b1'), planOf('c1')]);
    const [first, second] = ['a', 'b'].map((key) => factsOf([person(key, right(`${key}1`))])[0] as Facts);
    expect([add(first as Facts).plans.count, add(second as Facts).plans.count]).toEqual([1, 1]);
    expect(finish()).toMatchObject({ joined: 2, withoutRight: 1 });
  });
});

describe('workplace periods of plans', () => {
  it('take the place of those that the facts had for the right, and of no others', async () => {
    const facts = factsOf([
      person('a', right('r1', { workplaces: [workplace('2024-01-01', '2024-01-31', { employer: OTHER })] })),
      person('b', right('r2', { workplaces: [workplace('2024-01-01', '2024-01-10', { employer: OTHER })] })),
    ]);
    const { batches, findings, summary } = await join(facts, [
      planOf('r1', [period('2024-02-01', '2024-02-10', { share: 500_000, kind: 'apprenticeship' })]),
      planOf('r2'),
    ]);
    const [batch] = batches as [Facts];
    expect(pieces(batch)).toEqual([
      [0, '2024-02-01–2024-02-10', 50, 1, EMPLOYER],
      [1, '2024-01-01–2024-01-10', 100, 1, OTHER],
    ]);
    expect([...batch.workplaces.kind]).toEqual([0, 1]);
    expect(summary.replacedWorkplaces).toBe(1);
    expect(findings).toMatchObject([{ code: 'workplaces-replaced', severity: 'note', found: '1' }]);
  });

  it('and those of the person’s other rights share their days anew', async () => {
    // The other right had half of 1 to 10 January; now its days are shared by two from the 6th on only.
    const facts = factsOf([
      person(
        'a',
        right('r1', { workplaces: [workplace('2024-01-01', '2024-01-10')] }),
        right('r2', { workplaces: [workplace('2024-01-01', '2024-01-20', { employer: OTHER })] }),
      ),
    ]);
    expect(pieces(facts[0] as Facts).map((piece) => piece.slice(0, 3))).toEqual([
      [0, '2024-01-01–2024-01-10', 50],
      [1, '2024-01-01–2024-01-10', 50],
      [1, '2024-01-11–2024-01-20', 100],
    ]);
    const { batches } = await join(facts, [planOf('r1', [period('2024-01-06', '2024-01-15')])]);
    expect(pieces(batches[0] as Facts)).toEqual([
      [0, '2024-01-06–2024-01-10', 50, 1, EMPLOYER],
      [0, '2024-01-11–2024-01-15', 50, 0, EMPLOYER],
      [1, '2024-01-01–2024-01-05', 100, 1, OTHER],
      [1, '2024-01-06–2024-01-10', 50, 0, OTHER],
      [1, '2024-01-11–2024-01-15', 50, 0, OTHER],
      [1, '2024-01-16–2024-01-20', 100, 0, OTHER],
    ]);
  });

  it('do not count while they, or their right, are interrupted', async () => {
    const interrupted = right('r1', {
      periods: [
        { start: '2023-08-09', end: '2024-01-04', state: 'present' },
        { start: '2024-01-05', end: '2024-01-06', state: 'interrupted' },
        { start: '2024-01-07', state: 'present' },
      ],
    });
    const { batches } = await join(factsOf([person('a', interrupted)]), [
      planOf('r1', [period('2024-01-01', '2024-01-20', { interruptions: [span('2024-01-10', '2024-01-15')] })]),
    ]);
    expect(pieces(batches[0] as Facts).map((piece) => piece.slice(1, 4))).toEqual([
      ['2024-01-01–2024-01-04', 100, 1],
      ['2024-01-07–2024-01-09', 100, 0],
      ['2024-01-16–2024-01-20', 100, 0],
    ]);
  });

  it('of several plans of a right are all of them', async () => {
    const { batches } = await join(factsOf([person('a', right('r1'))]), [
      planOf('r1', [period('2024-01-01', '2024-01-10')]),
      planOf('r1', [period('2024-02-01', '2024-02-10', { employer: undefined })]),
    ]);
    expect(pieces(batches[0] as Facts)).toEqual([
      [0, '2024-01-01–2024-01-10', 100, 1, EMPLOYER],
      [0, '2024-02-01–2024-02-10', 100, 1, '-'],
    ]);
  });

  it('that do not lie within the time of their right are counted, and said, unless the right was deemed resigned', async () => {
    const early = period('2023-08-08', '2023-08-20');
    const late = period('2024-05-01', '2024-06-01');
    const estimated = { estimatedEnd: '2024-05-31' };
    const facts = factsOf([
      person('a', right('r1', estimated)),
      person(
        'b',
        right('r2', {
          ...estimated,
          periods: [
            { start: '2023-08-09', end: '2024-01-31', state: 'present' },
            { start: '2024-02-01', end: '2024-02-01', state: 'deemedResigned' },
          ],
        }),
      ),
    ]);
    const inside = period('2023-08-09', '2024-05-31');
    const { batches, findings } = await join(facts, [planOf('r1', [early, late, inside]), planOf('r2', [late])]);
    expect(findings.map(({ code, found }) => [code, found])).toEqual([
      ['period-outside-right', '2023-08-08 – 2023-08-20'],
      ['period-outside-right', '2024-05-01 – 2024-06-01'],
    ]);
    expect([...(batches[0]?.workplaces.first ?? [])].filter((first) => first === 1)).toHaveLength(4);
  });

  it('have employers in one dictionary for all batches, whatever the reading of the facts still adds to its own', async () => {
    const people = ['a', 'b', 'c'].map((key, n) =>
      person(
        key,
        right(`${key}1`, { workplaces: [workplace('2024-01-01', '2024-01-02', { employer: `0000000-${n}` })] }),
      ),
    );
    const facts = factsOf(people, { personsPerBatch: 1 });
    const { batches } = await join(facts, [planOf('b1', [period('2024-01-01', '2024-01-02')])]);
    expect(batches.map((batch) => pieces(batch)[0]?.[4])).toEqual(['0000000-0', EMPLOYER, '0000000-2']);
    expect(facts[0]?.dictionaries.employer.keys).toEqual(['0000000-0', '0000000-1', '0000000-2']);
  });
});

describe('the law of joining', () => {
  const FIRST = dayFromIso('2024-01-01');
  const at = fc.record({ start: fc.nat(30), length: fc.nat(20), percent: fc.integer({ min: 0, max: 100 }) });
  const rightWith = fc.record({ known: fc.array(at, { maxLength: 3 }), planned: fc.array(at, { maxLength: 3 }) });
  const kind: WorkplaceKind = 'trainingAgreement';
  const plain = ({
    start,
    length,
    percent,
  }: {
    start: number;
    length: number;
    percent: number;
  }): PlainWorkplacePeriod => ({
    kind,
    start: isoFromDay(FIRST + start),
    end: isoFromDay(FIRST + start + length),
    share: percent * 10_000,
  });

  /** Of each right and day, the shares in order. */
  function byDay({ workplaces }: Facts): Record<string, number[]> {
    const days: Record<string, number[]> = {};
    for (let row = 0; row < workplaces.count; row++)
      for (let day = workplaces.start[row] ?? 0; day <= (workplaces.end[row] ?? 0); day++)
        (days[`${workplaces.right[row] ?? ''} ${day}`] ??= []).push(workplaces.share[row] ?? 0);
    for (const shares of Object.values(days)) shares.sort((a, b) => a - b);
    return days;
  }
  const countOf = ({ workplaces }: Facts, right_: number): number =>
    workplaces.right.reduce((sum, each, row) => sum + (each === right_ && workplaces.first[row] === 1 ? 1 : 0), 0);

  it('facts joined with plans are as if they had had the periods of the plans from the start', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rightWith, { minLength: 1, maxLength: 4 }), async (rights) => {
        const keyed = rights.map((each, n) => ({ ...each, key: `r${n}` }));
        const before = factsOf([
          person('a', ...keyed.map(({ key, known }) => right(key, { workplaces: known.map(plain) }))),
        ]);
        const whole = factsOf([
          person(
            'a',
            ...keyed.map(({ key, known, planned }) =>
              right(key, { workplaces: (planned.length > 0 ? planned : known).map(plain) }),
            ),
          ),
        ]);
        const plans = keyed.map(({ key, planned }) =>
          planOf(
            key,
            planned.map(({ start, length, percent }) =>
              period(isoFromDay(FIRST + start), isoFromDay(FIRST + start + length), { share: percent * 10_000 }),
            ),
          ),
        );
        const { batches } = await join(before, plans);
        const [joined, expected] = [batches[0] as Facts, whole[0] as Facts];
        expect(byDay(joined)).toEqual(byDay(expected));
        keyed.forEach((_, n) => expect(countOf(joined, n)).toBe(countOf(expected, n)));
      }),
    );
  });
});
