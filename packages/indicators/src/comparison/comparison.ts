import type { LocalizedText } from '@strapetsi/text';
import type { IsoDate } from '../days/day.js';
import type { Explanation } from './explain-difference.js';

type Text = Required<LocalizedText>;

/** A study right by its number, with both figures in the comparison's unit. */
export interface ComparedRight {
  readonly right: string;
  readonly ours: number;
  readonly theirs: number;
}

/** How many rights, and both sums. */
export interface ComparedSum {
  readonly rights: number;
  readonly ours: number;
  readonly theirs: number;
}

/** Rights whose difference the same changes explain. */
export interface ExplainedGroup extends ComparedSum {
  /** Names of the changes: made to our rule, they give the other figure. */
  readonly changes: readonly string[];
  /** One sentence for each change. */
  readonly texts: readonly Text[];
  readonly examples: readonly ComparedRight[];
}

/** Two numbers that stand behind the figures, such as days of presence. */
export interface ComparedPart {
  readonly id: string;
  readonly label: Text;
  readonly ours: number;
  readonly theirs: number;
}

/** A right whose difference no rule explains, with the numbers behind the figures that differ. */
export interface UnexplainedRight extends ComparedRight {
  readonly parts: readonly ComparedPart[];
  /** Codes of what our reading found in the right. */
  readonly findings: readonly string[];
}

export interface UnexplainedGroup extends ComparedSum {
  /** How many of the rights differ in each part; a right may differ in several, or in none. */
  readonly differing: readonly { readonly id: string; readonly label: Text; readonly rights: number }[];
  /** In how many of the rights our reading found what, by code. */
  readonly findings: readonly { readonly code: string; readonly rights: number }[];
  readonly examples: readonly UnexplainedRight[];
}

/** Rights that only one side has, by the likely reason. */
export interface UnmatchedGroup {
  readonly reason: string;
  readonly text: Text;
  /** Codes of findings for which our reading refused the rights. */
  readonly findings?: readonly string[];
  /** Whether the reason is known; where it is not, somebody should look. */
  readonly known: boolean;
  readonly rights: number;
  readonly sum: number;
  readonly examples: readonly string[];
}

/**
 * Our figures beside those of somebody else, right by right. All sums are whole numbers in the unit of `perUnit`, and they add
 * up: theirs − ours = (theirs − ours) of what agrees within rounding, is explained and is not + only theirs − only ours.
 */
export interface Comparison {
  readonly figure: 'student-days' | 'credits';
  /** By which of our rules, and of their columns. */
  readonly rule: string;
  readonly label: Text;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  /** Divides a sum into days or competence points. */
  readonly perUnit: number;
  readonly ours: { readonly rights: number; readonly sum: number };
  readonly theirs: { readonly rights: number; readonly sum: number };
  readonly agree: ComparedSum;
  /** The most rights first. */
  readonly explained: readonly ExplainedGroup[];
  readonly notExplained: UnexplainedGroup;
  readonly onlyOurs: readonly UnmatchedGroup[];
  readonly onlyTheirs: readonly UnmatchedGroup[];
}

/** Whether something is left for a person to look at. */
export function isExplained({ notExplained, onlyOurs, onlyTheirs }: Comparison): boolean {
  return notExplained.rights === 0 && [...onlyOurs, ...onlyTheirs].every(({ known }) => known);
}

/** Why a right is on one side only. */
export interface Reason {
  readonly reason: string;
  readonly text: Text;
  readonly findings?: readonly string[];
  readonly known: boolean;
}

interface Pending extends ComparedRight {
  readonly by: readonly (readonly string[])[];
}

const NAMES_OF_CHANGES = ' + ';
const nothing = (): { rights: number; ours: number; theirs: number } => ({ rights: 0, ours: 0, theirs: 0 });

/** Takes down rights one by one, and groups them in the end. */
export interface Tally {
  readonly add: (right: ComparedRight, explanation: Explanation, parts: () => readonly ComparedPart[]) => void;
  readonly onlyOurs: (right: string, figure: number, reason: Reason) => void;
  readonly onlyTheirs: (right: string, figure: number, reason: Reason) => void;
  /** Rights that no change explains, so far. */
  readonly unexplained: () => readonly string[];
  /** @param findingsOf codes of what our reading found in a right */
  readonly finish: (
    findingsOf?: (right: string) => readonly string[],
  ) => Omit<Comparison, 'figure' | 'rule' | 'label' | 'period' | 'perUnit'>;
}

/**
 * @param examples how many rights of each group to name
 * @param textOf what a change means
 */
export function createTally(examples: number, textOf: (change: string) => Text): Tally {
  const agree = nothing();
  const unexplained = nothing();
  const unexplainedRights: string[] = [];
  const unexplainedExamples: Omit<UnexplainedRight, 'findings'>[] = [];
  const differing = new Map<string, { id: string; label: Text; rights: number }>();
  const pending: Pending[] = [];
  const ours = createUnmatched(examples);
  const theirs = createUnmatched(examples);

  function addTo(sum: { rights: number; ours: number; theirs: number }, right: ComparedRight): void {
    sum.rights++;
    sum.ours += right.ours;
    sum.theirs += right.theirs;
  }

  function addUnexplained(right: ComparedRight, parts: readonly ComparedPart[]): void {
    addTo(unexplained, right);
    unexplainedRights.push(right.right);
    if (unexplainedExamples.length < examples) unexplainedExamples.push({ ...right, parts });
    for (const part of parts) {
      const entry = differing.get(part.id) ?? { id: part.id, label: part.label, rights: 0 };
      differing.set(part.id, entry);
      entry.rights++;
    }
  }

  return {
    add(right, explanation, parts) {
      switch (explanation.kind) {
        case 'agrees':
          addTo(agree, right);
          return;
        case 'explained':
          pending.push({ ...right, by: explanation.by });
          return;
        case 'notExplained':
          addUnexplained(right, parts());
      }
    },
    onlyOurs: ours.add,
    onlyTheirs: theirs.add,
    unexplained: () => unexplainedRights,
    finish(findingsOf = () => []) {
      const explained = explainedGroups(pending, examples, textOf);
      const [both, mine, other] = [[agree, ...explained, unexplained], ours.groups(), theirs.groups()];
      const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
      return {
        ours: {
          rights: total([...both, ...mine].map(({ rights }) => rights)),
          sum: total([...both.map((group) => group.ours), ...mine.map(({ sum }) => sum)]),
        },
        theirs: {
          rights: total([...both, ...other].map(({ rights }) => rights)),
          sum: total([...both.map((group) => group.theirs), ...other.map(({ sum }) => sum)]),
        },
        agree,
        explained,
        notExplained: {
          ...unexplained,
          differing: [...differing.values()].sort((a, b) => b.rights - a.rights),
          findings: countCodes(unexplainedRights.map(findingsOf)),
          examples: unexplainedExamples.map((example) => ({ ...example, findings: findingsOf(example.right) })),
        },
        onlyOurs: mine,
        onlyTheirs: other,
      };
    },
  };
}

function countCodes(codesOfRights: readonly (readonly string[])[]): UnexplainedGroup['findings'] {
  const counts = new Map<string, number>();
  for (const code of codesOfRights.flatMap((codes) => [...new Set(codes)]))
    counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, rights]) => ({ code, rights })).sort((a, b) => b.rights - a.rights);
}

/**
 * Of several changes that explain a right equally well, the one that explains the most rights is named: one cause for many is
 * likelier than many causes.
 */
function explainedGroups(
  pending: readonly Pending[],
  examples: number,
  textOf: (change: string) => Text,
): readonly ExplainedGroup[] {
  const votes = new Map<string, number>();
  const keyOf = (changes: readonly string[]): string => changes.join(NAMES_OF_CHANGES);
  for (const { by } of pending) {
    for (const changes of by) votes.set(keyOf(changes), (votes.get(keyOf(changes)) ?? 0) + 1);
  }
  const groups = new Map<
    string,
    { changes: readonly string[]; sum: ReturnType<typeof nothing>; named: ComparedRight[] }
  >();
  for (const { right, ours, theirs, by } of pending) {
    const votesOf = (changes: readonly string[]): number => votes.get(keyOf(changes)) ?? 0;
    const changes = by.reduce((best, one) => (votesOf(one) > votesOf(best) ? one : best));
    const group = groups.get(keyOf(changes)) ?? { changes, sum: nothing(), named: [] };
    groups.set(keyOf(changes), group);
    group.sum.rights++;
    group.sum.ours += ours;
    group.sum.theirs += theirs;
    if (group.named.length < examples) group.named.push({ right, ours, theirs });
  }
  return [...groups.values()]
    .map(({ changes, sum, named }) => ({ changes, texts: changes.map(textOf), ...sum, examples: named }))
    .sort((a, b) => b.rights - a.rights);
}

function createUnmatched(examples: number) {
  const groups = new Map<string, { reason: Reason; rights: number; sum: number; named: string[] }>();
  return {
    add(right: string, figure: number, reason: Reason): void {
      const key = [reason.reason, ...(reason.findings ?? [])].join(' ');
      const group = groups.get(key) ?? { reason, rights: 0, sum: 0, named: [] };
      groups.set(key, group);
      group.rights++;
      group.sum += figure;
      if (group.named.length < examples) group.named.push(right);
    },
    groups: (): readonly UnmatchedGroup[] =>
      [...groups.values()]
        .map(({ reason, rights, sum, named }) => ({ ...reason, rights, sum, examples: named }))
        .sort((a, b) => b.rights - a.rights),
  };
}
