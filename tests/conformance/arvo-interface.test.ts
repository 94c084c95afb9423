import { describe, expect, test } from 'vitest';
import { readFiles } from './arvo-files.js';

// Objects as CSCfi/arvo's export interface gives them (schema/export.clj, export.sql); contents are made up.

const questions = [
  {
    kysymysid: 11,
    kysymysryhmaid: 1,
    vastaustyyppi: 'likert_asteikko',
    kysymys_fi: 'Ohjaus riitti.',
    kysymys_sv: 'Handledningen räckte.',
    kysymys_en: null,
    kategoria: { rahoitusmallikysymys: true },
    jatkokysymys: false,
    valtakunnallinen: true,
    jarjestys: 1,
  },
  { kysymysid: 12, kysymysryhmaid: 1, vastaustyyppi: 'monivalinta', kysymys_fi: 'Missä?', kategoria: {} },
  { kysymysid: 13, kysymysryhmaid: 1, vastaustyyppi: 'kylla_ei_valinta', kysymys_fi: 'Onko HOKS?', kategoria: null },
  { kysymysid: 14, kysymysryhmaid: 1, vastaustyyppi: 'vapaateksti', kysymys_fi: 'Muuta?', kategoria: null },
  { kysymysid: 15, kysymysryhmaid: 1, vastaustyyppi: 'arvosana4_ja_eos', kysymys_fi: 'Arvosana', kategoria: null },
  { kysymysid: 16, kysymysryhmaid: 1, vastaustyyppi: 'arvosana6_ja_eos', kysymys_fi: 'Arvio', kategoria: null },
  { kysymysid: 17, kysymysryhmaid: 1, vastaustyyppi: 'nps', kysymys_fi: 'Suosittelisitko?', kategoria: null },
];
const options = [
  { kysymysid: 12, jarjestys: 0, teksti_fi: 'Työpaikalla', teksti_sv: 'På arbetsplatsen', teksti_en: null },
  { kysymysid: 12, jarjestys: 1, teksti_fi: 'Koulussa', teksti_sv: null, teksti_en: null },
];
const rounds = [
  {
    kyselyid: 7,
    kyselykertaid: 70,
    koulutustoimija: '1234567-1',
    tyyppi: 'ammatillisen-opiskelijapalaute',
    kysely_fi: 'Opiskelijapalaute 2024–2025',
    kyselypohja_tarkenne: 'tutkinnon_suorittaneet',
    kyselykerta: 'Automaattitunnukset 2024–2025',
  },
];
const links = [
  {
    vastaajaid: 501,
    vastaajatunnusid: 9001,
    kyselykertaid: 70,
    vastaajatunnus: 'AAA111',
    oppilaitos: '01234',
    taustatiedot: { tutkinto: '371101', kieli: 'fi', heratepvm: '2025-01-20' },
    vastaajatunnus_alkupvm: '2025-02-01',
    vastaajatunnus_loppupvm: '2025-03-02',
  },
  {
    vastaajaid: null,
    vastaajatunnusid: 9002,
    kyselykertaid: 70,
    vastaajatunnus: 'BBB222',
    oppilaitos: '01234',
    taustatiedot: { tutkinto: '351301' },
    vastaajatunnus_alkupvm: '2025-02-01',
    vastaajatunnus_loppupvm: '2025-03-02',
  },
];
const base = {
  vastaajaid: 501,
  vastaajatunnusid: 9001,
  vastausaika: '2025-02-10',
  koulutustoimija: '1234567-1',
  kyselyid: 7,
  kyselykertaid: 70,
};
const nothing = { numerovalinta: null, vapaateksti: null, vaihtoehto: null, monivalintavaihtoehto_fi: null };
const answers = [
  { ...base, ...nothing, vastausid: 1, kysymysid: 11, numerovalinta: 4 },
  { ...base, ...nothing, vastausid: 2, kysymysid: 12, numerovalinta: 0, monivalintavaihtoehto_fi: 'Työpaikalla' },
  { ...base, ...nothing, vastausid: 3, kysymysid: 12, numerovalinta: 1, monivalintavaihtoehto_fi: 'Koulussa' },
  { ...base, ...nothing, vastausid: 4, kysymysid: 13, vaihtoehto: 'kylla' },
  { ...base, ...nothing, vastausid: 5, kysymysid: 14, vapaateksti: 'Opettajani oli mukava.' },
  { ...base, ...nothing, vastausid: 6, kysymysid: 15, numerovalinta: 1 },
  { ...base, ...nothing, vastausid: 7, kysymysid: 16, numerovalinta: 6 },
  { ...base, ...nothing, vastausid: 8, kysymysid: 17, numerovalinta: 10 },
];

describe('answers of Arvo’s interface', () => {
  test('with questions, options, rounds and codes, in whatever order the files come', async () => {
    const files = [answers, links, options, rounds, questions];
    const expected = [
      {
        survey: 'completion',
        education: 'wholeQualification',
        provider: '1234567-1',
        school: '01234',
        qualification: '371101',
        day: '2025-02-10',
        asked: 1,
        answered: true,
        answers: { 11: 4, 12: [0, 1], 13: 1, 15: 'eos', 16: 'eos', 17: 10 },
        forFunding: ['11'],
      },
      // Asked, and did not answer: the last day of their time.
      { survey: 'completion', qualification: '351301', day: '2025-03-02', asked: 1, answered: false, answers: {} },
    ];
    const keys: string[][] = [];
    for (const order of [files, [...files].reverse()]) {
      const { responses, summary, codes } = await readFiles(order);
      expect(responses).toMatchObject(expected);
      expect(summary).toMatchObject({
        read: 10,
        facts: 10,
        refused: 0,
        described: 10,
        answers: { read: 8, facts: 7, refused: 0, freeText: 1 },
        asked: 2,
        replies: 1,
      });
      expect(codes).toEqual([]);
      keys.push(responses.map(({ key }) => key));
    }
    expect(keys[0]).toEqual(keys[1]);
  });

  test('names of questions come in the languages that have one', async () => {
    const { batches, summary } = await readFiles([questions, options, answers]);
    expect(batches[0]?.dictionaries.question.labels[0]).toEqual({ fi: 'Ohjaus riitti.', sv: 'Handledningen räckte.' });
    expect(summary.questions.find(({ key }) => key === '12')).toMatchObject({
      type: 'choice',
      options: [
        { code: 0, label: { fi: 'Työpaikalla', sv: 'På arbetsplatsen' } },
        { code: 1, label: { fi: 'Koulussa' } },
      ],
    });
  });

  test('pages of the interface wrap their list; the address of the next page is no record', async () => {
    const page = (data: readonly object[]) =>
      JSON.stringify({ data, pagination: { next_url: 'https://example.org/api/export/v1/vastaukset?since=8' } });
    const { responses, summary } = await readFiles([
      page(questions),
      page(answers.slice(0, 4)),
      page(answers.slice(4)),
    ]);
    expect(responses).toHaveLength(1);
    expect(responses[0]?.answers).toEqual({ 11: 4, 12: [0, 1], 13: 1, 15: 'eos', 16: 'eos', 17: 10 });
    expect(summary).toMatchObject({ read: 8, facts: 8, described: 7 });
  });

  test('one object on each line is read too, and so is a table of the same fields', async () => {
    const lines = answers.map((answer) => JSON.stringify(answer)).join('\n');
    const names = Object.keys(answers[0] ?? {});
    const table = [
      names.join(';'),
      ...answers.map((answer) => names.map((name) => new Map(Object.entries(answer)).get(name) ?? '').join(';')),
    ].join('\n');
    const [ofLines, ofTable] = [await readFiles([questions, lines]), await readFiles([questions, table])];
    expect(ofTable.responses).toEqual(ofLines.responses);
    expect(ofTable.responses[0]?.answers).toEqual({ 11: 4, 12: [0, 1], 13: 1, 15: 'eos', 16: 'eos', 17: 10 });
    expect(ofTable.summary.answers).toEqual({ read: 8, facts: 7, refused: 0, freeText: 1 });
  });

  test('without a list of questions, how one is answered is seen from where its answer stands', async () => {
    const { responses } = await readFiles([answers]);
    // Nobody says that 1 and 6 stand for “can’t say” there.
    expect(responses[0]?.answers).toEqual({ 11: 4, 12: [0, 1], 13: 1, 15: 1, 16: 6, 17: 10 });
  });

  test('an answer that is nowhere is “can’t say”, for the interface leaves that field out; where it has it, nothing', async () => {
    const { responses, summary } = await readFiles([
      questions,
      [
        { ...base, ...nothing, vastausid: 1, kysymysid: 11 },
        { ...base, ...nothing, vastausid: 2, kysymysid: 13, en_osaa_sanoa: true },
        { ...base, ...nothing, vastausid: 3, kysymysid: 17, en_osaa_sanoa: false },
      ],
    ]);
    expect(responses[0]?.answers).toEqual({ 11: 'eos', 13: 'eos' });
    expect(summary.answers).toEqual({ read: 2, facts: 2, refused: 0, freeText: 0 });
  });

  test('by funding, a reply belongs to the day of its trigger, else to the first day of its code', async () => {
    const { responses } = await readFiles([questions, rounds, links, answers], { day: 'funding' });
    expect(responses.map(({ day }) => day)).toEqual(['2025-01-20', '2025-02-01']);
  });

  test('working-life feedback weighs the days of the workplace period, and counts by its last day for funding', async () => {
    const round = { kyselyid: 8, kyselykertaid: 80, tyyppi: 'tyopaikkaohjaajakysely', kysely_fi: 'Ohjaajakysely' };
    const period = { tyopaikkajakson_loppupvm: '2024-12-15', oppisopimuksen_perusta: '02', tutkinto: '371101' };
    const codes = [
      {
        vastaajatunnusid: 1,
        vastaajatunnus: 'T1',
        kyselykertaid: 80,
        taustatiedot: { ...period, tyopaikkajakson_kesto: 30 },
      },
      {
        vastaajatunnusid: 2,
        vastaajatunnus: 'T2',
        kyselykertaid: 80,
        taustatiedot: { ...period, tyopaikkajakson_kesto: '12' },
      },
    ].map((link) => ({ ...link, vastaajatunnus_alkupvm: '2025-01-01', vastaajatunnus_loppupvm: '2025-03-01' }));
    const reply = { ...base, vastaajatunnusid: 1, kyselyid: 8, kyselykertaid: 80, ...nothing };
    const { responses } = await readFiles(
      [[round], codes, [{ ...reply, vastausid: 1, kysymysid: 5, numerovalinta: 4 }]],
      {
        day: 'funding',
        own: [{ name: 'basis', field: 'oppisopimuksen_perusta', label: { fi: 'Oppisopimuksen perusta' } }],
      },
    );
    expect(responses).toMatchObject([
      { survey: 'workplaceInstructor', weight: 30, day: '2024-12-15', asked: 1, answered: true, own: { basis: '02' } },
      { survey: 'workplaceInstructor', weight: 12, day: '2024-12-15', asked: 1, answered: false, own: { basis: '02' } },
    ]);
  });

  test('surveys of many years are one where the description says so', async () => {
    const description = {
      type: 'strapetsi.survey-description',
      schemaVersion: 1,
      surveys: [
        { key: 'own', label: { fi: 'Oma kysely' }, names: ['7', 'Kysely 2024'], education: 'qualificationUnits' },
      ],
      questions: [],
    } as const;
    const other = {
      ...base,
      vastaajaid: 502,
      kyselyid: 9,
      kysely_fi: 'kysely 2024',
      ...nothing,
      kysymysid: 11,
      numerovalinta: 2,
    };
    const { responses } = await readFiles([JSON.stringify(description), answers.slice(0, 1), [other]]);
    expect(responses.map(({ survey, education }) => [survey, education])).toEqual([
      ['own', 'qualificationUnits'],
      ['own', 'qualificationUnits'],
    ]);
  });

  test('the provider can be given, so that its key is the one of other sources', async () => {
    const provider = { key: '1.2.246.562.10.1', label: { fi: 'Esimerkkikoulutus' } };
    const { responses, batches } = await readFiles([answers], { provider });
    expect(responses[0]?.provider).toBe('1.2.246.562.10.1');
    expect(batches[0]?.dictionaries.provider.labels).toEqual([{ fi: 'Esimerkkikoulutus' }]);
  });

  test('answers of respondents may be mixed, and batches hold whole replies', async () => {
    const mixed = Array.from({ length: 40 }, (_, at) => ({
      ...base,
      ...nothing,
      vastausid: at,
      vastaajaid: at % 20,
      vastaajatunnusid: at % 20,
      kysymysid: 11 + Math.floor(at / 20) * 6,
      numerovalinta: (at % 5) + 1,
    }));
    const { responses, batches } = await readFiles([questions, mixed], { batchPersons: 7 });
    expect(batches.map(({ persons }) => persons.count)).toEqual([7, 7, 6]);
    expect(responses).toHaveLength(20);
    for (const { answers: given } of responses) expect(Object.keys(given)).toEqual(['11', '17']);
  });
});
