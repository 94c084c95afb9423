import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createLanguage, sentenceKey } from '@strapetsi/text';
import { catalogue } from './catalogue.mjs';
import { extractMessages, plainText, type Message, type Piece } from './messages.mjs';
import { problemsBetween, problemsOf, problemsOfPackage } from './problems.mjs';
import { keyOf } from './sentence-key.mjs';
import { update } from './update.mjs';
import { readXliff, writeXliff, type Unit } from './xliff.mjs';
import { again } from './sample/src/again.js';
import { templates } from './sample/src/fi.js';
import { destructured, passed } from './sample/src/sentences.js';

const sample = extractMessages(fileURLToPath(new URL('sample', import.meta.url)));

function message(id: string, ...pieces: readonly Piece[]): Message {
  return { id, pieces, notes: [], files: ['src/a.ts'] };
}

function unit(id: string, source: readonly Piece[], target?: readonly Piece[]): Unit {
  const flags = { needsReview: false, sameAsEnglish: false, retired: false, notes: [] };
  return { id, source, ...(target === undefined ? {} : { target }), ...flags };
}

const x = (id: string, code: string): Piece => ({ id, code });

describe('extraction', () => {
  test('finds msg by its type, whatever it is called through, and nothing that only has its name', () => {
    expect(sample.errors).toEqual([]);
    expect(sample.messages.map(({ pieces }) => plainText(pieces))).toEqual([
      'Show as a table',
      'Withheld: {0}',
      'Use <file> & `tick`: {0}–{1}.',
    ]);
  });

  test('gathers the notes of a sentence that stands in two files', () => {
    expect(sample.messages[0]?.notes).toEqual(['Button above a chart']);
  });

  test('says where a sentence is not written out and where one id names two sentences', () => {
    const { errors } = extractMessages(fileURLToPath(new URL('faulty', import.meta.url)));
    expect(errors).toEqual([
      expect.stringMatching(/^src\/sentences\.ts:4: Expected first argument to msg\(\) to be a string/),
      'src/sentences.ts: the id open already names another sentence in src/same-id.ts',
    ]);
  });
});

describe('a catalogue', () => {
  const targets: Readonly<Record<string, readonly string[]>> = {
    'Show as a table': ['Näytä taulukkona'],
    'Withheld: {0}': ['Ei näytetä: ', '0'],
    'Use <file> & `tick`: {0}–{1}.': ['\\ `merkki` ${x}, <tiedosto> & ', '1', ' / ', '0', '.'],
  };
  const units = sample.messages.map(({ id, pieces }) => {
    const target = targets[plainText(pieces)]?.map(
      (part) => pieces.find((piece) => typeof piece !== 'string' && piece.id === part) ?? part,
    );
    return unit(id, pieces, target);
  });

  test('is written as a module of data that needs nothing', () => {
    expect(catalogue(sample.messages, units)).toBe(readFileSync(new URL('sample/src/fi.ts', import.meta.url), 'utf8'));
  });

  test('speaks by the ids under which the code asks, with characters that templates and HTML care for', () => {
    const language = createLanguage('fi', templates);
    expect(again(language)).toBe('Näytä taulukkona');
    expect(destructured(language, 3)).toBe('Ei näytetä: 3');
    expect(passed(language.msg, 'a', 'b')).toBe('\\ `merkki` ${x}, <tiedosto> & b a / a.');
  });

  test('knows each sentence by the key under which the code asks for it', () => {
    const keys = ['Show as a table', 'Withheld: {0}', 'Use <file> & `tick`: {0}–{1} {2}.'].map(sentenceKey);
    expect(sample.messages.map(keyOf)).toEqual(keys);
    expect(keyOf(message('own', 'Own'))).toBe('own');
  });

  test('leaves out what is not translated or waits for review', () => {
    const waiting = units.map((known) => ({ ...known, needsReview: true }));
    expect(catalogue(sample.messages, waiting)).toContain('export const templates: Templates = {};');
  });
});

describe('an update', () => {
  test('keeps a translation with its sentence', () => {
    const before = [unit('s1', ['Year'], ['Vuosi'])];
    expect(update([message('s1', 'Year'), message('s2', 'School')], before)).toEqual([
      unit('s1', ['Year'], ['Vuosi']),
      unit('s2', ['School']),
    ]);
  });

  test('offers the translation of a rewritten sentence for review, with the former English', () => {
    const before = [unit('s1', ['The file could not be read'], ['Tiedostoa ei voitu lukea'])];
    const [updated, ...others] = update([message('s2', 'The file could not be opened')], before);
    expect(updated).toMatchObject({
      id: 's2',
      target: ['Tiedostoa ei voitu lukea'],
      needsReview: true,
      was: 'The file could not be read',
    });
    expect(others).toEqual([]);
  });

  test('retires a translation that fits no new sentence instead of dropping it', () => {
    const before = [unit('s1', ['Year'], ['Vuosi']), unit('s3', ['Month'])];
    expect(update([message('s2', 'School')], before)).toEqual([
      unit('s2', ['School']),
      { ...unit('s1', ['Year'], ['Vuosi']), retired: true },
    ]);
  });

  test('takes a sentence that comes back from the retired ones', () => {
    const retired = [{ ...unit('s1', ['Year'], ['Vuosi']), retired: true }];
    expect(update([message('s1', 'Year')], retired)).toEqual([unit('s1', ['Year'], ['Vuosi'])]);
  });

  test('follows values that the English has turned round', () => {
    const before = [unit('s1', [x('0', '${a}'), '/', x('1', '${b}')], [x('0', '${a}'), ':', x('1', '${b}')])];
    const [updated] = update([message('s1', x('0', '${b}'), '/', x('1', '${a}'))], before);
    expect(updated?.target).toEqual([x('1', '${a}'), ':', x('0', '${b}')]);
  });

  test('goes on by position when an expression is renamed', () => {
    const before = [unit('s1', ['At ', x('0', '${a}')], [x('0', '${a}'), ' kohdalla'])];
    const [updated] = update([message('s1', 'At ', x('0', '${place}'))], before);
    expect(updated?.target).toEqual([x('0', '${place}'), ' kohdalla']);
  });
});

describe('the check', () => {
  const source = ['Highest: ', x('0', '${value}')];

  test('is content with a translated sentence', () => {
    expect(problemsOf([message('s1', ...source)], [unit('s1', source, ['Suurin: ', x('0', '${value}')])])).toEqual([]);
  });

  test.each<[string, readonly Unit[], string]>([
    ['a sentence that is not in the file', [], 'not in the file'],
    ['a sentence that is not translated', [unit('s1', source)], 'not translated'],
    ['an empty translation', [unit('s1', source, [' '])], 'the translation is empty'],
    ['a translation that is English', [unit('s1', source, source)], 'the same as the English'],
    ['a missing placeholder', [unit('s1', source, ['Suurin'])], 'expected {0} ${value}, found none'],
    ['a placeholder too many', [unit('s1', source, [...source, x('0', '${value}')])], 'placeholders differ'],
    ['another value', [unit('s1', source, ['Suurin: ', x('0', '${other}')])], 'found {0} ${other}'],
    ['an old English sentence', [unit('s1', ['Highest'], ['Suurin: ', x('0', '${value}')])], 'is out of date'],
    ['a space at one end', [unit('s1', source, ['Suurin: ', x('0', '${value}'), ' '])], 'unlike the English'],
    [
      'a translation of a former sentence',
      [{ ...unit('s1', source, ['Suurin: ', x('0', '${value}')]), needsReview: true, was: 'Top: {0}' }],
      'was "Top: {0}" when it was translated',
    ],
    [
      'a sentence said to be as in English that is not',
      [{ ...unit('s1', source, ['Suurin: ', x('0', '${value}')]), sameAsEnglish: true }],
      'marked translate="no" but differs',
    ],
    [
      'a text that looks like a placeholder',
      [unit('s1', source, ['Suurin {0}: ', x('0', '${value}')])],
      'would be taken for a place to fill in',
    ],
    [
      'an orphan',
      [unit('s1', source, ['Suurin: ', x('0', '${value}')]), unit('s0', ['Lowest'], ['Pienin'])],
      's0 "Lowest": no longer in the code',
    ],
    [
      'a sentence that stands twice',
      [unit('s1', source, ['Suurin: ', x('0', '${value}')]), unit('s1', source, ['Ylin: ', x('0', '${value}')])],
      's1: stands twice',
    ],
  ])('refuses %s', (_, units, expected) => {
    const problems = problemsOf([message('s1', ...source)], units);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });

  test('lets a unit be the same as in English where that is marked, and signs without letters always', () => {
    expect(
      problemsOf([message('s1', 'Status')], [{ ...unit('s1', ['Status'], ['Status']), sameAsEnglish: true }]),
    ).toEqual([]);
    const signs = [x('0', '${a}'), ': ', x('1', '${b}')];
    expect(problemsOf([message('s1', ...signs)], [unit('s1', signs, signs)])).toEqual([]);
  });

  test('compares the committed files with what would be written', () => {
    const messages = [message('s1', 'Year')];
    const units = [unit('s1', ['Year'], ['Vuosi'])];
    const language = {
      lang: 'fi',
      units,
      xliffFile: '',
      xliff: writeXliff('fi', units),
      catalogues: [{ name: 'fi', file: '', messages, written: catalogue(messages, units) }],
    };
    const pkg = { name: 'charts', messages, errors: [] };
    expect(problemsOfPackage({ ...pkg, languages: [language] })).toEqual([]);
    expect(problemsOfPackage({ ...pkg, languages: [{ ...language, xliff: `${language.xliff}\n` }] })).toEqual([
      'packages/charts/xliff/fi.xlf: not as npm run texts writes it; run it',
    ]);
    expect(
      problemsOfPackage({
        ...pkg,
        languages: [{ ...language, catalogues: [{ name: 'fi', file: '', messages, written: '' }] }],
      }),
    ).toEqual(['packages/charts/src/languages/generated/fi.ts: out of date; run npm run texts']);
    expect(problemsOfPackage({ ...pkg, errors: ['src/a.ts:1: no'], languages: [] })).toEqual([
      'packages/charts/src/a.ts:1: no',
    ]);
  });
});

describe('the check of all packages', () => {
  function packageOf(name: string, translation: string) {
    const units = [unit('s1', ['State'], [translation])];
    const files = { xliffFile: '', xliff: '', catalogues: [] };
    return { name, messages: [], errors: [], languages: [{ lang: 'fi', units, ...files }] };
  }

  test('lets a sentence stand in two of them', () => {
    expect(problemsBetween([packageOf('charts', 'Tila'), packageOf('components', 'Tila')])).toEqual([]);
  });

  test('refuses two translations of one sentence', () => {
    expect(problemsBetween([packageOf('charts', 'Tila'), packageOf('components', 'Valtio')])).toEqual([
      'packages/components/xliff/fi.xlf: s1 "State": is "Valtio", but packages/charts has "Tila"',
    ]);
  });
});

test('No two sentences may have one key', () => {
  // The two have the same FNV-1a hash of 32 bits: a known collision.
  const units = [unit('s0000000000000001', ['costarring'], ['a']), unit('s0000000000000002', ['liquid'], ['b'])];
  const files = { xliffFile: '', xliff: '', catalogues: [] };
  const pkg = { name: 'charts', messages: [], errors: [], languages: [{ lang: 'fi', units, ...files }] };
  expect(problemsBetween([pkg])).toEqual([
    'packages/charts/xliff/fi.xlf: s0000000000000002 "liquid" has the key ' +
      `${sentenceKey('costarring')} of s0000000000000001; give one an id`,
  ]);
});

describe('an XLIFF file', () => {
  test('comes back as it was written', () => {
    const units: readonly Unit[] = [
      { ...unit('s1', ['<a> & "b" \u00a0c'], ['”d” & <e>']), notes: ['One', 'Two'] },
      {
        ...unit('s2', ['Row ', x('0', '${a < b ? "x" : 1}')], [x('0', '${a < b ? "x" : 1}'), '.']),
        needsReview: true,
        was: 'Line {0}',
      },
      { ...unit('s3', ['m²'], ['m²']), sameAsEnglish: true },
      unit('s4', ['Untranslated']),
      { ...unit('s0', ['Old'], ['Vanha']), retired: true },
    ];
    expect(readXliff(writeXliff('fi', units))).toEqual(units);
  });

  test('is refused when it is not well-formed, rather than written over', () => {
    expect(() => readXliff('<xliff><file>')).toThrow('not well-formed XML');
  });
});
