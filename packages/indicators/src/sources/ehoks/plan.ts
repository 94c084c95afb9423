import { dayFromIso, isoFromDay } from '../../days/calendar.js';
import { NO_DAY, type Day } from '../../days/day.js';
import { optionalDay } from '../documents/dates.js';
import { asFields, asList, shapeOf, type Fields } from '../documents/fields.js';
import type { PlanReporter } from './findings.js';
import type { PlanRecord, PlanWorkplace } from './plan-record.js';
import { readWays, shownUri } from './ways.js';

// Opetushallitus/ehoks, src/oph/ehoks/hoks/schema.clj, HOKSModel.
const FIRST_ACHIEVED = dayFromIso('2018-01-02');
const DAYS_AHEAD = 14;
const UNIT_CODE = /^tutkinnonosat_\d+$/;
const PART_CODE = /^koulutuksenosattuva_\d{3}$/;
const REMEDIAL_TEACHING = 'ammatillinenkoulutusoppimisentuentyyppi_01';

const priorUnits = [
  ['aiemmin-hankitut-ammat-tutkinnon-osat', 'tutkinnon-osa-koodi-uri', UNIT_CODE],
  ['aiemmin-hankitut-yhteiset-tutkinnon-osat', 'tutkinnon-osa-koodi-uri', UNIT_CODE],
  ['aiemmin-hankitut-paikalliset-tutkinnon-osat', undefined, undefined],
] as const;

const plannedUnits = [
  ['hankittavat-ammat-tutkinnon-osat', 'tutkinnon-osa-koodi-uri', UNIT_CODE],
  ['hankittavat-yhteiset-tutkinnon-osat', 'tutkinnon-osa-koodi-uri', UNIT_CODE],
  ['hankittavat-paikalliset-tutkinnon-osat', undefined, undefined],
] as const;

const plannedParts = [['hankittavat-koulutuksen-osat', 'koulutuksen-osa-koodi-uri', PART_CODE]] as const;

type UnitField = (typeof priorUnits | typeof plannedUnits | typeof plannedParts)[number];

/** Fields by which a plan is known from other documents of its service. */
const planFields = [
  'opiskeluoikeus-oid',
  'ensikertainen-hyvaksyminen',
  'osaamisen-hankkimisen-tarve',
  ...plannedUnits.map(([field]) => field),
  ...plannedParts.map(([field]) => field),
];

export function isPlan(document: Fields): boolean {
  return planFields.some((field) => field in document);
}

/** Whether a plan was deleted (`poistettu` is the instant when). */
export function isDeleted(plan: Fields): boolean {
  const deleted = plan['poistettu'];
  return deleted !== undefined && deleted !== null && deleted !== false;
}

export type PlanContents = Pick<PlanRecord, 'plan' | 'workplaces'>;

function unitsOf(plan: Fields, [field, code, form]: UnitField, reporter: PlanReporter): readonly Fields[] {
  const list = asList(plan[field]);
  if (list === undefined) {
    reporter.report('wrong-type', field, shapeOf(plan[field]));
    return [];
  }
  return list.flatMap((element, i) => {
    const unit = asFields(element);
    if (unit === undefined) {
      reporter.report('wrong-type', `${field}[${i}]`, shapeOf(element));
      return [];
    }
    const given = code === undefined ? undefined : unit[code];
    if (code !== undefined && !(typeof given === 'string' && form.test(given)))
      reporter.report('unit-code-invalid', `${field}[${i}].${code}`, shownUri(given));
    return [unit];
  });
}

/** Workplace periods of vocational and local units stand in the units, those of common units in their areas. */
function workplacesOf(plan: Fields, reporter: PlanReporter): readonly PlanWorkplace[] {
  const known = new Set<string>();
  return plannedUnits.flatMap(([field]) =>
    (asList(plan[field]) ?? []).flatMap((unit, i) => {
      const fields = asFields(unit);
      if (fields === undefined) return [];
      const path = `${field}[${i}]`;
      const own = readWays(fields['osaamisen-hankkimistavat'], `${path}.osaamisen-hankkimistavat`, known, reporter);
      const areas = asList(fields['osa-alueet']);
      if (areas === undefined) reporter.report('wrong-type', `${path}.osa-alueet`, shapeOf(fields['osa-alueet']));
      const ofAreas = (areas ?? []).flatMap((area, n) => {
        const where = `${path}.osa-alueet[${n}].osaamisen-hankkimistavat`;
        return readWays(asFields(area)?.['osaamisen-hankkimistavat'], where, known, reporter);
      });
      return [...own, ...ofAreas];
    }),
  );
}

/** @param asOf the day on which the plans are as they are read; NO_DAY where it is not known */
function achievedOn(plan: Fields, asOf: Day, reporter: PlanReporter): Day {
  const achieved = optionalDay(plan, 'osaamisen-saavuttamisen-pvm', '', reporter);
  if (achieved === NO_DAY) return NO_DAY;
  if (achieved < FIRST_ACHIEVED)
    reporter.report('achieved-too-early', 'osaamisen-saavuttamisen-pvm', isoFromDay(achieved));
  else if (asOf !== NO_DAY && achieved > asOf + DAYS_AHEAD)
    reporter.report('achieved-too-late', 'osaamisen-saavuttamisen-pvm', isoFromDay(achieved));
  return achieved;
}

function approvedOn(plan: Fields, reporter: PlanReporter): Day {
  const given = plan['ensikertainen-hyvaksyminen'];
  if (given === undefined || given === null)
    reporter.report('approval-missing', 'ensikertainen-hyvaksyminen', shapeOf(given));
  return optionalDay(plan, 'ensikertainen-hyvaksyminen', '', reporter);
}

function isNeeded(plan: Fields, reporter: PlanReporter): boolean {
  const given = plan['osaamisen-hankkimisen-tarve'];
  if (typeof given === 'boolean') return given;
  reporter.report('need-missing', 'osaamisen-hankkimisen-tarve', shapeOf(given));
  return true;
}

function checkSupport(plan: Fields, reporter: PlanReporter): void {
  (asList(plan['oppimisen-tuki']) ?? []).forEach((element, i) => {
    const support = asFields(element);
    const isTeaching = support?.['oppimisen-tuen-tyyppi-koodi-uri'] === REMEDIAL_TEACHING;
    const type = support?.['tutkinnon-osan-tyyppi-koodi-uri'];
    if (isTeaching !== (type !== undefined && type !== null))
      reporter.report(
        'learning-support-unit-type',
        `oppimisen-tuki[${i}].tutkinnon-osan-tyyppi-koodi-uri`,
        shapeOf(type),
      );
  });
}

/** What a plan says; what of it is doubtful is reported. */
export function readPlan(plan: Fields, asOf: Day, reporter: PlanReporter): PlanContents {
  const count = (fields: readonly UnitField[]): number =>
    fields.reduce((sum, field) => sum + unitsOf(plan, field, reporter).length, 0);
  const prior = count(priorUnits);
  const units = count(plannedUnits);
  const parts = count(plannedParts);
  const tuva = plan['tuva-opiskeluoikeus-oid'];
  if (parts > 0 && (prior + units > 0 || (tuva !== undefined && tuva !== null)))
    reporter.report('tuva-mixed', 'hankittavat-koulutuksen-osat', shapeOf(plan['hankittavat-koulutuksen-osat']));
  checkSupport(plan, reporter);
  return {
    plan: {
      approved: approvedOn(plan, reporter),
      lastApproved: optionalDay(plan, 'hyvaksytty', '', reporter),
      updated: optionalDay(plan, 'paivitetty', '', reporter),
      achieved: achievedOn(plan, asOf, reporter),
      needed: isNeeded(plan, reporter) ? 1 : 0,
      priorUnits: prior,
      plannedUnits: units + parts,
    },
    workplaces: workplacesOf(plan, reporter),
  };
}
