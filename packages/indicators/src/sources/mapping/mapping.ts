import type { DataText } from '@strapetsi/text';
import * as z from 'zod/mini';
import { dateForms } from '../tables/values.js';
import { fieldNames, tableKinds } from './fields.js';

const label = z.strictObject({
  fi: z.exactOptional(z.string()),
  sv: z.exactOptional(z.string()),
  en: z.exactOptional(z.string()),
});

/** The name of a column, or its names in several exports, of which the first that a table has is taken. */
const column = z.union([
  z.string().check(z.minLength(1)),
  z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
]);

const plainCode = z.union([z.string(), z.number(), z.boolean()]);
const namedCode = z.strictObject({ code: plainCode, label });
/** What a text in a cell stands for; null: for nothing. */
const code = z.union([plainCode, namedCode, z.null()]);

const fromColumn = {
  column,
  /** Text of a cell → code. Case and spaces do not matter. */
  codes: z.exactOptional(z.record(z.string(), code)),
  /** For texts that `codes` does not have. */
  otherwise: z.exactOptional(code),
  /** For empty cells, and where a file lacks the column. */
  default: z.exactOptional(code),
  /** Texts that mean that there is nothing, besides those of the whole mapping. */
  missing: z.exactOptional(z.array(z.string())),
  /** How dates are written in this column. */
  dates: z.exactOptional(z.enum(dateForms)),
  /** Columns with the names of the codes. */
  labels: z.exactOptional(
    z.strictObject({ fi: z.exactOptional(column), sv: z.exactOptional(column), en: z.exactOptional(column) }),
  ),
  /** Put before the text, such as `primus:` before the number that a student system gives a study right. */
  prefix: z.exactOptional(z.string().check(z.maxLength(40))),
};

const fieldSource = z.union([
  z.string().check(z.minLength(1)),
  z.strictObject(fromColumn),
  /** The same in every row. */
  z.strictObject({ value: plainCode, label: z.exactOptional(label) }),
]);

const ownName = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/));
const ownSource = z.strictObject({ ...fromColumn, label });

const question = z.strictObject({
  column,
  label: z.exactOptional(label),
  codes: z.exactOptional(z.record(z.string(), z.union([z.int(), z.null()]))),
  /** Texts of a cell that stand for "can't say". */
  cantSay: z.exactOptional(z.array(z.string())),
  missing: z.exactOptional(z.array(z.string())),
  forFunding: z.exactOptional(z.boolean()),
});

const table = z.strictObject({
  /** What one row is about. */
  of: z.enum(tableKinds),
  /** Which files it is, by their name: `*` stands for anything. Without it a file is known by its columns. */
  file: z.exactOptional(z.string().check(z.minLength(1))),
  separator: z.exactOptional(z.string().check(z.length(1))),
  sheet: z.exactOptional(z.union([z.string(), z.int().check(z.positive())])),
  /**
   * `together`: rows of one person stand next to each other, so that memory does not grow with the file; only where the mapping
   * has one table.
   */
  rows: z.exactOptional(z.enum(['anyOrder', 'together'])),
  fields: z.partialRecord(z.enum(fieldNames), fieldSource),
  own: z.exactOptional(z.record(ownName, ownSource)),
  /** Of `responses`: a column for each question. */
  questions: z.exactOptional(z.record(z.string().check(z.minLength(1)), question)),
});

export const mappingSchema = z.strictObject({
  $schema: z.exactOptional(z.string()),
  type: z.literal('strapetsi.mapping'),
  schemaVersion: z.literal(1),
  /** For whoever keeps the file. */
  name: z.exactOptional(z.string()),
  /** How dates are written. ISO and Finnish dates are told apart without it. */
  dates: z.exactOptional(z.enum(dateForms)),
  /** Texts that mean that there is nothing, such as `-` or `NULL`. */
  missing: z.exactOptional(z.array(z.string())),
  tables: z.array(table).check(z.minLength(1), z.maxLength(20)),
});

/** Names that may stand in each of a mapping's objects. */
export const namesIn = {
  mapping: Object.keys(mappingSchema.shape),
  table: Object.keys(table.shape),
  column: [...Object.keys(fromColumn), 'value', 'label'],
  own: Object.keys(ownSource.shape),
  question: Object.keys(question.shape),
  label: Object.keys(label.shape),
} as const;

/** How the tables of a student system are read: a file that a provider writes, checked by `parseMapping`. */
export type Mapping = z.infer<typeof mappingSchema>;
export type MappedTable = Mapping['tables'][number];
export type FieldSource = z.infer<typeof fieldSource>;
export type ColumnSource = Extract<FieldSource, { column: unknown }>;
export type OwnSource = z.infer<typeof ownSource>;
export type QuestionSource = z.infer<typeof question>;
export type CodeSource = z.infer<typeof code>;
export type { DataText };
