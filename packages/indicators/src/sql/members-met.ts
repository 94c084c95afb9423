import type { DataText } from '@strapetsi/text';
import { joinMembers } from '../aggregate/add.js';
import type { Member } from '../aggregate/aggregate.js';
import type { DimensionRule } from '../definitions/definition.js';
import { checkpointList } from '../engine/checkpoints.js';
import {
  checkpointId,
  checkpointLabel,
  halfYearMember,
  memberNumber,
  namedMembers,
  newMembers,
  windowMembers,
} from '../engine/members.js';
import type { RuleOfRun } from './run.js';

/**
 * The members of a dimension as an aggregate lists them: those that the cells have, and all windows and checkpoints of the run.
 * Names of codes come from `labels`, the others from where the engine has them.
 */
export function membersMet(
  dimension: DimensionRule,
  ids: ReadonlySet<string>,
  rules: readonly RuleOfRun[],
  labels: Readonly<Record<string, DataText>>,
): readonly Member[] {
  const members = newMembers();
  const { from, id } = dimension;
  for (const member of namedMembers(dimension)) memberNumber(members, member.id, member.label);
  if (id === 'year' || id === 'month')
    windowMembers(
      members,
      id,
      rules.flatMap(({ windows }) => windows),
    );
  if (from === 'checkpoints') {
    const steps = rules.flatMap(({ rule }) => rule.steps);
    const checkpoints = steps.flatMap((step) => ('checkpoints' in step ? checkpointList(step.checkpoints) : []));
    for (const one of checkpoints) memberNumber(members, checkpointId(one), checkpointLabel(one));
  }
  for (const member of ids) {
    const [, year, half] = /^(\d{4})-H([12])$/.exec(member) ?? [];
    if (year !== undefined && typeof from === 'object' && 'halfYearOf' in from) {
      halfYearMember(members, Number(year) * 2 + (half === '2' ? 1 : 0));
    } else {
      memberNumber(members, member, labels[member] ?? {});
    }
  }
  const always = from === 'windows' || from === 'checkpoints';
  const met = members.list.filter((member, number) => ids.has(member.id) || (always && number > 0));
  return joinMembers([], met);
}
