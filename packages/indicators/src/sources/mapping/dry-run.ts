import type { Mapping } from './mapping.js';
import type { PreviewRow } from './preview.js';
import { readMapped, type MappedSource, type MappedSummary, type ReadMappedOptions } from './read-mapped.js';

/** A file as it would be read. */
export interface DryRunFile {
  /** What the summary says of it: its table, and its rows read, taken and refused. */
  readonly summary: MappedSummary['files'][number];
  /** Its first rows. */
  readonly rows: readonly Omit<PreviewRow, 'file' | 'name'>[];
}

export interface DryRun {
  readonly summary: MappedSummary;
  readonly files: readonly DryRunFile[];
}

/**
 * Reads tables to their end as `readMapped` does, with all findings, and keeps of them only the first rows as they are read: to
 * see whether a mapping is right before anything is calculated.
 * @param rows of each file
 */
export async function dryRun(
  sources: readonly MappedSource[] | MappedSource,
  mapping: Mapping,
  options: Omit<ReadMappedOptions, 'preview'> & { readonly rows?: number },
): Promise<DryRun> {
  const shown: PreviewRow[] = [];
  const { rows = 10, ...others } = options;
  const reading = readMapped(sources, mapping, { ...others, preview: { rows, onRow: (row) => void shown.push(row) } });
  let next = await reading.next();
  while (next.done !== true) next = await reading.next();
  const summary = next.value;
  const files = summary.files.map((file, at) => ({
    summary: file,
    rows: shown
      .filter((row) => row.file === at)
      .map(({ record, line, refused, fields }) => ({ record, line, refused, fields })),
  }));
  return { summary, files };
}
