import { join } from 'node:path';
import type { Command } from 'commander';
import { calculateAll, calculateInWorkers } from '@strapetsi/indicators';
import type { Aggregate, CalculationRequest, Definition } from '@strapetsi/indicators';
import type { Language } from '@strapetsi/text';
import { choice, wholeNumber } from '../command.js';
import type { CommandContext } from '../command.js';
import { definitionOf, definitions, sentence } from '../definitions.js';
import { CommandFailure } from '../failure.js';
import { readClassifications } from '../input/source-settings.js';
import { addSourceOptions, nothingRead, openSources, type SourceArguments, type Sources } from '../input/sources.js';
import { startWorkers } from '../input/workers.js';
import { writeOut } from '../output/write.js';
import { asFailure, calculateOptions, listOf, type CalculateRequest } from './calculate-options.js';
import { summaryOf, summaryText, type CalculateSummary } from './calculate-summary.js';

interface CalculateArguments extends CalculateRequest, SourceArguments {
  readonly indicator: string;
  readonly classification?: readonly string[];
  readonly workers: string;
  readonly out?: string;
  readonly json?: true;
}

const MOST_WORKERS = 64;

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

export function addCalculateCommand(program: Command, context: CommandContext): void {
  const { language } = context;
  const { msg } = language;
  const command = program
    .command('calculate')
    .argument(
      '[FILE...]',
      msg(
        'KOSKI documents (JSON or NDJSON, plain or gzip; - is standard input) or facts files that strapetsi facts wrote',
        { desc: 'Help of an argument' },
      ),
    )
    .summary(msg('calculate indicators from records', { desc: 'Help: one line about the calculate command' }))
    .description(
      msg(
        'Calculates indicators exactly, all that are asked for in one pass, and writes an aggregate of each: counts, small groups included. It holds nobody’s records, but it is not for showing: strapetsi publish makes the table that is.',
        { desc: 'Help of the calculate command' },
      ),
    )
    .usage(
      msg('FILE... --indicator ID --from DATE --to DATE [options]', {
        desc: 'Help: how the command is written; FILE is the name of a file, ID the code of an indicator',
      }),
    )
    .requiredOption(
      '--indicator <LIST>',
      msg('which indicators, separated by commas: see below', { desc: 'Help of an option' }),
    )
    .option('--by <LIST>', msg('dimensions, separated by commas: see below', { desc: 'Help of an option' }))
    .option(
      '--totals <LIST>',
      msg('dimensions of --by that are also put together: with provider,school each provider’s total and that of all', {
        desc: 'Help of an option; provider,school are names of dimensions',
      }),
    )
    .requiredOption('--from <DATE>', msg('first day, or a year', { desc: 'Help of an option' }))
    .requiredOption('--to <DATE>', msg('last day, or a year', { desc: 'Help of an option' }))
    .option('--as-of <DATE>', msg('the day of the export (default: today)', { desc: 'Help of an option' }))
    .option(
      '--only <DIMENSION=ID>',
      msg(
        'only these members, separated by commas; funding=@basic for a set of funding; may be given again for another dimension',
        {
          desc: 'Help of an option',
        },
      ),
      collect,
    )
    .option(
      '--rule <ID>',
      msg('one rule for the whole time (default: the rule in force)', { desc: 'Help of an option' }),
    )
    .option(
      '--set <NAME=NUMBER>',
      msg('a limit of the indicator’s own, such as days=14: see strapetsi definitions ID', {
        desc: 'Help of an option',
      }),
      collect,
    );
  addSourceOptions(command, language)
    .option(
      '--classification <FILE...>',
      msg('lists that put codes into classes, such as field.csv: JSON, or a table of code and class', {
        desc: 'Help of an option',
      }),
    )
    .option('--workers <N>', msg('how many workers calculate beside each other', { desc: 'Help of an option' }), '0')
    .option(
      '-o, --out <FILE>',
      msg('where to write; gzip where the name ends in .gz; a folder where there are several indicators', {
        desc: 'Help of an option',
      }),
    )
    .option('--json', msg('summary as JSON', { desc: 'Help of an option' }))
    .addHelpText('after', calculateNotes(language))
    .action(async (files: string[], given: CalculateArguments) => {
      await calculateFiles(files, given, context);
      context.finish(0);
    });
}

function calculateNotes({ lang, msg }: Language): string {
  const indicators = definitions.map((definition) => {
    const dimensions = definition.dimensions.map(({ id }) => id).join(', ');
    const rules = definition.rules.map(({ id }) => id).join(', ');
    return [
      `  ${definition.id}: ${sentence(definition.name[lang])} ${definition.meaning[lang]}`,
      `    --by ${dimensions}`,
      `    --rule ${rules}`,
    ].join('\n');
  });
  return `\n${msg('Indicators:', { desc: 'Help: heading above a list of indicators' })}
${indicators.join('\n')}

${msg('For indicators by cohort the days say when students started.', { desc: 'Help of the calculate command' })}

${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi calculate koski.ndjson.gz --indicator student-years --by year,school --from 2021 --to 2025 -o years.json
  strapetsi calculate koski.ndjson.gz --indicator qualifications --by qualificationType,qualification --totals qualificationType,qualification --from 2025 --to 2025 -o qualifications.json
  strapetsi calculate koski.ndjson.gz --indicator completion-by-cohort --by checkpoint --from 2021-07-01 --to 2021-12-31 --only started=vocational -o completion.json
  strapetsi calculate koski.ndjson.gz --plans hoks.json --indicator plan-timeliness --set days=14 --by school --from 2024 --to 2024 -o plans.json
  strapetsi calculate --outcomes graduates.csv --indicator employed,further-study --by yearsAfter,school --from 2018 --to 2022 -o outcomes/`;
}

async function calculateFiles(
  args: readonly string[],
  given: CalculateArguments,
  { terminal, language }: CommandContext,
): Promise<void> {
  const asked = definitionsAsked(given.indicator, language);
  const files = filesOf(asked, given.out, language);
  const workers = wholeNumber(given.workers, '--workers', 0, MOST_WORKERS, language);
  const classifications = await readClassifications(given.classification ?? [], language);
  const sources = await openSources(args, given, terminal, language);
  const requests = asked.map((definition): CalculationRequest => ({
    definition,
    options: { ...calculateOptions(given, definition, language), classifications },
  }));
  const calculated = await run(sources, requests, workers)
    .catch((error: unknown) => {
      throw asFailure(error, language);
    })
    .finally(sources.close);
  const stream = given.out === undefined || given.out === '-' ? terminal.errors : terminal.output;
  const lines: string[] = [];
  const summaries: CalculateSummary[] = [];
  for (const [at, definition] of asked.entries()) {
    const { records, findings } = sources.counts(definition.over ?? 'right');
    if (records.facts === 0) throw nothingRead(sources.names, language);
    const whole = calculated[at];
    if (whole === undefined) continue;
    // Counted while they were read: a list of findings would grow with the files.
    const aggregate: Aggregate = { ...whole, records, findings };
    await writeOut([`${JSON.stringify(aggregate)}\n`], files[at], terminal, language);
    const summary = summaryOf(aggregate, files[at]);
    summaries.push(summary);
    lines.push(summaryText(summary, definition, language));
  }
  const json = JSON.stringify(summaries.length === 1 ? summaries[0] : summaries);
  stream.write(given.json ? `${json}\n` : lines.join('\n'));
}

async function run(
  sources: Sources,
  requests: readonly CalculationRequest[],
  workers: number,
): Promise<readonly Aggregate[]> {
  if (workers === 0) return await calculateAll(sources.facts(), requests);
  return await calculateInWorkers(sources.facts(), requests, startWorkers(workers));
}

function definitionsAsked(list: string, language: Language): readonly Definition[] {
  const known = definitions.map(({ id }) => id);
  const ids = [...new Set(listOf(list).map((id) => choice(id, '--indicator', known, language)))];
  return (ids.length === 0 ? [choice(list, '--indicator', known, language)] : ids).map(
    (id) => definitionOf(id) ?? failUnknown(id),
  );
}

/** One file, or one for each indicator in a folder. Throws `CommandFailure` where several have no folder to go to. */
function filesOf(
  asked: readonly Definition[],
  out: string | undefined,
  { msg }: Language,
): readonly (string | undefined)[] {
  if (asked.length === 1) return [out];
  if (out !== undefined && out !== '-') return asked.map(({ id }) => join(out, `${id}.aggregate.json`));
  throw new CommandFailure(
    'no-folder',
    msg('Several indicators are written to several files: say to which folder.', { desc: 'Command line error' }),
    '--out aggregates/',
  );
}

function failUnknown(id: string): never {
  throw new RangeError(`No definition of ${id}.`);
}
