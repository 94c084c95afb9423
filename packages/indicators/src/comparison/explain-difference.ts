/** One point in which a rule can be another one: `{ id: 'part-time-ignored', set: { partTime: 'ignored' } }`. */
export interface RuleChange<Rule, Id extends string = string> {
  readonly id: Id;
  readonly set: Partial<Rule>;
}

/** A figure by a rule that differs from ours in the named points. */
export interface Variant<Id extends string = string> {
  readonly changes: readonly Id[];
  readonly figure: number;
}

/** A figure, and what it would be by other rules. Variants with fewer changes come first. */
export interface VariedFigure<Id extends string = string> {
  readonly figure: number;
  readonly variants: Iterable<Variant<Id>>;
}

/** A figure that may be rounded: the exact one is at most `within` away. */
export interface ReportedFigure {
  readonly figure: number;
  readonly within: number;
}

export type Explanation<Id extends string = string> =
  | { readonly kind: 'agrees' }
  /** Each of these sets of changes leads to the other figure; none of fewer changes does. */
  | { readonly kind: 'explained'; readonly by: readonly (readonly Id[])[] }
  | { readonly kind: 'notExplained' };

/**
 * Why `b` is another figure than `a`: the variants of `a` with the fewest changes that give `b`. Variants are not computed
 * beyond the first number of changes that explains it.
 *
 * @example
 * const variants = [
 *   { changes: ['a'], figure: 90 },
 *   { changes: ['a', 'b'], figure: 80 },
 * ];
 * explainDifference({ figure: 100, variants }, { figure: 80, within: 0 }); // → { kind: 'explained', by: [['a', 'b']] }
 */
export function explainDifference<Id extends string>(a: VariedFigure<Id>, b: ReportedFigure): Explanation<Id> {
  const fits = (figure: number): boolean => Math.abs(figure - b.figure) <= b.within;
  if (fits(a.figure)) return { kind: 'agrees' };
  const by: (readonly Id[])[] = [];
  for (const { changes, figure } of a.variants) {
    const fewest = by[0]?.length;
    if (fewest !== undefined && changes.length > fewest) break;
    if (fits(figure)) by.push(changes);
  }
  return by.length === 0 ? { kind: 'notExplained' } : { kind: 'explained', by };
}

/** Whether the change makes the rule another one. */
function changesRule<Rule extends object>(rule: Rule, { set }: RuleChange<Rule>): boolean {
  return Object.entries(set).some(([key, value]) => Reflect.get(rule, key) !== value);
}

function touchSamePoint<Rule>(a: RuleChange<Rule>, b: RuleChange<Rule>): boolean {
  return Object.keys(a.set).some((key) => key in b.set);
}

/**
 * The figures by every rule that differs from the given one in one or two of the changes, in their order: those in one point first.
 * Two changes of the same point are not combined, and changes that the rule has already are left out.
 *
 * @example
 * const changes = [
 *   { id: 'half time', set: { share: 0.5 } },
 *   { id: 'no July', set: { days: 334 } },
 * ];
 * const figures = variantsOf({ share: 1, days: 365 }, changes, ({ share, days }) => share * days);
 * [...figures].map(({ figure }) => figure); // → [182.5, 334, 167]
 */
export function* variantsOf<Rule extends object, Id extends string>(
  rule: Rule,
  changes: readonly RuleChange<Rule, Id>[],
  figureOf: (rule: Rule) => number,
): Generator<Variant<Id>> {
  const real = changes.filter((change) => changesRule(rule, change));
  for (const { id, set } of real) yield { changes: [id], figure: figureOf({ ...rule, ...set }) };
  for (const [at, first] of real.entries()) {
    for (const second of real.slice(at + 1)) {
      if (touchSamePoint<Rule>(first, second)) continue;
      yield { changes: [first.id, second.id], figure: figureOf({ ...rule, ...first.set, ...second.set }) };
    }
  }
}

/** What one change adds to a figure, or takes away. */
export interface Contribution<Id extends string = string> {
  readonly change: Id;
  readonly difference: number;
}

/**
 * The way from one rule to another, one change after the other in the given order: what each adds to the figure when the ones
 * before it are made already. The contributions add up to the whole difference exactly; changes that add nothing are left out.
 * Where two changes meet in the same days, the earlier one takes the share.
 *
 * @example
 * const changes = [
 *   { id: 'half time', set: { share: 0.5 } },
 *   { id: 'no July', set: { days: 334 } },
 * ];
 * contributionsOf({ share: 1, days: 365 }, changes, ({ share, days }) => share * days); // → [{ change: 'half time', difference: -182.5 }, { change: 'no July', difference: -15.5 }]
 */
export function contributionsOf<Rule extends object, Id extends string>(
  from: Rule,
  changes: readonly RuleChange<Rule, Id>[],
  figureOf: (rule: Rule) => number,
): readonly Contribution<Id>[] {
  let rule = from;
  let figure = figureOf(rule);
  const contributions: Contribution<Id>[] = [];
  for (const { id, set } of changes) {
    rule = { ...rule, ...set };
    const next = figureOf(rule);
    if (next !== figure) contributions.push({ change: id, difference: next - figure });
    figure = next;
  }
  return contributions;
}
