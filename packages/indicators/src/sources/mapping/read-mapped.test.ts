import { describe, expect, test } from 'vitest';
import { studentYears } from '../../definitions/student-years.js';
import { calculateInMemory } from '../../engine/calculate.js';
import { periodStates } from '../../facts/codes.js';
import { factsOf } from '../../facts/facts-of.js';
import type { Facts } from '../../facts/facts.js';
import type { PlainPerson } from '../../facts/plain-facts.js';
import type { Finding } from '../../findings/finding.js';
import { createPseudonyms } from '../documents/pseudonyms.js';
import type { Mapping } from './mapping.js';
import { parseMapping } from './parse-mapping.js';
import { readMapped, type MappedSource, type MappedSummary, type ReadMappedOptions } from './read-mapped.js';

const pseudonymKey = 'a key of artificial data';
const pseudonym = createPseudonyms(pseudonymKey);
const learner = (n: number): string => `1.2.246.562.24.${String(n).padStart(11, '0')}`;

function mappingOf(...tables: readonly unknown[]): Mapping {
  const parsed = parseMapping({ type: 'strapetsi.mapping', schemaVersion: 1, missing: ['-'], tables });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.mapping;
}

async function read(
  sources: readonly MappedSource[] | string,
  mapping: Mapping,
  options: Partial<ReadMappedOptions> = {},
) {
  const findings: Finding[] = [];
  const batches: Facts[] = [];
  let summary: MappedSummary | undefined;
  const files = typeof sources === 'string' ? { source: sources } : sources;
  const given = { pseudonymKey, onFinding: (finding: Finding) => findings.push(finding), ...options };
  for await (const batch of readMapped(files, mapping, { ...given, onSummary: (counts) => (summary = counts) }))
    batches.push(batch);
  const told = findings.map(({ code, where, found }) => [code, where.record, found === '–' ? where.path : found]);
  return { batches, facts: batches[0], findings, codes: findings.map(({ code }) => code), told, summary };
}

/** Columns of one batch that two ways of making facts must agree on. */
function columnsOf(facts: Facts | undefined) {
  if (facts === undefined) return undefined;
  const { dictionaries, ...tables } = facts;
  const keys = Object.fromEntries(Object.entries(dictionaries).map(([name, { keys: ofName }]) => [name, ofName]));
  return { ...tables, keys };
}

const rightsTable = {
  of: 'rights',
  fields: {
    'right.key': { column: 'Oikeus', prefix: 'primus:' },
    'person.learner': 'Oppijanumero',
    'person.birthDate': 'Syntymäaika',
    'person.gender': 'Sukupuoli',
    'person.motherTongue': 'Äidinkieli',
    'right.provider': { value: '1.2.246.562.10.1' },
    'right.school': { column: 'Koulu', labels: { fi: 'Koulun nimi', sv: 'Skolans namn' } },
    'right.qualification': 'Tutkinto',
    'right.education': { column: 'Laji', codes: { Tutkinto: 'wholeQualification', Osa: 'qualificationUnits' } },
    'right.language': 'Kieli',
    'right.nested': 'Sisältyvä',
  },
};
const rightsHead =
  'Oikeus;Oppijanumero;Syntymäaika;Sukupuoli;Äidinkieli;Koulu;Koulun nimi;Skolans namn;Tutkinto;Laji;Kieli;Sisältyvä';

const periodsTable = {
  of: 'periods',
  fields: {
    'right.key': { column: 'Oikeus', prefix: 'primus:' },
    'period.start': 'Alku',
    'period.end': 'Loppu',
    'period.state': { column: 'Tila', codes: { L: 'present', K: 'interrupted' } },
    'period.funding': { column: 'Rahoitus', codes: { VOS: 1, TVK: 10 } },
    'period.share': 'Osa-aika',
  },
};
const periodsHead = 'Oikeus;Alku;Loppu;Tila;Rahoitus;Osa-aika';

const one: PlainPerson = {
  key: pseudonym('oid', learner(1)),
  birthYear: 2005,
  gender: 'female',
  motherTongue: 'SV',
  rights: [
    {
      key: 'primus:11',
      provider: '1.2.246.562.10.1',
      school: '1.2.246.562.10.2',
      qualification: '331101',
      education: 'wholeQualification',
      julyRule: 'removed',
      language: 'SV',
      periods: [
        { start: '2023-08-10', end: '2024-01-07', state: 'present', funding: 1 },
        {
          start: '2024-01-08',
          end: '2024-06-30',
          state: 'present',
          funding: 1,
          share: 500_000,
          stateBegan: '2023-08-10',
        },
        { start: '2024-08-01', end: '2025-05-30', state: 'present', funding: 10 },
        { start: '2025-05-31', end: '2025-05-31', state: 'graduated', funding: 10 },
      ],
    },
    {
      key: 'primus:12',
      provider: '1.2.246.562.10.1',
      school: '1.2.246.562.10.3',
      education: 'qualificationUnits',
      julyRule: 'counted',
      nested: true,
      periods: [{ start: '2025-08-01', state: 'interrupted' }],
    },
  ],
};

const rightRows = [
  `11;${learner(1)};24.12.2005;Nainen;sv;1.2.246.562.10.2;Opisto;Institutet;331101;tutkinto;SV;Ei`,
  `12;${learner(1)};;;;1.2.246.562.10.3;;;-;Osa;;Kyllä`,
];
const periodRows = [
  '11;31.5.2025;;Valmistunut;TVK;',
  '12;1.8.2025;;K;;',
  '11;10.8.2023;;L;VOS;100',
  '11;8.1.2024;30.6.2024;l;vos;50,0',
  '11;2024-08-01;;Läsnä;10;100 %',
];

describe('study rights and their periods from two files', () => {
  const mapping = mappingOf(rightsTable, periodsTable);
  const files = [
    { source: [rightsHead, ...rightRows].join('\n'), file: 'oikeudet.csv' },
    { source: [periodsHead, ...periodRows].join('\n'), file: 'jaksot.csv' },
  ];

  test('are the facts that one writes down by hand', async () => {
    const { facts, codes, summary } = await read(files, mapping);
    expect(codes).toEqual([]);
    expect(columnsOf(facts)).toEqual(columnsOf(factsOf([one])[0]));
    expect(facts?.dictionaries.school.labels[0]).toEqual({ fi: 'Opisto', sv: 'Institutet' });
    expect(summary).toEqual({
      read: 7,
      facts: 7,
      refused: 0,
      persons: 1,
      files: [
        { file: 'oikeudet.csv', of: 'rights', read: 2, facts: 2, refused: 0 },
        { file: 'jaksot.csv', of: 'periods', read: 5, facts: 5, refused: 0 },
      ],
      findings: {},
    });
  });

  test('whichever of them comes first', async () => {
    const { facts } = await read([...files].reverse(), mapping);
    expect(facts?.periods).toEqual((await read(files, mapping)).facts?.periods);
  });

  test('count student days as worked out by hand', async () => {
    const { batches } = await read(files, mapping);
    const aggregate = calculateInMemory(batches, studentYears, {
      by: ['year'],
      period: { from: '2024-01-01', to: '2025-12-31' },
      asOf: '2026-01-01',
      rule: 'until-2025',
    });
    // 2024: 7 days whole, 8.1.–30.6. 175 days half, 1.8.–31.12. 153 whole: 247.5. 2025: 1.1.–30.5. 150 days and the day of graduation: 151.
    const days = aggregate.cells.map((cell) =>
      'amounts' in cell ? [cell.key, (cell.amounts[0] ?? 0) / 1_000_000] : [],
    );
    expect(days).toEqual([
      [['2024'], 247.5],
      [['2025'], 151],
    ]);
  });

  test('refuse rows of rights that are not there, and rights without periods, each with its place', async () => {
    const { told, summary, facts } = await read(
      [
        { source: [rightsHead, ...rightRows, `13;${learner(2)};;;;;;;;Osa;;`].join('\n'), file: 'oikeudet.csv' },
        {
          source: [
            periodsHead,
            ...periodRows,
            '99;1.1.2024;;L;;',
            ';1.1.2024;;L;;',
            '11;;;L;;',
            '11;1.2.2026;1.1.2026;L;;',
          ].join('\n'),
          file: 'jaksot.csv',
        },
      ],
      mapping,
    );
    expect(told).toEqual([
      ['needed-cell-missing', 7, 'right.key'],
      ['needed-cell-missing', 8, 'period.start'],
      ['end-before-start', 9, '2026-02-01 – 2026-01-01'],
      ['right-unknown', 6, 'right.key'],
      ['right-without-periods', 3, 'period.start'],
    ]);
    expect(summary).toMatchObject({ read: 12, facts: 7, refused: 5, persons: 1 });
    expect(facts?.rights.count).toBe(2);
  });

  test('carry the version of a right, so that a later export can take its place', async () => {
    const versioned = mappingOf(
      { ...rightsTable, fields: { ...rightsTable.fields, 'right.version': 'Versio' } },
      periodsTable,
    );
    const [first = '', second = ''] = rightRows;
    const { facts } = await read(
      [
        { source: [`${rightsHead};Versio`, `${first};7`, `${second};`].join('\n'), file: 'oikeudet.csv' },
        { source: [periodsHead, ...periodRows].join('\n'), file: 'jaksot.csv' },
      ],
      versioned,
    );
    expect([...(facts?.rights.version ?? [])]).toEqual([7, -1]);
  });

  test('tell of a right that is there twice, belongs to two persons or differs between its rows', async () => {
    const both = mappingOf(rightsTable, {
      ...periodsTable,
      fields: { ...periodsTable.fields, 'person.learner': 'Oppijanumero', 'right.school': 'Koulu' },
    });
    const { told, summary } = await read(
      [
        { source: [rightsHead, rightRows[0], rightRows[0]].join('\n') },
        {
          source: [
            `${periodsHead};Oppijanumero;Koulu`,
            `11;1.8.2023;;L;1;;${learner(1)};1.2.246.562.10.9`,
            `11;1.9.2023;;L;1;;${learner(2)};`,
          ].join('\n'),
        },
      ],
      both,
    );
    expect(told).toEqual([
      ['right-met-again', 2, '2 × right.key'],
      ['right-differs', 1, 'right.school'],
      ['right-of-two-persons', 2, '2 × person'],
    ]);
    expect(summary).toMatchObject({ read: 4, facts: 2, refused: 2 });
  });

  test('tell of periods that overlap, begin on one day or follow a final state', async () => {
    const { told, facts } = await read(
      [
        { source: [rightsHead, rightRows[0]].join('\n') },
        {
          source: [
            periodsHead,
            '11;1.1.2024;31.3.2024;L;;',
            '11;1.3.2024;;K;;',
            '11;1.3.2024;;L;;',
            '11;1.5.2024;;Eronnut;;',
            '11;1.6.2024;;L;;',
          ].join('\n'),
        },
      ],
      mapping,
    );
    expect(told).toEqual([
      ['periods-on-same-day', 2, '2024-03-01'],
      ['period-after-final-state', 5, '2024-06-01'],
      ['periods-overlap', 1, '2024-03-31 > 2024-02-29'],
    ]);
    expect(Array.from(facts?.periods.state ?? [], (at) => periodStates[at])).toEqual([
      'present',
      'present',
      'resigned',
      'present',
    ]);
  });
});

describe('study rights from one file', () => {
  test('with the start, the end and how it ended in the row of the right', async () => {
    const mapping = mappingOf({
      of: 'rights',
      fields: {
        'person.student': 'Opiskelijanumero',
        'right.performanceType': 'Suoritus',
        'right.start': 'Alku',
        'right.end': 'Loppu',
        'right.endState': 'Syy',
        'right.funding': { column: 'Rahoitus', default: 1 },
      },
    });
    const { facts, codes } = await read(
      'Opiskelijanumero;Suoritus;Alku;Loppu;Syy;Rahoitus\n' +
        'A1;ammatillinentutkinto;1.8.2022;31.5.2025;Valmistunut;\nA1;telma;1.8.2021;31.7.2022;;10\nB2;muuammatillinenkoulutus;1.8.2024;;;\nC3;outo;1.8.2024;1.8.2024;Peruutettu;\n',
      mapping,
    );
    const person = (student: string) => pseudonym('student', student);
    expect(facts?.persons.key).toEqual([person('A1'), person('B2'), person('C3')]);
    const wanted = factsOf([
      {
        key: 'a',
        rights: [
          {
            key: '1',
            provider: 'p',
            education: 'wholeQualification',
            julyRule: 'removed',
            periods: [
              { start: '2022-08-01', end: '2025-05-30', state: 'present', funding: 1 },
              { start: '2025-05-31', end: '2025-05-31', state: 'graduated', funding: 1 },
            ],
          },
          {
            key: '2',
            provider: 'p',
            education: 'preparatory',
            julyRule: 'removed',
            periods: [{ start: '2021-08-01', end: '2022-07-31', state: 'present', funding: 10 }],
          },
        ],
      },
      {
        key: 'b',
        rights: [
          {
            key: '3',
            provider: 'p',
            education: 'other',
            julyRule: 'counted',
            periods: [{ start: '2024-08-01', state: 'present', funding: 1 }],
          },
        ],
      },
      {
        key: 'c',
        rights: [
          {
            key: '4',
            provider: 'p',
            education: 'other',
            julyRule: 'counted',
            periods: [{ start: '2024-08-01', end: '2024-08-01', state: 'cancelled', funding: 1 }],
          },
        ],
      },
    ])[0];
    expect(facts?.periods).toEqual(wanted?.periods);
    expect(facts?.rights.education).toEqual(wanted?.rights.education);
    expect(facts?.rights.julyRule).toEqual(wanted?.rights.julyRule);
    expect(codes).toEqual(['performance-type-unknown']);
  });

  test('with all of a right repeated on the row of each period', async () => {
    const { 'right.key': key, ...periodFields } = periodsTable.fields;
    const mapping = mappingOf({ of: 'periods', fields: { ...rightsTable.fields, 'right.key': key, ...periodFields } });
    const repeated = periodRows.map(
      (row) => `${row.startsWith('11') ? rightRows[0] : rightRows[1]};${row.slice(row.indexOf(';') + 1)}`,
    );
    const { facts, codes } = await read(
      [{ source: [`${rightsHead};${periodsHead.slice(7)}`, ...repeated].join('\n') }],
      mapping,
    );
    expect(codes).toEqual([]);
    expect(facts?.periods).toEqual(factsOf([one])[0]?.periods);
  });
});

test('credits, plans, additional information and learning at work are joined to their rights', async () => {
  const key = { 'right.key': 'Oikeus' };
  const mapping = mappingOf(
    {
      of: 'rights',
      fields: {
        ...key,
        'person.learner': 'Oppija',
        'right.education': { value: 'wholeQualification' },
        'right.start': 'Alku',
      },
    },
    {
      of: 'credits',
      fields: {
        ...key,
        'credit.unit': 'Osa',
        'credit.parent': 'Yläosa',
        'credit.points': 'Osp',
        'credit.assessed': 'Arvioitu',
        'credit.group': 'Ryhmä',
        'credit.mandatory': 'Pakollinen',
        'credit.recognised': 'Tunnustettu',
      },
    },
    { of: 'plans', fields: { ...key, 'plan.approved': 'Hyväksytty', 'plan.updated': 'Päivitetty' } },
    { of: 'spells', fields: { ...key, 'spell.kind': 'Tieto', 'spell.start': 'Alkaen', 'spell.end': 'Saakka' } },
    {
      of: 'workplaces',
      fields: {
        ...key,
        'workplace.kind': 'Sopimus',
        'workplace.start': 'Työn alku',
        'workplace.end': 'Työn loppu',
        'workplace.share': 'Osuus',
        'workplace.employer': { column: 'Y-tunnus', labels: { fi: 'Työpaikka' } },
      },
    },
  );
  const { facts, codes, summary } = await read(
    [
      { source: `Oikeus;Oppija;Alku\n1;${learner(1)};1.8.2023\n` },
      {
        source:
          'Oikeus;Osa;Yläosa;Osp;Arvioitu;Ryhmä;Pakollinen;Tunnustettu\n1;600001a;400012;2,5;;2;k;\n1;400012;;11;31.5.2024;2;kyllä;ei\n1;100431;;15.0;1.2.2024;1;e;Tunnustettu\n1;x;puuttuu;1;;;;2\n',
      },
      { source: 'Oikeus;Hyväksytty;Päivitetty\n1;20.8.2023;1.3.2024\n' },
      { source: 'Oikeus;Tieto;Alkaen;Saakka\n1;majoitus;1.9.2023;31.5.2024\n' },
      {
        source:
          'Oikeus;Sopimus;Työn alku;Työn loppu;Osuus;Y-tunnus;Työpaikka\n1;Oppisopimus;1.1.2024;10.1.2024;100;1234567-1;Paja\n1;koulutussopimus;6.1.2024;15.1.2024;50;-;\n',
      },
    ],
    mapping,
  );
  expect(codes).toEqual(['parent-unknown']);
  expect(summary).toMatchObject({ read: 9, facts: 9, refused: 0 });
  const wanted = factsOf([
    {
      key: pseudonym('oid', learner(1)),
      rights: [
        {
          key: '1',
          provider: 'p',
          education: 'wholeQualification',
          julyRule: 'removed',
          periods: [{ start: '2023-08-01', state: 'present' }],
          credits: [
            {
              unit: '400012',
              type: 'ammatillisentutkinnonosa',
              group: 2,
              points: 11_000,
              assessed: '2024-05-31',
              mandatory: true,
            },
            {
              unit: '100431',
              type: 'ammatillisentutkinnonosa',
              group: 1,
              points: 15_000,
              assessed: '2024-02-01',
              recognised: 1,
            },
            { unit: '600001a', type: 'ammatillisentutkinnonosa', parent: 0, group: 2, points: 2_500, mandatory: true },
            { unit: 'x', type: 'ammatillisentutkinnonosa', points: 1_000, recognised: 2 },
          ],
          plans: [{ approved: '2023-08-20', updated: '2024-03-01' }],
          spells: [{ kind: 'majoitus', start: '2023-09-01', end: '2024-05-31' }],
          workplaces: [
            { kind: 'apprenticeship', start: '2024-01-01', end: '2024-01-10', employer: '1234567-1' },
            { kind: 'trainingAgreement', start: '2024-01-06', end: '2024-01-15', share: 500_000 },
          ],
        },
      ],
    },
  ])[0];
  const { unit: ourUnits = [], ...credits } = facts?.credits ?? {};
  const { unit: theirUnits = [], ...wantedCredits } = wanted?.credits ?? {};
  expect(credits).toEqual(wantedCredits);
  expect(Array.from(ourUnits, (at) => facts?.dictionaries.unit.keys[at])).toEqual(
    Array.from(theirUnits, (at) => wanted?.dictionaries.unit.keys[at]),
  );
  expect(facts?.plans).toEqual(wanted?.plans);
  expect(facts?.spells).toEqual(wanted?.spells);
  expect(facts?.workplaces).toEqual(wanted?.workplaces);
  expect(facts?.dictionaries.employer.labels).toEqual([{ fi: 'Paja' }]);
});

describe('replies', () => {
  const responses = {
    of: 'responses',
    fields: {
      'response.key': 'Tunnus',
      'response.survey': { value: 'aloituskysely', label: { fi: 'Aloituskysely', sv: 'Startenkät' } },
      'response.day': 'Aika',
      'response.school': 'Koulu',
    },
    questions: {
      k1: { column: 'K1', label: { fi: 'Sain ohjausta' }, cantSay: ['EOS'], forFunding: true },
      k2: { column: 'K2', codes: { Kyllä: 1, Ei: 0, 'Ei vastausta': null } },
    },
    own: { ryhma: { column: 'Ryhmä', label: { fi: 'Ryhmä' } } },
  };
  const wide =
    'Tunnus;Aika;Koulu;K1;K2;Ryhmä\nabc;1.9.2024;s1;5;Kyllä;A\ndef;2.9.2024;s1;EOS;Ei vastausta;B\nghi;;s2;;;A\njkl;3.9.2024;s2;hyvin;Ei;\n';

  test('with a column for each question: who answered nothing was asked and did not answer', async () => {
    const { facts, told } = await read(wide, mappingOf(responses));
    const { responses: found, answers, own, dictionaries } = facts ?? {};
    expect(found?.key).toEqual(['abc', 'def', 'ghi', 'jkl'].map((key) => pseudonym('reply', key)));
    expect([...(found?.answered ?? [])]).toEqual([1, 1, 0, 1]);
    expect([...(found?.asked ?? [])]).toEqual([1, 1, 1, 1]);
    expect([...(answers?.response ?? [])]).toEqual([0, 0, 1, 3]);
    expect([...(answers?.value ?? [])]).toEqual([5, 1, -2_147_483_648, 0]);
    expect([...(answers?.cantSay ?? [])]).toEqual([0, 0, 1, 0]);
    expect([...(answers?.forFunding ?? [])]).toEqual([1, 0, 1, 0]);
    expect(dictionaries?.question).toMatchObject({ keys: ['k1', 'k2'], labels: [{ fi: 'Sain ohjausta' }, {}] });
    expect([...(own?.['ryhma']?.values ?? [])]).toEqual([0, 1, 0, -1]);
    expect(told).toEqual([['not-a-number', 4, 'string(5)']]);
  });

  test('with a row for each answer in a file of its own', async () => {
    const { questions: _questions, own: _own, ...table } = responses;
    const answers = {
      of: 'answers',
      fields: {
        'response.key': 'Vastaaja',
        'answer.question': 'Kysymys',
        'answer.value': 'Numero',
        'answer.cantSay': 'EOS',
      },
    };
    const { facts, told, summary } = await read(
      [
        { source: 'Vastaaja;Kysymys;Numero;EOS\nabc;k1;5;\ndef;k1;;1\nxyz;k1;3;0\nabc;k2;;\n' },
        { source: 'Tunnus;Aika;Koulu\nabc;1.9.2024;s1\ndef;1.9.2024;s1\nabc;1.9.2024;s1\n' },
      ],
      mappingOf(table, answers),
    );
    expect(told).toEqual([
      ['needed-cell-missing', 4, 'answer.value'],
      ['response-met-again', 3, '2 × response.key'],
      ['response-unknown', 3, 'response.key'],
    ]);
    expect([...(facts?.answers.value ?? [])]).toEqual([5, -2_147_483_648]);
    expect(summary).toMatchObject({ read: 7, facts: 4, refused: 3 });
  });
});

describe('columns of a provider’s own', () => {
  test('are codes with their names, of rights and of outcomes', async () => {
    const own = {
      kampus: {
        column: 'Kampus',
        label: { fi: 'Kampus', sv: 'Campus', en: 'Campus' },
        codes: { T: { code: 'turku', label: { fi: 'Turku', sv: 'Åbo' } } },
      },
    };
    const fields = { 'person.learner': 'Oppija', 'right.education': { value: 'other' }, 'right.start': 'Alku' };
    const { facts, told } = await read(
      `Oppija;Alku;Kampus\n${learner(2)};1.1.2024;T\n${learner(1)};1.1.2024;Salo\n${learner(2)};1.1.2025;\n${learner(3)};1.1.2025;010190-999P\n`,
      mappingOf({ of: 'rights', fields, own }),
    );
    const column = facts?.own['kampus'];
    expect(column).toMatchObject({ of: 'right', label: { fi: 'Kampus', sv: 'Campus', en: 'Campus' } });
    expect(column?.dictionary).toMatchObject({ keys: ['turku', 'Salo'], labels: [{ fi: 'Turku', sv: 'Åbo' }, {}] });
    // Rights are ordered by person: two of the first learner, one of each other.
    expect([...(column?.values ?? [])]).toEqual([0, -1, 1, -1]);
    expect(told).toEqual([
      ['code-not-listed', 2, 'Salo'],
      ['personal-code', 4, 'string(11)'],
    ]);
  });
});
