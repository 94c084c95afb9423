import type { GrowingDictionaries, GrowingDictionary } from '../../facts/dictionary.js';
import type { OwnColumnPlan } from '../../facts/own-columns.js';
import type { Pseudonymise } from '../documents/pseudonyms.js';
import type { SeenKeys } from '../koski/seen.js';
import type { Collected, Place } from './collected.js';
import type { MappedTable, Mapping } from './mapping.js';
import type { MappedReporter } from './findings.js';
import type { TellOfCell } from './row-cells.js';

/** `read === facts + refused` */
export interface RowCounts {
  read: number;
  facts: number;
  refused: number;
}

/** A file of a reading. */
export interface MappedFile {
  /** Of the files that are read together, from 0. */
  readonly at: number;
  readonly name: string | undefined;
  readonly reporter: MappedReporter;
  readonly tell: TellOfCell;
  readonly counts: RowCounts;
  /** Which of the mapping's tables it was taken for. */
  of: MappedTable['of'] | undefined;
}

/** What the files of a reading share. */
export interface MappedRun {
  readonly mapping: Mapping;
  readonly pseudonymise: Pseudonymise;
  readonly dictionaries: GrowingDictionaries;
  readonly own: readonly OwnColumnPlan[];
  readonly ownDictionaries: ReadonlyMap<string, GrowingDictionary>;
  readonly collected: Collected;
  /** Pseudonyms of persons whose facts have been given out. */
  readonly gone: SeenKeys;
  readonly batchPersons: number;
  readonly maxRows: number;
  /** Whether a file without a column that the mapping has is nothing to remark, because its names are only possible ones. */
  readonly mayLackColumns: boolean;
  /** Rows in memory. */
  held: number;
}

export const placeIn = (file: MappedFile, record: number, line: number, school: string | undefined): Place => ({
  file: file.at,
  record,
  line,
  school,
});
