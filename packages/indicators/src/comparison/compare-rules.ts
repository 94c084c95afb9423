import type { LocalizedText } from '@strapetsi/text';
import type { IsoDate } from '../days/day.js';
import { nationalRuleLabels } from './compare-student-years.js';
import { contributionsOf, type RuleChange } from './explain-difference.js';
import type { FactBatches } from './matching.js';
import { EXAMPLES, isLookedAt, windowOf, type CompareOptions } from './options.js';
import { changesBetweenRules, studentDayChangeTexts, type StudentDayChange } from './student-day-changes.js';
import { nationalStudentDayRules, studentDaysOfRight, type NationalRule, type StudentDayRule } from './student-days.js';

type Text = Required<LocalizedText>;

/** What one point in which two rules differ does to the sum of all rights. */
export interface RuleContribution {
  readonly change: string;
  readonly text: Text;
  /** Rights whose figure it changes. */
  readonly rights: number;
  readonly difference: number;
  /** Rights that it changes, with their figures by the first rule and by the second. */
  readonly examples: readonly { readonly right: string; readonly first: number; readonly second: number }[];
}

export interface RuleFigure {
  readonly rule: string;
  readonly label: Text;
  readonly sum: number;
}

/** Two rules side by side on the same records. The contributions add up to the difference of the sums exactly. */
export interface RuleComparison {
  readonly figure: 'student-days';
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  readonly perUnit: number;
  readonly first: RuleFigure;
  readonly second: RuleFigure;
  readonly rights: number;
  /** Rights whose figures differ. */
  readonly differing: number;
  /** The largest difference first. */
  readonly contributions: readonly RuleContribution[];
}

/**
 * Sums two figures of each thing compared, and what each change on the way from one to the other does.
 *
 * @example
 * const noJuly = [{ id: 'no July', set: { days: 334 } }];
 * const tally = createRuleTally({ days: 365 }, noJuly, (id) => ({ fi: id, sv: id, en: id }), 1);
 * tally.add('right 1', ({ days }) => days);
 * tally.add('right 2', () => 100);
 * const { rights, differing, first, second } = tally.finish();
 * [rights, differing, first, second]; // → [2, 1, 465, 434]
 */
export function createRuleTally<Rule extends object, Id extends string>(
  first: Rule,
  changes: readonly RuleChange<Rule, Id>[],
  textOf: (change: Id) => Text,
  examples: number,
) {
  const byChange = new Map<
    Id,
    { rights: number; difference: number; examples: RuleContribution['examples'][number][] }
  >();
  const sums = { rights: 0, differing: 0, first: 0, second: 0 };
  return {
    add(right: string, figureOf: (rule: Rule) => number): void {
      const before = figureOf(first);
      const contributions = contributionsOf(first, changes, figureOf);
      const after = contributions.reduce((figure, { difference }) => figure + difference, before);
      sums.rights++;
      if (before !== after) sums.differing++;
      sums.first += before;
      sums.second += after;
      for (const { change, difference } of contributions) {
        const entry = byChange.get(change) ?? { rights: 0, difference: 0, examples: [] };
        byChange.set(change, entry);
        entry.rights++;
        entry.difference += difference;
        if (entry.examples.length < examples) entry.examples.push({ right, first: before, second: after });
      }
    },
    finish: () => ({
      ...sums,
      contributions: [...byChange]
        .map(([change, entry]): RuleContribution => ({ change, text: textOf(change), ...entry }))
        .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference)),
    }),
  };
}

/**
 * Both national rules of student years on the same records: for the rights that the indicator looks at, the sums by both, and how
 * much each point in which the rules differ does to them. Amounts are micro-days.
 */
export async function compareStudentYearRules(
  ours: FactBatches,
  options: Omit<CompareOptions, 'findings'>,
): Promise<RuleComparison> {
  const window = windowOf(options);
  const [first, second]: readonly [NationalRule, NationalRule] = ['until-2025', 'from-2026'];
  const tally = createRuleTally<StudentDayRule, StudentDayChange>(
    nationalStudentDayRules[first],
    changesBetweenRules(first),
    (change) => studentDayChangeTexts[change],
    options.examples ?? EXAMPLES,
  );
  for await (const facts of ours) {
    for (let at = 0; at < facts.rights.count; at++) {
      if (facts.rights.nested[at] === 1 || !isLookedAt(facts, at, window)) continue;
      tally.add(facts.rights.key[at] ?? '', (rule) => studentDaysOfRight(facts, at, window, rule));
    }
  }
  const { rights, differing, contributions, ...sums } = tally.finish();
  return {
    figure: 'student-days',
    period: options.period,
    perUnit: 1_000_000,
    first: { rule: first, label: nationalRuleLabels[first], sum: sums.first },
    second: { rule: second, label: nationalRuleLabels[second], sum: sums.second },
    rights,
    differing,
    contributions,
  };
}
