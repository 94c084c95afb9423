import type { DataText } from '@strapetsi/text';
import { isoFromDay } from '../../days/calendar.js';
import type { GrowingDictionaries, GrowingDictionary } from '../../facts/dictionary.js';
import type { Shown } from '../../findings/reporter.js';
import { isPersonal, shapeOf, shownDate, shownText } from '../documents/fields.js';
import { languageIn } from '../koski/languages.js';
import { fold } from '../tables/columns.js';
import type { BoundQuestion, BoundSource, BoundTable, Translated } from './bound-table.js';
import { readCell, type CellProblem } from './cell.js';
import { fields, type CodeField, type FieldKind, type FieldName, type NumberField, type TextField } from './fields.js';
import type { MappedFindingCode } from './findings.js';

/** Tells what is wrong with a cell. @param expected what it should be, in place of what the kind of finding says */
export type TellOfCell = (code: MappedFindingCode, path: string, found: Shown, expected?: string) => void;

/** One answer of a row that holds a column for each question. */
export interface RowAnswer {
  readonly question: BoundQuestion;
  /** `undefined` for "can't say". */
  readonly value: number | undefined;
}

/** The cells of a row by their fields, each read as what it should be. What a cell is not is told, and the value is missing. */
export interface RowCells {
  /** Begins the next row. */
  set(cells: readonly string[]): void;
  has(field: FieldName): boolean;
  text(field: TextField): string | undefined;
  /** A day, a year, a number, a position in a list of codes, or 1 or 0. */
  number(field: NumberField): number | undefined;
  /** Position in the field's dictionary, -1 where missing. */
  code(field: CodeField): number;
  /** Positions of the codes of own columns, in their dictionaries. */
  own(): ReadonlyMap<string, number>;
  answers(): readonly RowAnswer[];
  /** As it is read, for a person to look at; nothing is told. */
  shown(field: FieldName): ShownValue;
  shownOwn(name: string): ShownValue;
  shownAnswer(question: BoundQuestion): ShownValue;
}

/** A value as a person writes it. */
export interface ShownValue {
  /** A day as `YYYY-MM-DD`, a code, a number; `–` where there is nothing. Of identities only type and length. */
  readonly value: string;
  /** The name of an open code. */
  readonly label?: DataText;
  /** Why the cell could not be read. */
  readonly problem?: MappedFindingCode;
}

const NUMBER = /^[-+]?[\d\s.,]{1,20}$/;
const INTEGER = /^-?\d{1,9}$/;

function shownCell(problem: CellProblem, text: string): Shown {
  if (problem === 'personal-code') return shapeOf(text);
  if (problem === 'not-a-date') return shownDate(text);
  if (problem === 'number-out-of-range' || problem === 'not-a-number')
    return NUMBER.test(text) && !isPersonal(text) ? text : shapeOf(text);
  return shownText(text);
}

/** Whose cells are personal: of these only type and length are ever told. */
const isOfPerson = (field: FieldName): boolean => field.startsWith('person.') || fields[field].kind === 'text';

export function createRowCells(
  table: BoundTable,
  dictionaries: GrowingDictionaries,
  ownDictionaries: ReadonlyMap<string, GrowingDictionary>,
  tell: TellOfCell,
): RowCells {
  let cells: readonly string[] = [];
  /** While a row is only shown: what would have been told. */
  let quietly: MappedFindingCode[] | undefined;

  function report(code: MappedFindingCode, path: string, found: Shown, expected?: string): void {
    if (quietly === undefined) tell(code, path, found, expected);
    else quietly.push(code);
  }

  function showing(work: () => Omit<ShownValue, 'problem'>): ShownValue {
    quietly = [];
    const shown = work();
    const [problem] = quietly;
    quietly = undefined;
    return problem === undefined ? shown : { ...shown, problem };
  }

  /** The text of a cell, or what the mapping says that it stands for. */
  function translatedOf(source: BoundSource): Translated | undefined {
    if (source.constant !== undefined) return source.constant;
    const text = cells[source.at] ?? '';
    if (text === '' || (source.missing.size > 0 && source.missing.has(fold(text)))) return source.standard;
    if (source.codes === undefined) return { code: source.prefix + text };
    const code = source.codes.get(fold(text)) ?? source.otherwise;
    return code ?? { code: source.prefix + text };
  }

  function isListed(source: BoundSource): boolean {
    return (
      source.codes === undefined || source.otherwise !== undefined || source.codes.has(fold(cells[source.at] ?? ''))
    );
  }

  function read(field: FieldName): number | string | undefined {
    const source = table.fields.get(field);
    const code = source === undefined ? undefined : translatedOf(source)?.code;
    if (source === undefined || code === undefined) return undefined;
    const kind: FieldKind = fields[field];
    const value = readCell(kind, code, source.dates);
    if (value.ok) return value.value;
    const found = isOfPerson(field) ? shapeOf(code) : shownCell(value.problem, code);
    report(value.problem, source.path, found, value.expected);
    return undefined;
  }

  function labelOf(source: BoundSource, translated: Translated | undefined): DataText | undefined {
    if (translated?.label !== undefined) return translated.label;
    const label: { fi?: string; sv?: string; en?: string } = {};
    for (const lang of ['fi', 'sv', 'en'] as const) {
      const at = source.labelsAt[lang];
      const text = at === undefined ? '' : (cells[at] ?? '');
      if (text !== '' && !isPersonal(text)) label[lang] = text;
    }
    return Object.keys(label).length === 0 ? undefined : label;
  }

  function labelShown(source: BoundSource): { readonly label?: DataText } {
    const label = labelOf(source, translatedOf(source));
    return label === undefined ? {} : { label };
  }

  function positionIn(dictionary: GrowingDictionary, code: string, source: BoundSource): number {
    if (!isListed(source))
      report(
        'code-not-listed',
        source.path,
        shownText(code),
        [...(source.codes?.values() ?? [])].flatMap(({ code: each }) => each ?? []).join(' | '),
      );
    return dictionary.labelled(code) ?? dictionary.add(code, labelOf(source, translatedOf(source)));
  }

  function code(field: CodeField): number {
    const value = read(field);
    const source = table.fields.get(field);
    if (value === undefined || source === undefined) return -1;
    const kind: FieldKind = fields[field];
    if (kind.kind === 'language') return languageIn(dictionaries.language, String(value));
    return kind.kind === 'open' ? positionIn(dictionaries[kind.dictionary], String(value), source) : -1;
  }

  function ownCode(name: string, source: BoundSource): number {
    const dictionary = ownDictionaries.get(name);
    const text = translatedOf(source)?.code;
    if (dictionary === undefined || text === undefined) return -1;
    if (isPersonal(text)) {
      report('personal-code', source.path, shapeOf(text));
      return -1;
    }
    return positionIn(dictionary, text, source);
  }

  /** `null` where there is no answer. */
  function answerTo(question: BoundQuestion): number | undefined | null {
    const text = cells[question.at] ?? '';
    if (question.cantSay.has(fold(text))) return undefined;
    const given = translatedOf(question)?.code;
    if (given === undefined) return null;
    if (INTEGER.test(given)) return Number(given);
    report('not-a-number', question.path, NUMBER.test(given) ? given : shapeOf(given), '0, 1, 2, …');
    return null;
  }

  return {
    set(next) {
      cells = next;
    },
    has: (field) => table.fields.has(field),
    text(field) {
      const value = read(field);
      return value === undefined ? undefined : String(value);
    },
    number(field) {
      const value = read(field);
      return typeof value === 'number' ? value : undefined;
    },
    code,
    own() {
      const codes = new Map<string, number>();
      for (const [name, source] of table.own) {
        const position = ownCode(name, source);
        if (position >= 0) codes.set(name, position);
      }
      return codes;
    },
    answers() {
      return table.questions.flatMap((question) => {
        const value = answerTo(question);
        return value === null ? [] : [{ question, value }];
      });
    },
    shown: (field) =>
      showing(() => {
        const value = read(field);
        if (value === undefined) return { value: NOTHING };
        const source = table.fields.get(field);
        const isOpen = fields[field].kind === 'open' && source !== undefined;
        return { value: shownValue(field, value), ...(isOpen ? labelShown(source) : {}) };
      }),
    shownOwn: (name) =>
      showing(() => {
        const source = table.own.get(name);
        const text = source === undefined ? undefined : translatedOf(source)?.code;
        if (source === undefined || text === undefined || isPersonal(text)) return { value: NOTHING };
        return { value: text, ...labelShown(source) };
      }),
    shownAnswer: (question) =>
      showing(() => {
        const value = answerTo(question);
        if (value === null) return { value: NOTHING };
        return { value: value === undefined ? CANT_SAY : String(value) };
      }),
  };
}

/** Stands where there is no value. */
export const NOTHING = '–';
const CANT_SAY = 'cantSay';

/** A value that was read, as a person writes it. */
function shownValue(field: FieldName, value: number | string): string {
  const kind: FieldKind = fields[field];
  if (kind.kind === 'text') {
    const shown = field.startsWith('person.') || field === 'response.key' ? shapeOf(value) : shownText(value);
    return typeof shown === 'string' ? shown : shown.notation;
  }
  if (typeof value === 'string') return value;
  switch (kind.kind) {
    case 'day':
    case 'dayOrYear':
      return isoFromDay(value);
    case 'scaled':
      return String(value / 10 ** kind.digits);
    case 'flag':
      return value === 1 ? 'true' : 'false';
    case 'oneOf':
      return kind.codes[value] ?? NOTHING;
    default:
      return String(value);
  }
}
