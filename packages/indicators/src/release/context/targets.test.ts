import { expect, it } from 'vitest';
import { parseTargets } from './targets.js';

const target = {
  indicator: 'completion-by-cohort',
  figure: 'completed',
  slice: { school: 'A' },
  period: { from: '2026-01-01', to: '2026-12-31' },
  value: 0.75,
  source: { fi: 'Strategia', sv: 'Strategi', en: 'Strategy' },
  decidedBy: { fi: 'Hallitus' },
};
const event = { date: '2026-08-01', text: { sv: 'Nya examensgrunder' }, indicators: ['students'] };
const file = { type: 'strapetsi.targets', schemaVersion: 1, targets: [target], events: [event] };

it('targets and events are read as they stand, events or slices or not', () => {
  expect(parseTargets(file)).toEqual({ ok: true, targets: file });
  const { slice, ...whole } = target;
  expect(slice).toBeDefined();
  const plain = { type: 'strapetsi.targets', schemaVersion: 1, targets: [whole] };
  expect(parseTargets(plain)).toEqual({ ok: true, targets: plain });
});

const withTarget = (over: object) => ({ ...file, targets: [target, { ...target, ...over }] });

it.each<[string, string, string, unknown]>([
  ['type', '"strapetsi.targets"', '"x"', { ...file, type: 'x' }],
  ['schemaVersion', '1', '2', { ...file, schemaVersion: 2 }],
  ['goals', 'a known name', '"goals"', { ...file, goals: [] }],
  ['targets', 'array', 'nothing', { type: file.type, schemaVersion: 1 }],
  ['targets[1].figure', 'a text', '""', withTarget({ figure: '' })],
  ['targets[1].value', 'number', '"75 %"', withTarget({ value: '75 %' })],
  ['targets[1].slice.school', 'string', '1', withTarget({ slice: { school: 1 } })],
  [
    'targets[1].period.from',
    'a day such as 2026-12-31',
    '"2026"',
    withTarget({ period: { from: '2026', to: '2026-12-31' } }),
  ],
  [
    'targets[1].period.to',
    'a day such as 2026-12-31',
    '"2026-02-30"',
    withTarget({ period: { from: '2026-01-01', to: '2026-02-30' } }),
  ],
  [
    'targets[1].period.to',
    'a day from 2026-06-01 on',
    '"2026-05-31"',
    withTarget({ period: { from: '2026-06-01', to: '2026-05-31' } }),
  ],
  ['targets[1].source', 'a text in fi, sv or en', 'an object', withTarget({ source: {} })],
  ['targets[1].decidedBy', 'object', 'nothing', withTarget({ decidedBy: undefined })],
  ['targets[1].decidedBy.de', 'a known name', '"de"', withTarget({ decidedBy: { fi: 'Hallitus', de: 'Vorstand' } })],
  ['events[0].date', 'a day such as 2026-12-31', '"1.8.2026"', { ...file, events: [{ ...event, date: '1.8.2026' }] }],
  ['events[0].text', 'a text in fi, sv or en', 'an object', { ...file, events: [{ ...event, text: {} }] }],
  ['', 'object', 'an array of 0', []],
])('what is wrong is told with its place: %s', (path, expected, found, json) => {
  expect(parseTargets(json)).toEqual({ ok: false, problem: { path, expected, found } });
});
