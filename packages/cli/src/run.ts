import { Command, CommanderError, type Option } from 'commander';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import type { CommandContext, ExitCode } from './command.js';
import { addCalculateCommand } from './commands/calculate.js';
import { addCheckCommand } from './commands/check.js';
import { addCodesCommand } from './commands/codes.js';
import { addCompareCommand } from './commands/compare.js';
import { addDefinitionsCommand } from './commands/definitions.js';
import { addFactsCommand } from './commands/facts.js';
import { addFindingsCommand } from './commands/findings.js';
import { addExplainCommand } from './commands/explain.js';
import { addAuditCommand } from './commands/audit.js';
import { addExportCommand } from './commands/export.js';
import { addFundingCommand } from './commands/funding.js';
import { addKeyCommand } from './commands/key.js';
import { addMapCommand } from './commands/map.js';
import { addMergeCommand } from './commands/merge.js';
import { addPublishCommand } from './commands/publish.js';
import { addSampleCommand } from './commands/sample.js';
import { CommandFailure } from './failure.js';
import { chooseLanguage, speak } from './languages/languages.js';
import type { Terminal } from './terminal.js';

/**
 * The `strapetsi` command with the given arguments (without the program's own name). Never throws for what a person or a
 * file did wrong: that is said on `terminal.errors`, and the exit code is 2.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const chosen = chooseLanguage(args, terminal.environment);
  const language = speak(chosen.lang);
  let exitCode: ExitCode = 0;
  const program = createProgram({ terminal, language, finish: (code) => (exitCode = code) });
  try {
    if (chosen.unknown !== undefined) throw unknownLanguage(chosen.unknown, language);
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' });
    return exitCode;
  } catch (error) {
    const failure = error instanceof CommanderError ? commanderFailure(error, language) : error;
    if (failure === undefined) return 0;
    if (!(failure instanceof CommandFailure)) throw failure;
    terminal.errors.write(args.includes('--json') ? failureAsJson(failure) : failureAsText(failure, language));
    return 2;
  }
}

function createProgram(context: CommandContext): Command {
  const { terminal, language } = context;
  const { msg } = language;
  const program = new Command('strapetsi')
    .description(
      msg('Indicators of vocational education from a provider’s own records, calculated on its own machine.', {
        desc: 'Help of the strapetsi command: what it is',
      }),
    )
    .usage(msg('COMMAND [options]', { desc: 'Help: how the command is written; COMMAND stands for sample, check …' }))
    .option(
      '--lang <LANG>',
      msg('language of texts: fi, sv or en (default: from the environment, else fi)', { desc: 'Help of an option' }),
    )
    .helpOption('-h, --help', msg('show this help', { desc: 'Help of an option' }))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.output.write(text),
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .configureHelp({
      helpWidth: 100,
      styleTitle: (title) => helpTitle(title, language),
      subcommandTerm: (command) => command.name(),
      optionDescription: (option) => describeOption(option, language),
    })
    .addHelpText(
      'after',
      `\n${msg('From documents to a published table:', { desc: 'Help: heading above example commands' })}
  strapetsi sample --students 2000 --out koski.ndjson.gz
  strapetsi check koski.ndjson.gz
  strapetsi calculate koski.ndjson.gz --indicator student-years --by year --from 2021-01-01 --to 2025-12-31 -o student-years.json
  strapetsi publish student-years.json --policy vipunen -o table.json

${msg('Exit codes: 0 done, 1 done but there is something to look at (check, findings, compare, map …), 2 could not be done.', { desc: 'Help: meaning of exit codes' })}`,
    );
  addSampleCommand(program, context);
  addCheckCommand(program, context);
  addFindingsCommand(program, context);
  addCalculateCommand(program, context);
  addCompareCommand(program, context);
  addMergeCommand(program, context);
  addPublishCommand(program, context);
  addDefinitionsCommand(program, context);
  addExportCommand(program, context);
  addAuditCommand(program, context);
  addExplainCommand(program, context);
  addFactsCommand(program, context);
  addFundingCommand(program, context);
  addCodesCommand(program, context);
  addMapCommand(program, context);
  addKeyCommand(program, context);
  return program;
}

function describeOption(option: Option, { msg }: Language): string {
  if (option.defaultValue === undefined) return option.description;
  const standard = String(option.defaultValue);
  return `${option.description} ${msg(str`(default: ${standard})`, { desc: 'Help of an option: the value it has when it is not given' })}`;
}

function helpTitle(title: string, { msg }: Language): string {
  switch (title) {
    case 'Usage:':
      return msg('Usage:', { desc: 'Help: heading' });
    case 'Options:':
      return msg('Options:', { desc: 'Help: heading' });
    case 'Arguments:':
      return msg('Arguments:', { desc: 'Help: heading' });
    case 'Commands:':
      return msg('Commands:', { desc: 'Help: heading' });
    default:
      return title;
  }
}

function unknownLanguage(found: string, { msg }: Language): CommandFailure {
  return new CommandFailure(
    'bad-language',
    msg(str`--lang does not know "${found}".`, { desc: 'Command line error' }),
    msg('Choose from: fi, sv, en.', { desc: 'Command line hint' }),
  );
}

/** What commander says in English, said in the reader's language. `undefined` where nothing is wrong (help was shown). */
function commanderFailure(error: CommanderError, { msg }: Language): CommandFailure | undefined {
  if (error.exitCode === 0) return undefined;
  const subject = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const meant = /Did you mean (.*)\?\)/.exec(error.message)?.[1];
  const hint =
    meant === undefined
      ? msg('See strapetsi --help, or strapetsi COMMAND --help.', { desc: 'Command line hint' })
      : msg(str`Did you mean ${meant}?`, { desc: 'Command line hint. An option or a command' });
  switch (error.code) {
    case 'commander.unknownOption':
      return new CommandFailure(
        'unknown-option',
        msg(str`There is no option ${subject}.`, { desc: 'Command line error. What was given' }),
        hint,
      );
    case 'commander.unknownCommand':
      return new CommandFailure(
        'unknown-command',
        msg(str`There is no command ${subject}.`, { desc: 'Command line error. What was given' }),
        hint,
      );
    case 'commander.optionMissingArgument':
      return new CommandFailure(
        'option-without-value',
        msg(str`The option ${subject} needs a value.`, { desc: 'Command line error. An option' }),
        hint,
      );
    case 'commander.missingMandatoryOptionValue':
      return new CommandFailure(
        'option-missing',
        msg(str`The option ${subject} must be given.`, { desc: 'Command line error. An option' }),
        hint,
      );
    case 'commander.missingArgument':
      return new CommandFailure(
        'argument-missing',
        msg(str`${subject} is missing.`, { desc: 'Command line error. An argument such as FILE' }),
        hint,
      );
    case 'commander.excessArguments':
      return new CommandFailure(
        'too-many-arguments',
        msg('There are more arguments than the command takes.', { desc: 'Command line error' }),
        hint,
      );
    default:
      return new CommandFailure('bad-arguments', error.message, hint);
  }
}

function failureAsText(failure: CommandFailure, { msg }: Language): string {
  const error = msg('Error:', { desc: 'Stands before an error message of the command line' });
  return `${error} ${failure.message}\n${failure.hint === undefined ? '' : `→ ${failure.hint}\n`}`;
}

function failureAsJson({ code, message, hint }: CommandFailure): string {
  return `${JSON.stringify({ error: { code, message, ...(hint === undefined ? {} : { hint }) } })}\n`;
}
