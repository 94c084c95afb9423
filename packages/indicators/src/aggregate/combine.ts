import { addAggregates } from './add.js';
import type { Aggregate } from './aggregate.js';
import { NoPartError, PersonTwiceError } from './errors.js';
import { personsOf, withPersons } from './persons.js';

function joinPersons(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  const [larger, smaller] = a.size >= b.size ? [a, b] : [b, a];
  const joined = new Set(larger);
  for (const person of smaller) joined.add(person);
  if (joined.size < a.size + b.size) throw new PersonTwiceError(a.size + b.size - joined.size);
  return joined;
}

/**
 * Joins the parts of one run that was split by person: combine(calculate(a), calculate(b)) = calculate(a ∪ b), bit for bit,
 * in any order and grouping.
 * @throws PersonTwiceError where a person is in two parts.
 * @throws NoPartError where a part was read from a file: whose records it counts is not known any more.
 * @throws IncompatibleAggregatesError where the parts were calculated differently.
 */
export function combine(first: Aggregate, ...others: readonly Aggregate[]): Aggregate {
  return others.reduce((whole, part) => {
    const [a, b] = [personsOf(whole), personsOf(part)];
    if (a === undefined || b === undefined) throw new NoPartError();
    return withPersons(addAggregates(whole, part), joinPersons(a, b));
  }, first);
}
