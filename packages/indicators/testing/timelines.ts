import type { AggregateCell } from '../src/aggregate/aggregate.js';
import { dayFromIso, isoFromDay } from '../src/days/calendar.js';
import type { IsoDate } from '../src/days/day.js';
import type { Definition } from '../src/definitions/definition.js';
import { calculateInMemory } from '../src/engine/calculate.js';
import type { CalculateOptions } from '../src/engine/options.js';
import { periodStates, type PeriodState } from '../src/facts/codes.js';
import { factsOf } from '../src/facts/facts-of.js';
import type { PlainPeriod, PlainPerson, PlainStudyRight } from '../src/facts/plain-facts.js';

/** Study rights written as timelines, so that a case can be checked on paper. */

const lasting: readonly string[] = ['present', 'holiday', 'interrupted'];

function stateOf(word: string): PeriodState {
  const state = periodStates.find((one) => one === word);
  if (state === undefined) throw new Error(`No state ${word}`);
  return state;
}

/** Each state lasts to the day before the next one; a final one its day; the last one goes on where it does not end the right. */
function periodsOf(timeline: string, more: Partial<PlainPeriod>): readonly PlainPeriod[] {
  const steps = timeline.split(', ').map((step) => step.split(' '));
  return steps.map(([start = '', word = ''], at): PlainPeriod => {
    const next = steps[at + 1]?.[0];
    const end = lasting.includes(word) ? (next === undefined ? undefined : dayBefore(next)) : start;
    return { start, state: stateOf(word), ...more, ...(end === undefined ? {} : { end }) };
  });
}

function dayBefore(day: IsoDate): IsoDate {
  return isoFromDay(dayFromIso(day) - 1);
}

/** A right in a whole qualification at provider P: `'2023-01-10 present, 2023-06-01 graduated'`. */
export function right(
  timeline: string,
  more: Partial<PlainStudyRight> & { readonly period?: Partial<PlainPeriod> } = {},
): PlainStudyRight {
  const { period = {}, ...rest } = more;
  return {
    key: timeline,
    provider: 'P',
    school: 'S',
    qualification: '361902',
    performanceType: 'ammatillinentutkinto',
    education: 'wholeQualification',
    julyRule: 'removed',
    periods: periodsOf(timeline, period),
    ...rest,
  };
}

/** TUVA, a study right of its own type. */
export function tuva(timeline: string, more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  const { qualification: _none, ...rest } = right(timeline);
  return { ...rest, education: 'preparatory', performanceType: 'tuvakoulutuksensuoritus', tuva: true, ...more };
}

/** Parts of a qualification. */
export function units(timeline: string, more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return right(timeline, {
    education: 'qualificationUnits',
    performanceType: 'ammatillinentutkintoosittainen',
    ...more,
  });
}

/** Persons a, b, c … with these rights each. */
export function persons(...all: readonly (readonly PlainStudyRight[])[]): readonly PlainPerson[] {
  return all.map((rights, at) => ({ key: String.fromCharCode(97 + at), rights }));
}

/** The cells of a calculation by their keys: persons and amounts, or the day from which they can be looked at. */
export function cellsOf(
  people: readonly PlainPerson[],
  definition: Definition,
  options: CalculateOptions,
): Readonly<Record<string, unknown>> {
  const { cells } = calculateInMemory(factsOf(people), definition, options);
  return Object.fromEntries(cells.map((cell) => [cell.key.join(' '), contentOf(cell)]));
}

function contentOf(cell: AggregateCell): unknown {
  return 'matures' in cell ? `from ${cell.matures}` : [cell.n, ...cell.amounts];
}

/** Study rights looked at, and left out by ground. */
export function countsOf(
  people: readonly PlainPerson[],
  definition: Definition,
  options: CalculateOptions,
): Readonly<Record<string, number>> {
  const { population, exclusions } = calculateInMemory(factsOf(people), definition, options);
  return { population, ...Object.fromEntries(exclusions.map(({ id, count }) => [id, count])) };
}
