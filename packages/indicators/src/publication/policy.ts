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
  /**
   * Sums are withheld where one person can make up more than this share of them (0–1). It can be told of days, of which nobody has more than
   * the window; other sums are then withheld.
   */
  readonly dominance?: number;
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

/**
 * The rule of the national feedback service and of Vipunen's pages of it: nothing of fewer than five respondents; from five up counts, and every
 * answer, as they are. Source: CSCfi/arvo b2a8a7fc (EUPL 1.1), config.edn `:raportointi-minimivastaajat 5`; CSCfi/antero, tabular models of
 * Arvo's AMIS feedback.
 */
export const arvo: Policy = {
  id: 'arvo',
  label: {
    fi: 'Alle viiden vastaajan ryhmien tuloksia ei näytetä (Arvon raportointisääntö)',
    sv: 'Resultat för grupper på färre än fem svarande visas inte (Arvos rapporteringsregel)',
    en: 'Results of groups of fewer than five respondents are not shown (Arvo’s reporting rule)',
  },
  reference: 'CSCfi/arvo b2a8a7fc, config.edn, raportointi-minimivastaajat',
  minimum: 5,
  protects: ['n'],
  roundTo: 1,
  saysRange: true,
};

/**
 * The rule of Statistics Finland's statistics of discontinued studies: groups of fewer than 45 students are not published, and nothing is said of
 * them. Source: stat.fi, documentation of "Koulutuksen keskeyttäminen" (kkesk).
 */
export const statisticsFinland: Policy = {
  id: 'statistics-finland',
  label: {
    fi: 'Alle 45 opiskelijan ryhmiä ei julkaista (Tilastokeskuksen keskeyttämistilaston sääntö)',
    sv: 'Grupper på färre än 45 studerande publiceras inte (regeln i Statistikcentralens statistik över avbrutna studier)',
    en: 'Groups of fewer than 45 students are not published (rule of Statistics Finland’s statistics of discontinued studies)',
  },
  reference: 'stat.fi, kkesk: documentation of the statistics',
  minimum: 45,
  hidesZero: true,
  protects: ['n'],
  roundTo: 1,
  saysRange: false,
};

/** What a policy of one's own may set. */
export interface OwnPolicy {
  /** Counts below it are withheld: a whole number from 2 to 1000. */
  readonly minimum: number;
  readonly roundTo?: number;
  readonly protects?: Policy['protects'];
  readonly hidesZero?: true;
  readonly saysRange?: boolean;
  readonly dominance?: number;
  /** Who decided it, or where it stands. */
  readonly reference?: string;
}

/** Something in a policy of one's own cannot be. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code = 'policy-invalid';
  constructor(
    /** Which setting. */
    readonly path: keyof OwnPolicy,
    readonly expected: string,
    readonly found: string,
  ) {
    super(`The ${path} of a disclosure policy must be ${expected}, but it is ${found}`);
  }
}

/**
 * A rule of one's own. Where nothing else is said: groups of fewer than the minimum are withheld, in the numerator and in the rest too, what they lie
 * between is said, and nothing is rounded.
 * @throws PolicyError where a setting cannot be: it says which, what was found and what was expected.
 * @example
 * ownPolicy({ minimum: 10, roundTo: 5, reference: 'board of education, 2026' }).id; // → 'minimum-10-rounded-5'
 */
export function ownPolicy({
  minimum,
  roundTo = 1,
  protects = ['n', 'x', 'rest'],
  saysRange = true,
  reference = 'own rule',
  hidesZero,
  dominance,
}: OwnPolicy): Policy {
  mustBe('minimum', isWholeFrom(2, minimum), 'a whole number from 2 to 1000', minimum);
  mustBe('roundTo', isWholeFrom(1, roundTo), 'a whole number from 1 to 1000', roundTo);
  mustBe('protects', protects.includes('n'), 'a list with n, and x and rest where they count', protects.join(', '));
  mustBe(
    'dominance',
    dominance === undefined || (dominance > 0 && dominance <= 1),
    'a share above 0, up to 1',
    dominance,
  );
  return {
    id: [`minimum-${String(minimum)}`, ...(roundTo > 1 ? [`rounded-${String(roundTo)}`] : [])].join('-'),
    label: labelOf(minimum, roundTo),
    reference,
    minimum,
    protects,
    roundTo,
    saysRange,
    ...(hidesZero === undefined ? {} : { hidesZero }),
    ...(dominance === undefined ? {} : { dominance }),
  };
}

function isWholeFrom(least: number, found: number): boolean {
  return Number.isInteger(found) && found >= least && found <= 1000;
}

function mustBe(path: keyof OwnPolicy, isSo: boolean, expected: string, found: unknown): void {
  if (!isSo) throw new PolicyError(path, expected, String(found));
}

function labelOf(minimum: number, roundTo: number): Required<LocalizedText> {
  const [k, base] = [String(minimum), String(roundTo)];
  const label = {
    fi: `Alle ${k} henkilön ryhmiä ei näytetä`,
    sv: `Grupper på färre än ${k} personer visas inte`,
    en: `Groups of fewer than ${k} persons are not shown`,
  };
  if (roundTo === 1) return label;
  return {
    fi: `${label.fi}, ja lukumäärät pyöristetään lähimpään ${base}:llä jaolliseen lukuun`,
    sv: `${label.sv}, och antalen avrundas till närmaste tal som är delbart med ${base}`,
    en: `${label.en}, and counts are rounded to the nearest multiple of ${base}`,
  };
}

/**
 * A provider's own plain rule: groups of fewer than k persons are withheld, in the numerator and in the rest too; nothing is rounded.
 * @throws PolicyError where k is not a whole number from 2 to 1000.
 */
export function minimumPolicy(k: number): Policy {
  return ownPolicy({ minimum: k });
}
