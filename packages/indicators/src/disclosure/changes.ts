import type { Drafts } from './drafts.js';
import { smallSpan } from './knowledge.js';
import { statementsOf, type Names } from './names.js';
import type { TableStatements } from './statement.js';

/**
 * What has changed between two days for the same group. Where fewer have come or gone than the policy's minimum, an outsider must not be sure
 * that it was so few and not nobody.
 */
export function changesOf(drafts: Drafts, names: Names, tables: readonly TableStatements[]): void {
  const isNew = (table: TableStatements): boolean => table.saidCounts === undefined;
  const before = new Map<string, Set<number>>();
  for (const table of tables) {
    for (const [plain, said] of countsOf(table, names)) {
      const at = drafts.numberOf(said);
      if (at === undefined) continue;
      const others = before.get(plain);
      if (isNew(table)) {
        for (const other of others ?? []) if (other !== at) addChange(drafts, other, at, table);
      }
      if (others === undefined) before.set(plain, new Set([at]));
      else others.add(at);
    }
  }
}

/** The names of a table's counts, plain and as it says them. */
function countsOf(table: TableStatements, names: Names): readonly (readonly [plain: string, said: string])[] {
  return statementsOf(table).flatMap(({ slice, parts }) => {
    const guarded = [parts.whole, parts.rows, table.policy.protects.includes('x') ? parts.part : undefined];
    return guarded.flatMap((count) =>
      count === undefined
        ? []
        : [
            [
              names.plain(slice, names.countedIn(table, count.name)),
              names.said(table, slice, count.name, count.count),
            ] as const,
          ],
    );
  });
}

function addChange(drafts: Drafts, before: number, after: number, { policy }: TableStatements): void {
  const value = drafts.valueOf(after) - drafts.valueOf(before);
  const { to } = smallSpan(policy);
  const name = `change of ${String(after)} since ${String(before)}`;
  if (value === 0 || Math.abs(value) > to || drafts.numberOf(name) !== undefined) return;
  const change = drafts.add(name, {
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
