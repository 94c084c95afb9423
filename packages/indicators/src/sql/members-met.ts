import type { DataText } from '@strapetsi/text';
import { joinMembers } from '../aggregate/add.js';
import type { Member } from '../aggregate/aggregate.js';
import type { Classification } from '../definitions/classification.js';
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
import { isWindowDimension } from '../engine/windows.js';
import type { RuleOfRun } from './run.js';

/** What the members of a run's dimensions are called by, beside the definition. */
export interface Names {
  readonly rules: readonly RuleOfRun[];
  readonly classifications: readonly Classification[];
  /** Names of codes, by id. */
  readonly labels: Readonly<Record<string, DataText>>;
}

/**
 * The members of a dimension as an aggregate lists them: those that the cells have, and all windows and checkpoints of the run.
 * Names of codes come from `labels`, the others from where the engine has them.
 */
export function membersMet(
  dimension: DimensionRule,
  ids: ReadonlySet<string>,
  { rules, classifications, labels }: Names,
): readonly Member[] {
  const members = newMembers();
  const { from, id } = dimension;
  const byId = new Map(classifications.map((one) => [one.id, one]));
  for (const member of namedMembers(dimension, byId)) memberNumber(members, member.id, member.label);
  if (isWindowDimension(id)) {
    windowMembers(
      members,
      id,
      rules.flatMap(({ windows }) => windows),
    );
  }
  if (from === 'checkpoints') {
    const steps = rules.flatMap(({ rule }) => rule.steps);
    const checkpoints = steps.flatMap((step) => ('checkpoints' in step ? checkpointList(step.checkpoints) : []));
    for (const one of checkpoints) memberNumber(members, checkpointId(one), checkpointLabel(one));
  }
  for (const member of ids) {
    const [, year, half] = /^(\d+)-H([12])$/.exec(member) ?? [];
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
