import type { DimensionId, DimensionRule, Expr } from '../definitions/definition.js';
import type { Dictionary } from '../facts/facts.js';
import { NO_DAY } from '../days/day.js';
import { factColumn, isOfRoot, ownerName } from './columns.js';
import { compile } from './compile.js';
import { DefinitionError } from './errors.js';
import { fold, leavesOf, type RunValues } from './expression.js';
import type { Frame } from './frame.js';
import { byHalfYear } from './half-years.js';
import * as kernel from './kernels.js';
import { halfYearMember, newTranslation, translate, type Members, type Translation } from './members.js';
import { accessOf, classesOf, classTable, lookUp, newAssembly, numbersOfLists, type Scope } from './program.js';

/** A dimension that a run needs, for its cells or for `only`. */
export interface RunDimension {
  readonly id: DimensionId;
  readonly rule: DimensionRule;
  readonly members: Members;
}

/** Writes each row's member number. */
export type MemberWriter = (frame: Frame, out: Float64Array) => void;

/** The columns and names that a dimension is made of; windows and checkpoints have none. */
function leavesOfDimension(rule: DimensionRule): readonly string[] {
  const { from } = rule;
  if (typeof from !== 'object') return [];
  if ('dictionary' in from) return [from.dictionary];
  if ('codes' in from) return [from.codes];
  if ('classified' in from) return [from.classified];
  if ('number' in from) return [...leavesOf(from.number)];
  if ('halfYearOf' in from) return [...leavesOf(from.halfYearOf)];
  return ['person.birthYear', ...leavesOf(from.ageInYearOf)];
}

/** True where a dimension is a column of the root or its person: then even the roots looked at can be told apart by it. */
export function isOfFacts(rule: DimensionRule): boolean {
  const { from } = rule;
  if (typeof from !== 'object' || 'halfYearOf' in from || 'ageInYearOf' in from) return false;
  const isColumn = !('number' in from) || (typeof from.number === 'object' && 'column' in from.number);
  return isColumn && leavesOfDimension(rule).every(isOfRoot);
}

/** True where every row of a right has the same member. */
export function isOfRights(rule: DimensionRule, scope: Scope): boolean {
  if (rule.from === 'windows' || rule.from === 'checkpoints') return false;
  return leavesOfDimension(rule).every((leaf) => {
    const place = scope.places.get(leaf);
    return place === undefined ? isOfRoot(leaf) : place.kind === 'local';
  });
}

/** Compiles the numbers of a dimension's members for rows of a frame; not for windows and checkpoints. */
export function compileMembers({ rule, members }: RunDimension, scope: Scope, values: RunValues): MemberWriter {
  const { from } = rule;
  if (typeof from !== 'object') throw new DefinitionError(rule.id, from, 'a dimension of columns');
  // By its id: a class may be called "unknown", which is a member before any other.
  const numberOf = (id: string | undefined): number => members.numbers.get(id ?? '') ?? 0;
  if ('dictionary' in from) return dictionaryWriter(from.dictionary, members, scope);
  if ('codes' in from) {
    const assembly = newAssembly(scope);
    const access = accessOf(assembly, from.codes);
    const numbers = [...numbersOfLists(from.members.map(({ codes }) => codes))].map(
      ([code, list]) => [code, numberOf(from.members[list - 1]?.id)] as const,
    );
    const table = classTable(assembly, from.codes, new Map(numbers), numberOf(from.others?.id));
    return (frame, out) => {
      for (const op of assembly.ops) op(frame, frame.count);
      lookUp(access, table(), frame, out, frame.count);
    };
  }
  if ('classified' in from) {
    const assembly = newAssembly(scope);
    const { access, table } = classesOf(assembly, from.classified, from.by, numberOf);
    return (frame, out) => {
      for (const op of assembly.ops) op(frame, frame.count);
      lookUp(access, table(), frame, out, frame.count);
    };
  }
  if ('number' in from) {
    const numbers = from.members.map(({ value, id }) => [value, numberOf(id)] as const);
    return numberWriter(fold(from.number, values), new Map(numbers.reverse()), scope);
  }
  if ('halfYearOf' in from) return halfYearWriter(fold(from.halfYearOf, values), members, scope);
  const groupOf = (age: number): number =>
    numberOf(from.groups.find((group) => age >= group.from && age <= group.to)?.id);
  return ageWriter(fold(from.ageInYearOf, values), groupOf, scope);
}

function dictionaryWriter(column: string, members: Members, scope: Scope): MemberWriter {
  const assembly = newAssembly(scope);
  const access = accessOf(assembly, column);
  const dictionaryOf = factColumn(ownerName(column).name)?.dictionary;
  if (dictionaryOf === undefined)
    throw new DefinitionError(column, 'a column without a dictionary', 'a dictionary column');
  const translations = new Map<Dictionary, Translation>();
  return (frame, out) => {
    const dictionary = dictionaryOf(scope.work.facts);
    let translation = translations.get(dictionary);
    if (translation === undefined) translations.set(dictionary, (translation = newTranslation(dictionary)));
    for (const op of assembly.ops) op(frame, frame.count);
    lookUp(access, translate(translation, members), frame, out, frame.count);
  };
}

function numberWriter(expr: Expr, numbers: ReadonlyMap<number, number>, scope: Scope): MemberWriter {
  const program = compile(expr, scope);
  return (frame, out) => {
    const found = program.run(frame);
    for (let i = 0; i < frame.count; i++) out[i] = numbers.get(found[i]!) ?? 0;
  };
}

function halfYearWriter(day: Expr, members: Members, scope: Scope): MemberWriter {
  const program = compile({ halfYearOf: day }, scope);
  const numberOf = byHalfYear((halfYear) => halfYearMember(members, halfYear));
  return (frame, out) => {
    const halfYears = program.run(frame);
    let last = NaN;
    let number = 0;
    for (let i = 0; i < frame.count; i++) {
      const halfYear = halfYears[i]!;
      if (halfYear !== last) {
        last = halfYear;
        number = halfYear === NO_DAY ? 0 : numberOf(halfYear);
      }
      out[i] = number;
    }
  };
}

const OLDEST = 150;

function ageWriter(day: Expr, groupOf: (age: number) => number, scope: Scope): MemberWriter {
  const table = Float64Array.from({ length: OLDEST + 1 }, (_, age) => groupOf(age));
  const program = compile({ subtract: [{ yearOf: day }, { column: 'person.birthYear' }] }, scope);
  return (frame, out) => {
    const ages = program.run(frame);
    for (let i = 0; i < frame.count; i++) {
      const age = ages[i]!;
      out[i] = age !== NO_DAY && age >= 0 && age <= OLDEST ? table[age]! : 0;
    }
  };
}

/** Adds each row's part of a key: the member's number times the dimension's step. */
export function addKeyPart(numbers: Float64Array, step: number, keys: Float64Array | Int32Array, count: number): void {
  for (let i = 0; i < count; i++) keys[i] = keys[i]! + numbers[i]! * step;
}

/** Marks with 1 the rows whose member is wanted, and clears the others. */
export function markWanted(
  numbers: Float64Array,
  wanted: ReadonlySet<number>,
  marks: Float64Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) if (!wanted.has(numbers[i]!)) marks[i] = 0;
}

export const copyLocal = kernel.gatherLocal;
