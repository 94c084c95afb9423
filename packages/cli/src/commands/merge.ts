import type { Command } from 'commander';
import {
  IncompatibleAggregatesError,
  mergeNetwork,
  ProviderTwiceError,
  type MergedNetwork,
  type MergeOptions,
} from '@strapetsi/indicators';
import type { Language } from '@strapetsi/text';
import { wholeNumber } from '../command.js';
import type { CommandContext, ExitCode } from '../command.js';
import { CommandFailure } from '../failure.js';
import { readAggregate } from '../input/aggregate.js';
import { findFiles } from '../input/files.js';
import { readProviderList } from '../input/provider-list.js';
import { writeOut } from '../output/write.js';
import {
  differenceText,
  filesOf,
  mergeText,
  namesOf,
  providerText,
  type FileAggregate,
  type ProviderNames,
} from './merge-text.js';

interface MergeArguments {
  readonly expected?: string;
  readonly maxDaysApart: string;
  readonly out?: string;
  readonly json?: true;
}

/** What `strapetsi merge --json` says beside the network. */
export interface MergeResult extends Pick<MergedNetwork, 'missing'> {
  readonly indicator: string;
  readonly providers: readonly string[];
  readonly unexpected: readonly string[];
  readonly asOf: string;
  readonly asOfLatest?: string;
  readonly file?: string;
}

/** A year: further apart nobody would call it one network. */
const MOST_DAYS = 366;

export function addMergeCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  program
    .command('merge')
    .argument(
      '<AGGREGATE...>',
      msg('files that strapetsi calculate wrote, of different providers', { desc: 'Help of an argument' }),
    )
    .summary(msg('join the aggregates of several providers', { desc: 'Help: one line about the merge command' }))
    .description(
      msg(
        'Joins the aggregates that providers calculated of the same indicator, cut and time into one of their network, exactly. Nothing is withheld before: strapetsi publish does it afterwards, of the network. What differs is told with all whose it is, and nothing is written then.',
        { desc: 'Help of the merge command' },
      ),
    )
    .usage(msg('AGGREGATE... [options]', { desc: 'Help: how the command is written; AGGREGATE is the name of a file' }))
    .option(
      '--expected <FILE>',
      msg('who belongs to the network: the id of a provider on each line, and its name if you like', {
        desc: 'Help of an option',
      }),
    )
    .option(
      '--max-days-apart <N>',
      msg('how many days there may be between the earliest and the latest day of the records', {
        desc: 'Help of an option',
      }),
      '0',
    )
    .option('-o, --out <FILE>', msg('where to write; gzip where the name ends in .gz', { desc: 'Help of an option' }))
    .option('--json', msg('summary as JSON', { desc: 'Help of an option' }))
    .addHelpText('after', mergeNotes(context.language))
    .action(async (files: string[], given: MergeArguments) => {
      context.finish(await mergeFiles(files, given, context));
    });
}

function mergeNotes({ msg }: Language): string {
  return `\n${msg('Exit code: 0 all are there; 1 somebody is missing or was not expected; 2 nothing was merged.', { desc: 'Help of the merge command: exit codes' })}

${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi merge 'providers/*.json' -o network.json
  strapetsi merge 'providers/*.json.gz' --expected providers.txt --max-days-apart 7 -o network.json`;
}

async function mergeFiles(args: readonly string[], given: MergeArguments, context: CommandContext): Promise<ExitCode> {
  const { terminal, language } = context;
  const maxDaysApart = wholeNumber(given.maxDaysApart, '--max-days-apart', 0, MOST_DAYS, language);
  const list = given.expected === undefined ? undefined : await readProviderList(given.expected, language);
  const files: FileAggregate[] = [];
  for (const { path: file } of await findFiles(args, language))
    files.push({ file, aggregate: await readAggregate(file, language, terminal.input) });
  const names = new Map([...(list ?? []), ...files.flatMap(({ aggregate }) => namesOf(aggregate.providers, language))]);
  const options = { maxDaysApart, ...(list === undefined ? {} : { expected: [...list.keys()] }) };
  const merged = mergeAll(files, options, names, language);
  const { network, missing, unexpected } = merged;
  await writeOut([`${JSON.stringify(network)}\n`], given.out, terminal, language);
  const stream = given.out === undefined || given.out === '-' ? terminal.errors : terminal.output;
  const result: MergeResult = {
    indicator: network.indicator.id,
    providers: network.providers.map(({ id }) => id),
    missing,
    unexpected: unexpected.map(({ id }) => id),
    asOf: network.asOf,
    ...(network.asOfLatest === undefined ? {} : { asOfLatest: network.asOfLatest }),
    ...(given.out === undefined ? {} : { file: given.out }),
  };
  stream.write(given.json ? `${JSON.stringify(result)}\n` : mergeText(merged, names, language));
  return missing.length + unexpected.length === 0 ? 0 : 1;
}

function mergeAll(
  files: readonly FileAggregate[],
  options: MergeOptions,
  names: ProviderNames,
  language: Language,
): MergedNetwork {
  try {
    return mergeNetwork(
      files.map(({ aggregate }) => aggregate),
      options,
    );
  } catch (error) {
    if (error instanceof ProviderTwiceError) throw twice(error, files, names, language);
    if (error instanceof IncompatibleAggregatesError) throw incompatible(error, files, names, language);
    throw error;
  }
}

function twice(
  { code, providers }: ProviderTwiceError,
  files: readonly FileAggregate[],
  names: ProviderNames,
  { msg }: Language,
) {
  const lines = providers.map((id) => `  ${providerText(id, names)}: ${filesOf(id, files).join(', ')}`);
  return new CommandFailure(
    code,
    `${msg('In several of the aggregates:', { desc: 'Command line error, above a list of providers with the names of files' })}\n${lines.join('\n')}`,
    msg('Give each provider once.', { desc: 'Command line hint' }),
  );
}

function incompatible(
  { code, differences, message }: IncompatibleAggregatesError,
  files: readonly FileAggregate[],
  names: ProviderNames,
  language: Language,
): CommandFailure {
  const { msg } = language;
  const told = differences.map((difference) => differenceText(difference, files, names, language));
  return new CommandFailure(
    code,
    `${msg('The aggregates do not count the same thing:', { desc: 'Command line error, above a list of what differs' })}\n${told.length === 0 ? message : told.join('\n')}`,
    msg('Ask those for aggregates of the same request, calculated with the same version.', {
      desc: 'Command line hint',
    }),
  );
}
