import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { updateFacts, writeFacts } from '@strapetsi/indicators';
import type { Facts, FactsFileOrigin, UpdateSummary } from '@strapetsi/indicators';
import { formatNumber, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import type { CommandContext } from '../command.js';
import { CommandFailure } from '../failure.js';
import { hasOwnKey } from '../input/key.js';
import { joinOrigins, openFactsFile } from '../input/facts-file.js';
import { addSourceOptions, nothingRead, openSources, type SourceArguments } from '../input/sources.js';
import { cannotWrite, isSystemError } from '../output/write.js';
import { asFailure } from './calculate-options.js';

interface FactsArguments extends SourceArguments {
  readonly out: string;
  readonly update?: string;
  readonly json?: true;
}

/** What a facts file was written of. */
export interface FactsSummary {
  readonly file: string;
  readonly persons: number;
  readonly studyRights: number;
  readonly outcomes: number;
  readonly replies: number;
  readonly origin: FactsFileOrigin;
  /** What the records changed in the file that was updated. */
  readonly updated?: UpdateSummary;
}

export function addFactsCommand(program: Command, context: CommandContext): void {
  const { language } = context;
  const { msg } = language;
  const command = program
    .command('facts')
    .argument(
      '[FILE...]',
      msg('KOSKI documents, tables of a student system (with --mapping), or other facts files', {
        desc: 'Help of an argument',
      }),
    )
    .summary(
      msg('read records once into a facts file, to calculate from again and again', {
        desc: 'Help: one line about the facts command',
      }),
    )
    .description(
      msg(
        'Reads records and writes what indicators need of them into one compact file. It holds no names or identity codes, but a row for every study right: it is personal data and stays where the records may be.',
        { desc: 'Help of the facts command' },
      ),
    )
    .usage(msg('FILE... -o FACTS [options]', { desc: 'Help: how the command is written; FILE and FACTS are files' }))
    .requiredOption('-o, --out <FACTS>', msg('the facts file to write', { desc: 'Help of an option' }))
    .option(
      '--update <FACTS>',
      msg('a facts file of an earlier day: what the files hold takes the place of what it has by the same number', {
        desc: 'Help of an option',
      }),
    );
  addSourceOptions(command, language)
    .option('--json', msg('summary as JSON', { desc: 'Help of an option' }))
    .addHelpText(
      'after',
      `\n${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi facts koski.ndjson.gz --plans hoks.json --outcomes graduates.csv --feedback amis.csv -o provider.facts
  strapetsi facts today.ndjson.gz --update provider.facts -o provider.facts --key-file key.txt
  strapetsi calculate provider.facts --indicator student-years --by year --from 2021 --to 2025 -o years.json`,
    )
    .action(async (files: string[], given: FactsArguments) => {
      await writeFactsFile(files, given, context);
      context.finish(0);
    });
}

async function writeFactsFile(
  args: readonly string[],
  given: FactsArguments,
  { terminal, language }: CommandContext,
): Promise<void> {
  if (given.update !== undefined && !hasOwnKey(given.keyFile, terminal.environment)) throw keyNeeded(language);
  const sources = await openSources(args, given, terminal, language);
  const counted = { persons: 0, studyRights: 0, outcomes: 0, replies: 0 };
  const before = given.update === undefined ? undefined : openFactsFile(given.update, language);
  let updated: UpdateSummary | undefined;
  async function* current(): AsyncGenerator<Facts> {
    if (before === undefined) {
      yield* sources.facts();
      return;
    }
    const newer: Facts[] = [];
    for await (const batch of sources.facts()) newer.push(batch);
    updated = yield* updateFacts(before.facts(), newer);
  }
  const origin = (): FactsFileOrigin => joinOrigins(before?.origin() ?? {}, sources.origin());
  async function* counting(): AsyncGenerator<Facts> {
    for await (const batch of current()) {
      counted.persons += batch.persons.count;
      counted.studyRights += batch.rights.count;
      counted.outcomes += batch.outcomes.count;
      counted.replies += batch.responses.count;
      yield batch;
    }
    if (counted.persons === 0) throw nothingRead(sources.names, language);
  }
  await writeWhole(writeFacts(counting(), origin), given.out, language).finally(sources.close);
  const summary: FactsSummary = {
    file: given.out,
    ...counted,
    origin: origin(),
    ...(updated === undefined ? {} : { updated }),
  };
  terminal.output.write(given.json ? `${JSON.stringify(summary)}\n` : summaryText(summary, language));
}

function keyNeeded({ msg }: Language): CommandFailure {
  return new CommandFailure(
    'key-needed',
    msg('Without the key that the file was written with, learners of two days cannot be known for the same.', {
      desc: 'Command line error: facts --update without --key-file',
    }),
    msg('Give it with --key-file, and read both files with it: strapetsi key --help', {
      desc: 'Command line hint with a command',
    }),
  );
}

/** The file appears under its name only when it is whole. */
async function writeWhole(chunks: AsyncIterable<Uint8Array>, file: string, language: Language): Promise<void> {
  const part = `${file}.part`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await pipeline(Readable.from(chunks), createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw isSystemError(error) ? cannotWrite(file, error, language) : asFailure(error, language);
  }
}

function summaryText(summary: FactsSummary, { lang, msg }: Language): string {
  const number = (value: number): string => formatNumber(value, lang);
  const findings = Object.values(summary.origin).flatMap((origin) => origin.findings);
  const remarks = findings.reduce((sum, { count }) => sum + count, 0);
  return `${[
    msg(
      str`${summary.file}: ${number(summary.studyRights)} study rights, ${number(summary.outcomes)} outcomes, ${number(summary.replies)} replies of ${number(summary.persons)} persons.`,
      {
        desc: 'Summary of the facts command: a file and four numbers',
      },
    ),
    ...(summary.updated === undefined
      ? []
      : [
          msg(
            str`Study rights: ${number(summary.updated.studyRights.replaced)} replaced, ${number(summary.updated.studyRights.added)} added, ${number(summary.updated.studyRights.kept)} kept, ${number(summary.updated.studyRights.older)} older than those that were there.`,
            { desc: 'Summary of the facts command with --update: four numbers' },
          ),
        ]),
    msg(str`Findings: ${number(remarks)}; strapetsi findings says what to put right.`, {
      desc: 'Summary of the calculate command: number of findings',
    }),
  ].join('\n')}\n`;
}
