import type { DimensionRule, Expr, Figure, Measure, Source, Step } from './definition.js';
import { area, workplaceKind } from './dimensions.js';
import { warehouse } from './vocational.js';

/** What indicators of learning at work share: where its periods are recorded, which of their days count, and on what agreement. */

type Text = Source['title'];

export const sharedDays: Source = {
  title: {
    fi: 'Työpaikkajaksojen kestojen laskenta (eHOKS)',
    sv: 'Beräkning av arbetsplatsperiodernas längd (ePUK)',
    en: 'Computing the length of workplace periods (eHOKS)',
  },
  reference: 'Opetushallitus/ehoks 2a04d34f, doc/tyopaikkajaksojen-kestojen-laskenta.md',
};

export const workplacesInRecords: Source = {
  title: {
    fi: 'Työpaikalla järjestettävä koulutus eHOKSissa, oppisopimukset ja koulutussopimukset KOSKI-tiedoissa',
    sv: 'Utbildning på en arbetsplats i ePUK, läroavtal och utbildningsavtal i KOSKI',
    en: 'Education at workplaces in eHOKS, apprenticeship and training agreements in KOSKI',
  },
  reference:
    'Opetushallitus/ehoks 2a04d34f, hoks/schema.clj (tyopaikalla-jarjestettava-koulutus); Opetushallitus/koski 180e806b, Ammatillinen.scala (osaamisenHankkimistavat, koulutussopimukset)',
};

export const courseOfStudiesModel: Source = warehouse(
  {
    fi: 'Ammatillisten opintojen kulku (Vipunen)',
    sv: 'Studieförloppet i yrkesutbildningen (Vipunen)',
    en: 'Course of vocational studies (Vipunen)',
  },
  'tabular/Koski Amm Opintojen kulku (koulutussopimuspäivät / läsnäolopäivät, oppisopimuspäivät)',
);

/** Where workplace periods come from, and what is not known of them. */
export const workplaceRecords: Text = {
  fi: 'Työpaikkajaksot otetaan eHOKSista, jos opiskeluoikeudella on siellä jaksoja, muuten KOSKI-tiedoista. KOSKI-jaksosta ei tunneta osa-aikaisuutta: se luetaan kokoaikaiseksi.',
  sv: 'Arbetsplatsperioderna tas från ePUK om studierätten har perioder där, annars från KOSKI. Om en period i KOSKI är deltid är inte känt: den räknas som heltid.',
  en: 'Workplace periods are those of eHOKS where the right has any there, else those of KOSKI, which does not say how much of full time they are: they count as full time.',
};

/** Which days of a workplace period are days of learning. */
export const onlyWithinRight: Text = {
  fi: 'Työpaikkajaksosta otetaan vain päivät, joina opiskeluoikeus on voimassa eikä väliaikaisesti keskeytynyt: jakso, jonka loppu on kirjattu eroamisen jälkeen, päättyy eroamiseen.',
  sv: 'Av en arbetsplatsperiod räknas bara dagar då studierätten är i kraft och inte tillfälligt avbruten: en period vars slut har antecknats efter avgången slutar med avgången.',
  en: 'Of a workplace period only days on which the study right is in force and not interrupted count: one that is recorded to end after its learner resigned ends on that day.',
};

export const rightFrom: Expr = { column: 'right.start' };
/** The last day of the right that is known. */
export const rightTo: Expr = { min: [{ column: 'right.end' }, { param: 'asOf' }] };
export const workplaceFrom: Expr = { max: [{ column: 'workplace.start' }, rightFrom] };
export const workplaceTo: Expr = { min: [{ column: 'workplace.end' }, rightTo] };

export const workplaceDimensions: readonly DimensionRule[] = [workplaceKind, area];

const APPRENTICESHIP = 1;
const OTHER_AGREEMENT = 2;
const NONE = 3;

/** Binds `way`: the agreement on which a right has a day of learning at work between two days, apprenticeship before the others. */
export function bindWay(from: Expr, to: Expr): readonly Step[] {
  const hasDay: Expr = {
    less: [0, { sharedDays: [from, to, { column: 'workplace.start' }, { column: 'workplace.end' }] }],
  };
  return [
    {
      bind: 'apprenticeship',
      ofChildren: 'workplace',
      where: { all: [{ in: 'workplace.kind', codes: ['apprenticeship'] }, hasDay] },
      take: 'any',
    },
    { bind: 'atWork', ofChildren: 'workplace', where: hasDay, take: 'any' },
    {
      bind: 'way',
      to: {
        when: [
          [{ column: 'apprenticeship' }, APPRENTICESHIP],
          [{ column: 'atWork' }, OTHER_AGREEMENT],
        ],
        otherwise: NONE,
      },
    },
  ];
}

export const byWay: Measure = {
  kind: 'distribution',
  of: { column: 'way' },
  label: { fi: 'Työpaikalla oppiminen', sv: 'Lärande på arbetsplatsen', en: 'Learning at work' },
  categories: [
    { code: APPRENTICESHIP, label: { fi: 'Oppisopimus', sv: 'Läroavtal', en: 'Apprenticeship agreement' } },
    {
      code: OTHER_AGREEMENT,
      label: {
        fi: 'Koulutussopimus, ei oppisopimusta',
        sv: 'Utbildningsavtal, inget läroavtal',
        en: 'Training agreement, no apprenticeship',
      },
    },
    { code: NONE, label: { fi: 'Ei työpaikkajaksoa', sv: 'Ingen period på arbetsplats', en: 'No workplace period' } },
  ],
};

/** Shares of those with learning at work, and of each way. @param denominator what they are shares of, in words */
export function figuresByWay(denominator: Text): readonly Figure[] {
  const common = { unit: 'share', decimals: 1, denominator } as const;
  return [
    {
      ...common,
      id: 'any',
      label: { fi: 'Oppii työpaikalla', sv: 'Lär sig på en arbetsplats', en: 'Learning at work' },
      kind: 'share',
      of: [APPRENTICESHIP, OTHER_AGREEMENT],
      numerator: {
        fi: 'niistä ne, joissa on päivä työpaikalla',
        sv: 'de av dem som har en dag på en arbetsplats',
        en: 'those of them with a day at a workplace',
      },
    },
    {
      ...common,
      id: 'apprenticeship',
      label: { fi: 'Oppisopimus', sv: 'Läroavtal', en: 'Apprenticeship' },
      kind: 'share',
      of: [APPRENTICESHIP],
      numerator: {
        fi: 'niistä ne, joissa on oppisopimuspäivä',
        sv: 'de av dem som har en dag med läroavtal',
        en: 'those of them with a day of apprenticeship',
      },
    },
    {
      ...common,
      id: 'ways',
      label: {
        fi: 'Työpaikalla oppimisen muodot',
        sv: 'Former av lärande på arbetsplats',
        en: 'Ways of learning at work',
      },
      kind: 'distribution',
      numerator: {
        fi: 'niistä ne, joissa on oppisopimus, vain koulutussopimus tai ei työpaikkajaksoa',
        sv: 'de av dem som har läroavtal, bara utbildningsavtal eller ingen period på en arbetsplats',
        en: 'those of them with an apprenticeship, with a training agreement only or without a workplace period',
      },
    },
  ];
}

export const limitsOfWays: readonly Text[] = [
  {
    fi: 'Opiskeluoikeus, jolla on sekä oppisopimus että koulutussopimus, luetaan oppisopimukseen.',
    sv: 'En studierätt med både läroavtal och utbildningsavtal räknas till läroavtal.',
    en: 'A right with both an apprenticeship and a training agreement counts as apprenticeship.',
  },
  {
    fi: 'Vuotta 2018 edeltävän ajan työssäoppiminen luetaan samaan luokkaan kuin koulutussopimus.',
    sv: 'Inlärning i arbetet från tiden före 2018 räknas till samma klass som utbildningsavtal.',
    en: 'On-the-job learning of the time before 2018 is in the same class as training agreements.',
  },
  workplaceRecords,
];
