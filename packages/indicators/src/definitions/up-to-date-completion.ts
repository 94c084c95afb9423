import { cohort } from './dimensions.js';
import type { Definition, Expr, Figure, Step } from './definition.js';
import {
  asOf,
  bindStartingDay,
  cumulativeIncidence,
  GRADUATED,
  LEFT,
  startingDay,
  vocationalStarts,
  waysOut,
} from './vocational-starts.js';
import { cutsOf } from './vocational.js';

const FIVE_YEARS = 60;
/** 9999-12-31 */
const NEVER = 2_932_896;

const graduationDay: Expr = { column: 'otherPeriod.start' };
const graduated: Expr = { column: 'graduated' };
/** Not before the start, even where a period ends before it begins. */
const lastDay: Expr = { max: [startingDay, { subtract: [0, { column: 'minusLastDay' }] }] };

/** In any of the person's rights, up to the day of the data. */
const underWay: Expr = {
  all: [
    { not: { column: 'other.nested' } },
    { in: 'otherPeriod.state', codes: ['present', 'holiday', 'interrupted'] },
    { atMost: [{ column: 'otherPeriod.start' }, asOf] },
  ],
};

/** One start of a person in a half-year, as in completion by cohort. */
const firstStarts: readonly Step[] = [
  bindStartingDay,
  {
    bind: 'presentInTuvaOnStart',
    anyOtherRight: {
      all: [
        { column: 'other.tuva' },
        { in: 'otherPeriod.state', codes: ['present', 'holiday'] },
        { atMost: [{ column: 'otherPeriod.start' }, startingDay] },
        { atMost: [startingDay, { column: 'otherPeriod.end' }] },
      ],
    },
  },
  ...vocationalStarts,
  {
    exclude: {
      id: 'presentInTuva',
      label: {
        fi: 'Aloittaessaan läsnä TUVA-koulutuksessa',
        sv: 'Närvarande i Hux-utbildning vid starten',
        en: 'Present in preparatory education (TUVA) on the starting day',
      },
      when: { column: 'presentInTuvaOnStart' },
    },
  },
  {
    firstOf: [{ column: 'right.person' }, { halfYearOf: startingDay }],
    orderBy: [startingDay, { column: 'right.key' }],
    otherwise: {
      id: 'otherStart',
      label: {
        fi: 'Saman henkilön toinen aloitus samana puolivuotena',
        sv: 'Samma persons andra start under samma halvår',
        en: 'Another start of the same person in the same half-year',
      },
    },
  },
];

const whatBecame: readonly Step[] = [
  {
    bind: 'graduated',
    lowestOverRights: {
      where: {
        all: [
          { not: { column: 'other.nested' } },
          { in: 'other.education', codes: ['wholeQualification', 'generalUpperSecondary'] },
          { in: 'otherPeriod.state', codes: ['graduated'] },
          { not: { in: 'other.performanceType', codes: ['lukionoppimaara'] } },
          { less: [startingDay, graduationDay] },
        ],
      },
      value: graduationDay,
      otherwise: NEVER,
    },
  },
  {
    bind: 'nowhere',
    lowestOverRights: {
      where: { all: [underWay, { atMost: [asOf, { column: 'otherPeriod.end' }] }] },
      value: 0,
      otherwise: 1,
    },
  },
  {
    // The latest of all: the lowest with its sign turned.
    bind: 'minusLastDay',
    lowestOverRights: {
      where: underWay,
      value: { subtract: [0, { min: [{ column: 'otherPeriod.end' }, asOf] }] },
      otherwise: 0,
    },
  },
];

const completing = {
  fi: 'arvio niistä, jotka suorittavat koko tutkinnon siinä ajassa',
  sv: 'uppskattning av dem som inom den tiden avlägger hel examen',
  en: 'an estimate of those who complete a whole qualification in that time',
};
const leaving = {
  fi: 'arvio niistä, jotka lähtevät ilman tutkintoa siinä ajassa',
  sv: 'uppskattning av dem som inom den tiden slutar utan examen',
  en: 'an estimate of those who leave without a qualification in that time',
};
const denominator = {
  fi: 'aloituskohortin kaikki aloittaneet',
  sv: 'alla i startkohorten',
  en: 'all of the starting cohort',
};

function within(id: string, cause: number, months: number, label: Figure['label']): Figure {
  const numerator = cause === GRADUATED ? completing : leaving;
  return {
    id,
    label,
    unit: 'share',
    decimals: 1,
    kind: 'incidence',
    cause,
    withinMonths: months,
    numerator,
    denominator,
  };
}

/**
 * The share of a cohort that completes a whole qualification within 36 and 48 months, estimated before all have had their time: each
 * person counts for as long as he or she has been followed, and leaving rules completion out. Of a cohort that has had its
 * time it is the share that completion by cohort gives at the checkpoint.
 */
export const upToDateCompletion: Definition = {
  id: 'up-to-date-completion',
  version: '1.0.0',
  name: {
    fi: 'Ajantasainen läpäisyarvio',
    sv: 'Aktuell uppskattning av genomströmningen',
    en: 'Up-to-date completion',
  },
  meaning: {
    fi: 'Arvio siitä, kuinka suuri osa samana puolivuotena aloittaneista suorittaa koko tutkinnon 36 tai 48 kuukaudessa, kun osa heistä vielä opiskelee: jokainen on mukana niin kauan kuin häntä on seurattu, ja lähteneet otetaan huomioon.',
    sv: 'En uppskattning av hur stor andel av dem som började under samma halvår som avlägger hel examen på 36 eller 48 månader, medan en del av dem ännu studerar: var och en räknas med så länge han eller hon har följts, och de som slutat beaktas.',
    en: 'An estimate of how many of those who started in the same half-year complete a whole qualification within 36 or 48 months, while some of them are still studying: each counts for as long as followed, and those who left are taken into account.',
  },
  direction: 'higherIsBetter',
  rules: [
    {
      id: 'by-person',
      label: {
        fi: 'Aloittaneet henkilöittäin',
        sv: 'De som börjat enligt person',
        en: 'Those who started, by person',
      },
      inForce: {},
      steps: [...firstStarts, ...whatBecame],
      measure: {
        kind: 'timeToEvent',
        from: startingDay,
        to: {
          when: [
            // Graduating on the day when 36 months are full is within 36 months: the day before it counts, as at checkpoints.
            [{ atMost: [graduated, asOf] }, { subtract: [graduated, 1] }],
            [{ column: 'nowhere' }, lastDay],
          ],
          otherwise: asOf,
        },
        cause: {
          when: [
            [{ atMost: [graduated, asOf] }, GRADUATED],
            [{ column: 'nowhere' }, LEFT],
          ],
          otherwise: 0,
        },
        causes: waysOut,
        upToMonths: FIVE_YEARS,
      },
      sources: [
        cumulativeIncidence,
        {
          title: {
            fi: 'Aloitus ja valmistuminen: toisen asteen opintojen kulku (Vipusen tietovarasto)',
            sv: 'Start och examen: studieförloppet på andra stadiet (Vipunens datalager)',
            en: 'Start and graduation: progress of upper secondary studies (the warehouse behind Vipunen)',
          },
          reference: 'CSCfi/antero e14a7bf3, p_lataa_f_koski_opintojen_kulku_toinen_aste (21.3.2025; 11992)',
        },
      ],
    },
  ],
  dimensions: [...cutsOf(startingDay), cohort(startingDay)],
  figures: [
    within('within36', GRADUATED, 36, {
      fi: '36 kuukaudessa koko tutkinnon suorittavien osuus',
      sv: 'Andel som avlägger hel examen på 36 månader',
      en: 'Share completing a whole qualification within 36 months',
    }),
    within('within48', GRADUATED, 48, {
      fi: '48 kuukaudessa koko tutkinnon suorittavien osuus',
      sv: 'Andel som avlägger hel examen på 48 månader',
      en: 'Share completing a whole qualification within 48 months',
    }),
    within('leftWithin36', LEFT, 36, {
      fi: '36 kuukaudessa ilman tutkintoa lähtevien osuus',
      sv: 'Andel som slutar utan examen på 36 månader',
      en: 'Share leaving without a qualification within 36 months',
    }),
    within('leftWithin48', LEFT, 48, {
      fi: '48 kuukaudessa ilman tutkintoa lähtevien osuus',
      sv: 'Andel som slutar utan examen på 48 månader',
      en: 'Share leaving without a qualification within 48 months',
    }),
  ],
  limits: [
    {
      fi: 'Arvio tilannepäivän tiedoista: se täsmentyy, kun kohorttia on seurattu pidempään.',
      sv: 'En uppskattning av uppgifterna på dagen för data: den blir säkrare när kohorten har följts längre.',
      en: 'An estimate from the data of the day given: it becomes surer as the cohort is followed longer.',
    },
    {
      fi: 'Ennen valtakunnallista vähennystä: toisen järjestäjän opiskelijaksi siirtynyt on täällä lähtenyt ilman tutkintoa.',
      sv: 'Före nationellt avdrag: den som bytt till en annan anordnare har här slutat utan examen.',
      en: 'Before national deduction: whoever moved to another provider has left without a qualification here.',
    },
    {
      fi: 'Lähteneeksi lasketaan se, joka ei ole tilannepäivänä opiskelijana missään koulutuksessa eikä ole suorittanut koko tutkintoa; palatessaan hän on taas opiskelija.',
      sv: 'Den räknas ha slutat som på dagen för data inte studerar i någon utbildning och inte har avlagt hel examen; om personen återvänder räknas han eller hon åter som studerande.',
      en: 'Whoever is in no education on the day of the data and has completed no whole qualification has left; on coming back he or she is a student again.',
    },
  ],
  unverified: [
    {
      fi: 'Arviolle ei ole valtakunnallista määritelmää: se olettaa, että kohortin myöhemmin aloittaneet etenevät kuten aiemmin aloittaneet.',
      sv: 'Det finns ingen nationell definition av uppskattningen: den antar att de i kohorten som började senare går framåt som de som började tidigare.',
      en: 'There is no national definition of the estimate: it assumes that those of the cohort who started later get on as those who started earlier.',
    },
    {
      fi: 'Kansallista taulua TUVA-koulutuksen läsnäoloista ei ole julkaistu; tässä käytetään henkilön TUVA-opiskeluoikeuksien läsnä- ja lomajaksoja.',
      sv: 'Den nationella tabellen över närvaro i Hux-utbildning har inte publicerats; här används närvaro- och semesterperioderna i personens Hux-studierätter.',
      en: 'The national table of presence in TUVA is not public; the present and holiday periods of the person’s TUVA study rights are used here.',
    },
  ],
};
