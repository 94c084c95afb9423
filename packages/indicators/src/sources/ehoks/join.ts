import { isoFromDay } from '../../days/calendar.js';
import { NO_DAY, OPEN } from '../../days/day.js';
import { periodStates } from '../../facts/codes.js';
import { createDictionary } from '../../facts/dictionary.js';
import type { Dictionaries, Facts, PlanColumns } from '../../facts/facts.js';
import type { PlanRow } from '../../facts/further-tables.js';
import type { Finding } from '../../findings/finding.js';
import { createReporter, type Shown } from '../../findings/reporter.js';
import { shapeOf } from '../documents/fields.js';
import { planFindings, type PlanFindingCode } from './findings.js';
import { withWorkplacesOfPlans } from './join-workplaces.js';
import type { PlanRecord, PlanWorkplace } from './plan-record.js';

export interface JoinPlansOptions {
  readonly onFinding?: (finding: Finding) => void;
  /** Called once, at the end: what the generator returns and `for await` drops. */
  readonly onSummary?: (summary: PlanJoinSummary) => void;
}

/** What became of the plans. `plans === joined + withoutRight`. */
export interface PlanJoinSummary {
  /** Plans, each once. */
  readonly plans: number;
  readonly joined: number;
  readonly withoutRight: number;
  /** Study rights that have at least one of them. */
  readonly rights: number;
  /** Workplace periods of other sources in whose place those of plans were taken. */
  readonly replacedWorkplaces: number;
  readonly findings: Readonly<Partial<Record<PlanFindingCode, number>>>;
}

/** Adds plans to batches of facts, as they come. */
export interface PlanJoin {
  /** The batch with the plans of its study rights. All batches of a calculation go to the same join. */
  readonly join: (facts: Facts) => Facts;
  /** To be called once, after the last batch: plans that fit no study right become findings. */
  readonly finish: () => PlanJoinSummary;
}

const DEEMED_RESIGNED = periodStates.indexOf('deemedResigned');

/** Says findings of plans where the plans were read. */
function createPlaceReporter(onFinding: ((finding: Finding) => void) | undefined) {
  const counts = new Map<PlanFindingCode, number>();
  return {
    counts,
    report(code: PlanFindingCode, where: Partial<PlanRecord['where']>, path: string, found: Shown): void {
      counts.set(code, (counts.get(code) ?? 0) + 1);
      const reporter = createReporter<PlanFindingCode>(planFindings, where.file, onFinding);
      reporter.at(where.record ?? 0, where.line);
      reporter.report(code, path, found);
    },
  };
}

type PlaceReporter = ReturnType<typeof createPlaceReporter>;

/** All plans by study right; one that is met again, in another file, stays out. */
async function plansByRight(
  plans: AsyncIterable<PlanRecord> | Iterable<PlanRecord>,
  reporter: PlaceReporter,
): Promise<ReadonlyMap<string, readonly PlanRecord[]>> {
  const byRight = new Map<string, PlanRecord[]>();
  const known = new Set<string>();
  for await (const plan of plans) {
    if (plan.number !== undefined && known.has(plan.number)) {
      reporter.report('plan-met-again', plan.where, 'id', '2 × id');
      continue;
    }
    if (plan.number !== undefined) known.add(plan.number);
    const ofRight = byRight.get(plan.rightKey);
    if (ofRight === undefined) byRight.set(plan.rightKey, [plan]);
    else ofRight.push(plan);
  }
  return byRight;
}

function withPlans(plans: PlanColumns, rights: number, added: ReadonlyMap<number, readonly PlanRecord[]>): PlanColumns {
  if (added.size === 0) return plans;
  const rows: PlanRow[] = [];
  let at = 0;
  for (let right = 0; right < rights; right++) {
    for (; at < plans.count && plans.right[at] === right; at++) {
      rows.push({
        right,
        approved: plans.approved[at] ?? NO_DAY,
        lastApproved: plans.lastApproved[at] ?? NO_DAY,
        updated: plans.updated[at] ?? NO_DAY,
        achieved: plans.achieved[at] ?? NO_DAY,
        needed: plans.needed[at] ?? 1,
        priorUnits: plans.priorUnits[at] ?? 0,
        plannedUnits: plans.plannedUnits[at] ?? 0,
      });
    }
    for (const { plan } of added.get(right) ?? []) rows.push({ right, ...plan });
  }
  return {
    count: rows.length,
    right: Int32Array.from(rows, (row) => row.right),
    approved: Int32Array.from(rows, (row) => row.approved),
    lastApproved: Int32Array.from(rows, (row) => row.lastApproved),
    updated: Int32Array.from(rows, (row) => row.updated),
    achieved: Int32Array.from(rows, (row) => row.achieved),
    needed: Uint8Array.from(rows, (row) => row.needed),
    priorUnits: Int32Array.from(rows, (row) => row.priorUnits),
    plannedUnits: Int32Array.from(rows, (row) => row.plannedUnits),
  };
}

/**
 * Employers of plans among those of the facts. The reading of the facts still adds to its own dictionary, so that the joined
 * batches have one of their own, the same for all of them.
 */
function createEmployers() {
  const employers = createDictionary();
  let given: Dictionaries | undefined;
  let joined: Dictionaries | undefined;
  return {
    codeOf: (employer: string | undefined): number => (employer === undefined ? -1 : employers.add(employer)),
    /** The facts with their employers in the joined dictionary. */
    recoded(facts: Facts): Facts {
      const { dictionaries, workplaces } = facts;
      if (joined === undefined || given !== dictionaries) joined = { ...dictionaries, employer: employers };
      given = dictionaries;
      const { keys, labels } = dictionaries.employer;
      const employer = workplaces.employer.map((code) => {
        const key = keys[code];
        return key === undefined ? -1 : employers.add(key, labels[code]);
      });
      return { ...facts, dictionaries: joined, workplaces: { ...workplaces, employer } };
    },
  };
}

/** Says which workplace periods do not lie between the start and the estimated end of their right, as the service demands. */
function checkTimes(facts: Facts, right: number, plan: PlanRecord, reporter: PlaceReporter): void {
  const start = facts.rights.start[right] ?? NO_DAY;
  const end = facts.rights.estimatedEnd[right] ?? NO_DAY;
  const outside = ({ start: from, end: to }: PlanWorkplace): boolean =>
    (start !== NO_DAY && from < start) || (end !== NO_DAY && to !== OPEN && to > end);
  const found = plan.workplaces.filter(outside);
  if (found.length === 0) return;
  const isDeemedResigned = facts.periods.state.some(
    (state, at) => state === DEEMED_RESIGNED && facts.periods.right[at] === right,
  );
  if (isDeemedResigned) return;
  for (const { start: from, end: to, path } of found)
    reporter.report(
      'period-outside-right',
      plan.where,
      path,
      `${isoFromDay(from)} – ${to === OPEN ? '' : isoFromDay(to)}`.trim(),
    );
}

/**
 * Makes a join of plans, all of which are read first and kept: some hundred bytes each. For facts that come in several streams;
 * `joinPlans` is for one.
 */
export async function createPlanJoin(
  plans: AsyncIterable<PlanRecord> | Iterable<PlanRecord>,
  onFinding?: (finding: Finding) => void,
): Promise<PlanJoin> {
  const reporter = createPlaceReporter(onFinding);
  const byRight = await plansByRight(plans, reporter);
  const employers = createEmployers();
  const used = new Set<string>();
  let replacedWorkplaces = 0;
  return {
    join(given) {
      const facts = employers.recoded(given);
      const added = new Map<number, readonly PlanRecord[]>();
      const workplaces = new Map<number, readonly PlanWorkplace[]>();
      facts.rights.key.forEach((key, right) => {
        const ofRight = byRight.get(key);
        if (ofRight === undefined) return;
        used.add(key);
        added.set(right, ofRight);
        for (const plan of ofRight) checkTimes(facts, right, plan, reporter);
        const periods = ofRight.flatMap((plan) => plan.workplaces);
        if (periods.length > 0) workplaces.set(right, periods);
      });
      const joined = withWorkplacesOfPlans(facts, workplaces, employers.codeOf);
      replacedWorkplaces += joined.replaced;
      return {
        ...facts,
        plans: withPlans(facts.plans, facts.rights.count, added),
        workplaces: joined.workplaces,
      };
    },
    finish() {
      let withoutRight = 0;
      let joined = 0;
      for (const [key, ofRight] of byRight) {
        if (used.has(key)) joined += ofRight.length;
        else {
          withoutRight += ofRight.length;
          for (const { where } of ofRight)
            reporter.report('plan-without-right', where, 'opiskeluoikeus-oid', shapeOf(key));
        }
      }
      if (replacedWorkplaces > 0) reporter.report('workplaces-replaced', {}, '', String(replacedWorkplaces));
      const findings: PlanJoinSummary['findings'] = Object.fromEntries(reporter.counts);
      return { plans: joined + withoutRight, joined, withoutRight, rights: used.size, replacedWorkplaces, findings };
    },
  };
}

/**
 * Adds personal plans to the facts of their study rights, batch by batch: rows of `plans`, and of `workplaces` in the place of
 * those that the facts had for the same right; days that periods of a person share are divided anew. Batches stay person-complete.
 * Plans that fit no study right become findings at the end.
 */
export async function* joinPlans(
  facts: AsyncIterable<Facts> | Iterable<Facts>,
  plans: AsyncIterable<PlanRecord> | Iterable<PlanRecord>,
  options: JoinPlansOptions = {},
): AsyncGenerator<Facts, PlanJoinSummary> {
  const { join, finish } = await createPlanJoin(plans, options.onFinding);
  for await (const batch of facts) yield join(batch);
  const summary = finish();
  options.onSummary?.(summary);
  return summary;
}
