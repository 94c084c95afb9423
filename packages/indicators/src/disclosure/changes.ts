import { smallSpan } from './knowledge.js';
import { familyOf, kinOf, quantityName, type Drafts } from './drafts.js';
import { nameOfSlice, type Slice } from './slices.js';
import type { TableStatements } from './statement.js';

/**
 * What has changed between two days for the same group. Where fewer have come or gone than the policy's minimum, an outsider must not be sure
 * that it was so few and not nobody.
 */
export function changesOf(drafts: Drafts, tables: readonly TableStatements[]): void {
  const byKin = new Map<string, TableStatements[]>();
  for (const table of tables) {
    const kin = kinOf(table.aggregate);
    byKin.set(kin, [...(byKin.get(kin) ?? []), table]);
  }
  for (const ofKin of byKin.values()) {
    const families = [...new Set(ofKin.map(familyOf))];
    families.forEach((later, at) => {
      const isNew = ofKin.some((table) => familyOf(table) === later && table.saidCounts === undefined);
      if (isNew) for (const earlier of families.slice(0, at)) addChanges(drafts, ofKin, earlier, later);
    });
  }
}

function addChanges(drafts: Drafts, tables: readonly TableStatements[], earlier: string, later: string): void {
  const seen = new Set<string>();
  for (const table of tables) {
    if (familyOf(table) !== later) continue;
    for (const { statements } of table.keys) {
      for (const { slice, parts } of statements ?? []) {
        const counts = [parts.whole, parts.part, parts.rows];
        for (const count of counts) {
          if (count === undefined || (count === parts.part && !table.policy.protects.includes('x'))) continue;
          addChange(drafts, slice, count.name, earlier, later, table, seen);
        }
      }
    }
  }
}

function addChange(
  drafts: Drafts,
  slice: Slice,
  name: string,
  earlier: string,
  later: string,
  { policy }: TableStatements,
  seen: Set<string>,
): void {
  const label = `${nameOfSlice(slice)} ${name}`;
  if (seen.has(label)) return;
  seen.add(label);
  const before = drafts.numberOf(quantityName(earlier, slice, name));
  const after = drafts.numberOf(quantityName(later, slice, name));
  if (before === undefined || after === undefined) return;
  const value = drafts.valueOf(after) - drafts.valueOf(before);
  const { to } = smallSpan(policy);
  if (value === 0 || Math.abs(value) > to) return;
  const change = drafts.add(quantityName(later, slice, `${name} since ${earlier}`), {
    value,
    isWhole: true,
    known: { from: -Infinity, to: Infinity },
    weight: 0,
    guarded: { reach: value > 0 ? { from: 1, to } : { from: -to, to: -1 }, enough: 0 },
  });
  drafts.equal([
    [after, 1],
    [before, -1],
    [change, -1],
  ]);
}
