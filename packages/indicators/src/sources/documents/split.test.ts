import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentForm } from './form.js';
import { layoutOf } from './layout.js';
import { createBracketSplitter, createLineSplitter, nextDocumentIn, type SplitEvents } from './split.js';

type Met = readonly [
  kind: 'document' | 'broken' | 'tooLarge' | 'junk',
  text: string | number,
  line: number | undefined,
];

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const LIMIT = 4096;
const form = documentForm(['henkilö', 'opiskeluoikeudet']);

function recorder() {
  const met: Met[] = [];
  const events: SplitEvents = {
    document(bytes, line) {
      const text = decoder.decode(bytes);
      try {
        JSON.parse(text);
        met.push(['document', text, line]);
        return true;
      } catch {
        met.push(['broken', text, line]);
        return false;
      }
    },
    tooLarge: (size, line) => met.push(['tooLarge', size, line]),
    junk: (sample, line) => met.push(['junk', sample.length, line]),
  };
  return { met, events };
}

/** Feeds the text in pieces of the given lengths, over and over. */
function split(
  kind: 'lines' | 'brackets',
  text: string,
  lengths: readonly number[] = [1 << 20],
  limit = LIMIT,
  of = form,
): Met[] {
  const { met, events } = recorder();
  const splitter = (kind === 'lines' ? createLineSplitter : createBracketSplitter)(events, limit, of);
  const bytes = encoder.encode(text);
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1;
    splitter.push(bytes.slice(at, at + length));
    at += length;
  }
  splitter.end();
  return met;
}

const texts = (met: readonly Met[]) => met.map(([kind, text]) => (kind === 'document' ? text : kind));

const document = fc
  .dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { maxKeys: 4 })
  .map((value) => JSON.stringify(value));
const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });

describe('splitting bytes into documents', () => {
  test('gives the documents back, however the bytes are cut: an array, one after another, or one on each line', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 8 }), lengths, (documents, cuts) => {
        expect(texts(split('brackets', `[${documents.join(',')}]`, cuts))).toEqual(documents);
        expect(texts(split('brackets', ` [\n${documents.join(',\r\n ')}\n]\n`, cuts))).toEqual(documents);
        expect(texts(split('brackets', documents.join('\n\n'), cuts))).toEqual(documents);
        expect(texts(split('lines', documents.join('\r\n'), cuts))).toEqual(documents);
        expect(texts(split('lines', documents.map((each) => `${each}\n`).join(''), cuts))).toEqual(documents);
      }),
      { numRuns: 300 },
    );
  });

  test('what is broken comes out the same, however the bytes are cut', () => {
    const broken = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', '\n', 'a', '{"henkilö":1}'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(broken, lengths, (text, cuts) => {
        expect(split('brackets', text, cuts)).toEqual(split('brackets', text));
        expect(split('lines', text, cuts)).toEqual(split('lines', text));
      }),
      { numRuns: 1000 },
    );
  });

  test('a document over the limit is skipped, whatever stands round it', () => {
    const large = JSON.stringify({ a: 'x'.repeat(LIMIT) });
    expect(split('lines', `{"a":1}\n${large}\n{"b":2}\n`, [100])).toEqual([
      ['document', '{"a":1}', 1],
      ['tooLarge', large.length, 2],
      ['document', '{"b":2}', 3],
    ]);
    expect(split('brackets', `[{"a":1},${large},{"b":2}]`, [100])).toEqual([
      ['document', '{"a":1}', 1],
      ['tooLarge', large.length, 1],
      ['document', '{"b":2}', 1],
    ]);
  });

  test('in an array a document that lacks its closing bracket harms only itself', () => {
    const whole = (n: number) => `{"henkilö":{"n":${n}},"opiskeluoikeudet":[]}`;
    const text = `[${whole(1)},\n{"henkilö":{"n":2},"opiskeluoikeudet":[{"a":1},\n${whole(3)},\n${whole(4)}]`;
    const met = split('brackets', text);
    expect(texts(met)).toEqual([whole(1), 'broken', whole(3), whole(4)]);
    expect(met.map(([, , line]) => line)).toEqual([1, 2, 3, 4]);
    expect(split('brackets', text, [7])).toEqual(met);
  });

  test('a document without its closing bracket does not take a long file along', () => {
    const whole = (n: number) => JSON.stringify({ henkilö: { n }, opiskeluoikeudet: ['x'.repeat(10_000)] });
    const documents = Array.from({ length: 400 }, (_, n) => whole(n));
    const text = `[{"henkilö":{"n":-1},"opiskeluoikeudet":[${documents.join(',')}]`;
    const met = split('brackets', text, [65_536], 16 * 1024 * 1024);
    expect(met[0]?.[0]).toBe('broken');
    expect(texts(met).slice(1)).toEqual(documents);
  });

  test('a list that is cut off leaves its whole documents readable', () => {
    expect(texts(split('brackets', '[{"a":1},{"b":2},{"c":'))).toEqual(['{"a":1}', '{"b":2}', 'broken']);
  });

  test('runs of other text are one record each', () => {
    expect(split('lines', 'one\ntwo\n{"a":1}\nthree').map(([kind]) => kind)).toEqual(['junk', 'document', 'junk']);
    expect(split('brackets', '[{"a":1},x,y {"b":2} z').map(([kind]) => kind)).toEqual([
      'document',
      'junk',
      'document',
      'junk',
    ]);
  });
});

describe('where another document begins inside one', () => {
  test.each([
    ['{"a":1,{"henkilö":{}}', 7],
    ['{"a":1,{ \n "henkilö" :{}}', 7],
    ['{"henkilö":{}}', 0],
    ['{"lisätiedot":{"henkilöstökoulutus":true}}', 0],
  ])('%j: %i', (text, at) => {
    expect(nextDocumentIn(encoder.encode(text), form)).toBe(at);
  });
});

describe('how documents lie in a file', () => {
  const layout = (text: string, whole = true) => layoutOf(encoder.encode(text), whole, form);

  test('is told by its first line', () => {
    expect(layout('[{"a":1}]')).toBe('brackets');
    expect(layout('{"a":1}\n{"b":2}\n')).toBe('lines');
    expect(layout('{\n  "a": 1\n}\n')).toBe('brackets');
    expect(layout('{"a": [\n1]}')).toBe('brackets');
    expect(layout('{"a":1}')).toBe('brackets');
    expect(layout('')).toBe('lines');
    expect(layout('name;date\n')).toBe('lines');
    expect(layout('<html>')).toBe('other');
    expect(layout('PK\u0003\u0004…')).toBe('other');
  });

  test('a first line that is cut off does not hide that the rest are lines', () => {
    expect(layout('{"henkilö":{"oid":"1.2\n{"henkilö":{}}\n')).toBe('lines');
    expect(layout('{"henkilö":{},"opiskeluoikeudet":[\n{"henkilö":{}}\n')).toBe('lines');
  });

  test('waits for more bytes where there are too few', () => {
    expect(layout('  \n', false)).toBeUndefined();
    expect(layout('{"a":1}', false)).toBeUndefined();
    expect(layout('{"a":[\n', false)).toBeUndefined();
  });
});

describe('lists that a reply wraps', () => {
  const wrapped = documentForm(
    ['a', 'b'],
    /^\{\s*(?:"meta"\s*:\s*\{[^{}]*\}\s*,\s*)?"data"\s*:\s*(?:\{[^{}]*"result"\s*:\s*)?\[$/,
  );

  test.each([
    ['{"data":[{"a":1},{"b":[2]}],"meta":{}}', [1, 1]],
    ['{"meta":{"x":"["},"data":[{"a":1},{"b":[2]}]}', [1, 1]],
    ['{"data":{"last-id":7,"failed-ids":[],"result":[{"a":1},{"b":[2]}]},"meta":{"y":"]}"}}', [1, 1]],
    ['{"data": [\n  {"a":1},\n  {"b":[2]}\n], "meta": {}}', [2, 3]],
    ['{"data":[{"a":1}],"meta":{}}\n{"data":[{"b":[2]}],"meta":{}}', [1, 2]],
  ])('%j is split into its documents', (text, lines) => {
    for (const length of [1 << 20, 1, 3]) {
      expect(split('brackets', text, [length], LIMIT, wrapped)).toEqual([
        ['document', '{"a":1}', lines[0]],
        ['document', '{"b":[2]}', lines[1]],
      ]);
    }
  });

  test('what looks like one but is not is a document', () => {
    for (const text of ['{"data":{"a":1},"meta":{}}', '{"x":[1,2]}', '{"a":{"data":[1]}}'])
      expect(split('brackets', text, [1], LIMIT, wrapped)).toEqual([['document', text, 1]]);
  });

  test('a list may be longer than any document', () => {
    const text = `{"data":[${Array.from({ length: 2000 }, () => '{"a":1}').join()}],"meta":{}}`;
    expect(split('brackets', text, [64], LIMIT, wrapped)).toHaveLength(2000);
  });

  test('a reply that is cut off gives the documents before the cut', () => {
    expect(split('brackets', '{"data":[{"a":1},{"b":', [1 << 20], LIMIT, wrapped).map(([kind]) => kind)).toEqual([
      'document',
      'broken',
    ]);
  });
});
