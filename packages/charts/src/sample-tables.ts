import type { Cell, IndicatorTable, PublishedCount, TableDimension, TableMember } from '@strapetsi/indicators/table';

/**
 * Published tables of a provider that does not exist, with figures of the size that real ones have: for tests, stories and
 * examples. Counts are multiples of three, as Vipunen's rule leaves them, and shares are those of the rounded counts.
 */

type Text = IndicatorTable['figure']['label'];

const provider: TableMember = {
  id: '1.2.246.562.10.00000000901',
  label: { fi: 'Koivurannan koulutuskuntayhtymä', sv: 'Björkstrands utbildningssamkommun' },
};

const vipunen: IndicatorTable['policy'] = {
  id: 'vipunen',
  label: {
    fi: 'Alle viiden henkilön ryhmiä ei näytetä, ja lukumäärät pyöristetään lähimpään kolmella jaolliseen (Vipusen tietosuojasääntö)',
    sv: 'Grupper på färre än fem personer visas inte, och antalen avrundas till närmaste tal som är delbart med tre (Vipunens dataskyddsregel)',
    en: 'Groups of fewer than five persons are not shown, and counts are rounded to the nearest multiple of three (Vipunen’s disclosure rule)',
  },
  reference: 'CSCfi/antero e14a7bf3, tabular/Keskeyttäneet ammatillinen koulutus',
};

const nationalDeduction: Text = {
  fi: 'Ennen valtakunnallista vähennystä: opintoja muilla järjestäjillä ei ole otettu huomioon.',
  sv: 'Före nationellt avdrag: studier hos andra anordnare har inte beaktats.',
  en: 'Before national deduction: study at other providers is not taken into account.',
};

const schoolLabel: Text = { fi: 'Oppilaitos', sv: 'Läroanstalt', en: 'School' };

const koivuranta: TableMember = {
  id: '1.2.246.562.10.00000000902',
  label: { fi: 'Koivurannan ammattiopisto', sv: 'Björkstrands yrkesinstitut', en: 'Koivuranta Vocational College' },
};

const kuusikko: TableMember = {
  id: '1.2.246.562.10.00000000903',
  label: { fi: 'Kuusikon aikuisopisto', sv: 'Granskogens vuxeninstitut', en: 'Kuusikko Adult Education Centre' },
};

const schools: readonly TableMember[] = [
  koivuranta,
  kuusikko,
  {
    id: '1.2.246.562.10.00000000904',
    label: { fi: 'Rannikon merenkulku- ja kalatalousoppilaitos', sv: 'Kustens sjöfarts- och fiskeriläroanstalt' },
  },
  {
    id: '1.2.246.562.10.00000000905',
    label: { fi: 'Lehtomäen luonnonvaraopisto', sv: 'Lundbackens naturbruksinstitut' },
  },
  { id: '1.2.246.562.10.00000000906', label: { fi: 'Honkasaaren taideoppilaitos', sv: 'Furuholmens konstskola' } },
  {
    id: '1.2.246.562.10.00000000907',
    label: { fi: 'Kivikon erityisammattioppilaitos', sv: 'Stenbackens specialyrkesläroanstalt' },
  },
];

const vocationalStarters: IndicatorTable['only'] = [
  {
    dimension: 'started',
    label: { fi: 'Aloitettu koulutus', sv: 'Påbörjad utbildning', en: 'Education started' },
    members: [
      {
        id: 'vocational',
        label: { fi: 'Ammatillinen koulutus', sv: 'Yrkesutbildning', en: 'Vocational education' },
      },
    ],
  },
];

function count(value: number): PublishedCount {
  return { status: 'value', value };
}

function share(x: number, n: number): Cell {
  return { status: 'value', value: x / n, n: count(n), x: count(x) };
}

function years(value: number, n: number): Cell {
  return { status: 'value', value, n: count(n) };
}

/** What Vipunen's rule says of a share whose numerator is one to four persons. */
function fewOf(n: number): Cell {
  return { status: 'withheld', reason: 'primary', range: { from: 1 / n, to: 4 / n }, n: count(n) };
}

function immature(matures: string): Cell {
  return { status: 'immature', matures };
}

function yearMembers(first: number, last: number): readonly TableMember[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const id = String(first + index);
    return { id, label: { fi: id, sv: id, en: id }, from: `${id}-01-01`, to: `${id}-12-31` };
  });
}

const yearDimension: TableDimension = {
  id: 'year',
  label: { fi: 'Vuosi', sv: 'År', en: 'Year' },
  scale: 'time',
  members: yearMembers(2019, 2025),
};

const studentYears: Omit<IndicatorTable, 'dimensions' | 'cells'> = {
  type: 'strapetsi.indicator-table',
  schemaVersion: 1,
  indicator: {
    id: 'student-years',
    version: '1.0.0',
    hash: '5f0c1d0e',
    name: { fi: 'Opiskelijavuodet', sv: 'Studerandeår', en: 'Student years' },
    meaning: {
      fi: 'Kuinka monta kokopäiväistä opiskeluvuotta opiskelijat ovat opiskelleet.',
      sv: 'Hur många heltidsstudieår de studerande har studerat.',
      en: 'How many years of full-time study the students have studied.',
    },
    direction: 'neither',
    sources: [
      {
        title: {
          fi: 'Opetus- ja kulttuuriministeriön asetus ammatillisen koulutuksen rahoituksen laskentaperusteista',
          sv: 'Undervisnings- och kulturministeriets förordning om grunderna för beräkning av finansieringen för yrkesutbildning',
          en: 'Decree of the Ministry of Education and Culture on the calculation of funding for vocational education',
        },
        reference: '682/2017, 1244/2020 (1 §)',
      },
    ],
  },
  figure: {
    id: 'years',
    label: { fi: 'Opiskelijavuodet', sv: 'Studerandeår', en: 'Student years' },
    unit: 'studentYears',
    decimals: 1,
  },
  period: { from: '2019-01-01', to: '2025-12-31' },
  asOf: '2026-01-31',
  providers: [provider],
  policy: vipunen,
  only: [],
  population: count(4_218),
  exclusions: [
    {
      id: 'nested',
      label: {
        fi: 'Sisältyy toiseen opiskeluoikeuteen',
        sv: 'Ingår i en annan studierätt',
        en: 'Included in another study right',
      },
      count: count(30),
    },
  ],
  findings: [],
  notes: [nationalDeduction],
};

/** One series over seven years. */
export const studentYearsByYear: IndicatorTable = {
  ...studentYears,
  dimensions: [yearDimension],
  cells: [
    years(1_482.6, 1_902),
    years(1_463.1, 1_884),
    years(1_501.4, 1_929),
    years(1_538.9, 1_968),
    years(1_556.2, 1_995),
    years(1_549.7, 1_983),
    years(1_571.3, 2_016),
  ],
};

/** Two series over seven years; the smaller one had too few students in its first year. */
export const studentYearsByYearAndSchool: IndicatorTable = {
  ...studentYears,
  dimensions: [yearDimension, { id: 'school', label: schoolLabel, scale: 'nominal', members: [koivuranta, kuusikko] }],
  cells: [
    years(1_482.6, 1_902),
    { status: 'withheld', reason: 'primary', n: { status: 'withheld', range: { from: 1, to: 4 } } },
    years(1_401.3, 1_797),
    years(61.8, 87),
    years(1_362.5, 1_746),
    years(138.9, 183),
    years(1_315.2, 1_674),
    years(223.7, 294),
    years(1_270.8, 1_608),
    years(285.4, 387),
    years(1_229.3, 1_551),
    years(320.4, 432),
    years(1_238.1, 1_560),
    years(333.2, 456),
  ],
};

const completion: Omit<IndicatorTable, 'dimensions' | 'cells'> = {
  ...studentYears,
  indicator: {
    id: 'completion-by-cohort',
    version: '1.0.0',
    hash: '9b41e6aa',
    name: { fi: 'Opintojen kulku', sv: 'Studieförlopp', en: 'Completion by cohort' },
    meaning: {
      fi: 'Kuinka moni samana puolivuotena aloittaneista on valmistunut, kun aloittamisesta on kulunut 6–60 kuukautta.',
      sv: 'Hur många av dem som började under samma halvår har utexaminerats 6–60 månader efter starten.',
      en: 'How many of those who started in the same half-year have graduated, 6 to 60 months on.',
    },
    direction: 'higherIsBetter',
    sources: [
      {
        title: {
          fi: 'Toisen asteen opintojen kulku (Vipusen tietovarasto)',
          sv: 'Studieförloppet på andra stadiet (Vipunens datalager)',
          en: 'Progress of upper secondary studies (the warehouse behind Vipunen)',
        },
        reference: 'CSCfi/antero e14a7bf3',
      },
    ],
  },
  figure: {
    id: 'completed',
    label: {
      fi: 'Koko tutkinnon suorittaneiden osuus',
      sv: 'Andel som avlagt hel examen',
      en: 'Share that completed a whole qualification',
    },
    unit: 'share',
    decimals: 1,
  },
  period: { from: '2021-07-01', to: '2022-12-31' },
  only: vocationalStarters,
  population: count(1_107),
};

/** Six schools, of which one is too small to be shown, one has too few graduates and one had nobody who started. */
export const completionBySchool: IndicatorTable = {
  ...completion,
  dimensions: [{ id: 'school', label: schoolLabel, scale: 'nominal', members: schools }],
  cells: [
    share(426, 612),
    share(129, 213),
    share(36, 54),
    fewOf(15),
    { status: 'withheld', reason: 'primary', n: { status: 'withheld', range: { from: 1, to: 4 } } },
    { status: 'noData' },
  ],
};

function checkpointMember(months: number): TableMember {
  const number = String(months);
  return { id: number.padStart(2, '0'), label: { fi: `${number} kk`, sv: `${number} mån`, en: `${number} months` } };
}

const halfYears: readonly TableMember[] = [
  {
    id: '2021-H2',
    label: { fi: 'Syksy 2021', sv: 'Hösten 2021', en: 'Autumn 2021' },
    from: '2021-07-01',
    to: '2021-12-31',
  },
  {
    id: '2022-H1',
    label: { fi: 'Kevät 2022', sv: 'Våren 2022', en: 'Spring 2022' },
    from: '2022-01-01',
    to: '2022-06-30',
  },
  {
    id: '2022-H2',
    label: { fi: 'Syksy 2022', sv: 'Hösten 2022', en: 'Autumn 2022' },
    from: '2022-07-01',
    to: '2022-12-31',
  },
];

/** Three cohorts over ten checkpoints: early ones have too few graduates, late ones have not been reached. */
export const completionOverCheckpoints: IndicatorTable = {
  ...completion,
  dimensions: [
    {
      id: 'checkpoint',
      label: { fi: 'Tarkasteluajankohta', sv: 'Uppföljningstidpunkt', en: 'Checkpoint' },
      scale: 'ordinal',
      members: [6, 12, 18, 24, 30, 36, 42, 48, 54, 60].map(checkpointMember),
    },
    {
      id: 'cohort',
      label: { fi: 'Aloituskohortti', sv: 'Startkohort', en: 'Starting cohort' },
      scale: 'time',
      members: halfYears,
    },
  ],
  cells: [
    ...[share(6, 612), fewOf(213), share(9, 594)],
    ...[share(27, 612), share(12, 213), share(33, 594)],
    ...[share(69, 612), share(30, 213), share(75, 594)],
    ...[share(126, 612), share(54, 213), share(138, 594)],
    ...[share(207, 612), share(84, 213), share(225, 594)],
    ...[share(366, 612), share(111, 213), share(372, 594)],
    ...[share(405, 612), share(120, 213), immature('2026-07-01')],
    ...[share(426, 612), immature('2026-07-01'), immature('2027-01-01')],
    ...[immature('2026-07-01'), immature('2027-01-01'), immature('2027-07-01')],
    ...[immature('2027-01-01'), immature('2027-07-01'), immature('2028-01-01')],
  ],
};

/** A measured zero, something that cannot be, and a range up to one: what a chart must not mix up. */
export const completionByGender: IndicatorTable = {
  ...completion,
  dimensions: [
    {
      id: 'gender',
      label: { fi: 'Sukupuoli', sv: 'Kön', en: 'Gender' },
      scale: 'nominal',
      members: [
        { id: 'male', label: { fi: 'Mies', sv: 'Man', en: 'Male' } },
        { id: 'female', label: { fi: 'Nainen', sv: 'Kvinna', en: 'Female' } },
        { id: 'other', label: { fi: 'Muu', sv: 'Annat', en: 'Other' } },
      ],
    },
    { id: 'school', label: schoolLabel, scale: 'nominal', members: [koivuranta, kuusikko] },
  ],
  cells: [
    share(213, 306),
    share(0, 72),
    share(201, 294),
    share(129, 141),
    { status: 'withheld', reason: 'complementary', range: { from: 0.25, to: 1 } },
    { status: 'notApplicable' },
  ],
};
