import type { Aggregate, Finding, Severity } from '@strapetsi/indicators';
import type { LocalizedText } from '@strapetsi/text';

/** Findings of one kind: how many, and where the first ones are. */
export interface FindingGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Required<LocalizedText>;
  readonly count: number;
  readonly examples: readonly Pick<Finding, 'where' | 'found' | 'expected'>[];
}

/** The gravest first. */
export const severities: readonly Severity[] = ['refused', 'error', 'warning', 'note'];

export interface FindingCollector {
  readonly add: (finding: Finding) => void;
  /** The gravest first, then the most frequent. */
  readonly groups: () => readonly FindingGroup[];
  /** By code, as an aggregate carries them. */
  readonly counts: () => Aggregate['findings'];
}

/** Keeps counts and the first `most` places of each kind: memory does not grow with the number of findings. */
export function collectFindings(most: number): FindingCollector {
  const groups = new Map<string, { first: Finding; count: number; examples: FindingGroup['examples'][number][] }>();
  return {
    add: (finding) => {
      const key = `${finding.code} ${finding.severity}`;
      const group = groups.get(key) ?? { first: finding, count: 0, examples: [] };
      groups.set(key, group);
      group.count += 1;
      if (group.examples.length < most) {
        group.examples.push({ where: finding.where, found: finding.found, expected: finding.expected });
      }
    },
    counts: () =>
      [...groups.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { first, count }]) => ({ code: first.code, severity: first.severity, count })),
    groups: () =>
      [...groups.values()]
        .map(({ first: { code, severity, message }, count, examples }) => ({
          code,
          severity,
          message,
          count,
          examples,
        }))
        .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.count - a.count),
  };
}
