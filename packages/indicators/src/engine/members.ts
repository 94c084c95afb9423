import type { DataText, LocalizedText } from '@strapetsi/text';
import { joinMembers } from '../aggregate/add.js';
import type { Member } from '../aggregate/aggregate.js';
import { halfYearOf } from '../days/calendar.js';
import type { Classification } from '../definitions/classification.js';
import type { DimensionRule } from '../definitions/definition.js';
import type { Dictionary } from '../facts/facts.js';
import type { Checkpoint } from './maturity.js';
import type { Window, WindowDimension } from './windows.js';

/** The members of one dimension in a run, by number. Number 0 is "unknown". */
export interface Members {
  readonly list: Member[];
  readonly numbers: Map<string, number>;
}

const unknown: Member = {
  id: 'unknown',
  label: { fi: 'Tieto puuttuu', sv: 'Uppgift saknas', en: 'Not known' } satisfies Required<LocalizedText>,
};

export function newMembers(): Members {
  return { list: [unknown], numbers: new Map([[unknown.id, 0]]) };
}

export function memberNumber(members: Members, id: string, label: DataText): number {
  const known = members.numbers.get(id);
  if (known !== undefined) return known;
  const number = members.list.push({ id, label }) - 1;
  members.numbers.set(id, number);
  return number;
}

/** Half-years as members: `2023-H2`. */
export function halfYearMember(members: Members, halfYear: number): number {
  const year = String(Math.floor(halfYear / 2));
  const half = halfYear % 2 === 0 ? '1' : '2';
  const label =
    half === '1'
      ? { fi: `Kevät ${year}`, sv: `Våren ${year}`, en: `Spring ${year}` }
      : { fi: `Syksy ${year}`, sv: `Hösten ${year}`, en: `Autumn ${year}` };
  return memberNumber(members, `${year}-H${half}`, label);
}

/** `06` … `60`, and `latest`: ids sort in the order of time. */
export function checkpointId(checkpoint: Checkpoint): string {
  return checkpoint === 'lastMonthEnd' ? 'latest' : String(checkpoint).padStart(2, '0');
}

export function checkpointLabel(checkpoint: Checkpoint): Required<LocalizedText> {
  if (checkpoint === 'lastMonthEnd') {
    return { fi: 'Viimeisin kuunvaihde', sv: 'Senaste månadsskiftet', en: 'Latest month end' };
  }
  // A number and its unit stay on one line.
  const months = `${String(checkpoint)}\u00a0`;
  return { fi: `${months}kk`, sv: `${months}mån`, en: `${months}months` };
}

function monthLabel(month: string): Required<LocalizedText> {
  const [year = '', number = ''] = month.split('-');
  const text = `${String(Number(number))}/${year}`;
  return { fi: text, sv: text, en: text };
}

/** The number of each window's year, half-year or month among the members. */
export function windowMembers(members: Members, id: WindowDimension, windows: readonly Window[]): readonly number[] {
  return windows.map((window) => {
    if (id === 'month') return memberNumber(members, window.month, monthLabel(window.month));
    if (id === 'halfYear') return halfYearMember(members, halfYearOf(window.start));
    return memberNumber(members, window.year, { fi: window.year, sv: window.year, en: window.year });
  });
}

/** Members that a definition names itself stand from the beginning, in its order. */
export function namedMembers(
  rule: DimensionRule,
  classifications: ReadonlyMap<string, Classification>,
): readonly Member[] {
  if (typeof rule.from !== 'object') return [];
  if ('classified' in rule.from) return classifications.get(rule.from.by)?.classes ?? [];
  if ('codes' in rule.from) {
    const { members, others } = rule.from;
    return [...members, ...(others === undefined ? [] : [others])].map(({ id, label }) => ({ id, label }));
  }
  if ('number' in rule.from) return rule.from.members.map(({ id, label }) => ({ id, label }));
  if ('ageInYearOf' in rule.from) return rule.from.groups.map(({ id, label }) => ({ id, label }));
  return [];
}

/** Numbers of a dictionary's entries among the members: position + 1 in the table, so that -1 (missing) is the first. */
export interface Translation {
  readonly dictionary: Dictionary;
  table: Float64Array;
  translated: number;
}

export function newTranslation(dictionary: Dictionary): Translation {
  return { dictionary, table: new Float64Array(1), translated: 0 };
}

/** Names that came up for codes after they had been met: a name never depends on which record came first. */
export function takeLateNames(members: Members, { keys, labels }: Dictionary): void {
  keys.forEach((id, at) => {
    const number = members.numbers.get(id);
    const known = number === undefined ? undefined : members.list[number];
    const label = labels[at];
    if (number === undefined || known === undefined || label === undefined || label === known.label) return;
    members.list[number] = joinMembers([known], [{ id, label }])[0] ?? known;
  });
}

/** Takes in what the dictionary has gained. A member with two spellings gets the one that merging would give it. */
export function translate(translation: Translation, members: Members): Float64Array {
  const { keys, labels } = translation.dictionary;
  if (translation.translated === keys.length) return translation.table;
  if (translation.table.length < keys.length + 1) {
    const grown = new Float64Array((keys.length + 1) * 2);
    grown.set(translation.table);
    translation.table = grown;
  }
  for (let at = translation.translated; at < keys.length; at++) {
    const member = { id: keys[at] ?? '', label: labels[at] ?? {} };
    const number = memberNumber(members, member.id, member.label);
    const known = members.list[number];
    if (known !== undefined && known.label !== member.label) {
      members.list[number] = joinMembers([known], [member])[0] ?? known;
    }
    translation.table[at + 1] = number;
  }
  translation.translated = keys.length;
  return translation.table;
}
