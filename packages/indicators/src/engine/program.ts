import type { Expr, RootRelation } from '../definitions/definition.js';
import type { Facts } from '../facts/facts.js';
import { factColumn, isRoot, ownerName, type FactArray, type FactColumn } from './columns.js';
import { DefinitionError } from './errors.js';
import { paramLeaf, type Leaf } from './expression.js';
import { newUses, room, type Frame, type IndexName, type Register, type Uses } from './frame.js';
import * as kernel from './kernels.js';
import { readLocal, type Work } from './work.js';

/** Where a name that a step bound is kept: by right of the chunk, or by row of the frame. */
export interface Place {
  readonly kind: 'local' | 'row';
  readonly slot: number;
}

/** What an expression can see where it stands. */
export interface Scope {
  readonly work: Work;
  readonly places: ReadonlyMap<Leaf, Place>;
  /** Index columns that rows have here. */
  readonly index: ReadonlySet<IndexName>;
}

export type Op = (frame: Frame, count: number) => void;

/** A column of values while a program runs. */
export interface Value {
  readonly register: Register;
  /** Can hold a missing day. */
  readonly nullable: boolean;
  /** Holds 0 and 1 only. */
  readonly truth: boolean;
  /** Its register is this value's alone, and written at every run. */
  readonly owned: boolean;
}

/** An expression ready to run: `run` gives its values for the rows of a frame; they stand until it runs again. */
export interface Program {
  readonly uses: Uses;
  /** Can give a missing day. */
  readonly nullable: boolean;
  readonly run: (frame: Frame) => Float64Array;
}

/** What compiling an expression writes to: operations in order, and what they read. */
export interface Assembly {
  readonly scope: Scope;
  readonly uses: Uses;
  readonly ops: Op[];
  readonly known: Map<string, Value>;
}

export function newAssembly(scope: Scope): Assembly {
  return { scope, uses: newUses(), ops: [], known: new Map() };
}

export function newRegister(): Register {
  return { data: new Float64Array(0) };
}

/** A value that the operation writes anew at each run. */
export function computed(
  assembly: Assembly,
  kind: { readonly nullable?: boolean; readonly truth?: boolean },
  write: (out: Float64Array, frame: Frame, count: number) => void,
): Value {
  const register = newRegister();
  assembly.ops.push((frame, count) => write(room(register, count), frame, count));
  return { register, nullable: kind.nullable ?? false, truth: kind.truth ?? false, owned: true };
}

export function constant(assembly: Assembly, number: number): Value {
  const name = `#${String(number)}`;
  const known = assembly.known.get(name);
  if (known !== undefined) return known;
  const register = newRegister();
  assembly.ops.push((_frame, count) => {
    if (register.data.length < count) room(register, count).fill(number);
  });
  const truth = number === 0 || number === 1;
  const value: Value = { register, nullable: false, truth, owned: false };
  assembly.known.set(name, value);
  return value;
}

/** Columns of the facts as an operation sees them: the array, and for each row the position in it. */
export interface Access {
  readonly column: FactColumn;
  readonly source: () => FactArray;
  readonly at: (frame: Frame) => Int32Array;
}

function uses(assembly: Assembly, name: IndexName, leaf: Leaf): (frame: Frame) => Int32Array {
  if (!assembly.scope.index.has(name))
    throw new DefinitionError(leaf, 'a column that is not in scope here', `rows of ${name}`);
  assembly.uses.index.add(name);
  return (frame) => frame.index[name];
}

const personIndexes = new WeakMap<Assembly, (frame: Frame) => Int32Array>();

/** The row's person, looked up once in a program. */
function personIndex(assembly: Assembly, leaf: Leaf): (frame: Frame) => Int32Array {
  const known = personIndexes.get(assembly);
  if (known !== undefined) return known;
  const rootOf = uses(assembly, 'root', leaf);
  let persons = new Int32Array(0);
  assembly.ops.push((frame, count) => {
    if (persons.length < count) persons = new Int32Array(count * 2);
    kernel.gatherIndex(assembly.scope.work.roots.person, rootOf(frame), persons, count);
  });
  const index = (): Int32Array => persons;
  personIndexes.set(assembly, index);
  return index;
}

export function accessOf(assembly: Assembly, leaf: Leaf): Access {
  const { name, other } = ownerName(leaf);
  const column = factColumn(name);
  if (column === undefined)
    throw new DefinitionError(leaf, 'an unknown column', 'a column of the facts or a bound name');
  const source = (): FactArray => {
    const { facts, over } = assembly.scope.work;
    checkOwn(facts, name, over);
    return column.of(facts);
  };
  if (column.owner === 'person') return { column, source, at: personIndex(assembly, leaf) };
  return { column, source, at: uses(assembly, indexOf(assembly, column, leaf, other), leaf) };
}

/** A provider's own columns are known only with the facts. @throws DefinitionError where one is of other rows than the run's */
function checkOwn({ own }: Facts, name: string, over: RootRelation): void {
  if (!name.startsWith('own.')) return;
  const of = own[name.slice('own.'.length)]?.of;
  if (of !== undefined && of !== over) throw new DefinitionError(name, `a column of ${of}`, `a column of ${over}`);
}

function indexOf(assembly: Assembly, { owner }: FactColumn, leaf: Leaf, other: boolean): IndexName {
  const { over } = assembly.scope.work;
  if (owner === 'person') return 'root';
  if (!isRoot(owner)) return other ? 'otherPeriod' : owner;
  if (owner !== over && !leaf.startsWith('own.'))
    throw new DefinitionError(leaf, `a column of ${owner}`, `rows of ${over}`);
  return other ? 'other' : 'root';
}

function gather(source: FactArray, at: Int32Array, out: Float64Array, count: number): void {
  if (source instanceof Int32Array) kernel.gatherInt32(source, at, out, count);
  else if (source instanceof Uint8Array) kernel.gatherUint8(source, at, out, count);
  else kernel.gatherInt16(source, at, out, count);
}

function placed(assembly: Assembly, leaf: Leaf, place: Place, nullable: boolean): Value {
  const { slot } = place;
  if (place.kind === 'local') {
    const other = leaf.startsWith('other.');
    const at = uses(assembly, other ? 'other' : 'root', leaf);
    const { work } = assembly.scope;
    work.local[slot]!.readers++;
    return computed(assembly, { nullable }, (out, frame, count) => readLocal(work, slot, at(frame), out, count));
  }
  assembly.uses.bound.add(slot);
  const register = newRegister();
  assembly.ops.push((frame) => {
    register.data = frame.bound[slot]!;
  });
  return { register, nullable, truth: false, owned: false };
}

function windowDay(assembly: Assembly, leaf: Leaf): Value {
  const at = uses(assembly, 'window', leaf);
  const { work } = assembly.scope;
  return computed(assembly, {}, (out, frame, count) =>
    kernel.gatherValues(leaf === paramLeaf('window.start') ? work.windowStart : work.windowEnd, at(frame), out, count),
  );
}

/** The values of a column or of a parameter that changes from row to row. */
export function leafValue(assembly: Assembly, leaf: Leaf): Value {
  const known = assembly.known.get(leaf);
  if (known !== undefined) return known;
  const value = loadLeaf(assembly, leaf);
  assembly.known.set(leaf, value);
  return value;
}

const alwaysThere: ReadonlySet<Leaf> = new Set(['row.start', 'row.end', paramLeaf('checkpoint.day')]);

function loadLeaf(assembly: Assembly, leaf: Leaf): Value {
  if (leaf === paramLeaf('window.start') || leaf === paramLeaf('window.end')) return windowDay(assembly, leaf);
  const place = assembly.scope.places.get(leaf);
  if (place !== undefined) return placed(assembly, leaf, place, !alwaysThere.has(leaf));
  if (alwaysThere.has(leaf))
    throw new DefinitionError(leaf, 'a name that is not in scope here', 'rows made by slice or checkpoints');
  const { column, source, at } = accessOf(assembly, leaf);
  const missing = column.missing;
  return computed(assembly, { nullable: missing !== undefined, truth: column.kind === 'flag' }, (out, frame, count) => {
    gather(source(), at(frame), out, count);
    if (missing !== undefined) kernel.replaceMissing(out, missing, count);
  });
}

/** Codes with the number of the list that names them, from 1; of several lists the first. */
export function numbersOfLists(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  lists.forEach((codes, at) => {
    for (const code of codes) if (!numbers.has(code)) numbers.set(code, at + 1);
  });
  return numbers;
}

/** The number of each code of a column; `others` for codes that have none and 0 for "missing". */
export function classTable(
  assembly: Assembly,
  leaf: Leaf,
  numbers: ReadonlyMap<string, number>,
  others = 0,
): () => Float64Array {
  const column = accessOf(assembly, leaf).column;
  const { work } = assembly.scope;
  let batch = -1;
  let table = new Float64Array(257);
  return () => {
    // A dictionary grows from batch to batch; a closed list stays.
    if (batch === work.batch) return table;
    batch = work.batch;
    const keys = keysOf(column, leaf, work);
    // A new one each time: whoever made something of the old one sees that it is another.
    table = new Float64Array(Math.max(keys.length + 1, 257));
    keys.forEach((key, at) => {
      table[at + 1] = numbers.get(key) ?? others;
    });
    return table;
  };
}

/** The class of each code of a column, numbered from 1 in the order of the classification's classes or otherwise; 0 for none. */
export function classesOf(
  assembly: Assembly,
  leaf: Leaf,
  by: string,
  numberOf: (id: string, at: number) => number = (_, at) => at + 1,
): { readonly access: Access; readonly table: () => Float64Array } {
  const classification = assembly.scope.work.classifications.get(by);
  if (classification === undefined) throw new DefinitionError(leaf, `no classification ${by}`, 'one that the run has');
  const classes = new Map(classification.classes.map(({ id }, at) => [id, numberOf(id, at)]));
  const codes = Object.entries(classification.codes).map(([code, id]) => [code, classes.get(id) ?? 0] as const);
  return { access: accessOf(assembly, leaf), table: classTable(assembly, leaf, new Map(codes)) };
}

function keysOf(column: FactColumn, leaf: Leaf, work: Work): readonly string[] {
  if (column.codes !== undefined) return column.codes;
  if (column.dictionary !== undefined) return column.dictionary(work.facts).keys;
  throw new DefinitionError(leaf, 'a column without codes', 'a code column');
}

/** The class of each row's code, by a table from `classTable`. */
export function lookUp(access: Access, table: Float64Array, frame: Frame, out: Float64Array, count: number): void {
  const source = access.source();
  if (source instanceof Uint8Array) kernel.lookUpUint8(source, access.at(frame), table, out, count);
  else if (source instanceof Int32Array) kernel.lookUpInt32(source, access.at(frame), table, out, count);
}

export function checkCodes(assembly: Assembly, leaf: Leaf, codes: readonly string[]): void {
  const { column } = accessOf(assembly, leaf);
  if (column.codes === undefined) return;
  for (const code of codes) {
    if (!column.codes.includes(code))
      throw new DefinitionError(leaf, `code ${code}`, `one of ${column.codes.join(', ')}`);
  }
}

export function exprName(expr: Expr): string {
  return JSON.stringify(expr);
}
