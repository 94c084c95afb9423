import type { DataText } from '@strapetsi/text';
import { TOTAL, type Aggregate, type Member } from '../aggregate/aggregate.js';
import type { Definition, DimensionId, DimensionRule, Rule } from '../definitions/definition.js';
import { checkpointLabel } from '../engine/members.js';
import { WrongDefinitionError } from './errors.js';
import type { IndicatorTable, TableDimension, TableMember } from './indicator-table.js';
import { memberSpan } from './member-span.js';

/** A name that a provider gave in one language stands in the others too. */
function inEveryLanguage(label: DataText, id: string): DimensionRule['label'] {
  const any = label.fi ?? label.sv ?? label.en ?? id;
  return { fi: label.fi ?? any, sv: label.sv ?? any, en: label.en ?? any };
}

export function ruleOf(definition: Definition, id: DimensionId, aggregate: Aggregate): DimensionRule {
  const own = aggregate.own?.[id];
  if (own !== undefined) return { id, label: inEveryLanguage(own, id), from: { dictionary: id } };
  const rule = definition.dimensions.find((dimension) => dimension.id === id);
  if (rule === undefined) throw new WrongDefinitionError('by', `one of the dimensions of ${definition.id}`, id);
  return rule;
}

function scaleOf({ from }: DimensionRule): TableDimension['scale'] {
  if (from === 'windows' || (typeof from === 'object' && 'halfYearOf' in from)) return 'time';
  if (from === 'checkpoints' || 'ageInYearOf' in from || 'number' in from) return 'ordinal';
  return 'nominal';
}

/** Members that the definition itself names, in its order. */
function namedIn(from: Exclude<DimensionRule['from'], string>): readonly Member[] {
  if ('codes' in from) return [...from.members, ...(from.others === undefined ? [] : [from.others])];
  if ('number' in from) return from.members;
  return 'groups' in from ? from.groups : [];
}

/** The definition's own order where it has one; else by id, in which years, half-years and numbered checkpoints stand rightly. */
function inOrder(members: readonly Member[], { from }: DimensionRule): readonly Member[] {
  const named = typeof from === 'object' ? namedIn(from) : [];
  if (named.length === 0) return members;
  const position = new Map(named.map(({ id }, index) => [id, index]));
  return [...members].sort((a, b) => (position.get(a.id) ?? named.length) - (position.get(b.id) ?? named.length));
}

export function tableMember(member: Member): TableMember {
  return { id: member.id, label: member.label, ...memberSpan(member.id) };
}

const together = { fi: 'Yhteensä', sv: 'Totalt', en: 'Total' };

export function tableDimensions(aggregate: Aggregate, definition: Definition): readonly TableDimension[] {
  return aggregate.by.map((id) => {
    const rule = ruleOf(definition, id, aggregate);
    const only = aggregate.only[id];
    const met = (aggregate.members[id] ?? []).filter((member) => only === undefined || only.includes(member.id));
    const total = aggregate.totals?.includes(id) === true ? [{ id: TOTAL, label: together }] : [];
    const members = [...inOrder(met, rule).map(tableMember), ...total];
    return { id, label: rule.label, scale: scaleOf(rule), members };
  });
}

const situation = { fi: 'Tilanne', sv: 'Situation', en: 'Situation' };

export function stateDimension(rule: Rule): TableDimension | undefined {
  if (rule.measure.kind !== 'distribution') return undefined;
  const members = rule.measure.categories.map(({ code, label }) => ({ id: String(code), label }));
  return { id: 'state', label: rule.measure.label ?? situation, scale: 'nominal', members };
}

function checkpointLabelOf(id: string): Member['label'] {
  const months = Number(id);
  return checkpointLabel(Number.isInteger(months) ? months : 'lastMonthEnd');
}

export function onlyOf(
  rule: DimensionRule,
  ids: readonly string[],
  aggregate: Aggregate,
): IndicatorTable['only'][number] {
  const { from } = rule;
  const named = typeof from === 'object' ? namedIn(from) : [];
  const known = named.length > 0 ? named : (aggregate.members[rule.id] ?? []);
  const unmet = (id: string): Member => ({ id, label: from === 'checkpoints' ? checkpointLabelOf(id) : {} });
  const members = ids.map((id) => tableMember(known.find((member) => member.id === id) ?? unmet(id)));
  return { dimension: rule.id, label: rule.label, members };
}
