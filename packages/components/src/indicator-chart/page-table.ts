import type { Cell, IndicatorTable, TableDimension, TableMember, Unit } from '@strapetsi/indicators/table';
import type { Lang, LocalizedText } from '@strapetsi/text';
import { readCellText, type CellText } from './cell-text.js';
import type { PageTableFault } from './problem.js';
import type { Loaded } from './published-file.js';

export type ReadPageTable =
  { readonly ok: true; readonly table: IndicatorTable } | { readonly ok: false; readonly fault: PageTableFault };

const units: readonly string[] = ['studentYears', 'days', 'share', 'students'] satisfies Unit[];
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

function isUnit(text: string | undefined): text is Unit {
  return text !== undefined && units.includes(text);
}

/** Stops the reading of a table; never leaves this file. */
class Faulty extends Error {
  constructor(readonly fault: PageTableFault) {
    super(fault.code);
  }
}

/** The page says a text in one language only, and that is what every reader of the page gets. */
function asWritten(text: string): Required<LocalizedText> {
  return { fi: text, sv: text, en: text };
}

function textOf(cell: Element | null | undefined): string {
  return (cell?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

interface ReadCell {
  readonly cell: Cell;
  readonly decimals: number;
  /** Whether the cell's text has a percent sign; `undefined` where the text is no number. */
  readonly percent: boolean | undefined;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function statusCell(element: HTMLTableCellElement, said: CellText, place: Place): Cell | undefined {
  const status = element.dataset['status'];
  const matures = element.dataset['matures'] ?? '';
  if (status === undefined || status === 'value') {
    return said.kind === 'range'
      ? { status: 'withheld', reason: 'primary', range: { from: said.from, to: said.to } }
      : undefined;
  }
  if (status === 'noData' || status === 'notApplicable') return { status };
  if (status === 'immature' && isoDate.test(matures)) return { status, matures };
  if (status === 'withheld') {
    const range = said.kind === 'range' ? { range: { from: said.from, to: said.to } } : {};
    return { status, reason: 'primary', ...range };
  }
  throw new Faulty({ code: 'status', ...place, found: status });
}

/** Both are given only where they say the same, or a mistyped attribute would draw what no reader can check. */
function agrees(value: number, said: CellText): boolean {
  if (said.kind !== 'number') return true;
  const scale = said.percent ? 100 : 1;
  return Math.abs(value - said.value) * scale <= 0.51 * 10 ** -said.decimals;
}

/** `data-status` before `data-value` before the text. A range such as "1–4" is a withheld figure, an empty cell is no data. */
function readCell(element: HTMLTableCellElement, lang: Lang, place: Place): ReadCell {
  const said = readCellText(textOf(element), lang);
  const percent = said.kind === 'number' || said.kind === 'range' ? said.percent : undefined;
  const status = statusCell(element, said, place);
  if (status !== undefined) return { cell: status, decimals: 0, percent };

  const raw = element.dataset['value'];
  if (raw !== undefined) {
    const value = raw.trim() === '' ? NaN : Number(raw);
    if (!Number.isFinite(value) || !agrees(value, said)) throw new Faulty({ code: 'number', ...place, found: raw });
    const decimals = said.kind === 'number' ? said.decimals : (raw.trim().split('.')[1]?.length ?? 0);
    return { cell: { status: 'value', value }, decimals, percent };
  }
  if (said.kind === 'empty') return { cell: { status: 'noData' }, decimals: 0, percent };
  if (said.kind === 'number') return { cell: { status: 'value', value: said.value }, decimals: said.decimals, percent };
  throw new Faulty({ code: 'number', ...place, found: textOf(element) });
}

function checkSpans(row: HTMLTableRowElement, number: number): void {
  for (const cell of row.cells) {
    if (cell.colSpan !== 1 || cell.rowSpan !== 1) throw new Faulty({ code: 'span', row: number });
  }
}

function members(labels: readonly string[]): readonly TableMember[] {
  return labels.map((label, index) => {
    const years = /^(?:19|20)\d{2}$/.test(label) ? { from: `${label}-01-01`, to: `${label}-12-31` } : {};
    return { id: `${index}-${label}`, label: asWritten(label), ...years };
  });
}

function dimension(id: TableDimension['id'], label: string, labels: readonly string[]): TableDimension {
  const list = members(labels);
  const isTime = list.length > 0 && list.every((member) => member.from !== undefined);
  return { id: isTime ? 'year' : id, label: asWritten(label), scale: isTime ? 'time' : 'ordinal', members: list };
}

function unitOf(table: HTMLTableElement, cells: readonly ReadCell[]): Unit {
  const said = table.dataset['unit'];
  if (isUnit(said)) return said;
  if (said === undefined && cells.some(({ percent }) => percent === true)) return 'share';
  throw new Faulty({ code: 'unit' });
}

/** A number must be of the table's unit; a range of another one (persons among shares) says nothing of the figure and is dropped. */
function inUnit({ cell, percent }: ReadCell, unit: Unit, place: Place): Cell {
  const fits = percent === undefined || percent === (unit === 'share');
  if (cell.status === 'withheld' && !fits) return { status: 'withheld', reason: cell.reason };
  if (cell.status !== 'value') return cell;
  const possible = unit !== 'share' || (cell.value >= 0 && cell.value <= 1);
  if (!fits || !possible) throw new Faulty({ code: 'otherUnit', ...place });
  return cell;
}

function read(table: HTMLTableElement, lang: Lang): IndicatorTable {
  const caption = textOf(table.caption);
  if (caption === '') throw new Faulty({ code: 'caption' });
  const headerRow = table.tHead?.rows[0];
  const [corner, ...columns] = [...(headerRow?.cells ?? [])];
  if (headerRow === undefined || columns.length === 0 || columns.some((cell) => cell.tagName !== 'TH')) {
    throw new Faulty({ code: 'columnHeaders' });
  }
  checkSpans(headerRow, 1);

  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const rowLabels: string[] = [];
  const cells: ReadCell[] = [];
  rows.forEach((row, index) => {
    const number = index + 2;
    checkSpans(row, number);
    const [header, ...data] = [...row.cells];
    if (header === undefined || header.tagName !== 'TH') throw new Faulty({ code: 'rowHeader', row: number });
    if (data.length !== columns.length) {
      throw new Faulty({ code: 'cellCount', row: number, found: data.length, expected: columns.length });
    }
    rowLabels.push(textOf(header));
    data.forEach((cell, column) => cells.push(readCell(cell, lang, { row: number, column: column + 2 })));
  });

  const unit = unitOf(table, cells);
  const width = columns.length;
  const onAxis = dimension('school', textOf(corner), rowLabels);
  const series = dimension('qualification', '', columns.map(textOf));
  const days = onAxis.members
    .flatMap(({ from, to }) => (from === undefined || to === undefined ? [] : [from, to]))
    .sort();
  return {
    type: 'strapetsi.indicator-table',
    schemaVersion: 1,
    indicator: {
      id: '',
      version: '',
      hash: '',
      name: asWritten(caption),
      meaning: asWritten(''),
      direction: 'neither',
      sources: [],
    },
    figure: {
      id: '',
      label: columns.length === 1 ? asWritten(textOf(columns[0])) : asWritten(caption),
      unit,
      decimals: Math.max(0, ...cells.map((cell) => cell.decimals)),
    },
    period: { from: days[0] ?? '', to: days.at(-1) ?? '' },
    asOf: '',
    providers: [],
    policy: { id: '', label: asWritten(''), reference: '' },
    only: [],
    dimensions: columns.length === 1 ? [onAxis] : [onAxis, series],
    cells: cells.map((cell, index) =>
      inUnit(cell, unit, { row: Math.floor(index / width) + 2, column: (index % width) + 2 }),
    ),
    population: { status: 'withheld' },
    exclusions: [],
    findings: [],
    notes: [],
  };
}

/**
 * Reads a `<table>` that an editor wrote: caption, one row of `th` for the series, `th` in front of every row, and cells with
 * `data-value`, `data-status` or text as one writes it in `lang`. What the page does not say — dates, policy, sources, persons behind
 * a figure — is left blank and must not be shown. Refuses what it would have to guess. Footer rows are not read.
 */
export function readPageTable(table: HTMLTableElement, lang: Lang): ReadPageTable {
  try {
    return { ok: true, table: read(table, lang) };
  } catch (error) {
    if (error instanceof Faulty) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** As what a file would give. */
export function loadedFromPage(element: HTMLTableElement, lang: Lang): Loaded {
  const read = readPageTable(element, lang);
  return read.ok
    ? { ok: true, tables: [read.table] }
    : { ok: false, problem: { code: 'pageTable', fault: read.fault } };
}
