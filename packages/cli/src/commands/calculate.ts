import type { Command } from 'commander';
import { calculate, CalculateOptionsError, combine, isoFromDay, PersonTwiceError } from '@strapetsi/indicators';
import type { Aggregate, CalculateOptions, Definition, DimensionId } from '@strapetsi/indicators';
import { formatNumber, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { choice, dayOption } from '../command.js';
import type { CommandContext } from '../command.js';
import { definitionOf, definitions, membersOf } from '../definitions.js';
import { CommandFailure } from '../failure.js';
import { collectFindings } from '../findings-by-code.js';
import { findFiles } from '../input/files.js';
import { pseudonymKey } from '../input/key.js';
import { openKoskiFiles, type KoskiReader } from '../input/koski.js';
import { writeOut } from '../output/write.js';

interface CalculateArguments {
  readonly indicator: string;
  readonly by?: string;
  readonly from: string;
  readonly to: string;
  readonly asOf?: string;
  readonly rule?: string;
  readonly only?: readonly string[];
  readonly keyFile?: string;
  readonly out?: string;
  readonly json?: true;
}

/** What was calculated, for the summary. */
export interface CalculateSummary {
  readonly indicator: string;
  readonly by: readonly string[];
  readonly period: Aggregate['period'];
  readonly asOf: string;
  readonly cells: number;
  readonly population: number;
  readonly exclusions: Aggregate['exclusions'];
  readonly records: Aggregate['records'];
  readonly findings: Aggregate['findings'];
  readonly file?: string;
}

export function addCalculateCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  program
    .command('calculate')
    .argument(
      '<FILE...>',
      msg('KOSKI documents: JSON or NDJSON, plain or gzip; - is standard input', { desc: 'Help of an argument' }),
    )
    .summary(msg('calculate an indicator from KOSKI documents', { desc: 'Help: one line about the calculate command' }))
    .description(
      msg(
        'Calculates an indicator exactly and writes an aggregate: counts, small groups included. It holds nobody’s records, but it is not for showing: strapetsi publish makes the table that is.',
        { desc: 'Help of the calculate command' },
      ),
    )
    .usage(
      msg('FILE... --indicator ID --from DATE --to DATE [options]', {
        desc: 'Help: how the command is written; FILE is the name of a file, ID the code of an indicator',
      }),
    )
    .requiredOption('--indicator <ID>', msg('which indicator: see below', { desc: 'Help of an option' }))
    .option('--by <LIST>', msg('dimensions, separated by commas: see below', { desc: 'Help of an option' }))
    .requiredOption('--from <DATE>', msg('first day, or a year', { desc: 'Help of an option' }))
    .requiredOption('--to <DATE>', msg('last day, or a year', { desc: 'Help of an option' }))
    .option('--as-of <DATE>', msg('the day of the export (default: today)', { desc: 'Help of an option' }))
    .option(
      '--only <DIMENSION=ID>',
      msg('only these members, separated by commas; may be given again for another dimension', {
        desc: 'Help of an option',
      }),
      (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
    )
    .option(
      '--rule <ID>',
      msg('one rule for the whole time (default: the rule in force)', { desc: 'Help of an option' }),
    )
    .option('--key-file <FILE>', msg('key of the pseudonyms: see strapetsi key --help', { desc: 'Help of an option' }))
    .option('-o, --out <FILE>', msg('where to write; gzip where the name ends in .gz', { desc: 'Help of an option' }))
    .option('--json', msg('summary as JSON', { desc: 'Help of an option' }))
    .addHelpText('after', calculateNotes(context.language))
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
      `  ${definition.id}: ${definition.name[lang]}. ${definition.meaning[lang]}`,
      `    --by ${dimensions}`,
      `    --rule ${rules}`,
    ].join('\n');
  });
  return `\n${msg('Indicators:', { desc: 'Help: heading above a list of indicators' })}
${indicators.join('\n')}

${msg('For completion-by-cohort the days say when students started.', { desc: 'Help of the calculate command: completion-by-cohort is the code of an indicator' })}

${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi calculate koski.ndjson.gz --indicator student-years --by year,school --from 2021 --to 2025 -o years.json
  strapetsi calculate koski.ndjson.gz --indicator completion-by-cohort --by checkpoint --from 2021-07-01 --to 2021-12-31 --only started=vocational -o completion.json
  strapetsi calculate 'exports/*.json' --indicator completion-by-cohort --by school --only checkpoint=48 --from 2021 --to 2021 -o schools.json`;
}

async function calculateFiles(
  args: readonly string[],
  given: CalculateArguments,
  { terminal, language }: CommandContext,
): Promise<void> {
  const id = choice(
    given.indicator,
    '--indicator',
    definitions.map((definition) => definition.id),
    language,
  );
  const definition = definitionOf(id) ?? failUnknown(id);
  const options = calculateOptions(given, definition, language);
  const files = await findFiles(args, language);
  const findings = collectFindings(0);
  const key = await pseudonymKey(given.keyFile, terminal.environment, language);
  const reader = openKoskiFiles({ files, pseudonymKey: key, onFinding: findings.add }, terminal, language);
  const whole = await calculateParts(reader, definition, options)
    .catch((error: unknown) => {
      throw asFailure(error, language);
    })
    .finally(reader.close);
  const { read, facts, refused } = reader.counts();
  if (whole === undefined || facts === 0) throw nothingRead(files.map(({ path }) => path).join(' '), language);
  // Counted while they came: a list of them would grow with the files.
  const aggregate: Aggregate = { ...whole, records: { read, facts, refused }, findings: findings.counts() };
  await writeOut([`${JSON.stringify(aggregate)}\n`], given.out, terminal, language);
  const summary = summaryOf(aggregate, given.out);
  const stream = given.out === undefined || given.out === '-' ? terminal.errors : terminal.output;
  stream.write(given.json ? `${JSON.stringify(summary)}\n` : summaryText(summary, definition, language));
}

/** Each file by itself, then joined: whoever is in two files is found there, and not counted twice. */
async function calculateParts(
  reader: KoskiReader,
  definition: Definition,
  options: CalculateOptions,
): Promise<Aggregate | undefined> {
  let whole: Aggregate | undefined;
  for (const facts of reader.facts()) {
    const part = await calculate(facts, definition, options);
    whole = whole === undefined ? part : combine(whole, part);
  }
  return whole;
}

function failUnknown(id: string): never {
  throw new RangeError(`No definition of ${id}.`);
}

/** Throws `CommandFailure` for days, dimensions or members that the command line cannot make sense of. */
export function calculateOptions(
  given: CalculateArguments,
  definition: Definition,
  language: Language,
): CalculateOptions {
  const dimensions = definition.dimensions.map(({ id }) => id);
  const by = listOf(given.by).map((id) => choice(id, '--by', dimensions, language));
  const only: Partial<Record<DimensionId, readonly string[]>> = {};
  for (const text of given.only ?? []) {
    const [name = '', members = ''] = text.split(/=(.*)/s);
    const dimension = choice(name, '--only', dimensions, language);
    only[dimension] = [...(only[dimension] ?? []), ...listOf(members)];
    if (listOf(members).length === 0) throw noMember(text, language);
    const known = membersOf(definition, dimension);
    if (known !== undefined)
      for (const member of listOf(members)) choice(member, `--only ${dimension}=`, known, language);
  }
  return {
    by,
    period: {
      from: isoFromDay(dayOption(wholeYear(given.from, '01-01'), '--from', language)),
      to: isoFromDay(dayOption(wholeYear(given.to, '12-31'), '--to', language)),
    },
    asOf: given.asOf === undefined ? today() : isoFromDay(dayOption(given.asOf, '--as-of', language)),
    only,
    ...(given.rule === undefined
      ? {}
      : {
          rule: choice(
            given.rule,
            '--rule',
            definition.rules.map(({ id }) => id),
            language,
          ),
        }),
  };
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function wholeYear(text: string, rest: string): string {
  return /^\d{4}$/.test(text) ? `${text}-${rest}` : text;
}

/** In Finland, where the records are kept; the order of year, month and day is the ISO one in Sweden. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format();
}

function noMember(text: string, { msg }: Language): CommandFailure {
  return new CommandFailure(
    'only-without-member',
    msg(str`--only ${text} names no member.`, { desc: 'Command line error. What was given' }),
    '--only started=vocational',
  );
}

function nothingRead(files: string, { msg }: Language): CommandFailure {
  return new CommandFailure(
    'nothing-read',
    msg(str`No record could be read: ${files}.`, { desc: 'Command line error. Names of files' }),
    msg(str`See why: strapetsi check ${files}`, { desc: 'Command line hint with a command' }),
  );
}

/** What is wrong with the request or the files, said to a person; anything else is passed on as it is. */
function asFailure(error: unknown, { msg }: Language): unknown {
  if (error instanceof PersonTwiceError) {
    return new CommandFailure(
      'person-twice',
      msg('Some learners are in two of the files, so that they would be counted twice.', {
        desc: 'Command line error',
      }),
      msg('Give one export in which each learner stands once, or join the files first.', { desc: 'Command line hint' }),
    );
  }
  if (error instanceof CalculateOptionsError && error.code === 'checkpoint-needed') {
    return new CommandFailure(
      error.code,
      msg('Students are in a situation at each checkpoint, and situations of two checkpoints cannot be added.', {
        desc: 'Command line error: completion-by-cohort was asked for without a checkpoint',
      }),
      '--by checkpoint … / --only checkpoint=48',
    );
  }
  if (error instanceof CalculateOptionsError && error.code === 'period-order') {
    return new CommandFailure(
      error.code,
      msg(str`The last day is before the first: ${error.found}.`, {
        desc: 'Command line error. Two days in ISO format',
      }),
    );
  }
  if (error instanceof CalculateOptionsError) {
    return new CommandFailure(
      error.code,
      msg(str`${error.path}: found ${error.found}, expected ${error.expected}.`, {
        desc: 'Command line error. Name of an option; what was given and what can be given (in English)',
      }),
    );
  }
  return error;
}

function summaryOf(aggregate: Aggregate, file: string | undefined): CalculateSummary {
  const { indicator, by, period, asOf, cells, population, exclusions, records, findings } = aggregate;
  const written = file === undefined ? {} : { file };
  return {
    indicator: indicator.id,
    by,
    period,
    asOf,
    cells: cells.length,
    population,
    exclusions,
    records,
    findings,
    ...written,
  };
}

function summaryText(summary: CalculateSummary, definition: Definition, { lang, msg }: Language): string {
  const number = (value: number): string => formatNumber(value, lang);
  const { records, findings } = summary;
  const remarks = findings.reduce((sum, { count }) => sum + count, 0);
  return `${[
    `${definition.name[lang]} ${summary.period.from} – ${summary.period.to}`,
    msg(str`Documents: ${number(records.read)} = ${number(records.facts)} read + ${number(records.refused)} refused.`, {
      desc: 'Result of the check command: three numbers, the first is the sum of the others',
    }),
    ...(remarks === 0
      ? []
      : [
          msg(str`Findings: ${number(remarks)}; strapetsi check tells them.`, {
            desc: 'Summary of the calculate command: number of findings',
          }),
        ]),
    msg(str`Day of the export: ${summary.asOf}. Study rights looked at: ${number(summary.population)}.`, {
      desc: 'Summary of the calculate command: a day in ISO format, a number',
    }),
    ...summary.exclusions
      .filter(({ count }) => count > 0)
      .map(({ id, count }) => `  − ${number(count)} ${exclusionLabel(definition, id)[lang]}`),
    summary.cells === 0
      ? msg('There is no cell: nothing fits the days and members asked for.', {
          desc: 'Summary of the calculate command',
        })
      : msg(str`Cells: ${number(summary.cells)}.`, { desc: 'Summary of the calculate command: number of cells' }),
  ].join('\n')}\n`;
}

function exclusionLabel(definition: Definition, id: string): Definition['name'] {
  for (const step of definition.rules.flatMap(({ steps }) => steps)) {
    if ('exclude' in step && step.exclude.id === id) return step.exclude.label;
    if ('firstOf' in step && step.otherwise.id === id) return step.otherwise.label;
  }
  return { fi: id, sv: id, en: id };
}
