import { join } from 'node:path';
import type { Command } from 'commander';
import { formatNumber, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { isoFromDay } from '@strapetsi/indicators';
import { dayOption, wholeNumber } from '../command.js';
import type { CommandContext } from '../command.js';
import { CommandFailure } from '../failure.js';
import { startProgress } from '../output/progress.js';
import { writeOut } from '../output/write.js';
import { maximumStudents } from '../sample/document.js';
import { documentsName, sampleFiles } from '../sample/files.js';
import type { SampleFile } from '../sample/files.js';
import { maximumProviders } from '../sample/providers.js';
import { sampleDocuments } from '../sample/sample.js';
import type { SampleOptions } from '../sample/sample.js';

interface SampleArguments {
  readonly students: string;
  readonly providers: string;
  readonly from: string;
  readonly to?: string;
  readonly asOf: string;
  readonly seed: string;
  readonly out?: string;
  readonly folder?: string;
  readonly clean?: true;
  readonly json?: true;
}

/** What was written, for the summary. */
export interface SampleSummary {
  readonly providers: number;
  readonly documents: number;
  readonly studyRights: number;
  /** How many documents got which flaw. */
  readonly flaws: Readonly<Record<string, number>>;
  readonly files: readonly string[];
}

/** Fixed, so that the same command gives the same bytes on any day. */
const defaultAsOf = '2026-10-31';

const CHUNK = 65_536;

export function addSampleCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  program
    .command('sample')
    .summary(msg('write records of a fictional provider', { desc: 'Help: one line about the sample command' }))
    .description(
      msg(
        'Writes KOSKI documents (NDJSON, one learner on a line) of a fictional education provider, and with --folder its plans, outcomes and feedback too. Nobody in them exists: identity codes are from the artificial range 900–999. A small share of the documents has the flaws that real exports have.',
        { desc: 'Help of the sample command' },
      ),
    )
    .usage(msg('[options]', { desc: 'Help: how the command is written' }))
    .option('--students <N>', msg('learners of a provider', { desc: 'Help of an option' }), '1000')
    .option('--providers <N>', msg('how many providers', { desc: 'Help of an option' }), '1')
    .option(
      '--from <DATE>',
      msg('first day on which a first study right begins', { desc: 'Help of an option' }),
      '2018-01-01',
    )
    .option('--to <DATE>', msg('last such day (default: the day of the export)', { desc: 'Help of an option' }))
    .option('--as-of <DATE>', msg('day of the export', { desc: 'Help of an option' }), defaultAsOf)
    .option('--seed <N>', msg('the same seed gives the same documents', { desc: 'Help of an option' }), '1')
    .option(
      '-o, --out <FILE>',
      msg('where to write; gzip where the name ends in .gz; {n} stands for the number of the provider', {
        desc: 'Help of an option',
      }),
    )
    .option(
      '--folder <FOLDER>',
      msg(
        'write everything that indicators are made of to this folder: KOSKI documents, personal plans, outcomes of graduates, replies to surveys with their codes, the description of the surveys, and the fields of qualifications',
        { desc: 'Help of an option' },
      ),
    )
    .option('--clean', msg('leave out the flaws', { desc: 'Help of an option' }))
    .option('--json', msg('summary as JSON', { desc: 'Help of an option' }))
    .addHelpText(
      'after',
      `\n${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi sample --students 5000 --out koski.ndjson.gz
  strapetsi sample --students 2000 --folder sample
  strapetsi sample --students 300 --clean --seed 7 > koski.ndjson
  strapetsi sample --providers 5 --out 'providers/{n}.ndjson.gz'`,
    )
    .action(async (given: SampleArguments) => {
      await sample(given, context);
      context.finish(0);
    });
}

async function sample(given: SampleArguments, { terminal, language }: CommandContext): Promise<void> {
  const { msg } = language;
  const asOf = dayOption(given.asOf, '--as-of', language);
  const options: Omit<SampleOptions, 'provider'> = {
    students: wholeNumber(given.students, '--students', 1, maximumStudents, language),
    from: dayOption(given.from, '--from', language),
    to: given.to === undefined ? asOf : dayOption(given.to, '--to', language),
    asOf,
    seed: wholeNumber(given.seed, '--seed', 0, Number.MAX_SAFE_INTEGER, language),
    clean: given.clean ?? false,
  };
  const providers = wholeNumber(given.providers, '--providers', 1, maximumProviders, language);
  if (options.from > options.to || options.to > asOf) {
    throw new CommandFailure(
      'days-out-of-order',
      msg(
        str`The days are out of order: --from ${isoFromDay(options.from)}, --to ${isoFromDay(options.to)}, --as-of ${isoFromDay(asOf)}.`,
        { desc: 'Command line error. Three days in ISO format' },
      ),
      msg('Give them so that none is before the one it follows.', { desc: 'Command line hint' }),
    );
  }
  if (given.folder !== undefined && given.out !== undefined) {
    throw new CommandFailure(
      'not-together',
      msg('Give --out or --folder, not both.', { desc: 'Command line error. Names of options' }),
    );
  }
  const place = given.folder ?? given.out;
  const others = given.folder === undefined ? [] : sampleFiles;
  const progress = startProgress(
    terminal,
    msg('Writing documents', { desc: 'Label of a progress bar' }),
    options.students * providers,
  );
  const counts = { documents: 0, studyRights: 0, flaws: new Map<string, number>() };
  const documents = function* (numbers: readonly number[]): Generator<string> {
    for (const number of numbers) yield* chunksOf({ ...options, provider: number }, counts, progress.update);
  };
  const lines = function* ({ head, lines: linesOf }: SampleFile, numbers: readonly number[]): Generator<string> {
    yield head;
    for (const number of numbers) yield* joined(linesOf({ ...options, provider: number }));
  };
  const numbers = Array.from({ length: providers }, (_, position) => position + 1);
  const perProvider = place?.includes('{n}') ?? false;
  const files: string[] = [];
  const write = async (chunks: Iterable<string>, file: string | undefined): Promise<void> => {
    if (file !== undefined) files.push(file);
    await writeOut(chunks, file, terminal, language);
  };
  try {
    for (const group of perProvider ? numbers.map((number) => [number]) : [numbers]) {
      const at = place?.replaceAll('{n}', String(group[0]).padStart(String(providers).length, '0'));
      await write(documents(group), given.folder === undefined || at === undefined ? at : join(at, documentsName));
      for (const file of others) await write(lines(file, group), join(at ?? '', file.name));
    }
  } finally {
    progress.stop();
  }
  const summary: SampleSummary = {
    providers,
    documents: counts.documents,
    studyRights: counts.studyRights,
    flaws: Object.fromEntries(counts.flaws),
    files,
  };
  // Documents and summary must not mix where both would go to standard output.
  const stream = place === undefined || place === '-' ? terminal.errors : terminal.output;
  stream.write(given.json ? `${JSON.stringify(summary)}\n` : `${summaryText(summary, language)}\n`);
}

/** Lines in pieces of some size: each for itself would be slow to write. */
function* joined(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length > CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

function* chunksOf(
  options: SampleOptions,
  counts: { documents: number; studyRights: number; readonly flaws: Map<string, number> },
  update: (done: number) => void,
): Generator<string> {
  function* lines(): Generator<string> {
    for (const { line, rights, flaw } of sampleDocuments(options)) {
      counts.documents += 1;
      counts.studyRights += rights;
      if (flaw !== undefined) counts.flaws.set(flaw, (counts.flaws.get(flaw) ?? 0) + 1);
      yield `${line}\n`;
    }
  }
  for (const chunk of joined(lines())) {
    yield chunk;
    update(counts.documents);
  }
}

function summaryText(
  { providers, documents, studyRights, flaws, files }: SampleSummary,
  { lang, msg }: Language,
): string {
  const flawed = Object.values(flaws).reduce((sum, count) => sum + count, 0);
  const number = (value: number): string => formatNumber(value, lang);
  return [
    msg(
      str`Providers: ${number(providers)}. Documents: ${number(documents)}. Study rights: ${number(studyRights)}. Flawed documents: ${number(flawed)}.`,
      { desc: 'Summary of the sample command: four numbers' },
    ),
    ...files,
  ].join('\n');
}
