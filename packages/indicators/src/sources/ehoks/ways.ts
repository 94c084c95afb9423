import { addMonths, dayFromIso, isoFromDay } from '../../days/calendar.js';
import { NO_DAY, OPEN, type Day } from '../../days/day.js';
import type { WorkplaceKind } from '../../facts/codes.js';
import type { DaySpan } from '../../facts/shared-days.js';
import type { Shown } from '../../findings/reporter.js';
import { isBusinessId } from '../documents/business-id.js';
import { optionalDay } from '../documents/dates.js';
import { asFields, asList, shapeOf, shownNumber, type Fields } from '../documents/fields.js';
import type { PlanReporter } from './findings.js';
import type { PlanWorkplace } from './plan-record.js';

// Opetushallitus/ehoks, src/oph/ehoks/hoks/schema.clj, OsaamisenHankkimistapa: what the service demands, and since when.
const PART_TIME_SINCE = dayFromIso('2023-07-01');
const BUSINESS_ID_SINCE = dayFromIso('2021-08-26');
const BASIS_SINCE = dayFromIso('2021-07-01');
const LONGEST_MONTHS = 60;

const FULL_TIME = 1_000_000;
const PER_CENT = 10_000;

const WAY = 'osaamisenhankkimistapa_';
const workplaceWays: ReadonlyMap<string, WorkplaceKind> = new Map([
  [`${WAY}oppisopimus`, 'apprenticeship'],
  [`${WAY}koulutussopimus`, 'trainingAgreement'],
]);
const otherWays: ReadonlySet<string> = new Set([`${WAY}oppilaitosmuotoinenkoulutus`, `${WAY}muu`]);

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** A code URI, shown where it looks like one. */
export function shownUri(value: unknown): Shown {
  return typeof value === 'string' && /^[a-z0-9]{1,40}_[a-z0-9_]{1,40}$/.test(value) ? value : shapeOf(value);
}

const shownSpan = (start: Day, end: Day): string =>
  `${isoFromDay(start)} – ${end === OPEN ? '' : isoFromDay(end)}`.trim();

/** The days of a way, or of an interruption; `undefined`, reported, where they make no time. */
function spanOf(fields: Fields, path: string, mustEnd: boolean, reporter: PlanReporter): DaySpan | undefined {
  if (!isGiven(fields['alku'])) reporter.report('period-without-start', `${path}.alku`, shapeOf(fields['alku']));
  const start = isGiven(fields['alku']) ? optionalDay(fields, 'alku', path, reporter) : NO_DAY;
  const ends = fields['loppu'];
  const end = isGiven(ends) ? optionalDay(fields, 'loppu', path, reporter) : OPEN;
  if (start === NO_DAY || end === NO_DAY) return undefined;
  if (end < start) {
    reporter.report('end-before-start', path, shownSpan(start, end));
    return undefined;
  }
  if (end === OPEN && mustEnd) reporter.report('period-without-end', `${path}.loppu`, shapeOf(ends));
  return { start, end };
}

function interruptionsOf(way: Fields, path: string, reporter: PlanReporter): readonly DaySpan[] {
  const where = `${path}.keskeytymisajanjaksot`;
  const list = asList(way['keskeytymisajanjaksot']);
  if (list === undefined) {
    reporter.report('wrong-type', where, shapeOf(way['keskeytymisajanjaksot']));
    return [];
  }
  const interruptions: DaySpan[] = [];
  list.forEach((element, i) => {
    const fields = asFields(element);
    if (fields === undefined) {
      reporter.report('wrong-type', `${where}[${i}]`, shapeOf(element));
      return;
    }
    const span = spanOf(fields, `${where}[${i}]`, false, reporter);
    if (span === undefined) return;
    const other = interruptions.find((each) => each.start <= span.end && span.start <= each.end);
    if (other !== undefined) {
      const both = { start: Math.max(span.start, other.start), end: Math.min(span.end, other.end) };
      reporter.report('interruptions-overlap', `${where}[${i}]`, shownSpan(both.start, both.end));
    }
    interruptions.push(span);
  });
  return interruptions;
}

/**
 * The part-time share in millionths. Where the figure must be there and is not, or is no percentage, the service counts no days
 * (palaute/tyoelama/kesto.clj); of the time before, what is missing is full time, as in its correction of 2022–2023.
 */
function shareOf(way: Fields, end: Day, path: string, reporter: PlanReporter): number {
  const given = way['osa-aikaisuustieto'];
  const where = `${path}.osa-aikaisuustieto`;
  const demanded = end >= PART_TIME_SINCE;
  if (given === undefined || given === null) {
    if (demanded) reporter.report('part-time-missing', where, shapeOf(given));
  } else if (typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= 100)
    return given * PER_CENT;
  else reporter.report('part-time-invalid', where, shownNumber(given));
  return demanded ? 0 : FULL_TIME;
}

function employerOf(way: Fields, end: Day, path: string, reporter: PlanReporter): string | undefined {
  const workplace = asFields(way['tyopaikalla-jarjestettava-koulutus']);
  const where = `${path}.tyopaikalla-jarjestettava-koulutus`;
  if (workplace === undefined) {
    reporter.report('workplace-missing', where, shapeOf(way['tyopaikalla-jarjestettava-koulutus']));
    return undefined;
  }
  const id = workplace['tyopaikan-y-tunnus'];
  if (!isGiven(id)) {
    if (end >= BUSINESS_ID_SINCE) reporter.report('business-id-missing', `${where}.tyopaikan-y-tunnus`, shapeOf(id));
    return undefined;
  }
  if (typeof id === 'string' && isBusinessId(id)) return id;
  reporter.report('business-id-invalid', `${where}.tyopaikan-y-tunnus`, shapeOf(id));
  return undefined;
}

function isKnownWay(uri: unknown): boolean {
  return typeof uri === 'string' && (otherWays.has(uri) || workplaceWays.has(uri));
}

/**
 * Takes the workplace periods out of the ways in which a unit's competence is acquired (`osaamisen-hankkimistavat`).
 * @param path of the list
 * @param known identifiers of the plan's workplace periods so far
 */
export function readWays(
  given: unknown,
  path: string,
  known: Set<string>,
  reporter: PlanReporter,
): readonly PlanWorkplace[] {
  const list = asList(given);
  if (list === undefined) {
    reporter.report('wrong-type', path, shapeOf(given));
    return [];
  }
  return list.flatMap((element, i) => readWay(element, `${path}[${i}]`, known, reporter) ?? []);
}

function readWay(
  element: unknown,
  path: string,
  known: Set<string>,
  reporter: PlanReporter,
): PlanWorkplace | undefined {
  const way = asFields(element);
  if (way === undefined) {
    reporter.report('wrong-type', path, shapeOf(element));
    return undefined;
  }
  const uri = way['osaamisen-hankkimistapa-koodi-uri'];
  const kind = typeof uri === 'string' ? workplaceWays.get(uri) : undefined;
  if (!isKnownWay(uri)) reporter.report('way-unknown', `${path}.osaamisen-hankkimistapa-koodi-uri`, shownUri(uri));
  const span = spanOf(way, path, true, reporter);
  if (span === undefined) return undefined;
  if (span.end !== OPEN && span.end > addMonths(span.start, LONGEST_MONTHS))
    reporter.report('period-too-long', path, shownSpan(span.start, span.end));
  if (kind === undefined) return undefined;

  const identifier = way['yksiloiva-tunniste'];
  if (typeof identifier !== 'string' || identifier === '')
    reporter.report('period-identifier-missing', `${path}.yksiloiva-tunniste`, shapeOf(identifier));
  else if (known.has(identifier)) {
    reporter.report('period-met-again', `${path}.yksiloiva-tunniste`, shapeOf(identifier));
    return undefined;
  } else known.add(identifier);
  if (kind === 'apprenticeship' && span.end >= BASIS_SINCE && !isGiven(way['oppisopimuksen-perusta-koodi-uri']))
    reporter.report('apprenticeship-basis-missing', `${path}.oppisopimuksen-perusta-koodi-uri`, shapeOf(undefined));
  return {
    ...span,
    kind,
    share: shareOf(way, span.end, path, reporter),
    interruptions: interruptionsOf(way, path, reporter),
    employer: employerOf(way, span.end, path, reporter),
    path,
  };
}
