import type { Command } from 'commander';
import { explainCell, explanationText, fixOf, NoSuchCellError } from '@strapetsi/indicators';
import type { FindingSource, IndicatorTable } from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Lang, Language } from '@strapetsi/text';
import type { CommandContext } from '../command.js';
import { CommandFailure } from '../failure.js';
import { readPublishedTables } from '../input/published-tables.js';

interface ExplainArguments {
  readonly indicator?: string;
  readonly cell?: string;
  readonly json?: true;
}

export function addExplainCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  program
    .command('explain')
    .argument('<TABLE>', msg('a file that strapetsi publish wrote', { desc: 'Help of an argument' }))
    .summary(
      msg('explain a published figure: what it rests on, and what was left out', {
        desc: 'Help: one line about the explain command',
      }),
    )
    .description(
      msg(
        'Explains one figure of a published table to a reader: its value, what it means, what was left out and why, by which rule and law, from records as of when, which findings touch it, and how small groups are protected.',
        { desc: 'Help of the explain command' },
      ),
    )
    .usage(msg('TABLE [options]', { desc: 'Help: how the command is written; TABLE is the name of a file' }))
    .option(
      '--cell <IDS>',
      msg('members of the figure, one for each dimension of the table, separated by commas', {
        desc: 'Help of an option',
      }),
    )
    .option(
      '--indicator <ID>',
      msg('which table of a release (default: its first)', { desc: 'Help of an option; a release is a file' }),
    )
    .option('--json', msg('result as JSON', { desc: 'Help of an option' }))
    .addHelpText(
      'after',
      `\n${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi explain student-years.json --cell 2024,1.2.246.562.10.11
  strapetsi explain release.json --indicator student-years --cell 2024 --lang sv`,
    )
    .action(async (file: string, given: ExplainArguments) => {
      await explain(file, given, context);
      context.finish(0);
    });
}

async function explain(file: string, given: ExplainArguments, { terminal, language }: CommandContext): Promise<void> {
  const [table] = await readPublishedTables(file, given.indicator, terminal.input, language);
  const members = given.cell === undefined ? lastMembers(table) : given.cell.split(',').map((id) => id.trim());
  try {
    const explanation = explainCell(table, members, language.lang, (code) => findingText(code, language.lang));
    terminal.output.write(given.json ? `${JSON.stringify(explanation)}\n` : explanationText(explanation));
  } catch (error) {
    throw error instanceof NoSuchCellError ? noSuchCell(members, table, language) : error;
  }
}

const sources: readonly FindingSource[] = ['koski', 'plans', 'tables', 'feedback'];

/** What a finding is about, in a word, and its code, by which strapetsi findings tells where. */
function findingText(code: string, lang: Lang): string {
  const fix = sources.map((source) => fixOf(source, code)).find((one) => one !== undefined);
  return fix === undefined ? code : `${fix.label[lang]} (${code})`;
}

/** Without --cell the last figure, in a table over time the newest. */
function lastMembers({ dimensions }: IndicatorTable): readonly string[] {
  return dimensions.map(({ members }) => members.at(-1)?.id ?? '');
}

function noSuchCell(members: readonly string[], table: IndicatorTable, { msg }: Language): CommandFailure {
  const dimensions = table.dimensions
    .map(({ id, members }) => `  ${id}: ${members.map((member) => member.id).join(', ')}`)
    .join('\n');
  return new CommandFailure(
    'no-such-cell',
    msg(str`The table has no figure for ${members.join(',')}.`, {
      desc: 'Command line error. Members that were given',
    }),
    `${msg('One member of each dimension, in this order:', { desc: 'Command line hint, above a list of dimensions' })}\n${dimensions}`,
  );
}
