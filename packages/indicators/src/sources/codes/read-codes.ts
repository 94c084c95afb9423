import type { DataText } from '@strapetsi/text';
import type { Finding } from '../../findings/finding.js';
import { createReporter, type Shown } from '../../findings/reporter.js';
import { asFields, asList, isPersonal, shapeOf, type Fields } from '../documents/fields.js';
import { ORGANISATIONS, type CodeEntry, type CodeLabels } from './code-labels.js';
import { codeElementOf, type Candidate } from './code-element.js';
import { codeFindings, type CodeFindingCode, type CodeReporter } from './findings.js';
import { parseCodeLabels } from './labels-file.js';
import { organisationOf } from './organisation.js';
import { checkName, type NameFault } from './translations.js';

export interface CodeReadOptions {
  /** The file's name, for findings. */
  readonly file?: string;
  readonly onFinding?: (finding: Finding) => void;
}

export interface CodeReading {
  readonly labels: CodeLabels;
  /** Code sets that the source holds as a whole: a code that it does not have is no longer in the set. */
  readonly whole: ReadonlySet<string>;
  /** Organisations that the source holds with everything that belongs to them. */
  readonly subtrees: ReadonlySet<string>;
  /** Codes and organisations met, each version by itself: `read === taken + refused`. */
  readonly read: number;
  readonly taken: number;
  readonly refused: number;
  /** How many findings of each code. */
  readonly findings: Readonly<Partial<Record<CodeFindingCode, number>>>;
}

const faults: Readonly<Record<NameFault, CodeFindingCode>> = {
  placeholder: 'name-placeholder',
  copy: 'name-copied',
  sentence: 'name-sentence',
};

const LONGEST_SHOWN = 120;

function shownText(text: string): Shown {
  return text.length > LONGEST_SHOWN || isPersonal(text) ? shapeOf(text) : text;
}

/** "opintojenrahoitus 16, sv: Lukuvuosimaksu" */
function shownName(set: string, code: string, lang: string, text: string): Shown {
  const shown = shownText(text);
  const before = `${set} ${code}, ${lang}: `;
  if (typeof shown === 'string') return before + shown;
  const { notation, fi, sv, en } = shown;
  return { notation: before + notation, fi: before + fi, sv: before + sv, en: before + en };
}

interface Tally {
  read: number;
  refused: number;
}

/** The newest versions of each code, in the order in which the codes were met first. */
type Newest = Map<string, Map<string, Candidate[]>>;

function addCandidate(newest: Newest, candidate: Candidate): void {
  const codes = newest.get(candidate.set) ?? new Map<string, Candidate[]>();
  newest.set(candidate.set, codes);
  const known = codes.get(candidate.code);
  const version = known?.[0]?.version;
  if (version === candidate.version) known?.push(candidate);
  else if (version === undefined || version < candidate.version) codes.set(candidate.code, [candidate]);
}

function sameText(a: DataText, b: DataText): boolean {
  return a.fi === b.fi && a.sv === b.sv && a.en === b.en;
}

/** The entry of a code: the first that has a name; those of the same version that say something else are refused. */
function entryOf(candidates: readonly Candidate[], tally: Tally, reporter: CodeReporter): CodeEntry | undefined {
  let entry: CodeEntry | undefined;
  for (const { set, code, path, record, names, kind, rest, validity } of candidates) {
    reporter.at(record, undefined);
    const { label, leftOut } = checkName(names, kind);
    if (entry !== undefined) {
      if (sameText(entry.label, label)) continue;
      tally.refused++;
      reporter.report('code-met-again', path, `${set} ${code}`);
      continue;
    }
    for (const { lang, fault, text } of leftOut) reporter.report(faults[fault], path, shownName(set, code, lang, text));
    if (validity !== undefined) reporter.report('validity-unreadable', path, validity);
    if (Object.keys(label).length === 0) {
      tally.refused++;
      reporter.report('code-without-name', path, `${set} ${code}`);
    } else entry = { label, ...rest };
  }
  return entry;
}

/** The records of a reply: one, a list, or what an organisation search gives. */
function recordsOf(json: unknown): { readonly list: readonly unknown[]; readonly path: string } {
  const found = asFields(json)?.['organisaatiot'];
  if (Array.isArray(found)) return { list: found, path: 'organisaatiot' };
  return Array.isArray(json) ? { list: json, path: '' } : { list: [json], path: '' };
}

interface Gathered {
  readonly newest: Newest;
  readonly subtrees: Set<string>;
  readonly tally: Tally;
}

function gather(value: unknown, path: string, parent: string | undefined, into: Gathered, reporter: CodeReporter) {
  into.tally.read++;
  const record = into.tally.read;
  const fields = asFields(value);
  const candidate = fields === undefined ? undefined : candidateOf(fields, path, record, parent);
  if (fields === undefined || candidate === undefined) {
    into.tally.refused++;
    reporter.at(record, undefined);
    reporter.report('not-a-code', path, shapeOf(value));
    return;
  }
  addCandidate(into.newest, candidate);
  if (candidate.set !== ORGANISATIONS) return;
  const children = asList(fields['children']) ?? [];
  if (children.length > 0) into.subtrees.add(candidate.code);
  children.forEach((child, at) => gather(child, `${path}.children[${at}]`, candidate.code, into, reporter));
}

function candidateOf(fields: Fields, path: string, record: number, parent: string | undefined): Candidate | undefined {
  return codeElementOf(fields, path, record) ?? organisationOf(fields, path, record, parent);
}

/** An own file brings no new knowledge of what is gone: it is laid over what there is. */
function readOwnFile(json: unknown, reporter: CodeReporter): Omit<CodeReading, 'findings'> {
  const parsed = parseCodeLabels(json);
  const nothing = { whole: new Set<string>(), subtrees: new Set<string>() };
  if (!parsed.ok) {
    const { path, expected, found } = parsed.problem;
    reporter.report('not-codes', path, `${found} ≠ ${expected}`);
    return { labels: { sets: new Map() }, ...nothing, read: 1, taken: 0, refused: 1 };
  }
  const read = [...parsed.labels.sets.values()].reduce((sum, codes) => sum + codes.size, 0);
  return { labels: parsed.labels, ...nothing, read, taken: read, refused: 0 };
}

function readRegister(json: unknown, reporter: CodeReporter): Omit<CodeReading, 'findings'> {
  const into: Gathered = { newest: new Map(), subtrees: new Set(), tally: { read: 0, refused: 0 } };
  const { list, path } = recordsOf(json);
  list.forEach((value, at) =>
    gather(value, Array.isArray(json) || path !== '' ? `${path}[${at}]` : '', undefined, into, reporter),
  );
  const sets = new Map<string, ReadonlyMap<string, CodeEntry>>();
  const whole = new Set<string>();
  for (const [set, codes] of into.newest) {
    const entries = new Map<string, CodeEntry>();
    for (const [code, candidates] of codes) {
      const entry = entryOf(candidates, into.tally, reporter);
      if (entry !== undefined) entries.set(code, entry);
    }
    if (entries.size > 0) sets.set(set, entries);
    // The service is asked for a whole set or for one code; for organisations one may ask for any number.
    if (set !== ORGANISATIONS && codes.size > 1) whole.add(set);
  }
  const { read, refused } = into.tally;
  if (list.length === 0) reporter.report('not-codes', path, shapeOf(json));
  return { labels: { sets }, whole, subtrees: into.subtrees, read, taken: read - refused, refused };
}

/**
 * Reads the names of codes from JSON of the national registers: code elements of koodisto (one, or a list; of several versions of a
 * code the newest counts), organisations (one, a list, a search result; with what belongs to them), or a file of the format
 * `strapetsi.code-labels`. What is not a name in its language is left out with a finding. Never throws.
 */
export function readCodes(json: unknown, options: CodeReadOptions = {}): CodeReading {
  const reporter = createReporter<CodeFindingCode>(codeFindings, options.file, options.onFinding);
  const own = asFields(json)?.['type'] === 'strapetsi.code-labels';
  const reading = own ? readOwnFile(json, reporter) : readRegister(json, reporter);
  return { ...reading, findings: Object.fromEntries(reporter.counts) };
}
