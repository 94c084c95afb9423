import { expect, it } from 'vitest';
import { dimensionIds } from '../definitions/definition.js';
import { parseAggregate } from './parse.js';

const label = { fi: 'Nimi', sv: 'Namn', en: 'Name' };
/** Everything that an aggregate can hold. */
const whole = {
  type: 'strapetsi.aggregate',
  schemaVersion: 1,
  indicator: { id: 'employers', version: '1.0.0', hash: 'aa' },
  rule: 'only',
  period: { from: '2024-01-01', to: '2024-12-31' },
  asOf: '2025-01-31',
  parameters: { days: -30 },
  classifications: [{ id: 'fields', version: '2' }],
  own: { 'own.team': label },
  only: { school: ['s1'], 'own.team': ['t'] },
  by: ['year', 'own.team'],
  totals: ['own.team'],
  members: { year: [{ id: '2024', label: {} }], 'own.team': [{ id: 't', label }] },
  providers: [{ id: 'p', label: { sv: 'Anordnare' } }],
  cells: [
    { key: ['2024', 't'], n: 1, amounts: [0, 2], codes: ['e'] },
    { key: ['2025', 't'], matures: '2026-01-01' },
  ],
  population: 3,
  exclusions: [{ id: 'nested', count: 0 }],
  findings: [{ code: 'x', severity: 'warning', count: 2 }],
  records: { read: 4, facts: 3, refused: 1 },
};

/** What is wrong with an aggregate that differs in some fields. */
function wrong(over: object): unknown {
  const read = parseAggregate({ ...whole, ...over });
  return read.ok ? undefined : { ...read.problem };
}

it('everything that an aggregate can hold is read, and what is not known is dropped', () => {
  expect(parseAggregate(whole)).toEqual({ ok: true, aggregate: whole });
  expect(parseAggregate({ ...whole, comment: 'x', records: { ...whole.records, lost: 1 } })).toEqual({
    ok: true,
    aggregate: whole,
  });
});

it('what may be absent may be absent, and all else must be there', () => {
  const absent = ['rule', 'parameters', 'classifications', 'own', 'totals'];
  for (const name of Object.keys(whole)) {
    const rest = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));
    const read = parseAggregate(rest);
    if (absent.includes(name)) expect(read).toEqual({ ok: true, aggregate: rest });
    else expect(read).toMatchObject({ ok: false, problem: { path: name, found: 'nothing' } });
  }
});

const day = 'a date such as 2024-12-31';
const count = 'a whole number from 0 up';
it.each<[string, object, string, string, string]>([
  ['a later version', { schemaVersion: 2 }, 'schemaVersion', 'version 1', '2'],
  ['no version', { schemaVersion: 0 }, 'schemaVersion', 'version 1', '0'],
  ['an indicator without a hash', { indicator: { id: 'x', version: '1' } }, 'indicator.hash', 'string', 'nothing'],
  ['an indicator without a version', { indicator: { id: 'x', hash: 'a' } }, 'indicator.version', 'string', 'nothing'],
  ['an indicator without an id', { indicator: { version: '1', hash: 'a' } }, 'indicator.id', 'string', 'nothing'],
  ['a rule that is a number', { rule: 1 }, 'rule', 'string', '1'],
  ['a day with something after it', { asOf: '2024-12-311' }, 'asOf', day, '"2024-12-311"'],
  ['a day with something before it', { asOf: '12024-12-31' }, 'asOf', day, '"12024-12-31"'],
  ['a month of one digit', { asOf: '2024-1-31' }, 'asOf', day, '"2024-1-31"'],
  ['a day of one digit', { asOf: '2024-01-3' }, 'asOf', day, '"2024-01-3"'],
  ['a year of two digits', { asOf: '24-01-31' }, 'asOf', day, '"24-01-31"'],
  ['a day in words', { asOf: 'abcd-ef-gh' }, 'asOf', day, '"abcd-ef-gh"'],
  ['a period without an end', { period: { from: '2024-01-01' } }, 'period.to', 'string', 'nothing'],
  ['a period without a beginning', { period: { to: '2024-01-01' } }, 'period.from', 'string', 'nothing'],
  ['an amount below nothing', { cells: [{ key: [], n: 1, amounts: [0, -1] }] }, 'cells[0].amounts[1]', count, '-1'],
  ['a day to come that is none', { cells: [{ key: [], matures: 'soon' }] }, 'cells[0].matures', day, '"soon"'],
  ['half a parameter', { parameters: { days: 0.5 } }, 'parameters.days', 'int', '0.5'],
  [
    'a classification without a version',
    { classifications: [{ id: 'f' }] },
    'classifications[0].version',
    'string',
    'nothing',
  ],
  [
    'a classification without an id',
    { classifications: [{ version: '1' }] },
    'classifications[0].id',
    'string',
    'nothing',
  ],
  ['a name that is a number', { own: { 'own.team': { fi: 1 } } }, 'own["own.team"].fi', 'string', '1'],
  ['a Swedish name that is a number', { own: { a: { sv: 1 } } }, 'own.a.sv', 'string', '1'],
  ['an English name that is a number', { own: { a: { en: 1 } } }, 'own.a.en', 'string', '1'],
  ['a name that is nothing', { own: { a: { en: undefined } } }, 'own.a.en', 'string', 'nothing'],
  ['a member of only that is a number', { only: { school: [1] } }, 'only.school[0]', 'string', '1'],
  ['totals that are no list', { totals: 'school' }, 'totals', 'array', '"school"'],
  ['a member without a name', { members: { year: [{ id: '2024' }] } }, 'members.year[0].label', 'object', 'nothing'],
  ['a member without an id', { members: { year: [{ label: {} }] } }, 'members.year[0].id', 'string', 'nothing'],
  ['a provider without an id', { providers: [{ label: {} }] }, 'providers[0].id', 'string', 'nothing'],
  ['fewer than nobody', { population: -1 }, 'population', count, '-1'],
  ['an exclusion without a name', { exclusions: [{ count: 1 }] }, 'exclusions[0].id', 'string', 'nothing'],
  ['an exclusion without a count', { exclusions: [{ id: 'x' }] }, 'exclusions[0].count', 'number', 'nothing'],
  ['a finding without a code', { findings: [{ severity: 'x', count: 1 }] }, 'findings[0].code', 'string', 'nothing'],
  [
    'a finding without a severity',
    { findings: [{ code: 'x', count: 1 }] },
    'findings[0].severity',
    'string',
    'nothing',
  ],
  ['a finding without a count', { findings: [{ code: 'x', severity: 'x' }] }, 'findings[0].count', 'number', 'nothing'],
  ['records without those read', { records: { facts: 1, refused: 1 } }, 'records.read', 'number', 'nothing'],
  ['records without those that gave facts', { records: { read: 1, refused: 1 } }, 'records.facts', 'number', 'nothing'],
  ['records without those refused', { records: { read: 1, facts: 1 } }, 'records.refused', 'number', 'nothing'],
])('%s is refused', (_, over, path, expected, found) => {
  expect(wrong(over)).toEqual({ path, expected, found });
});

it('an unknown cut is refused with those that there are', () => {
  const expected = [...dimensionIds.map((id) => `"${id}"`), 'own.NAME'].join(' or ');
  expect(wrong({ by: ['year', 'mine.team'] })).toEqual({ path: 'by[1]', expected, found: '"mine.team"' });
  expect(wrong({ totals: ['weather'] })).toEqual({ path: 'totals[0]', expected, found: '"weather"' });
});

it.each<[string, object]>([
  ['half a person', { n: 0.5, amounts: [] }],
  ['no amounts', { n: 1 }],
  ['codes that are numbers', { n: 1, amounts: [], codes: [1] }],
  ['neither', {}],
])('a cell with %s is neither figures nor a day', (_, cell) => {
  expect(wrong({ cells: [{ key: ['2024', 't'], ...cell }] })).toEqual({
    path: 'cells[0]',
    expected: 'figures or the day from which there are some',
    found: 'an object',
  });
});

it('a key has one part for each dimension, and the first that has not is named', () => {
  const cell = (...key: readonly string[]): object => ({ key, n: 1, amounts: [] });
  expect(wrong({ cells: [cell('2024', 't'), cell('2024', 't', 'x'), cell()] })).toEqual({
    path: 'cells[1].key',
    expected: '2 parts, one per dimension of by',
    found: '3 parts',
  });
  expect(wrong({ cells: [cell()] })).toMatchObject({ path: 'cells[0].key', found: '0 parts' });
});
