import { langs, type DataText } from '@strapetsi/text';
import type { Classification } from '../../definitions/classification.js';
import type { Shown } from '../../findings/reporter.js';
import { isPersonal, shapeOf } from '../documents/fields.js';
import type { CodeReporter } from './findings.js';

/** One code in one class, as a source says it. */
export interface ClassRow {
  readonly code: string;
  readonly classId: string;
  /** What the source calls the class, if it does. */
  readonly label: DataText;
  readonly record: number;
  readonly line?: number;
  readonly path: string;
}

/** What a source gave, and how much of it was no row. */
export interface GatheredRows {
  readonly rows: readonly ClassRow[];
  readonly read: number;
  readonly refused: number;
}

type Class = Classification['classes'][number];

export interface Classes {
  readonly classes: readonly Class[];
  readonly codes: Readonly<Record<string, string>>;
  /** Rows that gave no code a class. */
  readonly refused: number;
}

/** Codes have figures in them, or are short: what else stands in the place of one may be anything. */
function shownCode(code: string): Shown {
  return code.length <= 3 || (/^[\p{L}\d_.:-]{1,20}$/u.test(code) && /\d/.test(code) && !isPersonal(code))
    ? code
    : shapeOf(code);
}

/** "351101 → 1, 2" */
function shownClasses(code: string, ids: Iterable<string>): Shown {
  const shown = [code, ...ids].map(shownCode);
  const inWords = (word: (one: Exclude<Shown, string>) => string): string => {
    const [first, ...rest] = shown.map((one) => (typeof one === 'string' ? one : word(one)));
    return `${first ?? ''} → ${rest.join(', ')}`;
  };
  return {
    notation: inWords(({ notation }) => notation),
    fi: inWords(({ fi }) => fi),
    sv: inWords(({ sv }) => sv),
    en: inWords(({ en }) => en),
  };
}

const differs = (a: DataText, b: DataText): boolean =>
  langs.some((lang) => a[lang] !== undefined && b[lang] !== undefined && a[lang] !== b[lang]);

/**
 * Classes and their codes from rows. Known classes stand first, in their order, under their names, and there are no others; without
 * them classes stand in the order in which they are met. A code that is in several classes is left without.
 */
export function classesFrom(
  rows: Iterable<ClassRow>,
  known: readonly Class[] | undefined,
  reporter: CodeReporter,
): Classes {
  const classes = new Map((known ?? []).map(({ id, label }) => [id, label]));
  const met = new Map<string, { readonly first: ClassRow; readonly ids: Set<string>; rows: number }>();
  let refused = 0;
  for (const row of rows) {
    reporter.at(row.record, row.line);
    if (known !== undefined && !classes.has(row.classId)) {
      refused++;
      reporter.report('class-unknown', row.path, shownCode(row.classId));
      continue;
    }
    const label = classes.get(row.classId) ?? {};
    if (differs(label, row.label)) reporter.report('class-label-differs', row.path, shownCode(row.classId));
    classes.set(row.classId, { ...row.label, ...label });
    const code = met.get(row.code) ?? { first: row, ids: new Set<string>(), rows: 0 };
    met.set(row.code, code);
    code.ids.add(row.classId);
    code.rows++;
  }
  const codes: (readonly [string, string])[] = [];
  for (const [code, { first, ids, rows: count }] of met) {
    const [only] = ids;
    if (ids.size === 1 && only !== undefined) {
      codes.push([code, only]);
      continue;
    }
    refused += count;
    reporter.at(first.record, first.line);
    reporter.report('code-in-several-classes', first.path, shownClasses(code, ids));
  }
  return { classes: [...classes].map(([id, label]) => ({ id, label })), codes: Object.fromEntries(codes), refused };
}
