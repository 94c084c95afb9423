import type { LocalizedText } from '@strapetsi/text';
import { educations } from '../facts/codes.js';
import { creditsOfRight } from '../facts/credits-of-right.js';
import type { Facts } from '../facts/facts.js';
import type { CreditRow, ShownCredits } from '../sources/koski-reports/report.js';
import { createTally, type ComparedPart, type Comparison, type Reason } from './comparison.js';
import {
  creditChangeTexts,
  creditRuleChanges,
  creditsByRule,
  nationalCreditRules,
  type CreditChange,
  type CreditRule,
  type NationalCreditRule,
} from './credit-rules.js';
import { explainDifference, variantsOf } from './explain-difference.js';
import { createSchools, matchedRights, rowsByRight, type FactBatches } from './matching.js';
import { EXAMPLES, findingsOfAll, isLookedAt, windowOf, type CompareOptions, type ReportRows } from './options.js';
import { createReason, reasonOnlyTheirs } from './reasons.js';

const THOUSANDTHS = 1000;

const labels: Readonly<Record<NationalCreditRule, Required<LocalizedText>>> = {
  qualification: {
    fi: 'Suoritettujen opintojen yhteislaajuus, ammatillinen tutkinto',
    sv: 'Total omfattning av avlagda studier, yrkesinriktad examen',
    en: 'Credits in all, vocational qualification',
  },
  'partial-qualification': {
    fi: 'Suoritettujen opintojen yhteislaajuus, tutkinnon osat',
    sv: 'Total omfattning av avlagda studier, examensdelar',
    en: 'Credits in all, qualification units',
  },
};

const educationOf: Readonly<Record<NationalCreditRule, number>> = {
  qualification: educations.indexOf('wholeQualification'),
  'partial-qualification': educations.indexOf('qualificationUnits'),
};

function sumOf(a: ShownCredits | undefined, b: ShownCredits | undefined): ShownCredits | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return { points: a.points + b.points, raised: a.raised + b.raised };
}

/** The performances of one right together: our credits are those of the right. */
function joinPerformances(first: CreditRow, second: CreditRow): CreditRow {
  const [vocational, common, commonAreas] = [
    sumOf(first.vocational, second.vocational),
    sumOf(first.common, second.common),
    sumOf(first.commonAreas, second.commonAreas),
  ];
  return {
    ...first,
    total: { points: first.total.points + second.total.points, raised: first.total.raised + second.total.raised },
    ...(vocational === undefined ? {} : { vocational }),
    ...(common === undefined ? {} : { common }),
    ...(commonAreas === undefined ? {} : { commonAreas }),
  };
}

const partLabels = {
  vocational: { fi: 'ammatilliset tutkinnon osat', sv: 'yrkesinriktade examensdelar', en: 'vocational units' },
  common: { fi: 'yhteiset tutkinnon osat', sv: 'gemensamma examensdelar', en: 'common units' },
  commonAreas: {
    fi: 'yhteisten tutkinnon osien osa-alueet',
    sv: 'de gemensamma examensdelarnas delområden',
    en: 'areas of common units',
  },
} as const satisfies Readonly<Record<string, Required<LocalizedText>>>;

/** Competence points behind two totals that differ. */
function differingParts(facts: Facts, at: number, row: CreditRow): readonly ComparedPart[] {
  const { vocationalUnits, commonUnits } = creditsOfRight(facts, at);
  const ours = {
    vocational: vocationalUnits.credits,
    common: commonUnits.credits,
    commonAreas: commonUnits.mandatoryAreas.credits + commonUnits.optionalAreas.credits,
  };
  const ids = ['vocational', 'common', 'commonAreas'] as const;
  return ids.flatMap((id) => {
    const theirs = row[id];
    if (theirs === undefined || theirs.points === Math.round(ours[id] * THOUSANDTHS)) return [];
    return [{ id, label: partLabels[id], ours: ours[id], theirs: theirs.points / THOUSANDTHS }];
  });
}

/**
 * Compares our competence points with the totals of KOSKI's report of qualifications or of partial qualifications, right by
 * right, as `compareStudentYears` does. Amounts are thousandths of a point. A right that both have is compared whatever we take its
 * education for; only ours are those of the report's kind.
 */
export async function compareCredits(
  ours: FactBatches,
  report: ReportRows<CreditRow> & { readonly kind: NationalCreditRule },
  options: CompareOptions,
): Promise<Comparison> {
  const window = windowOf(options);
  const rule = nationalCreditRules[report.kind];
  const byRight = rowsByRight(report.rows, joinPerformances);
  const schools = createSchools(report.schools);
  const tally = createTally(options.examples ?? EXAMPLES, textOfChange);
  const onlyOurs: {
    key: string;
    figure: number;
    school: string | undefined;
    reasonWhen: (other: boolean) => Reason;
  }[] = [];
  let batch: Facts | undefined;
  let pointsBy: (right: number, rule: CreditRule) => number = () => 0;
  for await (const { facts, at, key, school, row } of matchedRights(ours, byRight)) {
    if (facts !== batch) [batch, pointsBy] = [facts, creditsByRule(facts, window)];
    const figureOf = (other: CreditRule): number => pointsBy(at, other);
    const figure = figureOf(rule);
    if (row === undefined) {
      const isOfKind = facts.rights.education[at] === educationOf[report.kind];
      if (isOfKind && isLookedAt(facts, at, window))
        onlyOurs.push({ key, figure, school, reasonWhen: createReason(facts, at) });
      continue;
    }
    schools.metWith(school);
    const variants = variantsOf<CreditRule, CreditChange>(rule, creditRuleChanges, figureOf);
    const theirs = row.total.points;
    const explanation = explainDifference({ figure, variants }, { figure: theirs, within: 0 });
    tally.add({ right: key, ours: figure, theirs }, explanation, () => differingParts(facts, at, row));
  }
  for (const { key, figure, school, reasonWhen } of onlyOurs)
    tally.onlyOurs(key, figure, reasonWhen(schools.isOther(school)));
  const left = byRight.left();
  const findings = await findingsOfAll([...left.map(([oid]) => oid), ...tally.unexplained()], options);
  for (const [oid, row] of left) tally.onlyTheirs(oid, row.total.points, reasonOnlyTheirs(row, findings.get(oid)));
  return {
    figure: 'credits',
    rule: report.kind,
    label: labels[report.kind],
    period: options.period,
    perUnit: THOUSANDTHS,
    ...tally.finish((right) => findings.get(right)?.codes ?? []),
  };
}

function textOfChange(change: string): Required<LocalizedText> {
  const known = creditRuleChanges.find(({ id }) => id === change);
  return known === undefined ? { fi: change, sv: change, en: change } : creditChangeTexts[known.id];
}
