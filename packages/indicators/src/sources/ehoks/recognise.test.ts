import { describe, expect, it } from 'vitest';
import { plan } from '../../../testing/plan-documents.js';
import { looksLikePlans } from './recognise.js';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('a file of plans', () => {
  it('is recognised by its first bytes, whatever wraps the plans', () => {
    for (const value of [plan(1), [plan(1)], { meta: {}, data: [plan(1)] }])
      expect(looksLikePlans(bytes(value))).toBe(true);
    expect(looksLikePlans(bytes(plan(1)).subarray(0, 40))).toBe(true);
  });

  it('is recognised in UTF-16 too', () => {
    const text = JSON.stringify(plan(1));
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    expect(looksLikePlans(utf16)).toBe(true);
  });

  it('is told from KOSKI documents, tables and what only names a field', () => {
    for (const value of [
      { henkilö: { oid: '1' }, opiskeluoikeudet: [{ oid: '1.2.246.562.15.1', sisältyyOpiskeluoikeuteen: {} }] },
      [{ eid: 1, oid: '1', etunimi: 'A' }],
      { huomio: 'opiskeluoikeus-oid' },
    ])
      expect(looksLikePlans(bytes(value))).toBe(false);
    expect(looksLikePlans(new TextEncoder().encode('opiskeluoikeus-oid;oppija-oid\n'))).toBe(false);
    expect(looksLikePlans(new Uint8Array(0))).toBe(false);
  });
});
