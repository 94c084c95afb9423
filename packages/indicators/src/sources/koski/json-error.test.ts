import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonError } from './json-error.js';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('where JSON breaks', () => {
  test.each([
    ['{"a": 1', ', or }', true, 'the end of the text'],
    ['{"a": "Mat', 'valid text', true, 'the end of the text'],
    ['{"a" 1}', ':', false, 'a digit'],
    ["{'a': 1}", 'name or }', false, "'"],
    ['{"a": 1,}', 'name', false, '}'],
    ['[1 2]', ', or ]', false, 'a digit'],
    ['{"a": nul}', 'value', false, 'a letter'],
    ['{"a": tr', 'valid text', true, 'the end of the text'],
    ['{"a": 01}', ', or }', false, 'a digit'],
    ['{"a": "line\nbreak"}', 'valid text', false, 'a line break'],
    ['{"a": 1}}', 'the end of the document', false, '}'],
    ['{"a": [1, 2}', ', or ]', false, '}'],
    ['', 'value', true, 'the end of the text'],
  ])('%j: %s was expected', (text, expected, cutOff, found) => {
    expect(findJsonError(text)).toMatchObject({ expected, cutOff, found });
  });

  test('line and column are those of an editor', () => {
    expect(findJsonError('{\n  "a": 1,\n  "b" 2\n}')).toMatchObject({ line: 3, column: 7 });
  });

  test('valid JSON has no error, and the same text cut anywhere is cut off', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, at) => {
        expect(findJsonError(text)).toBeUndefined();
        const cut = text.slice(0, at % (text.length + 1));
        if (!parses(cut)) expect(findJsonError(cut)?.cutOff).toBe(true);
      }),
    );
  });

  test('it finds an error exactly where the platform’s parser throws', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'a',
      '1',
      '-',
      '.',
      'e',
      'true',
      'null',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(), piece, fc.boolean(), (text, at, inserted, replace) => {
        const position = at % (text.length + 1);
        const broken = text.slice(0, position) + inserted + text.slice(position + (replace ? 1 : 0));
        expect(findJsonError(broken) === undefined).toBe(parses(broken));
      }),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          expect(findJsonError(text) === undefined).toBe(parses(text));
        },
      ),
      { numRuns: 5000 },
    );
  });

  test('nothing of the text is repeated but punctuation', () => {
    const marker = 'Mäkelä';
    const text = `{"sukunimi": ${marker}}`;
    expect(JSON.stringify(findJsonError(text))).not.toContain(marker);
  });
});
