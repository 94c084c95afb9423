import { eqavet } from '@strapetsi/indicators';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';

const file = new URL('../../../shared/reference/eqavet/eqavet-indicators.json', import.meta.url);
const reason = existsSync(file) ? undefined : 'the indicators of EQAVET (../shared/reference/eqavet) are not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

interface Reference {
  readonly indicators: readonly {
    readonly id: number;
    readonly name: string;
    readonly parts: readonly { readonly id: string; readonly numerator?: string; readonly denominator?: string }[];
  }[];
}

function indicator(number: number): Reference['indicators'][number] {
  const { indicators } = JSON.parse(readFileSync(file, 'utf8')) as Reference;
  const found = indicators.find(({ id }) => id === number);
  if (found === undefined) throw new Error(`no indicator ${String(number)}`);
  return found;
}

describe('the mapping of EQAVET has the indicators of the reference', () => {
  test('4, 5 and 8, by number', () => {
    expect(eqavet.map(({ number }) => number)).toEqual([4, 5, 8]);
  });

  test.each(eqavet.map((one) => [one.number, one] as const))(
    '%i with its name, parts, numerators and denominators',
    (number, one) => {
      const { name, parts } = indicator(number);
      expect(one.name.en).toBe(name);
      expect(
        one.parts.map(({ id, numerator, denominator }) => ({
          id,
          numerator: numerator.en,
          denominator: denominator.en,
        })),
      ).toEqual(parts.map(({ id, numerator, denominator }) => ({ id, numerator, denominator })));
    },
  );
});
