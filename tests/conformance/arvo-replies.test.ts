import { parseSurveyDescription, type SurveyDescription } from '@strapetsi/indicators';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFiles } from './arvo-files.js';

// Headings as CSCfi/arvo writes them (service/csv.clj, kyselytyypit.clj); questions and replies are made up.

const described: SurveyDescription = {
  type: 'strapetsi.survey-description',
  schemaVersion: 1,
  surveys: [{ key: 'start', label: { fi: 'Aloituskysely', sv: 'Startenkät' } }],
  questions: [
    {
      key: 'guidance',
      label: { fi: 'Sain ohjausta riittävästi.', sv: 'Jag fick tillräcklig handledning.' },
      type: 'scale',
      range: { from: 1, to: 5 },
      forFunding: true,
    },
    {
      key: 'where',
      label: { fi: 'Missä opit?' },
      type: 'choice',
      several: true,
      options: [
        { code: 0, label: { fi: 'Työpaikalla', sv: 'På arbetsplatsen' } },
        { code: 1, label: { fi: 'Oppilaitoksessa, lähiopetuksessa' } },
        { code: 2, label: { fi: 'Oppilaitoksessa' } },
      ],
    },
    { key: 'plan', label: { fi: 'Onko sinulla HOKS?' }, type: 'yesNo' },
    { key: 'recommend', label: { fi: 'Suosittelisitko?' }, type: 'netPromoterScore', range: { from: 0, to: 10 } },
    { key: 'free', label: { fi: 'Mitä muuta haluat sanoa?' }, type: 'text' },
  ],
};

const head =
  'Vastaajatunnus;Vastausaika;Oppilaitos;Tutkinto;Tutkinnon nimi;Suorituskieli;Sain ohjausta riittävästi.;Missä opit?;Onko sinulla HOKS?;Suosittelisitko?;Mitä muuta haluat sanoa?';

describe('a row for each respondent', () => {
  const rows = [
    'ABC123;2025-03-14;Esimerkkiopisto;371101;Matkailualan perustutkinto;fi;5;Työpaikalla, Oppilaitoksessa, lähiopetuksessa;kylla;9;Opettaja oli mukava',
    'DEF456;15.3.2025;Esimerkkiopisto;371101;Matkailualan perustutkinto;fi;eos;Oppilaitoksessa;ei;;',
  ];
  const csv = `\uFEFF${[head, ...rows].join('\r\n')}\r\n`;

  test('is read by a description: scales, several choices with commas in them, yes and no, “can’t say”, nothing', async () => {
    const { responses, summary, codes } = await readFiles([csv], { description: described });
    expect(responses).toMatchObject([
      {
        survey: 'start',
        school: 'Esimerkkiopisto',
        qualification: '371101',
        day: '2025-03-14',
        answered: true,
        weight: 1,
        answers: { guidance: 5, where: [0, 1], plan: 1, recommend: 9 },
        forFunding: ['guidance'],
      },
      { day: '2025-03-15', answers: { guidance: 'eos', where: 2, plan: 0 } },
    ]);
    expect(summary).toMatchObject({
      read: 2,
      facts: 2,
      refused: 0,
      answers: { read: 8, facts: 7, refused: 0, freeText: 1 },
      replies: 2,
      persons: 2,
      asked: 0,
    });
    expect(codes).toEqual(['no-provider', 'targets-missing']);
  });

  test('names of questions and qualifications come along in their language', async () => {
    const { batches } = await readFiles([csv], { description: described });
    const { question, qualification, school, survey } = batches[0]?.dictionaries ?? {};
    expect(question?.labels[0]).toEqual({ fi: 'Sain ohjausta riittävästi.', sv: 'Jag fick tillräcklig handledning.' });
    expect(qualification?.labels[0]).toEqual({ fi: 'Matkailualan perustutkinto' });
    expect(school?.labels[0]).toEqual({ fi: 'Esimerkkiopisto' });
    expect(survey?.labels[0]).toEqual({ fi: 'Aloituskysely', sv: 'Startenkät' });
  });

  test('without a description, columns of numbers and of yes and no are read, and words are left out', async () => {
    const { responses, summary, findings } = await readFiles([csv]);
    expect(responses.map(({ answers }) => answers)).toEqual([
      { 'Sain ohjausta riittävästi.': 5, 'Onko sinulla HOKS?': 1, 'Suosittelisitko?': 9 },
      { 'Sain ohjausta riittävästi.': 'eos', 'Onko sinulla HOKS?': 0 },
    ]);
    expect(summary.answers).toEqual({ read: 8, facts: 5, refused: 0, freeText: 3 });
    const note = findings.find(({ code }) => code === 'types-inferred');
    expect(note).toMatchObject({ severity: 'note', found: 'scale 2, yesNo 1, text 2' });
  });

  test('a column of free text where some wrote a number stays free text', async () => {
    const { responses, summary } = await readFiles(['Vastaajatunnus;Kommentti\nA;5\nB;ei\nC;Kiitos\n']);
    expect(responses.map(({ answers }) => answers)).toEqual([{}, {}, {}]);
    expect(summary.answers).toEqual({ read: 3, facts: 0, refused: 0, freeText: 3 });
  });

  test('columns that the description does not know are told once and not read', async () => {
    const { findings, summary } = await readFiles([`${head};Lisäsarake\n${rows.map((row) => `${row};x`).join('\n')}`], {
      description: described,
    });
    const told = findings.filter(({ code }) => code === 'column-not-described');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ severity: 'note', found: 'kysymys Lisäsarake' });
    expect(summary.answers.read).toBe(8);
  });

  test('Swedish and English headings are known, and name what they head in their language', async () => {
    const swedish =
      'Svarskod;Svarstid;Läroanstalt;Examen;Namn på examen;Trivdes du?\nA;2025-03-14;Exempelskolan;371101;Grundexamen;4\n';
    const english =
      'Answer identifier;Response time;Educational institution;Degree;Name of degree;Were you happy?\nA;2025-03-14;Example School;371101;Qualification;4\n';
    const [sv, en] = [await readFiles([swedish]), await readFiles([english])];
    expect(sv.responses).toMatchObject([
      { school: 'Exempelskolan', qualification: '371101', day: '2025-03-14', answers: { 'Trivdes du?': 4 } },
    ]);
    expect(sv.batches[0]?.dictionaries.school.labels).toEqual([{ sv: 'Exempelskolan' }]);
    expect(sv.batches[0]?.dictionaries.question.labels).toEqual([{ sv: 'Trivdes du?' }]);
    expect(en.responses).toMatchObject([{ school: 'Example School', answers: { 'Were you happy?': 4 } }]);
    expect(en.batches[0]?.dictionaries.qualification.labels).toEqual([{ en: 'Qualification' }]);
  });

  test('the predecessor’s two rows of headings are one', async () => {
    const csv = 'Vastaajatunnus;Tausta;;Ohjaus\n;Ikä on;Sukupuoli on;Sain ohjausta.\nA;3;1;4\nB;2;2;5\n';
    const { responses, summary } = await readFiles([csv]);
    expect(responses.map(({ answers }) => answers)).toEqual([
      { 'Ikä on': 3, 'Sukupuoli on': 1, 'Sain ohjausta.': 4 },
      { 'Ikä on': 2, 'Sukupuoli on': 2, 'Sain ohjausta.': 5 },
    ]);
    expect(summary).toMatchObject({ read: 2, facts: 2 });
  });

  test('the same text over two columns is two questions', async () => {
    const { responses } = await readFiles(['Vastaajatunnus;Arvio;Arvio\nA;1;5\n']);
    expect(responses[0]?.answers).toEqual({ Arvio: 1, 'Arvio (2)': 5 });
  });

  test('steps of a scale are read by their names where the description has them', async () => {
    const steps = [
      { code: 1, label: { fi: 'Huono' } },
      { code: 2, label: { fi: 'Hyvä', sv: 'Bra' } },
    ];
    const description: SurveyDescription = {
      ...described,
      questions: [{ key: 'q', label: { fi: 'Millaista?' }, type: 'scale', options: steps }],
    };
    const { responses } = await readFiles(['Vastaajatunnus;Millaista?\nA;Hyvä\nB;bra\nC;1\nD;En osaa sanoa\n'], {
      description,
    });
    expect(responses.map(({ answers }) => answers['q'])).toEqual([2, 2, 1, 'eos']);
  });

  test('gender, year of birth and mother tongue are kept of who gave them, and own columns as they stand', async () => {
    const csv = 'Vastaajatunnus;Sukupuoli;Syntymävuosi;Äidinkieli;Ryhmä;Arvio\nA;nainen;2005;ruotsi;K24;4\nB;;;;;5\n';
    const { responses } = await readFiles([csv], {
      own: [{ name: 'group', field: 'Ryhmä', label: { fi: 'Ryhmä' } }],
    });
    expect(responses).toMatchObject([
      { gender: 'female', birthYear: 2005, motherTongue: 'SV', own: { group: 'K24' }, answers: { Arvio: 4 } },
      { own: {}, answers: { Arvio: 5 } },
    ]);
  });
});

describe('a row for each answer', () => {
  const csv = [
    'Vastaajatunnus;Vastausaika;Oppilaitos;Kysymysryhmä;Kysymys;Vastaus',
    'A;2025-03-14;Opisto;Ohjaus;Sain ohjausta riittävästi.;5',
    'A;2025-03-14;Opisto;Ohjaus;Onko sinulla HOKS?;kylla',
    'A;2025-03-14;Opisto;Ohjaus;Mitä muuta haluat sanoa?;',
    'B;2025-03-15;Opisto;Ohjaus;Sain ohjausta riittävästi.;eos',
    'B;2025-03-15;Opisto;Ohjaus;Onko sinulla HOKS?;ei',
    'B;2025-03-15;Opisto;Ohjaus;Mitä muuta haluat sanoa?;Kiitos',
  ].join('\n');

  test('rows that follow each other are one reply', async () => {
    const { responses, summary } = await readFiles([csv], { description: described });
    expect(responses).toMatchObject([
      { day: '2025-03-14', answers: { guidance: 5, plan: 1 } },
      { day: '2025-03-15', answers: { guidance: 'eos', plan: 0 } },
    ]);
    expect(summary).toMatchObject({ read: 6, facts: 6, answers: { read: 5, facts: 4, freeText: 1 }, replies: 2 });
  });

  test('without a description types are guessed as of columns', async () => {
    const { responses } = await readFiles([csv]);
    expect(responses.map(({ answers }) => answers)).toEqual([
      { 'Sain ohjausta riittävästi.': 5, 'Onko sinulla HOKS?': 1 },
      { 'Sain ohjausta riittävästi.': 'eos', 'Onko sinulla HOKS?': 0 },
    ]);
  });

  test('a question that comes again is another respondent’s who used the same code', async () => {
    const rows = [4, 5, 3].map((grade) => `YHTEINEN;2025-03-14;Opisto;Ohjaus;Arvio;${grade}`);
    const { responses, codes } = await readFiles([
      ['Vastaajatunnus;Vastausaika;Oppilaitos;Kysymysryhmä;Kysymys;Vastaus', ...rows].join('\n'),
    ]);
    expect(responses.map(({ answers }) => answers['Arvio'])).toEqual([4, 5, 3]);
    expect(new Set(responses.map(({ key }) => key)).size).toBe(3);
    expect(codes.filter((code) => code === 'code-used-again')).toHaveLength(2);
  });

  test('the same text in two groups is two questions', async () => {
    const { responses } = await readFiles([
      'Vastaajatunnus;Kysymysryhmä;Kysymys;Vastaus\nA;Alku;Arvio;1\nA;Loppu;Arvio;5\nB;Alku;Arvio;2\nB;Loppu;Arvio;4\n',
    ]);
    expect(responses.map(({ answers }) => answers)).toEqual([
      { Arvio: 1, 'Arvio (Loppu)': 5 },
      { Arvio: 2, 'Arvio (Loppu)': 4 },
    ]);
  });

  test('an answer to a question that the description does not have is refused and told once', async () => {
    const { codes, summary } = await readFiles([csv.replaceAll('Onko sinulla HOKS?', 'Muu kysymys?')], {
      description: described,
    });
    expect(codes.filter((code) => code === 'unknown-question')).toHaveLength(1);
    expect(summary.answers).toEqual({ read: 5, facts: 2, refused: 2, freeText: 1 });
  });
});

test('the description in the documentation is one', () => {
  const page = readFileSync(new URL('../../docs/feedback.md', import.meta.url), 'utf8');
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  expect(parseSurveyDescription(JSON.parse(json))).toMatchObject({ ok: true });
});
