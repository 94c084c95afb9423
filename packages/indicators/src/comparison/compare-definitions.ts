import type { LocalizedText } from '@strapetsi/text';
import type { Aggregate } from '../aggregate/aggregate.js';
import type { Definition } from '../definitions/definition.js';
import { calculateAll } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { createDictionary, type GrowingDictionary } from '../facts/dictionary.js';
import type { Facts } from '../facts/facts.js';
import { createTally, type ComparedSum, type ExplainedGroup, type UnexplainedGroup } from './comparison.js';
import { explainDifference } from './explain-difference.js';
import type { FactBatches } from './matching.js';
import { EXAMPLES, type CompareOptions } from './options.js';

type Text = Required<LocalizedText>;

/** An indicator as one number for each study right: days, points, or 1 for whoever is counted. */
export interface RightMeasure {
  readonly definition: Definition;
  readonly options?: Pick<CalculateOptions, 'rule' | 'parameters' | 'classifications' | 'only'>;
  /** The number, of the amounts of the definition's measure. */
  readonly figureOf: (amounts: readonly number[]) => number;
}

/** The first indicator changed in one point, which may make it the second one for some rights. */
export interface NamedVariant extends RightMeasure {
  readonly id: string;
  /** What the change means. */
  readonly text: Text;
}

/** Two indicators side by side, right by right. */
export interface DefinitionComparison {
  /** Rights that the indicator has a figure of, and their sum. */
  readonly first: { readonly rights: number; readonly sum: number };
  readonly second: { readonly rights: number; readonly sum: number };
  /** Of all rights that either has: `ours` is the first indicator, `theirs` the second. */
  readonly agree: ComparedSum;
  readonly explained: readonly ExplainedGroup[];
  readonly notExplained: UnexplainedGroup;
}

/** The name of the column by which the engine tells study rights apart. */
const OWN = 'study-right';

function withRights(facts: Facts, dictionary: GrowingDictionary): Facts {
  const values = Int32Array.from(facts.rights.key, (key) => dictionary.add(key));
  const label = { fi: 'Opiskeluoikeus', sv: 'Studierätt', en: 'Study right' };
  return { ...facts, own: { ...facts.own, [OWN]: { of: 'right', label, dictionary, values } } };
}

async function* numbered(ours: FactBatches): AsyncGenerator<Facts> {
  const dictionary = createDictionary();
  for await (const facts of ours) yield withRights(facts, dictionary);
}

function figuresOf({ cells }: Aggregate, { figureOf }: RightMeasure): ReadonlyMap<string, number> {
  const figures = new Map<string, number>();
  for (const cell of cells) {
    const [right] = cell.key;
    if (right !== undefined && 'amounts' in cell) figures.set(right, figureOf(cell.amounts));
  }
  return figures;
}

/**
 * What indicators make of each study right, in one pass over the facts: the figure by the right's key, in the order of the
 * measures. A right that an indicator does not look at, leaves out or finds nothing in has no figure.
 * @throws the errors of `calculate`
 */
export async function figuresByRight(
  ours: FactBatches,
  measures: readonly RightMeasure[],
  { period, asOf }: Pick<CompareOptions, 'period' | 'asOf'>,
): Promise<readonly ReadonlyMap<string, number>[]> {
  const requests = measures.map(({ definition, options }) => ({
    definition,
    options: { ...options, period, asOf, by: [`own.${OWN}`] } satisfies CalculateOptions,
  }));
  const aggregates = await calculateAll(numbered(ours), requests);
  return measures.flatMap((measure, at) => {
    const aggregate = aggregates[at];
    return aggregate === undefined ? [] : [figuresOf(aggregate, measure)];
  });
}

/**
 * Sets two indicators side by side on the same records: for each study right which of the variants of the first leads to the
 * second one's figure. Facts pass once, whatever the number of variants; the figures of all rights are held in memory.
 * @throws the errors of `calculate`
 */
export async function compareDefinitions(
  ours: FactBatches,
  first: RightMeasure,
  second: RightMeasure,
  variants: readonly NamedVariant[],
  options: Omit<CompareOptions, 'findings'>,
): Promise<DefinitionComparison> {
  const [a, b, ...others] = await figuresByRight(ours, [first, second, ...variants], options);
  const [ours1, theirs1] = [a ?? new Map<string, number>(), b ?? new Map<string, number>()];
  const tally = createTally(options.examples ?? EXAMPLES, (change) => textOf(variants, change));
  for (const right of new Set([...ours1.keys(), ...theirs1.keys()])) {
    const [figure, theirs] = [ours1.get(right) ?? 0, theirs1.get(right) ?? 0];
    const varied = variants.map(({ id }, at) => ({ changes: [id], figure: others[at]?.get(right) ?? 0 }));
    const explanation = explainDifference({ figure, variants: varied }, { figure: theirs, within: 0 });
    tally.add({ right, ours: figure, theirs }, explanation, () => []);
  }
  const { agree, explained, notExplained } = tally.finish();
  return { first: sumOf(ours1), second: sumOf(theirs1), agree, explained, notExplained };
}

function sumOf(figures: ReadonlyMap<string, number>): { readonly rights: number; readonly sum: number } {
  return { rights: figures.size, sum: [...figures.values()].reduce((sum, figure) => sum + figure, 0) };
}

function textOf(variants: readonly NamedVariant[], change: string): Text {
  return variants.find(({ id }) => id === change)?.text ?? { fi: change, sv: change, en: change };
}
