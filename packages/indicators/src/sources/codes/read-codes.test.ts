import { describe, expect, it } from 'vitest';
import type { Finding } from '../../findings/finding.js';
import { codeEntry } from './code-labels.js';
import { readCodes } from './read-codes.js';

const named = (fi: string, sv?: string) => [
  { kieli: 'FI', nimi: fi },
  ...(sv === undefined ? [] : [{ kieli: 'SV', nimi: sv }]),
];
const element = (set: string, code: string, fi: string, sv?: string, rest = {}) => ({
  koodiUri: `${set}_${code.toLowerCase()}`,
  koodiArvo: code,
  versio: 1,
  metadata: named(fi, sv),
  ...rest,
});
const OID = '1.2.246.562.10';

function read(json: unknown) {
  const findings: Finding[] = [];
  const reading = readCodes(json, { file: 'koodit.json', onFinding: (finding) => findings.push(finding) });
  expect(reading.read).toBe(reading.taken + reading.refused);
  const entry = (set: string, code: string) => codeEntry(reading.labels, set, code);
  return { ...reading, list: findings, codes: findings.map(({ code }) => code), entry };
}

describe('reading codes', () => {
  it('takes a code set with names and validity', () => {
    const {
      entry,
      whole,
      list,
      read: count,
    } = read([
      element('kieli', 'FI', 'suomi', 'finska', { voimassaAlkuPvm: '1990-01-01', voimassaLoppuPvm: null }),
      element('kieli', 'SV', 'ruotsi', 'svenska', { voimassaAlkuPvm: '1990-01-01', voimassaLoppuPvm: '2030-12-31' }),
    ]);
    expect(entry('kieli', 'FI')).toEqual({ label: { fi: 'suomi', sv: 'finska' }, from: '1990-01-01' });
    expect(entry('kieli', 'SV')?.to).toBe('2030-12-31');
    expect([count, [...whole], list]).toEqual([2, ['kieli'], []]);
  });

  it('takes a single code, and does not hold it for the whole set', () => {
    const { entry, whole } = read({
      ...element('x', '4', 'Neljä'),
      koodisto: { koodistoUri: 'ravintolakokinatjarjestys' },
    });
    expect(entry('ravintolakokinatjarjestys', '4')?.label).toEqual({ fi: 'Neljä' });
    expect(whole.size).toBe(0);
  });

  it('takes the newest of several versions, in whatever order they come', () => {
    const versions = [3, 1, 2].map((versio) => element('koulutus', '351101', `Nimi ${versio}`, undefined, { versio }));
    const { entry, whole, taken } = read(versions);
    expect(entry('koulutus', '351101')?.label.fi).toBe('Nimi 3');
    expect([taken, whole.size]).toEqual([3, 0]);
  });

  it('refuses a second, different name of the same version, and not the same name again', () => {
    const { entry, codes, refused } = read([
      element('kieli', 'FI', 'suomi'),
      element('kieli', 'FI', 'suomi'),
      element('kieli', 'FI', 'finska språket'),
    ]);
    expect([entry('kieli', 'FI')?.label.fi, codes, refused]).toEqual(['suomi', ['code-met-again'], 1]);
  });

  it('says of which code and language a text was left out', () => {
    const { entry, list } = read([element('opintojenrahoitus', '16', 'Lukuvuosimaksu', 'Lukuvuosimaksu')]);
    expect(entry('opintojenrahoitus', '16')?.label).toEqual({ fi: 'Lukuvuosimaksu' });
    expect(list).toMatchObject([
      {
        code: 'name-copied',
        severity: 'note',
        found: 'opintojenrahoitus 16, sv: Lukuvuosimaksu',
        where: { file: 'koodit.json', record: 1, path: '[0]' },
      },
    ]);
  });

  it('never repeats a text that looks personal or is no name for its length', () => {
    const personal = 'Kielitutkinto 010190-999T';
    const long = `${'Suomenkielinen '.repeat(12)}koulutus`;
    const { list } = read([element('a', '1', personal, personal), element('a', '2', long, long)]);
    expect(list.map(({ found }) => found)).toEqual(['a 1, sv: string(25)', `a 2, sv: string(${long.length})`]);
    expect(JSON.stringify(list)).not.toContain('999T');
  });

  it('reads a name without the validity that it cannot read', () => {
    const { entry, codes } = read([
      element('a', '1', 'Yksi', undefined, { voimassaAlkuPvm: '31.12.2024' }),
      element('a', '2', 'Kaksi', undefined, { voimassaAlkuPvm: '2024-01-01', voimassaLoppuPvm: '2023-01-01' }),
    ]);
    expect(codes).toEqual(['validity-unreadable', 'validity-unreadable']);
    expect(entry('a', '1')).toEqual({ label: { fi: 'Yksi' } });
  });

  it('takes organisations with what they belong to, without addresses', () => {
    const school = {
      oid: `${OID}.2`,
      nimi: { fi: 'Esimerkin ammattiopisto', sv: 'Exempels yrkesinstitut' },
      organisaatiotyypit: ['organisaatiotyyppi_02'],
      // 416613600000 is 15 March 1983 at 22 UTC, the 16th in Finland.
      alkuPvm: 416_613_600_000,
      yhteystiedot: [{ email: 'rehtori@example.org' }],
      children: [{ oid: `${OID}.3`, nimi: { fi: 'Omnia' }, organisaatiotyypit: ['organisaatiotyyppi_03'] }],
    };
    const provider = {
      oid: `${OID}.1`,
      nimi: { sv: 'Exempels samkommun' },
      parentOid: `${OID}.00000000001`,
      organisaatiotyypit: ['organisaatiotyyppi_01', 'organisaatiotyyppi_09'],
      children: [school],
    };
    const { entry, subtrees, read: count, labels } = read({ numHits: 1, organisaatiot: [provider] });
    expect(entry('organisation', `${OID}.1`)).toEqual({ label: { sv: 'Exempels samkommun' }, kind: 'provider' });
    expect(entry('organisation', `${OID}.2`)).toEqual({
      label: { fi: 'Esimerkin ammattiopisto', sv: 'Exempels yrkesinstitut' },
      from: '1983-03-16',
      parent: `${OID}.1`,
      kind: 'school',
    });
    expect(entry('organisation', `${OID}.3`)).toMatchObject({ parent: `${OID}.2`, kind: 'location' });
    expect([...subtrees]).toEqual([`${OID}.1`, `${OID}.2`]);
    expect(count).toBe(3);
    expect(JSON.stringify([...(labels.sets.get('organisation') ?? [])])).not.toContain('@');
  });

  it('refuses what is neither, and goes on', () => {
    const { codes, refused, taken, list } = read([
      { oid: '1.2.246.562.24.12345678901', etunimet: 'Aku', nimi: { fi: 'Aku Ankka' } },
      'teksti',
      element('a', '1', 'Yksi'),
      element('a', '2', ''),
    ]);
    expect(codes).toEqual(['not-a-code', 'not-a-code', 'code-without-name']);
    expect([refused, taken]).toEqual([3, 1]);
    expect(JSON.stringify(list)).not.toContain('Ankka');
  });

  it('says of an empty list that there are no codes', () => {
    expect(read([]).codes).toEqual(['not-codes']);
    expect(read({ a: 1 }).codes).toEqual(['not-a-code']);
  });

  it('takes a file of its own format as it stands, or says where it is wrong', () => {
    const file = { type: 'strapetsi.code-labels', schemaVersion: 1, sets: { a: { '1': { fi: 'Yksi', sv: 'Yksi' } } } };
    const { entry, whole, taken } = read(file);
    expect([entry('a', '1')?.label.sv, whole.size, taken]).toEqual(['Yksi', 0, 1]);
    expect(read({ ...file, schemaVersion: 7 }).list).toMatchObject([
      { code: 'not-codes', severity: 'refused', where: { path: 'schemaVersion' }, found: '7 ≠ 1' },
    ]);
  });

  it('says everything in three languages', () => {
    const { list } = read([element('a', '1', 'Tutkinto', 'tutkinto_SV'), 1, element('a', '2', '-')]);
    expect(list.length).toBe(4);
    for (const { message } of list) expect(new Set(Object.values(message)).size).toBe(3);
  });
});
