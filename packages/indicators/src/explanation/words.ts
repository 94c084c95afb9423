import type { LocalizedText } from '@strapetsi/text';
import type { Unit } from '../definitions/definition.js';

type Text = Required<LocalizedText>;

/** Headings and sentences of explanations. What stands in braces is filled in. */
export const words = {
  meaning: { fi: 'Mitä luku kertoo', sv: 'Vad talet berättar', en: 'What the figure says' },
  counted: { fi: 'Mitä lasketaan', sv: 'Vad som räknas', en: 'What is counted' },
  leftOut: { fi: 'Mitä jätetään pois', sv: 'Vad som lämnas bort', en: 'What is left out' },
  nothingLeftOut: { fi: 'Mitään ei jätetä pois.', sv: 'Ingenting lämnas bort.', en: 'Nothing is left out.' },
  rules: { fi: 'Millä säännöllä', sv: 'Enligt vilken regel', en: 'By which rule' },
  cuts: { fi: 'Minkä mukaan voi jaotella', sv: 'Möjliga indelningar', en: 'What it can be shown by' },
  limits: { fi: 'Mitä rajoja voi asettaa', sv: 'Gränser som kan ställas in', en: 'Limits that can be set' },
  heed: { fi: 'Mitä on hyvä tietää', sv: 'Bra att veta', en: 'What to bear in mind' },
  unverified: {
    fi: 'Mitä julkinen lähde ei ratkaise',
    sv: 'Vad ingen offentlig källa avgör',
    en: 'What no public source settles',
  },
  version: { fi: 'Määritelmän versio', sv: 'Definitionens version', en: 'Version of the definition' },
  value: { fi: 'Luku', sv: 'Talet', en: 'The figure' },
  records: { fi: 'Mistä tiedoista', sv: 'Från vilka uppgifter', en: 'From which records' },
  findings: {
    fi: 'Havainnot tiedoissa',
    sv: 'Observationer i uppgifterna',
    en: 'Findings in the records',
  },
  noFindings: {
    fi: 'Lukemisessa ei ollut huomautettavaa.',
    sv: 'Vid inläsningen fanns inget att anmärka på.',
    en: 'Nothing was remarked when the records were read.',
  },
  protection: {
    fi: 'Miten pienet ryhmät suojataan',
    sv: 'Hur små grupper skyddas',
    en: 'How small groups are protected',
  },
  everywhere: { fi: 'aina', sv: 'alltid', en: 'always' },
  numerator: { fi: 'Osoittaja: {0}', sv: 'Täljare: {0}', en: 'Numerator: {0}' },
  denominator: { fi: 'Nimittäjä: {0}', sv: 'Nämnare: {0}', en: 'Denominator: {0}' },
  inForceFrom: { fi: '{0} alkaen', sv: 'från och med {0}', en: 'from {0}' },
  inForceTo: { fi: '{0} asti', sv: 'till och med {0}', en: 'until {0}' },
  partOf: { fi: '{0} on {1} / {2}.', sv: '{0} är {1} / {2}.', en: '{0} is {1} / {2}.' },
  persons: {
    fi: 'Luvun takana olevien määrä: {0}.',
    sv: 'Antal som talet bygger på: {0}.',
    en: 'The figure rests on this many: {0}.',
  },
  withheld: {
    fi: 'Lukua ei näytetä, koska ryhmä on liian pieni tai sen voisi laskea muista luvuista.',
    sv: 'Talet visas inte, eftersom gruppen är för liten eller eftersom det kunde räknas ut från andra tal.',
    en: 'The figure is withheld, because the group is too small or it could be worked out from other figures.',
  },
  interval: {
    fi: 'Arvio: todellinen arvo on 95 prosentin varmuudella välillä {0}.',
    sv: 'Uppskattning: det verkliga värdet ligger med 95 procents säkerhet i intervallet {0}.',
    en: 'An estimate: the true value lies in {0} with a confidence of 95 per cent.',
  },
  between: { fi: 'Se on välillä {0}.', sv: 'Det ligger i intervallet {0}.', en: 'It lies in {0}.' },
  immature: {
    fi: 'Seuranta-aika on kesken: luku on saatavissa {0} alkaen.',
    sv: 'Uppföljningen pågår: talet finns från och med {0}.',
    en: 'The follow-up is under way: there is a figure from {0} on.',
  },
  noData: {
    fi: 'Tästä ei ole tietoja, joista luvun voisi laskea.',
    sv: 'Det finns inga uppgifter att räkna talet på.',
    en: 'There is nothing to compute the figure from.',
  },
  notApplicable: {
    fi: 'Luvulla ei ole tässä merkitystä.',
    sv: 'Talet är inte tillämpligt här.',
    en: 'The figure has no meaning here.',
  },
  looked: {
    fi: 'Koko taulukossa tarkasteltiin: {0}.',
    sv: 'I hela tabellen granskades: {0}.',
    en: 'Looked at in the whole table: {0}.',
  },
  asOf: {
    fi: 'Tiedot ovat ajalta {0}, ja tilanne on {1}.',
    sv: 'Uppgifterna gäller {0}, och läget är per {1}.',
    en: 'The records cover {0}, as they stood on {1}.',
  },
  from: { fi: 'Tietojen tuottaja: {0}.', sv: 'Uppgifterna kommer från: {0}.', en: 'The records come from: {0}.' },
  notShown: { fi: 'ei näytetä', sv: 'visas inte', en: 'not shown' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a value is counted in, after the number. Shares have their sign and means none. */
export const units: Readonly<Record<Unit, Text>> = {
  studentYears: { fi: 'opiskelijavuotta', sv: 'studerandeår', en: 'student years' },
  days: { fi: 'päivää', sv: 'dagar', en: 'days' },
  share: { fi: '', sv: '', en: '' },
  students: { fi: 'opiskelijaa', sv: 'studerande', en: 'students' },
  studyRights: { fi: 'opiskeluoikeutta', sv: 'studierätter', en: 'study rights' },
  qualifications: { fi: 'tutkintoa', sv: 'examina', en: 'qualifications' },
  units: { fi: 'tutkinnon osaa', sv: 'examensdelar', en: 'units' },
  competencePoints: { fi: 'osaamispistettä', sv: 'kompetenspoäng', en: 'competence points' },
  months: { fi: 'kuukautta', sv: 'månader', en: 'months' },
  points: { fi: 'pistettä', sv: 'poäng', en: 'points' },
  mean: { fi: '', sv: '', en: '' },
  plans: { fi: 'suunnitelmaa', sv: 'planer', en: 'plans' },
  respondents: { fi: 'vastaajaa', sv: 'svarande', en: 'respondents' },
  graduates: { fi: 'valmistunutta', sv: 'utexaminerade', en: 'graduates' },
  employers: { fi: 'työnantajaa', sv: 'arbetsgivare', en: 'employers' },
  agreements: { fi: 'sopimusta', sv: 'avtal', en: 'agreements' },
};

/** The text in a language, with its places filled in. */
export function say(text: Text, lang: keyof Text, ...filled: readonly string[]): string {
  return text[lang].replace(/\{(\d)\}/g, (_, at: string) => filled[Number(at)] ?? '');
}
