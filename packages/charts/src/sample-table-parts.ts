import type { Cell, IndicatorTable, PublishedCount, TableDimension, TableMember } from '@strapetsi/indicators/table';

/** What the sample tables are made of. */

type Text = IndicatorTable['figure']['label'];

export const provider: TableMember = {
  id: '1.2.246.562.10.00000000901',
  label: { fi: 'Koivurannan koulutuskuntayhtymä', sv: 'Björkstrands utbildningssamkommun' },
};

export const vipunen: IndicatorTable['policy'] = {
  id: 'vipunen',
  label: {
    fi: 'Alle viiden henkilön ryhmiä ei näytetä, ja lukumäärät pyöristetään lähimpään kolmella jaolliseen (Vipusen tietosuojasääntö)',
    sv: 'Grupper på färre än fem personer visas inte, och antalen avrundas till närmaste tal som är delbart med tre (Vipunens dataskyddsregel)',
    en: 'Groups of fewer than five persons are not shown, and counts are rounded to the nearest multiple of three (Vipunen’s disclosure rule)',
  },
  reference: 'CSCfi/antero e14a7bf3, tabular/Keskeyttäneet ammatillinen koulutus',
};

export const nationalDeduction: Text = {
  fi: 'Ennen valtakunnallista vähennystä: opintoja muilla järjestäjillä ei ole otettu huomioon.',
  sv: 'Före nationellt avdrag: studier hos andra anordnare har inte beaktats.',
  en: 'Before national deduction: study at other providers is not taken into account.',
};

export const schoolLabel: Text = { fi: 'Oppilaitos', sv: 'Läroanstalt', en: 'School' };

export const koivuranta: TableMember = {
  id: '1.2.246.562.10.00000000902',
  label: { fi: 'Koivurannan ammattiopisto', sv: 'Björkstrands yrkesinstitut', en: 'Koivuranta Vocational College' },
};

export const kuusikko: TableMember = {
  id: '1.2.246.562.10.00000000903',
  label: { fi: 'Kuusikon aikuisopisto', sv: 'Granskogens vuxeninstitut', en: 'Kuusikko Adult Education Centre' },
};

export const schools: readonly TableMember[] = [
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

export const vocationalStarters: IndicatorTable['only'] = [
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

export function count(value: number): PublishedCount {
  return { status: 'value', value };
}

export function share(x: number, n: number): Cell {
  return { status: 'value', value: x / n, n: count(n), x: count(x) };
}

export function years(value: number, n: number): Cell {
  return { status: 'value', value, n: count(n) };
}

/** What Vipunen's rule says of a share whose numerator is one to four persons. */
export function fewOf(n: number): Cell {
  return { status: 'withheld', reason: 'primary', range: { from: 1 / n, to: 4 / n }, n: count(n) };
}

export function immature(matures: string): Cell {
  return { status: 'immature', matures };
}

export function yearMembers(first: number, last: number): readonly TableMember[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const id = String(first + index);
    return { id, label: { fi: id, sv: id, en: id }, from: `${id}-01-01`, to: `${id}-12-31` };
  });
}

export const yearDimension: TableDimension = {
  id: 'year',
  label: { fi: 'Vuosi', sv: 'År', en: 'Year' },
  scale: 'time',
  members: yearMembers(2019, 2025),
};

export const studentYears: Omit<IndicatorTable, 'dimensions' | 'cells'> = {
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

export const completion: Omit<IndicatorTable, 'dimensions' | 'cells'> = {
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
