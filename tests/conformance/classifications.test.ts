import {
  motherTongueGroups,
  qualificationTypeRelations,
  qualificationTypes,
  readClassification,
} from '@strapetsi/indicators';
import type { ClassificationReadOptions, ClassificationReading } from '@strapetsi/indicators';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';

const reference = new URL('../../../shared/reference/', import.meta.url);
const reason = existsSync(reference) ? undefined : 'code sets and cost groups (../shared/reference) are not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

async function read(
  file: string,
  options: ClassificationReadOptions,
): Promise<Extract<ClassificationReading, { readonly ok: true }>> {
  const reading = await readClassification(readFileSync(new URL(file, reference)), options);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return reading;
}

const countByClass = (codes: Readonly<Record<string, string>>) =>
  Object.values(codes).reduce<Record<string, number>>((counts, id) => ({ ...counts, [id]: (counts[id] ?? 0) + 1 }), {});

describe('types of qualification', () => {
  test('are those that the code service relates, and no qualification is of two types', async () => {
    const { classification, findings } = await read('koski/codes/koulutustyyppi.json', {
      called: qualificationTypes,
      relations: qualificationTypeRelations,
      classes: qualificationTypes.classes,
    });
    expect(classification).toEqual(qualificationTypes);
    expect(findings).toEqual({});
  });

  test('are of 69 initial, 242 further and 322 specialist qualifications, old ones among them', () => {
    // Counted in koulutustyyppi.json.
    expect(countByClass(qualificationTypes.codes)).toEqual({ initial: 69, further: 242, specialist: 322 });
    // 384109: Ravintolakokin ammattitutkinto, reply koodisto-value.json of the service.
    expect(qualificationTypes.codes['384109']).toBe('further');
  });
});

describe('groups of mother tongues', () => {
  test('hold every language of the code set', () => {
    const json: unknown = JSON.parse(readFileSync(new URL('koski/codes/kieli.json', reference), 'utf8'));
    const codes = Array.isArray(json) ? json.map((element: { readonly koodiArvo: string }) => element.koodiArvo) : [];
    expect(Object.keys(motherTongueGroups.codes).sort()).toEqual([...codes].sort());
    expect(countByClass(motherTongueGroups.codes)).toEqual({ fi: 2, sv: 1, other: 193 });
  });
});

describe('titles of qualifications', () => {
  const called = { id: 'titleQualification', version: '2026', label: { fi: 'Tutkinto' } };

  test('are put under their qualification where it is the only one; 27 of 310 are not', async () => {
    const { classification, findings } = await read('koski/codes/tutkintonimikkeet.json', {
      called,
      relations: { codesOf: 'tutkintonimikkeet', classesOf: 'koulutus' },
    });
    // Counted in the file: titles related to a qualification, relations in force first.
    expect(Object.keys(classification.codes)).toHaveLength(283);
    expect(findings).toEqual({ 'code-in-several-classes': 27 });
    expect(classification.codes['20083']).toBe('354245');
  });
});

describe('cost groups that a user brings', () => {
  const groups: unknown = existsSync(reference)
    ? JSON.parse(readFileSync(new URL('antero/codes/kustannusryhma.json', reference), 'utf8'))
    : { codes: [] };
  const { codes } = groups as {
    readonly codes: readonly {
      readonly koodi: string;
      readonly fi: string;
      readonly sv: string;
      readonly en: string;
    }[];
  };
  const classes = codes.map(({ koodi, fi, sv, en }) => ({ id: koodi, label: { fi, sv, en } }));
  const called = { id: 'costGroup', version: '2021', label: { fi: 'Kustannusryhmä', sv: 'Kostnadsgrupp' } };

  test('are read from their table of 2021, with the names of their code list', async () => {
    const reading = await read('antero/coefficients/tutkinto-kustannusryhma-2021.csv', { called, classes });
    expect([reading.read, reading.taken, reading.findings]).toEqual([453, 453, {}]);
    // Counted in the file.
    expect(countByClass(reading.classification.codes)).toEqual({ 1: 265, 2: 122, 3: 41, 4: 21, vt: 3, muu: 1 });
    expect(reading.classification.classes.find(({ id }) => id === 'vt')?.label.sv).toBe('Grupp VALMA&TUVA&TELMA');
    expect(reading.classification.codes['324116']).toBe('1');
  });
});
