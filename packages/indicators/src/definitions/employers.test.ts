import { describe, expect, it } from 'vitest';
import { merge } from '../aggregate/merge.js';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPerson, PlainWorkplacePeriod } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { countsOf, persons, right } from '../../testing/timelines.js';
import type { Classification } from './classification.js';
import { employers } from './employers.js';

/** Each case is worked out by hand: the business ids met, and the persons with one. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2025-06-01',
};
const BAKERY = '1572860-0';
const GARAGE = '0201256-6';

function at(employer: string | undefined, start: string, end: string, area?: string): PlainWorkplacePeriod {
  return {
    kind: 'trainingAgreement',
    start,
    end,
    ...(employer === undefined ? {} : { employer }),
    ...(area === undefined ? {} : { area }),
  };
}

function found(
  people: readonly PlainPerson[],
  asked: Partial<CalculateOptions> = {},
): Readonly<Record<string, unknown>> {
  const { cells } = calculateInMemory(factsOf(people), employers, { ...options, ...asked });
  return Object.fromEntries(
    cells.map((cell) => [cell.key.join(' '), 'amounts' in cell ? [cell.n, ...(cell.codes ?? [])] : cell.matures]),
  );
}

describe('employers', () => {
  it('are business ids, each once however many learners and periods it has', () => {
    const people = persons(
      [
        right('2023-01-01 present', {
          workplaces: [at(BAKERY, '2023-02-01', '2023-02-28'), at(BAKERY, '2023-04-01', '2023-04-30')],
        }),
      ],
      [right('2023-01-01 present', { workplaces: [at(BAKERY, '2023-03-01', '2023-03-31')] })],
      [right('2023-01-01 present', { workplaces: [at(GARAGE, '2023-03-01', '2023-03-31')] })],
    );
    expect(found(people)).toEqual({ '2023': [3, GARAGE, BAKERY] });
  });

  it('are in each window that they have a learner in', () => {
    const people = persons([right('2023-01-01 present', { workplaces: [at(BAKERY, '2023-12-31', '2024-01-01')] })]);
    expect(found(people)).toEqual({ '2023': [1, BAKERY], '2024': [1, BAKERY] });
    expect(found(people, { by: ['month'] })).toEqual({ '2023-12': [1, BAKERY], '2024-01': [1, BAKERY] });
  });

  it('of which the business id is missing are not seen', () => {
    const workplaces = [at(undefined, '2023-02-01', '2023-02-28')];
    const aggregate = calculateInMemory(
      factsOf(persons([right('2023-01-01 present', { workplaces })])),
      employers,
      options,
    );
    const seen = aggregate.cells.flatMap((cell) => ('codes' in cell ? (cell.codes ?? []) : []));
    expect(seen).toEqual([]);
  });

  it('are told apart by the municipality of the workplace and by the field of the qualification', () => {
    const field: Classification = {
      id: 'field',
      version: '1',
      label: { fi: 'Ala' },
      classes: [
        { id: 'food', label: { fi: 'Elintarvikeala' } },
        { id: 'cars', label: { fi: 'Autoala' } },
      ],
      codes: { '361902': 'food', '351301': 'cars' },
    };
    const people = persons(
      [right('2023-01-01 present', { workplaces: [at(BAKERY, '2023-02-01', '2023-02-28', '853')] })],
      [
        right('2023-01-01 present', {
          qualification: '351301',
          workplaces: [at(GARAGE, '2023-02-01', '2023-02-28', '853'), at(BAKERY, '2023-03-01', '2023-03-31', '091')],
        }),
      ],
    );
    expect(found(people, { by: ['area'] })).toEqual({ '091': [1, BAKERY], '853': [2, GARAGE, BAKERY] });
    expect(found(people, { by: ['field', 'area'], classifications: [field] })).toEqual({
      'cars 091': [1, BAKERY],
      'cars 853': [1, GARAGE],
      'food 853': [1, BAKERY],
    });
  });

  it('have no learner before the right begins, after it ends, or after the day of the data', () => {
    const people = persons([
      right('2023-02-01 present, 2023-05-31 resigned', {
        workplaces: [at(BAKERY, '2023-01-01', '2023-01-31'), at(GARAGE, '2023-06-01', '2023-08-31')],
      }),
    ]);
    expect(found(people)).toEqual({});
    const later = persons([right('2024-01-01 present', { workplaces: [at(BAKERY, '2024-03-02', '2024-04-30')] })]);
    expect(found(later, { asOf: '2024-03-01' })).toEqual({});
    expect(found(later, { asOf: '2024-03-02' })).toEqual({ '2024': [1, BAKERY] });
  });

  it('of a right included in another, or invalidated, are left out, and the right is counted', () => {
    const workplaces = [at(BAKERY, '2023-02-01', '2023-02-28')];
    const people = persons(
      [right('2023-01-01 present', { nested: true, workplaces })],
      [right('2023-01-01 present, 2023-04-11 invalidated', { workplaces })],
      [right('2023-01-01 present', { workplaces: [at(GARAGE, '2023-02-01', '2023-02-28')] })],
    );
    expect(found(people)).toEqual({ '2023': [1, GARAGE] });
    expect(countsOf(people, employers, options)).toEqual({ population: 3, invalidated: 1, nested: 1 });
  });

  it('of two providers are once in the network, and shown where enough students stand behind the number', () => {
    const student = (provider: string, employer: string): PlainPerson['rights'][number] =>
      right('2023-01-01 present', { provider, workplaces: [at(employer, '2023-02-01', '2023-02-28')] });
    const [first = [], second = []] = [[student('P', BAKERY), student('P', GARAGE)], [student('Q', BAKERY)]];
    const ofProvider = (rights: typeof first) =>
      calculateInMemory(factsOf(persons(...rights.map((one) => [one]))), employers, { ...options, by: [] });
    const network = merge(ofProvider(first), ofProvider(second));
    const cells = (minimum: number) =>
      publish(network, { definition: employers, policy: minimumPolicy(minimum) }).cells;
    expect(cells(3)).toMatchObject([{ status: 'value', value: 2 }]);
    expect(cells(4)).toMatchObject([{ status: 'withheld' }]);
  });
});
