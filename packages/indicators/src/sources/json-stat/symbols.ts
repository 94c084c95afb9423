import { asFields, asList, type Fields } from '../documents/fields.js';
import type { BenchmarkCell } from './benchmark.js';

/** Why a cell has no value. */
export type MissingStatus = Exclude<BenchmarkCell['status'], 'value'>;

/** What stands in the place of a value, by what the publisher writes. */
export type StatusSymbols = Readonly<Record<string, MissingStatus>>;

/**
 * What PxWeb writes where a table does not explain its marks, as Statistics Finland's own programs take them (StatisticsFinland/PxGraf,
 * ArchiveCube and JsonStat2DatasetBuilder): missing, cannot be represented, confidential, not acquired, not asked, empty, nil. Nil
 * ("-", none at all) is a true zero in a count and no figure in a share: it is no value either. And our own words, as `toJsonStat`
 * writes them.
 */
const standard: StatusSymbols = {
  '.': 'noData',
  '..': 'notApplicable',
  '...': 'withheld',
  '....': 'noData',
  '.....': 'noData',
  '......': 'noData',
  '-': 'noData',
  withheld: 'withheld',
  notApplicable: 'notApplicable',
  noData: 'noData',
  immature: 'noData',
};

const MEANINGS: readonly (readonly [RegExp, MissingStatus])[] = [
  [
    /salassapi|salat|salainen|suojattu|ei näytetä|sekretess|visas inte|secre|confidential|suppress|not shown/i,
    'withheld',
  ],
  [
    /epäloogi|looginen|loogisesti|ei sovell|kan inte förekomma|inte tillämp|logi(?:cal|sk)|not applicable/i,
    'notApplicable',
  ],
];

function meaningOf(text: string): MissingStatus {
  return MEANINGS.find(([words]) => words.test(text))?.[1] ?? 'noData';
}

/** ". = Tieto on salattu", "...=Data is subject to secrecy", "- Ei yhtään" at the beginning of a line. */
const EXPLAINED = /^\s*"?(\.{1,6}|-)"?\s*[=:]\s*(\S.*)$/;

function explainedInNotes(dataset: Fields): Map<string, MissingStatus> {
  const notes = typeof dataset['note'] === 'string' ? [dataset['note']] : (asList(dataset['note']) ?? []);
  const found = new Map<string, MissingStatus>();
  for (const note of notes) {
    if (typeof note !== 'string') continue;
    for (const line of note.split(/[\r\n]|<br\s*\/?>/i)) {
      const [, symbol, text] = EXPLAINED.exec(line) ?? [];
      if (symbol !== undefined && text !== undefined) found.set(symbol, meaningOf(text));
    }
  }
  return found;
}

/** PxGraf explains its marks, which are numbers, in an extension. */
function explainedInExtension(dataset: Fields): Map<string, MissingStatus> {
  const descriptions = asFields(asFields(dataset['extension'])?.['missingValueDescriptions']) ?? {};
  return new Map(
    Object.entries(descriptions).flatMap(([symbol, text]) =>
      typeof text === 'string' ? [[symbol, standard[symbol] ?? meaningOf(text)] as const] : [],
    ),
  );
}

/** What the marks of a dataset mean: as the user says, else as the dataset explains them, else as PxWeb uses them. */
export function symbolsOf(dataset: Fields, given: StatusSymbols): ReadonlyMap<string, MissingStatus> {
  return new Map([
    ...Object.entries(standard),
    ...explainedInExtension(dataset),
    ...explainedInNotes(dataset),
    ...Object.entries(given),
  ]);
}
