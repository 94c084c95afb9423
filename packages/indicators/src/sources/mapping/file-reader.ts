import type { TableRow } from '../tables/table.js';
import { bindTable, type BoundTable } from './bound-table.js';
import { createOutcomeCollector } from './collect-outcomes.js';
import { createAnswerCollector, createResponseCollector } from './collect-responses.js';
import { createRightCollector, type CollectContext, type CollectRow } from './collect-rights.js';
import { createIdentityReader, namesPersons } from './identity.js';
import type { MappedTable } from './mapping.js';
import { missingShown } from './place-reporter.js';
import { previewOf, type PreviewField } from './preview.js';
import { createRowCells, NOTHING, type RowCells } from './row-cells.js';
import { placeIn, type MappedFile, type MappedRun } from './run.js';

/** Takes the rows of one file. */
export interface FileReader {
  /** Whether another person begins with the row, so that the facts so far may be given out. */
  begins(row: TableRow): boolean;
  /** @returns false where the row was refused */
  take(row: TableRow): boolean;
  /** Fields of the row that was taken last. */
  preview(): readonly PreviewField[];
}

function collectorOf(of: MappedTable['of'], context: CollectContext): CollectRow {
  switch (of) {
    case 'outcomes':
      return createOutcomeCollector(context);
    case 'responses':
      return createResponseCollector(context);
    case 'answers':
      return createAnswerCollector(context);
    case 'rights':
    case 'periods':
    case 'credits':
    case 'spells':
    case 'plans':
    case 'workplaces':
      return createRightCollector(of, context);
  }
}

/** What rows that belong to one person have in common. */
function groupOf(row: RowCells): string {
  const person = [row.text('person.learner'), row.text('person.identityCode'), row.text('person.student')].join('\n');
  return person === '\n\n' ? (row.text('right.key') ?? '') : person;
}

/** Tells what of a table's columns a file lacks. @returns whether it can be read */
function hasColumns(
  bound: BoundTable,
  head: readonly string[],
  { tell }: MappedFile,
  { mayLackColumns }: MappedRun,
): boolean {
  for (const missing of bound.needed) tell('column-missing', missing.path, missingShown(missing, head));
  if (bound.needed.length > 0) return false;
  if (!mayLackColumns)
    for (const missing of bound.leftOut) tell('column-left-out', missing.path, missingShown(missing, head));
  for (const path of bound.twice) tell('column-twice', path, '2 ×');
  return true;
}

const schoolFields = ['right.school', 'outcome.school', 'response.school'] as const;

/** Tells the code of a row's school, where it has one that is no personal code. */
function schoolReader(row: RowCells): () => string | undefined {
  const field = schoolFields.find((each) => row.has(each));
  if (field === undefined) return () => undefined;
  // One string for each school, however many rows remember theirs.
  const known = new Map<string, string>();
  return () => {
    const { value, problem } = row.shown(field);
    if (problem !== undefined || value === NOTHING) return undefined;
    if (!known.has(value)) known.set(value, value);
    return known.get(value);
  };
}

/** How the rows of a file are taken as a table of the mapping; `undefined`, told, where it lacks a needed column. */
export function createFileReader(
  run: MappedRun,
  file: MappedFile,
  table: MappedTable,
  head: readonly string[],
): FileReader | undefined {
  const { collected, dictionaries, pseudonymise, gone } = run;
  const { tell, counts } = file;
  const bound = bindTable(table, run.mapping, head);
  if (!hasColumns(bound, head, file, run)) return undefined;
  // Two files of one reading, and of two readings, must not share the keys of persons without an identity.
  const mark = pseudonymise('file', `${file.at}:${file.name ?? ''}`).slice(0, 8);
  const row = createRowCells(bound, dictionaries, run.ownDictionaries, tell);
  const collect = collectorOf(table.of, {
    row,
    collected,
    dictionaries,
    pseudonymise,
    person: createIdentityReader(row, pseudonymise, tell),
    namesPersons: namesPersons(row),
    localKey: ({ record }) => `file:${record}:${mark}`,
    tell,
    isGone: (key) => gone.has(key),
  });
  const schoolOf = schoolReader(row);
  const isTogether = table.rows === 'together';
  let group: string | undefined;

  return {
    begins({ cells }) {
      if (!isTogether) return false;
      row.set(cells);
      const before = group;
      group = groupOf(row);
      return before !== undefined && group !== before;
    },
    take({ record, line, cells }) {
      counts.read++;
      file.reporter.at(record, line);
      row.set(cells);
      const school = schoolOf();
      file.reporter.ofSchool(school);
      const isFull = run.held >= run.maxRows;
      if (run.held === run.maxRows) tell('too-many-rows', '', String(run.maxRows));
      const taken = !isFull && collect(placeIn(file, record, line, school));
      if (taken || isFull) run.held++;
      if (taken) counts.facts++;
      else counts.refused++;
      return taken;
    },
    preview: () => previewOf(bound, row),
  };
}
