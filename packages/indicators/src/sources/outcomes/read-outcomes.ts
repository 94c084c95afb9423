import type { Facts } from '../../facts/facts.js';
import type { ByteSource } from '../documents/bytes.js';
import { readKnownTable, type MappedSummary, type ReadMappedOptions } from '../mapping/read-mapped.js';
import { outcomeMapping, type OutcomeDefaults } from './columns.js';

export interface ReadOutcomesOptions extends Omit<ReadMappedOptions, 'preview'> {
  /** The file's name, for findings. */
  readonly file?: string;
  /** Whose graduates they are and how many years after, where the file does not say. */
  readonly defaults?: OutcomeDefaults;
}

/**
 * Reads outcomes of graduates (sijoittuminen), CSV or XLSX: a row for a graduate with a column for the years after graduation (1, 3
 * or 5) or three columns beside each other, or a row for so many graduates in the same situation. The main activity is a code 1–8 or
 * its name in Finnish, Swedish or English. Columns are known by their names in three languages: see docs/outcomes.md. What cannot be
 * read becomes a finding and never stops the reading; persons become the pseudonyms that they have in other sources.
 *
 * @throws {PseudonymKeyError} at once, where the key has fewer than 16 bytes
 */
export function readOutcomes(source: ByteSource, options: ReadOutcomesOptions): AsyncGenerator<Facts, MappedSummary> {
  const { file, defaults, ...others } = options;
  return readKnownTable({ source, ...(file === undefined ? {} : { file }) }, outcomeMapping(defaults ?? {}), others);
}
