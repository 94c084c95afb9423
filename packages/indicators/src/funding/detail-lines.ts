import type { LineName } from './line-name.js';

export const detailIds = [
  'studentYears.free',
  'studentYears.notFree',
  'studentYears.notFreeFactor',
  'studentYears.accepted',
  'demandingSupport.studentYears',
  'demandingSupport.factor',
  'startingLevel.free',
  'startingLevel.notFree',
  'costGroup.base',
  'costGroup.demandingSupport',
  'costGroup.accommodation',
  'qualifications.points',
  'competencePoints.mean',
  'competencePoints.maximum',
  'competencePoints.factor',
  'competencePoints.accepted',
] as const;
/** What a provider's own values are made of. */
export type DetailId = (typeof detailIds)[number];

export const detailLines: Readonly<Record<DetailId, LineName>> = {
  'studentYears.free': {
    label: {
      fi: 'Maksuttoman koulutuksen opiskelijavuodet',
      sv: 'Studerandeår i avgiftsfri utbildning',
      en: 'Student years free of charge',
    },
    how: { fi: 'kahden vuoden keskiarvo', sv: 'medeltal för två år', en: 'mean of two years' },
    unit: 'studentYears',
  },
  'studentYears.notFree': {
    label: { fi: 'Muut opiskelijavuodet', sv: 'Övriga studerandeår', en: 'Other student years' },
    how: { fi: 'kahden vuoden keskiarvo', sv: 'medeltal för två år', en: 'mean of two years' },
    unit: 'studentYears',
  },
  'studentYears.notFreeFactor': {
    label: {
      fi: 'Muiden opiskelijavuosien enimmäismäärän kerroin',
      sv: 'Koefficient för maximiantalet övriga studerandeår',
      en: 'Factor of the maximum of other student years',
    },
    how: {
      fi: 'enimmäismäärä / kertymä, jos kertymä ylittää sen, muuten 1',
      sv: 'maximiantal / utfall om utfallet överskrider det, annars 1',
      en: 'maximum / accrual where the accrual exceeds it, else 1',
    },
    unit: 'factor',
  },
  'studentYears.accepted': {
    label: {
      fi: 'Enimmäismäärän mukaiset opiskelijavuodet',
      sv: 'Studerandeår inom maximiantalet',
      en: 'Student years within the maximum',
    },
    how: {
      fi: 'maksuttomat + muut × enimmäismäärän kerroin',
      sv: 'avgiftsfria + övriga × koefficienten för maximiantalet',
      en: 'free of charge + others × factor of the maximum',
    },
    unit: 'studentYears',
  },
  'demandingSupport.studentYears': {
    label: {
      fi: 'Vaativan erityisen tuen opiskelijavuodet',
      sv: 'Studerandeår med krävande särskilt stöd',
      en: 'Student years with demanding special support',
    },
    how: { fi: 'kahden vuoden keskiarvo', sv: 'medeltal för två år', en: 'mean of two years' },
    unit: 'studentYears',
  },
  'demandingSupport.factor': {
    label: {
      fi: 'Vaativan erityisen tuen enimmäismäärän kerroin',
      sv: 'Koefficient för maximiantalet med krävande särskilt stöd',
      en: 'Factor of the maximum of demanding special support',
    },
    how: {
      fi: 'luvan enimmäismäärä / kertymä, jos kertymä ylittää sen, muuten 1',
      sv: 'tillståndets maximiantal / utfall om utfallet överskrider det, annars 1',
      en: 'maximum of the licence / accrual where the accrual exceeds it, else 1',
    },
    unit: 'factor',
  },
  'startingLevel.free': {
    label: {
      fi: 'Lähtötasolla painotetut maksuttomat opiskelijavuodet',
      sv: 'Avgiftsfria studerandeår viktade enligt utgångsnivå',
      en: 'Student years free of charge weighted by starting level',
    },
    how: {
      fi: 'kahden vuoden keskiarvo: opiskelijavuodet × perusopetuksen keskiarvon kerroin',
      sv: 'medeltal för två år: studerandeår × koefficienten för medeltalet i grundläggande utbildning',
      en: 'mean of two years: student years × factor of the mean grade of basic education',
    },
    unit: 'studentYears',
  },
  'startingLevel.notFree': {
    label: {
      fi: 'Lähtötasolla painotetut muut opiskelijavuodet',
      sv: 'Övriga studerandeår viktade enligt utgångsnivå',
      en: 'Other student years weighted by starting level',
    },
    how: {
      fi: 'kahden vuoden keskiarvo: opiskelijavuodet × aiemman koulutuksen kerroin × enimmäismäärän kerroin',
      sv: 'medeltal för två år: studerandeår × koefficienten för tidigare utbildning × koefficienten för maximiantalet',
      en: 'mean of two years: student years × factor of prior education × factor of the maximum',
    },
    unit: 'studentYears',
  },
  'costGroup.base': {
    label: {
      fi: 'Kustannusryhmällä ja tutkintotyypillä painotetut opiskelijavuodet',
      sv: 'Studerandeår viktade enligt kostnadsgrupp och examenstyp',
      en: 'Student years weighted by cost group and type of qualification',
    },
    how: {
      fi: 'kahden vuoden keskiarvo: opiskelijavuodet × tutkintotyyppi × kustannusryhmä × enimmäismäärän kerroin',
      sv: 'medeltal för två år: studerandeår × examenstyp × kostnadsgrupp × koefficienten för maximiantalet',
      en: 'mean of two years: student years × type × cost group × factor of the maximum',
    },
    unit: 'studentYears',
  },
  'costGroup.demandingSupport': {
    label: {
      fi: 'Korotus vaativasta erityisestä tuesta',
      sv: 'Höjning för krävande särskilt stöd',
      en: 'Addition for demanding special support',
    },
    how: {
      fi: 'kahden vuoden keskiarvo: opiskelijavuodet × korotus × molempien enimmäismäärien kertoimet',
      sv: 'medeltal för två år: studerandeår × höjning × koefficienterna för båda maximiantalen',
      en: 'mean of two years: student years × addition × factors of both maxima',
    },
    unit: 'studentYears',
  },
  'costGroup.accommodation': {
    label: { fi: 'Korotus majoituksesta', sv: 'Höjning för inkvartering', en: 'Addition for accommodation' },
    how: {
      fi: 'kahden vuoden keskiarvo: opiskelijavuodet × korotus × enimmäismäärän kerroin',
      sv: 'medeltal för två år: studerandeår × höjning × koefficienten för maximiantalet',
      en: 'mean of two years: student years × addition × factor of the maximum',
    },
    unit: 'studentYears',
  },
  'qualifications.points': {
    label: { fi: 'Tutkintojen pisteet', sv: 'Poäng för examina', en: 'Points of qualifications' },
    how: {
      fi: 'kahden vuoden keskiarvo: tutkinnot × pisteet tutkinnosta × ilman aiempaa tutkintoa olleiden osuus',
      sv: 'medeltal för två år: examina × poäng per examen × andelen utan tidigare examen',
      en: 'mean of two years: qualifications × points of one × share without a prior qualification',
    },
    unit: 'points',
  },
  'competencePoints.mean': {
    label: { fi: 'Osaamispisteet', sv: 'Kompetenspoäng', en: 'Competence points' },
    how: { fi: 'kahden vuoden keskiarvo', sv: 'medeltal för två år', en: 'mean of two years' },
    unit: 'points',
  },
  'competencePoints.maximum': {
    label: { fi: 'Osaamispisteiden enimmäismäärä', sv: 'Maximiantal kompetenspoäng', en: 'Most competence points' },
    how: {
      fi: 'enimmäismäärä opiskelijavuotta kohti × enimmäismäärän mukaiset opiskelijavuodet',
      sv: 'maximum per studerandeår × studerandeår inom maximiantalet',
      en: 'most per student year × student years within the maximum',
    },
    unit: 'points',
  },
  'competencePoints.factor': {
    label: { fi: 'Osaamispisteiden kerroin', sv: 'Koefficient för kompetenspoäng', en: 'Factor of competence points' },
    how: {
      fi: 'enimmäismäärä / osaamispisteet, jos ne ylittävät sen, muuten 1',
      sv: 'maximiantal / kompetenspoäng om de överskrider det, annars 1',
      en: 'most / competence points where they exceed it, else 1',
    },
    unit: 'factor',
  },
  'competencePoints.accepted': {
    label: {
      fi: 'Laskentaan hyväksytyt osaamispisteet',
      sv: 'Kompetenspoäng som godkänts i beräkningen',
      en: 'Competence points accepted',
    },
    how: {
      fi: 'osaamispisteet × osaamispisteiden kerroin',
      sv: 'kompetenspoäng × koefficienten för kompetenspoäng',
      en: 'competence points × factor of competence points',
    },
    unit: 'points',
  },
};
