import type { LineName } from './line-name.js';

export const resultIds = [
  'unlimitedShare',
  'previousShare',
  'minimumShare',
  'maximumShare',
  'levellingCoefficient',
  'limitFactor',
  'share',
  'change',
] as const;
/** From values to the share of funding. */
export type ResultId = (typeof resultIds)[number];

export const resultLines: Readonly<Record<ResultId, LineName>> = {
  unlimitedShare: {
    label: {
      fi: 'Rahoitusosuus ilman muutosrajoja',
      sv: 'Andel av finansieringen utan gränser för förändring',
      en: 'Share of funding without limits of change',
    },
    how: {
      fi: 'painotettujen osuuksien summa',
      sv: 'summan av de viktade andelarna',
      en: 'sum of the weighted shares',
    },
    unit: 'share',
  },
  previousShare: {
    label: { fi: 'Edellisen vuoden osuus', sv: 'Andelen året innan', en: 'Share of the year before' },
    how: {
      fi: 'rahoitus ilman harkinnanvaraista rahoitusta / kaikkien järjestäjien yhteensä',
      sv: 'finansiering utan finansiering efter prövning / alla anordnare tillsammans',
      en: 'funding without discretionary funding / all providers together',
    },
    unit: 'share',
  },
  minimumShare: {
    label: { fi: 'Pienin osuus', sv: 'Minsta andel', en: 'Smallest share' },
    how: {
      fi: 'edellisen vuoden osuus × alaraja',
      sv: 'andelen året innan × den nedre gränsen',
      en: 'share of the year before × lower limit',
    },
    unit: 'share',
  },
  maximumShare: {
    label: { fi: 'Suurin osuus', sv: 'Största andel', en: 'Largest share' },
    how: {
      fi: 'edellisen vuoden osuus × yläraja',
      sv: 'andelen året innan × den övre gränsen',
      en: 'share of the year before × upper limit',
    },
    unit: 'share',
  },
  levellingCoefficient: {
    label: { fi: 'Tasauskerroin', sv: 'Utjämningskoefficient', en: 'Levelling coefficient' },
    how: {
      fi: 'kerroin, jolla rajojen väliin sovitettujen osuuksien summa on yksi',
      sv: 'koefficienten som gör att andelarna inom gränserna tillsammans är ett',
      en: 'coefficient with which the shares held within the limits are one whole',
    },
    unit: 'factor',
  },
  limitFactor: {
    label: { fi: 'Rajoitekerroin', sv: 'Begränsningskoefficient', en: 'Limiting factor' },
    how: {
      fi: 'rahoitusosuus / osuus ilman muutosrajoja',
      sv: 'andelen av finansieringen / andelen utan gränser',
      en: 'share of funding / share without limits',
    },
    unit: 'factor',
  },
  share: {
    label: { fi: 'Rahoitusosuus', sv: 'Andel av finansieringen', en: 'Share of funding' },
    how: {
      fi: 'osuus ilman muutosrajoja × tasauskerroin, vähintään pienin ja enintään suurin osuus',
      sv: 'andelen utan gränser × utjämningskoefficienten, minst den minsta och högst den största andelen',
      en: 'share without limits × levelling coefficient, at least the smallest and at most the largest share',
    },
    unit: 'share',
  },
  change: {
    label: {
      fi: 'Rahoitusosuus edellisen vuoden osuuteen nähden',
      sv: 'Andelen av finansieringen jämfört med året innan',
      en: 'Share of funding against the year before',
    },
    how: {
      fi: 'rahoitusosuus / edellisen vuoden osuus',
      sv: 'andelen av finansieringen / andelen året innan',
      en: 'share of funding / share of the year before',
    },
    unit: 'factor',
  },
};
