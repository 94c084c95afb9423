import { describe, expect, it } from 'vitest';
import { aggregateVersions } from '../aggregate/parse.js';
import { releaseVersions, tableVersions } from '../publication/versions.js';
import { upgraded, type KnownVersions } from './version.js';

/** A file that was a list of names, then of persons, and now tells them in two languages. */
const persons: KnownVersions = {
  newest: 3,
  steps: [
    {
      from: 1,
      name: 'names became persons',
      upgrade: ({ names, ...rest }) => ({ ...rest, persons: (names as readonly string[]).map((name) => ({ name })) }),
    },
    {
      from: 2,
      name: 'persons are named in Finnish and Swedish',
      upgrade: ({ persons: all, ...rest }) => ({
        ...rest,
        persons: (all as readonly { readonly name: string }[]).map(({ name }) => ({ fi: name, sv: name })),
      }),
    },
  ],
};

describe('a file of an earlier version', () => {
  it('is upgraded step by step, from wherever it begins', () => {
    const now = { type: 'p', schemaVersion: 3, persons: [{ fi: 'Aino', sv: 'Aino' }] };
    expect(upgraded({ type: 'p', schemaVersion: 1, names: ['Aino'] }, persons)).toEqual({ ok: true, json: now });
    const second = { type: 'p', schemaVersion: 2, persons: [{ name: 'Aino' }] };
    expect(upgraded(second, persons)).toEqual({ ok: true, json: now });
    expect(second).toEqual({ type: 'p', schemaVersion: 2, persons: [{ name: 'Aino' }] });
  });

  it('of the newest is the very same', () => {
    const now = { schemaVersion: 3, persons: [] };
    const read = upgraded(now, persons);
    expect(read.ok && read.json).toBe(now);
  });
});

describe('a file that cannot be read', () => {
  it('because it is newer is told which version is', () => {
    expect(upgraded({ schemaVersion: 4 }, persons)).toEqual({
      ok: false,
      problem: {
        path: 'schemaVersion',
        expected: 'version 1 or 2 or 3',
        found: '4',
      },
    });
  });

  it.each([
    [0, '0'],
    [-1, '-1'],
    [1.5, '1.5'],
    ['3', '"3"'],
    [null, 'null'],
    [undefined, 'nothing'],
  ])('because it is of no version (%j) is told which there are', (schemaVersion, found) => {
    expect(upgraded({ schemaVersion }, persons, 'tables[2].')).toEqual({
      ok: false,
      problem: { path: 'tables[2].schemaVersion', expected: 'version 1 or 2 or 3', found },
    });
    expect(upgraded({ schemaVersion }, { newest: 1, steps: [] })).toMatchObject({ problem: { expected: 'version 1' } });
  });

  it.each([undefined, null, 3, 'text', [[]]])('because it is no object (%j) is for its shape to refuse', (json) => {
    expect(upgraded(json, persons)).toEqual({ ok: true, json });
  });
});

it.each(Object.entries({ tableVersions, releaseVersions, aggregateVersions }))(
  '%s: the version before the newest is read, and no version on the way is left out',
  (_, { newest, steps }) => {
    const readable = steps.map(({ from }) => from);
    expect(readable).toEqual(readable.map((_from, at) => newest - readable.length + at));
    expect(Math.min(newest, ...readable)).toBeLessThanOrEqual(Math.max(1, newest - 1));
  },
);
