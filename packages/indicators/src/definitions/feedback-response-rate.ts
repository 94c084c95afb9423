import type { Definition, Expr, Figure, Rule } from './definition.js';
import { act, arvo, inPeriod, inWindows, oneDay, responseDimensions } from './feedback-parts.js';

const asked: Expr = { column: 'response.asked' };
const answered: Expr = { column: 'response.answered' };
const weight: Expr = { column: 'response.weight' };

const warehouse: Rule['sources'][number] = {
  title: {
    fi: 'Opiskelija- ja työelämäpalautteen vastausosuudet (Vipusen tietovarasto)',
    sv: 'Svarsprocenter i studerande- och arbetslivsresponsen (Vipunens datalager)',
    en: 'Response rates of student and working-life feedback (the warehouse behind Vipunen)',
  },
  reference:
    'CSCfi/antero e14a7bf3, p_lataa_f_amos_opiskelijapalaute_vastausosuudet_kertoimet, p_lataa_f_amos_tyoelamapalaute',
};

const unknownTargets: Definition['limits'][number] = {
  fi: 'Vastausosuus on oikea vain, jos kaikki kyselyn kohteet ovat aineistossa. Ilman kohdetietoja sitä ei lasketa.',
  sv: 'Svarsprocenten är rätt bara om alla som fått enkäten finns i materialet. Utan uppgift om dem beräknas den inte.',
  en: 'The rate is right only where everyone who was asked is in the data. Without targets it is not computed.',
};

const respondents: Figure = {
  id: 'asked',
  label: { fi: 'Kyselyn kohteet', sv: 'De som fått enkäten', en: 'Persons asked' },
  unit: 'respondents',
  kind: 'persons',
  decimals: 0,
};

/** Response rate (vastausosuus): replies per persons asked. */
export const feedbackResponseRate: Definition = {
  id: 'feedback-response-rate',
  version: '1.0.0',
  name: { fi: 'Vastausosuus', sv: 'Svarsprocent', en: 'Response rate' },
  meaning: {
    fi: 'Kuinka suuri osa niistä, joilta palautetta pyydettiin, vastasi.',
    sv: 'Hur stor andel av dem som ombads ge respons svarade.',
    en: 'What share of those who were asked for feedback answered.',
  },
  direction: 'higherIsBetter',
  over: 'response',
  rules: [
    {
      id: 'persons',
      label: { fi: 'Vastanneet ja kohteet', sv: 'Svarande och tillfrågade', en: 'Replies and persons asked' },
      inForce: {},
      steps: [inPeriod, inWindows],
      measure: { kind: 'share', whole: asked, part: answered, persons: asked },
      sources: [warehouse, arvo],
    },
  ],
  dimensions: responseDimensions,
  figures: [
    {
      id: 'rate',
      label: { fi: 'Vastausosuus', sv: 'Svarsprocent', en: 'Response rate' },
      unit: 'share',
      kind: 'partOfWhole',
      decimals: 1,
      numerator: {
        fi: 'vastanneet',
        sv: 'de som svarat',
        en: 'those who answered',
      },
      denominator: {
        fi: 'kyselyn kohteet',
        sv: 'de som fått enkäten',
        en: 'persons asked',
      },
    },
    respondents,
  ],
  limits: [unknownTargets, oneDay],
  unverified: [],
};

/** Response rate of working-life feedback, as a share of the days of workplace periods. */
export const feedbackResponseDays: Definition = {
  id: 'feedback-response-days',
  version: '1.0.0',
  name: {
    fi: 'Työelämäpalautteen vastausosuus',
    sv: 'Arbetslivsresponsens svarsprocent',
    en: 'Response rate of working-life feedback',
  },
  meaning: {
    fi: 'Kuinka suurelta osalta työpaikkajaksojen päivistä saatiin palautetta.',
    sv: 'För hur stor andel av arbetsplatsperiodernas dagar respons gavs.',
    en: 'For what share of the days of workplace periods feedback was given.',
  },
  direction: 'higherIsBetter',
  over: 'response',
  rules: [
    {
      id: 'days',
      label: { fi: 'Työpaikkajaksojen päivät', sv: 'Arbetsplatsperiodernas dagar', en: 'Days of workplace periods' },
      inForce: {},
      steps: [inPeriod, inWindows],
      measure: {
        kind: 'share',
        whole: { multiply: [asked, weight] },
        part: { multiply: [answered, weight] },
        persons: asked,
      },
      sources: [warehouse, act],
    },
  ],
  dimensions: responseDimensions,
  figures: [
    {
      id: 'rate',
      label: { fi: 'Vastausosuus päivistä', sv: 'Svarsprocent av dagarna', en: 'Response rate of the days' },
      unit: 'share',
      kind: 'quotient',
      per: 1,
      decimals: 1,
      numerator: {
        fi: 'vastausten työpaikkajaksojen päivät',
        sv: 'dagarna i svarens arbetsplatsperioder',
        en: 'days of the workplace periods of replies',
      },
      denominator: {
        fi: 'kaikkien kohteena olleiden työpaikkajaksojen päivät',
        sv: 'dagarna i alla arbetsplatsperioder som enkäten gällde',
        en: 'days of all workplace periods asked about',
      },
    },
    {
      id: 'days',
      label: { fi: 'Kohteena olleet päivät', sv: 'Dagar som enkäten gällde', en: 'Days asked about' },
      unit: 'days',
      kind: 'amount',
      perUnit: 1,
      decimals: 0,
    },
    { ...respondents, label: { fi: 'Kyselyn kohteet', sv: 'Perioder som enkäten gällde', en: 'Periods asked about' } },
  ],
  limits: [unknownTargets, oneDay],
  unverified: [],
};
