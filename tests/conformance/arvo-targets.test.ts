import { describe, expect, test } from 'vitest';
import { readFiles, type ReadResponse } from './arvo-files.js';

const rows = (...lines: readonly string[]) => `\uFEFF${lines.join('\r\n')}\r\n`;
const replies = (...codes: readonly string[]) =>
  rows(
    'Vastaajatunnus;Vastausaika;Arvio',
    ...codes.map((code, at) => `${code};2025-03-0${(at % 9) + 1};${(at % 5) + 1}`),
  );
const codesHead =
  'Vastaajatunnus;Vastauslinkki;Luontiaika;Voimassa alkaen;Voimassaolo päättyy;Vastaajien lkm;Kohteiden lkm;Tutkinto;Tutkinnon nimi';
const code = (name: string, answered: number, asked: number | string) =>
  `${name};https://example.org/v/${name};2025-02-01;2025-02-01;2025-03-31;${answered};${asked};371101;Matkailualan perustutkinto`;

const totals = (responses: readonly ReadResponse[]) => ({
  asked: responses.reduce((sum, { asked }) => sum + asked, 0),
  answered: responses.filter(({ answered }) => answered).length,
});

describe('lists of codes', () => {
  test('each personal code is one row: asked, and answered or not', async () => {
    const { responses, codes, summary } = await readFiles([
      rows(codesHead, code('A', 1, 1), code('B', 0, 1), code('C', 0, 1)),
      replies('A'),
    ]);
    expect(responses).toMatchObject([
      { asked: 1, answered: true, day: '2025-03-01', qualification: '371101', answers: { Arvio: 1 } },
      { asked: 1, answered: false, day: '2025-03-31', qualification: '371101', answers: {} },
      { asked: 1, answered: false, day: '2025-03-31', answers: {} },
    ]);
    expect(summary).toMatchObject({ read: 4, facts: 4, asked: 3, replies: 1, persons: 3 });
    expect(codes.filter((found) => !found.startsWith('no-'))).toEqual(['types-inferred']);
  });

  test('a code for several has a row for all who were asked, beside its replies', async () => {
    const { responses } = await readFiles([rows(codesHead, code('GROUP', 3, 25)), replies('GROUP', 'GROUP', 'GROUP')]);
    expect(responses.map(({ asked, answered }) => [asked, answered])).toEqual([
      [0, true],
      [0, true],
      [0, true],
      [25, false],
    ]);
    expect(totals(responses)).toEqual({ asked: 25, answered: 3 });
    expect(new Set(responses.map(({ key }) => key)).size).toBe(4);
  });

  test('without replies, the numbers of the list give the rate', async () => {
    const { responses, codes } = await readFiles([
      rows(codesHead, code('A', 1, 1), code('B', 0, 1), code('GROUP', 4, 10)),
    ]);
    expect(totals(responses)).toEqual({ asked: 12, answered: 5 });
    expect(codes.filter((found) => !found.startsWith('no-'))).toEqual([]);
  });

  test('replies that the list counts and the files do not hold are counted, and said', async () => {
    const { responses, findings } = await readFiles([rows(codesHead, code('A', 1, 1), code('B', 1, 1)), replies('A')]);
    expect(totals(responses)).toEqual({ asked: 2, answered: 2 });
    expect(findings.filter(({ code: found }) => found === 'reply-not-in-file')).toMatchObject([
      { severity: 'note', found: '0 < 1' },
    ]);
  });

  test('a second reply of a personal code is refused', async () => {
    const { responses, codes, summary } = await readFiles([rows(codesHead, code('A', 1, 1)), replies('A', 'A')]);
    expect(totals(responses)).toEqual({ asked: 1, answered: 1 });
    expect(codes).toContain('reply-met-again');
    expect(summary).toMatchObject({ read: 3, facts: 2, refused: 1 });
  });

  test('more replies than may answer, and replies of no listed code, are read and said', async () => {
    const { responses, codes } = await readFiles([
      rows(codesHead, code('PAIR', 2, 2)),
      replies('PAIR', 'PAIR', 'PAIR', 'X'),
    ]);
    expect(totals(responses)).toEqual({ asked: 2, answered: 4 });
    expect(codes.filter((found) => found === 'more-replies-than-asked')).toHaveLength(1);
    expect(codes.filter((found) => found === 'reply-without-link')).toHaveLength(1);
  });

  test('a code that is listed again is refused, and one whose number is none', async () => {
    const list = rows(codesHead, code('A', 0, 1), code('A', 0, 1), code('B', 0, 'monta'), code('C', 0, '-1'));
    const { responses, codes, summary } = await readFiles([list]);
    expect(totals(responses)).toEqual({ asked: 1, answered: 0 });
    expect(codes.filter((found) => found === 'link-met-again')).toHaveLength(1);
    expect(codes.filter((found) => found === 'asked-invalid')).toHaveLength(2);
    expect(summary).toMatchObject({ read: 4, facts: 1, refused: 3 });
  });

  test('of a code that nobody may answer with there is no row', async () => {
    const { responses, summary } = await readFiles([rows(codesHead, code('A', 0, 0), code('B', 0, 1))]);
    expect(responses).toHaveLength(1);
    expect(summary).toMatchObject({ read: 2, facts: 2, asked: 1 });
  });

  test('the file of targets of a survey is such a list, in Swedish too', async () => {
    const { responses } = await readFiles([
      rows(
        'Svarskod;Frågeformulärsomgång;Första svarsdag;Svarsantal;Respondents antal;Tutkinto;Namn på examen',
        'A;Omgång 1;2025-02-01;20;2;371101;Grundexamen inom turism',
      ),
    ]);
    expect(totals(responses)).toEqual({ asked: 20, answered: 2 });
    expect(responses[0]).toMatchObject({ day: '2025-02-01', qualification: '371101', survey: 'Omgång 1' });
  });

  test('the file of respondents of a survey gives replies without answers', async () => {
    const { responses } = await readFiles([
      rows(
        'Vastaajatunnus;Kyselykerta;Voimassa alkaen;Vastausaika;Tutkinto;Tutkinnon nimi',
        'A;Kerta 1;2025-02-01;2025-02-14;371101;Matkailualan perustutkinto',
      ),
    ]);
    expect(responses).toMatchObject([{ answered: true, asked: 0, day: '2025-02-14', answers: {} }]);
  });
});

describe('numbers of persons asked', () => {
  const groups = [
    {
      kyselykertaid: 70,
      oppilaitoskoodi: '01234',
      tutkintotunnus: '371101',
      kuukausi: '2025-02',
      tunnuksia: 40,
      vastauskertoja: 40,
    },
    {
      kyselykertaid: 70,
      oppilaitoskoodi: '01235',
      tutkintotunnus: '371101',
      kuukausi: '2025-03',
      tunnuksia: 3,
      vastauskertoja: 12,
    },
  ];

  test('a group counts as many as may answer, on the last day of its month', async () => {
    const { responses, codes } = await readFiles([groups, replies('A', 'B')]);
    expect(responses.slice(2)).toMatchObject([
      { asked: 40, answered: false, school: '01234', qualification: '371101', day: '2025-02-28' },
      { asked: 12, answered: false, school: '01235', day: '2025-03-31' },
    ]);
    expect(totals(responses)).toEqual({ asked: 52, answered: 2 });
    expect(codes).not.toContain('targets-missing');
  });

  test('a table of one’s own does as well', async () => {
    const { responses } = await readFiles([
      rows('Kysely;Oppilaitos;Kuukausi;Kohteet', 'Oma kysely;Opisto;2025-05;120'),
    ]);
    expect(responses).toMatchObject([{ survey: 'Oma kysely', school: 'Opisto', asked: 120, day: '2025-05-31' }]);
  });

  test('beside a list of codes they are refused, so that nobody is counted twice', async () => {
    const { responses, codes, summary } = await readFiles([groups, rows(codesHead, code('A', 0, 1))]);
    expect(totals(responses)).toEqual({ asked: 1, answered: 0 });
    expect(codes.filter((found) => found === 'targets-twice')).toHaveLength(2);
    expect(summary).toMatchObject({ read: 3, facts: 1, refused: 2 });
  });

  test('a number that is none is refused', async () => {
    const { codes, summary } = await readFiles([rows('Kysely;Kohteet', 'Oma;', 'Oma;noin 100', 'Oma;12')]);
    expect(codes.filter((found) => found === 'asked-invalid')).toHaveLength(2);
    expect(summary).toMatchObject({ read: 3, facts: 1, refused: 2, asked: 12 });
  });

  test('without any, replies count nobody as asked, and that is said once', async () => {
    const { responses, codes } = await readFiles([replies('A', 'B', 'C')]);
    expect(totals(responses)).toEqual({ asked: 0, answered: 3 });
    expect(codes.filter((found) => found === 'targets-missing')).toHaveLength(1);
  });
});
