import { childRelations, type ChildRelation, type ColumnName } from '../definitions/definition.js';
import { type Assembly, type InnerRelation } from './assembly.js';
import { bindText, refuse, type Scope, type ScopedColumn } from './expression.js';
import { rootTables } from './relations.js';
import { ownCodes, type TableName, tables } from './tables.js';

const NAME = /^[A-Za-z][A-Za-z0-9.]*$/;
const OWN = 'own.';

/** What an expression of a step can name. */
export function scopeOf(assembly: Assembly, path: string, inner: readonly InnerRelation[] = []): Scope {
  const { options, runtime, relations } = assembly;
  const { dialect, parameters } = options;
  const at = { dialect, path };
  const place = (name: ColumnName): Place | undefined => {
    if (name.startsWith(OWN)) return ownPlace(assembly, name.slice(OWN.length));
    if (NAME.test(name)) return placeOf(assembly, name, inner);
    throw refuse(at, `column ${JSON.stringify(name)}`, 'letters, digits and dots');
  };
  return {
    ...at,
    parameters,
    param: (param) => runtime.get(param) ?? options.param(param),
    column(name) {
      const bound = boundColumn(assembly, name) ?? otherBound(assembly, name, inner);
      if (bound !== undefined) return bound;
      const found = place(name);
      return found === undefined ? undefined : columnAt(found);
    },
    classOf(name, by) {
      const found = place(name);
      const of = found === undefined ? undefined : ofPlace(found);
      if (found === undefined || of === undefined || !['closed', 'numbered', 'dictionary'].includes(of.kind))
        throw refuse(at, `column ${JSON.stringify(name)}`, 'a column of codes in scope');
      const field = relations.classField(found.table, found.field, by, of.kind === 'numbered');
      if (field === undefined) throw refuse(at, `classification ${JSON.stringify(by)}`, 'one that the run has');
      return found.read(field);
    },
  };
}

/** A column of a table, and how its table's fields are read where the expression stands. */
interface Place {
  readonly table: TableName;
  readonly field: string;
  /** SQL of a field; where rows of the rule have it, it is asked for. */
  read(field: string): string;
  /** A column that a provider added, whose field has no column of its own in the table. */
  readonly own?: true;
}

function ofPlace({ table, field, own }: Place): ScopedColumn['of'] {
  return own === true ? ownCodes : tables[table].find(({ name }) => name === field);
}

function columnAt(place: Place): ScopedColumn | undefined {
  const of = ofPlace(place);
  return of === undefined ? undefined : { sql: place.read(place.field), nullable: of.nullable, of };
}

function boundColumn({ bound, options }: Assembly, name: ColumnName): ScopedColumn | undefined {
  const known = bound.get(name);
  return known === undefined ? undefined : { sql: `r.${options.dialect.identifier(name)}`, nullable: known.nullable };
}

/** A name that was bound to every right, of another right. */
function otherBound(
  { everyRight, bound, options }: Assembly,
  name: ColumnName,
  inner: readonly InnerRelation[],
): ScopedColumn | undefined {
  const field = name.slice('other.'.length);
  if (!name.startsWith('other.') || !inner.includes('other') || !everyRight.bound.has(field)) return undefined;
  return { sql: `other.${options.dialect.identifier(field)}`, nullable: bound.get(field)?.nullable ?? true };
}

function placeOf(assembly: Assembly, name: ColumnName, inner: readonly InnerRelation[]): Place | undefined {
  const { options, relations } = assembly;
  const { dialect, over } = options;
  const q = dialect.identifier;
  const [relation = '', field = ''] = name.split('.');
  const inTable = (table: TableName): Place | undefined =>
    known({ table, field, read: (one) => `${q(relation)}.${q(one)}` });
  const inRows = (table: TableName, of: string, alias: string): Place | undefined =>
    known({
      table,
      field,
      read(one) {
        relations.used[table].add(one);
        return `${alias}.${q(`${of}.${one}`)}`;
      },
    });
  if (relation === 'other') return inner.includes('other') ? inRows('study_right', 'right', 'other') : undefined;
  if (relation === 'otherPeriod') return inner.includes('otherPeriod') ? inTable('period') : undefined;
  if (isChild(relation)) {
    if (inner.includes(relation)) return inTable(relation);
    return assembly.each === relation ? inRows(relation, relation, 'r') : undefined;
  }
  if (relation === 'person') return inRows('person', 'person', 'r');
  return relation === over ? inRows(rootTables[over], over, 'r') : undefined;
}

function known(place: Place): Place | undefined {
  return ofPlace(place) === undefined ? undefined : place;
}

function isChild(name: string): name is ChildRelation {
  return childRelations.some((relation) => relation === name);
}

/** The name of a provider's own column is bound: it may be anything. */
function ownPlace({ options, relations }: Assembly, column: string): Place {
  const { dialect, parameters, over } = options;
  const q = dialect.identifier;
  const table = rootTables[over];
  const field = relations.ownField(over, column, () => bindText({ dialect, parameters }, column));
  return {
    table,
    field,
    own: true,
    read(one) {
      relations.used[table].add(one);
      return `r.${q(`${over}.${one}`)}`;
    },
  };
}
