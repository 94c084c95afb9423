import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import {
  isoFromDay,
  readKoskiReport,
  readReportScope,
  reportScopeFromName,
  type Finding,
  type KoskiReportKind,
  type KoskiReportRow,
  type ReportScope,
} from '@strapetsi/indicators';
import { formatDateRange, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { isSystemError } from '../output/write.js';
import { cannotRead, type InputFile } from './files.js';

/** Days as the command line was given them; both or none. */
export type GivenPeriod = { readonly from: string; readonly to: string } | undefined;

/** Reports of one kind and one period, put together. */
export interface KoskiReports {
  readonly kind: KoskiReportKind;
  readonly rows: readonly KoskiReportRow[];
  readonly refused: number;
  readonly period: { readonly from: string; readonly to: string };
  /** Schools that the reports are of, where all of them say so. */
  readonly schools: readonly string[];
}

interface OneReport {
  readonly file: string;
  readonly kind: KoskiReportKind;
  readonly rows: readonly KoskiReportRow[];
  readonly refused: number;
  readonly scope: ReportScope;
}

/** Throws `CommandFailure` where a file is no report, or the reports do not belong together. */
export async function readKoskiReports(
  files: readonly InputFile[],
  given: GivenPeriod,
  pseudonymKey: Uint8Array,
  onFinding: (finding: Finding) => void,
  language: Language,
): Promise<KoskiReports> {
  const reports: OneReport[] = [];
  for (const { path } of files) reports.push(await readOne(path, pseudonymKey, onFinding, language));
  if (reports.every(({ rows }) => rows.length === 0)) throw noRows(files, language);
  const [first] = reports;
  if (first === undefined) throw new RangeError('No report.');
  const other = reports.find(({ kind }) => kind !== first.kind);
  if (other !== undefined) throw differentKinds(first, other, language);
  const period = given ?? samePeriod(reports, language);
  const schools = reports.flatMap(({ scope }) => scope.school ?? []);
  return {
    kind: first.kind,
    rows: reports.flatMap(({ rows }) => rows),
    refused: reports.reduce((sum, { refused }) => sum + refused, 0),
    period,
    schools: schools.length === reports.length ? [...new Set(schools)] : [],
  };
}

async function readOne(
  file: string,
  pseudonymKey: Uint8Array,
  onFinding: (finding: Finding) => void,
  language: Language,
): Promise<OneReport> {
  const rows: KoskiReportRow[] = [];
  const refusals: Finding[] = [];
  try {
    const reading = readKoskiReport(createReadStream(file), {
      pseudonymKey,
      file,
      onFinding: (finding) => {
        onFinding(finding);
        if (finding.where.record === undefined && finding.severity !== 'note') refusals.push(finding);
      },
    });
    let next = await reading.next();
    for (; next.done !== true; next = await reading.next()) rows.push(next.value);
    const { kind, refused } = next.value;
    if (kind === undefined) throw noReport(file, refusals[0], language);
    // What the report itself says goes before its name, which people change.
    const scope = { ...reportScopeFromName(basename(file)), ...(await readReportScope(createReadStream(file))) };
    return { file, kind, rows, refused, scope };
  } catch (error) {
    throw isSystemError(error) ? cannotRead(error.path ?? file, error, language) : error;
  }
}

function noReport(file: string, finding: Finding | undefined, { lang, msg }: Language): CommandFailure {
  return new CommandFailure(
    finding?.code ?? 'not-a-koski-report',
    msg(str`${file} is not a report that can be compared.`, { desc: 'Command line error. Name of a file' }),
    finding?.message[lang],
  );
}

function noRows(files: readonly InputFile[], { msg }: Language): CommandFailure {
  return new CommandFailure(
    'no-rows',
    msg(str`There is no study right in ${files.map(({ path }) => path).join(', ')}.`, {
      desc: 'Command line error. Names of files: reports of KOSKI',
    }),
    msg('Check the period and the school that the report was made for.', { desc: 'Command line hint' }),
  );
}

function differentKinds(first: OneReport, other: OneReport, { msg }: Language): CommandFailure {
  return new CommandFailure(
    'reports-differ',
    msg(str`${first.file} and ${other.file} are different reports.`, {
      desc: 'Command line error. Names of two files',
    }),
    msg('Compare one kind of report at a time.', { desc: 'Command line hint' }),
  );
}

function samePeriod(reports: readonly OneReport[], { lang, msg }: Language): KoskiReports['period'] {
  const periods = reports.map(({ file, scope: { window } }) => {
    if (window !== undefined) return { file, from: isoFromDay(window.from), to: isoFromDay(window.to) };
    throw new CommandFailure(
      'period-unknown',
      msg(str`Neither ${file} nor its name says which period it is of.`, {
        desc: 'Command line error. Name of a file: a report of KOSKI',
      }),
      msg('Give the days that the report was made for: --from 2025-01-01 --to 2025-12-31', {
        desc: 'Command line hint with options',
      }),
    );
  });
  const [first] = periods;
  if (first === undefined) throw new RangeError('No report.');
  const other = periods.find(({ from, to }) => from !== first.from || to !== first.to);
  if (other !== undefined) {
    throw new CommandFailure(
      'periods-differ',
      msg(
        str`${first.file} is of ${formatDateRange(first.from, first.to, lang)}, ${other.file} of ${formatDateRange(other.from, other.to, lang)}.`,
        { desc: 'Command line error. Names of two reports and their periods' },
      ),
      msg('Compare reports of one period at a time.', { desc: 'Command line hint' }),
    );
  }
  return { from: first.from, to: first.to };
}
