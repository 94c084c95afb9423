import { describe, expect, it } from 'vitest';
import { arvoFindings } from '../sources/arvo/findings.js';
import { planFindings } from '../sources/ehoks/findings.js';
import { koskiFindings } from '../sources/koski/findings.js';
import { mappedFindings } from '../sources/mapping/findings.js';
import { fixesByCode, fixOf, type FindingSource } from './fixes-by-code.js';
import { fixes } from './fixes.js';
import type { FindingKind } from './reporter.js';

const known: Readonly<Record<FindingSource, Readonly<Record<string, FindingKind>>>> = {
  koski: koskiFindings,
  plans: planFindings,
  tables: mappedFindings,
  feedback: arvoFindings,
};
const all = (Object.keys(known) as FindingSource[]).flatMap((source) =>
  Object.keys(known[source]).map((code) => [source, code] as const),
);

describe('what to put right', () => {
  it.each(all)('%s: %s has a fix', (source, code) => {
    expect(fixOf(source, code)?.toDo.fi).toMatch(/\.$/);
  });

  it('is said for codes that a source can find, and for no others', () => {
    for (const [source, codes] of Object.entries(fixesByCode))
      expect(Object.keys(codes).sort()).toEqual(Object.keys(known[source as FindingSource]).sort());
    expect(fixOf('koski', 'plan-without-right')).toBeUndefined();
    expect(fixOf('koski', 'toString')).toBeUndefined();
  });

  it('is asked for by some finding, each of them', () => {
    const asked = new Set(all.map(([source, code]) => fixOf(source, code)?.id));
    expect(fixes.filter(({ id }) => !asked.has(id))).toEqual([]);
  });

  it('depends on the source: part time is corrected in KOSKI’s data or in a plan', () => {
    expect(fixOf('koski', 'part-time-invalid')?.id).toBe('partTime');
    expect(fixOf('plans', 'part-time-invalid')?.id).toBe('workplacePeriods');
  });

  it('is asked for by findings that lost something, not only told', () => {
    for (const [source, code] of all) {
      const severity = known[source][code]?.severity;
      if (severity === 'refused' || severity === 'error') expect(fixOf(source, code)?.id, code).not.toBe('nothing');
    }
  });
});
