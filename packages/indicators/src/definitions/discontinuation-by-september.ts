import type { Definition, Expr, Measure, Step } from './definition.js';
import {
  bindFundingOn,
  bindInvalid,
  fundingOf,
  inForce,
  invalidated,
  isPresent,
  nested,
  personsOnce,
  vocationalDimensions,
} from './vocational.js';

const otherStart: Expr = { column: 'otherPeriod.start' };
const otherEnd: Expr = { column: 'otherPeriod.end' };
const asOf: Expr = { param: 'asOf' };

function twentiethOfSeptember(inTheYearOf: Expr): Expr {
  return { dayInYearOf: [inTheYearOf, 9, 20] };
}

const nextSeptember = twentiethOfSeptember({ addMonths: [{ param: 'window.end' }, 12] });
const firstDay: Expr = { column: 'firstDay' };
const lastDay: Expr = { column: 'lastDay' };

const COMPLETED = 1;
const STUDIES = 2;
const COMPLETED_GENERAL = 3;
const STUDIES_GENERAL = 4;
const DISCONTINUED = 5;

const isWhole: Expr = { in: 'other.education', codes: ['wholeQualification'] };
const isGeneral: Expr = { in: 'other.education', codes: ['generalUpperSecondary'] };

const graduatedMeanwhile: Expr = {
  all: [
    { in: 'otherPeriod.state', codes: ['graduated'] },
    { less: [firstDay, otherStart] },
    { atMost: [otherStart, lastDay] },
  ],
};

const presentAtTheEnd: Expr = {
  all: [isPresent('otherPeriod.state'), { atMost: [otherStart, lastDay] }, { atMost: [lastDay, otherEnd] }],
};

const steps: readonly Step[] = [
  bindInvalid,
  { keep: { all: [...inForce, { in: 'right.education', codes: ['wholeQualification'] }] } },
  { exclude: invalidated },
  { exclude: nested },
  { slice: [{ column: 'right.start' }, { min: [{ column: 'right.end' }, asOf] }], matureOn: nextSeptember },
  { bind: 'firstDay', to: twentiethOfSeptember({ param: 'window.end' }) },
  { bind: 'lastDay', to: nextSeptember },
  {
    bind: 'presentThen',
    ofChildren: 'period',
    where: {
      all: [
        isPresent('period.state'),
        { atMost: [{ column: 'period.start' }, firstDay] },
        { atMost: [firstDay, { column: 'period.end' }] },
      ],
    },
    take: 'any',
  },
  {
    keep: {
      all: [
        { column: 'presentThen' },
        { atMost: [{ column: 'row.start' }, firstDay] },
        { atMost: [firstDay, { column: 'row.end' }] },
      ],
    },
  },
  bindFundingOn('fundingThen', firstDay),
  {
    firstOf: [{ column: 'right.person' }, { param: 'window.start' }],
    orderBy: [{ column: 'right.start' }, { column: 'right.key' }],
    otherwise: {
      id: 'otherRight',
      label: {
        fi: 'Saman opiskelijan toinen opiskeluoikeus 20.9.',
        sv: 'Samma studerandes andra studierätt den 20.9',
        en: 'Another study right of the same student on 20 September',
      },
    },
  },
  {
    bind: 'situation',
    lowestOverRights: {
      where: { all: [{ not: { column: 'other.nested' } }, { not: { column: 'other.invalid' } }] },
      value: {
        when: [
          [{ all: [graduatedMeanwhile, isWhole] }, COMPLETED],
          [{ all: [presentAtTheEnd, isWhole] }, STUDIES],
          [{ all: [graduatedMeanwhile, isGeneral] }, COMPLETED_GENERAL],
          [{ all: [presentAtTheEnd, isGeneral] }, STUDIES_GENERAL],
        ],
        otherwise: DISCONTINUED,
      },
      otherwise: DISCONTINUED,
    },
  },
];

const categories: Extract<Measure, { kind: 'distribution' }>['categories'] = [
  {
    code: COMPLETED,
    label: {
      fi: 'Suoritti ammatillisen tutkinnon',
      sv: 'Avlade en yrkesinriktad examen',
      en: 'Completed a vocational qualification',
    },
  },
  {
    code: STUDIES,
    label: {
      fi: 'Opiskelee ammatillista tutkintoa',
      sv: 'Studerar för en yrkesinriktad examen',
      en: 'Studies for a vocational qualification',
    },
  },
  {
    code: COMPLETED_GENERAL,
    label: {
      fi: 'Suoritti lukiokoulutuksen',
      sv: 'Slutförde gymnasieutbildning',
      en: 'Completed general upper secondary education',
    },
  },
  {
    code: STUDIES_GENERAL,
    label: {
      fi: 'Opiskelee lukiokoulutuksessa',
      sv: 'Studerar i gymnasieutbildning',
      en: 'Studies in general upper secondary education',
    },
  },
  {
    code: DISCONTINUED,
    label: {
      fi: 'Keskeytti tutkintoon johtavan koulutuksen',
      sv: 'Avbröt den examensinriktade utbildningen',
      en: 'Discontinued education leading to a qualification',
    },
  },
];

const denominator = {
  fi: 'ammatillista tutkintoa 20. syyskuuta opiskelleet',
  sv: 'de som den 20 september studerade för en yrkesinriktad examen',
  en: 'those who studied for a vocational qualification on 20 September',
};

/**
 * Discontinuation as Statistics Finland looks at it: students on 20 September and what they do a year later. Completing comes before
 * studying; who has done neither has discontinued.
 */
export const discontinuationBySeptember: Definition = {
  id: 'discontinuation-by-september',
  version: '1.0.0',
  name: {
    fi: 'Keskeyttäminen syyskuusta syyskuuhun',
    sv: 'Avbrott i utbildningen från september till september',
    en: 'Discontinuation from September to September',
  },
  meaning: {
    fi: 'Kuinka suuri osa 20. syyskuuta ammatillista tutkintoa opiskelleista ei seuraavan vuoden 20. syyskuuta mennessä ollut suorittanut ammatillista tutkintoa eikä sinä päivänä opiskellut sellaista.',
    sv: 'Hur stor del av dem som den 20 september studerade för en yrkesinriktad examen som fram till den 20 september följande år inte hade avlagt en sådan examen och inte heller studerade för en den dagen.',
    en: 'What share of those studying for a vocational qualification on 20 September had, by 20 September of the next year, neither completed one nor were studying for one that day.',
  },
  direction: 'lowerIsBetter',
  rules: [
    {
      id: 'statistics-finland',
      label: {
        fi: 'Tilastokeskuksen syyskuun tilastopäivät',
        sv: 'Statistikcentralens statistikdagar i september',
        en: 'Statistics Finland’s statistical days in September',
      },
      inForce: {},
      steps,
      measure: { kind: 'distribution', of: { column: 'situation' }, categories },
      sources: [
        {
          title: {
            fi: 'Koulutuksen keskeyttäminen, Suomen virallinen tilasto (Tilastokeskus)',
            sv: 'Avbrytande av utbildning, Finlands officiella statistik (Statistikcentralen)',
            en: 'Discontinuation of education, Official Statistics of Finland (Statistics Finland)',
          },
          reference:
            'stat.fi/til/kkesk: description and quality report; appendix table 4 of 2006/2007 (21.9.2006–20.9.2007); appendix table 3 of 2018/2019',
        },
      ],
    },
  ],
  dimensions: [...vocationalDimensions, fundingOf('fundingThen')],
  figures: [
    {
      id: 'discontinuedVocational',
      label: {
        fi: 'Ammatillisen koulutuksen keskeyttäneiden osuus',
        sv: 'Andel som avbrutit yrkesutbildningen',
        en: 'Share that discontinued vocational education',
      },
      unit: 'share',
      kind: 'share',
      of: [COMPLETED_GENERAL, STUDIES_GENERAL, DISCONTINUED],
      decimals: 1,
      numerator: {
        fi: 'niistä ne, jotka seuraavan vuoden 20. syyskuuta eivät olleet suorittaneet ammatillista tutkintoa eivätkä opiskelleet sellaista',
        sv: 'de av dem som den 20 september följande år varken hade avlagt eller studerade för en yrkesinriktad examen',
        en: 'those of them who on 20 September of the next year neither had completed a vocational qualification nor studied for one',
      },
      denominator,
    },
    {
      id: 'discontinuedAll',
      label: {
        fi: 'Tutkintoon johtavan koulutuksen kokonaan keskeyttäneiden osuus',
        sv: 'Andel som helt avbrutit den examensinriktade utbildningen',
        en: 'Share that discontinued all education leading to a qualification',
      },
      unit: 'share',
      kind: 'share',
      of: [DISCONTINUED],
      decimals: 1,
      numerator: {
        fi: 'niistä ne, jotka eivät olleet suorittaneet eivätkä opiskelleet mitään tutkintoon johtavaa koulutusta',
        sv: 'de av dem som varken hade avlagt eller studerade för någon examen',
        en: 'those of them who neither had completed nor studied for any qualification',
      },
      denominator,
    },
    {
      id: 'completed',
      label: {
        fi: 'Tutkinnon suorittaneiden osuus',
        sv: 'Andel som avlagt examen',
        en: 'Share that completed a qualification',
      },
      unit: 'share',
      kind: 'share',
      of: [COMPLETED],
      decimals: 1,
      numerator: {
        fi: 'niistä ne, jotka olivat suorittaneet ammatillisen tutkinnon',
        sv: 'de av dem som hade avlagt en yrkesinriktad examen',
        en: 'those of them who had completed a vocational qualification',
      },
      denominator,
    },
    {
      id: 'situations',
      label: { fi: 'Tilanteiden jakauma', sv: 'Fördelning enligt situation', en: 'Distribution of situations' },
      unit: 'share',
      kind: 'distribution',
      decimals: 1,
      numerator: {
        fi: 'kussakin tilanteessa olevat',
        sv: 'de som är i varje situation',
        en: 'those in each situation',
      },
      denominator,
    },
  ],
  limits: [
    {
      fi: 'Ennen valtakunnallista vähennystä: muilla järjestäjillä tutkinnon suorittaneet tai opiskelevat ja korkeakouluun siirtyneet näyttävät keskeyttäneiltä.',
      sv: 'Före nationellt avdrag: de som avlagt examen eller studerar hos andra anordnare eller övergått till högskola ser ut att ha avbrutit.',
      en: 'Before national deduction: those who completed or study at other providers, or moved on to higher education, look as if they had discontinued.',
    },
    {
      fi: 'Tilastokeskuksen perusjoukko on vuodesta 2022 koko ammatillinen perustutkinto: vertailua varten on rajattava tutkintotyyppi perustutkintoon.',
      sv: 'Statistikcentralens population är sedan 2022 hela yrkesinriktade grundexamina: för jämförelse ska examenstypen avgränsas till grundexamen.',
      en: 'Statistics Finland’s population since 2022 is the whole initial vocational qualification: to compare, choose that type of qualification.',
    },
    {
      fi: 'Tilastokeskus ei julkaise alle 45 opiskelijan ryhmien lukuja satunnaisvaihtelun vuoksi. Sitä vastaa tietosuojasääntö, jonka vähimmäismäärä on 45.',
      sv: 'Statistikcentralen publicerar inte tal för grupper på färre än 45 studerande på grund av slumpmässig variation. Det motsvaras av en dataskyddsregel med minimiantalet 45.',
      en: 'Statistics Finland publishes no figures of groups under 45 students, because of random variation. A disclosure policy with a minimum of 45 does the same.',
    },
    personsOnce,
  ],
  unverified: [
    {
      fi: 'Opiskelijaksi luetaan läsnä tai lomalla oleva. Miten Tilastokeskus käsittelee väliaikaisen keskeytyksen, ei ole julkisessa kuvauksessa.',
      sv: 'Som studerande räknas den som är närvarande eller på semester. Hur Statistikcentralen behandlar tillfälligt avbrott framgår inte av den offentliga beskrivningen.',
      en: 'A student is whoever is present or on holiday. How Statistics Finland treats temporary interruption is not in the public description.',
    },
  ],
};
