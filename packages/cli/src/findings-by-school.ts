import { fixes, fixOf } from '@strapetsi/indicators';
import type { Finding, FindingSource, Fix, Severity } from '@strapetsi/indicators';
import type { DataText } from '@strapetsi/text';
import { collectFindings, severities, type FindingCollector, type FindingGroup } from './findings-by-code.js';

/** Findings that are put right in the same way. */
export interface FixGroup extends Pick<Fix, 'id' | 'label' | 'toDo'> {
  /** The gravest of its findings. */
  readonly severity: Severity;
  /** Different records; 0 where only files as a whole are meant. */
  readonly records: number;
  readonly findings: readonly FindingGroup[];
}

export interface SchoolFindings {
  /** Missing where a finding belongs to no school, or to several: the provider's. */
  readonly school?: { readonly id: string; readonly label: DataText };
  /** Different records with a finding. */
  readonly records: number;
  readonly fixes: readonly FixGroup[];
}

export interface SchoolFindingCollector {
  readonly add: (source: FindingSource, finding: Finding) => void;
  /** Those with the most records first, the provider's last. */
  readonly schools: (labels: ReadonlyMap<string, DataText>) => readonly SchoolFindings[];
}

type Records = Map<string, Set<number>>;

interface KeptSchool {
  readonly records: Records;
  readonly fixes: Map<Fix, { readonly records: Records; readonly findings: FindingCollector }>;
}

function addRecord(records: Records, { file = '', record }: Finding['where']): void {
  if (record === undefined) return;
  const ofFile = records.get(file) ?? new Set();
  records.set(file, ofFile.add(record));
}

const sizeOf = (records: Records): number => [...records.values()].reduce((sum, { size }) => sum + size, 0);

const gravest = (groups: readonly FindingGroup[]): Severity =>
  severities.find((severity) => groups.some((group) => group.severity === severity)) ?? 'note';

/** Keeps the first `most` places of each kind in each school, and of the others the numbers of their records. */
export function collectBySchool(most: number): SchoolFindingCollector {
  const schools = new Map<string | undefined, KeptSchool>();

  function fixGroups({ fixes: kept }: KeptSchool): readonly FixGroup[] {
    return [...kept]
      .map(([fix, { records, findings }]): FixGroup & { readonly order: number } => {
        const groups = findings.groups();
        const { id, label, toDo } = fix;
        const severity = gravest(groups);
        return { id, label, toDo, severity, records: sizeOf(records), findings: groups, order: fixes.indexOf(fix) };
      })
      .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.order - b.order)
      .map(({ order: _, ...group }) => group);
  }

  return {
    add(source, finding) {
      const fix = fixOf(source, finding.code);
      if (fix === undefined) throw new TypeError(`No fix for ${source}: ${finding.code}`);
      const { school } = finding.where;
      const kept = schools.get(school) ?? { records: new Map(), fixes: new Map() };
      schools.set(school, kept);
      const ofFix = kept.fixes.get(fix) ?? { records: new Map(), findings: collectFindings(most) };
      kept.fixes.set(fix, ofFix);
      addRecord(kept.records, finding.where);
      addRecord(ofFix.records, finding.where);
      ofFix.findings.add(finding);
    },
    schools: (labels) =>
      [...schools]
        .map(([id, kept]) => ({
          ...(id === undefined ? {} : { school: { id, label: labels.get(id) ?? {} } }),
          records: sizeOf(kept.records),
          fixes: fixGroups(kept),
        }))
        .sort(
          (a, b) =>
            Number(a.school === undefined) - Number(b.school === undefined) ||
            b.records - a.records ||
            ((a.school?.id ?? '') < (b.school?.id ?? '') ? -1 : 1),
        ),
  };
}
