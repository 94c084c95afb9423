import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { employers } from '../definitions/employers.js';
import { employed } from '../definitions/outcomes.js';
import { feedbackMean } from '../definitions/feedback-mean.js';
import { studentYears } from '../definitions/student-years.js';
import { workplaceLearning } from '../definitions/workplace-learning.js';
import { calculateInMemory } from '../engine/calculate.js';
import { factsOf } from '../facts/facts-of.js';
import type { Facts } from '../facts/facts.js';
import type { PlainPerson, PlainStudyRight } from '../facts/plain-facts.js';
import { updateFacts, type UpdateSummary } from './update-facts.js';

function right(key: string, over: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return {
    key,
    provider: { key: 'p', label: { fi: 'Järjestäjä' } },
    school: 's1',
    education: 'wholeQualification',
    julyRule: 'removed',
    periods: [{ start: '2024-01-01', end: '2024-12-31', state: 'present' }],
    ...over,
  };
}

async function updated(
  old: readonly PlainPerson[],
  newer: readonly PlainPerson[],
): Promise<{ readonly facts: readonly Facts[]; readonly summary: UpdateSummary }> {
  const facts: Facts[] = [];
  const running = updateFacts(factsOf(old, { personsPerBatch: 2 }), factsOf(newer, { personsPerBatch: 2 }));
  for (;;) {
    const next = await running.next();
    if (next.done) return { facts, summary: next.value };
    facts.push(next.value);
  }
}

const window = { period: { from: '2020-01-01', to: '2026-12-31' }, asOf: '2026-06-30' };

/** What indicators of every kind of row make of facts. */
function figuresOf(facts: readonly Facts[]): unknown {
  return [
    calculateInMemory(facts, studentYears, { by: ['school', 'year'], ...window }),
    calculateInMemory(facts, workplaceLearning, { by: ['school', 'year'], ...window }),
    calculateInMemory(facts, employers, { by: ['school'], ...window }),
    calculateInMemory(facts, employed, { by: ['yearsAfter'], ...window }),
    calculateInMemory(facts, feedbackMean, { by: ['question'], ...window }),
  ].map(({ cells, population, exclusions, members }) => ({ cells, population, exclusions, members }));
}

describe('bringing a facts file up to date', () => {
  it('takes a changed right, keeps what the export does not hold, and adds what is new', async () => {
    const old = [
      { key: 'a', rights: [right('1', { version: 1 }), right('2', { version: 7, school: 's2' })] },
      { key: 'b', rights: [right('3')] },
    ];
    const newer = [
      { key: 'a', rights: [right('1', { version: 2, school: 's3' }), right('2', { version: 6, school: 's4' })] },
      { key: 'c', rights: [right('4')] },
    ];
    const { facts, summary } = await updated(old, newer);
    expect(summary.studyRights).toEqual({ kept: 1, replaced: 1, added: 1, older: 1 });
    expect(facts.flatMap(({ rights }) => rights.key).sort()).toEqual(['1', '2', '3', '4']);
    const { cells } = calculateInMemory(facts, studentYears, { by: ['school'], ...window });
    // 366 days of 2024 each; by the version the school of right 2 is still s2
    expect(cells).toEqual([
      { key: ['s1'], n: 2, amounts: [732_000_000] },
      { key: ['s2'], n: 1, amounts: [366_000_000] },
      { key: ['s3'], n: 1, amounts: [366_000_000] },
    ]);
  });

  it('moves a right that has come to another person', async () => {
    const { facts } = await updated([{ key: 'a', rights: [right('1')] }], [{ key: 'b', rights: [right('1')] }]);
    const owners = facts.flatMap(({ persons, rights }) => [...rights.person].map((person) => persons.key[person]));
    expect(owners).toEqual(['b']);
  });

  it('divides days of learning at work anew among the rights that a person has now', async () => {
    const at = (employer: string) => ({
      workplaces: [{ kind: 'trainingAgreement' as const, start: '2024-03-01', end: '2024-03-10', employer }],
    });
    const old = [{ key: 'a', rights: [right('1', at('e1')), right('2', at('e2'))] }];
    const newer = [{ key: 'a', rights: [right('2'), right('3', { ...at('e3'), school: 's3' })] }];
    const { facts } = await updated(old, newer);
    const { cells } = calculateInMemory(facts, workplaceLearning, { by: ['school'], ...window });
    // ten days, shared by two periods: five days each
    expect(cells.map((cell) => ('amounts' in cell ? cell.amounts[1] : undefined))).toEqual([5_000_000, 5_000_000]);
  });

  it('puts outcomes of the export in the place of all that were there', async () => {
    const outcome = (activity: 'employed' | 'student') => [
      { provider: 'p', graduated: '2023-12-31', yearsAfter: 1, activity, graduates: 10 },
    ];
    const old = [{ key: 'a', rights: [], outcomes: outcome('employed') }];
    const { facts, summary } = await updated(old, [{ key: 'b', rights: [], outcomes: outcome('student') }]);
    expect(summary.outcomes).toEqual({ kept: 0, added: 1 });
    expect(calculateInMemory(facts, employed, { by: ['yearsAfter'], ...window }).cells).toEqual([
      { key: ['1'], n: 10, amounts: [10, 0] },
    ]);
    expect((await updated(old, [{ key: 'b', rights: [right('1')] }])).summary.outcomes).toEqual({ kept: 1, added: 0 });
  });

  const rights = fc.uniqueArray(
    fc.record({
      key: fc.integer({ min: 1, max: 12 }),
      school: fc.constantFrom('s1', 's2', 's3'),
      version: fc.constantFrom(undefined, 1, 2),
      start: fc.constantFrom('2021-08-10', '2022-01-10', '2023-03-31'),
      workplaces: fc.array(
        fc.record({
          kind: fc.constantFrom('apprenticeship' as const, 'trainingAgreement' as const),
          start: fc.constantFrom('2022-02-01', '2022-02-10', '2023-05-01'),
          end: fc.constantFrom('2022-02-28', '2023-06-15', '2024-01-31'),
          share: fc.constantFrom(1_000_000, 500_000, 730_000),
          employer: fc.constantFrom('e1', 'e2'),
        }),
        { maxLength: 2 },
      ),
      answer: fc.constantFrom(undefined, 1, 5),
    }),
    { selector: ({ key }) => key, maxLength: 9 },
  );

  /** Right n belongs to person n modulo 5, in both exports. */
  function peopleOf(drawn: typeof rights extends fc.Arbitrary<infer T> ? T : never): readonly PlainPerson[] {
    const people = new Map<string, PlainPerson>();
    for (const { key, school, version, start, workplaces, answer } of drawn) {
      const person = `p${String(key % 5)}`;
      const before = people.get(person) ?? { key: person, rights: [] };
      const plain = right(String(key), {
        school,
        ...(version === undefined ? {} : { version }),
        periods: [{ start, end: '2024-06-30', state: 'present' }],
        workplaces,
      });
      const reply = {
        key: `v${String(key)}`,
        provider: 'p',
        survey: 'AMIS',
        day: '2024-01-15',
        answered: true,
        answers: [{ question: 'q', ...(answer === undefined ? {} : { value: answer }) }],
      };
      people.set(person, {
        ...before,
        rights: [...before.rights, plain],
        responses: [...(before.responses ?? []), reply],
      });
    }
    return [...people.values()];
  }

  it('gives the figures of the records as they would have been read together', async () => {
    await fc.assert(
      fc.asyncProperty(rights, rights, async (old, newer) => {
        const stays = (row: (typeof old)[number]): boolean => {
          const change = newer.find(({ key }) => key === row.key);
          return change === undefined || (change.version !== undefined && (row.version ?? -1) > change.version);
        };
        const kept = old.filter(stays);
        const taken = newer.filter(({ key }) => !kept.some((row) => row.key === key));
        // A reply has no version: it is the newer one, whatever became of the right.
        const replies = [...kept, ...taken].map((row) => ({
          ...row,
          answer: (newer.find(({ key }) => key === row.key) ?? row).answer,
        }));
        const { facts } = await updated(peopleOf(old), peopleOf(newer));
        expect(figuresOf(facts)).toEqual(figuresOf(factsOf(peopleOf(replies))));
      }),
      { numRuns: 60 },
    );
  });
});
