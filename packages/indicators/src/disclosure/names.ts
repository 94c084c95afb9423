import type { Measure } from '../definitions/definition.js';
import type { FigureParts } from './figure-parts.js';
import { nameOfSlice, type Slice } from './slices.js';
import type { Statement, TableStatements } from './statement.js';

/**
 * What is counted, however the indicator is called: employed and unemployed graduates are shares of the same graduates, so how many there are is one
 * number.
 */
export interface Counted {
  /** The same for all tables that count the same rows in the same way. */
  readonly id: string;
  /** The quantity within it: `n`, `part`, `of:1,2` … */
  readonly name: string;
}

/** One statement of a quantity. */
interface Said {
  readonly asOf: string;
  readonly value: number;
}

/**
 * Names of quantities: equal for the same number of the same group. A number that is said of several days has its plain name on the last, and keeps
 * the day in the others; one that is said of one day stands for any, so that Monday's all and Tuesday's women are held against each other.
 */
export class Names {
  private readonly ids = new Map<string, string>();
  private readonly latest = new Map<string, Said>();

  constructor(tables: readonly TableStatements[]) {
    for (const table of tables) {
      for (const { slice, parts } of statementsOf(table)) {
        for (const [name, value] of valuesOf(parts)) {
          const plain = this.plain(slice, this.countedIn(table, name));
          const known = this.latest.get(plain);
          if (known === undefined || known.asOf <= table.aggregate.asOf)
            this.latest.set(plain, { asOf: table.aggregate.asOf, value });
        }
      }
    }
  }

  /** What a quantity of a table counts. */
  countedIn(table: TableStatements, name: string): Counted {
    const { rule, aggregate } = table;
    const rows = [rule.steps, aggregate.parameters, aggregate.classifications];
    const of = isOfPersons(name) ? personsOf(rule.measure, name) : withoutLabels(rule.measure);
    const text = JSON.stringify([rows, of]);
    const id = this.ids.get(text) ?? `#${String(this.ids.size)}`;
    this.ids.set(text, id);
    return { id, name };
  }

  /** The name that a quantity has on the last day that it is said of. */
  plain(slice: Slice, { id, name }: Counted): string {
    return JSON.stringify([id, nameOfSlice(slice), name]);
  }

  /** The name of a quantity that a table says itself. */
  said(table: TableStatements, slice: Slice, name: string, value: number): string {
    const plain = this.plain(slice, this.countedIn(table, name));
    const last = this.latest.get(plain);
    const { asOf } = table.aggregate;
    return last === undefined || (last.asOf === asOf && last.value === value)
      ? plain
      : `${plain} on ${asOf}: ${String(value)}`;
  }
}

export function statementsOf({ keys }: TableStatements): readonly Statement[] {
  return keys.flatMap(({ statements }) => statements ?? []);
}

/** Names and values of what a statement gives away. */
export function valuesOf({
  whole,
  part,
  rows,
  sums,
}: FigureParts): readonly (readonly [name: string, value: number])[] {
  return [
    [whole.name, whole.count],
    ...(part === undefined
      ? []
      : [[part.name, part.count] as const, [`${whole.name} without ${part.name}`, whole.count - part.count] as const]),
    ...(rows === undefined ? [] : [[rows.name, rows.count] as const]),
    ...sums.map(({ name, sum }) => [name, sum] as const),
  ];
}

function isOfPersons(name: string): boolean {
  return name === 'n' || name === 'whole' || name === 'population' || name.startsWith('excluded ');
}

/** What decides which rows `n`, or the whole of a share, counts. */
function personsOf(measure: Measure, name: string): unknown {
  if (name === 'population' || name.startsWith('excluded ')) return 'rows';
  const { kind } = measure;
  switch (kind) {
    case 'share':
      return [name, measure.whole, measure.persons];
    case 'mean':
      return [name, measure.of, measure.weight, measure.persons];
    case 'sum':
      return [name, measure.amount, measure.persons];
    case 'count':
      return [name, measure.persons];
    case 'personDays':
      return [name, measure.amount];
    case 'distribution':
      return [name, 'rows'];
    case 'timeToEvent':
      return [name, measure.from, measure.to];
    case 'distinct':
      return [name, measure.of];
  }
}

function withoutLabels(measure: Measure): unknown {
  return JSON.parse(JSON.stringify(measure, (key, value: unknown) => (key === 'label' ? undefined : value)));
}
