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
  /** Its own period and day of the data where they are not those of the comparison. */
  readonly options?: Partial<Omit<CalculateOptions, 'by' | 'records' | 'findings'>>;
  /** The number, of the amounts of the definition's measure. */
  readonly figureOf: (amounts: readonly number[]) => number;
}

/** The first indicator changed in the named points, which may make it the second one for some rights. */
export interface NamedVariant extends RightMeasure {
  readonly changes: readonly string[];
}

/** Two indicators side by side, right by right or person by person. */
export interface DefinitionComparison {
  /** Rights or persons that the indicator has a figure of, and their sum. */
  readonly first: { readonly rights: number; readonly sum: number };
  readonly second: { readonly rights: number; readonly sum: number };
  /** Of all that either has: `ours` is the first indicator, `theirs` the second. */
  readonly agree: ComparedSum;
  readonly explained: readonly ExplainedGroup[];
  readonly notExplained: UnexplainedGroup;
}

/** The name of the column by which the engine tells study rights or persons apart. */
const OWN = 'compared';

/** A person goes by the number of his or her first study right: who looks into a difference must find it. */
function namesOf({ rights }: Facts, of: 'right' | 'person'): readonly string[] {
  if (of === 'right') return rights.key;
  const first = new Map<number, string>();
  rights.key.forEach((key, at) => {
    const person = rights.person[at] ?? -1;
    if (!first.has(person)) first.set(person, key);
  });
  return rights.key.map((_, at) => first.get(rights.person[at] ?? -1) ?? '');
}

function named(facts: Facts, dictionary: GrowingDictionary, of: 'right' | 'person'): Facts {
  const values = Int32Array.from(namesOf(facts, of), (name) => dictionary.add(name));
  const label = { fi: 'Opiskeluoikeus', sv: 'Studierätt', en: 'Study right' };
  return { ...facts, own: { ...facts.own, [OWN]: { of: 'right', label, dictionary, values } } };
}

async function* numbered(ours: FactBatches, of: 'right' | 'person'): AsyncGenerator<Facts> {
  const dictionary = createDictionary();
  for await (const facts of ours) yield named(facts, dictionary, of);
}

function figuresOf({ cells }: Aggregate, { figureOf }: RightMeasure): ReadonlyMap<string, number> {
  const figures = new Map<string, number>();
  for (const cell of cells) {
    const [right] = cell.key;
    if (right !== undefined && 'amounts' in cell) figures.set(right, figureOf(cell.amounts));
  }
  return figures;
}

export interface FiguresOptions extends Pick<CompareOptions, 'period' | 'asOf'> {
  /** What figures are of: study rights unless told otherwise. Indicators that count persons must be compared by person. */
  readonly of?: 'right' | 'person';
}

/**
 * What indicators make of each study right (or person), in one pass over the facts: the figure by the right's key, or by that of
 * the person's first right, in the order of the measures. What an indicator does not look at, leaves out or finds nothing in has
 * no figure.
 * @throws the errors of `calculate`
 */
export async function figuresByRight(
  ours: FactBatches,
  measures: readonly RightMeasure[],
  { period, asOf, of = 'right' }: FiguresOptions,
): Promise<readonly ReadonlyMap<string, number>[]> {
  const requests = measures.map(({ definition, options }) => ({
    definition,
    options: { period, asOf, ...options, by: [`own.${OWN}`] } satisfies CalculateOptions,
  }));
  const aggregates = await calculateAll(numbered(ours, of), requests);
  return measures.flatMap((measure, at) => {
    const aggregate = aggregates[at];
    return aggregate === undefined ? [] : [figuresOf(aggregate, measure)];
  });
}

/**
 * Sets two indicators side by side on the same records: for each study right (or person) which of the variants of the first leads to
 * the second one's figure. Variants of fewer changes come first. Facts pass once, whatever the number of variants; the figures of
 * all rights are held in memory.
 * @param texts what each change means
 * @throws the errors of `calculate`
 */
export async function compareDefinitions(
  ours: FactBatches,
  first: RightMeasure,
  second: RightMeasure,
  variants: readonly NamedVariant[],
  texts: Readonly<Record<string, Text>>,
  options: FiguresOptions & Pick<CompareOptions, 'examples'>,
): Promise<DefinitionComparison> {
  const [a, b, ...others] = await figuresByRight(ours, [first, second, ...variants], options);
  const [ours1, theirs1] = [a ?? new Map<string, number>(), b ?? new Map<string, number>()];
  const tally = createTally(
    options.examples ?? EXAMPLES,
    (change) => texts[change] ?? { fi: change, sv: change, en: change },
  );
  for (const right of new Set([...ours1.keys(), ...theirs1.keys()])) {
    const [figure, theirs] = [ours1.get(right) ?? 0, theirs1.get(right) ?? 0];
    const varied = variants.map(({ changes }, at) => ({ changes, figure: others[at]?.get(right) ?? 0 }));
    const explanation = explainDifference({ figure, variants: varied }, { figure: theirs, within: 0 });
    tally.add({ right, ours: figure, theirs }, explanation, () => []);
  }
  const { agree, explained, notExplained } = tally.finish();
  return { first: sumOf(ours1), second: sumOf(theirs1), agree, explained, notExplained };
}

function sumOf(figures: ReadonlyMap<string, number>): { readonly rights: number; readonly sum: number } {
  return { rights: figures.size, sum: [...figures.values()].reduce((sum, figure) => sum + figure, 0) };
}
