import type { DataText } from '@strapetsi/text';
import { TOTAL, type Aggregate, type AggregateCell, type Member } from '../aggregate/aggregate.js';
import { addMonths, dayFromIso, isoFromDay } from '../days/calendar.js';
import type { IsoDate } from '../days/day.js';
import { exclusionsOf } from '../definitions/exclusions.js';
import { hashOf } from '../definitions/hash.js';
import { isAbove } from '../definitions/hierarchies.js';
import type { Definition, DimensionId, DimensionRule, Figure, Measure, Rule } from '../definitions/definition.js';
import { checkpointLabel } from '../engine/members.js';
import { onlyEntries } from '../engine/options.js';
import { NoSuchFigureError, WrongDefinitionError } from './errors.js';
import type { Cell, IndicatorTable, TableDimension, TableMember } from './indicator-table.js';
import { memberSpan } from './member-span.js';
import type { Policy } from './policy.js';
import { publishCount } from './publish-cell.js';
import { categoriesOf, publishFigure, type CellPlace, type ExactCell } from './publish-figure.js';
import { protectTotals, type PublishedKey } from './totals.js';

export interface PublishOptions {
  /** The definition the aggregate was calculated with; its hash is compared. */
  readonly definition: Definition;
  readonly policy: Policy;
  /** Id of a figure of the definition; its first one where absent. */
  readonly figure?: string;
}

function chosenFigure(definition: Definition, id: string | undefined): Figure {
  const figure = id === undefined ? definition.figures[0] : definition.figures.find((known) => known.id === id);
  if (figure !== undefined) return figure;
  throw new NoSuchFigureError(
    definition.figures.map((known) => known.id),
    id ?? 'nothing',
  );
}

/** A name that a provider gave in one language stands in the others too. */
function inEveryLanguage(label: DataText, id: string): DimensionRule['label'] {
  const any = label.fi ?? label.sv ?? label.en ?? id;
  return { fi: label.fi ?? any, sv: label.sv ?? any, en: label.en ?? any };
}

function ruleOf(definition: Definition, id: DimensionId, aggregate: Aggregate): DimensionRule {
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

function tableMember(member: Member): TableMember {
  return { id: member.id, label: member.label, ...memberSpan(member.id) };
}

const impossible: Cell = { status: 'notApplicable' };

const together = { fi: 'Yhteensä', sv: 'Totalt', en: 'Total' };

function tableDimensions(aggregate: Aggregate, definition: Definition): readonly TableDimension[] {
  return aggregate.by.map((id) => {
    const rule = ruleOf(definition, id, aggregate);
    const only = aggregate.only[id];
    const met = (aggregate.members[id] ?? []).filter((member) => only === undefined || only.includes(member.id));
    const total = aggregate.totals?.includes(id) === true ? [{ id: TOTAL, label: together }] : [];
    const members = [...inOrder(met, rule).map(tableMember), ...total];
    return { id, label: rule.label, scale: scaleOf(rule), members };
  });
}

/** Every combination of members, row-major: the last dimension runs fastest. */
function keysOf(dimensions: readonly TableDimension[]): readonly (readonly string[])[] {
  return dimensions.reduce<readonly (readonly string[])[]>(
    (keys, { members }) => keys.flatMap((key) => members.map(({ id }) => [...key, id])),
    [[]],
  );
}

/** The cells of one key: one, or one for each category of a distribution. */
function publishKey(
  cell: AggregateCell | undefined,
  figure: Figure,
  measure: Measure,
  policy: Policy,
  place: CellPlace,
): readonly Cell[] {
  if (cell !== undefined && 'matures' in cell)
    return everywhere({ status: 'immature', matures: cell.matures }, figure, measure);
  return publishFigure(exactOf(cell), figure, measure, policy, place);
}

function everywhere(cell: Cell, figure: Figure, measure: Measure): readonly Cell[] {
  return figure.kind === 'distribution' ? categoriesOf(measure).map(() => cell) : [cell];
}

function exactOf(cell: AggregateCell | undefined): ExactCell {
  return cell === undefined || 'matures' in cell ? { n: 0, amounts: [] } : cell;
}

/**
 * Whether a combination of members can occur: a school is not met with another provider than its own, nor a month in another year.
 * Members that nothing is above or below can stand with any.
 */
function isPossible({ by, cells }: Aggregate): (key: readonly string[]) => boolean {
  const nested = by.flatMap((upper, above) =>
    by.flatMap((lower, below) => (isAbove(upper, lower) ? [{ above, below }] : [])),
  );
  const pair = (key: readonly string[], { above, below }: (typeof nested)[number]): string =>
    JSON.stringify([above, key[above], below, key[below]]);
  const met = new Set(cells.flatMap(({ key }) => nested.map((places) => pair(key, places))));
  return (key) =>
    nested.every((places) => {
      const [upper = '', lower = ''] = [key[places.above], key[places.below]];
      return upper === TOTAL || lower === TOTAL || met.has(pair(key, places)) || isWithin(lower, upper);
    });
}

/** Of years, half-years and months, where one without records is still one. */
function isWithin(lower: string, upper: string): boolean {
  const [inner, outer] = [memberSpan(lower), memberSpan(upper)];
  if (inner.from === undefined || outer.from === undefined) return false;
  return inner.from >= outer.from && (inner.to ?? '') <= (outer.to ?? '');
}

/**
 * Where a cell stands in time: the last day of the period that its windows and cohorts leave, and how many days of it there have
 * been on the day of the data.
 */
function placeOf(key: readonly string[], dimensions: readonly TableDimension[], aggregate: Aggregate): CellPlace {
  let { from, to } = aggregate.period;
  key.forEach((id, at) => {
    const dimension = dimensions[at];
    if (dimension?.scale !== 'time') return;
    const span = memberSpan(id);
    if (span.from !== undefined && span.from > from) from = span.from;
    if (span.to !== undefined && span.to < to) to = span.to;
  });
  return {
    days: Math.max(0, dayFromIso(to < aggregate.asOf ? to : aggregate.asOf) - dayFromIso(from) + 1),
    followedFor: (months) => isoFromDay(addMonths(dayFromIso(to), months)),
  };
}

const situation = { fi: 'Tilanne', sv: 'Situation', en: 'Situation' };

function stateDimension(rule: Rule): TableDimension | undefined {
  if (rule.measure.kind !== 'distribution') return undefined;
  const members = rule.measure.categories.map(({ code, label }) => ({ id: String(code), label }));
  return { id: 'state', label: rule.measure.label ?? situation, scale: 'nominal', members };
}

function overlaps({ inForce }: Rule, period: { readonly from: IsoDate; readonly to: IsoDate }): boolean {
  return (inForce.from ?? '') <= period.to && (inForce.to ?? '9999-12-31') >= period.from;
}

function usedRules(aggregate: Aggregate, definition: Definition): readonly [Rule, ...Rule[]] {
  const used = definition.rules.filter((rule) =>
    aggregate.rule === undefined ? overlaps(rule, aggregate.period) : rule.id === aggregate.rule,
  );
  const [first, ...others] = used;
  if (first === undefined)
    throw new WrongDefinitionError('rule', 'a rule of the definition', aggregate.rule ?? 'none in force');
  return [first, ...others];
}

/**
 * What may be shown of an aggregate: small groups withheld and counts rounded as the policy says, and no figure that is not a
 * function of published numbers. This is primary suppression: each cell is judged on its own, and a total by what it would give away.
 * @throws WrongDefinitionError where the aggregate was not calculated with this definition.
 * @throws NoSuchFigureError where the definition has no such figure.
 */
export function publish(
  aggregate: Aggregate,
  { definition, policy, figure: figureId }: PublishOptions,
): IndicatorTable {
  const hash = hashOf(definition);
  if (hash !== aggregate.indicator.hash)
    throw new WrongDefinitionError('indicator.hash', hash, aggregate.indicator.hash);
  const figure = chosenFigure(definition, figureId);
  const rules = usedRules(aggregate, definition);
  const dimensions = tableDimensions(aggregate, definition);
  const state = stateDimension(rules[0]);
  const exact = new Map(aggregate.cells.map((cell) => [JSON.stringify(cell.key), cell]));
  const labels = exclusionsOf(rules);
  const { measure } = rules[0];
  const possible = isPossible(aggregate);
  const published = keysOf(dimensions).map((key): PublishedKey => {
    const cell = exact.get(JSON.stringify(key));
    const place = placeOf(key, dimensions, aggregate);
    const cells = possible(key)
      ? publishKey(cell, figure, measure, policy, place)
      : everywhere(impossible, figure, measure);
    return { key, exact: exactOf(cell), cells, place };
  });
  const used = aggregate.rule === undefined && definition.rules.length > 1 ? rules.map(({ label }) => label) : [];
  return {
    type: 'strapetsi.indicator-table',
    schemaVersion: 1,
    indicator: {
      id: definition.id,
      version: definition.version,
      hash,
      name: definition.name,
      meaning: definition.meaning,
      direction: definition.direction,
      sources: rules.flatMap(({ sources }) => sources),
    },
    figure: { id: figure.id, label: figure.label, unit: figure.unit, decimals: figure.decimals },
    period: aggregate.period,
    asOf: aggregate.asOf,
    providers: aggregate.providers.map(tableMember),
    policy: { id: policy.id, label: policy.label, reference: policy.reference },
    // Of a dimension of the table, its members say it.
    only: onlyEntries(aggregate.only)
      .filter(([id]) => !aggregate.by.includes(id))
      .map(([id, ids]) => onlyOf(ruleOf(definition, id, aggregate), ids, aggregate)),
    dimensions: figure.kind === 'distribution' && state !== undefined ? [...dimensions, state] : dimensions,
    cells: protectTotals(published, aggregate, { figure, measure, policy }).flatMap(({ cells }) => cells),
    population: publishCount(aggregate.population, policy),
    exclusions: aggregate.exclusions.map(({ id, count }) => ({
      id,
      label: labels.get(id) ?? { fi: id, sv: id, en: id },
      count: publishCount(count, policy),
    })),
    findings: aggregate.findings.map(({ code, count }) => ({ code, count: publishCount(count, policy) })),
    notes: [...used, ...settingsOf(aggregate, definition), ...definition.limits, ...definition.unverified],
  };
}

type Text = IndicatorTable['notes'][number];

/** What the run was given beside the records: limits of its own and lists of classes. */
function settingsOf({ parameters, classifications = [] }: Aggregate, definition: Definition): readonly Text[] {
  const limits = (definition.parameters ?? []).map(({ id, label, standard }): Text => {
    const value = String(parameters?.[id] ?? standard);
    return { fi: `${label.fi}: ${value}`, sv: `${label.sv}: ${value}`, en: `${label.en}: ${value}` };
  });
  const lists = classifications.map(({ id, version }): Text => {
    const name = `${id} ${version}`;
    return { fi: `Luokitus: ${name}`, sv: `Klassificering: ${name}`, en: `Classification: ${name}` };
  });
  return [...limits, ...lists];
}

function checkpointLabelOf(id: string): Member['label'] {
  const months = Number(id);
  return checkpointLabel(Number.isInteger(months) ? months : 'lastMonthEnd');
}

function onlyOf(rule: DimensionRule, ids: readonly string[], aggregate: Aggregate): IndicatorTable['only'][number] {
  const { from } = rule;
  const named = typeof from === 'object' ? namedIn(from) : [];
  const known = named.length > 0 ? named : (aggregate.members[rule.id] ?? []);
  const unmet = (id: string): Member => ({ id, label: from === 'checkpoints' ? checkpointLabelOf(id) : {} });
  const members = ids.map((id) => tableMember(known.find((member) => member.id === id) ?? unmet(id)));
  return { dimension: rule.id, label: rule.label, members };
}
