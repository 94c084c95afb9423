import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { readReleaseTable } from '@strapetsi/indicators';
import { audit, type AuditResult, type Inferred } from '@strapetsi/indicators/audit';
import type { IndicatorTable, Policy } from '@strapetsi/indicators';
import { formatNumber, str, textFor } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import type { CommandContext, ExitCode } from '../command.js';
import { CommandFailure } from '../failure.js';
import { readPublishedTables } from '../input/published-tables.js';
import { currentCatalogue, loadFrom, problemText } from '../release/release-folder.js';
import { addPolicyOptions, choosePolicy, type PolicyArguments } from './policy.js';
import { tableName } from './publish-release-text.js';

interface AuditArguments extends PolicyArguments {
  readonly json?: true;
}

/** Of what can be worked out so many are named; the JSON has all. */
const NAMED = 20;

export function addAuditCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  const command = program
    .command('audit')
    .argument(
      '<PUBLISHED...>',
      msg('files that strapetsi publish wrote, or folders of releases', { desc: 'Help of an argument' }),
    )
    .summary(
      msg('work out what an outsider can infer of withheld counts', { desc: 'Help: one line about the audit command' }),
    )
    .description(
      msg(
        'Takes published tables as anybody has them and works out, for each withheld count, the least and the most that it can be. It ends with 1 where that is closer than the policy allows. Earlier releases can be given with the newest. Of sums and means it does not look what can be inferred.',
        { desc: 'Help of the audit command' },
      ),
    )
    .usage(msg('PUBLISHED... [options]', { desc: 'Help: how the command is written; PUBLISHED is a file or folder' }));
  addPolicyOptions(command, context.language)
    .option('--json', msg('result as JSON', { desc: 'Help of an option' }))
    .addHelpText(
      'after',
      `\n${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi audit table.json
  strapetsi audit published last-year.json --policy minimum --minimum 10`,
    )
    .action(async (files: string[], given: AuditArguments) => {
      context.finish(await auditFiles(files, given, context));
    });
}

async function auditFiles(
  files: readonly string[],
  given: AuditArguments,
  { terminal, language }: CommandContext,
): Promise<ExitCode> {
  const policy = choosePolicy(given, language);
  const tables: IndicatorTable[] = [];
  for (const file of files) {
    tables.push(
      ...(isFolder(file)
        ? await tablesIn(file, language)
        : await readPublishedTables(file, undefined, terminal.input, language)),
    );
  }
  const other = tables.find((table) => table.policy.id !== policy.id);
  if (other !== undefined) throw otherPolicy(other, policy, language);
  const result = await audit(tables, policy);
  terminal.output.write(given.json ? `${JSON.stringify(result)}\n` : resultText(result, tables, language));
  return result.tooClose.length === 0 ? 0 : 1;
}

/** Before anything is written. Throws `CommandFailure` where an outsider could infer too much. */
export async function auditBefore(
  tables: readonly IndicatorTable[],
  policy: Policy,
  language: Language,
): Promise<void> {
  const result = await audit(tables, policy);
  if (result.tooClose.length === 0) return;
  throw new CommandFailure('inferable', resultText(result, tables, language).trimEnd());
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function tablesIn(folder: string, language: Language): Promise<readonly IndicatorTable[]> {
  const { msg } = language;
  const current = await currentCatalogue(folder, language);
  if (current === undefined) {
    throw new CommandFailure(
      'no-release',
      msg(str`There is no release in ${folder}.`, { desc: 'Command line error. Name of a folder' }),
    );
  }
  const tables: IndicatorTable[] = [];
  for (const entry of current.catalogue.tables) {
    const read = await readReleaseTable(loadFrom(folder), entry);
    if (read.ok) tables.push(read.table);
    else throw new CommandFailure('table-unreadable', read.problems.map((one) => problemText(one, language)).join(' '));
  }
  return tables;
}

function otherPolicy(table: IndicatorTable, policy: Policy, language: Language): CommandFailure {
  return new CommandFailure(
    'other-policy',
    language.msg(str`${tableName(table, language)} was published by the policy ${table.policy.id}, not ${policy.id}.`, {
      desc: 'Command line error. Name of a table, codes of two policies',
    }),
    language.msg('Name the policy by which all of them were published: --policy.', { desc: 'Command line hint' }),
  );
}

function resultText(
  { withheld, tooClose }: AuditResult,
  tables: readonly IndicatorTable[],
  language: Language,
): string {
  const { lang, msg } = language;
  const looked = msg(str`Withheld counts looked at: ${formatNumber(withheld, lang)}.`, {
    desc: 'Summary of the audit command: a number',
  });
  if (tooClose.length === 0) {
    return `${looked} ${msg('None can be worked out more closely than the policy allows.', {
      desc: 'Summary of the audit command',
    })}\n`;
  }
  const rest = tooClose.length - NAMED;
  return [
    `${looked} ${msg(
      str`Of these can be worked out more closely than the policy allows: ${formatNumber(tooClose.length, lang)}.`,
      {
        desc: 'Summary of the audit command: a number',
      },
    )}`,
    ...tooClose.slice(0, NAMED).map((one) => `  ${inferredText(one, tables, language)}`),
    ...(rest > 0
      ? [
          `  ${msg(str`… and ${formatNumber(rest, lang)} more (--json names all)`, { desc: 'End of a list: a number' })}`,
        ]
      : []),
    '',
  ].join('\n');
}

/** Which cell it is. What can be inferred of it is for the JSON only: a log must not say it. */
function inferredText({ table, cell }: Inferred, tables: readonly IndicatorTable[], language: Language): string {
  const of = tables[table];
  if (of === undefined) return '';
  let rest = cell;
  const place = [...of.dimensions].reverse().map(({ members }) => {
    const member = members[rest % members.length];
    rest = Math.floor(rest / members.length);
    return member === undefined ? '' : textFor(member.label, language.lang, member.id);
  });
  return [tableName(of, language), ...place.reverse()].join(' | ');
}
