import { langs, type DataText, type Lang } from '@strapetsi/text';
import { ORGANISATIONS, type CodeEntry, type CodeLabels, type CodeSet } from './code-labels.js';
import type { CodeReading } from './read-codes.js';

export interface CodeChange {
  readonly set: string;
  readonly code: string;
  readonly label: DataText;
}

export interface NameChange {
  readonly set: string;
  readonly code: string;
  readonly lang: Lang;
  readonly text: string;
}

/** What an update brought. */
export interface LabelChanges {
  /** Codes that were not there, or were gone and are back. */
  readonly added: readonly CodeChange[];
  /** Codes that their set no longer has. Their names stay, for records of earlier years. */
  readonly gone: readonly CodeChange[];
  readonly renamed: readonly (NameChange & { readonly before: string })[];
  /** Names in a language in which there was none. */
  readonly translated: readonly NameChange[];
  /** Names that no longer fit, because the code was renamed in another language only. */
  readonly outdated: readonly NameChange[];
}

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : never };

export type NewCodes = Pick<CodeReading, 'labels' | 'whole' | 'subtrees'>;

function renamedIn(before: DataText, after: DataText, lang: Lang): boolean {
  return before[lang] !== undefined && after[lang] !== undefined && before[lang] !== after[lang];
}

/** A name that the new entry lacks stays, unless the code is called something else in another language now. */
function joinedLabel(before: DataText, after: DataText): DataText {
  if (langs.some((lang) => renamedIn(before, after, lang))) return after;
  return { ...before, ...after };
}

function joinedEntry(before: CodeEntry, after: CodeEntry): CodeEntry {
  const { gone: _, from, to, ...rest } = before;
  const known = after.from !== undefined || after.to !== undefined;
  return {
    ...rest,
    ...(known || from === undefined ? {} : { from }),
    ...(known || to === undefined ? {} : { to }),
    ...after,
    label: joinedLabel(before.label, after.label),
  };
}

function noteNames(
  at: Pick<CodeChange, 'set' | 'code'>,
  before: DataText,
  after: DataText,
  changes: Growing<LabelChanges>,
) {
  for (const lang of langs) {
    const [old, text] = [before[lang], after[lang]];
    if (old === text) continue;
    if (text === undefined) changes.outdated.push({ ...at, lang, text: old ?? '' });
    else if (old === undefined) changes.translated.push({ ...at, lang, text });
    else changes.renamed.push({ ...at, lang, text, before: old });
  }
}

function belongsTo(subtrees: ReadonlySet<string>, entry: CodeEntry, organisations: CodeSet): boolean {
  const seen = new Set<string>();
  for (let at = entry.parent; at !== undefined && !seen.has(at); at = organisations.get(at)?.parent) {
    if (subtrees.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/** All that several sources say, a later one over an earlier one. */
function joinedReadings(readings: readonly NewCodes[]): NewCodes {
  const sets = new Map<string, Map<string, CodeEntry>>();
  for (const { labels } of readings) {
    for (const [set, codes] of labels.sets) {
      const into = sets.get(set) ?? new Map<string, CodeEntry>();
      sets.set(set, into);
      for (const [code, entry] of codes) {
        const before = into.get(code);
        into.set(code, before === undefined ? entry : joinedEntry(before, entry));
      }
    }
  }
  return {
    labels: { sets },
    whole: new Set(readings.flatMap(({ whole }) => [...whole])),
    subtrees: new Set(readings.flatMap(({ subtrees }) => [...subtrees])),
  };
}

/**
 * The labels with what new files say laid over them, and what that changed. Nothing is lost: a code that its set no longer has is
 * marked as gone, and a name that a file lacks stays where the code has not been renamed.
 * @param readings what `readCodes` gave; files of one set are looked at together before a code counts as gone
 */
export function updateLabels(
  base: CodeLabels,
  readings: readonly NewCodes[],
): { readonly labels: CodeLabels; readonly changes: LabelChanges } {
  const { labels: news, whole, subtrees } = joinedReadings(readings);
  const changes: Growing<LabelChanges> = { added: [], gone: [], renamed: [], translated: [], outdated: [] };
  const sets = new Map([...base.sets].map(([set, codes]) => [set, new Map(codes)]));
  for (const [set, codes] of news.sets) {
    const into = sets.get(set) ?? new Map<string, CodeEntry>();
    sets.set(set, into);
    for (const [code, entry] of codes) {
      const before = into.get(code);
      const joined = before === undefined ? entry : joinedEntry(before, entry);
      into.set(code, joined);
      const isThere = before !== undefined && before.gone !== true;
      if (!isThere && entry.gone !== true) changes.added.push({ set, code, label: joined.label });
      if (before !== undefined) noteNames({ set, code }, before.label, joined.label, changes);
    }
  }
  for (const [set, codes] of sets) {
    const fresh = news.sets.get(set);
    for (const [code, entry] of codes) {
      if (entry.gone === true || fresh?.has(code) === true) continue;
      const missed = whole.has(set) || (set === ORGANISATIONS && belongsTo(subtrees, entry, codes));
      if (!missed) continue;
      codes.set(code, { ...entry, gone: true });
      changes.gone.push({ set, code, label: entry.label });
    }
  }
  return { labels: { sets }, changes };
}
