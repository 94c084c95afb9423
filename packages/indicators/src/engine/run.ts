import { joinOwn } from '../aggregate/add.js';
import type { Aggregate } from '../aggregate/aggregate.js';
import { PersonTwiceError } from '../aggregate/errors.js';
import { repeatedPersons, withPersons } from '../aggregate/persons.js';
import type { DataText } from '@strapetsi/text';
import type { Definition, DimensionId, Rule } from '../definitions/definition.js';
import { exclusionsOf } from '../definitions/exclusions.js';
import { dayFromIso } from '../days/calendar.js';
import { NO_DAY } from '../days/day.js';
import { factsOf } from '../facts/facts-of.js';
import type { Facts } from '../facts/facts.js';
import { countRows, makeRoom, positionOf, type Cells } from './cells.js';
import { DefinitionError } from './errors.js';
import { aggregateOf } from './finish.js';
import { compileKeys, newRunCells, type KeyRun, type Keys } from './keys.js';
import { lastMonthEndBefore } from './maturity.js';
import { compileMeasure, haveTheSameCells, widthOf, worthlessStates, type MeasureRun } from './measure.js';
import {
  checkOptions,
  onlyEntries,
  parametersOf,
  stepsWith,
  usedClassifications,
  type CalculateOptions,
} from './options.js';
import { compileBeginning, compilePlan, type Plan } from './plan.js';
import { checkpointRun, maturityOf, type ImmatureRows } from './run-checkpoints.js';
import { keyRunOf, nameMembers, ownLabelsIn, runDimension } from './run-dimensions.js';
import { checkpointsOf, segmentsOf } from './segments.js';
import { newProviders, newTally } from './tally.js';
import { immatureWindows, markImmature } from './window-maturity.js';
import { periodOf, rulesShareCells, windowsOf } from './windows.js';
import { ruleWithin } from './within-windows.js';
import { newWork, nextChunk, personKeysOf, takeBatch, type Work } from './work.js';

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

/** Prepares a calculation. @throws as `calculate` */
export function newRun(asked: Definition, options: CalculateOptions): Run {
  checkOptions(asked, options);
  const period = periodOf(options.period);
  const asOf = dayFromIso(options.asOf);
  const { by, only = {} } = options;
  const needed = new Set<DimensionId>([...by, ...onlyEntries(only).map(([id]) => id)]);
  const stepsOf = stepsWith(asked, needed);
  const definition = { ...asked, rules: asked.rules.map((rule) => ({ ...rule, steps: stepsOf(rule.steps) })) };
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
  const ids = [...exclusionsOf(segments.map(({ rule }) => rule)).keys()];
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
  checkMeasures(rules);
  const beginning = compileBeginning(rules, pathOf(definition, rules[0]!), shared);
  const plans = segments.map(({ rule: asWritten, windows: own }): RulePlan => {
    const rule = ruleWithin(asWritten, own, values);
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
    const plan = compilePlan(rule, pathOf(definition, asWritten), run, beginning);
    keys.atEnd(plan.scope);
    return { plan, keys, measure: compileMeasure(rule.measure, plan.scope, values), immature };
  });
  const measure = segments[0]?.rule.measure;
  const cells = newRunCells(keyRun, widthOf(measure));
  const sameCells = plans.length > 1 && rulesShareCells(windows, by);
  const immature = immatureWindows(windows, values, asOf, options);
  const providers = newProviders();
  const personKeys: (readonly string[])[] = [];
  /** By reading: its last batch. */
  const readings = new Map<Facts['dictionaries'], Facts>();
  const ownNames = [...needed].filter((id) => id.startsWith('own.'));
  let ownLabels: Readonly<Record<string, DataText>> = {};
  return {
    add(facts) {
      readings.set(facts.dictionaries, facts);
      takeBatch(work, facts);
      if (ownNames.length > 0) ownLabels = joinOwn(ownLabels, ownLabelsIn(facts, ownNames));
      providers.see(facts);
      const keys = personKeysOf(facts, over);
      if (keys.length > 0) personKeys.push(keys);
      let firstPeriod = 0;
      while (nextChunk(work, firstPeriod)) {
        tally.begin();
        beginning.run();
        for (const { plan } of plans) plan.run();
        countChunk(plans, keyRun, cells, work, sameCells, immature);
        tally.end();
        firstPeriod = work.periodStart[work.endRoot - work.firstRoot]!;
      }
      work.personsBefore += facts.persons.count;
    },
    finish() {
      // A source finds a person met again in its own reading; between readings nobody else would.
      const repeated = readings.size > 1 ? repeatedPersons(personKeys) : 0;
      if (repeated > 0) throw new PersonTwiceError(repeated);
      for (const facts of readings.values()) for (const dimension of keyRun.by) nameMembers(dimension, facts);
      if (measure?.kind === 'distribution') countRows(cells);
      const persons = personKeys.reduce((sum, keys) => sum + keys.length, 0);
      const counted = {
        cells,
        by: keyRun.by,
        counts: tally.counts(),
        providers: providers.list(),
        persons,
        ownLabels,
        classifications: used,
      };
      return withPersons(aggregateOf(asked, options, counted), personKeys);
    },
  };
}

/** @throws DefinitionError where rules that count into the same cells count different things */
function checkMeasures([first, ...others]: readonly Rule[]): void {
  const other = others.find(({ measure }) => first !== undefined && !haveTheSameCells(first.measure, measure));
  if (other !== undefined)
    throw new DefinitionError('rules', `${other.id} with another measure`, 'one measure in all rules');
}

function pathOf(definition: Definition, rule: Rule): string {
  return `rules[${String(definition.rules.indexOf(rule))}]`;
}

/** Adds what the plans left of a chunk to the cells. Members are all found first, so that keys hold for the whole chunk. */
function countChunk(
  plans: readonly RulePlan[],
  run: KeyRun,
  cells: Cells,
  work: Work,
  shared: boolean,
  immatureWindow: Float64Array,
): void {
  for (const { plan, keys } of plans) keys.prepare(plan.last);
  makeRoom(
    cells,
    run.by.map(({ members }) => members.list.length),
  );
  const seen = shared ? new Set<number>() : undefined;
  const late = immatureWindow.some((day) => day !== NO_DAY);
  for (const { plan, keys, measure, immature } of plans) {
    const { last } = plan;
    const positions = keys.positions(cells, last);
    measure(cells, last, positions, work, seen);
    if (late) markImmature(cells, last, positions, immatureWindow);
    addImmatureRights(cells, keys, immature);
  }
}

/** Rights with the same members have the same checkpoints before them: a cell that knows its day has had its turn. */
function addImmatureRights(cells: Cells, keys: Keys, rows: ImmatureRows): void {
  const { rights, notYet, count } = rows;
  for (let i = 0; i < count; i++) {
    const right = rights[i]!;
    if (!keys.isWanted(right)) continue;
    const { checkpoints, matures } = notYet[i]!;
    for (let at = 0; at < checkpoints.length; at++) {
      const position = positionOf(cells, keys.keyAtCheckpoint(cells, right, checkpoints[at]!));
      if (cells.matures[position] === matures[at]) break;
      cells.matures[position] = matures[at]!;
    }
  }
  rows.count = 0;
}
