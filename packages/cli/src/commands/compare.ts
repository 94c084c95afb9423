import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import {
  compareCredits,
  compareDiscontinuationRules,
  compareStudentYearRules,
  compareStudentYears,
  dayFromIso,
  findingsOfRights,
  isExplained,
  isoFromDay,
  NotYetKnownError,
  type CompareOptions,
  type Comparison,
  type CreditRow,
  type DiscontinuationComparison,
  type Facts,
  type KoskiReportKind,
  type KoskiReportRow,
  type RightFindings,
  type RuleComparison,
  type StudentYearRow,
} from '@strapetsi/indicators';
import { formatDate, formatNumber, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { dayOption, wholeNumber } from '../command.js';
import type { CommandContext, ExitCode } from '../command.js';
import { CommandFailure } from '../failure.js';
import { collectFindings, type FindingGroup } from '../findings-by-code.js';
import { findFiles, type InputFile } from '../input/files.js';
import { pseudonymKey } from '../input/key.js';
import { readKoskiReports, type GivenPeriod, type KoskiReports } from '../input/koski-reports.js';
import { openKoskiFiles, type KoskiCounts } from '../input/koski.js';
import { today, wholeYear } from './calculate-options.js';
import { discontinuationText } from './compare-discontinuation-text.js';
import { comparisonText, rulesText } from './compare-text.js';

interface CompareArguments {
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly discontinuation?: string;
  readonly examples: string;
  readonly json?: true;
}

interface Compared {
  readonly period: { readonly from: string; readonly to: string };
  readonly asOf: string;
  readonly files: readonly string[];
  readonly records: Pick<KoskiCounts, 'read' | 'facts' | 'refused'>;
}

/** What `strapetsi compare OURS REPORT... --json` gives. */
export interface CompareResult extends Compared {
  readonly report: {
    readonly kind: KoskiReportKind;
    readonly files: readonly string[];
    readonly rows: number;
    readonly refused: number;
    readonly findings: readonly FindingGroup[];
  };
  /** One for each rule of which the report has a column. */
  readonly comparisons: readonly Comparison[];
  readonly explained: boolean;
}

/** What `strapetsi compare OURS --from … --to … --json` gives. */
export interface CompareRulesResult extends Compared {
  readonly rules: RuleComparison;
}

/** What `strapetsi compare OURS --discontinuation … --json` gives. */
export interface CompareDiscontinuationResult extends Omit<Compared, 'period'> {
  readonly discontinuation: DiscontinuationComparison;
  readonly explained: boolean;
}

export function addCompareCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  program
    .command('compare')
    .argument(
      '<OURS>',
      msg('KOSKI documents: JSON or NDJSON, plain or gzip; a pattern of files in quotation marks', {
        desc: 'Help of an argument',
      }),
    )
    .argument(
      '[REPORT...]',
      msg('reports of KOSKI: student years, qualification or partial qualification, XLSX or CSV, one for each school', {
        desc: 'Help of an argument',
      }),
    )
    .summary(
      msg('say why our figures are not those of KOSKI’s report', { desc: 'Help: one line about the compare command' }),
    )
    .description(
      msg(
        'Compares student days or competence points with KOSKI’s own report, study right by study right: which agree, by which rule the others differ, and which only one side has. Without a report it sets the two national rules of student years side by side, or those of discontinuation.',
        { desc: 'Help of the compare command' },
      ),
    )
    .usage(
      msg('OURS [REPORT...] [options]', {
        desc: 'Help: how the command is written; OURS is the name of a file of ours, REPORT that of a report',
      }),
    )
    .option(
      '--from <DATE>',
      msg('first day of the report’s period, or a year (default: as the report says)', { desc: 'Help of an option' }),
    )
    .option(
      '--to <DATE>',
      msg('last day of the report’s period, or a year (default: as the report says)', { desc: 'Help of an option' }),
    )
    .option('--as-of <DATE>', msg('the day of the export (default: today)', { desc: 'Help of an option' }))
    .option(
      '--discontinuation <YEAR>',
      msg('both rules of discontinuation: students of 20 September of this year', { desc: 'Help of an option' }),
    )
    .option('--examples <N>', msg('how many study rights of each group to name', { desc: 'Help of an option' }), '3')
    .option('--json', msg('result as JSON', { desc: 'Help of an option' }))
    .addHelpText('after', compareNotes(context.language))
    .action(async (ours: string, reports: string[], given: CompareArguments) => {
      const compare = given.discontinuation === undefined ? compareYears(reports) : compareDiscontinuation;
      context.finish(await compare(ours, reports, given, context));
    });
}

const compareYears = (reports: readonly string[]): typeof compareRules =>
  reports.length === 0 ? compareRules : compareWithReports;

function compareNotes({ msg }: Language): string {
  return `\n${msg('Exit code: 0 every difference has an explanation; 1 some have none; 2 the files cannot be compared.', { desc: 'Help of the compare command: exit codes' })}

${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi compare koski.ndjson.gz opiskelijavuositiedot_1.2.246.562.10.1_20250101-20251231.xlsx
  strapetsi compare 'exports/*.json' school-a.xlsx school-b.xlsx --from 2025 --to 2025 --examples 10
  strapetsi compare koski.ndjson.gz --from 2025 --to 2025
  strapetsi compare koski.ndjson.gz --discontinuation 2024`;
}

function givenPeriod({ from, to }: CompareArguments, language: Language): GivenPeriod {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw periodMissing(language);
  const period = {
    from: isoFromDay(dayOption(wholeYear(from, '01-01'), '--from', language)),
    to: isoFromDay(dayOption(wholeYear(to, '12-31'), '--to', language)),
  };
  if (period.from <= period.to) return period;
  throw new CommandFailure(
    'period-order',
    language.msg(str`The last day is before the first: ${`${period.from} – ${period.to}`}.`, {
      desc: 'Command line error. Two days in ISO format',
    }),
  );
}

function periodMissing({ msg }: Language): CommandFailure {
  return new CommandFailure(
    'period-missing',
    msg('The first and the last day of the period are needed.', { desc: 'Command line error' }),
    '--from 2025-01-01 --to 2025-12-31',
  );
}

function asOfOf({ asOf }: CompareArguments, language: Language): string {
  return asOf === undefined ? today() : isoFromDay(dayOption(asOf, '--as-of', language));
}

const examplesOf = ({ examples }: CompareArguments, language: Language): number =>
  wholeNumber(examples, '--examples', 0, 1_000_000, language);

/** All batches of facts of our files, whatever work is done with them; throws `CommandFailure` where nothing can be read. */
async function withOurs<Result>(
  files: readonly InputFile[],
  key: Uint8Array,
  { terminal, language }: CommandContext,
  work: (facts: AsyncIterable<Facts>) => Promise<Result>,
): Promise<{ readonly result: Result; readonly counts: KoskiCounts }> {
  const reader = openKoskiFiles({ files, pseudonymKey: key, onFinding: () => undefined }, terminal, language);
  async function* batches(): AsyncGenerator<Facts> {
    for (const facts of reader.facts()) yield* facts;
  }
  const result = await work(batches()).finally(reader.close);
  const counts = reader.counts();
  if (counts.facts === 0) {
    const names = files.map(({ path }) => path).join(' ');
    throw new CommandFailure(
      'nothing-read',
      language.msg(str`No record could be read: ${names}.`, { desc: 'Command line error. Names of files' }),
      language.msg(str`See why: strapetsi check ${names}`, { desc: 'Command line hint with a command' }),
    );
  }
  return { result, counts };
}

const recordsOf = ({ read, facts, refused }: KoskiCounts): Compared['records'] => ({ read, facts, refused });

async function compareRules(
  ours: string,
  _reports: readonly string[],
  given: CompareArguments,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const period = givenPeriod(given, language);
  if (period === undefined) throw periodMissing(language);
  const options = { period, asOf: asOfOf(given, language), examples: examplesOf(given, language) };
  const files = await findFiles([ours], language);
  const key = await pseudonymKey(undefined, {}, language);
  const { result: rules, counts } = await withOurs(files, key, context, (facts) =>
    compareStudentYearRules(facts, options),
  );
  const result: CompareRulesResult = {
    period,
    asOf: options.asOf,
    files: files.map(({ path }) => path),
    records: recordsOf(counts),
    rules,
  };
  terminal.output.write(given.json ? `${JSON.stringify(result)}\n` : rulesText(result, language));
  return 0;
}

async function compareDiscontinuation(
  ours: string,
  reports: readonly string[],
  given: CompareArguments,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  if (reports.length > 0 || given.from !== undefined || given.to !== undefined) {
    throw new CommandFailure(
      'not-together',
      language.msg('--discontinuation does not go with a report, --from or --to: the year says it all.', {
        desc: 'Command line error. Names of options stay as they are',
      }),
      'strapetsi compare OURS --discontinuation 2024',
    );
  }
  const year = wholeNumber(given.discontinuation ?? '', '--discontinuation', 2018, 2100, language);
  const asOf = asOfOf(given, language);
  const files = await findFiles([ours], language);
  const key = await pseudonymKey(undefined, {}, language);
  const { result: discontinuation, counts } = await withOurs(files, key, context, (facts) =>
    compareDiscontinuationRules(facts, { year, asOf, examples: examplesOf(given, language) }),
  ).catch((error: unknown) => {
    throw error instanceof NotYetKnownError ? notYetKnown(error, language) : error;
  });
  const result: CompareDiscontinuationResult = {
    asOf,
    files: files.map(({ path }) => path),
    records: recordsOf(counts),
    discontinuation,
    explained: discontinuation.notExplained.rights === 0,
  };
  terminal.output.write(given.json ? `${JSON.stringify(result)}\n` : discontinuationText(result, language));
  return result.explained ? 0 : 1;
}

function notYetKnown({ found, expected }: NotYetKnownError, { lang, msg }: Language): CommandFailure {
  return new CommandFailure(
    'not-yet-known',
    msg(
      str`What became of the students is known on ${formatDate(expected, lang)} at the earliest; the data is of ${formatDate(found, lang)}.`,
      { desc: 'Command line error. Two days' },
    ),
    msg('Choose an earlier year, or give the day of the export with --as-of.', { desc: 'Command line hint' }),
  );
}

async function compareWithReports(
  ours: string,
  reportNames: readonly string[],
  given: CompareArguments,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const files = await findFiles([ours], language);
  const reportFiles = await findFiles(reportNames, language);
  const key = await pseudonymKey(undefined, {}, language);
  const examples = examplesOf(given, language);
  const findings = collectFindings(examples);
  const reports = await readKoskiReports(reportFiles, givenPeriod(given, language), key, findings.add, language);
  checkPeriod(reports, language);
  const options: CompareOptions = {
    period: reports.period,
    asOf: asOfOf(given, language),
    examples,
    findings: (oids) => findingsIn(files, oids, key),
  };
  const { result: comparisons, counts } = await withOurs(files, key, context, (facts) =>
    compareWith(reports, facts, options),
  );
  const result: CompareResult = {
    period: reports.period,
    asOf: options.asOf,
    files: files.map(({ path }) => path),
    records: recordsOf(counts),
    report: {
      kind: reports.kind,
      files: reportFiles.map(({ path }) => path),
      rows: reports.rows.length,
      refused: reports.refused,
      findings: findings.groups(),
    },
    comparisons,
    explained: comparisons.every(isExplained),
  };
  terminal.output.write(given.json ? `${JSON.stringify(result)}\n` : comparisonText(result, language));
  return result.explained ? 0 : 1;
}

const isStudentYears = (row: KoskiReportRow): row is StudentYearRow => row.kind === 'student-years';
const isCredits = (row: KoskiReportRow): row is CreditRow => row.kind !== 'student-years';

async function compareWith(
  { kind, rows, schools }: KoskiReports,
  facts: AsyncIterable<Facts>,
  options: CompareOptions,
): Promise<readonly Comparison[]> {
  return kind === 'student-years'
    ? compareStudentYears(facts, { rows: rows.filter(isStudentYears), schools }, options)
    : [await compareCredits(facts, { kind, rows: rows.filter(isCredits), schools }, options)];
}

/** What our reading finds in study rights. Standard input has passed by, and is not asked again. */
async function findingsIn(
  files: readonly InputFile[],
  rightOids: readonly string[],
  key: Uint8Array,
): Promise<ReadonlyMap<string, RightFindings>> {
  const found = new Map<string, RightFindings>();
  for (const { path } of files) {
    if (path === '-') continue;
    for (const [oid, codes] of await findingsOfRights(createReadStream(path), rightOids, key)) found.set(oid, codes);
  }
  return found;
}

/** A right cannot have more days than the period: then the report is of a longer one. */
function checkPeriod({ rows, period }: KoskiReports, { lang, msg }: Language): void {
  const days = dayFromIso(period.to) - dayFromIso(period.from) + 1;
  const most = Math.max(
    ...rows
      .filter(isStudentYears)
      .map((row) => (row.presentOrGraduated ?? 0) + (row.holidayCounted ?? 0) + (row.holidayOther ?? 0)),
    0,
  );
  if (most <= days) return;
  throw new CommandFailure(
    'period-too-short',
    msg(
      str`The report has study rights with ${formatNumber(most, lang)} days, but the period from ${period.from} to ${period.to} has ${formatNumber(days, lang)}.`,
      { desc: 'Command line error. Two numbers of days, two days in ISO format' },
    ),
    msg('Give the days that the report was made for: --from 2025-01-01 --to 2025-12-31', {
      desc: 'Command line hint with options',
    }),
  );
}
