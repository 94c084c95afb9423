import type { Command } from 'commander';
import {
  codeEntry,
  noCodeLabels,
  ORGANISATIONS,
  parseCodeLabels,
  printCodeLabels,
  readCodes,
  updateLabels,
} from '@strapetsi/indicators';
import type { CodeEntry, CodeLabels, CodeReading, LabelChanges } from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { wholeNumber } from '../command.js';
import type { CommandContext, ExitCode } from '../command.js';
import { CommandFailure } from '../failure.js';
import { collectFindings, type FindingGroup } from '../findings-by-code.js';
import { findFiles } from '../input/files.js';
import { readJson } from '../input/json.js';
import { writeOut } from '../output/write.js';
import { entryText, updateText } from './codes-text.js';

interface UpdateArguments {
  readonly out?: string;
  readonly part?: true;
  readonly examples: string;
  readonly json?: true;
}

/** What `strapetsi codes update --json` says. */
export interface CodesUpdate {
  readonly files: readonly string[];
  readonly codes: Pick<CodeReading, 'read' | 'taken' | 'refused'>;
  readonly changes: LabelChanges;
  readonly findings: readonly FindingGroup[];
  /** The file of labels that was written. */
  readonly file?: string;
}

export interface FoundCode extends CodeEntry {
  readonly set: string;
  readonly code: string;
}

const STANDARD_FILE = 'codes.json';

/** Place, school, provider, and room for more; a file that goes in circles must end. */
const MOST_LEVELS = 6;

export function addCodesCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  const codes = program
    .command('codes')
    .helpCommand(false)
    .summary(
      msg('names of codes and organisations in three languages', { desc: 'Help: one line about the codes command' }),
    )
    .description(
      msg(
        'Keeps a file with the names of codes and organisations in Finnish, Swedish and English, from the JSON of the national code service and organisation service.',
        { desc: 'Help of the codes command' },
      ),
    )
    .usage(msg('COMMAND [options]', { desc: 'Help: how the command is written; COMMAND stands for sample, check …' }));
  addUpdateCommand(codes, context);
  addShowCommand(codes, context);
}

function addUpdateCommand(codes: Command, context: CommandContext): void {
  const { msg } = context.language;
  codes
    .command('update')
    .argument(
      '<FILE...>',
      msg('JSON of the code service or the organisation service, or a file of names of your own', {
        desc: 'Help of an argument',
      }),
    )
    .summary(
      msg('read new files into a file of names, and say what changed', {
        desc: 'Help: one line about the codes update command',
      }),
    )
    .description(
      msg(
        'Lays what the files say over the names that there are, and says which codes are new, gone, renamed or newly translated. Names of codes that are gone stay, for records of earlier years. What is no name in its language (a placeholder, a copy of the Finnish one, a sentence) is left out and said, so that readers are told that there is no translation.',
        { desc: 'Help of the codes update command' },
      ),
    )
    .usage(msg('FILE... [options]', { desc: 'Help: how the command is written; FILE is the name of a file' }))
    .option(
      '-o, --out <FILE>',
      msg('the file of names: read where it exists, then written', { desc: 'Help of an option' }),
    )
    .option(
      '--part',
      msg('the files hold only some of the codes of their sets, so none counts as gone', { desc: 'Help of an option' }),
    )
    .option('--examples <N>', msg('how many codes of each kind of change to show', { desc: 'Help of an option' }), '20')
    .option('--json', msg('result as JSON', { desc: 'Help of an option' }))
    .addHelpText(
      'after',
      `\n${msg('Exit code: 0 all could be read; 1 some codes were refused or have errors; 2 the files cannot be read.', { desc: 'Help of the codes update command: exit codes' })}

${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi codes update koulutus.json kieli.json organisaatiot.json -o codes.json
  strapetsi codes update tutkinnonosat_100031.json --part -o codes.json
  strapetsi codes update 'koodistot/*.json' -o codes.json --json > changes.json`,
    )
    .action(async (files: string[], given: UpdateArguments) => {
      context.finish(await update(files, given, context));
    });
}

function addShowCommand(codes: Command, context: CommandContext): void {
  const { msg } = context.language;
  codes
    .command('show')
    .argument('<CODE...>', msg('codes, such as 351101 or an oid', { desc: 'Help of an argument' }))
    .summary(msg('say what a code is called', { desc: 'Help: one line about the codes show command' }))
    .usage(msg('CODE... [options]', { desc: 'Help: how the command is written; CODE is a code such as 351101' }))
    .option('--in <FILE>', msg('the file of names', { desc: 'Help of an option' }), STANDARD_FILE)
    .option('--json', msg('result as JSON', { desc: 'Help of an option' }))
    .action(async (wanted: string[], given: { readonly in: string; readonly json?: true }) => {
      const { terminal, language } = context;
      const labels = await labelsIn(given.in, context);
      const found = wanted.flatMap((code) => foundIn(labels, code, given.in, language));
      const shown = given.json
        ? `${JSON.stringify(found)}\n`
        : found.map((one) => entryText(one, aboveOf(labels, one), language)).join('\n');
      terminal.output.write(shown);
      context.finish(0);
    });
}

async function update(args: readonly string[], given: UpdateArguments, context: CommandContext): Promise<ExitCode> {
  const { terminal, language } = context;
  const files = await findFiles(args, language);
  const examples = wholeNumber(given.examples, '--examples', 0, 100_000, language);
  const findings = collectFindings(Math.min(examples, 100));
  const base = given.out === undefined || given.out === '-' ? noCodeLabels : await labelsOrNone(given.out, context);
  const readings: CodeReading[] = [];
  for (const { path } of files)
    readings.push(readCodes(await codesJson(path, context), { file: path, onFinding: findings.add }));
  const nothing = { whole: new Set<string>(), subtrees: new Set<string>() };
  const { labels, changes } = updateLabels(
    base,
    readings.map((reading) => (given.part === true ? { ...reading, ...nothing } : reading)),
  );
  await writeOut([printCodeLabels(labels)], given.out, terminal, language);
  const sum = (count: 'read' | 'taken' | 'refused') => readings.reduce((all, reading) => all + reading[count], 0);
  const result: CodesUpdate = {
    files: files.map(({ path }) => path),
    codes: { read: sum('read'), taken: sum('taken'), refused: sum('refused') },
    changes,
    findings: findings.groups(),
    ...(given.out === undefined ? {} : { file: given.out }),
  };
  const stream = given.out === undefined || given.out === '-' ? terminal.errors : terminal.output;
  stream.write(given.json ? `${JSON.stringify(result)}\n` : updateText(result, examples, language));
  return result.findings.some(({ severity }) => severity === 'refused' || severity === 'error') ? 1 : 0;
}

async function codesJson(file: string, { terminal, language }: CommandContext): Promise<unknown> {
  try {
    return await readJson(file, language, terminal.input);
  } catch (error) {
    if (!(error instanceof CommandFailure) || error.code !== 'not-json') throw error;
    throw new CommandFailure(
      error.code,
      error.message,
      language.msg('Give the reply of the code service or the organisation service as it came.', {
        desc: 'Command line hint',
      }),
    );
  }
}

/** The names in a file of ours. Throws `CommandFailure` where it is none. */
async function labelsIn(file: string, context: CommandContext): Promise<CodeLabels> {
  const { msg } = context.language;
  const parsed = parseCodeLabels(await codesJson(file, context));
  if (parsed.ok) return parsed.labels;
  const { path, expected, found } = parsed.problem;
  throw new CommandFailure(
    'no-code-labels',
    msg(str`${file} is not a file of names: at ${path} there should be ${expected}, but there is ${found}.`, {
      desc: 'Command line error. File, place in it, what was expected, what was found (both in English)',
    }),
    msg('Give a file that strapetsi codes update wrote.', { desc: 'Command line hint' }),
  );
}

async function labelsOrNone(file: string, context: CommandContext): Promise<CodeLabels> {
  try {
    return await labelsIn(file, context);
  } catch (error) {
    if (error instanceof CommandFailure && error.code === 'no-such-file') return noCodeLabels;
    throw error;
  }
}

function foundIn(labels: CodeLabels, code: string, file: string, { msg }: Language): readonly FoundCode[] {
  const found = [...labels.sets.keys()].sort().flatMap((set) => {
    const entry = codeEntry(labels, set, code);
    return entry === undefined ? [] : [{ set, code, ...entry }];
  });
  if (found.length > 0) return found;
  throw new CommandFailure(
    'unknown-code',
    msg(str`${file} has no code ${code}.`, { desc: 'Command line error. File, what was asked for' }),
    msg('Read its code set in with strapetsi codes update.', { desc: 'Command line hint' }),
  );
}

/** The organisations that one belongs to, the nearest first. */
function aboveOf(labels: CodeLabels, { set, parent }: FoundCode): readonly CodeEntry[] {
  const above: CodeEntry[] = [];
  const organisations = labels.sets.get(ORGANISATIONS);
  let at = set === ORGANISATIONS ? parent : undefined;
  while (at !== undefined && above.length < MOST_LEVELS) {
    const entry = organisations?.get(at);
    if (entry === undefined) break;
    above.push(entry);
    at = entry.parent;
  }
  return above;
}
