import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../days/calendar.js';
import { organisationKinds, type CodeEntry, type CodeLabels } from './code-labels.js';
import { parseCodeLabels, printCodeLabels } from './labels-file.js';

const day = fc.integer({ min: -20_000, max: 60_000 }).map(isoFromDay);
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const label = fc.record({ fi: text, sv: text, en: text }, { requiredKeys: [] });
const entry = fc.record(
  {
    label,
    from: day,
    to: day,
    parent: text,
    kind: fc.constantFrom(...organisationKinds),
    gone: fc.constant(true as const),
  },
  { requiredKeys: ['label'] },
);
const key = fc.oneof(fc.constantFrom('__proto__', 'constructor', '10', '2', ''), fc.string({ maxLength: 6 }));
const mapOf = <T>(value: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(key, value), { maxLength: 6 }).map((all) => new Map(all));
const labels: fc.Arbitrary<CodeLabels> = mapOf(mapOf(entry)).map((sets) => ({ sets }));

const reread = (one: CodeLabels) => parseCodeLabels(JSON.parse(printCodeLabels(one)));

describe('the file of code labels', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(labels, (one) => {
        expect(reread(one)).toEqual({ ok: true, labels: one });
      }),
    );
  });

  it('is the same text for the same labels in whatever order they came', () => {
    const entries: readonly (readonly [string, CodeEntry])[] = [
      ['2', { label: { fi: 'b' } }],
      ['x', { label: { fi: 'c' } }],
      ['10', { label: { fi: 'a' } }],
    ];
    const one: CodeLabels = { sets: new Map([['s', new Map(entries)]]) };
    const other: CodeLabels = { sets: new Map([['s', new Map([...entries].reverse())]]) };
    expect(printCodeLabels(one)).toBe(printCodeLabels(other));
  });

  it('has one code on a line', () => {
    const set = new Map<string, CodeEntry>([
      ['1', { label: { fi: 'Yksi', sv: 'Ett' }, from: '2018-01-01' }],
      ['2', { label: { fi: 'Kaksi' }, gone: true }],
    ]);
    expect(printCodeLabels({ sets: new Map([['luvut', set]]) })).toBe(
      [
        '{"type":"strapetsi.code-labels","schemaVersion":1,"sets":{',
        '"luvut":{',
        '"1":{"fi":"Yksi","sv":"Ett","from":"2018-01-01"},',
        '"2":{"fi":"Kaksi","gone":true}',
        '}',
        '}}',
        '',
      ].join('\n'),
    );
  });

  const file = (sets: unknown) => ({ type: 'strapetsi.code-labels', schemaVersion: 1, sets });
  it.each([
    [[], 'type', '"strapetsi.code-labels"', 'nothing'],
    [{ type: 'strapetsi.code-labels', schemaVersion: 2 }, 'schemaVersion', '1', '2'],
    [file(undefined), 'sets', 'an object of code sets', 'nothing'],
    [file({ kieli: [] }), 'sets.kieli', 'an object of codes', 'an array of 0'],
    [file({ kieli: { FI: 'suomi' } }), 'sets.kieli.FI', 'an object with fi, sv, en', '"suomi"'],
    [file({ kieli: { FI: { fi: 1 } } }), 'sets.kieli.FI.fi', 'string', '1'],
    [
      file({ kieli: { FI: { from: '2024-02-30' } } }),
      'sets.kieli.FI.from',
      'a date such as 2024-12-31',
      '"2024-02-30"',
    ],
    [file({ kieli: { FI: { gone: false } } }), 'sets.kieli.FI.gone', 'true', 'false'],
  ])('says of %j where it is wrong', (json, path, expected, found) => {
    expect(parseCodeLabels(json)).toEqual({ ok: false, problem: { path, expected, found } });
  });
});
