import { isoFromDay } from '../../days/calendar.js';
import { OPEN, type Day } from '../../days/day.js';
import type { FactsBuilder } from '../../facts/builder.js';
import type { GrowingDictionary } from '../../facts/dictionary.js';
import { dayOf } from '../documents/dates.js';
import { asFields, asList, shapeOf, shownDate, type Fields } from '../documents/fields.js';
import { codeOf } from './fields.js';
import type { KoskiReporter } from './findings.js';
import type { WorkplaceReader } from './workplaces.js';

/** Fields of additional information that hold a spell or a list of spells; the field's name is the kind. */
const spellFields = [
  'oikeusMaksuttomaanAsuntolapaikkaan',
  'majoitus',
  'sisäoppilaitosmainenMajoitus',
  'vaativanErityisenTuenYhteydessäJärjestettäväMajoitus',
  'erityinenTuki',
  'erityisenTuenPäätös',
  'erityisenTuenPäätökset',
  'vaativanErityisenTuenErityinenTehtävä',
  'ulkomaanjaksot',
  'hojks',
  'vammainen',
  'vaikeastiVammainen',
  'vammainenJaAvustaja',
  'opiskeluvalmiuksiaTukevatOpinnot',
  'vankilaopetuksessa',
  'maksuttomuus',
  'oikeuttaMaksuttomuuteenPidennetty',
  'majoitusetu',
  'kuljetusetu',
  'koulukoti',
  'pidennettyOppivelvollisuus',
] as const;

/** Fields that are true for the whole right. */
const flagFields = ['henkilöstökoulutus', 'koulutusvienti', 'siirtynytUusiinTutkinnonPerusteisiin'] as const;

/** `jarjestamismuoto`, of the time before ways of acquiring competence. */
const waysByForm = new Map([
  ['10', 'oppilaitosmuotoinenkoulutus'],
  ['20', 'oppisopimus'],
]);

interface Target {
  readonly right: number;
  readonly start: Day;
  readonly end: Day;
  readonly builder: FactsBuilder;
  readonly kinds: GrowingDictionary;
  readonly reporter: KoskiReporter;
}

/** Told of each spell that was read, for whoever wants more of it than its time. */
type OnSpell = (kind: string, spell: Fields, path: string, start: Day, end: Day) => void;

function addSpell(kind: string, value: unknown, path: string, target: Target, onSpell: OnSpell | undefined): void {
  const { reporter } = target;
  const spell = asFields(value);
  if (spell === undefined) {
    reporter.report('wrong-type', path, shapeOf(value));
    return;
  }
  const [begins, ends] = [spell['alku'], spell['loppu']];
  const start = begins === undefined || begins === null ? target.start : dayOf(begins);
  const end = ends === undefined || ends === null ? OPEN : dayOf(ends);
  if (start === undefined) reporter.report('invalid-date', `${path}.alku`, shownDate(begins));
  else if (end === undefined) reporter.report('invalid-date', `${path}.loppu`, shownDate(ends));
  else if (end < start) reporter.report('end-before-start', path, `${isoFromDay(start)} – ${isoFromDay(end)}`);
  else {
    target.builder.spell({ right: target.right, kind: target.kinds.add(kind), start, end });
    onSpell?.(kind, spell, path, start, end);
  }
}

/** @param kindOf the kind of an element; `undefined` where it says nothing */
function addSpells(
  given: unknown,
  path: string,
  kindOf: (fields: Fields | undefined) => string | undefined,
  target: Target,
  onSpell?: OnSpell,
): void {
  // A field that is only true or false has no time of its own.
  if (given === undefined || given === null || typeof given === 'boolean') return;
  const single = asFields(given);
  const list = single === undefined ? asList(given) : [single];
  if (list === undefined) {
    target.reporter.report('wrong-type', path, shapeOf(given));
    return;
  }
  for (let i = 0; i < list.length; i++) {
    const kind = kindOf(asFields(list[i]));
    if (kind !== undefined) addSpell(kind, list[i], single === undefined ? `${path}[${i}]` : path, target, onSpell);
  }
}

/** Periods of additional information. */
export function addAdditionalSpells(additional: Fields, path: string, target: Target): void {
  for (const field of spellFields) {
    const given = additional[field];
    if (given === undefined) continue;
    const kindOf =
      field === 'maksuttomuus'
        ? (spell: Fields | undefined) => (spell?.['maksuton'] === false ? undefined : field)
        : () => field;
    addSpells(given, `${path}.${field}`, kindOf, target);
  }
  for (const field of flagFields) {
    if (additional[field] === true)
      target.builder.spell({
        right: target.right,
        kind: target.kinds.add(field),
        start: target.start,
        end: target.end,
      });
  }
}

const wayOf = (spell: Fields | undefined): string | undefined =>
  codeOf(asFields(spell?.['osaamisenHankkimistapa'])?.['tunniste']);
const formOf = (spell: Fields | undefined): string | undefined =>
  waysByForm.get(codeOf(asFields(spell?.['järjestämismuoto'])?.['tunniste']) ?? '');

/** Lists of a performance that hold spells, what kind their elements are, and who is told of them. */
const performanceSpells = [
  ['osaamisenHankkimistavat', wayOf, 'way'],
  ['järjestämismuodot', formOf, 'way'],
  ['koulutussopimukset', () => 'koulutussopimusjakso', 'agreement'],
  ['työssäoppimisjaksot', () => 'työssäoppiminen', 'onTheJob'],
] as const;

/** Ways of acquiring competence, agreements and learning at work of one performance. */
export function addPerformanceSpells(
  performance: Fields,
  path: string,
  target: Target,
  workplaces: WorkplaceReader,
): void {
  for (const [field, kindOf, told] of performanceSpells) {
    const given = performance[field];
    if (given !== undefined) addSpells(given, `${path}.${field}`, kindOf, target, workplaces[told]);
  }
}
