import {
  calculateInMemory,
  catalogue,
  factsOf,
  merge,
  mergeNetwork,
  parseAggregate,
  type Aggregate,
  type Definition,
  type DimensionId,
  type PlainPerson,
} from '@strapetsi/indicators';
import { expect } from 'vitest';
import { personalisedNetworks } from './personalised-networks.js';
import { workingNetworks } from './working-networks.js';

/** Providers, each with schools of its own: plans and support in one half of them, workplaces in the other. */
function providersOf(count: number): readonly (readonly PlainPerson[])[] {
  const half = count / 2;
  return [...personalisedNetworks(half, 2026), ...workingNetworks(half, 2027)].map((persons, at) => {
    const provider = `provider-${String(at).padStart(2, '0')}`;
    return persons.map(({ key, rights, ...person }) => ({
      ...person,
      outcomes: [],
      key: `${String(at).padStart(2, '0')}${key.slice(2)}`,
      rights: rights.map((right) => ({
        ...right,
        provider,
        ...(right.school === undefined ? {} : { school: `${right.school} of ${provider}` }),
      })),
    }));
  });
}

/** Dimensions by which an indicator is cut, those first without which it says nothing. */
const wished: readonly DimensionId[] = ['checkpoint', 'year', 'cohort', 'school', 'gender'];

/** The cut of an indicator; nothing where it is not about study rights, or not cut so. */
function cutOf({ over = 'right', dimensions }: Definition): readonly DimensionId[] | undefined {
  const by = wished.filter((id) => dimensions.some((dimension) => dimension.id === id)).slice(0, 3);
  return over !== 'right' || by.length < 3 ? undefined : by;
}

/** Indicators that need no list of classes, with three dimensions each. */
export const indicators = catalogue
  .filter(({ id }) => id !== 'discontinuation-by-field')
  .flatMap((definition): (readonly [id: string, Definition, readonly DimensionId[]])[] => {
    const by = cutOf(definition);
    return by === undefined ? [] : [[definition.id, definition, by]];
  });

/** The same order every time, and none that anybody would choose: 37 has no divisor in common with the number of providers. */
const mixed = <T>(items: readonly T[]): readonly T[] =>
  items.map((_, at) => items[(at * 37 + 11) % items.length]).filter((item) => item !== undefined);

/** As from files. */
function read(aggregate: Aggregate): Aggregate {
  const parsed = parseAggregate(JSON.parse(JSON.stringify(aggregate)));
  if (!parsed.ok) throw new Error(parsed.problem.path);
  return parsed.aggregate;
}

/** So many providers, an even number, each calculating for itself; and a check that they merge to one calculation over all records. */
export function networkOf(count: number): (definition: Definition, by: readonly DimensionId[]) => void {
  const providers = providersOf(count);
  const each = providers.map((persons) => factsOf(persons));
  const all = factsOf(providers.flat());
  const options = { period: { from: '2021-01-01', to: '2024-12-31' }, asOf: '2026-01-31' };
  return (definition, by) => {
    const whole = calculateInMemory(all, definition, { ...options, by });
    expect(whole.providers).toHaveLength(count);
    expect(whole.cells.length).toBeGreaterThan(count);
    const own = each.map((facts) => read(calculateInMemory(facts, definition, { ...options, by })));
    const bytes = JSON.stringify(whole);
    const [first, ...others] = mixed(own);
    if (first === undefined) throw new Error('no aggregate');
    expect(JSON.stringify(merge(first, ...others))).toBe(bytes);
    const [a, b] = [Math.ceil(count / 5), Math.ceil(count / 2)];
    const regions = [own.slice(b), own.slice(0, a), own.slice(a, b)].map((region) => mergeNetwork(region).network);
    expect(JSON.stringify(mergeNetwork(regions).network)).toBe(bytes);
  };
}
