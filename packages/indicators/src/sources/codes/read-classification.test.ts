import { describe, expect, it } from 'vitest';
import { printClassification } from '../../definitions/classification-file.js';
import type { Finding } from '../../findings/finding.js';
import { readClassification, type ClassificationReadOptions } from './read-classification.js';

const called = { id: 'costGroup', version: '2021', label: { fi: 'Kustannusryhmä', sv: 'Kostnadsgrupp' } };

async function read(source: string, options: ClassificationReadOptions = { called }) {
  const findings: Finding[] = [];
  const reading = await readClassification(source, { ...options, onFinding: (finding) => findings.push(finding) });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  expect(reading.read).toBe(reading.taken + reading.refused);
  return { ...reading, list: findings, codes: findings.map(({ code }) => code) };
}

describe('a classification from a table', () => {
  it('takes code, class and the names of the class', async () => {
    const { classification, list } = await read(
      'code;class;fi;sv;en\n351101;1;Ryhmä 1;Grupp 1;Group 1\n361101;2;Ryhmä 2;Grupp 2;\n371101;1;;;\n',
    );
    expect(classification).toEqual({
      ...called,
      classes: [
        { id: '1', label: { fi: 'Ryhmä 1', sv: 'Grupp 1', en: 'Group 1' } },
        { id: '2', label: { fi: 'Ryhmä 2', sv: 'Grupp 2' } },
      ],
      codes: { 351101: '1', 361101: '2', 371101: '1' },
    });
    expect(list).toEqual([]);
  });

  it('finds the names by the columns’ names, or else by their places', async () => {
    const byName = await read('koodi,luokka,Nimi SV,Nimi FI\n1,a,Svenska,Suomi\n');
    expect(byName.classification.classes).toEqual([{ id: 'a', label: { fi: 'Suomi', sv: 'Svenska' } }]);
    const byPlace = await read('koodi,luokka,x,y,z\n1,a,Suomi,Svenska,English\n');
    expect(byPlace.classification.classes).toEqual([{ id: 'a', label: { fi: 'Suomi', sv: 'Svenska', en: 'English' } }]);
  });

  it('takes the classes it was told of, in their order, and no others', async () => {
    const classes = [
      { id: 'b', label: { fi: 'Toinen' } },
      { id: 'a', label: { fi: 'Ensimmäinen' } },
    ];
    const { classification, list, refused } = await read('code;class\n1;a\n2;c\n3;b\n', { called, classes });
    expect(classification.classes).toEqual(classes);
    expect(classification.codes).toEqual({ 1: 'a', 3: 'b' });
    expect(refused).toBe(1);
    expect(list).toMatchObject([
      { code: 'class-unknown', severity: 'refused', where: { record: 2, line: 3 }, found: 'c' },
    ]);
  });

  it('leaves a code in two classes without, and counts all of its rows', async () => {
    const { classification, list, taken, refused } = await read('code;class\n1;a\n2;a\n1;b\n2;a\n');
    expect(classification.codes).toEqual({ 2: 'a' });
    expect([taken, refused]).toEqual([2, 2]);
    expect(list).toMatchObject([{ code: 'code-in-several-classes', found: '1 → a, b', where: { record: 1, line: 2 } }]);
  });

  it('keeps the first of two names of a class', async () => {
    const { classification, codes } = await read('code;class;fi\n1;a;Yksi\n2;a;Kaksi\n');
    expect(classification.classes[0]?.label.fi).toBe('Yksi');
    expect(codes).toEqual(['class-label-differs']);
  });

  it('refuses rows without a code or a class, and never repeats what stands in a table of something else', async () => {
    const { list, refused } = await read(
      'Nimi;Hetu;Koti\nAku Ankka;010190-999T;\n;x;\nIines;;\nAku Ankka;010191-999T;\n',
    );
    expect(list.map(({ code, found }) => [code, found])).toEqual([
      ['class-missing', 'code: –'],
      ['class-missing', 'class: –'],
      ['code-in-several-classes', 'string(9) → string(11), string(11)'],
    ]);
    expect(refused).toBe(4);
    expect(JSON.stringify(list)).not.toMatch(/Ankka|Iines|999T/);
  });
});

describe('a classification from relations', () => {
  const element = (code: string, fi: string, related: readonly unknown[], versio = 1) => ({
    koodiUri: `koulutusala_${code}`,
    koodiArvo: code,
    versio,
    metadata: [{ kieli: 'FI', nimi: fi }],
    withinCodeElements: related,
  });
  const to = (code: string, codeElementVersion = 1, passive = false) => ({
    codeElementUri: `koulutus_${code}`,
    codeElementVersion,
    passive,
  });
  const relations = { codesOf: 'koulutus' };
  const readRelations = (elements: unknown, plan: ClassificationReadOptions['relations'] = relations) =>
    read(JSON.stringify(elements), { called, relations: plan });

  it('puts related codes into the class of the element, which gives its name', async () => {
    const { classification } = await readRelations([
      element('1', 'Kasvatusala', [to('511101'), { codeElementUri: 'kieli_fi', codeElementVersion: 1 }]),
      element('2', 'Taideala', [to('521101'), to('521102')]),
    ]);
    expect(classification.classes).toEqual([
      { id: '1', label: { fi: 'Kasvatusala' } },
      { id: '2', label: { fi: 'Taideala' } },
    ]);
    expect(classification.codes).toEqual({ 511101: '1', 521101: '2', 521102: '2' });
  });

  it('lets the version in force decide, then the newest, and leaves out what stays open', async () => {
    const { classification, list } = await readRelations([
      element('1', 'Yksi', [to('a', 9, true), to('b', 1), to('c', 3), to('d', 2, true)]),
      element('2', 'Kaksi', [to('a', 2), to('b', 2), to('c', 3), to('d', 1, true)]),
    ]);
    expect(classification.codes).toEqual({ a: '2', b: '2', d: '1' });
    expect(list.map(({ found }) => found)).toEqual(['c → 1, 2']);
  });

  it('counts the newest version of an element only', async () => {
    const { classification } = await readRelations([
      element('1', 'Vanha', [to('a'), to('b')], 1),
      element('1', 'Uusi', [to('a')], 2),
    ]);
    expect([classification.codes, classification.classes]).toEqual([{ a: '1' }, [{ id: '1', label: { fi: 'Uusi' } }]]);
  });

  it('makes one class of several, and drops the others', async () => {
    const elements = [
      element('1', 'Yksi', [to('a')]),
      element('2', 'Kaksi', [to('a'), to('b')]),
      element('3', 'Kolme', [to('c')]),
    ];
    const { classification } = await readRelations(elements, { ...relations, together: { x: ['1', '2'] } });
    expect([classification.codes, classification.classes]).toEqual([{ a: 'x', b: 'x' }, [{ id: 'x', label: {} }]]);
  });

  it('classifies the elements themselves where their own set is asked for', async () => {
    const elements = [element('1', 'Yksi', [to('a')]), element('2', 'Kaksi', [to('a'), to('b', 1, true)])];
    const { classification } = await readRelations(elements, { codesOf: 'koulutusala', classesOf: 'koulutus' });
    expect(classification.codes).toEqual({ 1: 'a', 2: 'a' });
  });

  it('refuses what is no code', async () => {
    expect((await readRelations([1, element('1', 'Yksi', [to('a')])])).codes).toEqual(['not-a-code']);
  });
});

describe('a classification file of our own', () => {
  const classification = { ...called, classes: [{ id: 'a', label: { fi: 'A' } }], codes: { 1: 'a', 2: 'a' } };

  it('is read as it was written', async () => {
    const reading = await readClassification(printClassification(classification));
    expect(reading).toEqual({ ok: true, classification, read: 2, taken: 2, refused: 0, findings: {} });
  });

  const file = { type: 'strapetsi.classification', schemaVersion: 1, ...classification };
  it.each([
    [
      { ...file, type: 'x' },
      { path: 'type', expected: '"strapetsi.classification"', found: '"x"' },
    ],
    [
      { ...file, version: '' },
      { path: 'version', expected: 'a text that is not empty', found: '""' },
    ],
    [
      { ...file, label: { fi: 1 } },
      { path: 'label.fi', expected: 'string', found: '1' },
    ],
    [
      { ...file, codes: { 1: 'b' } },
      { path: 'codes["1"]', expected: 'the id of a class', found: '"b"' },
    ],
    [
      { ...file, classes: [...classification.classes, ...classification.classes] },
      { path: 'classes[1].id', expected: 'a class only once', found: '"a"' },
    ],
  ])('that is wrong says where: %#', async (json, problem) => {
    expect(await readClassification(JSON.stringify(json))).toEqual({ ok: false, problem });
  });
});

describe('what cannot be read at all', () => {
  it('says what is lacking', async () => {
    expect(await readClassification('code;class\n1;a\n')).toMatchObject({ ok: false, problem: { path: 'called' } });
    expect(await readClassification('[]', { called })).toMatchObject({ ok: false, problem: { path: 'relations' } });
  });

  it('says where JSON breaks', async () => {
    expect(await readClassification('[1,\n 2')).toMatchObject({
      ok: false,
      problem: { path: expect.stringMatching(/^2:/) },
    });
  });

  it('says that a file is empty', async () => {
    expect((await read('')).codes).toEqual(['empty-file']);
  });
});
