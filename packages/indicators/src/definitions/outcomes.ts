import type { MainActivity } from '../facts/codes.js';
import {
  ageGroup,
  fieldOf,
  gender,
  halfYear,
  motherTongue,
  providerOf,
  qualificationOf,
  qualificationTypeOf,
  schoolOf,
  year,
  yearsAfter,
} from './dimensions.js';
import type { Definition, DimensionRule, Expr, Figure, Rule, Source, Step } from './definition.js';

const graduates: Expr = { column: 'outcome.graduates' };
const graduated: Expr = { column: 'outcome.graduated' };

const placement: Source = {
  title: {
    fi: 'Valmistuneiden sijoittuminen, pääasiallinen toiminta (Tilastokeskus, Vipunen)',
    sv: 'Utexaminerades placering, huvudsaklig verksamhet (Statistikcentralen, Vipunen)',
    en: 'Placement of graduates, main activity (Statistics Finland, Vipunen)',
  },
  reference:
    'CSCfi/antero e14a7bf3, paaasiallinen_toiminta (paaskoodi 1–8): DAX of työlliset, jatko-opinnot, maasta muuttaneet',
};

const dimensions: readonly DimensionRule[] = [
  providerOf('outcome'),
  schoolOf('outcome'),
  qualificationOf('outcome'),
  qualificationTypeOf('outcome'),
  fieldOf('outcome'),
  gender,
  ageGroup(graduated),
  motherTongue,
  yearsAfter,
  year,
  halfYear,
];

/** 31 December, so many years after the year of graduation: the day whose situation is told. */
const situationDay: Expr = {
  when: [1, 3, 5].map((years): readonly [Expr, Expr] => [
    { equal: [{ column: 'outcome.yearsAfter' }, years] },
    { addMonths: [{ dayInYearOf: [graduated, 12, 31] }, 12 * years] },
  ]),
  otherwise: graduated,
};

const notYetKnown: Step = {
  exclude: {
    id: 'notYetKnown',
    label: {
      fi: 'Tilanne vasta aineiston päivän jälkeen',
      sv: 'Läget först efter materialets dag',
      en: 'Situation only after the day of the data',
    },
    when: { less: [{ param: 'asOf' }, situationDay] },
  },
};

/** Graduates of the period. */
const inTime: Step = {
  keep: {
    all: [
      { atMost: [{ param: 'from' }, graduated] },
      { atMost: [graduated, { min: [{ param: 'to' }, { param: 'asOf' }] }] },
    ],
  },
};

interface Placement {
  readonly id: string;
  readonly name: Definition['name'];
  readonly meaning: Definition['meaning'];
  readonly direction: Definition['direction'];
  readonly codes: readonly MainActivity[];
  readonly numerator: NonNullable<Figure['numerator']>;
  /** Beside `placement`. */
  readonly source?: Source;
}

/** A share of all graduates that are in one of some main activities, so many years after. */
function share({ id, name, meaning, direction, codes, numerator, source }: Placement): Definition {
  const rule: Rule = {
    id: 'main-activity',
    label: {
      fi: 'Pääasiallinen toiminta vuoden lopussa',
      sv: 'Huvudsaklig verksamhet i slutet av året',
      en: 'Main activity at the end of the year',
    },
    inForce: {},
    steps: [inTime, notYetKnown, { slice: [graduated, graduated] }],
    measure: {
      kind: 'share',
      whole: graduates,
      part: { when: [[{ in: 'outcome.activity', codes }, graduates]], otherwise: 0 },
      persons: graduates,
    },
    sources: source === undefined ? [placement] : [placement, source],
  };
  return {
    id,
    version: '1.0.0',
    name,
    meaning,
    direction,
    over: 'outcome',
    apart: ['yearsAfter'],
    rules: [rule],
    dimensions,
    figures: [
      {
        id: 'share',
        label: name,
        unit: 'share',
        kind: 'partOfWhole',
        decimals: 1,
        numerator,
        denominator: {
          fi: 'kaikki valmistuneet',
          sv: 'alla utexaminerade',
          en: 'all graduates',
        },
      },
    ],
    limits: [overlap, oneYear, withoutActivity],
    unverified: [],
  };
}

const overlap = {
  fi: 'Työlliset opiskelijat kuuluvat sekä työllisiin että jatko-opiskelijoihin: osuuksia ei voi laskea yhteen eikä pinota.',
  sv: 'Sysselsatta studerande hör både till de sysselsatta och till dem som studerar vidare: andelarna får varken summeras eller staplas.',
  en: 'Employed students are both among the employed and among those in further study: the shares must not be added or stacked.',
};

const withoutActivity = {
  fi: 'Osuudet ovat kaikista valmistuneista, kuten Vipusessa: valmistunut, jonka toimintaa ei tunneta, on nimittäjässä mutta ei missään osoittajassa.',
  sv: 'Andelarna är av alla utexaminerade, som i Vipunen: en utexaminerad vars verksamhet inte är känd finns i nämnaren men inte i någon täljare.',
  en: 'Shares are of all graduates, as in Vipunen: one whose activity is not known is in the denominator and in no numerator.',
};

const oneYear = {
  fi: 'Tilanne on vuoden lopussa; työllinen on ollut työssä vuoden viimeisellä viikolla, myös alle kuukauden. Henkilöstä lasketaan yksi tutkinto, korkein ja viimeisin.',
  sv: 'Läget är i slutet av året; en sysselsatt har arbetat under årets sista vecka, även mindre än en månad. För en person räknas en examen, den högsta och senaste.',
  en: 'The situation is that at the end of the year; the employed were at work in its last week, also for less than a month. One qualification counts for a person, the highest and latest.',
};

export const employed = share({
  id: 'employed',
  name: { fi: 'Työllistyneet', sv: 'Sysselsatta', en: 'Employed' },
  meaning: {
    fi: 'Kuinka suuri osa valmistuneista on työssä, myös opintojen ohella, 1, 3 tai 5 vuotta valmistumisen jälkeen.',
    sv: 'Hur stor andel av de utexaminerade som arbetar, även vid sidan av studier, 1, 3 eller 5 år efter examen.',
    en: 'What share of graduates is at work, also beside studies, 1, 3 or 5 years after graduation.',
  },
  direction: 'higherIsBetter',
  codes: ['employed', 'employedStudent'],
  numerator: {
    fi: 'päätoimiset työlliset ja työlliset opiskelijat (koodit 1 ja 2)',
    sv: 'sysselsatta på heltid och sysselsatta studerande (koderna 1 och 2)',
    en: 'full-time employed and employed students (codes 1 and 2)',
  },
});

export const furtherStudy = share({
  id: 'further-study',
  name: { fi: 'Päätoimiset jatko-opiskelijat', sv: 'Studerar vidare på heltid', en: 'In full-time further study' },
  meaning: {
    fi: 'Kuinka suuri osa valmistuneista opiskelee päätoimisesti 1, 3 tai 5 vuotta valmistumisen jälkeen.',
    sv: 'Hur stor andel av de utexaminerade som studerar på heltid 1, 3 eller 5 år efter examen.',
    en: 'What share of graduates studies full time 1, 3 or 5 years after graduation.',
  },
  direction: 'higherIsBetter',
  codes: ['student'],
  numerator: {
    fi: 'päätoimiset opiskelijat (koodi 3)',
    sv: 'studerande på heltid (kod 3)',
    en: 'full-time students (code 3)',
  },
});

export const furtherStudyWithWork = share({
  id: 'further-study-with-work',
  name: {
    fi: 'Jatko-opiskelijat, myös työn ohella',
    sv: 'Studerar vidare, även vid sidan av arbete',
    en: 'In further study, also beside work',
  },
  meaning: {
    fi: 'Kuinka suuri osa valmistuneista opiskelee, myös työn ohella, 1, 3 tai 5 vuotta valmistumisen jälkeen.',
    sv: 'Hur stor andel av de utexaminerade som studerar, även vid sidan av arbete, 1, 3 eller 5 år efter examen.',
    en: 'What share of graduates studies, also beside work, 1, 3 or 5 years after graduation.',
  },
  direction: 'higherIsBetter',
  codes: ['employedStudent', 'student'],
  numerator: {
    fi: 'työlliset opiskelijat ja päätoimiset opiskelijat (koodit 2 ja 3)',
    sv: 'sysselsatta studerande och studerande på heltid (koderna 2 och 3)',
    en: 'employed students and full-time students (codes 2 and 3)',
  },
});

export const inWorkOrStudy = share({
  id: 'in-work-or-study',
  name: { fi: 'Työssä tai opiskelemassa', sv: 'I arbete eller studier', en: 'In work or study' },
  meaning: {
    fi: 'Kuinka suuri osa valmistuneista on työssä tai opiskelee 1, 3 tai 5 vuotta valmistumisen jälkeen, jokainen kerran laskettuna.',
    sv: 'Hur stor andel av de utexaminerade som arbetar eller studerar 1, 3 eller 5 år efter examen, var och en räknad en gång.',
    en: 'What share of graduates is at work or studies 1, 3 or 5 years after graduation, each counted once.',
  },
  direction: 'higherIsBetter',
  codes: ['employed', 'employedStudent', 'student'],
  numerator: {
    fi: 'päätoimiset työlliset, työlliset opiskelijat ja päätoimiset opiskelijat (koodit 1, 2 ja 3)',
    sv: 'sysselsatta på heltid, sysselsatta studerande och studerande på heltid (koderna 1, 2 och 3)',
    en: 'full-time employed, employed students and full-time students (codes 1, 2 and 3)',
  },
  source: {
    title: {
      fi: 'EQAVET-indikaattori 5a: työhön tai jatko-opintoihin sijoittuneet',
      sv: 'EQAVET-indikator 5a: placerade i arbete eller fortsatta studier',
      en: 'EQAVET indicator 5a: placed in work or further study',
    },
    reference: 'Council Recommendation 2020/C 417/01; eqavet.eu, Indicator 5',
  },
});

export const unemployed = share({
  id: 'unemployed',
  name: { fi: 'Työttömät', sv: 'Arbetslösa', en: 'Unemployed' },
  meaning: {
    fi: 'Kuinka suuri osa valmistuneista on työttömänä 1, 3 tai 5 vuotta valmistumisen jälkeen.',
    sv: 'Hur stor andel av de utexaminerade som är arbetslösa 1, 3 eller 5 år efter examen.',
    en: 'What share of graduates is unemployed 1, 3 or 5 years after graduation.',
  },
  direction: 'lowerIsBetter',
  codes: ['unemployed'],
  numerator: { fi: 'työttömät (koodi 4)', sv: 'arbetslösa (kod 4)', en: 'unemployed (code 4)' },
});

export const emigrated = share({
  id: 'emigrated',
  name: { fi: 'Maasta muuttaneet', sv: 'Utflyttade', en: 'Emigrated' },
  meaning: {
    fi: 'Kuinka suuri osa valmistuneista on muuttanut maasta 1, 3 tai 5 vuotta valmistumisen jälkeen.',
    sv: 'Hur stor andel av de utexaminerade som har flyttat från landet 1, 3 eller 5 år efter examen.',
    en: 'What share of graduates has left the country 1, 3 or 5 years after graduation.',
  },
  direction: 'neither',
  codes: ['emigrated'],
  numerator: { fi: 'maasta muuttaneet (koodi 8)', sv: 'de som flyttat från landet (kod 8)', en: 'emigrated (code 8)' },
});
