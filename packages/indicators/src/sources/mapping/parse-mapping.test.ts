import * as z from 'zod/mini';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { fieldNames } from './fields.js';
import { mappingSchema } from './mapping.js';
import { parseMapping } from './parse-mapping.js';

const rights = {
  of: 'rights',
  fields: {
    'right.key': 'Opiskeluoikeus',
    'person.learner': 'Oppijanumero',
    'right.education': { value: 'wholeQualification' },
    'right.start': 'Alkupäivä',
  },
};

const mapping = (...tables: readonly unknown[]) => ({ type: 'strapetsi.mapping', schemaVersion: 1, tables });

function problemsOf(json: unknown) {
  const parsed = parseMapping(json);
  return parsed.ok ? [] : parsed.problems.map(({ code, path, found, expected }) => [code, path, found, expected]);
}

describe('a mapping', () => {
  test('is what its file says', () => {
    const json = { ...mapping(rights), name: 'Opiskelijahallinto', dates: 'd.m.y', missing: ['-'] };
    expect(parseMapping(json)).toEqual({ ok: true, mapping: json });
  });

  test('may have every field that fits its table, as a column, as several names, with codes, as a constant', () => {
    const json = mapping({
      of: 'periods',
      fields: {
        'right.key': { column: ['Opiskeluoikeus', 'Studierätt'], prefix: 'primus:' },
        'right.performanceType': { value: 'ammatillinentutkinto', label: { fi: 'Ammatillinen tutkinto' } },
        'period.start': { column: 'Alku', dates: 'm/d/y' },
        'period.state': { column: 'Tila', codes: { L: 'present', V: 'graduated', '?': null }, otherwise: 'resigned' },
        'period.funding': { column: 'Rahoitus', codes: { VOS: 1 }, default: 1 },
      },
      own: {
        kampus: {
          column: 'Kampus',
          label: { fi: 'Kampus', sv: 'Campus', en: 'Campus' },
          codes: { T: { code: 'turku', label: { fi: 'Turku', sv: 'Åbo' } } },
        },
      },
    });
    expect(problemsOf(json)).toEqual([]);
  });
});

describe('what is wrong with a mapping is said with its place, what was found and what was expected', () => {
  test.each<[string, unknown, readonly unknown[]]>([
    ['nothing', null, ['wrong-value', '', 'null', '{…}']],
    [
      'another file',
      { type: 'strapetsi.aggregate', schemaVersion: 1, tables: [rights] },
      ['wrong-value', 'type', '"strapetsi.aggregate"', '"strapetsi.mapping"'],
    ],
    ['no version', { type: 'strapetsi.mapping', tables: [rights] }, ['wrong-value', 'schemaVersion', 'nothing', '1']],
    ['no tables', mapping(), ['wrong-value', 'tables', 'an array of 0', '≥ 1']],
    [
      'a table of something else',
      mapping({ ...rights, of: 'right' }),
      [
        'wrong-value',
        'tables[0].of',
        '"right"',
        '"rights" | "periods" | "credits" | "spells" | "plans" | "workplaces" | "outcomes" | "responses" | "answers"',
      ],
    ],
    [
      'a misspelt field, with the nearest one',
      mapping({ ...rights, fields: { ...rights.fields, 'right.scool': 'Koulu' } }),
      ['unknown-name', 'tables[0].fields["right.scool"]', '"right.scool"', 'right.school'],
    ],
    [
      'an unknown field, with those of its group',
      mapping({ ...rights, fields: { ...rights.fields, 'plan.x': 'Koulu' } }),
      [
        'unknown-name',
        'tables[0].fields["plan.x"]',
        '"plan.x"',
        'plan.approved | plan.lastApproved | plan.updated | plan.achieved | plan.needed | plan.priorUnits | plan.plannedUnits',
      ],
    ],
    [
      'a field of another table',
      mapping({ ...rights, fields: { ...rights.fields, 'period.start': 'Alku' } }),
      ['not-of-this-table', 'tables[0].fields["period.start"]', 'period.start', 'person.… | right.…'],
    ],
    [
      'a number for a column',
      mapping({ ...rights, fields: { ...rights.fields, 'right.school': 5 } }),
      ['wrong-value', 'tables[0].fields["right.school"]', '5', 'a text | {…}'],
    ],
    [
      'a date form that is none',
      mapping({ ...rights, fields: { ...rights.fields, 'right.start': { column: 'Alku', dates: 'dmy' } } }),
      [
        'wrong-value',
        'tables[0].fields["right.start"].dates',
        '"dmy"',
        '"iso" | "d.m.y" | "d/m/y" | "m/d/y" | "yyyymmdd"',
      ],
    ],
    [
      'a code that stands for a state that is none',
      mapping(rights, {
        of: 'periods',
        fields: { 'right.key': 'A', 'period.start': 'B', 'period.state': { column: 'C', codes: { L: 'läsnäoleva' } } },
      }),
      [
        'wrong-value',
        'tables[1].fields["period.state"].codes.L',
        '"läsnäoleva"',
        'present | holiday | interrupted | graduated | resigned | deemedResigned | cancelled | invalidated',
      ],
    ],
    [
      'a constant that its field cannot have',
      mapping({ ...rights, fields: { ...rights.fields, 'right.education': { value: 'lukio' } } }),
      [
        'wrong-value',
        'tables[0].fields["right.education"].value',
        '"lukio"',
        'wholeQualification | generalUpperSecondary | preparatory | qualificationUnits | other',
      ],
    ],
    [
      'a needed field that is not mapped',
      mapping(rights, { of: 'periods', fields: { 'right.key': 'A', 'period.start': 'B' } }),
      ['missing', 'tables[1].fields', 'right.key, period.start', 'period.state'],
    ],
    [
      'rights without any time',
      mapping({ of: 'rights', fields: { 'right.key': 'A', 'right.education': { value: 'other' } } }),
      ['no-periods', 'tables', 'rights', 'right.start | "of": "periods"'],
    ],
    [
      'rights of no known education',
      mapping({ of: 'rights', fields: { 'right.key': 'A', 'right.start': 'B' } }),
      ['missing', 'tables', 'rights', 'right.education | right.performanceType'],
    ],
    [
      'outcomes of no known year',
      mapping({ of: 'outcomes', fields: { 'outcome.graduated': 'A', 'outcome.activity': 'B' } }),
      ['missing', 'tables[0].fields', 'outcome.graduated, outcome.activity', 'outcome.yearsAfter'],
    ],
    [
      'answers to no replies',
      mapping({ of: 'answers', fields: { 'response.key': 'A', 'answer.question': 'B', 'answer.value': 'C' } }),
      ['missing', 'tables', 'answers', '"of": "responses"'],
    ],
    [
      'rows that stand together in one of two tables',
      mapping({ ...rights, rows: 'together' }, { of: 'plans', fields: { 'right.key': 'A' } }),
      ['not-alone', 'tables[0].rows', 'tables: 2', '1'],
    ],
    [
      'an own column with a name that is none',
      mapping({ ...rights, own: { 'oma sarake': { column: 'X', label: {} } } }),
      ['unknown-name', 'tables[0].own["oma sarake"]', '"oma sarake"', 'a–z, 0–9, -'],
    ],
    [
      'own columns of one name in tables of two kinds',
      mapping(
        { ...rights, own: { kampus: { column: 'X', label: {} } } },
        {
          of: 'outcomes',
          fields: { 'outcome.graduated': 'A', 'outcome.activityAfter1': 'B' },
          own: { kampus: { column: 'X', label: {} } },
        },
      ),
      ['own-name-taken', 'tables[1].own.kampus', 'rights', 'kampus-2'],
    ],
    [
      'questions of a table without replies',
      mapping({ ...rights, questions: { q1: { column: 'X' } } }),
      ['not-of-this-table', 'tables[0].questions', 'rights', 'responses'],
    ],
    [
      'an unknown word about a column',
      mapping({ ...rights, fields: { ...rights.fields, 'right.school': { column: 'Koulu', kielet: {} } } }),
      [
        'unknown-name',
        'tables[0].fields["right.school"].kielet',
        '"kielet"',
        'column | codes | otherwise | default | missing | dates | labels | prefix | value | label',
      ],
    ],
    [
      'an unknown word',
      mapping({ ...rights, sepparator: ';' }),
      ['unknown-name', 'tables[0].sepparator', '"sepparator"', 'separator'],
    ],
  ])('%s', (_name, json, problem) => {
    expect(problemsOf(json)).toEqual([problem]);
  });

  test('each in three languages', () => {
    const parsed = parseMapping(mapping({ ...rights, of: 'right', extra: 1 }, { of: 'periods', fields: {} }));
    expect(parsed.ok).toBe(false);
    for (const { message } of parsed.ok ? [] : parsed.problems) {
      expect(Object.keys(message)).toEqual(['fi', 'sv', 'en']);
      expect(new Set(Object.values(message)).size).toBe(3);
    }
  });

  test('all of them at once', () => {
    const found = problemsOf(mapping({ of: 'periods', fields: {} }, { of: 'credits', fields: {} }));
    expect(found.map(([, path, , expected]) => [path, expected])).toEqual([
      ['tables[0].fields', 'right.key'],
      ['tables[0].fields', 'period.start'],
      ['tables[0].fields', 'period.state'],
      ['tables[1].fields', 'right.key'],
      ['tables[1].fields', 'credit.unit'],
      ['tables', 'right.education | right.performanceType'],
    ]);
  });
});

describe('the JSON Schema of mappings', () => {
  test('is the one that is published, for editors that complete and check', async () => {
    const schema = { title: 'strapetsi.mapping', ...z.toJSONSchema(mappingSchema) };
    const style = await resolveConfig(import.meta.filename);
    const text = await format(JSON.stringify(schema), { ...style, parser: 'json' });
    await expect(text).toMatchFileSnapshot('../../../schemas/mapping.schema.json');
  });

  test('knows every field', () => {
    const text = JSON.stringify(z.toJSONSchema(mappingSchema));
    for (const name of fieldNames) expect(text).toContain(`"${name}"`);
  });
});
