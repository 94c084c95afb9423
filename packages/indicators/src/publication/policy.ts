import type { LocalizedText } from '@strapetsi/text';

/** How small groups are kept from sight. A policy is data with its source. */
export interface Policy {
  readonly id: string;
  readonly label: Required<LocalizedText>;
  /** Where the rule stands, or who decided it. */
  readonly reference: string;
  /** The smallest count that is shown; 1 … minimum − 1 are withheld. 0 is not a group and is shown, unless `hidesZero`. */
  readonly minimum: number;
  /** Whether 0 is withheld as a small group is. */
  readonly hidesZero?: true;
  /** Which counts of a share must reach the minimum: persons (n), numerator (x), the others (n − x). */
  readonly protects: readonly ('n' | 'x' | 'rest')[];
  /** Counts that are shown are rounded to a multiple of this; shares are made of the rounded counts. */
  readonly roundTo: number;
  /** Whether the span that a withheld count or share lies in is said, such as 1–4. */
  readonly saysRange: boolean;
}

/**
 * The rule of Vipunen's counts: 0, "1–4", else rounded to the nearest 3; shares from the rounded counts.
 * Source: CSCfi/antero e14a7bf3 (MIT), tabular model "Keskeyttäneet ammatillinen koulutus".
 */
export const vipunen: Policy = {
  id: 'vipunen',
  label: {
    fi: 'Alle viiden henkilön ryhmiä ei näytetä, ja lukumäärät pyöristetään lähimpään kolmella jaolliseen (Vipusen tietosuojasääntö)',
    sv: 'Grupper på färre än fem personer visas inte, och antalen avrundas till närmaste tal som är delbart med tre (Vipunens dataskyddsregel)',
    en: 'Groups of fewer than five persons are not shown, and counts are rounded to the nearest multiple of three (Vipunen’s disclosure rule)',
  },
  reference: 'CSCfi/antero e14a7bf3, tabular/Keskeyttäneet ammatillinen koulutus',
  minimum: 5,
  protects: ['n', 'x'],
  roundTo: 3,
  saysRange: true,
};

/** The minimum is not a whole number from 2 up. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code = 'policy-minimum';
  readonly path = 'minimum';
  readonly expected = 'a whole number from 2 to 1000';
  constructor(readonly found: string) {
    super(`The minimum of a disclosure policy must be a whole number from 2 to 1000, but it is ${found}`);
  }
}

/**
 * A provider's own plain rule: groups of fewer than k persons are withheld, in the numerator and in the rest too; nothing is rounded.
 * @throws PolicyError where k is not a whole number from 2 to 1000.
 */
export function minimumPolicy(k: number): Policy {
  if (!Number.isInteger(k) || k < 2 || k > 1000) throw new PolicyError(String(k));
  return {
    id: `minimum-${String(k)}`,
    label: {
      fi: `Alle ${String(k)} henkilön ryhmiä ei näytetä`,
      sv: `Grupper på färre än ${String(k)} personer visas inte`,
      en: `Groups of fewer than ${String(k)} persons are not shown`,
    },
    reference: 'own rule',
    minimum: k,
    protects: ['n', 'x', 'rest'],
    roundTo: 1,
    saysRange: true,
  };
}
