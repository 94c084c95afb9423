import type { Command } from 'commander';
import { createPlanJoin } from '@strapetsi/indicators';
import { formatNumber, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { wholeNumber } from '../command.js';
import type { CommandContext, ExitCode } from '../command.js';
import { collectFindings, type FindingGroup } from '../findings-by-code.js';
import { findFiles } from '../input/files.js';
import { pseudonymKey } from '../input/key.js';
import { openKoskiFiles, type KoskiCounts } from '../input/koski.js';
import { openPlanFiles, sortOutPlans, type PlanCounts } from '../input/plans.js';
import { findingsText, hasErrors } from '../output/findings-text.js';
import { today } from './calculate-options.js';

interface CheckArguments {
  readonly examples: string;
  readonly json?: true;
}

export interface CheckResult {
  readonly files: readonly string[];
  /** KOSKI documents. */
  readonly records: Pick<KoskiCounts, 'read' | 'facts' | 'refused'>;
  readonly studyRights: KoskiCounts['studyRights'];
  readonly persons: number;
  /** Where there are files of personal plans; `joined` of those that were read, where there are KOSKI documents too. */
  readonly plans?: PlanCounts & { readonly joined?: number };
  readonly findings: readonly FindingGroup[];
}

export function addCheckCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  program
    .command('check')
    .argument(
      '<FILE...>',
      msg('KOSKI documents or personal plans of eHOKS: JSON or NDJSON, plain or gzip; - is standard input', {
        desc: 'Help of an argument',
      }),
    )
    .summary(
      msg('say what in KOSKI documents and personal plans cannot be used, and where', {
        desc: 'Help: one line about the check command',
      }),
    )
    .description(
      msg(
        'Reads KOSKI documents and personal plans of eHOKS, told apart by their content, and says what could not be read as it stands: how often, where, what was found and what was expected. Of both together it also says which plans fit no study right. Nothing is written, and names and identity codes are never shown.',
        { desc: 'Help of the check command' },
      ),
    )
    .usage(msg('FILE... [options]', { desc: 'Help: how the command is written; FILE is the name of a file' }))
    .option('--examples <N>', msg('how many places of each kind to show', { desc: 'Help of an option' }), '3')
    .option('--json', msg('result as JSON', { desc: 'Help of an option' }))
    .addHelpText(
      'after',
      `\n${msg('Exit code: 0 all could be read; 1 some records were refused or have errors; 2 the files cannot be read.', { desc: 'Help of the check command: exit codes' })}

${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi check koski.ndjson.gz
  strapetsi check 'exports/*.json' --examples 10
  strapetsi check koski.ndjson.gz hoksit.json
  strapetsi check koski.ndjson --json > findings.json`,
    )
    .action(async (files: string[], given: CheckArguments) => {
      context.finish(await check(files, given, context));
    });
}

async function check(
  args: readonly string[],
  given: CheckArguments,
  { terminal: opened, language }: CommandContext,
): Promise<ExitCode> {
  const files = await findFiles(args, language);
  const findings = collectFindings(wholeNumber(given.examples, '--examples', 0, 1_000, language));
  const pseudonyms = await pseudonymKey(undefined, {}, language);
  const { plans, others, terminal } = await sortOutPlans(files, opened, language);
  const reading = { pseudonymKey: pseudonyms, onFinding: findings.add };
  const planReader = openPlanFiles({ ...reading, files: plans, asOf: today() }, terminal, language);
  const { join, finish } = await createPlanJoin(planReader.plans(), findings.add).finally(planReader.close);
  const reader = openKoskiFiles({ ...reading, files: others }, terminal, language);
  try {
    for (const batches of reader.facts()) for await (const batch of batches) join(batch);
  } finally {
    reader.close();
  }
  const joined = others.length === 0 ? {} : { joined: finish().joined };
  const { read, facts, refused, studyRights, persons } = reader.counts();
  const result: CheckResult = {
    files: files.map(({ path }) => path),
    records: { read, facts, refused },
    studyRights,
    persons,
    ...(plans.length === 0 ? {} : { plans: { ...planReader.counts(), ...joined } }),
    findings: findings.groups(),
  };
  terminal.output.write(given.json ? `${JSON.stringify(result)}\n` : checkText(result, language));
  return hasErrors(result.findings) ? 1 : 0;
}

function accountLines({ records, studyRights, persons, plans }: CheckResult, language: Language): string[] {
  const { lang, msg } = language;
  const number = (value: number): string => formatNumber(value, lang);
  const ofDocuments =
    plans !== undefined && records.read === 0
      ? []
      : [
          msg(
            str`Documents: ${number(records.read)} = ${number(records.facts)} read + ${number(records.refused)} refused.`,
            { desc: 'Result of the check command: three numbers, the first is the sum of the others' },
          ),
          msg(
            str`Study rights: ${number(studyRights.read)} = ${number(studyRights.facts)} read + ${number(studyRights.refused)} refused.`,
            { desc: 'Result of the check command: three numbers, the first is the sum of the others' },
          ),
          msg(str`Learners: ${number(persons)}.`, { desc: 'Result of the check command: number of persons' }),
        ];
  if (plans === undefined) return ofDocuments;
  return [
    ...ofDocuments,
    msg(
      str`Personal plans: ${number(plans.read)} = ${number(plans.facts)} read + ${number(plans.deleted)} deleted + ${number(plans.refused)} refused.`,
      { desc: 'Result of the check command: four numbers, the first is the sum of the others' },
    ),
    msg(str`Periods at workplaces: ${number(plans.workplacePeriods)}.`, {
      desc: 'Result of the check command: number of periods of learning at work in personal plans',
    }),
    ...(plans.joined === undefined
      ? []
      : [
          msg(str`Plans whose study right is in the KOSKI documents: ${number(plans.joined)}.`, {
            desc: 'Result of the check command: number of personal plans',
          }),
        ]),
  ];
}

/** The result for a person at a terminal. */
export function checkText(result: CheckResult, language: Language): string {
  return `${[...accountLines(result, language), '', findingsText(result.findings, language)].join('\n')}\n`;
}
