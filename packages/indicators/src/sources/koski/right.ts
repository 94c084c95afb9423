import { isoFromDay } from '../../days/calendar.js';
import { NO_DAY, OPEN } from '../../days/day.js';
import type { FactsBuilder } from '../../facts/builder.js';
import type { GrowingDictionaries, GrowingDictionary } from '../../facts/dictionary.js';
import { educationOf, isKnownPerformance, julyRuleOf, methodOf, TUVA, versionOf, VOCATIONAL } from './codes.js';
import { addCredits } from './credits.js';
import { dayOf, optionalDay } from '../documents/dates.js';
import { asFields, asList, isPersonal, shapeOf, type Fields } from '../documents/fields.js';
import { codeOf, entryIn, labelOf, qualifiedCodeOf, shownCode } from './fields.js';
import type { KoskiReporter } from './findings.js';
import { languageIn } from './languages.js';
import { timelineOf, type Timeline } from './periods.js';
import type { Pseudonymise } from '../documents/pseudonyms.js';
import { addAdditionalSpells, addPerformanceSpells } from './spells.js';
import { createWorkplaceReader } from './workplaces.js';

/** The person of a document. */
export interface Owner {
  readonly key: string;
  /** The document's number. */
  readonly record: number;
  /** The position of the person in the batch; only a right that can be read makes the person. */
  readonly position: () => number;
}

export interface RightReader {
  /**
   * Adds one study right of a person, with all that hangs on it.
   * @param path where it stands in the document
   * @param index its position among the rights of the document
   * @param known persons' study rights of the batch; the one that is read is added
   * @returns whether it gave facts
   */
  read(value: unknown, path: string, index: number, owner: Owner, known: Set<string>): boolean;
}

/** Numbers of study rights, and of organisations (99 in test environments). */
const RIGHT_OID = /^1\.2\.246\.562\.15\.\d+$/;
const ORGANISATION_OID = /^1\.2\.246\.562\.(10|28|99)\.\d+$/;
const SOURCE_ID = /^[\w.:/-]{0,40}:[\w.:/-]*\d[\w.:/-]*$/;

interface Performance {
  readonly fields: Fields;
  readonly path: string;
  readonly type: string | undefined;
  /** Position in `educations`. */
  readonly education: number;
}

function organisationIn(dictionary: GrowingDictionary, value: unknown): number {
  const organisation = asFields(value);
  const oid = organisation?.['oid'];
  if (typeof oid !== 'string') return -1;
  const known = dictionary.labelled(oid);
  if (known !== undefined) return known;
  return ORGANISATION_OID.test(oid) ? dictionary.add(oid, labelOf(organisation?.['nimi'])) : -1;
}

/** The oid of a study right's school; `undefined` where it has none of that form. */
function schoolOf(right: unknown): string | undefined {
  const oid = asFields(asFields(right)?.['oppilaitos'])?.['oid'];
  return typeof oid === 'string' && ORGANISATION_OID.test(oid) ? oid : undefined;
}

/** The oid of the school of all the study rights; `undefined` where there are several, or one has none. */
export function onlySchoolOf(rights: readonly unknown[]): string | undefined {
  const school = schoolOf(rights[0]);
  return rights.every((right) => schoolOf(right) === school) ? school : undefined;
}

/** What units of several qualifications are a part of, which the documents leave without a name (code set suorituksentyyppi). */
const SEVERAL = 'suorituksentyyppi:ammatillinentutkintoosittainenuseastatutkinnosta';
const severalQualifications = {
  fi: 'Ammatillisen tutkinnon osia useasta tutkinnosta',
  sv: 'Yrkesinriktade examensdelar från flera examina',
  en: 'Vocational units from several qualifications',
};

function qualificationIn(dictionary: GrowingDictionary, key: string, module: unknown): number {
  const position = entryIn(dictionary, key, module);
  return key === SEVERAL && dictionary.labelled(key) === undefined
    ? dictionary.add(key, severalQualifications)
    : position;
}

function compareDates(right: Fields, path: string, { start, end }: Timeline, reporter: KoskiReporter): void {
  const begins = right['alkamispäivä'];
  const began = dayOf(begins);
  if (began !== undefined && began !== start)
    reporter.report('start-differs', `${path}.alkamispäivä`, `${isoFromDay(began)} ≠ ${isoFromDay(start)}`);
  const ended = optionalDay(right, 'päättymispäivä', path, reporter);
  if (ended === NO_DAY) return;
  if (ended < start)
    reporter.report('end-before-start', `${path}.päättymispäivä`, `${isoFromDay(start)} – ${isoFromDay(ended)}`);
  else if (ended !== end) {
    const found = `${isoFromDay(ended)} ≠ ${end === OPEN ? '–' : isoFromDay(end)}`;
    reporter.report('end-differs', `${path}.päättymispäivä`, found);
  }
}

export function createRightReader(
  builder: FactsBuilder,
  dictionaries: GrowingDictionaries,
  pseudonymise: Pseudonymise,
  reporter: KoskiReporter,
): RightReader {
  const workplaces = createWorkplaceReader(builder, dictionaries, reporter);

  function keyOf(right: Fields, path: string, index: number, owner: Owner): string {
    const oid = right['oid'];
    if (typeof oid === 'string' && RIGHT_OID.test(oid)) return oid;
    const source = asFields(right['lähdejärjestelmänId']);
    const id = source?.['id'];
    if (typeof id === 'string' && id !== '') {
      const named = `${codeOf(source?.['lähdejärjestelmä']) ?? ''}:${id}`;
      // An id that a source system made of an identity code, or of free text, must not travel.
      return SOURCE_ID.test(named) && named.length <= 80 && !isPersonal(named) ? named : pseudonymise('right', named);
    }
    reporter.report('study-right-without-oid', `${path}.oid`, shapeOf(oid));
    return `${owner.key}:${owner.record}:${index}`;
  }

  function performancesOf(right: Fields, path: string, rightType: string | undefined): Performance[] {
    const given = right['suoritukset'];
    const list = asList(given);
    if (list === undefined) reporter.report('wrong-type', `${path}.suoritukset`, shapeOf(given));
    const performances: Performance[] = [];
    (list ?? []).forEach((element, i) => {
      const fields = asFields(element);
      const where = `${path}.suoritukset[${i}]`;
      if (fields === undefined) {
        reporter.report('wrong-type', where, shapeOf(element));
        return;
      }
      const type = codeOf(fields['tyyppi']);
      const known = type !== undefined && isKnownPerformance(type);
      if (!known && (rightType === VOCATIONAL || rightType === TUVA))
        reporter.report('unknown-performance-type', `${where}.tyyppi`, shownCode(fields['tyyppi']));
      performances.push({ fields, path: where, type, education: educationOf(rightType, type) });
    });
    if (list !== undefined && performances.length === 0)
      reporter.report('no-performances', `${path}.suoritukset`, shapeOf(given));
    return performances;
  }

  /** The performance by which the right is read: see docs/completion-by-cohort.md, A7. */
  function leadingOf(performances: readonly Performance[]): Performance | undefined {
    let leading = performances[0];
    for (const each of performances) if (leading !== undefined && each.education < leading.education) leading = each;
    return leading;
  }

  function typeOf(right: Fields, path: string): string | undefined {
    const type = codeOf(right['tyyppi']);
    if (type === undefined) reporter.report('unknown-study-right-type', `${path}.tyyppi`, shapeOf(right['tyyppi']));
    return type;
  }

  return {
    read(value, path, index, owner, known) {
      const right = asFields(value);
      if (right === undefined) {
        reporter.ofSchool(undefined);
        reporter.report('wrong-type', path, shapeOf(value));
        return false;
      }
      reporter.ofSchool(schoolOf(right));
      const key = keyOf(right, path, index, owner);
      const ofPerson = `${owner.key} ${key}`;
      if (known.has(ofPerson)) {
        reporter.report('study-right-met-again', path, '2 × oid');
        return false;
      }
      const type = typeOf(right, path);
      const timeline = timelineOf(right, path, type === VOCATIONAL || type === TUVA, reporter);
      if (timeline === undefined) return false;
      known.add(ofPerson);
      compareDates(right, path, timeline, reporter);

      const performances = performancesOf(right, path, type);
      const leading = leadingOf(performances);
      const module = asFields(leading?.fields['koulutusmoduuli'])?.['tunniste'];
      const qualification = qualifiedCodeOf(module, 'koulutus');
      const provider = organisationIn(dictionaries.provider, right['koulutustoimija']);
      if (provider === -1)
        reporter.report('provider-missing', `${path}.koulutustoimija`, shapeOf(right['koulutustoimija']));
      const school = organisationIn(dictionaries.school, right['oppilaitos']);
      if (school === -1) reporter.report('school-missing', `${path}.oppilaitos`, shapeOf(right['oppilaitos']));
      const position = builder.right({
        key,
        person: owner.position(),
        provider,
        school,
        location: organisationIn(dictionaries.location, leading?.fields['toimipiste']),
        qualification:
          qualification === undefined ? -1 : qualificationIn(dictionaries.qualification, qualification, module),
        performanceType:
          leading?.type === undefined
            ? -1
            : entryIn(dictionaries.performanceType, leading.type, leading.fields['tyyppi']),
        education: leading?.education ?? educationOf(type, undefined),
        julyRule: julyRuleOf(performances.flatMap((performance) => performance.type ?? [])),
        tuva: type === TUVA ? 1 : 0,
        nested: asFields(right['sisältyyOpiskeluoikeuteen']) === undefined ? 0 : 1,
        purchased: right['ostettu'] === true ? 1 : 0,
        start: timeline.start,
        end: timeline.end,
        estimatedEnd: optionalDay(right, 'arvioituPäättymispäivä', path, reporter),
        confirmed: optionalDay(
          asFields(leading?.fields['vahvistus']),
          'päivä',
          `${leading?.path ?? path}.vahvistus`,
          reporter,
        ),
        language: languageIn(dictionaries.language, codeOf(leading?.fields['suorituskieli'])),
        method: methodOf(codeOf(leading?.fields['suoritustapa'])),
        version: versionOf(right['versionumero']),
      });
      for (const { start, end, stateBegan, state, funding, share } of timeline.periods)
        builder.period({ right: position, start, end, stateBegan, state, funding, share });
      const { start, end } = timeline;
      const creditTarget = { right: position, builder, dictionaries, reporter };
      const spellTarget = { right: position, start, end, builder, kinds: dictionaries.spell, reporter };
      const additional = asFields(right['lisätiedot']);
      if (additional !== undefined) addAdditionalSpells(additional, `${path}.lisätiedot`, spellTarget);
      workplaces.begin(position, start, end);
      for (const performance of performances) {
        addPerformanceSpells(performance.fields, performance.path, spellTarget, workplaces);
        addCredits(performance.fields, performance.path, creditTarget);
      }
      workplaces.finish();
      return true;
    },
  };
}
