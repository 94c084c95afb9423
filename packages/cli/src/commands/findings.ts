import type { Command } from 'commander';
import { rootRelations } from '@strapetsi/indicators';
import type { Aggregate } from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { DataText, Language } from '@strapetsi/text';
import { wholeNumber } from '../command.js';
import type { CommandContext, ExitCode } from '../command.js';
import { CommandFailure } from '../failure.js';
import { collectBySchool, type SchoolFindings } from '../findings-by-school.js';
import { isFactsFileAt } from '../input/facts-file.js';
import { findFiles } from '../input/files.js';
import { sortOutPlans } from '../input/plans.js';
import {
  addSourceOptions,
  openSources,
  type FindingListener,
  type SourceArguments,
  type Sources,
} from '../input/sources.js';
import { hasErrors } from '../output/findings-text.js';
import { writeOut } from '../output/write.js';
import type { Terminal } from '../terminal.js';
import { today } from './calculate-options.js';
import { schoolFindingsText } from './findings-text.js';
import { findingsCsv } from './findings-table.js';

interface FindingsArguments extends SourceArguments {
  readonly school?: string;
  readonly examples: string;
  readonly out?: string;
  readonly csv?: true;
  readonly json?: true;
}

/** What `strapetsi findings --json` gives. */
export interface FindingsResult {
  /** KOSKI documents, rows of tables, outcomes and replies, plans not among them; `read === facts + refused`. */
  readonly records: Aggregate['records'];
  readonly schools: readonly SchoolFindings[];
}

export function addFindingsCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  const command = program
    .command('findings')
    .argument(
      '[FILE...]',
      msg('KOSKI documents and personal plans of eHOKS, or tables with --mapping; - is standard input', {
        desc: 'Help of an argument',
      }),
    )
    .summary(
      msg('say school by school what to put right in the student system', {
        desc: 'Help: one line about the findings command',
      }),
    )
    .description(
      msg(
        'Groups what reading finds by school and by what puts it right in the student system, eHOKS, Arvo or the export: how many records, what to do, and where the first ones are. Names and identity codes are never shown.',
        { desc: 'Help of the findings command' },
      ),
    )
    .usage(msg('[FILE...] [options]', { desc: 'Help: how the command is written; FILE is the name of a file' }));
  addSourceOptions(command, context.language)
    .option('--school <ID>', msg('only the findings of this school, by its oid', { desc: 'Help of an option' }))
    .option('--examples <N>', msg('how many places of each kind to show', { desc: 'Help of an option' }), '3')
    .option('-o, --out <FILE>', msg('where to write; gzip where the name ends in .gz', { desc: 'Help of an option' }))
    .option('--csv', msg('a row for each place, for Excel', { desc: 'Help of an option' }))
    .option('--json', msg('result as JSON', { desc: 'Help of an option' }))
    .addHelpText(
      'after',
      `\n${msg('Exit code: 0 all could be read; 1 some records were refused or have errors; 2 the files cannot be read.', { desc: 'Help of the check command: exit codes' })}

${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi findings koski.ndjson.gz plans.ndjson.gz
  strapetsi findings koski.ndjson.gz --school 1.2.246.562.10.90017100003 --examples 100
  strapetsi findings koski.ndjson.gz --feedback replies.csv codes.csv
  strapetsi findings koski.ndjson.gz --examples 10000 --csv -o findings.csv`,
    )
    .action(async (files: string[], given: FindingsArguments) => {
      context.finish(await findings(files, given, context));
    });
}

async function findings(
  args: readonly string[],
  given: FindingsArguments,
  { terminal, language }: CommandContext,
): Promise<ExitCode> {
  if (given.csv && given.json) throw csvOrJson(language);
  const collector = collectBySchool(wholeNumber(given.examples, '--examples', 0, 1_000_000, language));
  const sources = await sourcesOf(args, given, terminal, language, { tell: collector.add, asOf: today() });
  const labels = await readAll(sources);
  const schools = onlySchool(collector.schools(labels), labels, given.school, language);
  const result: FindingsResult = { records: recordsOf(sources), schools };
  await writeOut([printed(result, given, language)], given.out, terminal, language);
  return schools.some(({ fixes }) => fixes.some((fix) => hasErrors(fix.findings))) ? 1 : 0;
}

function printed(result: FindingsResult, { csv, json }: FindingsArguments, language: Language): string {
  if (json) return `${JSON.stringify(result)}\n`;
  return csv ? findingsCsv(result, language) : schoolFindingsText(result, language);
}

/** Plans among the files are told by their content, unless the files are tables. */
async function sourcesOf(
  args: readonly string[],
  given: FindingsArguments,
  terminal: Terminal,
  language: Language,
  listener: FindingListener,
): Promise<Sources> {
  if (given.mapping !== undefined) return await openSources(args, given, terminal, language, listener);
  const files = await findFiles(args, language);
  for (const { path } of files) if (await isFactsFileAt(path)) throw onlyCounts(path, language);
  const sorted = await sortOutPlans(files, terminal, language);
  const plans = [...(given.plans ?? []), ...sorted.plans.map(({ path }) => path)];
  const others = sorted.others.map(({ path }) => path);
  return await openSources(others, { ...given, plans }, sorted.terminal, language, listener);
}

/** Reads everything; names of the schools that were met. */
async function readAll(sources: Sources): Promise<ReadonlyMap<string, DataText>> {
  const labels = new Map<string, DataText>();
  try {
    for await (const { dictionaries } of sources.facts()) {
      dictionaries.school.keys.forEach((key, at) => labels.set(key, dictionaries.school.labels[at] ?? {}));
    }
  } finally {
    sources.close();
  }
  return labels;
}

function recordsOf(sources: Sources): FindingsResult['records'] {
  const all = rootRelations.map((of) => sources.counts(of).records);
  const sum = (count: 'read' | 'facts' | 'refused'): number => all.reduce((total, each) => total + each[count], 0);
  return { read: sum('read'), facts: sum('facts'), refused: sum('refused') };
}

function onlySchool(
  schools: readonly SchoolFindings[],
  labels: ReadonlyMap<string, DataText>,
  id: string | undefined,
  language: Language,
): readonly SchoolFindings[] {
  if (id === undefined) return schools;
  const asked = schools.filter(({ school }) => school?.id === id);
  if (asked.length > 0 || labels.has(id)) return asked;
  const { msg } = language;
  throw new CommandFailure(
    'no-such-school',
    msg(str`The records have no school ${id}.`, { desc: 'Command line error. Code of a school that was given' }),
    msg(str`Choose from: ${[...labels.keys()].sort().join(', ')}.`, {
      desc: 'Command line hint. Codes separated by commas',
    }),
  );
}

function csvOrJson({ msg }: Language): CommandFailure {
  return new CommandFailure(
    'not-together',
    msg('Give --csv or --json, not both.', { desc: 'Command line error. Names of options' }),
  );
}

function onlyCounts(path: string, { msg }: Language): CommandFailure {
  return new CommandFailure(
    'facts-file',
    msg(str`${path} is a facts file: it holds how many findings there were, but not where.`, {
      desc: 'Command line error. Name of a file',
    }),
    msg('Give the records that it was made of.', { desc: 'Command line hint' }),
  );
}
