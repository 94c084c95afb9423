import type { Member } from '../aggregate/aggregate.js';
import { joinMembers } from '../aggregate/add.js';
import type { Dictionary, Facts } from '../facts/facts.js';
import type { RunDimension } from './dimensions.js';
import { compileMembers, isOfFacts, markWanted } from './dimensions.js';
import { DefinitionError } from './errors.js';
import { indexColumn, newFrame, type Frame } from './frame.js';
import type { KeyRun } from './keys.js';
import type { Scope } from './program.js';
import type { Work } from './work.js';

/** Counts of study rights: who was looked at, and who was left out for what. A right counts once, however many rules see it. */
export interface Tally {
  readonly begin: () => void;
  /** To be called once for each place where rights are counted; gives what counts them. */
  readonly population: () => (frame: Frame) => void;
  readonly exclude: (id: string, frame: Frame, marks: Float64Array, wanted: 0 | 1) => void;
  readonly end: () => void;
  readonly counts: () => {
    readonly population: number;
    readonly exclusions: readonly { readonly id: string; readonly count: number }[];
  };
}

/** Each exclusion is a bit of a right's number. */
const MOST_EXCLUSIONS = 32;

/** @throws DefinitionError where a right could be left out for more reasons than are told apart */
export function newTally(work: Work, ids: readonly string[], only: KeyRun['only'], values: KeyRun['values']): Tally {
  if (ids.length > MOST_EXCLUSIONS)
    throw new DefinitionError('rules', `${String(ids.length)} exclusions`, `at most ${String(MOST_EXCLUSIONS)}`);
  const counts = new Float64Array(ids.length);
  let population = 0;
  let excluded = new Int32Array(0);
  let looked = new Uint8Array(0);
  let dropped = new Int32Array(0);
  let droppedCount = 0;
  let places = 0;
  const scope: Scope = { work, places: new Map(), index: new Set(['root']) };
  const inScope = scopeMarks(work, only, values, scope);
  let marks: Float64Array | undefined;
  /** Where rights are counted in one place, and all of them are wanted, they need not be told apart. */
  const countsRows = (): boolean => places === 1 && marks === undefined;
  return {
    begin() {
      const rights = work.endRoot - work.firstRoot;
      if (looked.length < rights) {
        looked = new Uint8Array(rights * 2);
        excluded = new Int32Array(rights * 2);
        dropped = new Int32Array(rights * 2);
      }
      for (let i = 0; i < droppedCount; i++) excluded[dropped[i]!] = 0;
      droppedCount = 0;
      marks = inScope();
      if (!countsRows()) looked.fill(0, 0, rights);
    },
    population: () => {
      places++;
      return (frame) => {
        if (countsRows()) {
          population += frame.count;
          return;
        }
        const { root: right } = frame.index;
        for (let i = 0; i < frame.count; i++) looked[right[i]! - work.firstRoot] = 1;
      };
    },
    exclude(id, frame, drops, wanted) {
      const bit = 1 << ids.indexOf(id);
      const { root: right } = frame.index;
      for (let i = 0; i < frame.count; i++) {
        if (drops[i] !== wanted) continue;
        const local = right[i]! - work.firstRoot;
        if (excluded[local] === 0) dropped[droppedCount++] = local;
        excluded[local] = excluded[local]! | bit;
      }
    },
    end() {
      const rights = work.endRoot - work.firstRoot;
      if (!countsRows()) {
        for (let i = 0; i < rights; i++) if (looked[i] === 1 && (marks === undefined || marks[i] === 1)) population++;
      }
      for (let at = 0; at < droppedCount; at++) {
        const i = dropped[at]!;
        if (marks !== undefined && marks[i] === 0) continue;
        for (let bit = 0; bit < ids.length; bit++)
          if ((excluded[i]! & (1 << bit)) !== 0) counts[bit] = counts[bit]! + 1;
      }
    },
    counts: () => ({ population, exclusions: ids.map((id, at) => ({ id, count: counts[at] ?? 0 })) }),
  };
}

/** Which rights of the chunk `only` wants, as far as columns of the facts tell; undefined where it wants all. */
function scopeMarks(
  work: Work,
  only: KeyRun['only'],
  values: KeyRun['values'],
  scope: Scope,
): () => Float64Array | undefined {
  const filters = only
    .filter(({ dimension }) => isOfFacts(dimension.rule))
    .map(({ dimension, wanted }) => ({ wanted, write: compileMembers(dimension, scope, values) }));
  if (filters.length === 0) return () => undefined;
  const frame = newFrame(['root']);
  let marks = new Float64Array(0);
  let numbers = new Float64Array(0);
  return () => {
    const count = work.endRoot - work.firstRoot;
    const roots = indexColumn(frame, 'root', count);
    for (let i = 0; i < count; i++) roots[i] = work.firstRoot + i;
    frame.count = count;
    if (marks.length < count) {
      marks = new Float64Array(count * 2);
      numbers = new Float64Array(count * 2);
    }
    marks.fill(1, 0, count);
    for (const { write, wanted } of filters) {
      write(frame, numbers);
      markWanted(numbers, wanted(), marks, count);
    }
    return marks;
  };
}

/** The providers whose rights are in the facts. */
export interface Providers {
  readonly see: (facts: Facts) => void;
  readonly list: () => readonly Member[];
}

export function newProviders(): Providers {
  const seen = new Map<Dictionary, Uint8Array>();
  return {
    see(facts) {
      const { provider: dictionary } = facts.dictionaries;
      let met = seen.get(dictionary);
      if (met === undefined || met.length < dictionary.keys.length + 1) {
        const grown = new Uint8Array((dictionary.keys.length + 1) * 2);
        if (met !== undefined) grown.set(met);
        seen.set(dictionary, (met = grown));
      }
      for (const { provider, count } of [facts.rights, facts.outcomes, facts.responses])
        for (let i = 0; i < count; i++) met[provider[i]! + 1] = 1;
    },
    list() {
      let providers: readonly Member[] = [];
      for (const [{ keys, labels }, met] of seen) {
        const members = keys.flatMap((id, at) => (met[at + 1] === 1 ? [{ id, label: labels[at] ?? {} }] : []));
        providers = joinMembers(providers, members);
      }
      return providers;
    },
  };
}

/** The members of a dimension that cells have, or that it has in any case, by id. */
export function membersMet({ rule, members }: RunDimension, numbers: ReadonlySet<number>): readonly Member[] {
  const always = rule.from === 'windows' || rule.from === 'checkpoints';
  const met = members.list.filter((_, number) => numbers.has(number) || (always && number > 0));
  return joinMembers([], met);
}
