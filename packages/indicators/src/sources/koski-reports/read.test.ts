import { describe, expect, test } from 'vitest';
import {
  reportAsExcelCsv,
  reportAsTransferCsv,
  reportAsXlsx,
  type ReportCell,
  type ReportTable,
} from '../../../testing/koski-report-files.js';
import { dayFromIso } from '../../days/calendar.js';
import type { Finding } from '../../findings/finding.js';
import type { ByteSource } from '../documents/bytes.js';
import { createPseudonyms } from '../documents/pseudonyms.js';
import { readKoskiReport, type ReadReportSummary } from './read.js';
import type { KoskiReportRow } from './report.js';

const KEY = 'a key of artificial data';
const oid = (n: number): string => `1.2.246.562.15.${String(n).padStart(11, '0')}`;
const learner = (n: number): string => `1.2.246.562.24.${String(n).padStart(11, '0')}`;

async function read(source: ByteSource) {
  const findings: Finding[] = [];
  const rows: KoskiReportRow[] = [];
  const reading = readKoskiReport(source, {
    pseudonymKey: KEY,
    file: 'report',
    onFinding: (each) => findings.push(each),
  });
  let summary: ReadReportSummary | undefined;
  while (summary === undefined) {
    const next = await reading.next();
    if (next.done === true) summary = next.value;
    else rows.push(next.value);
  }
  expect(summary.read).toBe(summary.rows + summary.refused);
  expect(summary.rows).toBe(rows.length);
  return { rows, summary, findings, codes: findings.map(({ code }) => code) };
}

const finnish = [
  'Opiskeluoikeuden oid',
  'Lähdejärjestelmä',
  'Opiskeluoikeuden tunniste lähdejärjestelmässä',
  'Sisältyy opiskeluoikeuteen',
  'Ostettu',
  'Päivitetty',
  'Oppijan oid',
  'Hetu',
  'Sukunimi',
  'Etunimet',
  'Opiskeluoikeuden alkamispäivä',
  'Opiskelijavuosikertymä (pv) - vanha laskentakaava (ennen v. 2026)',
  'Opiskelijavuosikertymä (pv) - nykyinen laskentakaava (1.7.2023 alkaen)',
  'Läsnä tai valmistunut (pv)',
  'Opiskelijavuoteen kuuluvat lomat (pv)',
  'Muut lomat (pv)',
  'Majoitus (pv)',
  'Osa-aikaisuus keskimäärin (%)',
];
const swedish = [
  'Studierättens oid',
  'Källsystem',
  'Studierättens identifieringskod i källsystemet',
  'Ingår i studierätten',
  'Köpt',
  'Uppdaterad',
  'Studerandes oid',
  'Personbeteckning',
  'Efternamn',
  'Förnamn',
  'Studierättens inledningsdag',
  'Ackumulerade studerandeår (dagar) - gammal beräkningsformel (före 2026)',
  'Ackumulerade studerandeår (dagar) - nuvarande beräkningsformel (fr.o.m 1.7.2023)',
  'Närvarande eller utexaminerad (dagar)',
  'Semestrar som hör till studerandeåret (dagar)',
  'Andra semester (dagar)',
  'Inkvartering (dagar)',
  'Genomsnittliga deltiden (%)',
];
const fields = [
  'opiskeluoikeus_oid',
  'lahdejarjestelma',
  'lahdejarjestelman_id',
  'sisaltyy_opiskeluoikeuteen_oid',
  'ostettu',
  'aikaleima',
  'oppija_oid',
  'hetu',
  'sukunimi',
  'etunimet',
  'opiskeluoikeuden_alkamispaiva',
  'opiskelijavuosikertyma',
  'opiskelijavuosikertyma2026',
  'lasna_tai_valmistunut_paivat',
  'opiskelijavuoteen_kuuluvat_loma_paivat',
  'muut_loma_paivat',
  'majoitus_paivat',
  'osa_aikaisuus_keskimaarin',
];

/** An artificial learner: 152.5 and 121.25 days. */
const row: readonly ReportCell[] = [
  oid(1),
  'primus',
  '4711',
  oid(2),
  true,
  { day: '2026-01-15' },
  learner(1),
  '010100A900R',
  'Sukunen',
  'Eka Toka',
  { day: '2024-08-12' },
  { decimal: 152.5 },
  { decimal: 121.25 },
  150,
  5,
  0,
  31,
  { decimal: 97.4 },
];
const changed = (column: string, cell: ReportCell): readonly ReportCell[] =>
  row.map((each, at) => (finnish[at] === column ? cell : each));
const table = (head: readonly string[], rows: readonly (readonly ReportCell[])[] = [row]): ReportTable => ({
  head,
  rows,
});

const expected = {
  kind: 'student-years',
  rightOid: oid(1),
  sourceKey: 'primus:4711',
  person: createPseudonyms(KEY)('oid', learner(1)),
  nestedIn: oid(2),
  purchased: true,
  start: dayFromIso('2024-08-12'),
  updated: dayFromIso('2026-01-15'),
  studentDays: { 'until-2025': { figure: 152_500_000 }, 'from-2026': { figure: 121_250_000 } },
  presentOrGraduated: 150,
  holidayCounted: 5,
  holidayOther: 0,
  averagePercent: 97.4,
};

describe('KOSKI’s report of student years', () => {
  test('is read from a workbook in Finnish and Swedish, and from the CSV of the data transfer service', async () => {
    for (const source of [
      await reportAsXlsx(table(finnish), 'Opiskelijavuositiedot'),
      await reportAsXlsx(table(swedish)),
      reportAsTransferCsv(table(fields)),
    ]) {
      const { rows, summary, codes } = await read(source);
      expect(rows).toMatchObject([expected]);
      expect(summary).toMatchObject({ kind: 'student-years', read: 1, rows: 1, refused: 0 });
      expect(codes).toEqual(['sums-without-periods']);
    }
  });

  test('is read from a CSV that Excel saved, whose figures are rounded to one decimal', async () => {
    const { rows } = await read(reportAsExcelCsv(table(finnish)));
    // 121.25 is shown as 121,3: the exact figure is half a tenth away at most.
    expect(rows).toMatchObject([
      {
        ...expected,
        studentDays: { 'until-2025': { figure: 152_500_000 }, 'from-2026': { figure: 121_300_000, within: 50_000 } },
      },
    ]);
  });

  test('takes figures without decimals and with several for exact', async () => {
    const whole = await read(
      await reportAsXlsx(
        table(finnish, [
          changed('Opiskelijavuosikertymä (pv) - vanha laskentakaava (ennen v. 2026)', { decimal: 152 }),
        ]),
      ),
    );
    expect(whole.rows).toMatchObject([
      { studentDays: { 'until-2025': { figure: 152_000_000, within: 1 }, 'from-2026': { within: 1 } } },
    ]);
  });

  test('has one rule only in reports of before 2026, with the heading of that time', async () => {
    const head = finnish.map((name) => (name.includes('vanha') ? 'Opiskelijavuosikertymä (pv)' : name));
    const without2026 = head.filter((name) => !name.includes('nykyinen'));
    const cells = row.filter((_, at) => !finnish[at]?.includes('nykyinen'));
    const { rows } = await read(reportAsExcelCsv(table(without2026, [cells])));
    expect(rows).toMatchObject([{ studentDays: { 'until-2025': { figure: 152_500_000 } } }]);
    expect(rows[0]).not.toHaveProperty('studentDays.from-2026');
  });

  test('may have its columns in another order, titles above them, and columns that are not known', async () => {
    const reversed = table([...finnish, 'Oma sarake'].reverse(), [[...row, 'x'].reverse()]);
    const { rows, codes } = await read(`Opiskelijavuositiedot 2025\n\n${reportAsExcelCsv(reversed).slice(1)}`);
    expect(rows).toMatchObject([{ rightOid: oid(1), presentOrGraduated: 150 }]);
    expect(codes).toEqual(['sums-without-periods']);
  });

  test('keeps nothing of names and identity codes, and makes the same pseudonyms as the documents do', async () => {
    const rows = [row, changed('Oppijan oid', ''), changed('Opiskeluoikeuden oid', 'Sukunen Eka')];
    const byCode = await read(
      reportAsExcelCsv(
        table(
          finnish,
          rows.map((cells, n) => [n === 1 ? oid(7) : (cells[0] ?? null), ...cells.slice(1)]),
        ),
      ),
    );
    expect(byCode.rows.map(({ person }) => person)).toEqual([
      createPseudonyms(KEY)('oid', learner(1)),
      createPseudonyms(KEY)('hetu', '010100A900R'),
    ]);
    const everything = JSON.stringify(byCode);
    for (const personal of ['Sukunen', 'Toka', '010100', learner(1)]) expect(everything).not.toContain(personal);
  });

  test('makes a pseudonym of an id of the student system that could name somebody', async () => {
    const { rows } = await read(
      reportAsExcelCsv(table(finnish, [changed('Opiskeluoikeuden tunniste lähdejärjestelmässä', '010100A900R')])),
    );
    expect(rows[0]?.sourceKey).toBe(createPseudonyms(KEY)('right', 'primus:010100A900R'));
  });

  test('refuses rows without a study right or a figure, and a study right that comes again', async () => {
    const { rows, summary, findings } = await read(
      reportAsExcelCsv(
        table(finnish, [
          row,
          changed('Opiskeluoikeuden oid', 'x'),
          row,
          [oid(3), ...row.slice(1, 11), '-', null, ...row.slice(13)],
        ]),
      ),
    );
    expect(rows).toHaveLength(1);
    expect(summary).toMatchObject({ read: 4, rows: 1, refused: 3 });
    expect(findings.slice(1).map(({ code, severity, where }) => [code, severity, where.record])).toEqual([
      ['right-oid-invalid', 'refused', 2],
      ['right-met-again', 'refused', 3],
      ['figure-invalid', 'error', 4],
      ['no-figure', 'refused', 4],
    ]);
  });

  test('says of a bad date that it is not used, and reads the row', async () => {
    const { rows, codes } = await read(reportAsExcelCsv(table(finnish, [changed('Päivitetty', '31.2.2025')])));
    expect(rows[0]).not.toHaveProperty('updated');
    expect(codes).toEqual(['sums-without-periods', 'date-invalid']);
  });

  test('says once which needed column is missing, and what was found nearest to it', async () => {
    const head = finnish.map((name, at) => (at === 0 ? 'Opiskeluoikeuden oidi' : name));
    const { rows, findings } = await read(reportAsExcelCsv(table(head, [row, row])));
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([
      {
        severity: 'refused',
        code: 'column-missing',
        where: { path: 'Opiskeluoikeuden oid' },
        found: 'Opiskeluoikeuden oidi',
      },
    ]);
    expect(findings[0]?.message.fi).toContain('lähinnä ”Opiskeluoikeuden oidi”');
  });

  test('says so where a column comes twice', async () => {
    const twice = table([...finnish, 'Opiskeluoikeuden oid'], [[...row, 'another']]);
    const { rows, codes } = await read(reportAsExcelCsv(twice));
    expect(rows).toMatchObject([{ rightOid: oid(1) }]);
    expect(codes).toContain('column-twice');
  });
});

describe('KOSKI’s reports of credits', () => {
  const example = ', esim: 35,0 (joista 15,0 korotuksia)';
  const shared = ['Opiskeluoikeuden oid', 'Toisen koulutuksen järjestäjän opiskeluoikeus', 'Oppijan oid', 'Tutkinto'];
  const qualification = [
    ...shared,
    'Painotettu keskiarvo',
    `Suoritettujen opintojen yhteislaajuus${example}`,
    'Pakollisten ammatillisten tutkinnon osien lukumäärä, esim: 10 (joista 5 korotuksia)',
    `Suoritettujen ammatillisten tutkinnon osien yhteislaajuus${example}`,
    `Suoritettujen yhteisten tutkinnon osien yhteislaajuus${example}`,
    `Suoritettujen yhteisten tutkinnon osien osa-alueiden yhteislaajuus${example}`,
  ];
  const partial = [
    'Studierättens oid',
    'Den andra utbildningsanordnares studierätt',
    'Studerandes oid',
    'Examen',
    'Total omfattning av avlagda studier, t.ex. 35,0 (varav 15,0 höjningar)',
    'Total omfattning av yrkesinriktade examensdelar (sluförda eller icke slutförda) som överförts till KOSKI-tjänsten, t.ex. 35,0 (varav 15,0 höjningar)',
    'Total omfattning av gemensamma examensdelar (slutförda eller icke slutförda) som överförts till KOSKI-tjänsten, t.ex. 35,0 (varav 15,0 höjningar)',
    'Total omfattning av avlagda delområden av gemensamma examensdelar, t.ex. 35,0 (varav 15,0 höjningar)',
  ];

  test('a qualification: totals, raised performances in brackets, and rights of other providers', async () => {
    // Figures of AmmatillinenTutkintoRaporttiSpec.scala (Opetushallitus/koski): 180.0, and 18.0 of which 8.0 raised.
    const rows = [
      [oid(1), '', learner(1), '361902', '4.0', '180.0', '6', '135.0', '35.0', '35.0'],
      [
        oid(1),
        'Stadin ammattiopisto',
        learner(1),
        '361902',
        '',
        '18.0 (8.0)',
        '1 (1)',
        '4.0 (4.0)',
        '10.0 (10.0)',
        '10.0 (10.0)',
      ],
    ];
    const { rows: read1, summary } = await read(await reportAsXlsx(table(qualification, rows)));
    expect(summary.kind).toBe('qualification');
    expect(read1).toMatchObject([
      {
        kind: 'qualification',
        rightOid: oid(1),
        otherProvider: false,
        total: { points: 180_000, raised: 0 },
        vocational: { points: 135_000, raised: 0 },
        common: { points: 35_000, raised: 0 },
        commonAreas: { points: 35_000, raised: 0 },
      },
      {
        otherProvider: true,
        total: { points: 18_000, raised: 8000 },
        vocational: { points: 4000, raised: 4000 },
        common: { points: 10_000, raised: 10_000 },
      },
    ]);
  });

  test('units of a qualification, told apart by the columns they do not have', async () => {
    // AmmatillinenOsittainenRaporttiSpec.scala: 111.0 in all, 89.0 vocational, 23.0 common, 22.0 of their areas.
    const rows = [[oid(1), '', learner(1), '361902', '111.0', '89.0', '23.0', '22.0']];
    const { rows: read1, summary } = await read(reportAsExcelCsv(table(partial, rows)));
    expect(summary.kind).toBe('partial-qualification');
    expect(read1).toMatchObject([
      {
        kind: 'partial-qualification',
        total: { points: 111_000 },
        vocational: { points: 89_000 },
        common: { points: 23_000 },
        commonAreas: { points: 22_000 },
      },
    ]);
  });

  test.each([
    ['65.0 (54.0)', { points: 65_000, raised: 54_000 }],
    ['65,0 (joista 54,0 korotuksia)', { points: 65_000, raised: 54_000 }],
    ['65,0 (varav 54,0 höjningar)', { points: 65_000, raised: 54_000 }],
    ['1 234,5', { points: 1_234_500, raised: 0 }],
    ['0.0', { points: 0, raised: 0 }],
  ])('%s', async (text, total) => {
    const rows = [[oid(1), '', learner(1), '361902', text, '', '', '']];
    expect((await read(reportAsExcelCsv(table(partial, rows)))).rows).toMatchObject([{ total }]);
  });

  test.each(['65.0 54.0', 'sixty', '65.0 (54.0', '(54.0)'])('%s is no number of credits', async (text) => {
    const rows = [[oid(1), '', learner(1), '361902', text, '', '', '']];
    const { rows: none, codes } = await read(reportAsExcelCsv(table(partial, rows)));
    expect(none).toEqual([]);
    expect(codes).toEqual(['sums-without-periods', 'figure-invalid', 'no-figure']);
  });
});

describe('a file that is none of these reports', () => {
  test.each([
    ['another table', 'Nimi;Luku\na;1\n', 'not-a-koski-report'],
    ['an empty file', '', 'empty-file'],
    ['JSON', '{"henkilö": {}}', 'not-a-table'],
  ])('%s is refused and says why', async (_, text, code) => {
    const { rows, summary, codes } = await read(text);
    expect(rows).toEqual([]);
    expect(summary.kind).toBeUndefined();
    expect(codes).toEqual([code]);
  });

  test('a workbook with a password is no table that can be read: KOSKI gives reports with one', async () => {
    const { codes } = await read(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0));
    expect(codes).toEqual(['locked-workbook']);
  });

  test('does not show what stands in place of headings', async () => {
    const { findings } = await read('Sukunen;Eka;010100A900R\nTokanen;Toka;010100A901S\n');
    expect(findings.map(({ code }) => code)).toEqual(['not-a-koski-report']);
    expect(JSON.stringify(findings)).not.toMatch(/Sukunen|Eka|Toka|010100/);
  });

  test('a key that is too short is an error at once', () => {
    expect(() => readKoskiReport('', { pseudonymKey: 'short' })).toThrow('16 bytes');
  });
});
