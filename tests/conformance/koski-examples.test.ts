import { creditsOfRight, dayFromIso } from '@strapetsi/indicators';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
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
