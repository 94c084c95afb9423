import type { Command } from 'commander';
import {
  accommodations,
  coefficientLabels,
  fundedEducations,
  fundingMeasures,
  fundingShares,
  FundingInputError,
  needLabel,
  parseFundingCoefficients,
  parseFundingInput,
  shippedFundingCoefficients,
  withOwnCoefficients,
} from '@strapetsi/indicators';
import type { FundingCoefficients, FundingInput, FundingLine, FundingShares, LineUnit } from '@strapetsi/indicators';
import { formatNumber, formatShare, pick, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import type { CommandContext } from '../command.js';
import { CommandFailure } from '../failure.js';
import { readJson } from '../input/json.js';
import { textTable } from '../output/text-table.js';

interface FundingArguments {
  readonly coefficients?: string;
  readonly json?: true;
}

export function addFundingCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  program
    .command('funding')
    .argument('<INPUT>', msg('what the providers did, as JSON: see below', { desc: 'Help of an argument' }))
    .summary(msg('shares of funding by the model of 2026', { desc: 'Help: one line about the funding command' }))
    .description(
      msg(
        'Calculates each provider’s share of the funding of vocational education by the model of 2026, line by line: values, national sums, shares, limits of change and the levelling coefficient. What is not known is said, and only what rests on it is left open.',
        { desc: 'Help of the funding command' },
      ),
    )
    .usage('INPUT [--coefficients FILE] [--json]')
    .option(
      '--coefficients <FILE>',
      msg('your coefficients as JSON; they hold over those that are shipped for the year', {
        desc: 'Help of an option',
      }),
    )
    .option('--json', msg('the result as JSON', { desc: 'Help of an option' }))
    .addHelpText('after', fundingNotes(context.language))
    .action(async (file: string, given: FundingArguments) => {
      const result = await fundingOf(file, given, context);
      const { output } = context.terminal;
      output.write(given.json ? `${JSON.stringify(result)}\n` : resultText(result, context.language));
      context.finish(result.missing.length === 0 ? 0 : 1);
    });
}

/** What is not known is left out; nothing is 0. */
const inputExample = `{ "type": "strapetsi.funding-input", "schemaVersion": 1, "fundingYear": 2026,
  "providers": [{ "id": "1.2.246.562.10.1", "previousFunding": 12500000, "licence": { "notFree": 800 },
    "years": [
      { "year": 2023, "wholeQualifications": 310, "withoutPriorQualification": 0.71, "competencePoints": 41200, "placed": 190,
        "studentYears": [
          { "studentYears": 412.5, "education": "initial", "costGroup": "2", "free": true, "basicEducationAverage": "7" },
          { "studentYears": 96.2, "education": "further", "costGroup": "1", "free": false }],
        "notFreeStartingLevel": 1.4 },
      { "year": 2024, … }],
    "feedback": { "start": { "points": 5210, "asked": 240, "answered": 170 }, "completion": …, "completionOfUnits": …,
      "workplaceInstructor": …, "workplace": … },
    "values": { "placed": 195 } }],
  "national": { "sums": { "placed": 45000 }, "previousFunding": 2000000000, "levellingCoefficient": 0.99 } }`;

const coefficientsExample = `{ "type": "strapetsi.funding-coefficients", "schemaVersion": 1, "version": "own-1",
  "inForce": { "from": "2026-01-01", "to": "2026-12-31" },
  "values": { "costGroup.2": { "value": 1.0, "source": "…" } } }`;

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

/** Names in lines of at most 100 characters. */
function wrapped(names: readonly string[]): string {
  return names.reduce((text, name) => {
    const line = text.slice(text.lastIndexOf('\n') + 1);
    return line.length + name.length > 96 ? `${text},\n${name}` : `${text}, ${name}`;
  });
}

function fundingNotes({ msg }: Language): string {
  return `\n${msg('Exit codes: 0 done, 1 done but something is missing, 2 could not be done.', { desc: 'Help: meaning of exit codes' })}

${msg('What the input holds; leave out what you do not know:', { desc: 'Help of the funding command: heading above JSON' })}
${indented(inputExample)}
${indented(`education: ${fundedEducations.join(', ')}`)}
${indented(`accommodation: ${accommodations.join(', ')}`)}
${indented(`values, sums: ${fundingMeasures.join(', ')}`)}

${msg('Coefficients, each with its source:', { desc: 'Help of the funding command: heading above JSON' })}
${indented(coefficientsExample)}
${indented(wrapped([...coefficientLabels.keys()]))}

${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi funding providers.json
  strapetsi funding providers.json --coefficients cost-groups-2026.json --json`;
}

async function fundingOf(
  file: string,
  given: FundingArguments,
  { terminal, language }: CommandContext,
): Promise<FundingShares> {
  const parsed = parseFundingInput(await readAsked(file, language, terminal.input));
  if (!parsed.ok) throw wrongFile(file, parsed.problem, language);
  const coefficients = await coefficientsOf(parsed.input, given.coefficients, { terminal, language });
  try {
    return fundingShares(parsed.input, coefficients);
  } catch (error) {
    if (!(error instanceof FundingInputError)) throw error;
    throw new CommandFailure(
      error.code,
      language.msg(
        str`The coefficients are in force ${error.found}, but the funding year is ${parsed.input.fundingYear}.`,
        {
          desc: 'Command line error. Two days in ISO format, a year',
        },
      ),
    );
  }
}

async function coefficientsOf(
  { fundingYear }: FundingInput,
  file: string | undefined,
  { terminal, language }: Pick<CommandContext, 'terminal' | 'language'>,
): Promise<FundingCoefficients> {
  const { msg } = language;
  const shipped = shippedFundingCoefficients(fundingYear);
  if (file === undefined) {
    if (shipped !== undefined) return shipped;
    throw new CommandFailure(
      'coefficients-missing',
      msg(str`No coefficients are shipped for ${fundingYear}.`, { desc: 'Command line error. A year' }),
      msg('Give your own: --coefficients FILE', { desc: 'Command line hint with an option' }),
    );
  }
  const parsed = parseFundingCoefficients(await readAsked(file, language, terminal.input));
  if (!parsed.ok) throw wrongFile(file, parsed.problem, language);
  return shipped === undefined ? parsed.coefficients : withOwnCoefficients(shipped, parsed.coefficients);
}

/** What is no JSON is another file than the one meant, or not whole: there is no hint to give. */
async function readAsked(file: string, language: Language, input: NodeJS.ReadableStream): Promise<unknown> {
  try {
    return await readJson(file, language, input);
  } catch (error) {
    if (error instanceof CommandFailure && error.code === 'not-json')
      throw new CommandFailure(error.code, error.message);
    throw error;
  }
}

function wrongFile(
  file: string,
  { path, expected, found }: { readonly path: string; readonly expected: string; readonly found: string },
  { msg }: Language,
): CommandFailure {
  return new CommandFailure(
    'wrong-file',
    msg(str`${file}: at ${path} there should be ${expected}, but there is ${found}.`, {
      desc: 'Command line error. File, place in it, what was expected, what was found (both in English)',
    }),
    msg('See what the files hold: strapetsi funding --help', { desc: 'Command line hint with a command' }),
  );
}

function resultText(result: FundingShares, language: Language): string {
  const { msg } = language;
  const year = String(result.fundingYear);
  const parts = [
    msg(str`Funding ${year}, coefficients ${result.coefficients.version}`, {
      desc: 'Heading of the funding command: a year, the version of a file',
    }),
    ...result.providers.map((provider) => {
      const name = pick(provider.name ?? {}, language.lang)?.text;
      return section(
        name === undefined ? provider.id : `${name} (${provider.id})`,
        linesOf(result, provider.id),
        result,
        language,
      );
    }),
    section(
      msg('All providers', { desc: 'Heading of the funding command, above what concerns all' }),
      linesOf(result, undefined),
      result,
      language,
    ),
    coefficientsText(result, language),
    ...(result.missing.length === 0 ? [] : [missingText(result, language)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function linesOf({ lines }: FundingShares, provider: string | undefined): readonly FundingLine[] {
  return lines.filter((line) => line.provider === provider);
}

function section(
  heading: string,
  lines: readonly FundingLine[],
  { names }: FundingShares,
  { lang, msg }: Language,
): string {
  const missing = msg('missing', { desc: 'Stands in place of a number that cannot be computed' });
  const rows = lines.map((line) => {
    const name = names[line.id];
    const value = line.status === 'value' ? valueText(line.value, name?.unit ?? 'factor', lang) : missing;
    return [`  ${name?.label[lang] ?? line.id}`, value, name?.how[lang] ?? ''];
  });
  return `${heading}\n${textTable(rows, [1])}`;
}

/** Decimals as far as a reader can check them on paper. */
function valueText(value: number, unit: LineUnit, lang: Language['lang']): string {
  switch (unit) {
    case 'share':
      return formatShare(value, lang, 4);
    case 'factor':
      return formatNumber(value, lang, 6);
    default:
      return formatNumber(value, lang, 2);
  }
}

function coefficientsText({ coefficients }: FundingShares, { lang, msg }: Language): string {
  const rows = coefficients.used.map(({ id, value, version, source }) => [
    `  ${coefficientLabels.get(id)?.[lang] ?? id}`,
    formatNumber(value, lang, 4),
    `${version}: ${source}`,
  ]);
  return `${msg('Coefficients used', { desc: 'Heading of the funding command' })}\n${textTable(rows, [1])}`;
}

function missingText({ missing }: FundingShares, { lang, msg }: Language): string {
  const needs = missing.map((need) => `  ${needLabel(need)[lang]}`);
  return [
    msg('Missing; what rests on these was not calculated:', { desc: 'Heading of the funding command, above a list' }),
    ...needs,
  ].join('\n');
}
