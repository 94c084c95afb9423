import { NO_DAY, type Day } from '../../days/day.js';
import type { FactsBuilder } from '../../facts/builder.js';
import { MISSING_CODE } from '../../facts/codes.js';
import type { GrowingDictionaries } from '../../facts/dictionary.js';
import { dayOf } from '../documents/dates.js';
import { asFields, asList, shapeOf, shownDate, shownNumber, type Fields } from '../documents/fields.js';
import { codeOf, entryIn, qualifiedCodeOf } from './fields.js';
import type { KoskiReporter } from './findings.js';

const DEEPEST = 16;

/** `opintojenlaajuusyksikko` 6: osaamispiste */
const COMPETENCE_POINT = '6';

/** Competence points in thousandths, -1 where the extent is missing or in another unit. */
function pointsOf(module: Fields | undefined, path: string, reporter: KoskiReporter): number {
  const extent = module?.['laajuus'];
  if (extent === undefined || extent === null) return -1;
  const fields = asFields(extent);
  const value = fields?.['arvo'];
  if (typeof value !== 'number' || !(value >= 0 && value < 1_000_000)) {
    const found = fields === undefined ? shapeOf(extent) : shownNumber(value);
    reporter.report('credits-invalid', `${path}.koulutusmoduuli.laajuus.arvo`, found);
    return -1;
  }
  return codeOf(fields?.['yksikkö']) === COMPETENCE_POINT ? Math.round(value * 1000) : -1;
}

/** The earliest day of an assessment that was not failed; NO_DAY where there is none. */
function assessedOn(part: Fields, path: string, reporter: KoskiReporter): Day {
  const list = asList(part['arviointi']);
  if (list === undefined) {
    reporter.report('wrong-type', `${path}.arviointi`, shapeOf(part['arviointi']));
    return NO_DAY;
  }
  let earliest = NO_DAY;
  for (let i = 0; i < list.length; i++) {
    const assessment = asFields(list[i]);
    const given = assessment?.['päivä'];
    if (assessment === undefined || assessment['hyväksytty'] === false || given === undefined || given === null)
      continue;
    const day = dayOf(given);
    if (day === undefined) reporter.report('invalid-date', `${path}.arviointi[${i}].päivä`, shownDate(given));
    else if (earliest === NO_DAY || day < earliest) earliest = day;
  }
  return earliest;
}

function groupOf(value: unknown): number {
  const group = Number(codeOf(value));
  return group >= 1 && group <= 4 ? group : MISSING_CODE;
}

function recognitionOf(value: unknown): number {
  const recognition = asFields(value);
  if (recognition === undefined) return 0;
  return recognition['rahoituksenPiirissä'] === true ? 2 : 1;
}

const flag = (truth: boolean): number => (truth ? 1 : 0);

/** Where parts go, and to which right and raising. */
interface Target {
  readonly right: number;
  readonly builder: FactsBuilder;
  readonly dictionaries: GrowingDictionaries;
  readonly reporter: KoskiReporter;
}

function addParts(
  holder: Fields,
  path: string,
  parent: number,
  depth: number,
  holderRaised: boolean,
  target: Target,
): void {
  const given = holder['osasuoritukset'];
  if (given === undefined || given === null) return;
  const { reporter, dictionaries } = target;
  const list = asList(given);
  if (list === undefined) {
    reporter.report('wrong-type', `${path}.osasuoritukset`, shapeOf(given));
    return;
  }
  if (depth > DEEPEST) {
    if (list.length > 0) reporter.report('nested-too-deep', `${path}.osasuoritukset`, String(depth));
    return;
  }
  for (let i = 0; i < list.length; i++) {
    const part = asFields(list[i]);
    const where = `${path}.osasuoritukset[${i}]`;
    if (part === undefined) {
      reporter.report('wrong-type', where, shapeOf(list[i]));
      continue;
    }
    const module = asFields(part['koulutusmoduuli']);
    const id = module?.['tunniste'];
    const unit = qualifiedCodeOf(id, 'tutkinnonosat');
    const type = codeOf(part['tyyppi']);
    const raised = holderRaised || asFields(part['korotettu']) !== undefined;
    const position = target.builder.credit({
      right: target.right,
      parent,
      unit: unit === undefined ? -1 : entryIn(dictionaries.unit, unit, id),
      type: type === undefined ? -1 : entryIn(dictionaries.performanceType, type, part['tyyppi']),
      group: groupOf(part['tutkinnonOsanRyhmä']),
      points: pointsOf(module, where, reporter),
      assessed: assessedOn(part, where, reporter),
      mandatory: flag(module?.['pakollinen'] === true),
      recognised: recognitionOf(part['tunnustettu']),
      demonstrated: flag(asFields(part['näyttö']) !== undefined),
      raised: flag(raised),
    });
    addParts(part, where, position, depth + 1, raised, target);
  }
}

/** Adds the whole tree of parts of a performance. */
export function addCredits(performance: Fields, path: string, target: Target): void {
  addParts(performance, path, -1, 1, typeof performance['korotettuOpiskeluoikeusOid'] === 'string', target);
}
