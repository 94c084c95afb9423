import type { DataText } from '@strapetsi/text';
import type { Aggregate, AggregateCell, Member } from '../aggregate/aggregate.js';
import { byKey } from '../aggregate/add.js';
import { PersonTwiceError } from '../aggregate/errors.js';
import { repeatedPersons, withPersons } from '../aggregate/persons.js';
import type { Classification } from '../definitions/classification.js';
import type { Definition, DimensionId, RootRelation, Rule } from '../definitions/definition.js';
import { hashOf } from '../definitions/hash.js';
import { dayFromIso, halfYearOf, isoFromDay } from '../days/calendar.js';
import type { Day } from '../days/day.js';
import { factsOf } from '../facts/facts-of.js';
import type { Facts } from '../facts/facts.js';
import { checkpointList, type CheckpointRun, type NotYet } from './checkpoints.js';
import { finishedCells, makeRoom, positionOf, toPositions, type Cells } from './cells.js';
import type { RunDimension } from './dimensions.js';
import { DefinitionError } from './errors.js';
import { room, type Register } from './frame.js';
import { compileKeys, newRunCells, type KeyRun, type Keys } from './keys.js';
import { isMature, lastMonthEndBefore, maturesOn, type Checkpoint } from './maturity.js';
import { compileMeasure, widthOf, worthlessStates, type MeasureRun } from './measure.js';
import { checkpointId, checkpointLabel, memberNumber, namedMembers, newMembers, windowMembers } from './members.js';
import {
  checkOptions,
  dimensionOf,
  onlyEntries,
  parametersOf,
  usedClassifications,
  type CalculateOptions,
} from './options.js';
import { compileBeginning, compilePlan, type Plan } from './plan.js';
import { membersMet, newProviders, newTally, type Tally } from './tally.js';
import { isWindowDimension, periodOf, ruleOn, windowsOf, type Period, type Window } from './windows.js';
import { newWork, nextChunk, takeBatch, type Work } from './work.js';

/** A calculation under way: batches go in one by one, and the aggregate comes out when all have. */
export interface Run {
  readonly add: (facts: Facts) => void;
  readonly finish: () => Aggregate;
}

interface RulePlan {
  readonly plan: Plan;
  readonly keys: Keys;
  readonly measure: MeasureRun;
  readonly immature: ImmatureRows;
}

/** Rights with checkpoints that are not there yet, as they are met in a chunk. */
interface ImmatureRows {
  count: number;
  readonly rights: number[];
  readonly notYet: NotYet[];
}

/** Prepares a calculation. @throws as `calculate` */
export function newRun(definition: Definition, options: CalculateOptions): Run {
  checkOptions(definition, options);
  const period = periodOf(options.period);
  const asOf = dayFromIso(options.asOf);
  const { by, only = {} } = options;
  const needed = new Set<DimensionId>([...by, ...onlyEntries(only).map(([id]) => id)]);
  const windows = windowsOf(definition, period, needed, options.rule);
  const segments = segmentsOf(definition, period, windows, options.rule);
  const over = definition.over ?? 'right';
  const used = usedClassifications(definition, needed, options.classifications ?? []);
  const classifications = new Map(used.map((one) => [one.id, one]));
  const work = newWork(factsOf([])[0]!, over, classifications);
  work.windowStart = Float64Array.from(windows, ({ start }) => start);
  work.windowEnd = Float64Array.from(windows, ({ end }) => end);
  const values = {
    from: period.from,
    to: period.to,
    asOf,
    lastMonthEnd: lastMonthEndBefore(asOf),
    ...Object.fromEntries(Object.entries(parametersOf(definition, options)).map(([id, value]) => [`own.${id}`, value])),
  };
  const checkpoints = segments.flatMap(({ rule }) => checkpointsOf(rule));
  const dimensions = new Map(
    [...needed].map((id) => [id, runDimension(definition, id, windows, checkpoints, classifications)]),
  );
  const keyRun = keyRunOf(work, values, options, dimensions, windows, checkpoints);
  const ids = exclusionIds(segments.map(({ rule }) => rule));
  const tally = newTally(work, ids, keyRun.only, values);
  const maturity = maturityOf(options, period, checkpoints, values.lastMonthEnd);
  const shared = {
    work,
    values,
    windows: segments[0]!.windows,
    checkpoints: checkpointRun(values.lastMonthEnd, checkpoints, undefined, undefined, maturity, {
      count: 0,
      rights: [],
      notYet: [],
    }),
    exclude: tally.exclude,
    population: tally.population,
  };
  const rules = segments.map(({ rule }) => rule);
  const beginning = compileBeginning(rules, pathOf(definition, rules[0]!), shared);
  const plans = segments.map(({ rule, windows: own }): RulePlan => {
    const keys = compileKeys(keyRun);
    const immature: ImmatureRows = { count: 0, rights: [], notYet: [] };
    const run = {
      ...shared,
      windows: own,
      checkpoints: checkpointRun(
        values.lastMonthEnd,
        checkpoints,
        dimensions.get('checkpoint'),
        only.checkpoint,
        maturity,
        immature,
      ),
      narrow: keys.narrow,
      worthless: worthlessStates(rule),
    };
    const plan = compilePlan(rule, pathOf(definition, rule), run, beginning);
    keys.atEnd(plan.scope);
    return { plan, keys, measure: compileMeasure(rule.measure, plan.scope, values), immature };
  });
  const measure = segments[0]?.rule.measure;
  const cells = newRunCells(keyRun, widthOf(measure));
  const sameCells = plans.length > 1 && !by.some(isWindowDimension);
  const keyBuffer = { data: new Float64Array(0) };
  const providers = newProviders();
  const personKeys: (readonly string[])[] = [];
  const readings = new Set<Facts['dictionaries']>();
  const ownNames = [...needed].filter((id) => id.startsWith('own.'));
  const ownLabels = new Map<string, DataText>();
  return {
    add(facts) {
      readings.add(facts.dictionaries);
      takeBatch(work, facts);
      for (const name of ownNames) noteOwnColumn(ownLabels, facts, name, over);
      providers.see(facts);
      if (facts.persons.count > 0) personKeys.push(facts.persons.key);
      let firstPeriod = 0;
      while (nextChunk(work, firstPeriod)) {
        tally.begin();
        beginning.run();
        for (const { plan } of plans) plan.run();
        countChunk(plans, keyRun, cells, work, sameCells, keyBuffer);
        tally.end();
        firstPeriod = work.periodStart[work.endRoot - work.firstRoot]!;
      }
      work.personsBefore += facts.persons.count;
    },
    finish() {
      // A source finds a person met again in its own reading; between readings nobody else would.
      const repeated = readings.size > 1 ? repeatedPersons(personKeys) : 0;
      if (repeated > 0) throw new PersonTwiceError(repeated);
      const persons = work.personsBefore;
      const counted = {
        cells,
        by: keyRun.by,
        counts: tally.counts(),
        providers: providers.list(),
        persons,
        ownLabels,
        classifications: used,
      };
      return withPersons(aggregateOf(definition, options, counted), personKeys);
    },
  };
}

/** @throws DefinitionError where a column of the provider's own belongs to other rows than those of the run */
function noteOwnColumn(labels: Map<string, DataText>, facts: Facts, name: string, over: RootRelation): void {
  const column = facts.own[name.slice('own.'.length)];
  if (column === undefined) return;
  if (column.of !== over) throw new DefinitionError(name, `a column of ${column.of}`, `a column of ${over}`);
  labels.set(name, column.label);
}

/** What a run has counted when all batches have gone in. */
interface Counted {
  readonly cells: Cells;
  readonly by: readonly RunDimension[];
  readonly counts: ReturnType<Tally['counts']>;
  readonly providers: readonly Member[];
  readonly persons: number;
  readonly ownLabels: ReadonlyMap<string, DataText>;
  readonly classifications: readonly Classification[];
}

function aggregateOf(definition: Definition, options: CalculateOptions, counted: Counted): Aggregate {
  const { persons } = counted;
  const finished = finishedCells(counted.cells);
  const met = counted.by.map((dimension, at) => ({
    id: dimension.id,
    members: membersMet(dimension, new Set(finished.map(({ members }) => members[at] ?? 0))),
  }));
  const { population, exclusions } = counted.counts;
  const given = options.records;
  const records = typeof given === 'function' ? given() : (given ?? { read: persons, facts: persons, refused: 0 });
  return {
    type: 'strapetsi.aggregate',
    schemaVersion: 1,
    indicator: { id: definition.id, version: definition.version, hash: knownHash(definition) },
    ...(options.rule === undefined ? {} : { rule: options.rule }),
    period: { from: options.period.from, to: options.period.to },
    asOf: options.asOf,
    ...(definition.parameters === undefined ? {} : { parameters: parametersOf(definition, options) }),
    ...(counted.classifications.length === 0
      ? {}
      : { classifications: counted.classifications.map(({ id, version }) => ({ id, version })) }),
    ...(counted.ownLabels.size === 0 ? {} : { own: Object.fromEntries(counted.ownLabels) }),
    only: Object.fromEntries(
      onlyEntries(options.only ?? {}).map(([id, members]) => [id, [...new Set(members)].sort()]),
    ),
    by: [...options.by],
    members: Object.fromEntries(met.map(({ id, members }): [string, readonly Member[]] => [id, members])),
    providers: counted.providers,
    cells: finished.map((cell) => cellOf(cell, counted.by)).sort(byKey),
    population,
    exclusions,
    findings: findingCounts(options.findings),
    records,
  };
}

const hashes = new WeakMap<Definition, string>();

/** A definition is data that does not change: its hash is made once. */
function knownHash(definition: Definition): string {
  const known = hashes.get(definition) ?? hashOf(definition);
  hashes.set(definition, known);
  return known;
}

function pathOf(definition: Definition, rule: Rule): string {
  return `rules[${String(definition.rules.indexOf(rule))}]`;
}

function cellOf(cell: ReturnType<typeof finishedCells>[number], by: readonly RunDimension[]): AggregateCell {
  const key = cell.members.map((number, at) => by[at]?.members.list[number]?.id ?? '');
  if (cell.matures !== undefined) return { key, matures: isoFromDay(cell.matures) };
  const { n, amounts, codes } = cell;
  return codes === undefined ? { key, n, amounts } : { key, n, amounts, codes };
}

interface Segment {
  readonly rule: Rule;
  readonly windows: { readonly from: Day; readonly to: Day; readonly number: Int32Array };
}

/** Windows that follow each other under one rule; without windows the whole period under the rule of its first day. */
function segmentsOf(
  definition: Definition,
  period: Period,
  windows: readonly Window[],
  asked: string | undefined,
): readonly Segment[] {
  const first = ruleOn(definition, period.from, asked);
  if (!first.steps.some((step) => 'slice' in step)) {
    return [{ rule: first, windows: { ...period, number: new Int32Array(0) } }];
  }
  const segments: { rule: Rule; first: number; last: number }[] = [];
  windows.forEach(({ rule }, at) => {
    const segment = segments.at(-1);
    if (segment?.rule === rule) segment.last = at;
    else segments.push({ rule, first: at, last: at });
  });
  return segments.map(({ rule, first: from, last: to }) => {
    const start = windows[from]!.start;
    const number = new Int32Array(windows[to]!.end - start + 1);
    for (let at = from; at <= to; at++) number.fill(at, windows[at]!.start - start, windows[at]!.end - start + 1);
    return { rule, windows: { from: start, to: windows[to]!.end, number } };
  });
}

function checkpointsOf(rule: Rule): readonly Checkpoint[] {
  return rule.steps.flatMap((step) => ('checkpoints' in step ? checkpointList(step.checkpoints) : []));
}

function exclusionIds(rules: readonly Rule[]): readonly string[] {
  const ids = rules.flatMap(({ steps }) =>
    steps.flatMap((step) => ('exclude' in step ? [step.exclude.id] : 'firstOf' in step ? [step.otherwise.id] : [])),
  );
  return [...new Set(ids)];
}

function runDimension(
  definition: Definition,
  id: DimensionId,
  windows: readonly Window[],
  checkpoints: readonly Checkpoint[],
  classifications: ReadonlyMap<string, Classification>,
): RunDimension {
  const rule = dimensionOf(definition, id, id);
  const members = newMembers();
  for (const member of namedMembers(rule, classifications)) memberNumber(members, member.id, member.label);
  if (isWindowDimension(id)) windowMembers(members, id, windows);
  if (rule.from === 'checkpoints')
    for (const one of checkpoints) memberNumber(members, checkpointId(one), checkpointLabel(one));
  return { id, rule, members };
}

function keyRunOf(
  work: Work,
  values: KeyRun['values'],
  { by, only = {} }: CalculateOptions,
  dimensions: ReadonlyMap<DimensionId, RunDimension>,
  windows: readonly Window[],
  checkpoints: readonly Checkpoint[],
): KeyRun {
  const known = (id: DimensionId): readonly RunDimension[] => {
    const dimension = dimensions.get(id);
    return dimension === undefined ? [] : [dimension];
  };
  const windowTables = new Map<DimensionId, Float64Array>(
    [...dimensions.values()].flatMap(({ id, members }): (readonly [DimensionId, Float64Array])[] =>
      isWindowDimension(id) ? [[id, Float64Array.from(windowMembers(members, id, windows))]] : [],
    ),
  );
  const checkpointTable = Float64Array.from(checkpoints, (_, at) => at + 1);
  return {
    work,
    values,
    by: by.flatMap(known),
    only: onlyEntries(only).flatMap(([id, ids]) =>
      known(id).map((dimension) => ({ dimension, wanted: () => wantedNumbers(dimension, ids) })),
    ),
    windowNumbers: (id) => windowTables.get(id),
    checkpointNumbers: (id) => (id === 'checkpoint' ? checkpointTable : undefined),
  };
}

/** Members come up as dictionaries grow, so the numbers are looked up anew. */
function wantedNumbers({ members }: RunDimension, ids: readonly string[]): ReadonlySet<number> {
  return new Set(ids.flatMap((id) => members.numbers.get(id) ?? []));
}

/** When each checkpoint is there: by cohort where cells tell cohorts apart, else when it is there for all cohorts of the run. */
interface Maturity {
  readonly matureForAll: readonly boolean[] | undefined;
  readonly maturesOn: (checkpoint: number, halfYear: number) => Day;
}

function maturityOf(
  options: CalculateOptions,
  period: Period,
  checkpoints: readonly Checkpoint[],
  monthEnd: Day,
): Maturity {
  const at = (checkpoint: number): Checkpoint => checkpoints[checkpoint] ?? 'lastMonthEnd';
  if (options.by.includes('cohort')) {
    return { matureForAll: undefined, maturesOn: (checkpoint, halfYear) => maturesOn(halfYear, at(checkpoint)) };
  }
  const wanted = options.only?.cohort;
  const touched: number[] = [];
  for (let halfYear = halfYearOf(period.from); halfYear <= halfYearOf(period.to); halfYear++) {
    const id = `${String(Math.floor(halfYear / 2))}-H${halfYear % 2 === 0 ? '1' : '2'}`;
    if (wanted === undefined || wanted.includes(id)) touched.push(halfYear);
  }
  const youngest = Math.max(...touched);
  return {
    matureForAll: checkpoints.map((checkpoint) => touched.length > 0 && isMature(youngest, checkpoint, monthEnd)),
    maturesOn: (checkpoint) => maturesOn(youngest, at(checkpoint)),
  };
}

function checkpointRun(
  lastMonthEnd: Day,
  list: readonly Checkpoint[],
  dimension: RunDimension | undefined,
  only: readonly string[] | undefined,
  { matureForAll, maturesOn: matures }: Maturity,
  rows: ImmatureRows,
): CheckpointRun {
  const wanted = list.map(
    (checkpoint) => dimension === undefined || only === undefined || only.includes(checkpointId(checkpoint)),
  );
  return {
    lastMonthEnd,
    wanted,
    matureForAll,
    maturesOn: matures,
    immature(right, notYet) {
      rows.rights[rows.count] = right;
      rows.notYet[rows.count++] = notYet;
    },
  };
}

/** Adds what the plans left of a chunk to the cells. Members are all found first, so that keys hold for the whole chunk. */
function countChunk(
  plans: readonly RulePlan[],
  run: KeyRun,
  cells: Cells,
  work: Work,
  shared: boolean,
  keyBuffer: Register,
): void {
  for (const { plan, keys } of plans) keys.prepare(plan.last);
  makeRoom(
    cells,
    run.by.map(({ members }) => members.list.length),
  );
  const seen = shared ? new Set<number>() : undefined;
  for (const { plan, keys, measure, immature } of plans) {
    const { last } = plan;
    const positions = room(keyBuffer, last.count);
    keys.write(cells, last, positions);
    toPositions(cells, positions, last.count);
    measure(cells, last, positions, work, seen);
    addImmatureRights(cells, keys, immature);
  }
}

/** Rights with the same members have the same checkpoints before them: a cell that knows its day has had its turn. */
function addImmatureRights(cells: Cells, keys: Keys, rows: ImmatureRows): void {
  const { rights, notYet, count } = rows;
  for (let i = 0; i < count; i++) {
    const right = rights[i]!;
    const { checkpoints, matures } = notYet[i]!;
    for (let at = 0; at < checkpoints.length; at++) {
      const position = positionOf(cells, keys.keyAtCheckpoint(cells, right, checkpoints[at]!));
      if (cells.matures[position] === matures[at]) break;
      cells.matures[position] = matures[at]!;
    }
  }
  rows.count = 0;
}

function findingCounts(findings: CalculateOptions['findings']): Aggregate['findings'] {
  const counts = new Map<string, { code: string; severity: string; count: number }>();
  for (const { code, severity } of typeof findings === 'function' ? findings() : (findings ?? [])) {
    const name = `${code}/${severity}`;
    const counted = counts.get(name);
    if (counted === undefined) counts.set(name, { code, severity, count: 1 });
    else counted.count++;
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}
