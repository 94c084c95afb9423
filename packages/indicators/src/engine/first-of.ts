import type { Expr } from '../definitions/definition.js';
import { compile } from './compile.js';
import { DefinitionError } from './errors.js';
import type { Frame } from './frame.js';
import type { Scope } from './program.js';

function isColumn(expr: Expr | undefined, name: string): boolean {
  return typeof expr === 'object' && 'column' in expr && expr.column === name;
}

/** Marks with 1 the first row of each group within a person, in the given order; rows that are equal in it stay in theirs. */
export function firstOfStage(
  group: readonly Expr[],
  order: readonly Expr[],
  scope: Scope,
  frame: Frame,
  path: string,
): () => Float64Array {
  const [person, ...rest] = group;
  if (!isColumn(person, 'right.person')) {
    throw new DefinitionError(
      `${path}.firstOf[0]`,
      JSON.stringify(person),
      '{"column":"right.person"}: groups are within a person',
    );
  }
  const groups = rest.map((expr) => compile(expr, scope));
  const orders = order.map((expr) => (isColumn(expr, 'right.key') ? undefined : compile(expr, scope)));
  const { work } = scope;
  let marks = new Float64Array(0);
  return () => {
    const { count } = frame;
    if (marks.length < count) marks = new Float64Array(count * 2);
    marks.fill(1, 0, count);
    const { right } = frame.index;
    const { firstRight, personFirst } = work;
    const { key } = work.facts.rights;
    let groupValues: readonly Float64Array[] | undefined;
    let orderValues: readonly (Float64Array | undefined)[] = [];
    const before = (a: number, b: number): boolean => {
      for (const values of orderValues) {
        if (values === undefined) {
          const [one, other] = [key[right[a]!]!, key[right[b]!]!];
          if (one !== other) return one < other;
        } else if (values[a] !== values[b]) return values[a]! < values[b]!;
      }
      return a < b;
    };
    for (let first = 0; first < count;) {
      const start = personFirst[right[first]! - firstRight]!;
      let end = first + 1;
      while (end < count && personFirst[right[end]! - firstRight] === start) end++;
      if (end - first > 1) {
        // Most persons have one row: values are worked out when somebody has two.
        groupValues ??= groups.map((program) => program.run(frame));
        if (orderValues.length === 0) orderValues = orders.map((program) => program?.run(frame));
        for (let a = first; a < end; a++) {
          for (let b = first; b < end; b++) {
            if (a !== b && groupValues.every((values) => values[a] === values[b]) && before(b, a)) marks[a] = 0;
          }
        }
      }
      first = end;
    }
    return marks;
  };
}
