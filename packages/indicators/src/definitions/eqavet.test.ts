import { langs } from '@strapetsi/text';
import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import { factsOf } from '../facts/facts-of.js';
import { persons, right } from '../../testing/timelines.js';
import { catalogue } from './catalogue.js';
import { qualificationTypes } from './classification-qualification-type.js';
import { eqavet, type EqavetFigure } from './eqavet.js';

const parts = eqavet.flatMap(({ parts: all }) => all);
const figures = parts.flatMap(({ id, figures: all }) => all.map((figure) => [id, figure.definition, figure] as const));

function definitionOf({ definition }: EqavetFigure) {
  const found = catalogue.find(({ id }) => id === definition);
  if (found === undefined) throw new Error(`no definition ${definition}`);
  return found;
}

describe('the mapping of EQAVET indicators', () => {
  it.each(figures)('%s names a figure of %s that there is, and a run that works', (_part, _definition, asked) => {
    const definition = definitionOf(asked);
    expect(definition.figures.map(({ id }) => id)).toContain(asked.figure);
    // Two graduates of May 2023, in an initial and in a further qualification, and what they did after one and three years.
    const people = persons(
      ...['361902', '324101'].map((qualification) => [
        right('2021-08-01 present, 2023-05-31 graduated', { confirmed: '2023-05-31', qualification }),
      ]),
    ).map((person) => ({
      ...person,
      motherTongue: 'SV',
      outcomes: [1, 3].map((yearsAfter) => {
        return { provider: 'P', graduated: '2021-12-31', yearsAfter, activity: 'employedStudent' as const };
      }),
    }));
    const { cells } = calculateInMemory(factsOf(people), definition, {
      by: asked.by,
      only: asked.only ?? {},
      period: { from: '2021-07-01', to: '2023-12-31' },
      asOf: '2026-01-31',
      classifications: [qualificationTypes],
    });
    expect(cells.length).toBeGreaterThan(0);
  });

  it('serves every part, and says what it does not tell', () => {
    expect(parts.map(({ id }) => id)).toEqual(['4a', '4b', '5a', '5b', '8a', '8b']);
    for (const part of parts) {
      expect(part.figures.length, part.id).toBeGreaterThan(0);
      expect(part.notCovered.length, part.id).toBeGreaterThan(0);
    }
  });

  it('says everything in three languages', () => {
    const texts = [
      ...eqavet.map(({ name }) => name),
      ...parts.flatMap(({ numerator, denominator, figures: all, notCovered }) => [
        numerator,
        denominator,
        ...all.map(({ tells }) => tells),
        ...notCovered,
      ]),
    ];
    for (const text of texts) for (const lang of langs) expect(text[lang]).toMatch(/\S/);
  });
});
