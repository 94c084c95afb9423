import fc from 'fast-check';
import { PseudonymKeyError, readArvo } from '@strapetsi/indicators';
import { describe, expect, test } from 'vitest';
import { readFiles, type Reading } from './arvo-files.js';

const description = {
  type: 'strapetsi.survey-description',
  schemaVersion: 1,
  questions: [
    { key: 'q', label: { fi: 'Arvio' }, type: 'scale', range: { from: 1, to: 5 } },
    { key: 'c', label: { fi: 'Valinta' }, type: 'choice', options: [{ code: 1, label: { fi: 'Yksi' } }] },
    { key: 'y', label: { fi: 'Onko' }, type: 'yesNo' },
    { key: 'n', label: { fi: 'Luku' }, type: 'number' },
  ],
} as const;

/** Every reading must account for every record and answer, and say everything in three languages. */
function expectAccounted({ summary, findings, responses }: Reading): void {
  expect(summary.read).toBe(summary.facts + summary.refused);
  const { read, facts, refused, freeText } = summary.answers;
  expect(read).toBe(facts + refused + freeText);
  expect(summary.persons).toBe(responses.length);
  expect(new Set(responses.map(({ key }) => key)).size).toBe(responses.length);
  for (const { message, expected, found } of findings) {
    for (const text of [message.fi, message.sv, message.en, expected, found]) expect(text).toMatch(/\S/);
  }
}

async function readTable(...lines: readonly string[]): Promise<Reading> {
  const reading = await readFiles([lines.join('\n')], { description });
  expectAccounted(reading);
  return reading;
}

describe('answers that are none', () => {
  const answerTo = async (heading: string, cell: string) => {
    const reading = await readTable(`Vastaajatunnus;Vastausaika;Kysely;${heading}`, `A;2025-03-01;Oma;${cell}`);
    const [response] = reading.responses;
    return {
      answers: response?.answers,
      code: reading.codes.filter((code) => code !== 'no-provider' && code !== 'targets-missing'),
      found: reading.findings.find(({ severity }) => severity === 'error')?.found,
    };
  };

  test('a number that is not on the scale', async () => {
    expect(await answerTo('Arvio', '6')).toEqual({ answers: {}, code: ['off-scale'], found: '6' });
    expect(await answerTo('Arvio', '0')).toEqual({ answers: {}, code: ['off-scale'], found: '0' });
    expect(await answerTo('Arvio', '5')).toEqual({ answers: { q: 5 }, code: [], found: undefined });
  });

  test('words where a number should stand are never shown', async () => {
    expect(await answerTo('Arvio', 'Matti oli paras')).toEqual({
      answers: {},
      code: ['unexpected-answer'],
      found: 'string(15)',
    });
    expect(await answerTo('Onko', 'ehkä')).toMatchObject({ code: ['unexpected-answer'], found: 'string(4)' });
  });

  test('an option that the question does not have', async () => {
    expect(await answerTo('Valinta', 'Kaksi')).toEqual({ answers: {}, code: ['unknown-option'], found: 'string(5)' });
    expect(await answerTo('Valinta', 'Yksi')).toEqual({ answers: { c: 1 }, code: [], found: undefined });
  });

  test('a number with decimals', async () => {
    expect(await answerTo('Luku', '2,5')).toMatchObject({ answers: {}, code: ['unexpected-answer'] });
    const json = { vastaajaid: 1, kyselyid: 1, vastausaika: '2025-01-01', kysymysid: 'n', numerovalinta: 2.5 };
    const reading = await readFiles([[json]], { description });
    expectAccounted(reading);
    expect(reading.codes).toContain('not-whole-number');
  });

  test('a second answer to a question that takes one', async () => {
    const answer = { vastaajaid: 1, kyselyid: 1, vastausaika: '2025-01-01', kysymysid: 'q' };
    const reading = await readFiles(
      [
        [
          { ...answer, numerovalinta: 4 },
          { ...answer, numerovalinta: 5 },
        ],
      ],
      { description },
    );
    expectAccounted(reading);
    expect(reading.responses[0]?.answers).toEqual({ q: 4 });
    expect(reading.codes).toContain('answer-again');
    expect(reading.summary.answers).toEqual({ read: 2, facts: 1, refused: 1, freeText: 0 });
  });

  test('an answer whose question says neither its type nor, by its answer, how it is answered', async () => {
    const answer = { vastaajaid: 1, kysymysid: 99, numerovalinta: null, vaihtoehto: null };
    const reading = await readFiles([[answer]]);
    expectAccounted(reading);
    expect(reading.codes).toContain('unknown-question');
  });
});

describe('replies that are doubtful', () => {
  test('a day that is none', async () => {
    const reading = await readTable('Vastaajatunnus;Vastausaika;Arvio', 'A;31.2.2025;4', 'B;eilen;4', 'C;;4');
    expect(reading.codes.filter((code) => code === 'invalid-date')).toHaveLength(2);
    expect(reading.codes.filter((code) => code === 'no-day')).toHaveLength(3);
    expect(reading.findings.find(({ code }) => code === 'invalid-date')).toMatchObject({
      found: '31.2.2025',
      where: { record: 1, line: 2, path: 'vastausaika' },
    });
  });

  test('nobody named as respondent', async () => {
    const reading = await readTable('Vastaajatunnus;Vastausaika;Arvio', ';2025-03-01;4', ';2025-03-01;5');
    expect(reading.responses.map(({ key }) => key)).toEqual(['file:1', 'file:2']);
    expect(reading.codes.filter((code) => code === 'no-respondent')).toHaveLength(2);
  });

  test('the same export given twice counts nobody twice', async () => {
    const answers = [1, 2, 3].map((vastaajaid) => ({ vastaajaid, kysymysid: 'q', numerovalinta: 4 }));
    const reading = await readFiles([answers, answers], { description });
    expectAccounted(reading);
    expect(reading.responses).toHaveLength(3);
    expect(reading.summary.answers.refused).toBe(3);
  });

  test('a respondent met again long after their reply was written is refused', async () => {
    const many = Array.from({ length: 2100 }, (_, at) => ({ vastaajaid: at, kysymysid: 'q', numerovalinta: 4 }));
    const reading = await readFiles([[...many, { vastaajaid: 0, kysymysid: 'y', vaihtoehto: 'ei' }]], { description });
    expectAccounted(reading);
    expect(reading.responses).toHaveLength(2100);
    expect(reading.summary).toMatchObject({ read: 2101, refused: 1 });
    expect(reading.codes).toContain('reply-met-again');
  });

  test('durations that are none, or not in whole days', async () => {
    const reading = await readTable(
      'Vastaajatunnus;Vastausaika;Työpaikkajakson kesto;Arvio',
      'A;2025-03-01;30;4',
      'B;2025-03-01;12,5;4',
      'C;2025-03-01;-1;4',
      'D;2025-03-01;pitkä;4',
    );
    expect(reading.responses.map(({ weight }) => weight)).toEqual([30, 13, 1, 1]);
    expect(reading.codes.filter((code) => code.startsWith('days-'))).toEqual([
      'days-rounded',
      'days-invalid',
      'days-invalid',
    ]);
  });

  test('gender and year of birth that are none, and an own column that looks personal', async () => {
    const csv = 'Vastaajatunnus;Sukupuoli;Syntymävuosi;Tausta;Arvio\nA;?;85;010190-900P;4\n';
    const own = [{ name: 'background', field: 'Tausta', label: { fi: 'Tausta' } }];
    const reading = await readFiles([csv], { description, own });
    expectAccounted(reading);
    expect(reading.responses[0]).toMatchObject({ own: {} });
    expect(reading.codes).toEqual(
      expect.arrayContaining(['gender-unknown', 'birth-year-invalid', 'own-value-personal']),
    );
    expect(JSON.stringify(reading.findings)).not.toContain('010190');
  });
});

describe('files that are none', () => {
  test('empty, of another kind, or of other tables', async () => {
    const cases = [
      ['', 'empty-file'],
      ['Nimi;Osoite\nMatti;Katu 1\n', 'unknown-table'],
      ['<html></html>', 'not-a-table'],
      ['{"foo": 1}', 'unknown-record'],
      ['[{"vastausid": 1,', 'cut-off'],
      ['[{"vastausid": 1 "x": 2}]', 'invalid-json'],
    ] as const;
    for (const [content, code] of cases) {
      const reading = await readFiles([content]);
      expectAccounted(reading);
      expect(reading.codes).toEqual([code]);
      expect(reading.responses).toEqual([]);
    }
  });

  test('a description with an error is said by place and not used', async () => {
    const wrong = { ...description, questions: [{ key: 'q', label: {}, type: 'likert' }] };
    const reading = await readFiles([JSON.stringify(wrong), 'Vastaajatunnus;Arvio\nA;4\n']);
    expectAccounted(reading);
    expect(reading.findings.find(({ code }) => code === 'invalid-description')).toMatchObject({
      severity: 'refused',
      where: { path: 'questions[0].type' },
      found: expect.stringContaining('"likert" ≠ "scale"') as string,
    });
    expect(reading.responses[0]?.answers).toEqual({ Arvio: 4 });
  });

  test('Latin-1, UTF-16 and gzip are read', async () => {
    const csv = 'Vastaajatunnus;Ymmärsitkö?\nA;kylla\n';
    const latin1 = Uint8Array.from(csv, (letter) => letter.charCodeAt(0));
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...csv].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    const stream = new Blob([csv]).stream().pipeThrough(new CompressionStream('gzip'));
    const gzip = new Uint8Array(await new Response(stream).arrayBuffer());
    for (const [content, code] of [
      [latin1, 'not-utf-8'] as const,
      [utf16, 'utf-16'] as const,
      [gzip, undefined] as const,
    ]) {
      const reading = await readFiles([content]);
      expect(reading.responses[0]?.answers).toEqual({ 'Ymmärsitkö?': 1 });
      if (code !== undefined) expect(reading.codes).toContain(code);
    }
  });

  test('a key that is too short is refused at once', () => {
    expect(() => readArvo([], { pseudonymKey: 'short' })).toThrow(PseudonymKeyError);
  });

  test('files stay open no longer than they are read', async () => {
    let closed = 0;
    async function* content() {
      try {
        yield 'Vastaajatunnus;Arvio\n';
        for (let at = 0; at < 5000; at++) yield `A${at};4\n`;
      } finally {
        closed++;
      }
    }
    const files = [{ content: content() }, { content: content() }];
    const reading = readArvo(files, { pseudonymKey: 'x'.repeat(16), batchPersons: 10 });
    await reading.next();
    await reading.return({} as never);
    expect(closed).toBe(2);
  });

  test('whatever stands in a table or in objects, every record and answer is accounted for', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', '1', '5', '9', 'eos', 'kylla', 'ei', 'Yksi', '2025-03-01', 'A', 'B', '12,5', '"', 'x;y'),
      fc.string({ maxLength: 12 }),
    );
    const heading = fc.constantFrom(
      'Vastaajatunnus',
      'Vastausaika',
      'Arvio',
      'Valinta',
      'Kysymys',
      'Vastaus',
      'Kohteiden lkm',
      'Muu',
    );
    const table = fc
      .tuple(fc.uniqueArray(heading, { minLength: 1 }), fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }))
      .map(([names, lines]) => [names, ...lines].map((cells) => cells.join(';')).join('\n'));
    const field = fc.constantFrom(
      'vastaajaid',
      'vastaajatunnus',
      'kysymysid',
      'numerovalinta',
      'vaihtoehto',
      'vastaustyyppi',
      'vapaateksti',
      'tunnuksia',
      'kyselyid',
      'kysely_fi',
      'teksti_fi',
      'jarjestys',
      'taustatiedot',
    );
    const objects = fc.array(
      fc.dictionary(field, fc.oneof(cell, fc.integer(), fc.constant(null), fc.jsonValue({ maxDepth: 1 }))),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(table, objects, fc.boolean(), async (csv, json, isDescribed) => {
        const reading = await readFiles([csv, json], isDescribed ? { description } : {});
        expectAccounted(reading);
      }),
      { numRuns: 60 },
    );
  });
});
