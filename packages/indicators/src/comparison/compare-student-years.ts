import type { LocalizedText } from '@strapetsi/text';
import type { StudentYearRow } from '../sources/koski-reports/report.js';
import { createTally, type ComparedPart, type Comparison, type Reason, type Tally } from './comparison.js';
import { explainDifference, variantsOf } from './explain-difference.js';
import { createSchools, matchedRights, rowsByRight, type FactBatches, type MatchedRight } from './matching.js';
import { EXAMPLES, findingsOfAll, isLookedAt, windowOf, type CompareOptions, type ReportRows } from './options.js';
import { createReason, reasonOnlyTheirs } from './reasons.js';
import { studentDayChangeTexts, studentDayRuleChanges, type StudentDayChange } from './student-day-changes.js';
import {
  nationalStudentDayRules,
  studentDayPartsOf,
  studentDaysOfRight,
  type DayWindow,
  type NationalRule,
  type StudentDayParts,
  type StudentDayRule,
} from './student-days.js';

const MICRO = 1_000_000;

export const nationalRuleLabels: Readonly<Record<NationalRule, Required<LocalizedText>>> = {
  'until-2025': { fi: 'Laskenta vuoteen 2025 asti', sv: 'Beräkning till och med 2025', en: 'Rule until 2025' },
  'from-2026': { fi: 'Laskenta vuodesta 2026 alkaen', sv: 'Beräkning från och med 2026', en: 'Rule from 2026' },
};
const nationalRules: readonly NationalRule[] = ['until-2025', 'from-2026'];

const partLabels: Readonly<Record<keyof StudentDayParts, Required<LocalizedText>>> = {
  presentOrGraduated: {
    fi: 'läsnä tai valmistunut, päiviä',
    sv: 'närvarande eller utexaminerad, dagar',
    en: 'present or graduated, days',
  },
  holidayCounted: {
    fi: 'lomapäiviä loman 28 ensimmäisen päivän joukossa',
    sv: 'semesterdagar bland semesterns 28 första dagar',
    en: 'days of holiday among its first 28 days',
  },
  holidayOther: { fi: 'muita lomapäiviä', sv: 'andra semesterdagar', en: 'other days of holiday' },
  averagePercent: {
    fi: 'osa-aikaisuus keskimäärin, %',
    sv: 'deltid i genomsnitt, %',
    en: 'average part-time share, %',
  },
};
const partIds = ['presentOrGraduated', 'holidayCounted', 'holidayOther', 'averagePercent'] as const;

/** KOSKI shows averages with one decimal. */
const HALF_OF_ONE_DECIMAL = 0.05 + 1e-9;

/** The numbers behind two figures of student days that differ. */
function differingParts(ours: StudentDayParts, theirs: StudentYearRow): readonly ComparedPart[] {
  return partIds.flatMap((id) => {
    const reported = theirs[id];
    if (reported === undefined || Math.abs(ours[id] - reported) <= HALF_OF_ONE_DECIMAL) return [];
    return [{ id, label: partLabels[id], ours: ours[id], theirs: reported }];
  });
}

/** Rights that only we have: why is known when all rights have been met. */
interface OnlyOurs {
  readonly key: string;
  readonly figures: readonly number[];
  readonly reasonWhen: (otherSchool: boolean) => Reason;
  readonly school: string | undefined;
}

/**
 * Compares our student days with those of KOSKI's report, right by right, by each national rule of which the report has a column:
 * which rights agree, which rule explains the others, and who is on one side only. Amounts are micro-days. Our figures are those
 * of the indicator `student-years`: rights included in others are left out, and no day after `asOf` counts.
 * The report and what differs are held in memory; our facts pass by in batches.
 */
export async function compareStudentYears(
  ours: FactBatches,
  report: ReportRows<StudentYearRow>,
  options: CompareOptions,
): Promise<readonly Comparison[]> {
  const window = windowOf(options);
  const rows = [...report.rows];
  const rules = nationalRules.filter((rule) => rows.some((row) => row.studentDays[rule] !== undefined));
  const byRight = rowsByRight(rows);
  const schools = createSchools(report.schools);
  const onlyOurs: OnlyOurs[] = [];
  const tallies = rules.map((rule) => ({
    rule,
    tally: createTally(options.examples ?? EXAMPLES, (change) => textOfChange(change)),
  }));
  for await (const right of matchedRights(ours, byRight)) {
    const { facts, at, key, school, row } = right;
    if (row !== undefined) {
      schools.metWith(school);
      for (const { rule, tally } of tallies) addRight(tally, right, row, rule, window);
    } else if (isLookedAt(facts, at, window)) {
      const figures = rules.map((rule) => studentDaysOfRight(facts, at, window, nationalStudentDayRules[rule]));
      onlyOurs.push({ key, figures, school, reasonWhen: createReason(facts, at) });
    }
  }
  for (const { key, figures, school, reasonWhen } of onlyOurs) {
    const reason = reasonWhen(schools.isOther(school));
    tallies.forEach(({ tally }, n) => tally.onlyOurs(key, figures[n] ?? 0, reason));
  }
  const left = byRight.left();
  const asked = new Set([...left.map(([oid]) => oid), ...tallies.flatMap(({ tally }) => tally.unexplained())]);
  const findings = await findingsOfAll([...asked], options);
  for (const [oid, row] of left) {
    const reason = reasonOnlyTheirs(row, findings.get(oid));
    for (const { rule, tally } of tallies) tally.onlyTheirs(oid, row.studentDays[rule]?.figure ?? 0, reason);
  }
  return tallies.map(({ rule, tally }) => ({
    figure: 'student-days',
    rule,
    label: nationalRuleLabels[rule],
    period: options.period,
    perUnit: MICRO,
    ...tally.finish((right) => findings.get(right)?.codes ?? []),
  }));
}

function textOfChange(change: string): Required<LocalizedText> {
  const known = studentDayRuleChanges.find(({ id }) => id === change);
  return known === undefined ? { fi: change, sv: change, en: change } : studentDayChangeTexts[known.id];
}

function addRight(
  tally: Tally,
  { facts, at, key }: MatchedRight<StudentYearRow>,
  row: StudentYearRow,
  nationalRule: NationalRule,
  window: DayWindow,
): void {
  const rule = nationalStudentDayRules[nationalRule];
  const figureOf = (other: StudentDayRule): number => studentDaysOfRight(facts, at, window, other);
  const figure = figureOf(rule);
  // An empty cell is a rule that gives the education no value.
  const theirs = row.studentDays[nationalRule] ?? { figure: 0, within: 0 };
  const variants = variantsOf<StudentDayRule, StudentDayChange>(rule, studentDayRuleChanges, figureOf);
  const explanation = explainDifference({ figure, variants }, theirs);
  tally.add({ right: key, ours: figure, theirs: theirs.figure }, explanation, () =>
    differingParts(studentDayPartsOf(facts, at, window), row),
  );
}
