import { isoFromDay } from '../../days/calendar.js';
import { NO_DAY, OPEN, type Day } from '../../days/day.js';
import type { FactsBuilder } from '../../facts/builder.js';
import { workplaceKinds, type WorkplaceKind } from '../../facts/codes.js';
import type { GrowingDictionaries } from '../../facts/dictionary.js';
import { isBusinessId } from '../documents/business-id.js';
import { optionalDay } from '../documents/dates.js';
import { asFields, shapeOf, type Fields } from '../documents/fields.js';
import { codeOf, entryIn } from './fields.js';
import type { KoskiReporter } from './findings.js';

const FULL_TIME = 1_000_000;
const MUNICIPALITY = /^\d{3}$/;

/** A spell of a performance: its kind, its fields, where it stands and its days. */
type Spell = (kind: string, spell: Fields, path: string, start: Day, end: Day) => void;

/**
 * Learning at work of a study right. Apprenticeships are ways of acquiring competence (or forms of organising, before 2018);
 * training agreements have periods of their own, and where a right has none the way of acquiring competence stands for them.
 * What several performances of a right repeat is one period.
 */
export interface WorkplaceReader {
  /** A right begins. @param end first day of its final state, else OPEN */
  begin(right: number, start: Day, end: Day): void;
  /** An element of `osaamisenHankkimistavat` or `järjestämismuodot`. */
  readonly way: Spell;
  /** An element of `koulutussopimukset`. */
  readonly agreement: Spell;
  /** An element of `työssäoppimisjaksot`. */
  readonly onTheJob: Spell;
  /** Gives the builder what was met since `begin`. */
  finish(): void;
}

interface Period {
  readonly kind: WorkplaceKind;
  readonly path: string;
  readonly start: Day;
  readonly end: Day;
  readonly employer: number;
  readonly area: number;
}

/** The apprenticeship agreement of a way, or of a form. */
function agreementOf(spell: Fields): { readonly path: string; readonly fields: Fields } | undefined {
  for (const name of ['osaamisenHankkimistapa', 'järjestämismuoto']) {
    const fields = asFields(asFields(spell[name])?.['oppisopimus']);
    if (fields !== undefined) return { path: `${name}.oppisopimus`, fields };
  }
  return undefined;
}

export function createWorkplaceReader(
  builder: FactsBuilder,
  dictionaries: GrowingDictionaries,
  reporter: KoskiReporter,
): WorkplaceReader {
  let right = -1;
  let first: Day = NO_DAY;
  let last: Day = OPEN;
  let periods: Period[] = [];
  let trainingWays: Period[] = [];

  function employerIn(value: unknown, path: string): number {
    if (value === undefined || value === null) return -1;
    if (typeof value === 'string' && isBusinessId(value)) return dictionaries.employer.add(value);
    reporter.report('business-id-invalid', path, shapeOf(value));
    return -1;
  }

  function areaIn(value: unknown): number {
    const code = codeOf(value);
    return code === undefined || !MUNICIPALITY.test(code) ? -1 : entryIn(dictionaries.area, code, value);
  }

  /** An agreement that was dissolved (oppisopimuksenPurkaminen) ends on that day. */
  function apprenticeship(spell: Fields, path: string, start: Day, end: Day): void {
    const agreement = agreementOf(spell);
    const dissolution = asFields(agreement?.fields['oppisopimuksenPurkaminen']);
    const where = `${path}.${agreement?.path ?? ''}`;
    const dissolved = optionalDay(dissolution, 'päivä', `${where}.oppisopimuksenPurkaminen`, reporter);
    if (dissolved !== NO_DAY && dissolved < start) {
      const found = `${isoFromDay(start)} – ${isoFromDay(dissolved)}`;
      reporter.report('end-before-start', `${where}.oppisopimuksenPurkaminen.päivä`, found);
      return;
    }
    periods.push({
      kind: 'apprenticeship',
      path,
      start,
      end: dissolved === NO_DAY ? end : Math.min(end, dissolved),
      employer: employerIn(asFields(agreement?.fields['työnantaja'])?.['yTunnus'], `${where}.työnantaja.yTunnus`),
      area: -1,
    });
  }

  function add({ kind, path, start, end, employer, area }: Period): void {
    const [from, to] = [Math.max(start, first), Math.min(end, last)];
    if (from > to) {
      const found = `${isoFromDay(start)} – ${end === OPEN ? '' : isoFromDay(end)}`.trim();
      reporter.report('learning-at-work-outside-right', path, found);
      return;
    }
    const position = workplaceKinds.indexOf(kind);
    builder.workplace({ right, kind: position, start: from, end: to, share: FULL_TIME, employer, area });
  }

  return {
    begin(position, start, end) {
      right = position;
      first = start;
      last = end;
    },
    way(kind, spell, path, start, end) {
      if (kind === 'oppisopimus') apprenticeship(spell, path, start, end);
      else if (kind === 'koulutussopimus')
        trainingWays.push({ kind: 'trainingAgreement', path, start, end, employer: -1, area: -1 });
    },
    agreement(_kind, spell, path, start, end) {
      const employer = employerIn(spell['työssäoppimispaikanYTunnus'], `${path}.työssäoppimispaikanYTunnus`);
      periods.push({ kind: 'trainingAgreement', path, start, end, employer, area: areaIn(spell['paikkakunta']) });
    },
    onTheJob(_kind, spell, path, start, end) {
      periods.push({ kind: 'onTheJobLearning', path, start, end, employer: -1, area: areaIn(spell['paikkakunta']) });
    },
    finish() {
      if (periods.length === 0 && trainingWays.length === 0) return;
      const ways = periods.some(({ kind }) => kind === 'trainingAgreement') ? [] : trainingWays;
      const known = new Set<string>();
      for (const period of [...periods, ...ways]) {
        const key = [period.kind, period.start, period.end, period.employer, period.area].join(' ');
        if (!known.has(key)) add(period);
        known.add(key);
      }
      periods = [];
      trainingWays = [];
    },
  };
}
