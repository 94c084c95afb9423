import {
  isoFromDay,
  readReleaseTable,
  releaseChanges,
  ReleaseError,
  releaseFiles,
  type CellChange,
  type ContextProblem,
  type IndicatorTable,
  type ReleaseProblem,
} from '@strapetsi/indicators';
import type { Language } from '@strapetsi/text';
import { dayOption, wholeNumber } from '../command.js';
import type { CommandContext } from '../command.js';
import { CommandFailure } from '../failure.js';
import { currentCatalogue, loadFrom } from '../release/release-folder.js';
import { writeRelease } from '../release/write-release.js';
import { today } from './calculate-options.js';
import { releaseText, type ReleaseReport } from './publish-release-text.js';
import type { PublishedCells } from './publish.js';

export interface ReleaseArguments {
  readonly to: string;
  readonly released?: string;
  readonly keep?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** How many releases before the current one stay whole unless it is said. */
export const KEPT = 1;
const MOST_KEPT = 1000;

/** What `strapetsi publish --to FOLDER --json` gives; ids only, and no figure. */
export interface ReleaseResult {
  readonly folder: string;
  /** `planned`: nothing was written. */
  readonly status: 'written' | 'same' | 'planned';
  readonly released: string;
  /** The day of the release before, where there is one. */
  readonly previous?: string;
  readonly tables: readonly PublishedCells[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly changed: readonly {
    readonly table: string;
    readonly newlyWithheld: readonly CellInResult[];
    readonly newlyShown: readonly CellInResult[];
    readonly otherwise: readonly CellInResult[];
    readonly values: number;
    readonly addedCells: number;
    readonly goneCells: number;
  }[];
  readonly same: readonly string[];
  /** Files of the release before that could not be compared with. */
  readonly unreadable: readonly ReleaseProblem[];
  readonly removed: readonly string[];
  readonly problems: readonly ContextProblem[];
}

interface CellInResult {
  /** Member by dimension. */
  readonly members: Readonly<Record<string, string>>;
  readonly before: string;
  readonly after: string;
}

/**
 * Replaces the release in a folder, and says what is new against the one before. With `--dry-run` nothing is written.
 * Throws `CommandFailure` where the tables are no release, or the folder cannot be written to.
 */
export async function publishRelease(
  tables: readonly IndicatorTable[],
  problems: readonly ContextProblem[],
  given: ReleaseArguments,
  counted: readonly PublishedCells[],
  { terminal, language }: CommandContext,
): Promise<void> {
  const { to: folder } = given;
  const released = isoFromDay(dayOption(given.released ?? today(), '--released', language));
  const keep = wholeNumber(given.keep ?? String(KEPT), '--keep', 0, MOST_KEPT, language);
  const current = await currentCatalogue(folder, language);
  const before: IndicatorTable[] = [];
  const unreadable: ReleaseProblem[] = [];
  for (const entry of current?.catalogue.tables ?? []) {
    const read = await readReleaseTable(loadFrom(folder), entry);
    if (read.ok) before.push(read.table);
    else unreadable.push(...read.problems);
  }
  try {
    releaseFiles(tables, { released });
  } catch (error) {
    throw error instanceof ReleaseError ? noRelease(error, tables, language) : error;
  }
  const changes = releaseChanges(before, tables);
  const written = given.dryRun === true ? undefined : await writeRelease(folder, tables, { released, keep }, language);
  const report: ReleaseReport = {
    folder,
    status: written?.status ?? 'planned',
    released,
    ...(current === undefined ? {} : { previous: current.catalogue.released }),
    changes,
    unreadable,
    problems,
  };
  terminal.output.write(
    given.json
      ? `${JSON.stringify(resultOf(report, counted, written?.removed ?? []))}\n`
      : releaseText(report, language),
  );
}

function noRelease(
  { code, found }: ReleaseError,
  tables: readonly IndicatorTable[],
  { msg }: Language,
): CommandFailure {
  if (code === 'same-slice-twice') {
    return new CommandFailure(
      code,
      msg('Two of the aggregates hold the same: the same indicator, cut, slice, providers and time.', {
        desc: 'Command line error',
      }),
      msg('Give each of them once.', { desc: 'Command line hint' }),
    );
  }
  return new CommandFailure(code, `${code}: ${found} (${String(tables.length)})`);
}

/** `student-years.years.year.school` */
export function nameOf({ indicator, figure, dimensions }: IndicatorTable): string {
  return [indicator.id, figure.id, ...dimensions.map(({ id }) => id)].join('.');
}

function cellInResult({ members, before, after }: CellChange): CellInResult {
  const ids = members.map(({ dimension, member }) => [dimension.id, member.id] as const);
  return { members: Object.fromEntries(ids), before, after };
}

function resultOf(
  { changes, ...report }: ReleaseReport,
  tables: readonly PublishedCells[],
  removed: readonly string[],
): ReleaseResult {
  return {
    ...report,
    tables,
    added: changes.added.map(nameOf),
    gone: changes.gone.map(nameOf),
    changed: changes.changed.map((change) => ({
      table: nameOf(change.after),
      newlyWithheld: change.newlyWithheld.map(cellInResult),
      newlyShown: change.newlyShown.map(cellInResult),
      otherwise: change.otherwise.map(cellInResult),
      values: change.values,
      addedCells: change.added.cells,
      goneCells: change.gone,
    })),
    same: changes.same.map(nameOf),
    removed,
  };
}
