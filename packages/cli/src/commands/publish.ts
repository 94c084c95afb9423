import type { Command } from 'commander';
import { joinContext } from '@strapetsi/indicators';
import type { IndicatorTable, Release } from '@strapetsi/indicators';
import { formatNumber, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import type { CommandContext, ExitCode } from '../command.js';
import { definitions } from '../definitions.js';
import { CommandFailure } from '../failure.js';
import { readContext, type ContextFiles } from '../input/release-context.js';
import { readLedger, writeLedger } from '../release/ledger-file.js';
import { writeOut } from '../output/write.js';
import { auditBefore } from './audit.js';
import { addPolicyOptions, choosePolicy, type PolicyArguments } from './policy.js';
import { publishRelease, type ReleaseArguments } from './publish-release.js';
import { coarserCutsText } from './coarser-cuts-text.js';
import { contextText } from './publish-release-text.js';
import { publishTables } from './publish-tables.js';
import { today } from './calculate-options.js';

interface PublishArguments extends ContextFiles, PolicyArguments, Partial<ReleaseArguments> {
  readonly figure?: string;
  readonly ledger?: string;
  readonly audit?: true;
  readonly out?: string;
}

/** How many cells of a table say what. */
export interface PublishedCells {
  readonly indicator: string;
  readonly figure: string;
  readonly cells: number;
  readonly value: number;
  readonly withheld: number;
  readonly immature: number;
  readonly empty: number;
}

export function addPublishCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  const command = program
    .command('publish')
    .argument('<AGGREGATE...>', msg('files that strapetsi calculate wrote', { desc: 'Help of an argument' }))
    .summary(
      msg('make a table that may be shown from an aggregate', { desc: 'Help: one line about the publish command' }),
    )
    .description(
      msg(
        'Withholds small groups and rounds, as the policy says, and writes the only file that may be shown: an indicator table. Several aggregates make one release.',
        { desc: 'Help of the publish command' },
      ),
    )
    .usage(
      msg('AGGREGATE... [options]', { desc: 'Help: how the command is written; AGGREGATE is the name of a file' }),
    );
  addPolicyOptions(command, context.language)
    .option('--figure <ID>', msg('which figure of the indicator (default: its first)', { desc: 'Help of an option' }))
    .option(
      '--to <FOLDER>',
      msg('replace the release in this folder: a file for each table and their catalogue', {
        desc: 'Help of an option',
      }),
    )
    .option('--dry-run', msg('only say what the release in --to would change', { desc: 'Help of an option' }))
    .option('--released <DATE>', msg('the day of the release in --to (default: today)', { desc: 'Help of an option' }))
    .option(
      '--keep <N>',
      msg('how many releases before it stay in the folder (default: 1)', { desc: 'Help of an option' }),
    )
    .option('--targets <FILE>', msg('targets and events to stand beside the figures', { desc: 'Help of an option' }))
    .option(
      '--benchmark <FILE...>',
      msg(
        'others’ figures to stand beside: a network’s published tables, or a description of statistics in JSON-stat',
        {
          desc: 'Help of an option',
        },
      ),
    )
    .option(
      '--ledger <FILE>',
      msg('what was released before, with exact counts: hold this release against it, and add it (stays inside)', {
        desc: 'Help of an option',
      }),
    )
    .option(
      '--audit',
      msg('work out first what an outsider could infer, and refuse where that is too much', {
        desc: 'Help of an option',
      }),
    )
    .option('-o, --out <FILE>', msg('where to write; gzip where the name ends in .gz', { desc: 'Help of an option' }))
    .option('--json', msg('summary as JSON', { desc: 'Help of an option' }))
    .addHelpText('after', publishExamples(context.language))
    .action(async (files: string[], given: PublishArguments) => {
      context.finish(await publishFiles(files, given, context));
    });
}

function publishExamples({ lang, msg }: Language): string {
  const figures = definitions.map((definition) => {
    const ids = definition.figures.map((figure) => `${figure.id} (${figure.label[lang]})`).join(', ');
    return `  ${definition.id}: ${ids}`;
  });
  return `\n${msg('Figures:', { desc: 'Help: heading above a list of figures' })}
${figures.join('\n')}

${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi publish student-years.json -o table.json
  strapetsi publish completion.json --figure ${definitions[1]?.figures[0]?.id ?? ''} --policy minimum --minimum 10 -o table.json
  strapetsi publish student-years.json completion.json -o release.json
  strapetsi publish student-years.json completion.json --to published --targets targets.json --dry-run`;
}

async function publishFiles(
  files: readonly string[],
  given: PublishArguments,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const policy = choosePolicy(given, language);
  mustGoTogether(given, language);
  const beside = await readContext(given, language, terminal.input);
  const ledger = await readLedger(given.ledger, language);
  const published = await publishTables(files, given.figure, policy, ledger, context);
  if (given.audit === true) await auditBefore(published.tables, policy, language);
  const { tables, problems } = joinContext(published.tables, beside);
  const counted = tables.map(countCells);
  const exitCode = problems.length === 0 ? 0 : 1;
  const note = async (): Promise<void> => {
    if (given.ledger !== undefined && given.dryRun === undefined) {
      await writeLedger(given.ledger, ledger, { ...published, policy, releasedOn: given.released ?? today() });
    }
    const further = published.withheldFurther;
    const advice = [
      ...(further > 0 ? [furtherText(further, language)] : []),
      ...coarserCutsText(published.published, published.tables, policy, language),
    ];
    for (const line of advice) terminal.errors.write(`${line}\n`);
  };
  if (given.to !== undefined) {
    await publishRelease(tables, problems, { ...given, to: given.to }, counted, context);
    await note();
    return exitCode;
  }
  const [first] = tables;
  const release: Release = { type: 'strapetsi.release', schemaVersion: 1, tables };
  await writeOut([`${JSON.stringify(tables.length === 1 ? first : release)}\n`], given.out, terminal, language);
  const stream = given.out === undefined || given.out === '-' ? terminal.errors : terminal.output;
  stream.write(
    given.json
      ? `${JSON.stringify({ tables: counted, file: given.out, problems })}\n`
      : `${summaryText(counted, language)}${problems.map((problem) => `${contextText(problem, language)}\n`).join('')}`,
  );
  await note();
  return exitCode;
}

/** Throws `CommandFailure` where options of a folder are given for a file, or both. */
function mustGoTogether({ to, out, released, keep, dryRun }: PublishArguments, { msg }: Language): void {
  if (to !== undefined && out !== undefined) {
    throw new CommandFailure(
      'not-together',
      msg('--to writes a folder and --out a file: give one of them.', {
        desc: 'Command line error. Names of options stay as they are',
      }),
    );
  }
  if (to === undefined && (released !== undefined || keep !== undefined || dryRun !== undefined)) {
    throw new CommandFailure(
      'only-with-to',
      msg('--released, --keep and --dry-run go with --to.', {
        desc: 'Command line error. Names of options stay as they are',
      }),
      'strapetsi publish AGGREGATE... --to FOLDER',
    );
  }
}

export function countCells(table: IndicatorTable): PublishedCells {
  const count = (...statuses: readonly string[]): number =>
    table.cells.filter((cell) => statuses.includes(cell.status)).length;
  return {
    indicator: table.indicator.id,
    figure: table.figure.id,
    cells: table.cells.length,
    value: count('value'),
    withheld: count('withheld'),
    immature: count('immature'),
    empty: count('noData', 'notApplicable'),
  };
}

/** What earlier releases cost. */
function furtherText(cells: number, { lang, msg }: Language): string {
  return msg(
    str`Because of earlier releases also withheld, so that nothing can be worked out by subtracting: ${formatNumber(cells, lang)} cells.`,
    { desc: 'Summary of the publish command: a number of cells' },
  );
}

function summaryText(summary: readonly PublishedCells[], { lang, msg }: Language): string {
  const number = (value: number): string => formatNumber(value, lang);
  return summary
    .map(
      (table) =>
        `${table.indicator}, ${table.figure}. ${msg(
          str`Cells: ${number(table.cells)}. Values: ${number(table.value)}. Withheld: ${number(table.withheld)}. Not yet: ${number(table.immature)}. Without data: ${number(table.empty)}.`,
          { desc: 'Summary of the publish command: five numbers' },
        )}\n`,
    )
    .join('');
}
