import type { ChildRelation, RootRelation } from '../definitions/definition.js';
import type { ClassRelations } from './classes.js';
import type { Dialect } from './dialect.js';
import type { TableName } from './tables.js';

/** The table that a run starts with one row of for each. */
export const rootTables: Readonly<Record<RootRelation, TableName>> = {
  right: 'study_right',
  outcome: 'outcome',
  response: 'response',
};

/** Which root the rows of a child relation belong to. Their table has the relation's name, and a column with the root's. */
export const rootOfChildren: Readonly<Record<ChildRelation, RootRelation>> = {
  period: 'right',
  credit: 'right',
  spell: 'right',
  plan: 'right',
  workplace: 'right',
  answer: 'response',
};

/** A column that a table gets by a join: a class of a code, or a code that a provider added. */
interface Joined {
  readonly field: string;
  readonly sql: string;
  readonly join: string;
}

/** The tables of one rule: which of their columns are read row by row, and what is joined to them. */
export interface Relations {
  /** Columns of a table that rows of the rule have, and by which name: written when all steps are known. */
  readonly used: Readonly<Record<TableName, Set<string>>>;
  /** What to read in place of a table: itself, or the part of the statement that joins to it what was asked for so far. */
  source(table: TableName): string;
  /** The field that has the number of the class of a field's code; undefined where the run has no such classification. */
  classField(table: TableName, field: string, by: string, numbered: boolean): string | undefined;
  /** The field that has a code that a provider added to a root. `name` is SQL. */
  ownField(root: RootRelation, column: string, name: () => string): string;
  /** Parts that the others read. */
  parts(): readonly { readonly name: string; readonly body: string }[];
}

export function newRelations(dialect: Dialect, prefix: string, classes: ClassRelations): Relations {
  const q = dialect.identifier;
  const joined = new Map<TableName, Map<string, Joined>>();
  const joinedTo = (table: TableName): Map<string, Joined> => {
    const known = joined.get(table) ?? new Map<string, Joined>();
    joined.set(table, known);
    return known;
  };
  const nameOf = (table: TableName): string => `${prefix}${table} joined`;
  return {
    used: newUsed(),
    source: (table) => q(joined.has(table) ? nameOf(table) : table),
    classField(table, field, by, numbered) {
      const found = classes.find(by);
      if (found === undefined) return undefined;
      const all = joinedTo(table);
      const known = all.get(`${field} by ${by}`);
      if (known !== undefined) return known.field;
      const alias = q(`k${String(all.size + 1)}`);
      const code = all.get(field)?.sql ?? `t.${q(field)}`;
      const one = {
        field: `class ${String(all.size + 1)}`,
        sql: `${alias}.${q('number')}`,
        join: `LEFT JOIN ${q(found.name)} AS ${alias} ON ${alias}.${q('code')} = ${numbered ? dialect.text(code) : code}`,
      };
      all.set(`${field} by ${by}`, one);
      return one.field;
    },
    ownField(root, column, name) {
      const all = joinedTo(rootTables[root]);
      const known = all.get(`own.${column}`);
      if (known !== undefined) return known.field;
      const alias = q(`o${String(all.size + 1)}`);
      const field = `own ${String(all.size + 1)}`;
      const on = [
        `${alias}.${q('of')} = '${root}'`,
        `${alias}.${q('owner')} = t.${q('id')}`,
        `${alias}.${q('name')} = ${name()}`,
      ];
      const one = {
        field,
        sql: `${alias}.${q('code')}`,
        join: `LEFT JOIN ${q('own_column')} AS ${alias} ON ${on.join(' AND ')}`,
      };
      all.set(`own.${column}`, one).set(field, one);
      return field;
    },
    parts: () =>
      [...joined].map(([table, all]) => {
        const columns = [...new Set(all.values())];
        const select = columns.map(({ field, sql }) => `${sql} AS ${q(field)}`).join(', ');
        const joins = columns.map(({ join }) => `\n  ${join}`).join('');
        return { name: nameOf(table), body: `SELECT t.*, ${select}\n  FROM ${q(table)} AS t${joins}` };
      }),
  };
}

function newUsed(): Relations['used'] {
  return {
    person: new Set(),
    study_right: new Set(),
    period: new Set(),
    credit: new Set(),
    spell: new Set(),
    plan: new Set(),
    workplace: new Set(),
    outcome: new Set(),
    response: new Set(),
    answer: new Set(),
    own_column: new Set(),
  };
}
