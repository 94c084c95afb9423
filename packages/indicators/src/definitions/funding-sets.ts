import type { LocalizedText } from '@strapetsi/text';
import type { CalculateOptions } from '../engine/options.js';
import type { Source } from './definition.js';

/** Sources of funding that the national calculation takes together. */
export interface FundingSet {
  readonly id: FundingSetId;
  readonly label: Required<LocalizedText>;
  /** Ids of members of the dimension `funding`. */
  readonly members: readonly string[];
}

export const fundingSetIds = ['basic', 'performance', 'labourMarketTraining'] as const;
export type FundingSetId = (typeof fundingSetIds)[number];

function members(...codes: readonly number[]): readonly string[] {
  return codes.map((code) => String(code).padStart(2, '0'));
}

/**
 * The sets overlap (10 and 12 are in all of them), so they are ways of choosing and never members of one dimension. Source:
 * `fundingSetsSource`, 12 March 2021, the newest that is public; funding codes that came later (13–17) are in none.
 */
export const fundingSets: readonly FundingSet[] = [
  {
    id: 'basic',
    label: { fi: 'Perusrahoitus', sv: 'Basfinansiering', en: 'Basic funding' },
    members: members(1, 10, 11, 12),
  },
  {
    id: 'performance',
    label: { fi: 'Suoritusrahoitus', sv: 'Prestationsfinansiering', en: 'Performance funding' },
    members: members(1, 2, 3, 7, 8, 9, 10, 11, 12),
  },
  {
    id: 'labourMarketTraining',
    label: { fi: 'Työvoimakoulutus', sv: 'Arbetskraftsutbildning', en: 'Labour market training' },
    members: members(2, 3, 10, 12),
  },
];

export const fundingSetsSource: Source = {
  title: {
    fi: 'Opintojen rahoituksen luokitus (Vipusen tietovarasto)',
    sv: 'Klassificering av studiernas finansiering (Vipunens datalager)',
    en: 'Classification of the funding of studies (the warehouse behind Vipunen)',
  },
  reference:
    'CSCfi/antero e14a7bf3, d_opintojenrahoitus (4491, 12.3.2021): sisaltyy_okm_perusrahoitus, sisaltyy_okm_suoritusrahoitus, tyovoimakoulutus',
};

/** Members of the dimension `funding` in a set. */
export function membersOfFundingSet(id: FundingSetId): readonly string[] {
  return fundingSets.find((set) => set.id === id)?.members ?? [];
}

/** What `calculate` takes as `only` for what was funded by one set, such as student years of basic funding. */
export function onlyFundedBy(id: FundingSetId): NonNullable<CalculateOptions['only']> {
  return { funding: membersOfFundingSet(id) };
}
