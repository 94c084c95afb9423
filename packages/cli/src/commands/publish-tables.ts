import { CannotProtectError, hashOf, publishTogether, releasedIn, UnknownDefinitionError } from '@strapetsi/indicators';
import type { Aggregate, Definition, IndicatorTable, Ledger, Policy, Released, ToPublish } from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import type { CommandContext } from '../command.js';
import { definitionOf, definitions } from '../definitions.js';
import { CommandFailure } from '../failure.js';
import { readAggregate } from '../input/aggregate.js';

/** Tables that may be shown, and what they were made of. */
export interface Published {
  readonly published: readonly ToPublish[];
  readonly tables: readonly IndicatorTable[];
  /** Cells that would be shown if nothing had been released before. */
  readonly withheldFurther: number;
}

/**
 * Tables of what may be shown of the aggregates in files together, one for each, held against what the ledger has.
 * Throws `CommandFailure` where a file is no aggregate of an indicator that is known, as it is calculated now, or where something could be worked out
 * whatever is withheld.
 */
export async function publishTables(
  files: readonly string[],
  figure: string | undefined,
  policy: Policy,
  ledger: Ledger,
  { terminal, language }: CommandContext,
): Promise<Published> {
  const items: ToPublish[] = [];
  for (const file of files) {
    const aggregate = await readAggregate(file, language, terminal.input);
    const definition = definitionFor(aggregate, file, language);
    if (hashOf(definition) !== aggregate.indicator.hash) throw otherVersion(aggregate, file, language);
    items.push({ aggregate, definition, ...chooseFigure(definition, figure, file, language) });
  }
  const released = releasedBefore(ledger, language);
  const tables = together(items, policy, released, language);
  return { published: items, tables, withheldFurther: withheldFurther(tables, items, policy, released, language) };
}

function releasedBefore(ledger: Ledger, { msg }: Language): readonly Released[] {
  try {
    return releasedIn(ledger, definitions);
  } catch (error) {
    if (!(error instanceof UnknownDefinitionError)) throw error;
    throw new CommandFailure(
      'ledger-version',
      msg(str`The ledger has a table of ${error.indicator} by another version of its definition.`, {
        desc: 'Command line error. Id of an indicator',
      }),
      msg('Publish with the version that made it, or begin a new ledger: what it holds can then not be held against.', {
        desc: 'Command line hint',
      }),
    );
  }
}

function withheldFurther(
  tables: readonly IndicatorTable[],
  items: readonly ToPublish[],
  policy: Policy,
  released: readonly Released[],
  language: Language,
): number {
  if (released.length === 0) return 0;
  const alone = together(items, policy, [], language);
  return tables.reduce(
    (sum, { cells }, table) =>
      sum +
      cells.filter(({ status }, at) => status === 'withheld' && alone[table]?.cells[at]?.status !== 'withheld').length,
    0,
  );
}

/** All of them together, so that none can be subtracted from another. */
function together(
  items: readonly ToPublish[],
  policy: Policy,
  released: readonly Released[],
  { msg }: Language,
): readonly IndicatorTable[] {
  try {
    return publishTogether(items, { policy, released });
  } catch (error) {
    if (!(error instanceof CannotProtectError)) throw error;
    throw new CommandFailure(
      'cannot-protect',
      msg('Small groups could be worked out from these tables, whatever is withheld.', {
        desc: 'Command line error of publish',
      }),
      msg('Publish fewer of them together, or calculate with a coarser cut: strapetsi calculate --by.', {
        desc: 'Command line hint with a command',
      }),
    );
  }
}

function otherVersion(aggregate: Aggregate, file: string, { msg }: Language): CommandFailure {
  return new CommandFailure(
    'wrong-definition',
    msg(str`${file} was calculated with another version of ${aggregate.indicator.id}.`, {
      desc: 'Command line error. Name of a file, id of an indicator',
    }),
    msg('Calculate it again with this version: strapetsi calculate.', { desc: 'Command line hint with a command' }),
  );
}

function definitionFor(aggregate: Aggregate, file: string, { msg }: Language): Definition {
  const definition = definitionOf(aggregate.indicator.id);
  if (definition !== undefined) return definition;
  throw new CommandFailure(
    'unknown-indicator',
    msg(str`${file} holds the indicator ${aggregate.indicator.id}, which this version does not know.`, {
      desc: 'Command line error. File, id of an indicator',
    }),
    msg(str`It knows: ${definitions.map(({ id }) => id).join(', ')}.`, {
      desc: 'Command line hint. Ids of indicators',
    }),
  );
}

function chooseFigure(
  definition: Definition,
  figure: string | undefined,
  file: string,
  { msg }: Language,
): { readonly figure?: string } {
  if (figure === undefined) return {};
  const known = definition.figures.map(({ id }) => id);
  if (known.includes(figure)) return { figure };
  throw new CommandFailure(
    'unknown-figure',
    msg(str`${definition.id} (${file}) has no figure ${figure}.`, {
      desc: 'Command line error. Indicator, file, figure',
    }),
    msg(str`Choose from: ${known.join(', ')}.`, { desc: 'Command line hint. Codes separated by commas' }),
  );
}
