import { createReadStream } from 'node:fs';
import { Option, type Command } from 'commander';
import { dryRun, parseMapping } from '@strapetsi/indicators';
import type { DryRun, Mapping, MappingProblem } from '@strapetsi/indicators';
import type { Language } from '@strapetsi/text';
import { wholeNumber } from '../command.js';
import type { CommandContext, ExitCode } from '../command.js';
import { collectFindings, type FindingGroup } from '../findings-by-code.js';
import { cannotRead, findFiles, type InputFile } from '../input/files.js';
import { readJson } from '../input/json.js';
import { pseudonymKey } from '../input/key.js';
import { hasErrors } from '../output/findings-text.js';
import { startProgress } from '../output/progress.js';
import { isSystemError } from '../output/write.js';
import { mapText, mappingProblemsText } from './map-text.js';

interface MapArguments {
  readonly rows: string;
  readonly examples: string;
  readonly json?: true;
}

/** What `strapetsi map --json` says. */
export type MapResult =
  | { readonly mapping: string; readonly problems: readonly MappingProblem[] }
  | {
      readonly mapping: string;
      readonly problems: readonly [];
      /** Rows below the heads, `read === facts + refused`, and persons. */
      readonly rows: Pick<DryRun['summary'], 'read' | 'facts' | 'refused'>;
      readonly persons: number;
      readonly files: DryRun['files'];
      readonly findings: readonly FindingGroup[];
    };

const MOST_ROWS = 1_000;

export function addMapCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  program
    .command('map')
    .argument(
      '<MAPPING>',
      msg('how the tables of the student system are read: JSON, see docs/mapping.md', { desc: 'Help of an argument' }),
    )
    .argument('[FILE...]', msg('tables of the student system: CSV or XLSX', { desc: 'Help of an argument' }))
    .summary(
      msg('show how tables of a student system are read by a mapping', {
        desc: 'Help: one line about the map command',
      }),
    )
    .description(
      msg(
        'Checks a mapping, and reads the tables by it to their end as strapetsi calculate --mapping does: shows the first rows as they are read, with the column that each field comes from, and says what could not be read. Nothing is written, and identity codes, learner numbers and names are never shown.',
        { desc: 'Help of the map command' },
      ),
    )
    .usage(
      msg('MAPPING [FILE...] [options]', {
        desc: 'Help: how the command is written; MAPPING and FILE are names of files',
      }),
    )
    .option('--rows <N>', msg('how many rows of each file to show', { desc: 'Help of an option' }), '10')
    .option('--examples <N>', msg('how many places of each kind to show', { desc: 'Help of an option' }), '3')
    // It is what the command does; whoever writes it is not to be turned away.
    .addOption(new Option('--dry-run').hideHelp())
    .option('--json', msg('result as JSON', { desc: 'Help of an option' }))
    .addHelpText(
      'after',
      `\n${msg('Exit code: 0 all could be read; 1 the mapping has faults, or some rows were refused or have errors; 2 the files cannot be read.', { desc: 'Help of the map command: exit codes' })}

${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi map mapping.json
  strapetsi map mapping.json rights.csv periods.csv
  strapetsi map mapping.json 'exports/*.csv' --rows 3 --json > preview.json`,
    )
    .action(async (mapping: string, files: string[], given: MapArguments) => {
      context.finish(await map(mapping, files, given, context));
    });
}

async function map(
  mappingFile: string,
  args: readonly string[],
  given: MapArguments,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const rows = wholeNumber(given.rows, '--rows', 0, MOST_ROWS, language);
  const examples = wholeNumber(given.examples, '--examples', 0, MOST_ROWS, language);
  const parsed = parseMapping(
    await readJson(
      mappingFile,
      language,
      terminal.input,
      language.msg('A mapping is JSON: see docs/mapping.md.', { desc: 'Command line hint' }),
    ),
  );
  if (!parsed.ok) {
    const result: MapResult = { mapping: mappingFile, problems: parsed.problems };
    terminal.output.write(given.json ? `${JSON.stringify(result)}\n` : mappingProblemsText(result, language));
    return 1;
  }
  const findings = collectFindings(examples);
  const files = await findFiles(args, language);
  const { summary, files: shown } = await readAll(files, parsed.mapping, rows, findings.add, context);
  const { read, facts, refused, persons } = summary;
  const result = {
    mapping: mappingFile,
    problems: [],
    rows: { read, facts, refused },
    persons,
    files: shown,
    findings: findings.groups(),
  } as const satisfies MapResult;
  terminal.output.write(given.json ? `${JSON.stringify(result)}\n` : mapText(result, parsed.mapping, language));
  return hasErrors(result.findings) ? 1 : 0;
}

/** Reads the files one after another, each opened when its turn comes. */
async function readAll(
  files: readonly InputFile[],
  mapping: Mapping,
  rows: number,
  onFinding: ReturnType<typeof collectFindings>['add'],
  { terminal, language }: CommandContext,
): Promise<DryRun> {
  const bytes = files.every((file) => file.bytes > 0) ? files.reduce((sum, file) => sum + file.bytes, 0) : 0;
  const progress = startProgress(terminal, reading(language), bytes);
  async function* opened(path: string): AsyncGenerator<Uint8Array | string> {
    yield* path === '-' ? terminal.input : createReadStream(path);
  }
  try {
    return await dryRun(
      files.map(({ path }) => ({ source: opened(path), file: path })),
      mapping,
      {
        rows,
        onFinding,
        pseudonymKey: await pseudonymKey(undefined, {}, language),
        onProgress: (at) => progress.update(at.bytes),
      },
    );
  } catch (error) {
    throw isSystemError(error) ? cannotRead(error.path ?? '', error, language) : error;
  } finally {
    progress.stop();
  }
}

function reading({ msg }: Language): string {
  return msg('Reading', { desc: 'Label of a progress bar' });
}
