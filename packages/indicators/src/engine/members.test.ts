import { describe, expect, it } from 'vitest';
import type { DimensionRule, Rule } from '../definitions/definition.js';
import type { Dictionary } from '../facts/facts.js';
import {
  checkpointId,
  checkpointLabel,
  halfYearMember,
  memberNumber,
  namedMembers,
  newMembers,
  newTranslation,
  takeLateNames,
  translate,
  windowMembers,
} from './members.js';
import type { Window } from './windows.js';

const text = (name: string) => ({ fi: name, sv: name, en: name });
const unknown = { id: 'unknown', label: { fi: 'Tieto puuttuu', sv: 'Uppgift saknas', en: 'Not known' } };

describe('members of a dimension', () => {
  it('have numbers from 1 in the order in which they are met; 0 is what is not known', () => {
    const members = newMembers();
    expect(['a', 'b', 'a', 'unknown', 'c'].map((id) => memberNumber(members, id, text(id)))).toEqual([1, 2, 1, 0, 3]);
    expect(members.list).toEqual([unknown, ...['a', 'b', 'c'].map((id) => ({ id, label: text(id) }))]);
  });

  it('of half-years are spring and autumn: year × 2, plus 1 from July', () => {
    const members = newMembers();
    expect([4046, 4047, 4046].map((halfYear) => halfYearMember(members, halfYear))).toEqual([1, 2, 1]);
    expect(members.list.slice(1)).toEqual([
      { id: '2023-H1', label: { fi: 'Kevät 2023', sv: 'Våren 2023', en: 'Spring 2023' } },
      { id: '2023-H2', label: { fi: 'Syksy 2023', sv: 'Hösten 2023', en: 'Autumn 2023' } },
    ]);
  });

  it('of checkpoints sort in the order of time, and their months stand beside the number', () => {
    expect([6, 12, 60, 'lastMonthEnd' as const].map(checkpointId)).toEqual(['06', '12', '60', 'latest']);
    expect(checkpointLabel(6)).toEqual({ fi: '6\u00a0kk', sv: '6\u00a0mån', en: '6\u00a0months' });
    expect(checkpointLabel('lastMonthEnd')).toEqual({
      fi: 'Viimeisin kuunvaihde',
      sv: 'Senaste månadsskiftet',
      en: 'Latest month end',
    });
  });

  it('of windows are their years, half-years or months', () => {
    // 30 June and 1 July 2023, as days since 1970.
    const rule: Rule = { id: 'r', label: text('r'), inForce: {}, steps: [], measure: { kind: 'count' }, sources: [] };
    const windows: readonly Window[] = [
      { start: 19_538, end: 19_538, year: '2023', halfYear: '2023-H1', month: '2023-06', rule },
      { start: 19_539, end: 19_539, year: '2023', halfYear: '2023-H2', month: '2023-07', rule },
    ];
    const of = (id: 'year' | 'halfYear' | 'month'): unknown => {
      const members = newMembers();
      const numbers = windowMembers(members, id, windows);
      return [
        numbers,
        ...members.list.slice(1).map((member) => [member.id, member.label.fi, member.label.sv, member.label.en]),
      ];
    };
    expect(of('year')).toEqual([
      [1, 1],
      ['2023', '2023', '2023', '2023'],
    ]);
    expect(of('halfYear')).toEqual([
      [1, 2],
      ['2023-H1', 'Kevät 2023', 'Våren 2023', 'Spring 2023'],
      ['2023-H2', 'Syksy 2023', 'Hösten 2023', 'Autumn 2023'],
    ]);
    expect(of('month')).toEqual([
      [1, 2],
      ['2023-06', '6/2023', '6/2023', '6/2023'],
      ['2023-07', '7/2023', '7/2023', '7/2023'],
    ]);
  });

  it('that a definition or a classification names stand in its order', () => {
    const [a, b, others] = ['b', 'a', 'others'].map((id) => ({ id, label: text(id) }));
    const named = (from: DimensionRule['from']) =>
      namedMembers(
        { id: 'area', label: text('x'), from },
        new Map([['list', { id: 'list', version: '1', label: text('x'), classes: [a!, b!], codes: {} }]]),
      );
    expect(named({ codes: 'period.funding', members: [a!, b!].map((one) => ({ ...one, codes: ['1'] })) })).toEqual([
      a,
      b,
    ]);
    expect(named({ codes: 'period.funding', members: [{ ...a!, codes: ['1'] }], others: others! })).toEqual([
      a,
      others,
    ]);
    expect(named({ number: 1, members: [{ ...a!, value: 1 }] })).toEqual([a]);
    expect(named({ ageInYearOf: 1, groups: [{ ...a!, from: 0, to: 19 }] })).toEqual([a]);
    expect(named({ classified: 'right.qualification', by: 'list' })).toEqual([a, b]);
    expect(named({ classified: 'right.qualification', by: 'another' })).toEqual([]);
    expect(named({ dictionary: 'right.school' })).toEqual([]);
    expect(named({ halfYearOf: 1 })).toEqual([]);
    expect(named('windows')).toEqual([]);
  });
});

describe('members of a dictionary', () => {
  interface Growing extends Dictionary {
    readonly keys: string[];
    readonly labels: ({ fi?: string } | undefined)[] & Dictionary['labels'];
  }
  const dictionary = (...entries: readonly (readonly [string, string?])[]): Growing => ({
    keys: entries.map(([key]) => key),
    labels: entries.map(([, fi]) => (fi === undefined ? {} : { fi })),
  });

  it('are looked up by position + 1: the first is for a code that is missing', () => {
    const members = newMembers();
    memberNumber(members, 's2', { fi: 'Kaksi' });
    const schools = dictionary(['s1', 'Yksi'], ['s2', 'Kaksi']);
    const translation = newTranslation(schools);
    expect([...translate(translation, members).subarray(0, 3)]).toEqual([0, 2, 1]);
    expect(translate(translation, members)).toBe(translation.table);
    for (let at = 3; at <= 9; at++) {
      schools.keys.push(`s${String(at)}`);
      schools.labels.push({});
    }
    expect([...translate(translation, members).subarray(0, 10)]).toEqual([0, 2, 1, 3, 4, 5, 6, 7, 8, 9]);
    expect(members.list.map(({ id }) => id)).toEqual(['unknown', 's2', 's1', 's3', 's4', 's5', 's6', 's7', 's8', 's9']);
  });

  it('have of two spellings the smaller one, whichever dictionary came first', () => {
    for (const spellings of [
      ['Koulu', 'Koulun'],
      ['Koulun', 'Koulu'],
    ]) {
      const members = newMembers();
      for (const spelling of spellings) translate(newTranslation(dictionary(['s1', spelling])), members);
      expect(members.list).toEqual([unknown, { id: 's1', label: { fi: 'Koulu' } }]);
    }
  });

  it('take names that came up after them, and no others', () => {
    const members = newMembers();
    const schools = dictionary(['s1'], ['s2', 'Kaksi']);
    translate(newTranslation(schools), members);
    schools.labels[0] = { fi: 'Yksi' };
    schools.keys.push('s3');
    schools.labels.push({ fi: 'Kolme' });
    takeLateNames(members, schools);
    expect(members.list).toEqual([unknown, { id: 's1', label: { fi: 'Yksi' } }, { id: 's2', label: { fi: 'Kaksi' } }]);
    takeLateNames(members, { keys: ['s2'], labels: [] });
    expect(members.list[2]).toEqual({ id: 's2', label: { fi: 'Kaksi' } });
  });
});
