import { dayFromIso } from '../../days/calendar.js';
import { NO_DAY, type IsoDate } from '../../days/day.js';
import type { Finding } from '../../findings/finding.js';
import { createReporter, type Shown } from '../../findings/reporter.js';
import type { ByteSource } from '../documents/bytes.js';
import { asFields, asList, shapeOf, type Fields } from '../documents/fields.js';
import { createPseudonyms } from '../documents/pseudonyms.js';
import { recordsOf, type DocumentHandler, type RecordReader } from '../documents/read-documents.js';
import { planFindings, type PlanFindingCode } from './findings.js';
import { isDeleted, isPlan, readPlan } from './plan.js';
import type { PlanRecord } from './plan-record.js';
import { planForm } from './recognise.js';

export interface ReadPlansOptions {
  /** The secret with which facts were read (`readKoski`), at least 16 bytes: the same learner has the same pseudonym in both. */
  readonly pseudonymKey: string | Uint8Array;
  /** The file's name, for findings. */
  readonly file?: string;
  /** The day of the export: only with it can a day be said to lie too far ahead. */
  readonly asOf?: IsoDate;
  readonly onFinding?: (finding: Finding) => void;
  readonly onProgress?: (progress: { readonly bytes: number; readonly records: number }) => void;
  /** Called once, at the end: what the generator returns and `for await` drops. */
  readonly onSummary?: (summary: PlanSummary) => void;
  /** Larger plans are skipped while scanning; 16 MiB unless given. */
  readonly maxDocumentBytes?: number;
}

/** Counts of one reading. `read === facts + deleted + refused`. */
export interface PlanSummary {
  /** Plans, and what stood in the place of one. */
  readonly read: number;
  /** Plans that were given on. */
  readonly facts: number;
  /** Plans that had been deleted in the service: they are left out. */
  readonly deleted: number;
  readonly refused: number;
  readonly workplacePeriods: number;
  /** How many findings of each code. */
  readonly findings: Readonly<Partial<Record<PlanFindingCode, number>>>;
}

const RIGHT_NUMBER = /^1\.2\.246\.562\.15\.\d+$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const LEARNER_NUMBER = /^\d+(\.\d+){5,}$/;

/** The plans of a document: itself, the elements of a list, or what a reply of the service wraps. */
function plansIn(value: unknown): readonly unknown[] {
  const document = asFields(value);
  if (document === undefined || isPlan(document) || !('data' in document)) return [value];
  const data = document['data'];
  const page = asFields(data)?.['result'];
  return asList(page === undefined ? data : page) ?? [data];
}

/** The service's number of a plan; what has another form is none, as it could be anything. */
function numberOf({ id, eid }: Fields): string | undefined {
  if (typeof id === 'number' && Number.isSafeInteger(id)) return String(id);
  return typeof eid === 'string' && UUID.test(eid) ? eid : undefined;
}

function createPlanReader(options: ReadPlansOptions): RecordReader<PlanRecord, PlanSummary> {
  const pseudonymise = createPseudonyms(options.pseudonymKey);
  const asOf = options.asOf === undefined ? NO_DAY : dayFromIso(options.asOf);
  const reporter = createReporter<PlanFindingCode>(planFindings, options.file, options.onFinding);
  const counts = { read: 0, facts: 0, deleted: 0, refused: 0, workplacePeriods: 0 };
  const known = new Set<string>();
  const plans: PlanRecord[] = [];
  let line: number | undefined;

  function refuse(code: PlanFindingCode, path: string, found: Shown, at?: number): void {
    counts.refused++;
    reporter.report(code, path, found, at);
  }

  function personOf(plan: Fields): string | undefined {
    const number = plan['oppija-oid'];
    if (typeof number === 'string' && LEARNER_NUMBER.test(number)) return pseudonymise('oid', number);
    reporter.report('learner-number-invalid', 'oppija-oid', shapeOf(number));
    return undefined;
  }

  function add(value: unknown): void {
    counts.read++;
    reporter.at(counts.read, line);
    const plan = asFields(value);
    if (plan === undefined || !isPlan(plan)) {
      refuse('not-plan', '', shapeOf(value));
      return;
    }
    if (isDeleted(plan)) {
      counts.deleted++;
      return;
    }
    const rightKey = plan['opiskeluoikeus-oid'];
    if (typeof rightKey !== 'string' || !RIGHT_NUMBER.test(rightKey)) {
      refuse('study-right-number-invalid', 'opiskeluoikeus-oid', shapeOf(rightKey));
      return;
    }
    const number = numberOf(plan);
    if (number !== undefined && known.has(number)) {
      refuse('plan-met-again', 'id', '2 × id');
      return;
    }
    if (number !== undefined) known.add(number);
    const where = {
      record: counts.read,
      ...(options.file === undefined ? {} : { file: options.file }),
      ...(line === undefined ? {} : { line }),
    };
    const record = { rightKey, person: personOf(plan), number, ...readPlan(plan, asOf, reporter), where };
    counts.facts++;
    counts.workplacePeriods += record.workplaces.length;
    plans.push(record);
  }

  const handler: DocumentHandler = {
    open(at) {
      line = at;
      reporter.at(counts.read + 1, line);
    },
    refuse(code, path, found, at) {
      counts.read++;
      refuse(code, path, found, at);
    },
    remark(code, found, ofFile) {
      if (ofFile) reporter.at(0, undefined);
      reporter.report(code, '', found);
    },
    read(value) {
      for (const each of plansIn(value)) add(each);
    },
  };

  return {
    handler,
    get records() {
      return counts.read;
    },
    /** Plans that were read since. */
    take: (): PlanRecord[] => plans.splice(0),
    finish(): PlanSummary {
      if (counts.read === 0 && reporter.counts.get('damaged-gzip') === undefined) {
        reporter.at(0, undefined);
        reporter.report('no-plans', '', shapeOf(undefined));
      }
      const findings: PlanSummary['findings'] = Object.fromEntries(reporter.counts);
      return { ...counts, findings };
    },
  };
}

/**
 * Reads personal plans (HOKS) as the eHOKS service gives them: one, an array of them, one on each line (NDJSON), or its replies
 * `{data, meta}`, one after another; plain or gzip. What cannot be read becomes a finding and never stops the reading. Of a plan
 * are kept its study right, a pseudonym of the learner, its days and numbers of units, and its periods at workplaces with the
 * business ids of those. Names, addresses, telephone numbers and free text never leave the reader. Plans that were deleted
 * (`poistettu`) are counted and left out.
 * @throws {PseudonymKeyError} at once, where the key has fewer than 16 bytes
 * @throws {InvalidDateError} at once, where `asOf` is no day
 */
export function readPlans(source: ByteSource, options: ReadPlansOptions): AsyncGenerator<PlanRecord, PlanSummary> {
  return recordsOf(source, planForm, createPlanReader(options), options);
}
