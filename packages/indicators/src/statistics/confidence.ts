import type { LocalizedText } from '@strapetsi/text';
import type { Interval } from './interval.js';

/** Why there is no interval, and what one would mean. */
export interface NoConfidence {
  readonly confidence: 'none';
  readonly because: 'everybodyIsCounted';
  readonly meaning: Required<LocalizedText>;
}

/** How sure a figure is: never a bare number without an interval or the reason for none. */
export type Confidence =
  { readonly confidence: 'interval'; readonly level: number; readonly interval: Interval } | NoConfidence;

/**
 * The confidence of a figure from a full register: students, qualifications, competence points. Nobody was drawn, so nothing is
 * uncertain for having been drawn.
 *
 * @example
 * everybodyCounted.confidence; // → 'none'
 * everybodyCounted.meaning.sv.startsWith('Alla är medräknade'); // → true
 */
export const everybodyCounted: NoConfidence = {
  confidence: 'none',
  because: 'everybodyIsCounted',
  meaning: {
    fi: 'Mukana ovat kaikki eikä otos, joten luottamusväliä ei esitetä. Väli kertoisi, kuinka paljon näin monen opiskelijan luku voisi sattumalta vaihdella, vaikka mikään muu ei muuttuisi; siitä on apua, kun verrataan vuosia tai pieniä ryhmiä.',
    sv: 'Alla är medräknade och inte ett urval, så inget konfidensintervall anges. Ett intervall skulle visa hur mycket siffran för så här många studerande kunde variera av en slump även om inget annat ändrades; det är till hjälp när man jämför år eller små grupper.',
    en: 'Everybody is counted and not a sample, so no confidence interval is given. An interval would say how much the figure of so many students could vary by chance even if nothing else changed; it helps when years or small groups are compared.',
  },
};
