import type { LocalizedText } from '@strapetsi/text';
import type { Facts } from '../facts/facts.js';
import { periodStates } from '../facts/codes.js';
import type { RightFindings } from '../sources/koski-reports/findings-of-rights.js';
import type { Reason } from './comparison.js';
import { rowsOf } from './rows-of.js';

type Text = Required<LocalizedText>;

const texts = {
  preparatory: {
    fi: 'Tutkintokoulutukseen valmentavan koulutuksen (TUVA) opiskeluoikeudet eivät ole KOSKIn ammatillisen koulutuksen raporteissa. Meidän luvussamme ne ovat mukana.',
    sv: 'Studierätter i utbildning som handleder för examensutbildning (Hux) finns inte i KOSKI:s rapporter om yrkesutbildning. I vårt tal ingår de.',
    en: 'Study rights in preparatory education (TUVA) are not in KOSKI’s reports of vocational education. Our figure includes them.',
  },
  invalidated: {
    fi: 'Opiskeluoikeus on mitätöity, eikä KOSKI raportoi sitä.',
    sv: 'Studierätten är annullerad, och KOSKI rapporterar den inte.',
    en: 'The study right has been invalidated, and KOSKI does not report it.',
  },
  'other-school': {
    fi: 'Opiskeluoikeus on toisessa oppilaitoksessa. KOSKIn raportti koskee yhtä oppilaitosta kerrallaan; anna muidenkin oppilaitosten raportit.',
    sv: 'Studierätten finns vid en annan läroanstalt. KOSKI:s rapport gäller en läroanstalt i taget; ge också de andra läroanstalternas rapporter.',
    en: 'The study right is at another school. KOSKI’s report is of one school at a time; give the reports of the other schools too.',
  },
  'without-number': {
    fi: 'Opiskeluoikeudella ei ole meillä oidia eikä lähdejärjestelmän tunnistetta, joten sitä ei voi yhdistää raportin riviin.',
    sv: 'Studierätten har hos oss varken oid eller källsystemets id, så den kan inte kopplas till en rad i rapporten.',
    en: 'The study right has neither an oid nor an id of a student system with us, so that it cannot be matched with a row of the report.',
  },
  'not-in-report': {
    fi: 'Opiskeluoikeus on voimassa jaksolla, mutta raportissa sitä ei ole. Onko se siirretty KOSKIin, ja onko raportti haettu sen jälkeen?',
    sv: 'Studierätten gäller under perioden, men finns inte i rapporten. Har den överförts till KOSKI, och har rapporten hämtats efter det?',
    en: 'The study right is in force during the period, but not in the report. Has it been transferred to KOSKI, and was the report made after that?',
  },
  refused: {
    fi: 'Opiskeluoikeus on aineistossamme, mutta sitä ei voitu lukea; havainto kertoo syyn, ja strapetsi check näyttää paikan.',
    sv: 'Studierätten finns i våra uppgifter, men kunde inte läsas; observationen anger orsaken, och strapetsi check visar stället.',
    en: 'The study right is in our documents, but could not be read; the finding says why, and strapetsi check shows where.',
  },
  'other-provider': {
    fi: 'Opiskeluoikeus on toisella koulutuksen järjestäjällä ja raportissa siksi, että se sisältyy meidän opiskeluoikeuteemme.',
    sv: 'Studierätten finns hos en annan utbildningsanordnare, och i rapporten därför att den ingår i en studierätt hos oss.',
    en: 'The study right is another provider’s, and in the report because it is included in one of ours.',
  },
  'nested-elsewhere': {
    fi: 'Opiskeluoikeus sisältyy toiseen opiskeluoikeuteen, eikä sitä ole aineistossamme. Meidän luvussamme sitä ei laskettaisi.',
    sv: 'Studierätten ingår i en annan studierätt och finns inte i våra uppgifter. I vårt tal skulle den inte räknas.',
    en: 'The study right is included in another one and not in our documents. Our figure would not count it.',
  },
  'not-in-documents': {
    fi: 'Opiskeluoikeus on raportissa, mutta ei aineistossamme. Onko aineisto viety kokonaan ja samasta päivästä?',
    sv: 'Studierätten finns i rapporten, men inte i våra uppgifter. Är uppgifterna fullständigt exporterade och från samma dag?',
    en: 'The study right is in the report, but not in our documents. Is the export complete, and of the same day?',
  },
} as const satisfies Readonly<Record<string, Text>>;

type ReasonId = keyof typeof texts;

/** For which nobody can say why without looking. */
const unknown: readonly ReasonId[] = ['not-in-report', 'not-in-documents'];

function reason(id: ReasonId, findings?: readonly string[]): Reason {
  return {
    reason: id,
    text: texts[id],
    ...(findings === undefined ? {} : { findings }),
    known: !unknown.includes(id),
  };
}

const INVALIDATED = periodStates.indexOf('invalidated');

/** A key that the reading made of the place in the file, where a right has no number. */
const PLACE_IN_FILE = /^(file:\d+|[0-9a-f]{32}).*:\d+:\d+$/;

/** Why a right of ours is not in the report. */
function reasonOnlyOurs(facts: Facts, right: number, otherSchool: boolean): Reason {
  const { rights, periods } = facts;
  const [first, end] = rowsOf(periods.right, right);
  if (rights.tuva[right] === 1) return reason('preparatory');
  if (end > first && periods.state[end - 1] === INVALIDATED) return reason('invalidated');
  if (PLACE_IN_FILE.test(rights.key[right] ?? '')) return reason('without-number');
  return reason(otherSchool ? 'other-school' : 'not-in-report');
}

/** A right that gives facts by itself, and gave none: its learner had been read in an earlier document. */
const READ_ALREADY = 'person-met-again';

/** Why a right of the report is not among ours. */
export function reasonOnlyTheirs(
  row: { readonly nestedIn?: string; readonly otherProvider?: boolean },
  findings: RightFindings | undefined,
): Reason {
  if (findings !== undefined) return reason('refused', findings.gaveFacts ? [READ_ALREADY] : findings.codes);
  if (row.otherProvider === true) return reason('other-provider');
  return reason(row.nestedIn === undefined ? 'not-in-documents' : 'nested-elsewhere');
}

/**
 * Why a right of ours is not in the report, once it is known whether it is at another school. Both answers are made at once, so
 * that the batch of facts is not kept.
 */
export function createReason(facts: Facts, at: number): (otherSchool: boolean) => Reason {
  const [other, same] = [reasonOnlyOurs(facts, at, true), reasonOnlyOurs(facts, at, false)];
  return (otherSchool) => (otherSchool ? other : same);
}
