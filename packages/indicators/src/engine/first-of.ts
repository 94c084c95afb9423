import type { Expr } from '../definitions/definition.js';
import { compile } from './compile.js';
import { DefinitionError } from './errors.js';
import type { Frame } from './frame.js';
import type { Scope } from './program.js';
import { withRoom } from './work.js';

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
  const { work } = scope;
  const [firstOfGroup, ...rest] = group;
  if (!isColumn(firstOfGroup, `${work.over}.person`)) {
    throw new DefinitionError(
      `${path}.firstOf[0]`,
      JSON.stringify(firstOfGroup),
      `{"column":"${work.over}.person"}: groups are within a person`,
    );
  }
  const groups = rest.map((expr) => compile(expr, scope));
  // Outcomes have no key.
  const isKey = (expr: Expr): boolean => work.over !== 'outcome' && isColumn(expr, `${work.over}.key`);
  const orders = order.map((expr) => (isKey(expr) ? undefined : compile(expr, scope)));
  let marks = new Float64Array(0);
  let further: Int32Array = new Int32Array(0);
  return () => {
    const { count } = frame;
    if (marks.length < count) marks = new Float64Array(count * 2);
    marks.fill(1, 0, count);
    const { root } = frame.index;
    const { person: personOf } = work.roots;
    const { key } = work.over === 'response' ? work.facts.responses : work.facts.rights;
    /** Whether row `b`, which stands after `a`, comes before it in the order. */
    const comesBefore = (orderValues: readonly (Float64Array | undefined)[], b: number, a: number): boolean => {
      for (let at = 0; at < orderValues.length; at++) {
        const values = orderValues[at];
        if (values === undefined) {
          const one = key[root[a]!]!;
          const other = key[root[b]!]!;
          if (one !== other) return other < one;
        } else if (values[a] !== values[b]) return values[b]! < values[a]!;
      }
      return false;
    };
    further = withRoom(further, count);
    const rows = listFurther(root, personOf, count, further);
    if (rows === 0) return marks;
    const groupValues = groups.map((program) => program.run(frame));
    const orderValues = orders.map((program) => program?.run(frame));
    for (let i = 0; i < rows; i++) {
      const b = further[i]!;
      const person = personOf[root[b]!];
      // Of the rows before it in its group one is left.
      for (let a = b - 1; a >= 0 && personOf[root[a]!] === person; a--) {
        if (marks[a] !== 1 || !inOneGroup(groupValues, a, b)) continue;
        marks[comesBefore(orderValues, b, a) ? a : b] = 0;
        break;
      }
    }
    return marks;
  };
}

/** Lists the rows whose person has one before; gives how many they are. */
function listFurther(root: Int32Array, personOf: Int32Array, count: number, out: Int32Array): number {
  let rows = 0;
  for (let row = 1; row < count; row++) {
    out[rows] = row;
    rows += Number(personOf[root[row]!] === personOf[root[row - 1]!]);
  }
  return rows;
}

function inOneGroup(groups: readonly Float64Array[], a: number, b: number): boolean {
  for (let at = 0; at < groups.length; at++) if (groups[at]![a] !== groups[at]![b]) return false;
  return true;
}
