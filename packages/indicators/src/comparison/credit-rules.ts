import type { LocalizedText } from '@strapetsi/text';
import { NO_DAY, OPEN, type Day } from '../days/day.js';
import { creditsOfRight } from '../facts/credits-of-right.js';
import type { Facts } from '../facts/facts.js';
import type { RuleChange } from './explain-difference.js';

type Text = Required<LocalizedText>;

/** Which parts of a study right's performances make its competence points. */
export interface CreditRule {
  /** All that have been transferred, those that are assessed, or those assessed within the period. */
  readonly assessed: 'all' | 'assessed' | 'withinPeriod';
  /** Common units by the points of the unit itself, or of its areas. */
  readonly common: 'units' | 'areas';
  /** Freely chosen units and units that expand a qualification individually. */
  readonly furtherUnits: 'counted' | 'leftOut';
  readonly raised: 'counted' | 'leftOut';
  readonly recognised: 'counted' | 'fundedOnly' | 'leftOut';
  /** A study right included in another one. */
  readonly nested: 'leftOut' | 'counted';
}

export type NationalCreditRule = 'qualification' | 'partial-qualification';

/**
 * The totals (suoritettujen opintojen yhteislaajuus) of KOSKI's two reports: AmmatillinenTutkintoRaportti.scala counts units, assessed
 * or not; AmmatillinenOsittainenRaportti.scala assessed vocational units and areas of common units.
 */
export const nationalCreditRules: Readonly<Record<NationalCreditRule, CreditRule>> = {
  qualification: {
    assessed: 'all',
    common: 'units',
    furtherUnits: 'counted',
    raised: 'counted',
    recognised: 'counted',
    nested: 'leftOut',
  },
  'partial-qualification': {
    assessed: 'assessed',
    common: 'areas',
    furtherUnits: 'leftOut',
    raised: 'counted',
    recognised: 'counted',
    nested: 'leftOut',
  },
};

const RECOGNISED_AND_FUNDED = 2;

/** Parts that a rule leaves out by what they are: without points, `creditsOfRight` does not see them. */
function leftOut({ credits }: Facts, at: number, rule: CreditRule): boolean {
  if (rule.raised === 'leftOut' && credits.raised[at] === 1) return true;
  const recognised = credits.recognised[at] ?? 0;
  if (recognised === 0 || rule.recognised === 'counted') return false;
  return rule.recognised === 'leftOut' || recognised !== RECOGNISED_AND_FUNDED;
}

/** The facts of a batch by a rule, made once for all of its rights. */
function withoutParts(facts: Facts, rule: CreditRule): Facts {
  if (rule.raised === 'counted' && rule.recognised === 'counted') return facts;
  const points = facts.credits.points.map((value, at) => (leftOut(facts, at, rule) ? 0 : value));
  return { ...facts, credits: { ...facts.credits, points } };
}

const round = (credits: number): number => Math.round(credits * 1000);

/**
 * Counts the competence points of the rights of one batch by any rule, in thousandths.
 * @returns points of a right by its position in the batch
 *
 * @example
 * const credits = [{ unit: '104085', type: 'ammatillisentutkinnonosa', group: 1, points: 45_000, assessed: '2026-05-31' }];
 * const periods = [{ start: '2026-01-01', state: 'present' }] as const;
 * const kind = { education: 'wholeQualification', julyRule: 'removed' } as const;
 * const [facts] = factsOf([{ key: 'learner', rights: [{ key: 'right', provider: 'college', ...kind, periods, credits }] }]);
 * const pointsOf = facts && creditsByRule(facts, { from: dayFromIso('2026-01-01'), to: dayFromIso('2026-12-31') });
 * pointsOf?.(0, nationalCreditRules.qualification); // → 45_000
 */
export function creditsByRule(
  facts: Facts,
  { from, to }: { readonly from: Day; readonly to: Day },
): (right: number, rule: CreditRule) => number {
  const batches = new Map<string, Facts>();
  return (right, rule) => {
    if (rule.nested === 'leftOut' && facts.rights.nested[right] === 1) return 0;
    const key = `${rule.raised} ${rule.recognised}`;
    const batch = batches.get(key) ?? withoutParts(facts, rule);
    batches.set(key, batch);
    const window = { all: undefined, assessed: { from: NO_DAY + 1, to: OPEN }, withinPeriod: { from, to } }[
      rule.assessed
    ];
    const { vocationalUnits, commonUnits, freelyChosenUnits, individuallyExpandingUnits } = creditsOfRight(
      batch,
      right,
      window,
    );
    const common =
      rule.common === 'units'
        ? commonUnits.credits
        : commonUnits.mandatoryAreas.credits + commonUnits.optionalAreas.credits;
    const further =
      rule.furtherUnits === 'counted' ? freelyChosenUnits.credits + individuallyExpandingUnits.credits : 0;
    return round(vocationalUnits.credits + common + further);
  };
}

/** The points in which a figure of competence points can be another one, the likeliest first. */
export const creditChanges = [
  'nested-counted',
  'assessed-within-period',
  'assessed-only',
  'unassessed-counted',
  'raised-left-out',
  'recognised-left-out',
  'recognised-only-funded',
  'common-units-by-areas',
  'common-units-by-units',
  'further-units-left-out',
  'further-units-counted',
] as const;
export type CreditChange = (typeof creditChanges)[number];

const sets: Readonly<Record<CreditChange, Partial<CreditRule>>> = {
  'nested-counted': { nested: 'counted' },
  'assessed-within-period': { assessed: 'withinPeriod' },
  'assessed-only': { assessed: 'assessed' },
  'unassessed-counted': { assessed: 'all' },
  'raised-left-out': { raised: 'leftOut' },
  'recognised-left-out': { recognised: 'leftOut' },
  'recognised-only-funded': { recognised: 'fundedOnly' },
  'common-units-by-areas': { common: 'areas' },
  'common-units-by-units': { common: 'units' },
  'further-units-left-out': { furtherUnits: 'leftOut' },
  'further-units-counted': { furtherUnits: 'counted' },
};

export const creditRuleChanges: readonly RuleChange<CreditRule, CreditChange>[] = creditChanges.map((id) => ({
  id,
  set: sets[id],
}));

export const creditChangeTexts: Readonly<Record<CreditChange, Text>> = {
  'nested-counted': {
    fi: 'Mukana on opiskeluoikeus, joka sisältyy toiseen opiskeluoikeuteen. Meidän luvussamme sen osaamispisteitä ei ole, jotta niitä ei lasketa kahdesti.',
    sv: 'En studierätt som ingår i en annan studierätt har räknats med. I vårt tal finns dess kompetenspoäng inte, så att de inte räknas två gånger.',
    en: 'A study right that is included in another one has been counted. Our figure leaves its competence points out, so that they are not counted twice.',
  },
  'assessed-within-period': {
    fi: 'Mukana ovat vain osat, jotka on arvioitu tarkastelujaksolla. Raporttia haettaessa on valittu osasuoritusten aikarajaus.',
    sv: 'Endast delar som har bedömts under observationsperioden ingår. När rapporten hämtades valdes en tidsgräns för delprestationerna.',
    en: 'Only parts that were assessed within the period are included. The report was made with a limit of time for parts of performances.',
  },
  'assessed-only': {
    fi: 'Mukana ovat vain arvioidut osat.',
    sv: 'Endast bedömda delar ingår.',
    en: 'Only parts that have been assessed are included.',
  },
  'unassessed-counted': {
    fi: 'Mukana ovat myös osat, joita ei ole vielä arvioitu.',
    sv: 'Också delar som ännu inte har bedömts ingår.',
    en: 'Parts that have not been assessed yet are included, too.',
  },
  'raised-left-out': {
    fi: 'Korotettujen suoritusten osaamispisteitä ei ole laskettu.',
    sv: 'Kompetenspoängen för höjda prestationer har inte räknats.',
    en: 'The competence points of raised performances have not been counted.',
  },
  'recognised-left-out': {
    fi: 'Tunnustetun osaamisen osaamispisteitä ei ole laskettu.',
    sv: 'Kompetenspoängen för erkänt kunnande har inte räknats.',
    en: 'The competence points of recognised prior learning have not been counted.',
  },
  'recognised-only-funded': {
    fi: 'Tunnustetusta osaamisesta on laskettu vain rahoituksen piirissä oleva osa.',
    sv: 'Av erkänt kunnande har endast den del räknats som omfattas av finansieringen.',
    en: 'Of recognised prior learning only the part that is funded has been counted.',
  },
  'common-units-by-areas': {
    fi: 'Yhteiset tutkinnon osat on laskettu osa-alueidensa osaamispisteistä. Ne eivät ole samat kuin osan omat osaamispisteet.',
    sv: 'De gemensamma examensdelarna har räknats enligt delområdenas kompetenspoäng. De är inte desamma som examensdelens egna.',
    en: 'Common units have been counted by the competence points of their areas. Those are not the points of the unit itself.',
  },
  'common-units-by-units': {
    fi: 'Yhteiset tutkinnon osat on laskettu osan omista osaamispisteistä. Ne eivät ole samat kuin osa-alueiden summa.',
    sv: 'De gemensamma examensdelarna har räknats enligt examensdelens egna kompetenspoäng. De är inte desamma som delområdenas summa.',
    en: 'Common units have been counted by the points of the unit itself. Those are not the sum of its areas.',
  },
  'further-units-left-out': {
    fi: 'Vapaasti valittavia ja tutkintoa yksilöllisesti laajentavia tutkinnon osia ei ole laskettu.',
    sv: 'Valfria examensdelar och examensdelar som utvidgar examen individuellt har inte räknats.',
    en: 'Freely chosen units and units that expand the qualification individually have not been counted.',
  },
  'further-units-counted': {
    fi: 'Mukana ovat myös vapaasti valittavat ja tutkintoa yksilöllisesti laajentavat tutkinnon osat.',
    sv: 'Också valfria examensdelar och examensdelar som utvidgar examen individuellt ingår.',
    en: 'Freely chosen units and units that expand the qualification individually are included, too.',
  },
};
