import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainSpell, PlainStudyRight } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf, persons, right, tuva } from '../../testing/timelines.js';
import { support } from './support.js';

/** Each case is worked out by hand: [rights, those with special support, those without]. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2026-11-01',
};
const WITH = [1, 1, 0];
const WITHOUT = [1, 0, 1];

function studying(spells: readonly PlainSpell[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return right('2022-08-08 present', { spells, ...more });
}

function spell(start: string, end?: string, kind = 'erityinenTuki'): PlainSpell {
  return { kind, start, ...(end === undefined ? {} : { end }) };
}

function cells(
  rights: readonly PlainStudyRight[],
  asked: Partial<CalculateOptions> = {},
): Readonly<Record<string, unknown>> {
  return cellsOf(persons(rights), support, { ...options, ...asked });
}

describe('special support', () => {
  it('is a spell of it on at least one day of the window, from its first day to its last', () => {
    expect(cells([studying([spell('2023-12-31', '2024-01-01')])])).toEqual({ '2023': WITH, '2024': WITH });
    expect(cells([studying([spell('2022-09-01', '2022-12-31')])])).toEqual({ '2023': WITHOUT, '2024': WITHOUT });
    expect(cells([studying([spell('2022-09-01', '2023-01-01')])])).toEqual({ '2023': WITH, '2024': WITHOUT });
    expect(cells([studying([spell('2024-12-31')])])).toEqual({ '2023': WITHOUT, '2024': WITH });
    expect(cells([studying([])])).toEqual({ '2023': WITHOUT, '2024': WITHOUT });
  });

  it('is that of several fields of KOSKI, and of none of the others', () => {
    const of = (kind: string) => cells([studying([spell('2023-02-01', '2023-03-01', kind)])])['2023'];
    for (const kind of ['erityinenTuki', 'vaativanErityisenTuenErityinenTehtävä', 'hojks', 'erityisenTuenPäätös'])
      expect([kind, of(kind)]).toEqual([kind, WITH]);
    for (const kind of ['majoitus', 'opiskeluvalmiuksiaTukevatOpinnot', 'vaikeastiVammainen'])
      expect([kind, of(kind)]).toEqual([kind, WITHOUT]);
  });

  it('counts a right once, however many spells it has; one that ends before it begins is none', () => {
    const several = [spell('2023-01-10', '2023-02-01'), spell('2023-01-15', '2023-05-01'), spell('2023-08-01')];
    expect(cells([studying(several)])['2023']).toEqual(WITH);
    expect(cells([studying([spell('2023-03-01', '2023-02-28')])])['2023']).toEqual(WITHOUT);
  });

  it('is looked at while the right lasts: a spell before it began or after it ended is none', () => {
    const ended = right('2023-02-01 present, 2023-11-30 graduated', { spells: [spell('2023-12-01', '2023-12-31')] });
    expect(cells([ended])).toEqual({ '2023': WITHOUT });
    const early = right('2023-02-01 present', { spells: [spell('2022-12-01', '2023-01-31')] });
    expect(cells([early])['2023']).toEqual(WITHOUT);
  });

  it('is a share of the rights with presence or holiday in the window', () => {
    expect(cells([right('2022-08-08 present, 2023-01-01 interrupted')])).toEqual({});
    expect(cells([right('2022-08-08 present, 2023-01-02 interrupted')])).toEqual({ '2023': WITHOUT });
    expect(cells([right('2022-08-08 interrupted, 2024-12-31 holiday')])).toEqual({ '2024': WITHOUT });
  });

  it('ends with the year 2025, and with the day of the data', () => {
    const late = { by: ['month'], period: { from: '2025-12-01', to: '2026-06-30' } } as const;
    expect(cells([studying([spell('2025-12-31')])], late)).toEqual({ '2025-12': WITH });
    expect(cells([studying([spell('2026-01-01')])], late)).toEqual({ '2025-12': WITHOUT });
    expect(cells([studying([spell('2023-06-02')])], { asOf: '2023-06-01' })).toEqual({ '2023': WITHOUT });
    expect(cells([studying([spell('2023-06-01')])], { asOf: '2023-06-01' })).toEqual({ '2023': WITH });
  });

  it('of rights begun from 2026 on is not known: they are left out and counted', () => {
    const asked = { ...options, period: { from: '2025-01-01', to: '2026-12-31' } };
    const people = persons([right('2025-12-31 present')], [right('2026-01-01 present')]);
    expect(cellsOf(people, support, asked)).toEqual({ '2025': WITHOUT });
    expect(countsOf(people, support, asked)).toEqual({
      population: 2,
      invalidated: 0,
      nested: 0,
      startedFrom2026: 1,
    });
  });

  it('of invalidated rights, those in others and education that is not vocational is left out; TUVA is in', () => {
    const spells = [spell('2023-02-01')];
    const people = persons(
      [right('2023-01-01 present, 2023-03-01 invalidated', { spells })],
      [studying(spells, { nested: true })],
      [studying(spells, { education: 'generalUpperSecondary', performanceType: 'lukionoppimaara' })],
      [tuva('2023-01-01 present, 2023-12-01 graduated', { spells })],
    );
    expect(cellsOf(people, support, options)).toEqual({ '2023': WITH });
    expect(countsOf(people, support, options)).toEqual({
      population: 3,
      invalidated: 1,
      nested: 1,
      startedFrom2026: 0,
    });
  });

  it('is told apart by how the last day of presence in the window was funded, and published as a share: 2 of 4', () => {
    const changes = studying([spell('2023-02-01')], {
      periods: [
        { start: '2022-08-08', end: '2023-06-30', state: 'present', funding: 1 },
        { start: '2023-07-01', end: '2023-12-31', state: 'present', funding: 2 },
      ],
    });
    expect(cells([changes], { by: ['halfYear', 'funding'] })).toEqual({ '2023-H1 01': WITH, '2023-H2 02': WITH });
    expect(cells([changes], { by: ['funding'] })).toEqual({ '02': WITH });
    const people = persons([changes], [studying([])], [changes], [studying([])]);
    const asked = { ...options, by: [], period: { from: '2023-01-01', to: '2023-12-31' } };
    const aggregate = calculateInMemory(factsOf(people), support, asked);
    const table = publish(aggregate, { definition: support, policy: minimumPolicy(2) });
    expect(table.cells).toMatchObject([{ status: 'value', value: 0.5, x: { value: 2 }, n: { value: 4 } }]);
  });
});
