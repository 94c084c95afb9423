import { langs } from '@strapetsi/text';
import * as z from 'zod/mini';
import { parseDay } from '../../days/calendar.js';
import { foundText, type ShapeProblem } from '../../shape/shape-problem.js';
import { organisationKinds, type CodeEntry, type CodeLabels, type CodeSet } from './code-labels.js';

export type ParsedCodeLabels =
  { readonly ok: true; readonly labels: CodeLabels } | { readonly ok: false; readonly problem: ShapeProblem };

const TYPE = 'strapetsi.code-labels';

const text = z.exactOptional(z.string());
const day = z.exactOptional(z.string().check(z.refine((value) => parseDay(value) !== undefined)));
const fileEntry = z.object({
  fi: text,
  sv: text,
  en: text,
  from: day,
  to: day,
  parent: text,
  kind: z.exactOptional(z.enum(organisationKinds)),
  gone: z.exactOptional(z.literal(true)),
});
type FileEntry = z.infer<typeof fileEntry>;

const expected: Readonly<Record<keyof FileEntry, string>> = {
  fi: 'string',
  sv: 'string',
  en: 'string',
  from: 'a date such as 2024-12-31',
  to: 'a date such as 2024-12-31',
  parent: 'string',
  kind: organisationKinds.map((kind) => `"${kind}"`).join(' or '),
  gone: 'true',
};

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function inFile({ label, ...rest }: CodeEntry): FileEntry {
  const entry: FileEntry = {};
  for (const lang of langs) {
    const name = label[lang];
    if (name !== undefined) entry[lang] = name;
  }
  return { ...entry, ...rest };
}

function lines(entries: readonly (readonly [string, string])[]): string {
  const sorted = [...entries].sort(([a], [b]) => compare(a, b));
  return `{${sorted.map(([key, value]) => `\n${JSON.stringify(key)}:${value}`).join(',')}\n}`;
}

/** The labels as JSON of the format `strapetsi.code-labels`, sorted, with one code on a line: changes show in any comparison of files. */
export function printCodeLabels({ sets }: CodeLabels): string {
  const printed = [...sets].map(([set, codes]) => {
    const entries = [...codes].map(([code, entry]) => [code, JSON.stringify(inFile(entry))] as const);
    return [set, lines(entries)] as const;
  });
  return `{"type":"${TYPE}","schemaVersion":1,"sets":${lines(printed)}}\n`;
}

function fieldsOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value);
}

function fromFile({ fi, sv, en, ...rest }: FileEntry): CodeEntry {
  const label = {
    ...(fi === undefined ? {} : { fi }),
    ...(sv === undefined ? {} : { sv }),
    ...(en === undefined ? {} : { en }),
  };
  return { label, ...rest };
}

function entryProblem(value: unknown, path: string, { issues: [issue] }: z.core.$ZodError): ShapeProblem {
  const field = issue?.path[0];
  if (typeof field !== 'string' || typeof value !== 'object' || value === null) {
    return { path, expected: 'an object with fi, sv, en', found: foundText(value) };
  }
  const wanted = Object.entries(expected).find(([name]) => name === field)?.[1] ?? 'a known field';
  return { path: `${path}.${field}`, expected: wanted, found: foundText(Reflect.get(value, field)) };
}

function setIn(value: unknown, path: string): CodeSet | ShapeProblem {
  const codes = fieldsOf(value);
  if (codes === undefined) return { path, expected: 'an object of codes', found: foundText(value) };
  const entries = new Map<string, CodeEntry>();
  for (const [code, entry] of codes) {
    const read = z.safeParse(fileEntry, entry);
    if (!read.success) return entryProblem(entry, `${path}.${code}`, read.error);
    entries.set(code, fromFile(read.data));
  }
  return entries;
}

/** Reads a file of the format `strapetsi.code-labels`, every shape checked; unknown fields are dropped. Never throws. */
export function parseCodeLabels(json: unknown): ParsedCodeLabels {
  const wrong = (path: string, what: string, found: unknown): ParsedCodeLabels => ({
    ok: false,
    problem: { path, expected: what, found: foundText(found) },
  });
  const file = new Map(fieldsOf(json) ?? []);
  if (file.get('type') !== TYPE) return wrong('type', `"${TYPE}"`, file.get('type'));
  if (file.get('schemaVersion') !== 1) return wrong('schemaVersion', '1', file.get('schemaVersion'));
  const given = fieldsOf(file.get('sets'));
  if (given === undefined) return wrong('sets', 'an object of code sets', file.get('sets'));
  const sets = new Map<string, CodeSet>();
  for (const [set, codes] of given) {
    const read = setIn(codes, `sets.${set}`);
    if ('path' in read) return { ok: false, problem: read };
    sets.set(set, read);
  }
  return { ok: true, labels: { sets } };
}
