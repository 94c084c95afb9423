import { NO_DAY, type Day } from '../days/day.js';
import { firstChildOf } from './children.js';
import type { CreditColumns, Facts } from './facts.js';

/** How many parts there are, and their competence points. */
export interface CountedCredits {
  readonly count: number;
  readonly credits: number;
}

/** The credits of one study right, as KOSKI's report of vocational performances (suoritustietojen tarkistus) has them. */
export interface RightCredits {
  /** Vocational, common, freely chosen and expanding units together. */
  readonly total: number;
  readonly vocationalUnits: CountedCredits & {
    /** Completed units; their points are of all. */
    readonly count: number;
    readonly mandatory: CountedCredits;
    readonly optional: CountedCredits;
    readonly withDemonstration: number;
    readonly recognised: number;
  };
  readonly commonUnits: CountedCredits & {
    readonly mandatoryAreas: CountedCredits;
    readonly optionalAreas: CountedCredits;
    readonly recognisedAreas: number;
    readonly recognised: number;
  };
  readonly freelyChosenUnits: CountedCredits;
  readonly individuallyExpandingUnits: CountedCredits;
}

/** Only parts assessed from the first day to the last. */
export interface AssessmentWindow {
  readonly from: Day;
  readonly to: Day;
}

const UNIT = 'ammatillisentutkinnonosa';
const AREA = 'ammatillisentutkinnonosanosaalue';

/** Studies that count among the vocational units wherever they stand. */
const otherStudies = new Set([
  'ammatillinenlukionopintoja',
  'ammatillinenkorkeakouluopintoja',
  'ammatillinenmuitaopintovalmiuksiatukeviaopintoja',
]);

/** Headings under which such studies stand, no units themselves. */
const headings = new Set(['tutkinnonosatvalinnanmahdollisuus:1', 'tutkinnonosatvalinnanmahdollisuus:2']);

/** Common units (yhteiset tutkinnon osat) of the curricula until 2018, from 2018 and from August 2022, and of adapted studies. */
const commonUnits = new Set([
  ...['101053', '101054', '101055', '101056'],
  ...['400012', '400013', '400014'],
  ...['106727', '106728', '106729'],
  ...['600001', '600002'],
]);

type Kind = 'vocational' | 'common' | 'commonArea' | 'freelyChosen' | 'expanding';

function kindsWithin({ credits, dictionaries }: Facts) {
  const typeAt = (at: number): string => dictionaries.performanceType.keys[credits.type[at] ?? -1] ?? '';
  const unitAt = (at: number): string => dictionaries.unit.keys[credits.unit[at] ?? -1] ?? '';
  const isCommon = (at: number): boolean => typeAt(at) === UNIT && commonUnits.has(unitAt(at));
  return (at: number): Kind | undefined => {
    const type = typeAt(at);
    if (otherStudies.has(type)) return 'vocational';
    if (type === AREA) {
      const parent = credits.parent[at] ?? -1;
      if (parent < 0 || typeAt(parent) !== UNIT) return undefined;
      return isCommon(parent) ? 'commonArea' : 'vocational';
    }
    if (type !== UNIT || headings.has(unitAt(at))) return undefined;
    if (isCommon(at)) return 'common';
    const group = credits.group[at];
    if (group === 3) return 'freelyChosen';
    return group === 4 ? 'expanding' : 'vocational';
  };
}

function counted(columns: CreditColumns, parts: readonly number[]): CountedCredits {
  const thousandths = parts.reduce((sum, at) => sum + Math.max(0, columns.points[at] ?? 0), 0);
  return { count: parts.length, credits: thousandths / 1000 };
}

/**
 * The credits of one right of a batch. As in the national report, points are those of all parts that were transferred, assessed
 * or not; smaller wholes (pienempi kokonaisuus) and the areas of common units are no units and not in the total; an extent that
 * is missing counts as 0. Rules after KOSKI's AmmatillinenTutkintoRaportti and AmmatillinenRaporttiUtils, with these differences:
 * a vocational unit is completed when it is assessed (there: confirmed) or its performance confirmed, the common units of 2022
 * are among the common ones, and the heading of general upper secondary studies is not counted as a unit.
 * @param right position in the batch's study rights
 *
 * @example
 * const credits = [{ unit: '104085', type: 'ammatillisentutkinnonosa', group: 1, points: 45_000, assessed: '2026-05-31' }];
 * const periods = [{ start: '2026-01-01', state: 'present' }] as const;
 * const kind = { education: 'wholeQualification', julyRule: 'removed' } as const;
 * const [facts] = factsOf([{ key: 'learner', rights: [{ key: 'right', provider: 'college', ...kind, periods, credits }] }]);
 * facts && creditsOfRight(facts, 0).total; // → 45
 */
export function creditsOfRight(facts: Facts, right: number, window?: AssessmentWindow): RightCredits {
  const { credits } = facts;
  const kindOf = kindsWithin(facts);
  const confirmed = facts.rights.confirmed[right] !== NO_DAY;
  const parts: Record<Kind, number[]> = { vocational: [], common: [], commonArea: [], freelyChosen: [], expanding: [] };
  for (let at = firstChildOf(credits.right, right); at < credits.count && credits.right[at] === right; at++) {
    const assessed = credits.assessed[at] ?? NO_DAY;
    const counts = window === undefined || (assessed >= window.from && assessed <= window.to);
    const kind = counts ? kindOf(at) : undefined;
    if (kind !== undefined) parts[kind].push(at);
  }
  const mandatory = (at: number): boolean => credits.mandatory[at] === 1;
  const optional = (at: number): boolean => credits.mandatory[at] !== 1;
  const recognised = (at: number): boolean => (credits.recognised[at] ?? 0) > 0;
  const { vocational, common, commonArea, freelyChosen, expanding } = parts;
  const isUnit = (at: number): boolean => facts.dictionaries.performanceType.keys[credits.type[at] ?? -1] === UNIT;
  const completed = vocational.filter((at) => confirmed || credits.assessed[at] !== NO_DAY || !isUnit(at));
  return {
    total: counted(credits, [...vocational, ...common, ...freelyChosen, ...expanding]).credits,
    vocationalUnits: {
      count: completed.length,
      credits: counted(credits, vocational).credits,
      mandatory: counted(credits, vocational.filter(mandatory)),
      optional: counted(credits, vocational.filter(optional)),
      withDemonstration: completed.filter((at) => credits.demonstrated[at] === 1).length,
      recognised: completed.filter(recognised).length,
    },
    commonUnits: {
      ...counted(credits, common),
      mandatoryAreas: counted(credits, commonArea.filter(mandatory)),
      optionalAreas: counted(credits, commonArea.filter(optional)),
      recognisedAreas: commonArea.filter(recognised).length,
      recognised: common.filter(recognised).length,
    },
    freelyChosenUnits: counted(credits, freelyChosen),
    individuallyExpandingUnits: counted(credits, expanding),
  };
}
