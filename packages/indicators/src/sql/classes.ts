import type { Classification } from '../definitions/classification.js';
import type { Dialect } from './dialect.js';
import { bindText, type Parameters } from './expression.js';

/** The classifications of a run as relations of a statement: codes with the numbers of their classes. */
export interface ClassRelations {
  /** The classification, and the name of the part that holds its codes; undefined where the run has none with that id. */
  find(id: string): { readonly classification: Classification; readonly name: string } | undefined;
  /** The parts of those that were asked for. */
  parts(): readonly { readonly name: string; readonly body: string }[];
}

/** A classification is bound when it is asked for: a statement must use every value that is bound. */
export function classRelations(
  given: readonly Classification[],
  dialect: Dialect,
  parameters: Parameters,
): ClassRelations {
  const made = new Map<string, string>();
  const nameAt = (at: number): string => `classes ${String(at + 1)}`;
  return {
    find(id) {
      const at = given.findIndex((one) => one.id === id);
      const classification = given[at];
      if (classification === undefined) return undefined;
      const name = nameAt(at);
      if (!made.has(name)) made.set(name, relationOf(classification, dialect, parameters));
      return { classification, name };
    },
    parts: () => [...made].map(([name, body]) => ({ name, body })),
  };
}

/** Codes of classes that are not in the list have no class. */
function relationOf({ classes, codes }: Classification, dialect: Dialect, parameters: Parameters): string {
  const q = dialect.identifier;
  const numbers = new Map(classes.map(({ id }, at) => [id, at + 1]));
  const rows = Object.entries(codes).flatMap(([code, id]) => {
    const number = numbers.get(id);
    return number === undefined
      ? []
      : [`(${dialect.text(bindText({ dialect, parameters }, code))}, ${String(number)})`];
  });
  const columns = `c(${q('code')}, ${q('number')})`;
  return rows.length === 0
    ? `SELECT * FROM (VALUES ('', 0)) AS ${columns} WHERE FALSE`
    : `SELECT * FROM (VALUES ${rows.join(', ')}) AS ${columns}`;
}
