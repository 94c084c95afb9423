import type { DimensionId, DimensionRule } from '../definitions/definition.js';
import { newCells, toPositions, type Cells } from './cells.js';
import {
  addKeyPart,
  compileMembers,
  isOfFacts,
  isOfRights,
  markWanted,
  type MemberWriter,
  type RunDimension,
} from './dimensions.js';
import type { Early } from './building.js';
import { DefinitionError } from './errors.js';
import type { RunValues } from './expression.js';
import { indexColumn, keepRows, newFrame, room, type Frame, type Register } from './frame.js';
import type { Scope } from './program.js';
import { withRoom, type Work } from './work.js';

/** The dimensions of a run: those of its cells, and the members that `only` wants of others and of these. */
export interface KeyRun {
  readonly work: Work;
  readonly values: RunValues;
  readonly by: readonly RunDimension[];
  readonly only: readonly { readonly dimension: RunDimension; readonly wanted: () => ReadonlySet<number> }[];
  /** The member of each window, by its number; undefined for other dimensions. */
  readonly windowNumbers: (id: DimensionId) => Float64Array | undefined;
  /** The member of each checkpoint, by its position. */
  readonly checkpointNumbers: (id: DimensionId) => Float64Array | undefined;
}

/** Finds the cell of each row that a plan leaves. */
export interface Keys {
  readonly narrow: (scope: Scope, early: Early) => (frame: Frame) => void;
  /** To be called once, where the plan's steps end. */
  readonly atEnd: (scope: Scope) => void;
  /** Drops rows of the last frame that `only` does not want, and finds their members. */
  readonly prepare: (last: Frame) => void;
  /** Where the cell of each row of the last frame stands, with the cells as they are laid out now. */
  readonly positions: (cells: Cells, last: Frame) => Int32Array;
  /** Whether `only` wants a right, where rows that it does not want are dropped last. */
  readonly isWanted: (right: number) => boolean;
  /** The key of a right's row at a checkpoint, after `positions`. */
  readonly keyAtCheckpoint: (cells: Cells, right: number, checkpoint: number) => number;
}

/** A dimension's numbers for the rows of a frame. */
interface Part {
  /** Position of the dimension in `by`. */
  readonly at: number;
  readonly write: MemberWriter;
  readonly numbers: { data: Float64Array };
}

function roomFor(buffer: { data: Float64Array }, count: number): Float64Array {
  if (buffer.data.length < count) buffer.data = new Float64Array(count * 2);
  return buffer.data;
}

export function newRunCells(run: KeyRun, width: number): Cells {
  return newCells(
    run.by.map(({ members }) => members.list.length),
    width,
  );
}

function filterRows(run: KeyRun, scope: Scope, only: KeyRun['only']): (frame: Frame) => void {
  const marks = { data: new Float64Array(0) };
  const numbers = { data: new Float64Array(0) };
  const filters = only.map(({ dimension, wanted }) => ({ wanted, write: writerOf(run, dimension, scope) }));
  return (frame) => {
    for (const { wanted, write } of filters) {
      const found = roomFor(numbers, frame.count);
      const kept = roomFor(marks, frame.count).fill(1, 0, frame.count);
      write(frame, found);
      markWanted(found, wanted(), kept, frame.count);
      keepRows(frame, kept, 1);
    }
  };
}

/** Marks with 1 the rights of a frame of whole rights that `only` wants, by right of the chunk. */
function markRights(run: KeyRun, scope: Scope, only: KeyRun['only'], marks: Register): (frame: Frame) => void {
  const wantedRows = newFrame(['root']);
  const filter = filterRows(run, scope, only);
  return (frame) => {
    const { firstRoot, endRoot } = run.work;
    indexColumn(wantedRows, 'root', frame.count).set(frame.index.root.subarray(0, frame.count));
    wantedRows.count = frame.count;
    filter(wantedRows);
    const wanted = room(marks, endRoot - firstRoot).fill(0, 0, endRoot - firstRoot);
    for (let i = 0; i < wantedRows.count; i++) wanted[wantedRows.index.root[i]! - firstRoot] = 1;
  };
}

/** @throws DefinitionError where a cut by time is asked for of rows that have none */
function checkMade(id: DimensionId, { from }: DimensionRule, scope: Scope): void {
  const needed = from === 'windows' ? 'window' : from === 'checkpoints' ? 'checkpoint' : undefined;
  if (needed !== undefined && !scope.index.has(needed))
    throw new DefinitionError(id, `a dimension of ${from}`, `rows of a ${needed}`);
}

function writerOf(run: KeyRun, dimension: RunDimension, scope: Scope): MemberWriter {
  const byTable = (table: Float64Array, name: 'window' | 'checkpoint'): MemberWriter => {
    return (frame, out) => {
      const at = frame.index[name];
      for (let i = 0; i < frame.count; i++) out[i] = table[at[i]!]!;
    };
  };
  const windows = run.windowNumbers(dimension.id);
  if (windows !== undefined) return byTable(windows, 'window');
  const checkpoints = run.checkpointNumbers(dimension.id);
  if (checkpoints !== undefined) return byTable(checkpoints, 'checkpoint');
  return compileMembers(dimension, scope, run.values);
}

/** Compiles the keys of one plan's rows: what rights have is found once for a right, the rest row by row. */
export function compileKeys(run: KeyRun): Keys {
  const { work, by } = run;
  const rightParts: Part[] = [];
  const rowParts: Part[] = [];
  const rightKeys = { data: new Float64Array(0) };
  const checkpointAt = by.findIndex(({ id }) => id === 'checkpoint');
  const wideKeys: Register = { data: new Float64Array(0) };
  let places: Int32Array = new Int32Array(0);
  let root: Frame | undefined;
  let dropRows: (frame: Frame) => void = () => undefined;
  let dropped: KeyRun['only'] = [];
  let early: Early = 'any';
  let wantedRights: Register | undefined;
  const partOf = (dimension: RunDimension, scope: Scope): Part => ({
    at: by.indexOf(dimension),
    write: compileMembers(dimension, scope, run.values),
    numbers: { data: new Float64Array(0) },
  });
  const stepsOf = (
    cells: Cells,
    numbers: (id: DimensionId) => Float64Array | undefined,
    count: number,
  ): Float64Array => {
    const table = new Float64Array(count);
    by.forEach(({ id }, at) => {
      const members = numbers(id);
      if (members !== undefined) addKeyPart(members, cells.steps[at] ?? 0, table, count);
    });
    return table;
  };
  return {
    narrow(scope, plan) {
      early = plan;
      for (const dimension of by) if (isOfRights(dimension.rule, scope)) rightParts.push(partOf(dimension, scope));
      const ofRights = run.only.filter(({ dimension }) => isOfRights(dimension.rule, scope));
      dropped = ofRights.filter(
        ({ dimension: { rule } }) => early === 'any' || (early === 'ofFacts' && isOfFacts(rule)),
      );
      const drop = filterRows(run, scope, dropped);
      const later = ofRights.filter((one) => !dropped.includes(one));
      const mark =
        later.length === 0 ? undefined : markRights(run, scope, later, (wantedRights = { data: new Float64Array(0) }));
      return (frame) => {
        root = frame;
        drop(frame);
        mark?.(frame);
        for (const { write, numbers } of rightParts) write(frame, roomFor(numbers, frame.count));
      };
    },
    atEnd(scope) {
      for (const { id, rule } of [...by, ...run.only.map(({ dimension }) => dimension)]) checkMade(id, rule, scope);
      for (const dimension of by) {
        const { rule } = dimension;
        const bySelf =
          rule.from === 'windows' || rule.from === 'checkpoints' || rightParts.some(({ at }) => by[at] === dimension);
        if (!bySelf) rowParts.push(partOf(dimension, scope));
      }
      const made = (from: DimensionRule['from']): boolean => from === 'checkpoints' && early === 'any';
      const later = run.only.filter((one) => !dropped.includes(one) && !made(one.dimension.rule.from));
      dropRows = filterRows(run, scope, later);
    },
    prepare(last) {
      dropRows(last);
      for (const { write, numbers } of rowParts) write(last, roomFor(numbers, last.count));
    },
    positions(cells, last) {
      const { count } = last;
      places = withRoom(places, count);
      const out = cells.dense ? places : room(wideKeys, count);
      const ofRights = roomFor(rightKeys, work.endRoot - work.firstRoot);
      if (root !== undefined) writeRightKeys(cells, root, rightParts, work.firstRoot, ofRights);
      const windows = stepsOf(cells, run.windowNumbers, work.windowStart.length);
      const checkpoints = stepsOf(cells, run.checkpointNumbers, run.checkpointNumbers('checkpoint')?.length ?? 0);
      const { root: right, window, checkpoint } = last.index;
      const { firstRoot } = work;
      // Rows are of windows or of checkpoints, never of both.
      if (last.live.includes('window')) joinKeys(ofRights, right, firstRoot, window, windows, out, count);
      else if (last.live.includes('checkpoint'))
        joinKeys(ofRights, right, firstRoot, checkpoint, checkpoints, out, count);
      else for (let i = 0; i < count; i++) out[i] = ofRights[right[i]! - firstRoot]!;
      for (const { at, numbers } of rowParts) addKeyPart(numbers.data, cells.steps[at] ?? 0, out, count);
      if (out !== places) toPositions(cells, wideKeys.data, places, count);
      return places;
    },
    isWanted: (right) => wantedRights === undefined || wantedRights.data[right - work.firstRoot] === 1,
    keyAtCheckpoint(cells, right, checkpoint) {
      const member = checkpointAt < 0 ? 0 : run.checkpointNumbers('checkpoint')![checkpoint]!;
      return rightKeys.data[right - work.firstRoot]! + (checkpointAt < 0 ? 0 : member * cells.steps[checkpointAt]!);
    },
  };
}

function writeRightKeys(cells: Cells, root: Frame, parts: readonly Part[], firstRoot: number, out: Float64Array): void {
  const { root: right } = root.index;
  const [first, ...more] = parts;
  const firstStep = first === undefined ? 0 : (cells.steps[first.at] ?? 0);
  if (first === undefined) for (let i = 0; i < root.count; i++) out[right[i]! - firstRoot] = 0;
  else for (let i = 0; i < root.count; i++) out[right[i]! - firstRoot] = first.numbers.data[i]! * firstStep;
  for (const { at, numbers } of more) {
    const step = cells.steps[at] ?? 0;
    for (let i = 0; i < root.count; i++) {
      const local = right[i]! - firstRoot;
      out[local] = out[local]! + numbers.data[i]! * step;
    }
  }
}

function joinKeys(
  ofRights: Float64Array,
  right: Int32Array,
  firstRoot: number,
  at: Int32Array,
  parts: Float64Array,
  out: Float64Array | Int32Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) out[i] = ofRights[right[i]! - firstRoot]! + parts[at[i]!]!;
}
