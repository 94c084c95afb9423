import { readJsonStat } from '@strapetsi/indicators';
import type { Benchmark, BenchmarkCell, Finding } from '@strapetsi/indicators';
import JSONstat from 'jsonstat-toolkit';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';

const reference = new URL('../../../shared/reference/json-stat/', import.meta.url);
const reason = existsSync(reference) ? undefined : 'JSON-stat samples (../shared/reference/json-stat) are not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, reference), 'utf8'));

function read(document: unknown): { readonly benchmark: Benchmark; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const reading = readJsonStat({ en: document }, { id: 'sample', onFinding: (finding) => findings.push(finding) });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return { benchmark: reading.benchmark, findings };
}

/** The cell at the given members, found by our own arithmetic. */
function cellAt(
  { dimensions, cells }: Benchmark,
  members: Readonly<Record<string, string>>,
): BenchmarkCell | undefined {
  const position = dimensions.reduce(
    (at, { id, members: all }) => at * all.length + all.findIndex((member) => member.id === members[id]),
    0,
  );
  return cells[position];
}

function* combinations({ dimensions }: Benchmark): Generator<Readonly<Record<string, string>>> {
  const size = dimensions.reduce((product, { members }) => product * members.length, 1);
  // Every cell of the small samples, every seventh of the large one: the toolkit looks each up anew.
  const step = size > 1000 ? 7 : 1;
  for (let at = 0; at < size; at += step) {
    let rest = at;
    const chosen: Record<string, string> = {};
    for (const { id, members } of dimensions) {
      chosen[id] = members[rest % members.length]?.id ?? '';
      rest = Math.floor(rest / members.length);
    }
    yield chosen;
  }
}

describe('the six samples of json-stat.org', () => {
  test('are six', () => {
    expect(readdirSync(reference)).toHaveLength(6);
  });

  test.each(['canada', 'galicia', 'hierarchy', 'oecd', 'order', 'us-gsp'])(
    'say the same to us as to the format’s own toolkit: %s',
    (name) => {
      const document = json(`${name}.json`);
      const [{ benchmark }, toolkit] = [read(document), JSONstat(document)];
      expect(benchmark.dimensions.map(({ id }) => id)).toEqual(toolkit.id);
      expect(benchmark.dimensions.map(({ members }) => members.length)).toEqual(toolkit.size);
      expect([benchmark.label.en, benchmark.source.en]).toEqual([toolkit.label, toolkit.source ?? undefined]);
      for (const { id, label, role, members } of benchmark.dimensions) {
        const theirs = toolkit.Dimension(id);
        // The toolkit calls a dimension without a role "classification" where others have one.
        const theirRole = theirs.role === 'classification' ? undefined : (theirs.role ?? undefined);
        expect([label.en, role]).toEqual([theirs.label, theirRole]);
        expect(members.map((member) => member.id)).toEqual(theirs.id);
        for (const member of members) {
          const category = theirs.Category(member.id);
          expect(member.label.en).toBe(category.label.trim());
          expect(member.unit?.decimals).toBe(category.unit?.['decimals']);
          expect(member.parts ?? []).toEqual(category.id ?? []);
        }
      }
      for (const members of combinations(benchmark)) {
        const cell = cellAt(benchmark, members);
        const { value, status } = toolkit.Data(members);
        const ours = cell?.status === 'value' ? [cell.value, cell.mark ?? null] : [null, null];
        expect(ours).toEqual(typeof value === 'number' ? [value, status] : [null, null]);
      }
    },
  );

  test('give units with their powers of ten, and the mark that Canada puts on every value', () => {
    const { benchmark } = read(json('canada.json'));
    const [population, percent] = benchmark.dimensions[3]?.members ?? [];
    expect(population?.unit).toEqual({ label: { en: 'thousands of persons' }, decimals: 1, multiplier: 3 });
    expect(percent?.unit).toEqual({ label: { en: '%' }, decimals: 1, multiplier: 0 });
    expect(cellAt(benchmark, { country: 'CA', year: '2012', age: '4', concept: 'POP', sex: 'F' })).toEqual({
      status: 'value',
      value: 940.1,
      mark: 'a',
    });
    expect(benchmark.updated).toBe('2012-09-27');
  });

  test('give a hierarchy of 132 commodities, of which there are no figures', () => {
    const { benchmark } = read(json('hierarchy.json'));
    const [commodities] = benchmark.dimensions;
    const [total] = commodities?.members ?? [];
    expect(total).toMatchObject({ id: 'T', parts: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] });
    expect(commodities?.members.find(({ id }) => id === '1.1')?.parts).toEqual(['1.1.1', '1.1.2', '1.1.3', '1.1.4']);
    expect(commodities?.members.find(({ id }) => id === '1.1.1')).toEqual({ id: '1.1.1', label: { en: 'Bread' } });
    expect(benchmark.cells.every(({ status }) => status === 'noData')).toBe(true);
  });

  test('give Denmark, which the sample has in two areas', () => {
    const [, area] = read(json('oecd.json')).benchmark.dimensions;
    const wholes = area?.members.filter(({ parts }) => parts?.includes('DK') === true).map(({ id }) => id);
    expect(wholes).toEqual(['EU15', 'OECD']);
  });

  test('tell of each text that stands for a number, and take the rest in the order of the sample', () => {
    const document = json('order.json');
    const { benchmark, findings } = read(document);
    expect(benchmark.cells).toHaveLength(24);
    expect(findings.map(({ code, found }) => `${code} ${found}`)).toEqual(
      Array.from({ length: 24 }, () => 'value-not-a-number string(6)'),
    );
    // The sample names each value by its place ("A2B1C3"), but for one slip of the pen at A2 B1 C4.
    const texts = typeof document === 'object' && document !== null ? Reflect.get(document, 'value') : [];
    const numbers = (texts as readonly string[]).map((text) => Number(text.replaceAll(/[ABC]/g, '')));
    const numbered = read({ ...(document as object), value: numbers.with(11, 214) }).benchmark;
    for (const members of combinations(numbered)) {
      const place = Number(`${members['A']}${members['B']}${members['C']}`);
      expect(cellAt(numbered, members)).toEqual({ status: 'value', value: place });
    }
  });
});
