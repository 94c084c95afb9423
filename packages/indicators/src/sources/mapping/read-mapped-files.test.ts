import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../facts/facts.js';
import type { Finding } from '../../findings/finding.js';
import { PseudonymKeyError } from '../documents/pseudonyms.js';
import { dryRun } from './dry-run.js';
import type { Mapping } from './mapping.js';
import { parseMapping } from './parse-mapping.js';
import { readMapped, type MappedSource, type MappedSummary, type ReadMappedOptions } from './read-mapped.js';

const pseudonymKey = 'a key of artificial data';
const learner = (n: number): string => `1.2.246.562.24.${String(n).padStart(11, '0')}`;

function mappingOf(...tables: readonly unknown[]): Mapping {
  const parsed = parseMapping({ type: 'strapetsi.mapping', schemaVersion: 1, tables });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.mapping;
}

const rights = {
  of: 'rights',
  fields: { 'right.key': 'Oikeus', 'person.learner': 'Oppija', 'right.education': { value: 'wholeQualification' } },
};
const periods = { of: 'periods', fields: { 'right.key': 'Oikeus', 'period.start': 'Alku', 'period.state': 'Tila' } };
const alone = {
  of: 'periods',
  fields: { ...rights.fields, ...periods.fields },
};

async function read(sources: readonly MappedSource[], mapping: Mapping, options: Partial<ReadMappedOptions> = {}) {
  const findings: Finding[] = [];
  const batches: Facts[] = [];
  let summary: MappedSummary | undefined;
  const given = { pseudonymKey, onFinding: (finding: Finding) => findings.push(finding), ...options };
  for await (const batch of readMapped(sources, mapping, { ...given, onSummary: (counts) => (summary = counts) }))
    batches.push(batch);
  return { batches, findings, codes: findings.map(({ code }) => code), summary };
}

describe('which table a file is', () => {
  const rightsFile = { source: `Oikeus;Oppija\n1;${learner(1)}\n`, file: 'a.csv' };
  const periodsFile = { source: 'Oikeus;Alku;Tila\n1;1.8.2024;Läsnä\n', file: 'b.csv' };

  test('is known by its columns', async () => {
    const { summary, codes } = await read([periodsFile, rightsFile], mappingOf(rights, periods));
    expect(codes).toEqual([]);
    expect(summary?.files.map(({ of }) => of)).toEqual(['periods', 'rights']);
  });

  test('is known by its name where the mapping has a pattern', async () => {
    const { summary } = await read(
      [
        { ...periodsFile, file: 'exports/Jaksot 2024.csv' },
        { ...rightsFile, file: 'OIKEUDET.csv' },
      ],
      mappingOf({ ...rights, file: 'oikeudet.csv' }, { ...periods, file: 'jaksot*.csv' }),
    );
    expect(summary?.files.map(({ of }) => of)).toEqual(['periods', 'rights']);
  });

  test('is not known where no table fits, and the file is left out', async () => {
    const { summary, findings } = await read(
      [rightsFile, periodsFile, { source: 'x;y\n1;2\n', file: 'c.csv' }],
      mappingOf(rights, periods),
    );
    expect(findings).toMatchObject([
      { code: 'table-not-recognised', where: { file: 'c.csv', line: 1 }, found: '2 ×', expected: 'rights | periods' },
    ]);
    expect(summary).toMatchObject({ read: 3, facts: 2, refused: 1 });
  });

  test('several files can be one table', async () => {
    const more = { source: `Oikeus;Oppija\n2;${learner(2)}\n` };
    const { batches } = await read(
      [rightsFile, more, periodsFile, { source: 'Oikeus;Alku;Tila\n2;1.8.2024;Läsnä\n' }],
      mappingOf(rights, periods),
    );
    expect(batches[0]?.rights.count).toBe(2);
  });
});

describe('columns', () => {
  test('that are missing are said once, with the nearest name, and the file is not read where they are needed', async () => {
    const { findings, summary } = await read(
      [{ source: 'Oikeus;Oppija;Alkaa;Tila\n1;x;1.8.2024;Läsnä\n2;x;1.8.2024;Läsnä\n' }],
      mappingOf(alone),
    );
    expect(findings).toMatchObject([
      { code: 'column-missing', severity: 'refused', found: 'Alku', where: { path: 'Alku → period.start' } },
    ]);
    expect(summary).toMatchObject({ read: 2, facts: 0, refused: 2 });
    const near = await read([{ source: 'Oikeus;Oppijä;Alku;Tila\n' }], mappingOf(alone));
    expect(near.findings[0]).toMatchObject({ code: 'column-left-out', found: 'Oppija (Oppijä)' });
  });

  test('that are there twice are told', async () => {
    const { findings } = await read(
      [{ source: `Oikeus;Oppija;Alku;Tila;ALKU\n1;${learner(1)};1.8.2024;Läsnä;\n` }],
      mappingOf(alone),
    );
    expect(findings).toMatchObject([{ code: 'column-twice', where: { path: 'Alku → period.start' } }]);
  });

  test('are those of the mapping below whatever titles', async () => {
    const { codes } = await read(
      [
        {
          source: `Opiskelijat;Salo;;\nAjettu 1.1.2025;;;\n\nOikeus;Oppija;Alku;Tila\n1;${learner(1)};1.8.2024;Läsnä\n`,
        },
      ],
      mappingOf(alone),
    );
    expect(codes).toEqual([]);
  });
});

describe('rows that stand together', () => {
  const together = mappingOf({ ...alone, rows: 'together' });
  const rows = (persons: readonly number[]): string =>
    persons.map((n) => `${n}1;${learner(n)};1.8.2024;Läsnä\n${n}2;${learner(n)};1.8.2024;Läsnä\n`).join('');
  const head = 'Oikeus;Oppija;Alku;Tila\n';

  test('become facts as they come, person by person', async () => {
    const batches: Facts[] = [];
    let rowsGiven = 0;
    async function* source() {
      yield head;
      for (let n = 1; n <= 500; n++) {
        rowsGiven += 2;
        yield await Promise.resolve(rows([n]));
      }
    }
    const given: number[] = [];
    for await (const batch of readMapped({ source: source() }, together, { pseudonymKey, batchPersons: 100 })) {
      batches.push(batch);
      given.push(rowsGiven);
    }
    expect(batches.map(({ persons, rights: { count } }) => [persons.count, count])).toEqual(Array(5).fill([100, 200]));
    // The table's head is known after 100 rows; later each batch comes out with the row that follows it.
    expect(given.slice(0, 4)).toEqual([202, 402, 602, 802]);
  });

  test('are the same facts as rows in any order', async () => {
    const source = head + rows([1, 2, 3, 4, 5, 6, 7]);
    const [a, b] = await Promise.all([
      read([{ source }], together, { batchPersons: 2 }),
      read([{ source }], mappingOf(alone), { batchPersons: 2 }),
    ]);
    expect(JSON.stringify(a.batches)).toBe(JSON.stringify(b.batches));
    expect(a.summary).toEqual(b.summary);
  });

  test('and do not: a person met again after the facts were given out is refused', async () => {
    const { codes, summary } = await read([{ source: head + rows([1, 2, 3, 1]) }], together, { batchPersons: 1 });
    expect(codes).toEqual(['person-met-again', 'person-met-again']);
    expect(summary).toMatchObject({ read: 8, facts: 6, refused: 2, persons: 3 });
  });

  test('are needed for more rows than may be held: further ones are refused, and said so once', async () => {
    const { codes, summary } = await read([{ source: head + rows([1, 2, 3, 4]) }], mappingOf(alone), { maxRows: 5 });
    expect(codes).toEqual(['too-many-rows']);
    expect(summary).toMatchObject({ read: 8, facts: 5, refused: 3 });
  });
});

test('a key that is too short is refused at once', () => {
  expect(() => readMapped({ source: '' }, mappingOf(alone), { pseudonymKey: 'short' })).toThrow(PseudonymKeyError);
});

test('rows in any order give the same facts, person by person and right by right', async () => {
  const row = fc.record({
    right: fc.integer({ min: 1, max: 6 }),
    start: fc.integer({ min: 1, max: 28 }),
    state: fc.constantFrom('Läsnä', 'Loma', 'Väliaikaisesti keskeytynyt'),
  });
  // One period for each right and day, so that nothing depends on which comes later in the file.
  const rowsOf = fc.uniqueArray(row, { selector: ({ right, start }) => `${right}:${start}`, maxLength: 20 });
  const facts = async (lines: readonly string[]) => {
    const { batches } = await read([{ source: `Oikeus;Oppija;Alku;Tila\n${lines.join('\n')}` }], mappingOf(alone));
    const [batch] = batches;
    if (batch === undefined) return [];
    const { periods: found, rights: owners, persons } = batch;
    return Array.from({ length: found.count }, (_, at) => {
      const right = found.right[at] ?? -1;
      return [
        persons.key[owners.person[right] ?? -1],
        owners.key[right],
        found.start[at],
        found.end[at],
        found.stateBegan[at],
        found.state[at],
      ].join(' ');
    }).sort();
  };
  await fc.assert(
    fc.asyncProperty(
      rowsOf.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      async ([rows, shuffled]) => {
        const lineOf = ({ right, start, state }: (typeof rows)[number]): string =>
          `${right};${learner(right % 3)};${start}.1.2024;${state}`;
        expect(await facts(shuffled.map(lineOf))).toEqual(await facts(rows.map(lineOf)));
      },
    ),
    { numRuns: 100 },
  );
});

test('nothing personal is told or kept, and every row is facts or refused, whatever stands in the cells', async () => {
  const hetu = '010190-999P';
  const name = 'Zyphönen';
  const mapping = mappingOf({
    ...alone,
    fields: { ...alone.fields, 'person.identityCode': 'Hetu', 'right.school': 'Koulu', 'period.share': 'Osuus' },
    own: { oma: { column: 'Oma', label: { fi: 'Oma' } } },
  });
  const personal = fc.constantFrom(hetu, learner(1), '', `${name} ${hetu}`);
  const rowOf = fc.tuple(
    personal,
    personal,
    personal,
    fc.constantFrom('1.8.2024', hetu, name, ''),
    fc.constantFrom('Läsnä', hetu, `${name} Veli`),
    personal,
    fc.constantFrom('50', hetu, `${name}, Veli`),
    personal,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(rowOf, { minLength: 1, maxLength: 8 }), async (rows) => {
      const { findings, batches, summary } = await read(
        [
          {
            source: `Oikeus;Oppija;Hetu;Alku;Tila;Koulu;Osuus;Oma\n${rows.map((cells) => cells.join(';')).join('\n')}`,
          },
        ],
        mapping,
      );
      const text = JSON.stringify([findings, batches]);
      for (const secret of [hetu, learner(1), name]) expect(text).not.toContain(secret);
      expect((summary?.facts ?? 0) + (summary?.refused ?? 0)).toBe(rows.length);
    }),
    { numRuns: 100 },
  );
});

test('a dry run shows the first rows as they are read, with their columns, and reads to the end', async () => {
  const mapping = mappingOf({
    ...alone,
    fields: {
      ...alone.fields,
      'right.school': { column: 'Koulu', labels: { fi: 'Koulun nimi' } },
      'period.share': 'Osuus',
    },
    own: {
      kampus: { column: 'Kampus', label: { fi: 'Kampus' }, codes: { T: { code: 'turku', label: { fi: 'Turku' } } } },
    },
  });
  const findings: Finding[] = [];
  const { files, summary } = await dryRun(
    {
      source: `Oikeus;Oppija;Alku;Tila;Koulu;Koulun nimi;Osuus;Kampus\n7;${learner(1)};1.8.2024;läsnä;s1;Opisto;50;T\n8;${learner(2)};1.8.2024;Poissa;s1;Opisto;puoli;\n9;${learner(3)};1.8.2024;Läsnä;;;;\n`,
      file: 'a.csv',
    },
    mapping,
    { pseudonymKey, rows: 2, onFinding: (finding) => findings.push(finding) },
  );
  expect(summary).toMatchObject({ read: 3, facts: 2, refused: 1 });
  expect(findings.map(({ code }) => code)).toEqual(['unknown-code', 'needed-cell-missing']);
  expect(files).toEqual([
    {
      summary: { file: 'a.csv', of: 'periods', read: 3, facts: 2, refused: 1 },
      rows: [
        {
          record: 1,
          line: 2,
          refused: false,
          fields: [
            { field: 'person.learner', column: 'Oppija', value: 'string(26)' },
            { field: 'right.key', column: 'Oikeus', value: '7' },
            { field: 'right.school', column: 'Koulu', value: 's1', label: { fi: 'Opisto' } },
            { field: 'right.education', value: 'wholeQualification' },
            { field: 'period.start', column: 'Alku', value: '2024-08-01' },
            { field: 'period.state', column: 'Tila', value: 'present' },
            { field: 'period.share', column: 'Osuus', value: '50' },
            { field: 'own.kampus', column: 'Kampus', value: 'turku', label: { fi: 'Turku' } },
          ],
        },
        {
          record: 2,
          line: 3,
          refused: true,
          fields: [
            { field: 'person.learner', column: 'Oppija', value: 'string(26)' },
            { field: 'right.key', column: 'Oikeus', value: '8' },
            { field: 'right.school', column: 'Koulu', value: 's1', label: { fi: 'Opisto' } },
            { field: 'right.education', value: 'wholeQualification' },
            { field: 'period.start', column: 'Alku', value: '2024-08-01' },
            { field: 'period.state', column: 'Tila', value: '–', problem: 'unknown-code' },
            { field: 'period.share', column: 'Osuus', value: '–', problem: 'not-a-number' },
            { field: 'own.kampus', column: 'Kampus', value: '–' },
          ],
        },
      ],
    },
  ]);
});
