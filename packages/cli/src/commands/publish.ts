import type { Command } from 'commander';
import { minimumPolicy, parseAggregate, publish, vipunen, WrongDefinitionError } from '@strapetsi/indicators';
import type { Aggregate, Definition, IndicatorTable, Policy, PublishOptions, Release } from '@strapetsi/indicators';
import { formatNumber, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { choice, wholeNumber } from '../command.js';
import type { CommandContext } from '../command.js';
import { definitionOf, definitions } from '../definitions.js';
import { CommandFailure } from '../failure.js';
import { readJson } from '../input/json.js';
import { writeOut } from '../output/write.js';

interface PublishArguments {
  readonly policy: string;
  readonly minimum?: string;
  readonly figure?: string;
  readonly out?: string;
  readonly json?: true;
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
  program
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
    .usage(msg('AGGREGATE... [options]', { desc: 'Help: how the command is written; AGGREGATE is the name of a file' }))
    .option(
      '--policy <NAME>',
      msg('vipunen: groups under five withheld, counts rounded to threes; minimum: groups under K withheld', {
        desc: 'Help of an option; vipunen and minimum are codes',
      }),
      'vipunen',
    )
    .option('--minimum <K>', msg('the K of the policy minimum', { desc: 'Help of an option; minimum is a code' }))
    .option('--figure <ID>', msg('which figure of the indicator (default: its first)', { desc: 'Help of an option' }))
    .option('-o, --out <FILE>', msg('where to write; gzip where the name ends in .gz', { desc: 'Help of an option' }))
    .option('--json', msg('summary as JSON', { desc: 'Help of an option' }))
    .addHelpText('after', publishExamples(context.language))
    .action(async (files: string[], given: PublishArguments) => {
      await publishFiles(files, given, context);
      context.finish(0);
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
  strapetsi publish student-years.json completion.json -o release.json`;
}

async function publishFiles(
  files: readonly string[],
  given: PublishArguments,
  { terminal, language }: CommandContext,
): Promise<void> {
  const policy = choosePolicy(given, language);
  const tables: IndicatorTable[] = [];
  for (const file of files) {
    const aggregate = await readAggregate(file, language, terminal.input);
    const definition = definitionFor(aggregate, file, language);
    const figure = chooseFigure(definition, given.figure, file, language);
    tables.push(publishOne(aggregate, { definition, policy, ...figure }, file, language));
  }
  const [first] = tables;
  const release: Release = { type: 'strapetsi.release', schemaVersion: 1, tables };
  await writeOut([`${JSON.stringify(tables.length === 1 ? first : release)}\n`], given.out, terminal, language);
  const summary = tables.map(countCells);
  const stream = given.out === undefined || given.out === '-' ? terminal.errors : terminal.output;
  stream.write(
    given.json ? `${JSON.stringify({ tables: summary, file: given.out })}\n` : summaryText(summary, language),
  );
}

function publishOne(aggregate: Aggregate, options: PublishOptions, file: string, { msg }: Language): IndicatorTable {
  try {
    return publish(aggregate, options);
  } catch (error) {
    if (!(error instanceof WrongDefinitionError)) throw error;
    throw new CommandFailure(
      'wrong-definition',
      msg(str`${file} was calculated with another version of ${aggregate.indicator.id}.`, {
        desc: 'Command line error. Name of a file, id of an indicator',
      }),
      msg('Calculate it again with this version: strapetsi calculate.', { desc: 'Command line hint with a command' }),
    );
  }
}

/** Throws `CommandFailure` for an unknown policy or a minimum that it cannot use. */
export function choosePolicy(given: Pick<PublishArguments, 'policy' | 'minimum'>, language: Language): Policy {
  const { msg } = language;
  const name = choice(given.policy, '--policy', ['vipunen', 'minimum'], language);
  if (name === 'minimum') {
    if (given.minimum !== undefined) return minimumPolicy(wholeNumber(given.minimum, '--minimum', 2, 1000, language));
    throw new CommandFailure(
      'minimum-missing',
      msg('The policy minimum needs to know the smallest group that is shown.', {
        desc: 'Command line error; minimum is a code',
      }),
      '--policy minimum --minimum 5',
    );
  }
  if (given.minimum !== undefined) {
    throw new CommandFailure(
      'minimum-unused',
      msg('--minimum belongs to the policy minimum; vipunen has its own limit.', {
        desc: 'Command line error; minimum and vipunen are codes',
      }),
      `--policy minimum --minimum ${given.minimum}`,
    );
  }
  return vipunen;
}

async function readAggregate(file: string, language: Language, input: NodeJS.ReadableStream): Promise<Aggregate> {
  const { msg } = language;
  const parsed = parseAggregate(
    await readJson(
      file,
      language,
      input,
      language.msg('Give a file that strapetsi calculate wrote.', { desc: 'Command line hint' }),
    ),
  );
  if (parsed.ok) return parsed.aggregate;
  const { path, expected, found } = parsed.problem;
  throw new CommandFailure(
    'no-aggregate',
    msg(str`${file} is not an aggregate: at ${path} there should be ${expected}, but there is ${found}.`, {
      desc: 'Command line error. File, place in it, what was expected, what was found (both in English)',
    }),
    msg('Give a file that strapetsi calculate wrote.', { desc: 'Command line hint' }),
  );
}

function definitionFor(aggregate: Aggregate, file: string, { msg }: Language): Definition {
  const definition = definitionOf(aggregate.indicator.id);
  if (definition !== undefined) return definition;
  throw new CommandFailure(
    'unknown-indicator',
    msg(str`${file} holds the indicator ${aggregate.indicator.id}, which this version does not know.`, {
      desc: 'Command line error. File, id of an indicator',
    }),
    msg(str`It knows: ${definitions.map(({ id }) => id).join(', ')}.`, {
      desc: 'Command line hint. Ids of indicators',
    }),
  );
}

function chooseFigure(
  definition: Definition,
  figure: string | undefined,
  file: string,
  { msg }: Language,
): { readonly figure?: string } {
  if (figure === undefined) return {};
  const known = definition.figures.map(({ id }) => id);
  if (known.includes(figure)) return { figure };
  throw new CommandFailure(
    'unknown-figure',
    msg(str`${definition.id} (${file}) has no figure ${figure}.`, {
      desc: 'Command line error. Indicator, file, figure',
    }),
    msg(str`Choose from: ${known.join(', ')}.`, { desc: 'Command line hint. Codes separated by commas' }),
  );
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
