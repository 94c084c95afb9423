import { expect, it } from 'vitest';
import { mergeNetwork } from '../aggregate/merge-network.js';
import { planTimeliness } from '../definitions/plan-timeliness.js';
import { studentYears } from '../definitions/student-years.js';
import { calculateInMemory } from '../engine/calculate.js';
import { factsOf } from '../facts/facts-of.js';
import { persons, right } from '../../testing/timelines.js';
import { minimumPolicy } from './policy.js';
import { publish } from './publish.js';

const policy = minimumPolicy(5);
const run = { by: ['year'], period: { from: '2024-01-01', to: '2024-12-31' }, asOf: '2025-01-31' } as const;

it('a table says by which rule it was calculated where one was asked for, and with which limits', () => {
  const [rule] = studentYears.rules;
  const years = (options: object) =>
    publish(calculateInMemory(factsOf([]), studentYears, { ...run, ...options }), { definition: studentYears, policy });
  expect(years({ rule: rule?.id }).rule).toBe(rule?.id);
  expect(years({})).not.toHaveProperty('rule');
  expect(years({})).not.toHaveProperty('parameters');
  const plans = calculateInMemory(factsOf([]), planTimeliness, { ...run, by: [], parameters: { days: 30 } });
  expect(publish(plans, { definition: planTimeliness, policy }).parameters).toEqual({ days: 30 });
});

it('a table of a network whose records are of several days says the earliest and the latest', () => {
  const of = (provider: string, asOf: string) =>
    calculateInMemory(factsOf(persons([right('2024-01-01 present', { provider })])), studentYears, { ...run, asOf });
  const { network } = mergeNetwork([of('p1', '2025-02-02'), of('p2', '2025-01-31')], { maxDaysApart: 2 });
  const table = publish(network, { definition: studentYears, policy });
  expect([table.asOf, table.asOfLatest]).toEqual(['2025-01-31', '2025-02-02']);
  expect(publish(of('p1', '2025-02-02'), { definition: studentYears, policy })).not.toHaveProperty('asOfLatest');
});
