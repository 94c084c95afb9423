import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { NoSuchDimensionError, toCsv, toJsonStat } from '@strapetsi/indicators';
import type { IndicatorTable } from '@strapetsi/indicators';
import { toXlsx } from '@strapetsi/indicators/xlsx';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { choice } from '../command.js';
import type { CommandContext } from '../command.js';
import { CommandFailure } from '../failure.js';
import { readPublishedTables } from '../input/published-tables.js';
import { writeOut } from '../output/write.js';

const formats = ['csv', 'xlsx', 'json-stat'] as const;
type Format = (typeof formats)[number];

interface ExportArguments {
  readonly format?: string;
  readonly indicator?: string;
  readonly across?: string;
  readonly ids?: true;
  readonly plain?: true;
  readonly bom?: true;
  readonly out?: string;
  readonly json?: true;
}

/** A file to be written, and what it holds. */
interface ExportFile {
  readonly path: string | undefined;
  readonly content: string | Uint8Array;
}

export function addExportCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  program
    .command('export')
    .argument('<TABLE>', msg('a file that strapetsi publish wrote', { desc: 'Help of an argument' }))
    .summary(
      msg('write published tables as CSV, XLSX or JSON-stat', { desc: 'Help: one line about the export command' }),
    )
    .description(
      msg(
        'Writes published tables for Excel, for pivot tables and for other programs, in the language of --lang. Only what was published is in them; where there is no figure, its place says why.',
        { desc: 'Help of the export command' },
      ),
    )
    .usage(msg('TABLE [options]', { desc: 'Help: how the command is written; TABLE is the name of a file' }))
    .option(
      '--format <FORMAT>',
      msg('csv, xlsx or json-stat (default: by the ending of --out, else csv)', { desc: 'Help of an option' }),
    )
    .option(
      '--indicator <ID>',
      msg('only tables of this indicator (default: all of a release)', {
        desc: 'Help of an option; a release is a file',
      }),
    )
    .option(
      '--across <DIMENSION>',
      msg('a column for each member of this dimension, such as year (default: a row for each figure)', {
        desc: 'Help of an option; year is a code',
      }),
    )
    .option('--ids', msg('also ids and codes, in columns of their own', { desc: 'Help of an option' }))
    .option(
      '--plain',
      msg('CSV with commas and decimal points (default: semicolons and decimal commas, as Excel reads in Finland)', {
        desc: 'Help of an option',
      }),
    )
    .option(
      '--bom',
      msg('CSV with a byte-order mark, by which Excel knows letters such as ä when the file is opened by a click', {
        desc: 'Help of an option',
      }),
    )
    .option(
      '-o, --out <FILE>',
      msg('where to write; in a folder, a file for each table that is named by its indicator and language', {
        desc: 'Help of an option',
      }),
    )
    .option('--json', msg('names of the files as JSON', { desc: 'Help of an option' }))
    .addHelpText(
      'after',
      `\n${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi export student-years.json --bom -o student-years.csv
  strapetsi export release.json --across year -o indicators.xlsx
  strapetsi export release.json --format json-stat --lang sv -o open-data/`,
    )
    .action(async (file: string, given: ExportArguments) => {
      await exportTables(file, given, context);
      context.finish(0);
    });
}

async function exportTables(
  file: string,
  given: ExportArguments,
  { terminal, language }: CommandContext,
): Promise<void> {
  const format = formatOf(given, language);
  refuseUnused(given, format, language);
  const tables = await readPublishedTables(file, given.indicator, terminal.input, language);
  const files = exportFiles(tables, format, given, language);
  for (const { path, content } of files) await writeOut([content], path, terminal, language);
  const written = files.flatMap(({ path }) => (path === undefined || path === '-' ? [] : [path]));
  if (written.length === 0) return;
  terminal.output.write(given.json ? `${JSON.stringify({ files: written })}\n` : `${written.join('\n')}\n`);
}

/** By --format, else by the ending of --out. */
function formatOf({ format, out = '' }: ExportArguments, language: Language): Format {
  if (format !== undefined) return choice(format, '--format', formats, language);
  if (/\.xlsx$/i.test(out)) return 'xlsx';
  return /\.json(\.gz)?$/i.test(out) ? 'json-stat' : 'csv';
}

function refuseUnused(given: ExportArguments, format: Format, { msg }: Language): void {
  const takes: Readonly<Record<Format, readonly string[]>> = {
    csv: ['across', 'ids', 'plain', 'bom'],
    xlsx: ['across', 'ids'],
    'json-stat': [],
  };
  const unused = takes.csv.find((name) => Reflect.get(given, name) !== undefined && !takes[format].includes(name));
  if (unused !== undefined) {
    throw new CommandFailure(
      'option-unused',
      msg(str`--${unused} has no meaning in ${format}.`, {
        desc: 'Command line error. Name of an option, name of a file format such as json-stat',
      }),
    );
  }
  if (format === 'xlsx' && given.out === undefined) {
    throw new CommandFailure(
      'out-missing',
      msg('An XLSX workbook is no text for a terminal.', { desc: 'Command line error' }),
      '--out FILE.xlsx',
    );
  }
}

function contentOf(
  tables: readonly [IndicatorTable, ...IndicatorTable[]],
  format: Format,
  { across, ids, plain, bom }: ExportArguments,
  language: Language,
): string | Uint8Array {
  const { lang } = language;
  const [table] = tables;
  const columns = {
    ids: ids === true,
    ...(across === undefined ? {} : { across: across as IndicatorTable['dimensions'][number]['id'] }),
  };
  if (format === 'json-stat') return `${JSON.stringify(toJsonStat(table, lang))}\n`;
  try {
    if (format === 'xlsx') return toXlsx(tables, lang, columns);
    return toCsv(table, lang, { ...columns, dialect: plain ? 'plain' : 'excel', byteOrderMark: bom === true });
  } catch (error) {
    throw error instanceof NoSuchDimensionError ? noSuchDimension(error, language) : error;
  }
}

/** In a folder a file for each table. One file holds one table, but a workbook has a sheet for each. */
function exportFiles(
  tables: readonly [IndicatorTable, ...IndicatorTable[]],
  format: Format,
  given: ExportArguments,
  language: Language,
): readonly ExportFile[] {
  const { out } = given;
  if (out !== undefined && isFolder(out)) {
    const names = fileNames(tables, format, language);
    return tables.map((table, at) => ({
      path: join(out, names[at] ?? ''),
      content: contentOf([table], format, given, language),
    }));
  }
  if (tables.length > 1 && format !== 'xlsx') throw severalTables(tables, language);
  return [{ path: out, content: contentOf(tables, format, given, language) }];
}

function isFolder(path: string): boolean {
  return /[/\\]$/.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

const endings: Readonly<Record<Format, string>> = { csv: 'csv', xlsx: 'xlsx', 'json-stat': 'json' };

/** `student-years.years.by-year-school.fi.csv`; a number before the language where there are several of the name. */
function fileNames(tables: readonly IndicatorTable[], format: Format, { lang }: Language): readonly string[] {
  const safe = (id: string): string => id.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
  const met = new Map<string, number>();
  return tables.map(({ indicator, figure, dimensions }) => {
    const cut = dimensions.length === 0 ? [] : [`by-${dimensions.map(({ id }) => safe(id)).join('-')}`];
    const name = [safe(indicator.id), safe(figure.id), ...cut].join('.');
    const number = (met.get(name) ?? 0) + 1;
    met.set(name, number);
    return [name, ...(number === 1 ? [] : [String(number)]), lang, endings[format]].join('.');
  });
}

function noSuchDimension({ expected, found }: NoSuchDimensionError, { msg }: Language): CommandFailure {
  const known = expected.join(', ');
  return new CommandFailure(
    'no-such-dimension',
    msg(str`The table has no dimension ${found}.`, { desc: 'Command line error. Code of a dimension' }),
    known === ''
      ? undefined
      : msg(str`Choose from: ${known}.`, { desc: 'Command line hint. Codes separated by commas' }),
  );
}

function severalTables(tables: readonly IndicatorTable[], { msg }: Language): CommandFailure {
  return new CommandFailure(
    'several-tables',
    msg(str`There are ${tables.length} tables, and the file can hold one.`, {
      desc: 'Command line error. A number from 2 up',
    }),
    msg('Give a folder (--out FOLDER/), choose one with --indicator, or write a workbook (--format xlsx).', {
      desc: 'Command line hint',
    }),
  );
}
