import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { called, cellsOf, dimensionOf, tableOf } from '../../testing/small-tables.js';
import { parseCatalogue } from './parse-catalogue.js';
import { releaseFiles } from './release-files.js';

const year = dimensionOf('year', '2024', '2025');
const byYear = tableOf([year], cellsOf(12, '-'));
const bySchool = tableOf([year, dimensionOf('school', 'A', 'B')], cellsOf(9, '-', '-', '0'), {
  only: [{ dimension: 'gender', label: { fi: 's', sv: 'k', en: 'g' }, members: [{ id: 'female', label: {} }] }],
});
const options = { released: '2026-02-02', previous: 'f'.repeat(64) };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a release as files', () => {
  const { catalogue, text, hash, tables } = releaseFiles([byYear, bySchool], options);

  it('has a catalogue that says of each table in ids what it is, and how many cells say what', () => {
    const [first, second] = catalogue.tables;
    expect(first).toMatchObject({
      indicator: { id: 'students', version: '1.0.0', hash: 'aa' },
      figure: 'students',
      dimensions: [
        { id: 'year', members: ['2024', '2025'] },
        { id: 'school', members: ['A', 'B'] },
      ],
      only: [{ dimension: 'gender', members: ['female'] }],
      period: { from: '2023-01-01', to: '2025-12-31' },
      asOf: '2026-01-31',
      providers: ['p1'],
      cells: { value: 1, withheld: 2, immature: 0, notApplicable: 0, noData: 1 },
    });
    expect(second).toMatchObject({ only: [], cells: { value: 1, withheld: 1, noData: 0 } });
    expect(catalogue).toMatchObject({ released: '2026-02-02', previous: 'f'.repeat(64), policy: { id: 'minimum-5' } });
    expect(parseCatalogue(JSON.parse(text))).toEqual({ ok: true, catalogue });
  });

  it('names each file by what it holds and by its hash', () => {
    for (const entry of catalogue.tables) {
      const content = tables.find(({ file }) => file === entry.file)?.text ?? '';
      expect(entry.sha256).toBe(sha256(content));
      expect(entry.bytes).toBe(Buffer.byteLength(content));
      const cut = entry.dimensions.map(({ id }) => id).join('.');
      expect(entry.file).toBe(`tables/students.students.${cut}.${sha256(content).slice(0, 12)}.json`);
    }
    expect(hash).toBe(sha256(text));
  });

  it('is the same whatever order the tables come in', () => {
    expect(releaseFiles([bySchool, byYear], options).text).toBe(text);
    expect(releaseFiles([bySchool, byYear], { released: '2026-02-03' }).hash).not.toBe(hash);
  });

  it('says from when to when the records are, where tables are of several days', () => {
    const later = called({ ...byYear, asOf: '2026-02-01' }, 'net-students');
    const network = called({ ...byYear, asOf: '2026-01-30', asOfLatest: '2026-02-05' }, 'new-students');
    expect(releaseFiles([byYear], options).catalogue.snapshot).toEqual({ from: '2026-01-31', to: '2026-01-31' });
    expect(releaseFiles([later, byYear], options).catalogue.snapshot).toEqual({ from: '2026-01-31', to: '2026-02-01' });
    expect(releaseFiles([byYear, network], options).catalogue.snapshot).toEqual({
      from: '2026-01-30',
      to: '2026-02-05',
    });
  });

  it('has names that Windows takes: no device, no sign but letters, figures, - and _, no long path', () => {
    const own = dimensionOf('own.a:b*ä/ö', '1');
    const files = releaseFiles(
      [
        called(byYear, 'con', 'nul'),
        called(tableOf([own], cellsOf(1)), 'a/../b', 'ä "x"'),
        called(byYear, 'i'.repeat(300)),
      ],
      options,
    ).tables.map(({ file }) => file);
    expect(files[0]).toMatch(/^tables\/con-\.nul-\.year\.[0-9a-f]{12}\.json$/);
    expect(files[1]).toMatch(/^tables\/a-b\.-x-\.own-a-b-\.[0-9a-f]{12}\.json$/);
    for (const file of files)
      expect(file.length).toBeLessThanOrEqual('tables/'.length + 100 + '.0123456789ab.json'.length);
    const parsed = releaseFiles([called(byYear, '-')], options).text;
    expect(parseCatalogue(JSON.parse(parsed)).ok).toBe(true);
  });
});

describe('tables that are no release together are refused', () => {
  it.each([
    ['no-tables', 'tables', []],
    ['several-policies', 'tables[1].policy.id', [byYear, { ...bySchool, policy: { ...byYear.policy, id: 'vipunen' } }]],
    ['same-slice-twice', 'tables[2]', [byYear, bySchool, { ...byYear, asOf: '2026-02-01' }]],
    ['same-slice-twice', 'tables[1]', [bySchool, { ...bySchool, dimensions: [...bySchool.dimensions].reverse() }]],
  ])('%s at %s', (code, path, tables) => {
    expect(() => releaseFiles(tables, options)).toThrow(expect.objectContaining({ name: 'ReleaseError', code, path }));
  });

  it.each([
    ['figure', called(byYear, 'students', 'share')],
    ['period', { ...byYear, period: { from: '2024-01-01', to: '2025-12-31' } }],
    ['provider', { ...byYear, providers: [{ id: 'p2', label: {} }] }],
    ['rule', { ...byYear, rule: 'until-2025' }],
    ['limit', { ...byYear, parameters: { days: 14 } }],
    ['slice', { ...byYear, only: bySchool.only }],
  ])('but another %s is another slice', (_, other) => {
    expect(releaseFiles([byYear, other], options).catalogue.tables).toHaveLength(2);
  });
});
