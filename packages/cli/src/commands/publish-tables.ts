import { CannotProtectError, hashOf, publishTogether } from '@strapetsi/indicators';
import type { Aggregate, Definition, IndicatorTable, Policy, ToPublish } from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import type { CommandContext } from '../command.js';
import { definitionOf, definitions } from '../definitions.js';
import { CommandFailure } from '../failure.js';
import { readAggregate } from '../input/aggregate.js';

/**
 * Tables of what may be shown of the aggregates in files together, one for each.
 * Throws `CommandFailure` where a file is no aggregate of an indicator that is known, as it is calculated now, or where something could be worked out
 * whatever is withheld.
 */
export async function publishTables(
  files: readonly string[],
  figure: string | undefined,
  policy: Policy,
  { terminal, language }: CommandContext,
): Promise<readonly IndicatorTable[]> {
  const items: ToPublish[] = [];
  for (const file of files) {
    const aggregate = await readAggregate(file, language, terminal.input);
    const definition = definitionFor(aggregate, file, language);
    if (hashOf(definition) !== aggregate.indicator.hash) throw otherVersion(aggregate, file, language);
    items.push({ aggregate, definition, ...chooseFigure(definition, figure, file, language) });
  }
  return together(items, policy, language);
}

/** All of them together, so that none can be subtracted from another. */
function together(items: readonly ToPublish[], policy: Policy, { msg }: Language): readonly IndicatorTable[] {
  try {
    return publishTogether(items, { policy });
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
