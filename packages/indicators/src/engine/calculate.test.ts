import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine } from '../aggregate/combine.js';
import { personsOf } from '../aggregate/persons.js';
import { completionByCohort } from '../definitions/completion-by-cohort.js';
import type { Definition, DimensionId } from '../definitions/definition.js';
import { studentYears } from '../definitions/student-years.js';
import { isoFromDay } from '../days/calendar.js';
import { educations, genders, julyRules, periodStates } from '../facts/codes.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPerson, PlainPeriod, PlainStudyRight } from '../facts/plain-facts.js';
import { calculate, calculateInMemory } from './calculate.js';
import type { CalculateOptions } from './options.js';

const period = { from: '2019-01-01', to: '2026-12-31' };
const asOf = '2026-11-23';

const periods: fc.Arbitrary<readonly PlainPeriod[]> = fc
  .tuple(
    fc.integer({ min: 17_500, max: 20_500 }),
    fc.array(
      fc.tuple(
        fc.integer({ min: -3, max: 500 }),
        fc.constantFrom(...periodStates),
        fc.constantFrom(1_000_000, 333_333, 0),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([first, parts]) => {
    let start = first;
    return parts.map(([length, state, share]): PlainPeriod => {
      const made = {
        start: isoFromDay(start),
        end: isoFromDay(start + length),
        state,
        share,
        funding: 1 + (start % 17),
      };
      start += Math.max(1, length + 1);
      return made;
    });
  });

const rights: fc.Arbitrary<PlainStudyRight> = fc
  .tuple(
    periods,
    fc.constantFrom(...educations),
    fc.constantFrom(...julyRules),
    fc.boolean(),
    fc.integer({ min: 0, max: 9 }),
    fc.string({ minLength: 1, maxLength: 3 }),
  )
  .map(([list, education, julyRule, flag, number, key]) => ({
    key,
    provider: { key: `p${String(number % 2)}`, label: { fi: `Järjestäjä ${String(number % 2)}` } },
    ...(number === 0 ? {} : { school: `s${String(number % 4)}` }),
    education,
    julyRule,
    performanceType: number % 3 === 0 ? 'telma' : 'tuvakoulutuksensuoritus',
    tuva: education === 'preparatory' && flag,
    nested: number === 7,
    periods: list,
  }));

const people: fc.Arbitrary<readonly PlainPerson[]> = fc
  .array(
    fc.tuple(
      fc.array(rights, { maxLength: 4 }),
      fc.constantFrom(...genders, undefined),
      fc.integer({ min: 1960, max: 2010 }),
    ),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(([ofPerson, gender, birthYear], at) => ({
      key: String(at).padStart(32, '0'),
      ...(gender === undefined ? {} : { gender }),
      ...(birthYear % 7 === 0 ? {} : { birthYear }),
      rights: ofPerson,
    })),
  );

const runs: readonly (readonly [string, Definition, Omit<CalculateOptions, 'period' | 'asOf'>])[] = [
  ['student years by school and year', studentYears, { by: ['school', 'year'] }],
  ['student years under both rules in one cell', studentYears, { by: [] }],
  ['student years by month, funding, age and gender', studentYears, { by: ['month', 'funding', 'ageGroup', 'gender'] }],
  ['completion by cohort and checkpoint', completionByCohort, { by: ['cohort', 'checkpoint', 'started', 'school'] }],
  [
    'completion at a year of one school',
    completionByCohort,
    { by: ['gender'], only: { checkpoint: ['12'], school: ['s1'], cohort: ['2020-H1'] } },
  ],
];

describe('calculate', () => {
  it.each(runs)('%s: batches of any size give the same as one, bit for bit', (_, definition, asked) => {
    const options = { ...asked, period, asOf };
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 5 }), (persons, personsPerBatch) => {
        const whole = calculateInMemory(factsOf(persons), definition, options);
        const split = calculateInMemory(factsOf(persons, { personsPerBatch }), definition, options);
        expect(JSON.stringify(split)).toBe(JSON.stringify(whole));
      }),
      { numRuns: 60 },
    );
  });

  it.each(runs)('%s: parts calculated on their own combine to the whole', (_, definition, asked) => {
    const options = { ...asked, period, asOf };
    fc.assert(
      fc.property(people, fc.nat({ max: 12 }), (persons, cut) => {
        const part = (some: readonly PlainPerson[]): ReturnType<typeof calculateInMemory> =>
          calculateInMemory(factsOf(some), definition, options);
        const joined = combine(part(persons.slice(cut)), part(persons.slice(0, cut)));
        expect(JSON.stringify(joined)).toBe(JSON.stringify(part(persons)));
      }),
      { numRuns: 40 },
    );
  });

  it('takes batches as they come, and asks for records and findings when all have come', async () => {
    let read = 0;
    async function* stream(): AsyncGenerator<ReturnType<typeof factsOf>[number]> {
      for (const batch of factsOf(
        [
          { key: 'a', rights: [] },
          { key: 'b', rights: [] },
        ],
        { personsPerBatch: 1 },
      )) {
        read++;
        yield await Promise.resolve(batch);
      }
    }
    const finding = (code: string) => ({
      severity: 'warning' as const,
      code,
      where: { path: '' },
      found: '',
      expected: '',
      message: { fi: '', sv: '', en: '' },
    });
    const aggregate = await calculate(stream(), studentYears, {
      by: [],
      period,
      asOf,
      records: () => ({ read: read + 1, facts: read, refused: 1 }),
      findings: () => [finding('b'), finding('a'), finding('b')],
    });
    expect(aggregate.records).toEqual({ read: 3, facts: 2, refused: 1 });
    expect(aggregate.findings).toEqual([
      { code: 'a', severity: 'warning', count: 1 },
      { code: 'b', severity: 'warning', count: 2 },
    ]);
  });

  it('names members in order of their ids, and says which providers the rights are of', () => {
    const right: PlainStudyRight = {
      key: 'r',
      provider: { key: 'p2', label: { sv: 'Anordnare' } },
      school: { key: 's2', label: { fi: 'Koulu' } },
      education: 'wholeQualification',
      julyRule: 'removed',
      periods: [{ start: '2024-01-01', state: 'present' }],
    };
    const facts = factsOf([{ key: 'a', rights: [right, { ...right, key: 'q', provider: 'p1', school: 's1' }] }]);
    const { members, providers, records } = calculateInMemory(facts, studentYears, { by: ['school'], period, asOf });
    expect(members).toEqual({
      school: [
        { id: 's1', label: {} },
        { id: 's2', label: { fi: 'Koulu' } },
      ],
    });
    expect(providers).toEqual([
      { id: 'p1', label: {} },
      { id: 'p2', label: { sv: 'Anordnare' } },
    ]);
    expect(records).toEqual({ read: 1, facts: 1, refused: 0 });
  });

  it('carries its persons in memory only, without those that only a file knows', () => {
    const facts = factsOf([
      { key: 'a', rights: [] },
      { key: 'file:1', rights: [] },
    ]);
    const aggregate = calculateInMemory(facts, studentYears, { by: [], period, asOf });
    expect([...(personsOf(aggregate) ?? [])]).toEqual(['a']);
    expect(JSON.stringify(aggregate)).not.toContain('personKeys');
    expect(personsOf({ ...aggregate })).toBeUndefined();
  });

  it('refuses a sum that is no exact integer any more', () => {
    const enormous: Definition = {
      ...studentYears,
      rules: studentYears.rules.map((rule) => ({
        ...rule,
        measure: { kind: 'personDays', amount: Number.MAX_SAFE_INTEGER },
      })),
    };
    const right: PlainStudyRight = {
      key: 'r',
      provider: 'p',
      education: 'wholeQualification',
      julyRule: 'removed',
      periods: [
        { start: '2024-01-01', end: '2024-01-01', state: 'present' },
        { start: '2024-01-02', state: 'present' },
      ],
    };
    const run = (): unknown =>
      calculateInMemory(factsOf([{ key: 'a', rights: [right] }]), enormous, { by: [], period, asOf });
    expect(run).toThrow(expect.objectContaining({ name: 'AmountOverflowError' }));
  });

  it.each<[string, Definition, Partial<CalculateOptions>]>([
    ['unknown-dimension', studentYears, { by: ['cohort'] }],
    ['unknown-dimension', studentYears, { only: { started: ['vocational'] } }],
    ['dimension-twice', studentYears, { by: ['year', 'year'] }],
    ['unknown-rule', studentYears, { rule: 'until-1999' }],
    ['period-order', studentYears, { period: { from: '2024-02-01', to: '2024-01-31' } }],
    ['period-too-long', studentYears, { period: { from: '1000-01-01', to: '2024-01-31' } }],
    ['checkpoint-needed', completionByCohort, { by: ['cohort'] }],
    ['no-member', studentYears, { only: { year: [] } }],
    ['no-rule-in-force', { ...studentYears, rules: studentYears.rules.slice(0, 1) }, {}],
  ])('refuses options with %s', (code, definition, asked) => {
    const run = (): unknown => calculateInMemory([], definition, { by: [], period, asOf, ...asked });
    expect(run).toThrow(expect.objectContaining({ name: 'CalculateOptionsError', code }));
  });

  it('says how far it has come, and reads no further when it is told to stop', async () => {
    const right: PlainStudyRight = {
      key: 'r',
      provider: 'p',
      education: 'wholeQualification',
      julyRule: 'removed',
      periods: [],
    };
    const facts = factsOf(
      [
        { key: 'a', rights: [right, { ...right, key: 'q' }] },
        { key: 'b', rights: [] },
        { key: 'c', rights: [{ ...right, key: 's' }] },
      ],
      { personsPerBatch: 2 },
    );
    const options = { by: [], period, asOf };
    const seen: unknown[] = [];
    await calculate(facts, studentYears, options, { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([
      { batches: 1, persons: 2, studyRights: 2 },
      { batches: 2, persons: 3, studyRights: 3 },
    ]);
    const control = new AbortController();
    seen.length = 0;
    const stopped = calculate(facts, studentYears, options, {
      signal: control.signal,
      onProgress: (progress) => {
        seen.push(progress);
        control.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(seen).toHaveLength(1);
  });

  it('says which dimensions there are', () => {
    const by: readonly DimensionId[] = ['year', 'cohort'];
    expect(() => calculateInMemory([], studentYears, { by, period, asOf })).toThrow(
      /by\[1\]: found cohort, expected one of provider, school/,
    );
  });
});
