import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeEntry, noCodeLabels, type CodeEntry, type CodeLabels } from './code-labels.js';
import { updateLabels, type NewCodes } from './update-labels.js';

const of = (set: string, codes: Readonly<Record<string, CodeEntry>>): CodeLabels => ({
  sets: new Map([[set, new Map(Object.entries(codes))]]),
});
const news = (labels: CodeLabels, rest: Partial<NewCodes> = {}): NewCodes => ({
  labels,
  whole: new Set(),
  subtrees: new Set(),
  ...rest,
});
const noChanges = { added: [], gone: [], renamed: [], translated: [], outdated: [] };

describe('updating code labels', () => {
  it('adds what was not there', () => {
    const { labels, changes } = updateLabels(noCodeLabels, [news(of('a', { '1': { label: { fi: 'Yksi' } } }))]);
    expect(codeEntry(labels, 'a', '1')?.label).toEqual({ fi: 'Yksi' });
    expect(changes).toEqual({ ...noChanges, added: [{ set: 'a', code: '1', label: { fi: 'Yksi' } }] });
  });

  it('says what was renamed and what was translated', () => {
    const before = of('a', { '1': { label: { fi: 'Vanha', sv: 'Gammal' } } });
    const after = of('a', { '1': { label: { fi: 'Uusi', sv: 'Ny', en: 'New' } } });
    const { labels, changes } = updateLabels(before, [news(after)]);
    expect(codeEntry(labels, 'a', '1')?.label).toEqual({ fi: 'Uusi', sv: 'Ny', en: 'New' });
    expect(changes.renamed).toEqual([
      { set: 'a', code: '1', lang: 'fi', before: 'Vanha', text: 'Uusi' },
      { set: 'a', code: '1', lang: 'sv', before: 'Gammal', text: 'Ny' },
    ]);
    expect(changes.translated).toEqual([{ set: 'a', code: '1', lang: 'en', text: 'New' }]);
  });

  it('keeps a translation of one’s own as long as the code is called the same', () => {
    const before = of('a', { '1': { label: { fi: 'Lukuvuosimaksu', sv: 'Läsårsavgift' } } });
    const same = updateLabels(before, [news(of('a', { '1': { label: { fi: 'Lukuvuosimaksu' } } }))]);
    expect(codeEntry(same.labels, 'a', '1')?.label.sv).toBe('Läsårsavgift');
    expect(same.changes).toEqual(noChanges);
    const renamed = updateLabels(before, [news(of('a', { '1': { label: { fi: 'Tilauskoulutus' } } }))]);
    expect(codeEntry(renamed.labels, 'a', '1')?.label).toEqual({ fi: 'Tilauskoulutus' });
    expect(renamed.changes.outdated).toEqual([{ set: 'a', code: '1', lang: 'sv', text: 'Läsårsavgift' }]);
  });

  it('marks what a whole set no longer has, once, and keeps its name', () => {
    const before = of('a', { '1': { label: { fi: 'Yksi' } }, '2': { label: { fi: 'Kaksi' } } });
    const without = news(of('a', { '2': { label: { fi: 'Kaksi' } } }), { whole: new Set(['a']) });
    const first = updateLabels(before, [without]);
    expect(first.changes.gone).toEqual([{ set: 'a', code: '1', label: { fi: 'Yksi' } }]);
    expect(codeEntry(first.labels, 'a', '1')).toEqual({ label: { fi: 'Yksi' }, gone: true });
    expect(updateLabels(first.labels, [without]).changes).toEqual(noChanges);
    const back = updateLabels(first.labels, [news(before)]);
    expect(back.changes.added.map(({ code }) => code)).toEqual(['1']);
    expect(codeEntry(back.labels, 'a', '1')).toEqual({ label: { fi: 'Yksi' } });
  });

  it('looks at all files of a set before anything counts as gone', () => {
    const before = of('a', { '1': { label: { fi: 'Yksi' } }, '2': { label: { fi: 'Kaksi' } } });
    const pages = ['1', '2'].map((code) =>
      news(of('a', { [code]: { label: before.sets.get('a')?.get(code)?.label ?? {} } }), { whole: new Set(['a']) }),
    );
    expect(updateLabels(before, pages).changes.gone).toEqual([]);
  });

  it('misses no code of a set that it was shown a part of', () => {
    const before = of('a', { '1': { label: { fi: 'Yksi' } }, '2': { label: { fi: 'Kaksi' } } });
    expect(updateLabels(before, [news(of('a', { '1': { label: { fi: 'Yksi' } } }))]).changes).toEqual(noChanges);
  });

  it('misses a place of a provider whose places are all in the file, and not of another', () => {
    const label = { fi: 'Omnia' };
    const before = of('organisation', {
      p: { label },
      s: { label, parent: 'p' },
      gone: { label, parent: 's' },
      other: { label, parent: 'q' },
    });
    const after = news(of('organisation', { p: { label }, s: { label, parent: 'p' } }), { subtrees: new Set(['p']) });
    expect(updateLabels(before, [after]).changes.gone.map(({ code }) => code)).toEqual(['gone']);
  });

  it('keeps what it knows of an organisation when a file has only its name', () => {
    const before = of('organisation', { s: { label: { fi: 'A' }, parent: 'p', kind: 'school', from: '2000-01-01' } });
    const { labels } = updateLabels(before, [news(of('organisation', { s: { label: { fi: 'B' } } }))]);
    expect(codeEntry(labels, 'organisation', 's')).toEqual({
      label: { fi: 'B' },
      parent: 'p',
      kind: 'school',
      from: '2000-01-01',
    });
  });

  it('takes the validity of a code as a whole', () => {
    const before = of('a', { '1': { label: { fi: 'A' }, from: '2000-01-01', to: '2010-12-31' } });
    const { labels } = updateLabels(before, [news(of('a', { '1': { label: { fi: 'A' }, from: '2000-01-01' } }))]);
    expect(codeEntry(labels, 'a', '1')).toEqual({ label: { fi: 'A' }, from: '2000-01-01' });
  });

  it('has nothing to say when the same files are read again', () => {
    const text = fc.constantFrom('A', 'B', 'C');
    const entry = fc.record({ label: fc.record({ fi: text, sv: text, en: text }, { requiredKeys: [] }) });
    const labels = fc
      .array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2', '3'), entry))
      .map((all): CodeLabels => {
        const sets = new Map<string, Map<string, CodeEntry>>([
          ['a', new Map()],
          ['b', new Map()],
        ]);
        for (const [set, code, one] of all) sets.get(set)?.set(code, one);
        return { sets };
      });
    const reading = fc.record({ labels, whole: fc.subarray(['a', 'b']).map((all) => new Set(all)) });
    fc.assert(
      fc.property(labels, fc.array(reading, { maxLength: 3 }), (base, given) => {
        const readings = given.map(({ labels: read, whole }) => news(read, { whole }));
        const once = updateLabels(base, readings);
        expect(updateLabels(once.labels, readings)).toEqual({ labels: once.labels, changes: noChanges });
      }),
    );
  });
});
