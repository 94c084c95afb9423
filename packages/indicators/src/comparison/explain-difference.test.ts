import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionsOf, explainDifference, variantsOf, type RuleChange, type Variant } from './explain-difference.js';

// A rule of a shop: a price, with or without tax and discount. 100, tax 24, discount 10: figures by hand.
interface Bill {
  readonly tax: boolean;
  readonly discount: 'none' | 'members' | 'all';
}
const bill: Bill = { tax: false, discount: 'none' };
const total = ({ tax, discount }: Bill): number => 100 + (tax ? 24 : 0) - (discount === 'none' ? 0 : 10);
const changes: readonly RuleChange<Bill>[] = [
  { id: 'no-tax', set: { tax: false } },
  { id: 'tax', set: { tax: true } },
  { id: 'discount-members', set: { discount: 'members' } },
  { id: 'discount-all', set: { discount: 'all' } },
];
const exact = (figure: number) => ({ figure, within: 0 });
const explain = (figure: number) =>
  explainDifference({ figure: total(bill), variants: variantsOf(bill, changes, total) }, exact(figure));

describe('explaining a difference', () => {
  it('nothing is explained where both agree', () => {
    expect(explain(100)).toEqual({ kind: 'agrees' });
  });

  it('names the change that leads to the other figure', () => {
    expect(explain(124)).toEqual({ kind: 'explained', by: [['tax']] });
  });

  it('names all changes that do so equally well', () => {
    expect(explain(90)).toEqual({ kind: 'explained', by: [['discount-members'], ['discount-all']] });
  });

  it('names two changes only where one does not do', () => {
    expect(explain(114)).toEqual({
      kind: 'explained',
      by: [
        ['tax', 'discount-members'],
        ['tax', 'discount-all'],
      ],
    });
  });

  it('says so where no change does', () => {
    expect(explain(42)).toEqual({ kind: 'notExplained' });
  });

  it('takes a rounded figure for what it may be, and no more', () => {
    const rounded = (figure: number) => explainDifference({ figure: 99.96, variants: [] }, { figure, within: 0.05 });
    expect(rounded(100)).toEqual({ kind: 'agrees' });
    expect(rounded(100.1)).toEqual({ kind: 'notExplained' });
  });

  it('leaves out changes that the rule has already, and never makes two of one point', () => {
    const ids = [...variantsOf(bill, changes, total)].map((variant) => variant.changes);
    expect(ids).toEqual([
      ['tax'],
      ['discount-members'],
      ['discount-all'],
      ['tax', 'discount-members'],
      ['tax', 'discount-all'],
    ]);
  });

  it('computes no variant beyond the number of changes that explains it', () => {
    let computed = 0;
    function* counted(): Generator<Variant> {
      for (const variant of variantsOf(bill, changes, total)) {
        computed++;
        yield variant;
      }
    }
    explainDifference({ figure: 100, variants: counted() }, exact(124));
    // Three single changes, and the pair that shows that there are no more of them.
    expect(computed).toBe(4);
  });
});

describe('the way from one rule to another', () => {
  it('says what each step adds, leaves out steps that add nothing, and adds up', () => {
    const steps = [
      { id: 'tax', set: { tax: true } },
      { id: 'discount-members', set: { discount: 'members' } },
      { id: 'discount-all', set: { discount: 'all' } },
    ] as const;
    expect(contributionsOf<Bill, string>(bill, steps, total)).toEqual([
      { change: 'tax', difference: 24 },
      { change: 'discount-members', difference: -10 },
    ]);
  });

  it('whatever the rule, the steps add up to the difference', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 6 }), (weights) => {
        type Switches = Readonly<Record<string, boolean>>;
        const off: Switches = Object.fromEntries(weights.map((_, at) => [`s${at}`, false]));
        // Neighbours that are both on count double, so that the order of steps matters.
        const figureOf = (rule: Switches): number =>
          weights.reduce((sum, w, at) => sum + (rule[`s${at}`] ? w * (rule[`s${at - 1}`] ? 2 : 1) : 0), 0);
        const steps = weights.map((_, at) => ({ id: `s${at}`, set: { [`s${at}`]: true } }));
        const on: Switches = Object.fromEntries(weights.map((_, at) => [`s${at}`, true]));
        const added = contributionsOf(off, steps, figureOf).reduce((sum, { difference }) => sum + difference, 0);
        expect(added).toBe(figureOf(on) - figureOf(off));
      }),
    );
  });
});
