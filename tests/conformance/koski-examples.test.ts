import { creditsOfRight, dayFromIso, isoFromDay } from '@strapetsi/indicators';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { completionMethods, educations, julyRules, workplaceKinds } from '../../packages/indicators/src/facts/codes.js';
import { onlyBatch, read } from './koski-documents.js';
import { conformanceTable } from './koski-table.js';

const reference = new URL('../../../shared/reference/koski/', import.meta.url);
const docs = new URL('../../docs/conformance.md', import.meta.url);
const reason = existsSync(reference) ? undefined : 'KOSKI’s example documents (../shared/reference/koski) are not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

const examples = () =>
  readdirSync(new URL('examples/', reference))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ file, bytes: readFileSync(new URL(`examples/${file}`, reference)) }));

describe('KOSKI’s example documents', () => {
  test('all 26 are read, and the table of them in the documentation is up to date', async () => {
    const documents = examples();
    expect(documents).toHaveLength(26);
    const table = await conformanceTable(documents);
    if (process.env['UPDATE_CONFORMANCE'] === '1') writeFileSync(docs, table);
    expect(readFileSync(docs, 'utf8')).toBe(table);
  });

  test('each is accounted for, none is refused, and nothing is worse than a warning', async () => {
    for (const { bytes } of examples()) {
      const { summary, findings } = await read(bytes);
      expect(summary).toMatchObject({ read: 1, facts: 1, refused: 0, persons: 1 });
      expect(findings.filter(({ severity }) => severity === 'error' || severity === 'refused')).toEqual([]);
    }
  });

  test('no name, identity code or learner number of theirs is in the facts, the findings or the documentation', async () => {
    const documentation = readFileSync(docs, 'utf8');
    for (const { bytes } of examples()) {
      const { henkilö } = JSON.parse(bytes.toString('utf8')) as { readonly henkilö: Readonly<Record<string, unknown>> };
      const reading = await read(bytes);
      const text = JSON.stringify([reading.batches, reading.findings, reading.summary]);
      for (const secret of Object.values(henkilö)) {
        expect(typeof secret).toBe('string');
        expect(text).not.toContain(String(secret));
        expect(documentation).not.toContain(String(secret));
      }
    }
  });

  test('how and in which language studies are carried out is read from the leading performance', async () => {
    // Read from the documents by hand (suoritustapa); all but those without a qualification say it, and every one is in Finnish.
    const methods: Readonly<Record<string, readonly string[]>> = {
      demonstration: ['erikoisammattitutkinto', 'full', 'osatoisestatutkinnosta', 'paikallinen', 'tunnustettu'],
      curriculum: ['mukautettu', 'ops', 'perustutkinto', 'sisaltyy', 'tutkinnonosa_', 'uusi', 'tiedonsiirto'],
      reform: ['reforminmukainen', 'reformiuseita', 'valmistunutosittainen'],
    };
    for (const { file, bytes } of examples()) {
      const { rights, dictionaries } = onlyBatch(await read(bytes));
      const name = file.replace('ammatillinen-', '');
      const expected = Object.keys(methods).find((method) => methods[method]?.some((start) => name.startsWith(start)));
      expect([name, completionMethods[rights.method[0] ?? 255]]).toEqual([name, expected]);
      expect(dictionaries.language.keys[rights.language[0] ?? -1]).toBe('FI');
    }
  });

  test('learning at work is in two of them', async () => {
    const found: Record<string, unknown> = {};
    for (const { file, bytes } of examples()) {
      const { workplaces, dictionaries } = onlyBatch(await read(bytes));
      for (let at = 0; at < workplaces.count; at++)
        found[file.split('_')[0] ?? ''] = [
          workplaceKinds[workplaces.kind[at] ?? 255],
          isoFromDay(workplaces.start[at] ?? 0),
          isoFromDay(workplaces.end[at] ?? 0),
          workplaces.share[at],
          dictionaries.area.labels[workplaces.area[at] ?? -1]?.fi,
        ];
    }
    expect(found).toEqual({
      'ammatillinen-erikoisammattitutkinto': ['apprenticeship', '2015-05-31', '2016-08-31', 1_000_000, undefined],
      'ammatillinen-perustutkinto': ['onTheJobLearning', '2014-01-01', '2014-03-15', 1_000_000, 'Jyväskylä'],
    });
  });

  test('units of several qualifications: 25 + 15 + 10 + 15 vocational points, 11 + 12 + 14 common ones', async () => {
    const file = 'ammatillinen-valmistunutosittainensuoritususeastatutkinnosta_2025-10-29.json';
    const facts = onlyBatch(await read(readFileSync(new URL(`examples/${file}`, reference))));
    const { rights, dictionaries } = facts;
    const { vocationalUnits, commonUnits, total } = creditsOfRight(facts, 0);
    expect(total).toBe(102);
    expect(vocationalUnits).toMatchObject({ count: 4, credits: 65, recognised: 2 });
    // Areas: 4 + 1 + 4 + 2 + 2 + 2 + 1 mandatory points of seven, 3 each of seven optional ones.
    expect(commonUnits).toMatchObject({ count: 3, credits: 37, recognised: 1 });
    expect(commonUnits.mandatoryAreas).toEqual({ count: 7, credits: 16 });
    expect(commonUnits.optionalAreas).toEqual({ count: 7, credits: 21 });
    expect(educations[rights.education[0] ?? 255]).toBe('qualificationUnits');
    expect(julyRules[rights.julyRule[0] ?? 255]).toBe('counted');
    expect(dictionaries.qualification.labels[rights.qualification[0] ?? -1]).toMatchObject({
      fi: 'Ammatillisen tutkinnon osia useasta tutkinnosta',
    });
  });

  test('a partial qualification, TUVA and a right within another one are told apart', async () => {
    const kindOf = async (file: string) => {
      const { rights } = onlyBatch(await read(readFileSync(new URL(`examples/${file}.json`, reference))));
      return [
        educations[rights.education[0] ?? 255],
        rights.tuva[0],
        rights.nested[0],
        julyRules[rights.julyRule[0] ?? 255],
      ];
    };
    expect(await kindOf('ammatillinen-tutkinnonosa_2025-08-19')).toEqual(['qualificationUnits', 0, 0, 'counted']);
    expect(await kindOf('tutkintokoulutukseenvalmentavakoulutus-valmistunut_2022-10-17')).toEqual([
      'preparatory',
      1,
      0,
      'removed',
    ]);
    expect(await kindOf('ammatillinen-sisaltyytoisenoppilaitoksenopiskeluoikeuteen_2022-07-14')).toEqual([
      'wholeQualification',
      0,
      1,
      'removed',
    ]);
  });

  test('all additional information of a TUVA right that has days is kept as spells', async () => {
    const file = 'tutkintokoulutukseenvalmentavakoulutus-eivalmistunut_2022-10-17.json';
    const { spells, dictionaries } = onlyBatch(await read(readFileSync(new URL(`examples/${file}`, reference))));
    const kinds = Array.from(
      spells.kind,
      (kind, at) => `${dictionaries.spell.keys[kind] ?? ''} ${isoFromDay(spells.start[at] ?? 0)}`,
    );
    expect(kinds.sort()).toEqual([
      'erityisenTuenPäätökset 2021-08-01',
      'koulukoti 2021-09-01',
      'kuljetusetu 2021-09-01',
      'majoitusetu 2021-09-01',
      'maksuttomuus 2021-08-01',
      'sisäoppilaitosmainenMajoitus 2021-09-01',
      'vammainen 2021-08-01',
    ]);
  });

  test('the credits of one qualification are those of the national report', async () => {
    const expected = JSON.parse(
      readFileSync(new URL('expected/credits-of-one-qualification.json', reference), 'utf8'),
    ) as Expected;
    const bytes = readFileSync(new URL(expected.input, new URL('expected/', reference)));
    const facts = onlyBatch(await read(bytes));
    const { vocationalUnits, commonUnits, ...credits } = creditsOfRight(facts, 0);
    expect(credits.total).toBe(expected.creditsTotal);
    expect(vocationalUnits).toMatchObject(expected.vocationalUnits);
    expect({
      count: commonUnits.count,
      credits: commonUnits.credits,
      mandatoryAreas: commonUnits.mandatoryAreas.count,
      mandatoryAreaCredits: commonUnits.mandatoryAreas.credits,
      optionalAreas: commonUnits.optionalAreas.count,
      optionalAreaCredits: commonUnits.optionalAreas.credits,
      recognisedAreas: commonUnits.recognisedAreas,
    }).toEqual(expected.commonUnits);
    expect(credits.freelyChosenUnits.count).toBe(expected.freelyChosenUnits);
    expect(credits.individuallyExpandingUnits.count).toBe(expected.individuallyExpandingUnits);
    for (const { from, to, credits: wanted } of expected.creditsByAssessmentDate) {
      expect(creditsOfRight(facts, 0, { from: dayFromIso(from), to: dayFromIso(to) }).total).toBe(wanted);
    }
  });

  test('a specialist qualification without extents has five units and no points', async () => {
    const bytes = readFileSync(new URL('examples/ammatillinen-erikoisammattitutkinto_2023-09-27.json', reference));
    expect(creditsOfRight(onlyBatch(await read(bytes)), 0).vocationalUnits).toMatchObject({ count: 5, credits: 0 });
  });
});

interface Expected {
  readonly input: string;
  readonly creditsTotal: number;
  readonly vocationalUnits: {
    readonly count: number;
    readonly credits: number;
    readonly withDemonstration: number;
    readonly recognised: number;
  };
  readonly commonUnits: Readonly<Record<string, number>>;
  readonly freelyChosenUnits: number;
  readonly individuallyExpandingUnits: number;
  readonly creditsByAssessmentDate: readonly { readonly from: string; readonly to: string; readonly credits: number }[];
}
