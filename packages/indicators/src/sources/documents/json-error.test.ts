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
    ['{"a": 1', 'comma or }', true, 'end'],
    ['{"a": "Mat', 'valid text', true, 'end'],
    ['{"a" 1}', ':', false, 'digit'],
    ["{'a': 1}", 'name or }', false, "'"],
    ['{"a": 1,}', 'name', false, '}'],
    ['[1 2]', 'comma or ]', false, 'digit'],
    ['{"a": nul}', 'value', false, 'letter'],
    ['{"a": tr', 'valid text', true, 'end'],
    ['{"a": 01}', 'comma or }', false, 'digit'],
    ['{"a": "line\nbreak"}', 'valid text', false, 'line break'],
    ['{"a": 1}}', 'end of document', false, '}'],
    ['{"a": [1, 2}', 'comma or ]', false, '}'],
    ['', 'value', true, 'end'],
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
